//! [AchievementSubject](https://www.imsglobal.org/spec/ob/v3p0/#achievementsubject): who earned what.

use serde::Serialize;

use super::reading::{Faults, Need, Node};
use super::{
    Achievement, IdentityObject, Iri, Result, achievement, identity_object, image, profile, result,
    result_links,
};

/// Who earned what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AchievementSubject {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Iri>,
    #[serde(rename = "type")]
    types: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifier: Vec<IdentityObject>,
    achievement: Achievement,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    result: Vec<Result>,
}

impl AchievementSubject {
    /// The learner with this address or DID, and what was earned.
    #[must_use]
    pub const fn with_id(id: Iri, achievement: Achievement) -> Self {
        Self {
            id: Some(id),
            types: ["AchievementSubject"],
            identifier: Vec::new(),
            achievement,
            result: Vec::new(),
        }
    }

    /// The learner with this identity, and what was earned.
    #[must_use]
    pub fn with_identity(identity: IdentityObject, achievement: Achievement) -> Self {
        Self {
            id: None,
            types: ["AchievementSubject"],
            identifier: vec![identity],
            achievement,
            result: Vec::new(),
        }
    }

    /// The same with one more identity of the learner.
    #[must_use]
    pub fn and_identity(mut self, identity: IdentityObject) -> Self {
        self.identifier.push(identity);
        self
    }

    /// The same with one more result; `None` when the achievement does not measure what the result names.
    #[must_use]
    pub fn and_result(mut self, result: Result) -> Option<Self> {
        if !self.achievement.measures(result.description()) {
            return None;
        }
        self.result.push(result);
        Some(self)
    }
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    let id = node.iri("id", Need::Optional, faults);
    node.require_type("AchievementSubject", faults);
    let need = if id.is_some() {
        Need::Optional
    } else {
        Need::Required
    };
    node.objects("identifier", need, faults, identity_object::check);
    node.object("achievement", Need::Required, faults, achievement::check);
    node.objects("result", Need::Optional, faults, result::check);
    node.object_or_iri("image", Need::Optional, faults, image::check);
    node.object_or_iri("source", Need::Optional, faults, profile::check);
    node.number("creditsEarned", Need::Optional, faults);
    for name in ["licenseNumber", "narrative", "role", "term"] {
        node.text(name, Need::Optional, faults);
    }
    for name in ["activityStartDate", "activityEndDate"] {
        node.date_time(name, Need::Optional, faults);
    }
    result_links::check(node, faults);
}
