//! The credentials that stand inside the one under verification, each verified by the same checks.

mod inner;
mod tally;

pub(super) use tally::Tally;

use inner::{Inner, all_of};

use super::case::{Case, Role, Wants};
use super::format::{self, Badge};
use super::{CheckId, Code, Nested, Relation, Report, verify_credential};
use crate::limits::Limits;

/// A credential inside another is baked into no picture of its own.
const NO_FILE: &[u8] = &[];

/// How many credentials inside others may still be verified, and how deep.
///
/// They cannot be inside each other in a circle, and a small file can hold many all the same.
pub(super) struct Room {
    left: usize,
    depth: usize,
}

impl Room {
    pub(super) const fn new(limits: &Limits) -> Self {
        Self {
            left: limits.max_nested,
            depth: limits.max_nested_depth,
        }
    }
}

/// What was found out about the credentials inside one.
#[derive(Default)]
pub(super) struct Inside {
    pub(super) reports: Vec<Nested>,
    pub(super) endorsements: Tally,
    /// The credentials of an envelope.
    pub(super) credentials: Tally,
    /// The documents that their checks lacked.
    pub(super) wants: Wants,
}

/// Verifies each credential that stands inside this one, as far as there is room.
pub(super) fn verify_all(case: &Case<'_>, room: &mut Room) -> Inside {
    let mut inside = Inside::default();
    for inner in all_of(&case.unsecured) {
        let report = (room.left > 0 && room.depth > 0).then(|| {
            room.left = room.left.saturating_sub(1);
            room.depth = room.depth.saturating_sub(1);
            let report = verify_one(case, &inner, room);
            room.depth = room.depth.saturating_add(1);
            if is_spent(&report) {
                room.left = 0;
            }
            report
        });
        let tally = match inner.relation {
            Relation::Endorsement => &mut inside.endorsements,
            Relation::Credential => &mut inside.credentials,
        };
        tally.add(report.as_ref().map(|report| report.verdict));
        if let Some(mut report) = report {
            inside.wants.extend(std::mem::take(&mut report.wanted));
            inside.reports.push(Nested {
                relation: inner.relation,
                pointer: inner.pointer,
                endorsed: inner.endorsed.map(str::to_owned),
                report,
            });
        }
    }
    inside
}

/// Whether canonicalising reached its limit. Each credential has that work to itself, so the others are not tried.
fn is_spent(report: &Report) -> bool {
    [CheckId::Context, CheckId::Signature].into_iter().any(|id| {
        let check = report.check(id);
        check.is_some_and(|check| check.code == Code::WorkLimitReached)
    })
}

fn verify_one(case: &Case<'_>, inner: &Inner<'_>, room: &mut Room) -> Report {
    let role = match inner.relation {
        Relation::Endorsement => Role::Endorsement {
            endorsed: inner.endorsed,
        },
        Relation::Credential => Role::Enveloped,
    };
    let found = format::check_inside(inner.value, &case.policy.limits);
    match found.badge {
        Some(Badge::Credential(members)) => {
            let case = case.inside(&members, role);
            verify_credential(found.check, found.info, NO_FILE, &case, None, room)
        }
        Some(Badge::Token(token)) => {
            let case = case.inside(&token.credential, role);
            verify_credential(found.check, found.info, NO_FILE, &case, Some(&token), room)
        }
        Some(_) | None => Report::new(found.info, None, vec![found.check], Vec::new()),
    }
}
