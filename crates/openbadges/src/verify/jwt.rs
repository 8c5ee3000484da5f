//! The checks of a credential that is secured as a [JSON Web Token](https://www.rfc-editor.org/rfc/rfc7519), where
//! they differ from those of a credential with an embedded proof.
//!
//! See [VC-JWT](https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof) and
//! [VC-JOSE-COSE](https://www.w3.org/TR/vc-jose-cose/#with-jose).

mod claims;
mod key;
mod key_set;
mod token;
mod trace;

pub(super) use claims::dates;
pub(super) use token::Token;
pub(super) use trace::trace;

use serde_json::Value;
use time::OffsetDateTime;

use super::case::{Case, Wants};
use super::signature::Signed;
use super::{Check, CheckId, Code, Note};
use crate::suite::{HeaderError, JwsAlgorithm};

/// Types that credentials are seen with in the wild; none of them decides anything.
const USUAL_TYPES: [&str; 4] = ["JWT", "vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt"];

/// The `signature` and `issuer-binding` checks of a token.
pub(super) fn check(case: &Case<'_>, token: &Token, wants: &mut Wants) -> Signed {
    let alg = token.header("alg").map(str::to_owned);
    let algorithm = match token.jws.algorithm() {
        Ok(algorithm) => algorithm,
        Err(error) => {
            return Signed {
                signature: of_header_error(&error),
                binding: Check::not_checked(CheckId::IssuerBinding, Code::NotReached),
                suite: alg,
            };
        }
    };
    let found = key::find_and_bind(case, token, algorithm, signed_at(token), wants);
    let signature = found.key.and_then(|(key, name)| {
        let check = |check: Check| check.with("verification_method", name);
        if JwsAlgorithm::of_key(&key) != Some(algorithm) {
            let wrong = Check::failed(CheckId::Signature, Code::WrongKeyType);
            return Err(check(wrong.with("expected", algorithm.name())));
        }
        if token.jws.is_signed_by(algorithm, &key) {
            Ok(check(Check::passed(CheckId::Signature, Code::SignatureGood)))
        } else {
            Err(check(Check::failed(
                CheckId::Signature,
                Code::ChangedAfterSigning,
            )))
        }
    });
    let signature = match (signature, claims::identity(case, token)) {
        // Whatever the key says: the token contradicts itself, or is followed by what it contains.
        (Ok(_), Err(contradiction)) => contradiction,
        (Ok(good), Ok(remarks)) => with_remarks(good, case, token).notes(remarks),
        (Err(bad), _) => bad,
    };
    Signed {
        signature: signature.with("cryptosuite", algorithm.name()),
        binding: found.binding,
        suite: alg,
    }
}

/// When the token says that it was made.
fn signed_at(token: &Token) -> Option<OffsetDateTime> {
    ["iat", "nbf"]
        .into_iter()
        .find_map(|name| claims::moment(token, name).ok().flatten())
}

fn with_remarks(mut check: Check, case: &Case<'_>, token: &Token) -> Check {
    if let Some(found) = token.header("typ").filter(|found| {
        // https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9: the prefix may be left out.
        let short = found.strip_prefix("application/").unwrap_or(found);
        !USUAL_TYPES.iter().any(|usual| usual.eq_ignore_ascii_case(short))
    }) {
        check = check.note(Note::new(Code::UnusualTokenType).with("found", found));
    }
    if let Some(audience) = token.jws.payload.get("aud") {
        let text = match audience {
            Value::Array(many) => many
                .iter()
                .filter_map(Value::as_str)
                .collect::<Vec<_>>()
                .join(", "),
            one => one.as_str().unwrap_or_default().to_owned(),
        };
        check = check.note(Note::new(Code::ProofForDomain).with("domain", text));
    }
    for proof in case.proofs() {
        let name = |name: &str| proof.get(name).and_then(Value::as_str);
        let note = Note::new(Code::OtherProofNotChecked)
            .with(
                "cryptosuite",
                name("cryptosuite").or_else(|| name("type")).unwrap_or_default(),
            )
            .with("code", Code::NotSupported.as_str());
        check = check.note(note);
    }
    check
}

/// The answer of the `signature` check to a header that is not followed.
pub(super) fn of_header_error(error: &HeaderError) -> Check {
    let failed = |code| Check::failed(CheckId::Signature, code);
    match error {
        HeaderError::Malformed(member) => failed(Code::MalformedProof).with("pointer", format!("/{member}")),
        HeaderError::RefusedAlgorithm(alg) => failed(Code::RefusedAlgorithm).with("algorithm", alg.as_str()),
        HeaderError::UnsupportedAlgorithm(alg) => {
            Check::not_checked(CheckId::Signature, Code::UnsupportedCryptosuite)
                .with("cryptosuite", alg.as_str())
        }
        HeaderError::Critical(names) => failed(Code::CriticalHeader).with("names", names.as_str()),
        HeaderError::UnencodedPayload => failed(Code::UnencodedPayload),
        HeaderError::PrivateKey => failed(Code::PrivateKeyInToken),
    }
}
