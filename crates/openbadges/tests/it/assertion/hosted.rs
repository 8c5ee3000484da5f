//! Hosted badges: what is published counts, and nothing else.

use openbadges::verify::{CheckId, Document, Outcome, Policy, Register, State, Verdict, WantedKind};
use serde_json::json;

use super::{ASSERTION, BADGE_CLASS, ISSUER, Site, assertion, assertion_with, baked, issuer};
use crate::support::{answered, assert_check, assert_only_failure, notes, report};

#[test]
fn a_badge_that_its_issuer_publishes_is_verified() {
    for input in [
        assertion().to_string().into_bytes(),
        baked(&assertion().to_string()),
        baked(ASSERTION),
    ] {
        let report = Site::good().report(input);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine),
            "{report:#?}"
        );
        assert_check(&report, CheckId::Format, Outcome::Passed, "badge-found");
        assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
        assert_check(&report, CheckId::Context, Outcome::Passed, "version-known");
        assert_check(&report, CheckId::Signature, Outcome::Passed, "hosted-confirmed");
        assert_check(
            &report,
            CheckId::IssuerBinding,
            Outcome::Passed,
            "within-issuers-scope",
        );
        assert_check(&report, CheckId::Validity, Outcome::Passed, "no-expiry");
        assert_check(&report, CheckId::Status, Outcome::Passed, "still-hosted");
        assert_eq!(report.format.version.as_deref(), Some("2.0"));
        assert_eq!(report.format.proof.as_deref(), Some("hosted"));
        let badge = report.credential.unwrap();
        assert_eq!(badge.id.as_deref(), Some(ASSERTION));
        assert_eq!(badge.name.as_deref(), Some("Laser cutting, level 1"));
        assert_eq!(badge.achievement_id.as_deref(), Some(BADGE_CLASS));
        assert_eq!(badge.valid_from.as_deref(), Some("2026-01-01T00:00:00Z"));
        let issuer = badge.issuer.unwrap();
        assert_eq!(
            (issuer.id.as_str(), issuer.domain.as_deref()),
            (ISSUER, Some("badges.example"))
        );
    }
}

