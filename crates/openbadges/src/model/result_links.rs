//! How [results](https://www.imsglobal.org/spec/ob/v3p0/#result) and what they are results of name each other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::reading::{FaultKind, Faults, Need, Node};

/// Checks that every result and every requirement names what the achievement of this subject has.
pub(super) fn check(subject: Node<'_>, faults: &mut Faults) {
    let mut described = BTreeMap::new();
    // Values of the wrong kind are faults of their own, and noted where each class is read.
    let unheard = &mut Faults::default();
    subject.object("achievement", Need::Optional, unheard, |achievement, unheard| {
        achievement.objects("resultDescription", Need::Optional, unheard, |description, _| {
            let allowed = Allowed::by(description.members);
            check_requirement(description, &allowed, faults);
            if let Some(id) = text(description.members, "id") {
                described.entry(id.to_owned()).or_insert(allowed);
            }
        });
    });
    let levels: BTreeSet<&str> = described
        .values()
        .flat_map(|allowed| &allowed.levels)
        .map(String::as_str)
        .collect();
    subject.objects("result", Need::Optional, unheard, |result, _| {
        check_result(result, &described, &levels, faults);
    });
}

/// What a description allows its results to be, looked up once: a stranger may list thousands of each.
struct Allowed {
    levels: BTreeSet<String>,
    /// Empty when every value is allowed.
    values: BTreeSet<String>,
    min: Option<f64>,
    max: Option<f64>,
    is_status: bool,
}

impl Allowed {
    fn by(description: &Map<String, Value>) -> Self {
        let levels = list(description.get("rubricCriterionLevel"));
        let values = list(description.get("allowedValue"));
        let bound = |name| text(description, name).and_then(number);
        Self {
            levels: levels
                .iter()
                .filter_map(|level| Some(level.get("id")?.as_str()?.to_owned()))
                .collect(),
            values: values
                .iter()
                .filter_map(|value| Some(value.as_str()?.to_owned()))
                .collect(),
            min: bound("valueMin"),
            max: bound("valueMax"),
            is_status: text(description, "resultType") == Some("Status"),
        }
    }

    /// Bounds hold for numbers only: grades that stand as letters have no order that is known here.
    fn allows(&self, value: &str) -> bool {
        let within = number(value).is_none_or(|value| {
            self.min.is_none_or(|min| min <= value) && self.max.is_none_or(|max| value <= max)
        });
        within && (self.values.is_empty() || self.values.contains(value))
    }
}

/// What a description requires is one of the levels and values that it lists itself.
fn check_requirement(description: Node<'_>, allowed: &Allowed, faults: &mut Faults) {
    if text(description.members, "requiredLevel").is_some_and(|level| !allowed.levels.contains(level)) {
        description.fault(
            FaultKind::BrokenLink,
            "requiredLevel",
            "RubricCriterionLevel",
            faults,
        );
    }
    if text(description.members, "requiredValue").is_some_and(|value| !allowed.allows(value)) {
        description.fault(
            FaultKind::ResultNotAllowed,
            "requiredValue",
            "allowedValue",
            faults,
        );
    }
}

fn check_result(
    result: Node<'_>,
    described: &BTreeMap<String, Allowed>,
    levels: &BTreeSet<&str>,
    faults: &mut Faults,
) {
    let link = text(result.members, "resultDescription");
    let allowed = link.and_then(|link| described.get(link));
    if link.is_some() && allowed.is_none() {
        result.fault(
            FaultKind::BrokenLink,
            "resultDescription",
            "ResultDescription",
            faults,
        );
    }
    if let Some(level) = text(result.members, "achievedLevel")
        && !allowed.is_some_and(|allowed| allowed.levels.contains(level))
    {
        if levels.contains(level) {
            // Badges in use, 1EdTech's own sample among them, name a level of another description; what was reached
            // is clear all the same.
            result.tolerate(
                FaultKind::LevelOfAnother,
                "achievedLevel",
                "RubricCriterionLevel",
                faults,
            );
        } else {
            result.fault(
                FaultKind::BrokenLink,
                "achievedLevel",
                "RubricCriterionLevel",
                faults,
            );
        }
    }
    let Some(allowed) = allowed else { return };
    if text(result.members, "value").is_some_and(|value| !allowed.allows(value)) {
        result.fault(FaultKind::ResultNotAllowed, "value", "allowedValue", faults);
    }
    if allowed.is_status && !result.members.contains_key("status") {
        result.fault(FaultKind::MissingMember, "status", "text", faults);
    }
}

fn text<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    members.get(name)?.as_str()
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok()
}

fn list(value: Option<&Value>) -> &[Value] {
    match value {
        None => &[],
        Some(Value::Array(many)) => many,
        Some(one) => std::slice::from_ref(one),
    }
}
