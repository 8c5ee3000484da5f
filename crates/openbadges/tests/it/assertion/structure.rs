//! The parts that a badge of 2.0 needs, each fault alone.

use openbadges::verify::{CheckId, Outcome, Report, Verdict};
use serde_json::{Value, json};

use super::{ASSERTION, BADGE_CLASS, ISSUER, Site, assertion};
use crate::support::{assert_check, assert_only_failure, notes, report};

/// The report on the badge of a site that was changed at `url`.
fn changed(url: &str, change: impl FnOnce(&mut Value)) -> Report {
    Site::good().with(url, change).report(assertion().to_string())
}

#[track_caller]
fn assert_fault(report: &Report, code: &str, pointer: &str) {
    assert_only_failure(report, CheckId::Structure, code);
    assert_eq!(
        report.check(CheckId::Structure).unwrap().data["pointer"],
        pointer,
        "{report:#?}"
    );
}

#[test]
fn each_required_part_is_missed() {
    for (url, names, place) in [
        (
            ASSERTION,
            &["type", "recipient", "verification", "issuedOn"][..],
            "",
        ),
        (
            BADGE_CLASS,
            &["id", "type", "name", "description", "image", "criteria"],
            "/badge",
        ),
        (ISSUER, &["id", "type", "name", "url", "email"], "/badge/issuer"),
    ] {
        for name in names {
            let report = changed(url, |part| {
                part.as_object_mut().unwrap().remove(*name);
            });
            let code = if *name == "type" {
                "missing-type"
            } else {
                "missing-member"
            };
            assert_fault(&report, code, &format!("{place}/{name}"));
        }
    }
}

#[test]
fn the_class_and_the_issuer_must_be_named() {
    for (url, name, pointer) in [
        (ASSERTION, "badge", "/badge"),
        (BADGE_CLASS, "issuer", "/badge/issuer"),
    ] {
        let report = changed(url, |part| {
            part.as_object_mut().unwrap().remove(name);
        });
        assert_fault(&report, "missing-member", pointer);
        assert_check(
            &report,
            CheckId::IssuerBinding,
            Outcome::NotChecked,
            "not-reached",
        );
    }
}

#[test]
fn each_wrong_value_is_named() {
    for (url, name, value, code, pointer) in [
        (
            ASSERTION,
            "type",
            json!("OtherAssertion"),
            "missing-type",
            "/type",
        ),
        (
            ASSERTION,
            "issuedOn",
            json!("2026-01-01"),
            "invalid-date",
            "/issuedOn",
        ),
        (
            ASSERTION,
            "issuedOn",
            json!("2026-01-01T00:00:00"),
            "invalid-date",
            "/issuedOn",
        ),
        (
            ASSERTION,
            "issuedOn",
            json!(1_767_225_600),
            "wrong-value",
            "/issuedOn",
        ),
        (ASSERTION, "expires", json!("never"), "invalid-date", "/expires"),
        (
            ASSERTION,
            "verification",
            json!({"type": "trusted"}),
            "missing-type",
            "/verification/type",
        ),
        (ASSERTION, "recipient", json!([]), "wrong-value", "/recipient"),
        (
            ASSERTION,
            "image",
            json!("data:image/png;base64,AAAA"),
            "wrong-value",
            "/image",
        ),
        (
            ASSERTION,
            "image",
            json!({"id": "data:image/png;base64,AAAA"}),
            "wrong-value",
            "/image/id",
        ),
        (
            ASSERTION,
            "evidence",
            json!(["https://a.example", {"id": 7}]),
            "wrong-value",
            "/evidence/1/id",
        ),
        (
            ASSERTION,
            "evidence",
            json!("none"),
            "invalid-identifier",
            "/evidence",
        ),
        (ASSERTION, "related", json!(7), "wrong-value", "/related"),
        (
            BADGE_CLASS,
            "image",
            json!("data:text/html,x"),
            "wrong-value",
            "/badge/image",
        ),
        (
            BADGE_CLASS,
            "image",
            json!(["https://a.example/1.png"]),
            "wrong-value",
            "/badge/image",
        ),
        (
            BADGE_CLASS,
            "image",
            json!({"caption": "A hexagon"}),
            "missing-member",
            "/badge/image/id",
        ),
        (
            BADGE_CLASS,
            "criteria",
            json!({}),
            "missing-member",
            "/badge/criteria/narrative",
        ),
        (
            BADGE_CLASS,
            "criteria",
            json!("see site"),
            "invalid-identifier",
            "/badge/criteria",
        ),
        (
            BADGE_CLASS,
            "alignment",
            json!([{"targetName": "A"}]),
            "missing-member",
            "/badge/alignment/0/targetUrl",
        ),
        (
            BADGE_CLASS,
            "@language",
            json!(7),
            "wrong-value",
            "/badge/@language",
        ),
        (
            ISSUER,
            "type",
            json!("Criteria"),
            "missing-type",
            "/badge/issuer/type",
        ),
        (
            ISSUER,
            "url",
            json!("badges.example"),
            "invalid-identifier",
            "/badge/issuer/url",
        ),
        (
            ISSUER,
            "email",
            json!("nobody"),
            "wrong-value",
            "/badge/issuer/email",
        ),
        (
            ISSUER,
            "verification",
            json!({"startsWith": ["https://badges.example/", 7]}),
            "wrong-value",
            "/badge/issuer/verification/startsWith",
        ),
    ] {
        let report = changed(url, |part| part[name] = value.clone());
        assert_fault(&report, code, pointer);
    }
}

