//! One credential under verification, and what every check may ask about it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::{Map, Value};
use time::{Duration, OffsetDateTime};

use super::{Evidence, Policy, Wanted};
use crate::did::ControllerDocument;

/// Clocks of issuers and readers may differ by this much.
const CLOCK_SKEW: Duration = Duration::minutes(5);

/// One credential under verification.
pub(super) struct Case<'a> {
    /// The credential with its proofs.
    pub(super) members: &'a Map<String, Value>,
    /// The credential without its proofs: what a signature covers.
    pub(super) unsecured: Map<String, Value>,
    pub(super) evidence: &'a Evidence,
    pub(super) now: OffsetDateTime,
    pub(super) policy: &'a Policy,
    /// The controller documents that were read, by address; `None` where what came is none. Many proofs may name one.
    pub(super) controllers: Rc<RefCell<BTreeMap<String, Option<Rc<ControllerDocument>>>>>,
    pub(super) role: Role<'a>,
}

/// What a credential is to the one around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role<'a> {
    /// It stands alone.
    Outermost,
    /// It is an endorsement beside what has this identifier.
    Endorsement { endorsed: Option<&'a str> },
    /// It is one of the credentials of an envelope.
    Enveloped,
}

/// The documents that the checks of one verification lacked.
pub(super) type Wants = BTreeSet<Wanted>;

impl<'a> Case<'a> {
    pub(super) fn new(
        members: &'a Map<String, Value>,
        evidence: &'a Evidence,
        now: OffsetDateTime,
        policy: &'a Policy,
    ) -> Self {
        let mut unsecured = members.clone();
        unsecured.remove("proof");
        Self {
            members,
            unsecured,
            evidence,
            now,
            policy,
            controllers: Rc::default(),
            role: Role::Outermost,
        }
    }

    /// A credential that stands inside this one.
    pub(super) fn inside<'b>(&'b self, members: &'b Map<String, Value>, role: Role<'b>) -> Case<'b> {
        Case {
            role,
            controllers: Rc::clone(&self.controllers),
            ..Case::new(members, self.evidence, self.now, self.policy)
        }
    }

    /// The identifier of the issuer, which is text or an object with an `id`.
    pub(super) fn issuer_id(&self) -> Option<&'a str> {
        match self.members.get("issuer")? {
            Value::Object(profile) => profile.get("id")?.as_str(),
            other => other.as_str(),
        }
    }

    /// The proofs, one or a list; anything but an object counts too, so that it is refused and not passed over.
    pub(super) fn proofs(&self) -> &'a [Value] {
        list(self.members.get("proof"))
    }

    /// Whether `moment` is past, clocks that differ taken into account.
    pub(super) fn is_past(&self, moment: OffsetDateTime) -> bool {
        moment.saturating_add(CLOCK_SKEW) < self.now
    }

    /// Whether `moment` is still to come, clocks that differ taken into account.
    pub(super) fn is_future(&self, moment: OffsetDateTime) -> bool {
        moment > self.now.saturating_add(CLOCK_SKEW)
    }
}

/// The values of a member that JSON-LD lets be absent, one value or a list.
pub(super) fn list(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(many)) => many,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Whether `type` of an object has `class` among its values.
pub(super) fn has_type(members: &Map<String, Value>, class: &str) -> bool {
    list(members.get("type")).iter().any(|name| name == class)
}
