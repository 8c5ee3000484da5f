//! The `signature` check: does a proof match the content? Its key is handed to the `issuer-binding` check.
//!
//! See [verify proof sets and chains](https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains).

mod chain;
mod trace;

pub(super) use trace::trace;

use serde_json::{Map, Value};
use time::OffsetDateTime;

use self::chain::NoPrevious;
use super::case::{Case, Wants};
use super::context::of_error;
use super::key::NamedKey;
use super::rdf::Rdf;
use super::{Check, CheckId, Code, Note, Outcome, issuer_binding};
use crate::key::PublicKey;
use crate::model::DateTime;
use crate::suite::{Cryptosuite, HashInput, Proof, ProofError, Recognised};
use crate::vocab::ASSERTION_METHOD;

/// What was found out about one proof, and about all of them once combined.
pub(super) struct Signed {
    pub(super) signature: Check,
    pub(super) binding: Check,
    /// The kind of signature.
    pub(super) suite: Option<String>,
}

/// Checks every proof and answers with the best: one good proof is enough, the others are remarks.
pub(super) fn check(case: &Case<'_>, rdf: Option<&Rdf<'_>>, wants: &mut Wants) -> Signed {
    let unbound = || Check::not_checked(CheckId::IssuerBinding, Code::NotReached);
    if case.proofs().is_empty() {
        let signature = Check::failed(CheckId::Signature, Code::NoProof);
        return Signed {
            signature,
            binding: unbound(),
            suite: None,
        };
    }
    let Some(rdf) = rdf else {
        let signature = Check::not_checked(CheckId::Signature, Code::NotReached);
        return Signed {
            signature,
            binding: unbound(),
            suite: None,
        };
    };
    let max_proofs = case.policy.limits.max_proofs;
    if case.proofs().len() > max_proofs {
        let signature = Check::not_checked(CheckId::Signature, Code::WorkLimitReached)
            .with("limit", "proofs")
            .with("max", max_proofs);
        return Signed {
            signature,
            binding: unbound(),
            suite: None,
        };
    }
    let mut signed: Vec<Signed> = case
        .proofs()
        .iter()
        .enumerate()
        .map(|(index, proof)| match proof {
            Value::Object(members) => Examination {
                case,
                rdf,
                index,
                members,
            }
            .run(wants),
            _ => Signed {
                signature: malformed("proof"),
                binding: unbound(),
                suite: None,
            },
        })
        .collect();
    chain::settle(&mut signed, case.proofs());
    // Stable: among equals, the first proof of the credential counts.
    signed.sort_by_key(|signed| (rank(&signed.signature), rank(&signed.binding)));
    let mut signed = signed.into_iter();
    let Some(mut best) = signed.next() else {
        return Signed {
            signature: malformed("proof"),
            binding: unbound(),
            suite: None,
        };
    };
    for other in signed {
        let code = match other.signature.outcome {
            Outcome::Failed => Code::OtherProofBad,
            Outcome::NotChecked => Code::OtherProofNotChecked,
            // A second good proof, perhaps by another key: nothing to mention.
            Outcome::Passed | Outcome::Warning => continue,
        };
        let note = Note::new(code)
            .with("cryptosuite", other.suite.as_deref().unwrap_or_default())
            .with("code", other.signature.code.as_str());
        best.signature = best.signature.note(note);
    }
    best
}

/// The best first. A failure counts before what could not be checked: somebody did tamper.
const fn rank(check: &Check) -> u8 {
    match check.outcome {
        Outcome::Passed => 0,
        Outcome::Warning => 1,
        Outcome::Failed => 2,
        Outcome::NotChecked => 3,
    }
}

fn malformed(member: &str) -> Check {
    Check::failed(CheckId::Signature, Code::MalformedProof).with("pointer", format!("/{member}"))
}

struct Examination<'e, 'a> {
    case: &'e Case<'e>,
    rdf: &'e Rdf<'a>,
    index: usize,
    members: &'e Map<String, Value>,
}

