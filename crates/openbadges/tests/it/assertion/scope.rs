//! Where an issuer's hosted badges may stand.

use openbadges::verify::{CheckId, Outcome, Report, State, Verdict};
use serde_json::{Value, json};

use super::{ASSERTION, BADGE_CLASS, ISSUER, Site, assertion};
use crate::support::{assert_check, assert_only_failure, notes};

/// The report on the good badge of an issuer with these rules.
fn under(rules: &Value) -> Report {
    let site = Site::good().with(ISSUER, |issuer| issuer["verification"] = rules.clone());
    site.report(assertion().to_string())
}

#[test]
fn each_rule_lets_badges_stand_where_it_says() {
    for (rules, by) in [
        (json!({}), "host"),
        (
            json!({"startsWith": "https://badges.example/assertions/"}),
            "starts-with",
        ),
        (
            json!({"startsWith": ["https://other.example/", "https://badges.example"]}),
            "starts-with",
        ),
        (json!({"allowedOrigins": "badges.example"}), "allowed-origins"),
        (
            json!({"allowedOrigins": ["other.example", "BADGES.example"]}),
            "allowed-origins",
        ),
        (
            json!({"startsWith": "https://badges.example/a", "allowedOrigins": ["badges.example"]}),
            "starts-with",
        ),
    ] {
        let report = under(&rules);
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        assert_check(
            &report,
            CheckId::IssuerBinding,
            Outcome::Passed,
            "within-issuers-scope",
        );
        assert_eq!(report.check(CheckId::IssuerBinding).unwrap().data["by"], by);
    }
}

#[test]
fn a_badge_outside_of_every_rule_is_not_the_issuers() {
    for rules in [
        json!({"startsWith": "https://badges.example/other/"}),
        json!({"startsWith": ["https://other.example/", "http://badges.example/"]}),
        json!({"startsWith": "badges.example"}),
        json!({"allowedOrigins": ["other.example"]}),
        json!({"allowedOrigins": ["badges.example:8443"]}),
        json!({"allowedOrigins": ["https://badges.example"]}),
        json!({"startsWith": "https://badges.example/", "allowedOrigins": ["other.example"]}),
    ] {
        let report = under(&rules);
        assert_only_failure(&report, CheckId::IssuerBinding, "outside-issuers-scope");
        assert_eq!(report.state, State::Invalid, "{rules}");
        assert_eq!(report.credential.unwrap().issuer.unwrap().domain, None);
    }
}

#[test]
fn a_host_whose_name_only_begins_alike_is_another() {
    const LOOKALIKE: &str = "https://badges.example.attacker.example/assertions/1";
    let mut forged = assertion();
    forged["id"] = json!(LOOKALIKE);
    let mut site = Site::good().with(ISSUER, |issuer| {
        issuer["verification"] = json!({"startsWith": "https://badges.example"});
    });
    site.publish(LOOKALIKE, &forged);
    assert_only_failure(
        &site.report(forged.to_string()),
        CheckId::IssuerBinding,
        "outside-issuers-scope",
    );
}

#[test]
fn without_a_rule_another_host_than_the_profiles_is_outside() {
    const FOREIGN: &str = "https://attacker.example/assertions/1";
    let mut forged = assertion();
    forged["id"] = json!(FOREIGN);
    let mut site = Site::good();
    site.publish(FOREIGN, &forged);
    let report = site.report(forged.to_string());
    assert_only_failure(&report, CheckId::IssuerBinding, "outside-issuers-scope");
    assert_check(&report, CheckId::Signature, Outcome::Passed, "hosted-confirmed");
}

#[test]
fn a_profile_that_claims_to_be_of_another_host_is_refused() {
    const IMPOSTOR: &str = "https://attacker.example/issuer";
    let mut site = Site::good().with(BADGE_CLASS, |class| class["issuer"] = json!(IMPOSTOR));
    let mut profile = super::issuer();
    profile["verification"] = json!({"allowedOrigins": ["badges.example"]});
    site.publish(IMPOSTOR, &profile);
    let report = site.report(assertion().to_string());
    assert_only_failure(&report, CheckId::IssuerBinding, "document-of-another");
}

#[test]
fn a_profile_under_another_name_of_its_host_or_none_of_the_web_is_its_address() {
    for found in [
        "https://badges.example/issuer?v=2",
        "urn:uuid:2d391246-6e0d-4dab-906c-b29770bd7aa6",
    ] {
        let site = Site::good().with(ISSUER, |issuer| issuer["id"] = json!(found));
        let report = site.report(assertion().to_string());
        assert_check(
            &report,
            CheckId::IssuerBinding,
            Outcome::Warning,
            "within-issuers-scope",
        );
        assert_eq!(notes(&report, CheckId::IssuerBinding), ["document-id-differs"]);
        assert_eq!(
            report.check(CheckId::IssuerBinding).unwrap().notes[0].data["found"],
            found
        );
        assert_eq!(report.verdict, Verdict::Verified);
        assert_eq!(report.credential.unwrap().issuer.unwrap().id, ISSUER);
    }
}

#[test]
fn an_issuer_without_an_address_is_nobody_that_can_be_shown() {
    let site = Site::good().with(BADGE_CLASS, |class| {
        class["issuer"] = super::issuer();
        class["issuer"]["id"] = json!("urn:uuid:2d391246-6e0d-4dab-906c-b29770bd7aa6");
    });
    let report = site.report(assertion().to_string());
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "issuer-not-hosted",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn parts_that_do_not_answer_leave_the_badge_unconfirmed() {
    for url in [ASSERTION, BADGE_CLASS, ISSUER] {
        let report = Site::good().without(url).report(assertion().to_string());
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Unconfirmed, State::Unchecked),
            "{url}"
        );
        assert!(!report.check(CheckId::IssuerBinding).unwrap().outcome.is_good());
    }
}

#[test]
fn an_address_that_leaves_its_folder_in_disguise_does_not_begin_with_it() {
    for path in ["a/../learners/1", "a/%2e%2e/learners/1", "a/.%2E/learners/1"] {
        let url = format!("https://badges.example/{path}");
        let mut forged = assertion();
        forged["id"] = json!(url);
        let mut site = Site::good().with(ISSUER, |issuer| {
            issuer["verification"] = json!({"startsWith": "https://badges.example/a/"});
        });
        // Where fetchers end up.
        site.publish("https://badges.example/learners/1", &forged);
        assert_only_failure(
            &site.report(forged.to_string()),
            CheckId::IssuerBinding,
            "outside-issuers-scope",
        );
    }
}
