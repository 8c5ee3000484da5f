//! The `structure` check: does the credential have the parts that Open Badges 3.0 asks for?

use serde_json::{Value, json};

use super::case::{Case, has_type, list};
use super::{Check, CheckId, Code, Note};
use crate::model::{Fault, FaultKind, faults_of_badge, faults_of_verifiable_credential};
use crate::vocab::{
    ACHIEVEMENT_CREDENTIAL, CLR_CREDENTIAL, ENDORSEMENT_CREDENTIAL, OPEN_BADGE_CREDENTIAL, PUBLISHED_SCHEMAS,
};

pub(super) fn check(case: &Case<'_>) -> Check {
    let is = |class| has_type(case.members, class);
    if !is(OPEN_BADGE_CREDENTIAL) && !is(ACHIEVEMENT_CREDENTIAL) {
        for class in [ENDORSEMENT_CREDENTIAL, CLR_CREDENTIAL] {
            if is(class) {
                return Check::not_checked(CheckId::Structure, Code::NotSupported).with("what", class);
            }
        }
        let types: Vec<&str> = list(case.members.get("type"))
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let faults = faults_of_verifiable_credential(case.members);
        return Check::failed(CheckId::Structure, Code::NotAnOpenBadge)
            .with("types", types)
            .with("faults", faults.iter().map(written).collect::<Value>());
    }
    let faults = faults_of_badge(case.members);
    let tolerated = faults
        .tolerated
        .iter()
        .map(|fault| Note::new(code_of(fault.kind)).with("pointer", fault.pointer.as_str()));
    of_faults(&faults.found)
        .notes(tolerated)
        .notes(unapplied_schemas(case))
}

/// The check that found these faults, and says the first.
pub(super) fn of_faults(faults: &[Fault]) -> Check {
    match faults.first() {
        None => Check::passed(CheckId::Structure, Code::StructureSound),
        Some(first) => Check::failed(CheckId::Structure, code_of(first.kind))
            .with("pointer", first.pointer.as_str())
            .with("expected", first.expected)
            .with("faults", faults.iter().map(written).collect::<Value>()),
    }
}

/// As many as a reader can use.
const MAX_SCHEMAS: usize = 5;

/// The rules of the published schemas are applied by hand, above; a schema of the issuer's own is not applied.
fn unapplied_schemas(case: &Case<'_>) -> impl Iterator<Item = Note> {
    list(case.members.get("credentialSchema"))
        .iter()
        .filter_map(|schema| schema.get("id")?.as_str())
        .filter(|url| !PUBLISHED_SCHEMAS.iter().any(|folder| url.starts_with(folder)))
        .take(MAX_SCHEMAS)
        .map(|url| Note::new(Code::SchemaNotApplied).with("url", url))
}

const fn code_of(kind: FaultKind) -> Code {
    match kind {
        FaultKind::MissingMember => Code::MissingMember,
        FaultKind::WrongValue => Code::WrongValue,
        FaultKind::MissingType => Code::MissingType,
        FaultKind::InvalidDate => Code::InvalidDate,
        FaultKind::InvalidIdentifier => Code::InvalidIdentifier,
        FaultKind::BrokenLink => Code::BrokenLink,
        FaultKind::UnlistedWord => Code::UnlistedWord,
        FaultKind::ResultNotAllowed => Code::ResultNotAllowed,
        FaultKind::UnusualDate => Code::UnusualDate,
        FaultKind::LevelOfAnother => Code::LevelOfAnother,
    }
}

fn written(fault: &Fault) -> Value {
    json!({ "code": code_of(fault.kind), "pointer": fault.pointer, "expected": fault.expected })
}
