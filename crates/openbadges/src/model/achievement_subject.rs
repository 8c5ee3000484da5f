//! [AchievementSubject](https://www.imsglobal.org/spec/ob/v3p0/#achievementsubject): who earned what.

use serde::Serialize;

use super::reading::{FaultKind, Faults, Need, Node};
use super::{Achievement, IdentityObject, Iri, Result, achievement, identity_object, profile, result};

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
    node.objects("identifier", Need::Optional, faults, identity_object::check);
    if id.is_none() && !node.members.contains_key("identifier") {
        node.fault(FaultKind::MissingMember, "identifier", "IdentityObject", faults);
    }
    node.object("achievement", Need::Required, faults, achievement::check);
    node.objects("result", Need::Optional, faults, result::check);
    if node
        .members
        .get("source")
        .is_some_and(serde_json::Value::is_object)
    {
        node.object("source", Need::Optional, faults, profile::check);
    }
    for name in ["activityStartDate", "activityEndDate"] {
        node.date_time(name, Need::Optional, faults);
    }
    check_links(node, faults);
}

/// A result names one of the achievement's descriptions.
fn check_links(node: Node<'_>, faults: &mut Faults) {
    let described: Vec<&str> = node
        .members
        .get("achievement")
        .and_then(|achievement| achievement.get("resultDescription"))
        .map(|descriptions| match descriptions {
            serde_json::Value::Array(many) => many.iter().collect(),
            one => vec![one],
        })
        .unwrap_or_default()
        .into_iter()
        .filter_map(|description| description.get("id")?.as_str())
        .collect();
    node.objects("result", Need::Optional, &mut Faults::default(), |result, _| {
        if let Some(link) = result
            .members
            .get("resultDescription")
            .and_then(serde_json::Value::as_str)
            && !described.contains(&link)
        {
            result.fault(
                FaultKind::BrokenLink,
                "resultDescription",
                "ResultDescription",
                faults,
            );
        }
    });
}
