//! The `structure` check: does the credential have the parts that Open Badges 3.0 asks for?

use serde_json::{Value, json};

use super::case::{Case, has_type, list};
use super::{Check, CheckId, Code};
use crate::model::{Fault, FaultKind, faults_of_credential};
use crate::vocab::{ACHIEVEMENT_CREDENTIAL, CLR_CREDENTIAL, ENDORSEMENT_CREDENTIAL, OPEN_BADGE_CREDENTIAL};

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
        return Check::failed(CheckId::Structure, Code::NotAnOpenBadge).with("types", types);
    }
    let faults = faults_of_credential(case.members);
    match faults.first() {
        None => Check::passed(CheckId::Structure, Code::StructureSound),
        Some(first) => Check::failed(CheckId::Structure, code_of(first.kind))
            .with("pointer", first.pointer.as_str())
            .with("expected", first.expected)
            .with("faults", faults.iter().map(written).collect::<Value>()),
    }
}

const fn code_of(kind: FaultKind) -> Code {
    match kind {
        FaultKind::MissingMember => Code::MissingMember,
        FaultKind::WrongValue => Code::WrongValue,
        FaultKind::MissingType => Code::MissingType,
        FaultKind::InvalidDate => Code::InvalidDate,
        FaultKind::InvalidIdentifier => Code::InvalidIdentifier,
        FaultKind::BrokenLink => Code::BrokenLink,
    }
}

fn written(fault: &Fault) -> Value {
    json!({ "code": code_of(fault.kind), "pointer": fault.pointer, "expected": fault.expected })
}