#[test]
fn each_part_is_wanted_once_the_part_that_names_it_was_read() {
    let mut site = Site(std::collections::BTreeMap::new());
    for (url, document) in [
        (ASSERTION, assertion()),
        (BADGE_CLASS, super::badge_class()),
        (ISSUER, issuer()),
    ] {
        let report = site.report(assertion().to_string());
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{report:#?}");
        let wanted: Vec<_> = report
            .wanted
            .iter()
            .map(|wanted| (wanted.url.as_str(), wanted.kind))
            .collect();
        assert_eq!(wanted, [(url, WantedKind::Hosted)]);
        site.publish(url, &document);
    }
    let report = site.report(assertion().to_string());
    assert_eq!((report.verdict, report.wanted.len()), (Verdict::Verified, 0));
}

#[test]
fn a_file_alone_is_unconfirmed_and_nothing_that_it_says_is_shown() {
    let alone = report(assertion().to_string());
    assert_check(
        &alone,
        CheckId::Signature,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    assert_eq!(
        (alone.verdict, alone.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
    assert_eq!(alone.credential, None);

    let unreachable = Site::good().without(ASSERTION).report(assertion().to_string());
    assert_check(
        &unreachable,
        CheckId::Signature,
        Outcome::NotChecked,
        "document-unreachable",
    );
    assert_eq!(
        (unreachable.verdict, unreachable.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
    assert_eq!(unreachable.credential, None);
    assert!(unreachable.wanted.is_empty(), "{unreachable:#?}");
}

// The official validator calls such a file valid: it does not read a hosted badge again at its own address.
#[test]
fn the_published_badge_counts_where_the_file_differs_and_it_is_said() {
    let forged = assertion_with(|badge| {
        badge["recipient"]["identity"] = json!("learner.two@example.org");
        badge["badge"] = json!("https://other.example/badges/9");
        badge["narrative"] = json!("Best of the year.");
    });
    let mut policy = Policy::default();
    policy.recipient = Some("learner.two@example.org".to_owned());
    let report = Site::good().report_under(forged.to_string(), &policy);
    assert_only_failure(&report, CheckId::Recipient, "recipient-differs");
    assert_check(&report, CheckId::Signature, Outcome::Warning, "hosted-confirmed");
    assert_eq!(notes(&report, CheckId::Signature), ["file-differs"]);
    let note = &report.check(CheckId::Signature).unwrap().notes[0];
    assert_eq!(note.data["members"], json!(["badge", "narrative", "recipient"]));
    let badge = report.credential.unwrap();
    assert_eq!(badge.achievement_id.as_deref(), Some(BADGE_CLASS));
    assert!(badge.evidence.is_empty());
}

#[test]
fn another_badge_at_the_address_fails() {
    let site = Site::good().with(ASSERTION, |badge| {
        badge["id"] = json!("https://badges.example/assertions/2")
    });
    let report = site.report(assertion().to_string());
    assert_only_failure(&report, CheckId::Signature, "hosted-id-differs");
    assert_eq!(
        report.check(CheckId::Signature).unwrap().data["found"],
        "https://badges.example/assertions/2"
    );
    assert_eq!(
        (report.state, report.credential.is_none()),
        (State::Invalid, true)
    );
}

#[test]
fn an_address_leads_on_to_the_badges_own_and_from_there_nowhere() {
    const ELSEWHERE: &str = "https://copies.example/1";
    let mut site = Site::good();
    site.publish(ELSEWHERE, &assertion());
    let report = site.report(baked(ELSEWHERE));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(report.credential.unwrap().id.as_deref(), Some(ASSERTION));

    let round = site
        .with(ASSERTION, |badge| badge["id"] = json!(ELSEWHERE))
        .report(baked(ELSEWHERE));
    assert_only_failure(&round, CheckId::Signature, "hosted-id-differs");
}

#[test]
fn what_is_no_badge_or_no_json_is_unreadable() {
    for body in [
        "<html/>",
        "{}",
        r#"{"error": "not found"}"#,
        "[]",
        r#"{"a": 1, "a": 1}"#,
    ] {
        let mut site = Site::good();
        site.answer(ASSERTION, answered(body));
        for input in [assertion().to_string().into_bytes(), baked(ASSERTION)] {
            let report = site.report(input);
            assert_check(
                &report,
                CheckId::Signature,
                Outcome::NotChecked,
                "document-unreadable",
            );
            assert_eq!(
                (report.verdict, report.state),
                (Verdict::Unconfirmed, State::Unchecked),
                "{body}"
            );
        }
    }
}

#[test]
fn a_badge_that_is_not_found_is_unconfirmed_and_not_withdrawn() {
    for input in [assertion().to_string().into_bytes(), baked(ASSERTION)] {
        let report = Site::good().with_status(ASSERTION, 404).report(input);
        assert_check(
            &report,
            CheckId::Signature,
            Outcome::NotChecked,
            "document-unreachable",
        );
        assert_eq!(report.check(CheckId::Signature).unwrap().data["status"], 404);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Unconfirmed, State::Unchecked)
        );
    }
}

#[test]
fn a_badge_without_an_address_is_unconfirmed_or_faulty() {
    let report = report(assertion_with(|badge| badge["id"] = json!("urn:uuid:1")).to_string());
    assert_check(
        &report,
        CheckId::Signature,
        Outcome::NotChecked,
        "no-hosted-address",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn a_badge_class_or_an_issuer_inside_the_badge_proves_nothing_and_is_read_at_its_own_address() {
    let forged_class =
        json!({"id": BADGE_CLASS, "type": "BadgeClass", "name": "Doctor of medicine", "issuer": ISSUER});
    let site = Site::good().with(ASSERTION, |badge| badge["badge"] = forged_class.clone());
    let report = site.report(site_assertion(&site));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(
        report.credential.unwrap().name.as_deref(),
        Some("Laser cutting, level 1")
    );

    let unread = site.without(BADGE_CLASS);
    let report = unread.report(site_assertion(&unread));
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "document-unreachable",
    );
    assert_check(
        &report,
        CheckId::Structure,
        Outcome::NotChecked,
        "document-unreachable",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(report.credential.unwrap().name, None);

    let own_rules = json!({"id": ISSUER, "type": "Profile", "name": "Issuer One",
        "verification": {"allowedOrigins": ["other.example"]}});
    let site = Site::good().with(BADGE_CLASS, |class| class["issuer"] = own_rules);
    let report = site.report(assertion().to_string());
    assert_eq!(report.check(CheckId::IssuerBinding).unwrap().data["by"], "host");
}

fn site_assertion(site: &Site) -> Vec<u8> {
    match &site.0[ASSERTION] {
        Document::Answered { body, .. } => body.clone(),
        Document::Unreachable { .. } => Vec::new(),
    }
}

#[test]
fn an_http_address_is_asked_for_over_tls_and_said() {
    let plain = |url: &str| url.replacen("https:", "http:", 1);
    let file = assertion_with(|badge| badge["id"] = json!(plain(ASSERTION)));
    let wanted: Vec<_> = report(file.to_string())
        .wanted
        .into_iter()
        .map(|wanted| wanted.url)
        .collect();
    assert_eq!(wanted, [plain(ASSERTION), ASSERTION.to_owned()]);

    let over_tls = Site::good()
        .with(ASSERTION, |badge| badge["id"] = json!(plain(ASSERTION)))
        .with(BADGE_CLASS, |class| class["issuer"] = json!(plain(ISSUER)));
    let report = over_tls.report(file.to_string());
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(notes(&report, CheckId::Signature), ["read-over-tls"]);
    assert_eq!(notes(&report, CheckId::IssuerBinding), ["read-over-tls"]);

    let mut by_plain_http = Site::good().without(ASSERTION);
    by_plain_http.publish(&plain(ASSERTION), &file);
    let report = by_plain_http.report(file.to_string());
    assert_check(&report, CheckId::Signature, Outcome::Warning, "hosted-confirmed");
    assert_eq!(notes(&report, CheckId::Signature), ["plain-http"]);

    // What comes over TLS counts, and so does that it is gone.
    let gone = over_tls.with_status(ASSERTION, 410);
    let mut both = gone;
    both.publish(&plain(ASSERTION), &file);
    assert_check(
        &both.report(file.to_string()),
        CheckId::Status,
        Outcome::Failed,
        "revoked",
    );
}

#[test]
fn loopback_http_is_read_as_it_is_under_the_flag_only() {
    let local = |url: &str| url.replacen("https://badges.example", "http://localhost:8080", 1);
    let file = assertion_with(|badge| badge["id"] = json!(local(ASSERTION)));
    let mut policy = Policy::default();
    policy.allow_loopback_http = true;
    let site = Site(std::collections::BTreeMap::new());
    let wanted: Vec<_> = site.report_under(file.to_string(), &policy).wanted;
    assert_eq!(wanted.len(), 1);
    assert_eq!(wanted[0].url, local(ASSERTION));
}

#[test]
fn an_issuer_is_looked_up_in_registers_by_the_address_of_its_profile() {
    let mut policy = Policy::default();
    policy.registers = vec![Register::new(None, [ISSUER.to_owned()])];
    let report = Site::good().report_under(assertion().to_string(), &policy);
    assert_check(&report, CheckId::Trust, Outcome::Passed, "issuer-listed");
    let unread = Site::good()
        .without(ISSUER)
        .report_under(assertion().to_string(), &policy);
    assert_check(&unread, CheckId::Trust, Outcome::NotChecked, "not-reached");
}
