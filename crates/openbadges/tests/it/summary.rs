//! What a report lets a caller show: what the issuer signed, with names in place of identifiers.

use openbadges::verify::CheckId;
use openbadges::verify::{AchievedResult, Alignment, EvidenceItem, Outcome, Summary, Verdict};
use serde_json::{Value, json};

use crate::support::{assert_check, badge_with, report, signed};

const GRADE: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a01";
const PROJECT: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a02";
const MASTERED: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a03";

#[track_caller]
fn summary_of(change: impl FnOnce(&mut Value)) -> Summary {
    let report = report(signed(&badge_with(change)));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    report.credential.unwrap()
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn evidence_is_told_in_full() {
    let summary = summary_of(|badge| {
        badge["evidence"] = json!([{
            "id": "https://badges.example/evidence/1", "type": ["Evidence"], "name": "Box",
            "description": "A box of plywood.", "narrative": "It *closes*.", "genre": "Woodwork",
            "audience": "Neighbours",
        }]);
    });
    let expected = EvidenceItem {
        id: text("https://badges.example/evidence/1"),
        name: text("Box"),
        description: text("A box of plywood."),
        narrative: text("It *closes*."),
        genre: text("Woodwork"),
        audience: text("Neighbours"),
    };
    assert_eq!(summary.evidence, [expected]);
}

#[test]
fn an_alignment_is_told_in_full() {
    let summary = summary_of(|badge| {
        badge["credentialSubject"]["achievement"]["alignment"] = json!([{
            "type": ["Alignment"], "targetName": "Woodwork", "targetUrl": "https://skills.example/wood",
            "targetFramework": "Skills of the region", "targetCode": "W-1", "targetDescription": "Works wood.",
        }]);
    });
    let expected = Alignment {
        name: text("Woodwork"),
        url: text("https://skills.example/wood"),
        framework: text("Skills of the region"),
        code: text("W-1"),
        description: text("Works wood."),
    };
    assert_eq!(summary.alignments, [expected]);
}

/// An achievement that measures a grade and a project with levels.
fn with_results(results: Value) -> impl FnOnce(&mut Value) {
    move |badge| {
        badge["credentialSubject"]["achievement"]["resultDescription"] = json!([
            {"id": GRADE, "type": ["ResultDescription"], "name": "Grade", "resultType": "Percent"},
            {
                "id": PROJECT, "type": ["ResultDescription"], "name": "Project",
                "resultType": "RubricCriterionLevel",
                "rubricCriterionLevel": [
                    {"id": MASTERED, "type": ["RubricCriterionLevel"], "name": "Mastered"},
                ],
            },
        ]);
        badge["credentialSubject"]["result"] = results;
    }
}

fn result(name: &str, result_type: &str) -> AchievedResult {
    AchievedResult {
        name: text(name),
        result_type: text(result_type),
        ..AchievedResult::default()
    }
}

#[test]
fn a_result_is_told_by_the_names_of_what_it_refers_to() {
    let summary = summary_of(with_results(json!([
        {"type": ["Result"], "resultDescription": GRADE, "value": "80"},
        {"type": ["Result"], "resultDescription": PROJECT, "achievedLevel": MASTERED},
        {"type": ["Result"], "resultDescription": PROJECT, "status": "Completed"},
    ])));
    let grade = AchievedResult {
        value: text("80"),
        ..result("Grade", "Percent")
    };
    let level = AchievedResult {
        level: text("Mastered"),
        ..result("Project", "RubricCriterionLevel")
    };
    let status = AchievedResult {
        status: text("Completed"),
        ..result("Project", "RubricCriterionLevel")
    };
    assert_eq!(summary.results, [grade, level, status]);
}

#[test]
fn a_level_of_another_description_is_found_by_its_name_too() {
    let summary = summary_of(with_results(json!([
        {"type": ["Result"], "resultDescription": GRADE, "value": "80", "achievedLevel": MASTERED},
    ])));
    assert_eq!(summary.results[0].level.as_deref(), Some("Mastered"));
}

#[test]
fn nothing_is_shown_when_a_single_term_is_defined_by_no_context() {
    for place in [
        "",
        "/issuer",
        "/credentialSubject",
        "/credentialSubject/achievement",
        "/credentialSubject/achievement/criteria",
        "/evidence/0",
    ] {
        let mut badge: Value = serde_json::from_str(&signed(&badge_with(|badge| {
            badge["evidence"] = json!([{"type": ["Evidence"], "name": "Box"}]);
        })))
        .unwrap();
        badge.pointer_mut(place).unwrap()["honours"] = json!("With honours");
        let report = report(badge.to_string());
        assert_check(&report, CheckId::Context, Outcome::Failed, "undefined-term");
        assert_eq!(report.credential, None, "{place}");
    }
}
