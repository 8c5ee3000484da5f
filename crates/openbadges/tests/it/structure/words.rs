//! Lists of words that the specification closes, and those that an issuer may extend.

use openbadges::verify::{CheckId, Outcome};
use serde_json::{Value, json};

use super::assert_fault;
use crate::support::{assert_check, badge_with, report, signed};

const DESCRIPTION: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a01";

/// A badge in which each list has one of its words.
fn with_words(badge: &mut Value) {
    let subject = &mut badge["credentialSubject"];
    subject["achievement"]["achievementType"] = json!("Badge");
    subject["achievement"]["alignment"] = json!({
        "type": "Alignment", "targetName": "Woodwork", "targetUrl": "https://skills.example/wood",
        "targetType": "CFItem",
    });
    subject["achievement"]["otherIdentifier"] =
        json!({"type": "IdentifierEntry", "identifier": "1", "identifierType": "ltiContextId"});
    subject["achievement"]["resultDescription"] = json!([
        {"id": DESCRIPTION, "type": ["ResultDescription"], "name": "Status", "resultType": "Status"},
    ]);
    subject["result"] =
        json!([{"type": ["Result"], "resultDescription": DESCRIPTION, "status": "Completed"}]);
}

const EXTENSIBLE: [&str; 5] = [
    "/credentialSubject/achievement/achievementType",
    "/credentialSubject/achievement/alignment/targetType",
    "/credentialSubject/achievement/otherIdentifier/identifierType",
    "/credentialSubject/achievement/resultDescription/0/resultType",
    "/credentialSubject/identifier/0/identityType",
];

#[test]
fn a_word_that_is_not_listed_fails() {
    for pointer in EXTENSIBLE
        .into_iter()
        .chain(["/credentialSubject/result/0/status"])
    {
        for word in [
            "Invention",
            "",
            "badge",
            "ext:",
            "ext:with space",
            "Ext:Invention",
        ] {
            assert_fault("unlisted-word", pointer, |badge| {
                with_words(badge);
                *badge.pointer_mut(pointer).unwrap() = json!(word);
            });
        }
    }
}

#[test]
fn issuers_extend_a_list_by_a_prefix() {
    for pointer in EXTENSIBLE {
        let report = report(signed(&badge_with(|badge| {
            with_words(badge);
            *badge.pointer_mut(pointer).unwrap() = json!("ext:Workshop.2026-01_a");
        })));
        assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
    }
}

#[test]
fn a_closed_list_cannot_be_extended() {
    assert_fault("unlisted-word", "/credentialSubject/result/0/status", |badge| {
        with_words(badge);
        badge["credentialSubject"]["result"][0]["status"] = json!("ext:Passed");
    });
}
