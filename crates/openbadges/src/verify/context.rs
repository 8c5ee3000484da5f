//! The `context` check: is every term defined by a context known by hash, so that the signature covers it?

use serde_json::Value;

use super::case::{Case, Role, list};
use super::rdf::Rdf;
use super::{Check, CheckId, Code, Note, Outcome};
use crate::canon::{CanonError, Unsafe};
use crate::vocab::{CREDENTIALS_V1, CREDENTIALS_V2};

/// The check, and the credential as RDF unless it has no meaning as such.
pub(super) fn check<'a>(case: &'a Case<'a>) -> (Check, Option<Rdf<'a>>) {
    if case.role != Role::Outermost && !case.members.contains_key("@context") {
        // What its words mean where it stands is not what its own signature says they mean.
        return (Check::not_checked(CheckId::Context, Code::NoOwnContext), None);
    }
    let first = list(case.members.get("@context")).first().and_then(Value::as_str);
    if !matches!(first, Some(CREDENTIALS_V1 | CREDENTIALS_V2)) {
        return (Check::failed(CheckId::Context, Code::MissingContext), None);
    }
    let rdf = match Rdf::read(case) {
        Ok(rdf) => rdf,
        Err(error) => return (of_error(CheckId::Context, &error, ""), None),
    };
    let of_proofs = rdf.proofs.iter().enumerate().find_map(|(index, proof)| {
        let error = proof.as_ref().err()?;
        let pointer = if case.members.get("proof").is_some_and(Value::is_array) {
            format!("/proof/{index}")
        } else {
            "/proof".to_owned()
        };
        Some(of_error(CheckId::Context, error, &pointer))
    });
    let notes = rdf.document.notes();
    let check = match (of_proofs, notes.inline_contexts.first()) {
        (Some(bad), _) => bad,
        // Terms defined in place can exchange two signed texts without a change to what is signed.
        (None, Some(pointer)) => {
            Check::not_checked(CheckId::Context, Code::InlineContext).with("pointer", pointer.as_str())
        }
        (None, None) => {
            let mut check = Check::passed(CheckId::Context, Code::ContextKnown);
            for used in &notes.aliases_used {
                let note = Note::new(Code::ContextAlias)
                    .with("alias", used.alias.as_str())
                    .with("url", used.url);
                check = check.note(note);
            }
            check
        }
    };
    (check, Some(rdf))
}

/// The answer of check `id` where there is no canonical form; `place` goes in front of the error's pointer.
pub(super) fn of_error(id: CheckId, error: &CanonError, place: &str) -> Check {
    let outcome = if error.is_inconclusive() {
        Outcome::NotChecked
    } else {
        Outcome::Failed
    };
    let check = |code| Check::new(id, outcome, code);
    match error {
        CanonError::UnknownContext { url } => check(Code::UnknownContext).with("url", url.as_str()),
        CanonError::Unsafe { kind, term, pointer } => {
            let check = match kind {
                Unsafe::UndefinedTerm => check(Code::UndefinedTerm),
                Unsafe::RelativeType => check(Code::RelativeType),
                Unsafe::RelativeIri => check(Code::RelativeIri),
                other => check(Code::UnsignedValue).with("kind", other.code()),
            };
            check
                .with("term", term.as_str())
                .with("pointer", format!("{place}{pointer}"))
        }
        CanonError::Unsupported { feature, pointer } => check(Code::UnsupportedJsonLd)
            .with("feature", *feature)
            .with("pointer", format!("{place}{pointer}")),
        CanonError::InvalidJsonLd { code, pointer } => check(Code::InvalidJsonLd)
            .with("detail", *code)
            .with("pointer", format!("{place}{pointer}")),
        CanonError::WorkLimit { limit, max } => check(Code::WorkLimitReached)
            .with("limit", *limit)
            .with("max", *max),
        CanonError::TooManyQuads { max } => check(Code::WorkLimitReached)
            .with("limit", "quads")
            .with("max", *max),
        CanonError::InexactNumber { number } => check(Code::InexactNumber).with("number", number.as_str()),
    }
}
