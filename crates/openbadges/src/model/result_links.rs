//! How [results](https://www.imsglobal.org/spec/ob/v3p0/#result) and what they are results of name each other.

use serde_json::{Map, Value};

use super::reading::{FaultKind, Faults, Need, Node};

/// Checks that every result and every requirement names what the achievement of this subject has.
pub(super) fn check(subject: Node<'_>, faults: &mut Faults) {
    let achievement = subject.members.get("achievement").and_then(Value::as_object);
    let described =
        achievement.map_or_else(Vec::new, |achievement| objects(achievement, "resultDescription"));
    // The kinds of their values are faults of their own, and noted where each class is read.
    let unheard = &mut Faults::default();
    subject.object("achievement", Need::Optional, unheard, |achievement, unheard| {
        achievement.objects("resultDescription", Need::Optional, unheard, |description, _| {
            check_requirement(description, faults);
        });
    });
    subject.objects("result", Need::Optional, unheard, |result, _| {
        check_result(result, &described, faults);
    });
}

/// What a description requires is one of the levels and values that it lists itself.
fn check_requirement(description: Node<'_>, faults: &mut Faults) {
    let required = description.members.get("requiredLevel");
    if required.is_some_and(|level| !has_level(description.members, level)) {
        description.fault(
            FaultKind::BrokenLink,
            "requiredLevel",
            "RubricCriterionLevel",
            faults,
        );
    }
    let required = description.members.get("requiredValue").and_then(Value::as_str);
    if required.is_some_and(|value| !allows(description.members, value)) {
        description.fault(
            FaultKind::ResultNotAllowed,
            "requiredValue",
            "allowedValue",
            faults,
        );
    }
}

fn check_result(result: Node<'_>, described: &[&Map<String, Value>], faults: &mut Faults) {
    let link = result.members.get("resultDescription");
    let description = link.and_then(|link| {
        described
            .iter()
            .find(|description| description.get("id") == Some(link))
    });
    if link.is_some() && description.is_none() {
        result.fault(
            FaultKind::BrokenLink,
            "resultDescription",
            "ResultDescription",
            faults,
        );
    }
    check_level(result, description.copied(), described, faults);
    let Some(description) = description else { return };
    let value = result.members.get("value").and_then(Value::as_str);
    if value.is_some_and(|value| !allows(description, value)) {
        result.fault(FaultKind::ResultNotAllowed, "value", "allowedValue", faults);
    }
    let is_status = description.get("resultType").is_some_and(|kind| kind == "Status");
    if is_status && !result.members.contains_key("status") {
        result.fault(FaultKind::MissingMember, "status", "text", faults);
    }
}

/// The level that was reached belongs to what the result is of. Badges in use, 1EdTech's own sample among them,
/// name a level of another description; what was reached is clear all the same.
fn check_level(
    result: Node<'_>,
    description: Option<&Map<String, Value>>,
    described: &[&Map<String, Value>],
    faults: &mut Faults,
) {
    let Some(level) = result.members.get("achievedLevel") else {
        return;
    };
    if description.is_some_and(|description| has_level(description, level)) {
        return;
    }
    if described.iter().any(|description| has_level(description, level)) {
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

fn has_level(description: &Map<String, Value>, level: &Value) -> bool {
    objects(description, "rubricCriterionLevel")
        .iter()
        .any(|known| known.get("id") == Some(level))
}

/// Whether `value` is among the values that the description lists, and within its bounds. Bounds hold for numbers
/// only: there is no order of grades that stand as letters.
fn allows(description: &Map<String, Value>, value: &str) -> bool {
    let listed = match description.get("allowedValue") {
        None | Some(Value::Null) => true,
        Some(Value::Array(many)) => many.is_empty() || many.iter().any(|one| one == value),
        Some(one) => one == value,
    };
    let number = |text: &str| text.trim().parse::<f64>().ok();
    let bound = |name| description.get(name).and_then(Value::as_str).and_then(number);
    let within = number(value).is_none_or(|value| {
        bound("valueMin").is_none_or(|min| min <= value) && bound("valueMax").is_none_or(|max| value <= max)
    });
    listed && within
}

fn objects<'a>(members: &'a Map<String, Value>, name: &str) -> Vec<&'a Map<String, Value>> {
    match members.get(name) {
        Some(Value::Array(many)) => many.iter().filter_map(Value::as_object).collect(),
        one => one.and_then(Value::as_object).into_iter().collect(),
    }
}
