//! Which words a badge before 3.0 follows.

use openbadges::canon::{ContextSet, RevisionChoice};
use openbadges::verify::{CheckId, Outcome, Report, Verdict};
use serde_json::{Value, json};

use super::{ASSERTION, BADGE_CLASS, ISSUER, Site, assertion};
use crate::support::{assert_check, assert_only_failure, notes};

const V2: &str = "https://w3id.org/openbadges/v2";

fn under(url: &str, context: &Value) -> Report {
    Site::good()
        .with(url, |part| part["@context"] = context.clone())
        .report(assertion().to_string())
}

#[test]
fn the_context_of_the_version_is_known_by_each_of_its_addresses_and_written_out() {
    let contexts = ContextSet::embedded(RevisionChoice::NEWEST);
    let (_, document) = contexts.documents().find(|(url, _)| *url == V2).unwrap();
    for context in [
        json!(V2),
        json!([V2]),
        json!("http://w3id.org/openbadges/v2"),
        json!("https://openbadgespec.org/v2/context.json"),
        document["@context"].clone(),
    ] {
        for url in [ASSERTION, BADGE_CLASS, ISSUER] {
            let report = under(url, &context);
            assert_check(&report, CheckId::Context, Outcome::Passed, "version-known");
            assert_eq!(report.check(CheckId::Context).unwrap().data["version"], "2.0");
            assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        }
    }
}

#[test]
fn another_context_alone_says_nothing_about_the_words() {
    for context in [
        json!("https://w3id.org/openbadges/invalid"),
        json!("https://other.example/v2"),
        json!({"name": "https://schema.org/name"}),
        json!([]),
    ] {
        for (url, pointer) in [
            (ASSERTION, "/@context"),
            (BADGE_CLASS, "/badge/@context"),
            (ISSUER, "/badge/issuer/@context"),
        ] {
            let report = under(url, &context);
            assert_only_failure(&report, CheckId::Context, "missing-context");
            assert_eq!(report.check(CheckId::Context).unwrap().data["pointer"], pointer);
        }
    }
}

#[test]
fn a_context_beside_that_of_the_version_is_named_and_not_read() {
    for other in [
        json!("https://other.example/context.json"),
        json!({"name": "https://other.example/title"}),
    ] {
        let report = under(BADGE_CLASS, &json!([V2, other]));
        assert_check(&report, CheckId::Context, Outcome::Warning, "version-known");
        assert_eq!(notes(&report, CheckId::Context), ["context-not-read"]);
        assert_eq!(
            report.check(CheckId::Context).unwrap().notes[0].data["pointer"],
            "/badge/@context"
        );
    }
}
