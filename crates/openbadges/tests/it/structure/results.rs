//! Results, what they are results of, and what is asked of them.

use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::{Value, json};

use super::assert_fault;
use crate::support::{assert_check, badge_with, notes, report, signed};

const GRADE: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a01";
const RUBRIC: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a02";
const SCORE: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a03";
const STATUS: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a04";
const MASTERED: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a05";
const OTHER: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a06";

/// A badge that measures four things, with this one result.
fn with_result(result: Value) -> impl Fn(&mut Value) {
    move |badge| {
        badge["credentialSubject"]["achievement"]["resultDescription"] = json!([
            {"id": GRADE, "type": ["ResultDescription"], "name": "Grade", "resultType": "LetterGrade",
             "allowedValue": ["C", "B", "A"], "requiredValue": "B"},
            {"id": RUBRIC, "type": ["ResultDescription"], "name": "Craft", "resultType": "RubricCriterionLevel",
             "requiredLevel": MASTERED, "rubricCriterionLevel": [
                {"id": MASTERED, "type": ["RubricCriterionLevel"], "name": "Mastered", "level": "2", "points": "4"},
             ]},
            {"id": SCORE, "type": ["ResultDescription"], "name": "Score", "resultType": "Percent",
             "valueMin": "0", "valueMax": "100", "requiredValue": "50"},
            {"id": STATUS, "type": ["ResultDescription"], "name": "Status", "resultType": "Status"},
        ]);
        let mut result = result.clone();
        result["type"] = json!(["Result"]);
        badge["credentialSubject"]["result"] = json!([result]);
    }
}

#[test]
fn a_result_that_keeps_to_its_description_is_sound() {
    for (result, name, value) in [
        (
            json!({"resultDescription": GRADE, "value": "A"}),
            "Grade",
            Some("A"),
        ),
        (
            json!({"resultDescription": RUBRIC, "achievedLevel": MASTERED}),
            "Craft",
            Some("Mastered"),
        ),
        (
            json!({"resultDescription": SCORE, "value": "100"}),
            "Score",
            Some("100"),
        ),
        (
            json!({"resultDescription": SCORE, "value": "0.5"}),
            "Score",
            Some("0.5"),
        ),
        (
            json!({"resultDescription": STATUS, "status": "Completed"}),
            "Status",
            None,
        ),
    ] {
        let report = report(signed(&badge_with(with_result(result))));
        assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        let result = &report.credential.unwrap().results[0];
        assert_eq!(
            (
                result.name.as_deref(),
                result.value.as_deref().or(result.level.as_deref())
            ),
            (Some(name), value)
        );
    }
}

#[test]
fn a_result_names_a_description_of_the_achievement() {
    assert_fault(
        "broken-link",
        "/credentialSubject/result/0/resultDescription",
        with_result(json!({"resultDescription": OTHER, "value": "80"})),
    );
    // Nothing is described, so nothing can be named.
    assert_fault(
        "broken-link",
        "/credentialSubject/result/0/resultDescription",
        |badge| {
            badge["credentialSubject"]["result"] =
                json!([{"type": ["Result"], "resultDescription": GRADE, "value": "A"}]);
        },
    );
}

#[test]
fn a_level_that_was_reached_is_one_of_the_rubric() {
    assert_fault(
        "broken-link",
        "/credentialSubject/result/0/achievedLevel",
        with_result(json!({"resultDescription": RUBRIC, "achievedLevel": OTHER})),
    );
}

#[test]
fn a_level_of_another_description_is_understood_with_a_remark() {
    let result = json!({"resultDescription": GRADE, "achievedLevel": MASTERED});
    let report = report(signed(&badge_with(with_result(result))));
    assert_check(&report, CheckId::Structure, Outcome::Warning, "structure-sound");
    assert_eq!(notes(&report, CheckId::Structure), ["level-of-another"]);
    let data = &report.check(CheckId::Structure).unwrap().notes[0].data;
    assert_eq!(data["pointer"], "/credentialSubject/result/0/achievedLevel");
    let result = &report.credential.unwrap().results[0];
    assert_eq!(
        (result.name.as_deref(), result.level.as_deref()),
        (Some("Grade"), Some("Mastered"))
    );
}

#[test]
fn a_level_that_is_required_is_one_of_the_rubric() {
    assert_fault(
        "broken-link",
        "/credentialSubject/achievement/resultDescription/1/requiredLevel",
        |badge| {
            with_result(json!({"resultDescription": GRADE, "value": "A"}))(badge);
            badge["credentialSubject"]["achievement"]["resultDescription"][1]["requiredLevel"] = json!(OTHER);
        },
    );
}

#[test]
fn a_result_is_among_the_values_that_are_allowed() {
    for (description, value) in [(GRADE, "D"), (GRADE, "a"), (SCORE, "101"), (SCORE, "-1")] {
        assert_fault(
            "result-not-allowed",
            "/credentialSubject/result/0/value",
            with_result(json!({"resultDescription": description, "value": value})),
        );
    }
}

#[test]
fn a_value_that_is_required_can_be_reached() {
    for (index, value) in [(0, "E"), (2, "120")] {
        assert_fault(
            "result-not-allowed",
            &format!("/credentialSubject/achievement/resultDescription/{index}/requiredValue"),
            |badge| {
                with_result(json!({"resultDescription": GRADE, "value": "A"}))(badge);
                badge["credentialSubject"]["achievement"]["resultDescription"][index]["requiredValue"] =
                    json!(value);
            },
        );
    }
}

#[test]
fn a_result_of_the_kind_status_says_which() {
    assert_fault(
        "missing-member",
        "/credentialSubject/result/0/status",
        with_result(json!({"resultDescription": STATUS, "value": "done"})),
    );
}

#[test]
fn each_level_of_a_rubric_is_whole() {
    for (name, code) in [
        ("id", "missing-member"),
        ("name", "missing-member"),
        ("type", "missing-type"),
    ] {
        // Without its identifier it is no longer the level that is required.
        let pointer =
            format!("/credentialSubject/achievement/resultDescription/1/rubricCriterionLevel/0/{name}");
        let report = report(
            badge_with(|badge| {
                with_result(json!({"resultDescription": GRADE, "value": "A"}))(badge);
                let place = pointer.strip_suffix(&format!("/{name}")).unwrap();
                super::remove(badge, place, name);
            })
            .to_string(),
        );
        let check = report.check(CheckId::Structure).unwrap();
        assert_eq!(
            (check.code.as_str(), &check.data["pointer"]),
            (code, &json!(pointer))
        );
    }
}
