//! The `structure` check: does the credential have the parts that Open Badges 3.0 asks for?

use serde_json::{Value, json};

use super::case::{Case, Role, has_type, list};
use super::{Check, CheckId, Code, Note};
use crate::model::{
    Fault, FaultKind, faults_of_badge, faults_of_clr, faults_of_endorsement, faults_of_verifiable_credential,
};
use crate::vocab::{
    ACHIEVEMENT_CREDENTIAL, CLR_CREDENTIAL, ENDORSEMENT_CREDENTIAL, OPEN_BADGE_CREDENTIAL, PUBLISHED_SCHEMAS,
};

pub(super) fn check(case: &Case<'_>) -> Check {
    let is = |class| has_type(case.members, class);
    let is_endorsement = matches!(case.role, Role::Endorsement { .. });
    let faults = if !is_endorsement && (is(OPEN_BADGE_CREDENTIAL) || is(ACHIEVEMENT_CREDENTIAL)) {
        faults_of_badge(case.members)
    } else if is_endorsement || is(ENDORSEMENT_CREDENTIAL) {
        faults_of_endorsement(case.members)
    } else if is(CLR_CREDENTIAL) {
        faults_of_clr(case.members)
    } else {
        return of_other_kind(case);
    };
    let tolerated = faults
        .tolerated
        .iter()
        .map(|fault| Note::new(code_of(fault.kind)).with("pointer", fault.pointer.as_str()));
    let check = if faults.found.is_empty() {
        held_against_place(case)
    } else {
        of_faults(&faults.found)
    };
    check.notes(tolerated).notes(unapplied_schemas(case))
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

/// A credential that is none of the kinds whose rules are known; an envelope may hold those too.
fn of_other_kind(case: &Case<'_>) -> Check {
    let types: Vec<&str> = list(case.members.get("type"))
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let check = if case.role == Role::Enveloped {
        Check::not_checked(CheckId::Structure, Code::NotSupported).with("what", "credential-kind")
    } else {
        Check::failed(CheckId::Structure, Code::NotAnOpenBadge)
    };
    let faults = faults_of_verifiable_credential(case.members);
    check
        .with("types", types)
        .with("faults", faults.iter().map(written).collect::<Value>())
}

/// A credential with every part it needs; an endorsement must be about what it stands beside.
fn held_against_place(case: &Case<'_>) -> Check {
    let sound = Check::passed(CheckId::Structure, Code::StructureSound);
    let Role::Endorsement { endorsed } = case.role else {
        return sound;
    };
    let subject = case.members.get("credentialSubject");
    let found = subject
        .and_then(|subject| subject.get("id"))
        .and_then(Value::as_str);
    match (found, endorsed) {
        (Some(found), Some(endorsed)) if found == endorsed => sound,
        (found, Some(endorsed)) => Check::failed(CheckId::Structure, Code::EndorsementOfAnother)
            .with("found", found)
            .with("expected", endorsed),
        (_, None) => Check::not_checked(CheckId::Structure, Code::EndorsedNotNamed),
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