impl Examination<'_, '_> {
    fn run(&self, wants: &mut Wants) -> Signed {
        let text = |name| self.members.get(name).and_then(Value::as_str);
        let suite_name = text("cryptosuite").or_else(|| text("type")).map(str::to_owned);
        let refused = |signature: Check| Signed {
            signature,
            binding: Check::not_checked(CheckId::IssuerBinding, Code::NotReached),
            suite: suite_name.clone(),
        };
        let (suite, is_alias) = match self.suite() {
            Ok(found) => found,
            Err(check) => return refused(check),
        };
        let proof = match Proof::read(self.members) {
            Ok(proof) => proof,
            Err(error) => return refused(self.of_proof_error(error)),
        };
        let created = match self.check_options(&proof) {
            Ok(created) => created,
            Err(check) => return refused(check),
        };
        let named = NamedKey::find(self.case, proof.verification_method, wants);
        let key = named.key();
        let binding = issuer_binding::check(self.case, &named, key.as_ref().ok(), created, wants);
        let signature = match key {
            Ok(key) => self.check_value(suite, &proof, &key),
            Err(check) => check,
        };
        let mut signature = signature.with("cryptosuite", proof.suite_name());
        if is_alias {
            signature =
                signature.note(Note::new(Code::CryptosuiteAlias).with("cryptosuite", proof.suite_name()));
        }
        if suite == Cryptosuite::EcdsaSd2023 && signature.outcome.is_good() {
            signature = signature.note(Note::new(Code::SelectiveDisclosure));
        }
        for name in ["created", "expires"] {
            if text(name)
                .and_then(DateTime::read_in_proof)
                .is_some_and(|date| date.is_unusual)
            {
                let pointer = format!("{}/{name}", self.place());
                signature = signature.note(Note::new(Code::UnusualDate).with("pointer", pointer));
            }
        }
        if let Some(domain) = self.members.get("domain") {
            signature = signature.note(Note::new(Code::ProofForDomain).with("domain", domain.clone()));
        }
        Signed {
            signature,
            binding,
            suite: suite_name,
        }
    }

    /// The suite, and whether it was named by another name than its own.
    fn suite(&self) -> Result<(Cryptosuite, bool), Check> {
        let text = |name: &str| self.members.get(name).and_then(Value::as_str);
        let Some(proof_type) = text("type") else {
            return Err(self.malformed("type"));
        };
        let not_checked = |code| {
            let name = text("cryptosuite").unwrap_or(proof_type);
            Check::not_checked(CheckId::Signature, code).with("cryptosuite", name)
        };
        match Cryptosuite::recognise(proof_type, text("cryptosuite")) {
            Recognised::Supported(suite) => Ok((suite, false)),
            Recognised::Alias(suite) => Ok((suite, true)),
            Recognised::Unsupported => Err(not_checked(Code::UnsupportedCryptosuite)),
            Recognised::Unknown => Err(not_checked(Code::UnknownCryptosuite)),
        }
    }

    /// Purpose, dates and chain of the proof; the time at which it was made.
    fn check_options(&self, proof: &Proof<'_>) -> Result<Option<OffsetDateTime>, Check> {
        let failed = |code| Check::failed(CheckId::Signature, code);
        if proof.proof_purpose != ASSERTION_METHOD {
            return Err(failed(Code::WrongProofPurpose).with("purpose", proof.proof_purpose));
        }
        let date = |name| match self.members.get(name) {
            None => Ok(None),
            Some(value) => {
                let date = value.as_str().and_then(DateTime::read_in_proof);
                let moment = date.map(|date| date.moment);
                moment.map(Some).ok_or_else(|| self.malformed(name))
            }
        };
        if let Some(expires) = date("expires")?
            && self.case.is_past(expires)
        {
            let text = self.members.get("expires").cloned().unwrap_or_default();
            return Err(failed(Code::ProofExpired).with("expires", text));
        }
        let created = date("created")?;
        if created.is_some_and(|created| self.case.is_future(created)) {
            let text = self.members.get("created").cloned().unwrap_or_default();
            return Err(failed(Code::ProofFromFuture).with("created", text));
        }
        self.previous_proofs()?;
        Ok(created)
    }

    fn check_value(&self, suite: Cryptosuite, proof: &Proof<'_>, key: &PublicKey) -> Check {
        let name = proof.verification_method;
        match self.matches(self.rdf, suite, proof, key) {
            Ok(true) => {
                Check::passed(CheckId::Signature, Code::SignatureGood).with("verification_method", name)
            }
            Ok(false) => self.under_older_contexts(suite, proof, key).unwrap_or_else(|| {
                Check::failed(CheckId::Signature, Code::ChangedAfterSigning).with("verification_method", name)
            }),
            Err(check) => check,
        }
    }