#[test]
fn the_recipient_is_hashed_if_it_says_so_and_only_then() {
    for (identity, hashed, expected) in [
        ("learner.one@example.org", true, "hash"),
        ("sha1$0102", true, "hash"),
        ("md5$900150983cd24fb0d6963f7d28e17f72", false, "clear text"),
    ] {
        let report = changed(ASSERTION, |badge| {
            badge["recipient"]["identity"] = json!(identity);
            badge["recipient"]["hashed"] = json!(hashed);
        });
        assert_fault(&report, "wrong-value", "/recipient/identity");
        assert_eq!(
            report.check(CheckId::Structure).unwrap().data["expected"],
            expected
        );
    }
}

#[test]
fn everything_that_2_0_allows_is_accepted() {
    let site = Site::good()
        .with(ASSERTION, |badge| {
            badge["type"] = json!(["Assertion", "https://vocabulary.example/Micro"]);
            badge["image"] = json!({"id": "https://badges.example/assertions/1.png", "caption": "A hexagon"});
            badge["evidence"] =
                json!(["https://learner.example/", {"id": "_:b1", "narrative": "I cut a box."}]);
            badge["narrative"] = json!("Ten hours of work.");
            badge["issuedOn"] = json!("2026-01-01T10:00+0100");
            badge["related"] = json!([{"id": "https://badges.example/assertions/fr", "@language": "fr"}]);
        })
        .with(BADGE_CLASS, |class| {
            class["@language"] = json!("en");
            class["image"] = json!("data:image/svg+xml;base64,PHN2Zy8+");
            class["criteria"] = json!("https://badges.example/criteria");
            class["alignment"] = json!({"targetName": "Safety", "targetUrl": "https://skills.example/1"});
            class["tags"] = json!(["wood"]);
            class["related"] = json!("https://badges.example/badges/fr");
        })
        .with(ISSUER, |issuer| issuer["type"] = json!("Issuer"));
    let report = site.report(assertion().to_string());
    assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    let badge = report.credential.unwrap();
    assert_eq!(badge.evidence.len(), 3);
    assert_eq!(badge.language.as_deref(), Some("en"));
    assert_eq!(badge.alignments[0].name.as_deref(), Some("Safety"));
    assert_eq!(
        badge.criteria.unwrap().id.as_deref(),
        Some("https://badges.example/criteria")
    );
}

#[test]
fn other_documents_of_open_badges_are_no_badge() {
    for class in [
        "BadgeClass",
        "Profile",
        "Issuer",
        "Endorsement",
        "CryptographicKey",
        "RevocationList",
    ] {
        let report = report(
            json!({"@context": "https://w3id.org/openbadges/v2", "id": "urn:uuid:1", "type": class})
                .to_string(),
        );
        assert_only_failure(&report, CheckId::Structure, "not-an-open-badge");
        assert_eq!(
            report.check(CheckId::Structure).unwrap().data["types"],
            json!([class])
        );
    }
}

/// The report on a badge with this extension.
fn with_extension(extension: &Value) -> Report {
    changed(ASSERTION, |badge| badge["extensions:x"] = extension.clone())
}

#[test]
fn extensions_of_known_classes_follow_their_rules() {
    let context = "https://w3id.org/openbadges/extensions/x/context.json";
    for (class, members, fault) in [
        (
            "ExampleExtension",
            json!({"exampleProperty": "short and sweet"}),
            None,
        ),
        (
            "ExampleExtension",
            json!({"http://schema.org/text": "short and sweet"}),
            None,
        ),
        (
            "ExampleExtension",
            json!({}),
            Some(("missing-member", "exampleProperty")),
        ),
        (
            "ExampleExtension",
            json!({"exampleProperty": 7}),
            Some(("wrong-value", "exampleProperty")),
        ),
        ("ApplyLink", json!({"url": "https://badges.example/apply"}), None),
        (
            "ApplyLink",
            json!({"url": "apply"}),
            Some(("invalid-identifier", "url")),
        ),
        (
            "GeoCoordinates",
            json!({"description": "The lab", "geo": {"latitude": 48.1, "longitude": -1.7}}),
            None,
        ),
        (
            "GeoCoordinates",
            json!({"description": "The lab", "geo": {"latitude": "48.1", "longitude": -1.7}}),
            Some(("wrong-value", "geo/latitude")),
        ),
        (
            "GeoCoordinates",
            json!({"description": "The lab"}),
            Some(("missing-member", "geo")),
        ),
    ] {
        let mut extension = members;
        extension["@context"] = json!(context);
        extension["type"] = json!(["Extension", format!("extensions:{class}")]);
        let report = with_extension(&extension);
        match fault {
            None => assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound"),
            Some((code, name)) => assert_fault(&report, code, &format!("/extensions:x/{name}")),
        }
    }
}

#[test]
fn an_extension_of_an_unknown_class_is_a_remark() {
    for (extension, name) in [
        (
            json!({"@context": "https://a.example/c.json", "type": ["Extension", "extensions:Grade"], "grade": 7}),
            "Grade",
        ),
        (
            json!({"@context": "https://a.example/c.json", "grade": 7}),
            "extensions:x",
        ),
    ] {
        let report = with_extension(&extension);
        assert_check(&report, CheckId::Structure, Outcome::Warning, "structure-sound");
        assert_eq!(notes(&report, CheckId::Structure), ["extension-not-read"]);
        assert_eq!(
            report.check(CheckId::Structure).unwrap().notes[0].data["name"],
            name
        );
        assert_eq!(report.verdict, Verdict::Verified);
    }
}