    /// Some contexts were changed in place after badges had been signed under them.
    fn under_older_contexts(&self, suite: Cryptosuite, proof: &Proof<'_>, key: &PublicKey) -> Option<Check> {
        let mut older = self.rdf.older();
        while let Some(rdf) = older {
            if self.matches(rdf, suite, proof, key) == Ok(true) {
                let mut check = Check::passed(CheckId::Signature, Code::SignatureGood)
                    .with("verification_method", proof.verification_method);
                for used in &rdf.document.notes().revisions {
                    let note = Note::new(Code::OlderContext)
                        .with("url", used.url)
                        .with("sha256", used.sha256);
                    check = check.note(note);
                }
                return Some(check);
            }
            older = rdf.older();
        }
        None
    }

    fn matches(
        &self,
        rdf: &Rdf<'_>,
        suite: Cryptosuite,
        proof: &Proof<'_>,
        key: &PublicKey,
    ) -> Result<bool, Check> {
        let input = self.hash_input(rdf, suite, key)?;
        suite
            .verify(&input, key, proof.proof_value, &self.case.policy.limits)
            .map_err(|error| self.of_proof_error(error))
    }

    /// What the proof signs: the credential, and the proofs that this one builds on.
    fn hash_input(&self, rdf: &Rdf<'_>, suite: Cryptosuite, key: &PublicKey) -> Result<HashInput, Check> {
        let options = match rdf.proofs.get(self.index) {
            Some(Ok(options)) => options,
            Some(Err(error)) => return Err(of_error(CheckId::Signature, error, &self.place())),
            None => return Err(self.malformed("type")),
        };
        let previous = self.previous_proofs()?;
        let input = if previous.is_empty() {
            suite.hash_input_of(key, &rdf.document, options)
        } else {
            let document = rdf
                .with_proofs(&previous)
                .map_err(|error| of_error(CheckId::Signature, &error, ""))?;
            suite.hash_input_of(key, &document, options)
        };
        input.map_err(|error| self.of_proof_error(error))
    }

    /// The places of the proofs that this one builds on, and signs together with the credential.
    fn previous_proofs(&self) -> Result<Vec<usize>, Check> {
        chain::previous(self.case.proofs(), self.members).map_err(|error| match error {
            NoPrevious::Malformed => self.malformed("previousProof"),
            NoPrevious::Missing(id) => {
                Check::failed(CheckId::Signature, Code::PreviousProofMissing).with("previous_proof", id)
            }
        })
    }

    fn of_proof_error(&self, error: ProofError) -> Check {
        let failed = |code| Check::failed(CheckId::Signature, code);
        match error {
            ProofError::Canonicalization(error) => of_error(CheckId::Signature, &error, &self.place()),
            ProofError::OtherContexts => {
                failed(Code::ProofContextDiffers).with("pointer", format!("{}/@context", self.place()))
            }
            ProofError::Malformed(member) => self.malformed(member),
            ProofError::MalformedValue(part) => self.malformed("proofValue").with("part", part),
            ProofError::WrongKeyType(expected) => failed(Code::WrongKeyType).with("expected", expected),
            ProofError::BaseProof => failed(Code::BaseProof),
            ProofError::LabelsDiffer => failed(Code::ProofLabelsDiffer),
            ProofError::IndexOutOfRange { index, statements } => failed(Code::ProofIndexOutOfRange)
                .with("index", index)
                .with("length", statements),
            ProofError::SignatureCountDiffers { found, expected } => failed(Code::StatementsNotSigned)
                .with("found", found)
                .with("expected", expected),
            ProofError::TooManySignatures { max } => {
                Check::not_checked(CheckId::Signature, Code::WorkLimitReached)
                    .with("limit", "statement-signatures")
                    .with("max", max)
            }
        }
    }

    fn malformed(&self, member: &str) -> Check {
        Check::failed(CheckId::Signature, Code::MalformedProof)
            .with("pointer", format!("{}/{member}", self.place()))
    }

    /// The JSON pointer of the proof.
    fn place(&self) -> String {
        if self.case.members.get("proof").is_some_and(Value::is_array) {
            format!("/proof/{}", self.index)
        } else {
            "/proof".to_owned()
        }
    }
}
