//! What verifiers for people show as verified although it is not, or was not looked up.

use openbadges::verify::{CheckId, Document, Evidence, Outcome, Policy, State, Verdict, verify};
use serde_json::{Value, json};

use crate::assertion::{ASSERTION, Site, assertion, baked};
use crate::jwt::{header, payload, token};
use crate::status::{INDEX, LIST, badge_in, encoded, list, revocation_list, status_list_2021};
use crate::support::{
    NOW, answered, assert_check, assert_only_failure, badge, badge_with, evidence, in_each_container, report,
    report_with, signed, signed_as, unreachable,
};

fn answer(url: &str, status: u16) -> Evidence {
    let mut evidence = Evidence::new();
    let body = Vec::new();
    evidence.insert(
        url,
        Document::Answered {
            status,
            content_type: None,
            body,
        },
    );
    evidence
}

#[test]
fn a_revoked_badge_whose_list_cannot_be_reached_is_not_shown_as_valid() {
    for input in in_each_container(&badge_in(|_| {})) {
        for evidence in [unreachable(&[LIST]), answer(LIST, 404)] {
            let report = report_with(&input, &evidence);
            assert_check(
                &report,
                CheckId::Status,
                Outcome::NotChecked,
                "status-unreachable",
            );
            assert_eq!(
                (report.verdict, report.state),
                (Verdict::Unconfirmed, State::Unchecked)
            );
        }
    }
}

#[test]
fn a_revoked_badge_is_not_shown_as_valid() {
    let mut evidence = Evidence::new();
    evidence.insert(LIST, answered(signed(&list("revocation", &[INDEX]))));
    for input in in_each_container(&badge_in(|_| {})) {
        assert_only_failure(&report_with(input, &evidence), CheckId::Status, "revoked");
    }
}

#[test]
fn a_hosted_badge_that_its_issuer_withdrew_is_not_shown_as_valid() {
    let revoked = Site::good().with(ASSERTION, |badge| badge["revoked"] = json!(true));
    let gone = Site::good().with_status(ASSERTION, 410);
    for input in [
        assertion().to_string().into_bytes(),
        baked(&assertion().to_string()),
        baked(ASSERTION),
    ] {
        for site in [&revoked, &gone] {
            assert_only_failure(&site.report(&input), CheckId::Status, "revoked");
        }
    }
}

#[test]
fn every_status_is_looked_up_and_not_the_first_alone() {
    let twice = signed(&badge_with(|badge| {
        let entry = |index: usize| {
            json!({
                "id": format!("{LIST}#{index}"), "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                "statusListIndex": index.to_string(), "statusListCredential": LIST,
            })
        };
        badge["credentialStatus"] = json!([entry(INDEX - 1), entry(INDEX)]);
    }));
    let mut evidence = Evidence::new();
    evidence.insert(LIST, answered(signed(&list("revocation", &[INDEX]))));
    for input in in_each_container(&twice) {
        assert_only_failure(&report_with(input, &evidence), CheckId::Status, "revoked");
    }
}

#[test]
fn the_revocation_lists_of_1edtech_are_read_and_not_taken_for_good() {
    let revoked = revocation_list::list(&json!([{"id": revocation_list::BADGE}]));
    let read = evidence(&[(revocation_list::LIST, &revoked)]);
    let unread = unreachable(&[revocation_list::LIST]);
    for input in in_each_container(&signed(&revocation_list::credential(|_| {}))) {
        assert_eq!(report(&input).wanted[0].url, revocation_list::LIST);
        assert_check(
            &report_with(&input, &unread),
            CheckId::Status,
            Outcome::NotChecked,
            "status-unreachable",
        );
        assert_only_failure(&report_with(&input, &read), CheckId::Status, "revoked");
    }
}

#[test]
fn the_older_bit_lists_are_read_and_not_taken_for_good() {
    let mut read = Evidence::new();
    read.insert(
        LIST,
        answered(signed(&status_list_2021::older_list("revocation", &[INDEX]))),
    );
    let unread = unreachable(&[LIST]);
    for input in in_each_container(&status_list_2021::badge()) {
        assert_eq!(report(&input).wanted[0].url, LIST);
        assert_check(
            &report_with(&input, &unread),
            CheckId::Status,
            Outcome::NotChecked,
            "status-unreachable",
        );
        assert_only_failure(&report_with(&input, &read), CheckId::Status, "revoked");
    }
}

#[test]
fn a_list_that_is_shorter_than_the_specification_asks_for_is_refused() {
    let mut short = list("revocation", &[]);
    // Gzip of 12,500 zero bytes: 100,000 entries.
    short["credentialSubject"]["encodedList"] = json!(encoded(&[0; 12_500]));
    let mut read = Evidence::new();
    read.insert(LIST, answered(signed(&short)));
    for input in in_each_container(&badge_in(|_| {})) {
        assert_only_failure(
            &report_with(input, &read),
            CheckId::Status,
            "status-list-too-short",
        );
    }
}

#[test]
fn a_badge_that_declares_no_status_is_not_said_to_be_on_no_list() {
    for input in in_each_container(&signed(&badge())) {
        assert_check(
            &report(input),
            CheckId::Status,
            Outcome::NotChecked,
            "status-not-declared",
        );
    }
}

#[test]
fn a_changed_badge_is_not_shown_as_valid() {
    let json = signed(&badge()).replace("plywood", "ply-wood");
    for input in in_each_container(&json) {
        assert_only_failure(&report(input), CheckId::Signature, "changed-after-signing");
    }
    let other = payload();
    let good = token(&header(), &other);
    let changed = token(&header(), &{
        let mut changed = other;
        changed["credentialSubject"]["achievement"]["name"] = json!("Laser cutting, level 9");
        changed
    });
    let ((head, _), (_, signature)) = (changed.rsplit_once('.').unwrap(), good.rsplit_once('.').unwrap());
    for input in in_each_container(&format!("{head}.{signature}")) {
        assert_only_failure(&report(input), CheckId::Signature, "changed-after-signing");
    }
}

#[test]
fn words_that_nobody_signed_are_not_shown_as_signed() {
    let mut badge: Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["credentialSubject"]["gradeHonours"] = json!("first class");
    badge["issuer"]["legalName"] = json!("University");
    for input in in_each_container(&badge.to_string()) {
        let report = report(input);
        assert_only_failure(&report, CheckId::Context, "undefined-term");
        assert_eq!(report.credential, None);
    }
}

#[test]
fn the_recipient_that_was_asked_for_is_compared_in_every_container() {
    let mut policy = Policy::default();
    policy.recipient = Some("learner.two@example.org".to_owned());
    let json = in_each_container(&signed(&badge()));
    let token = in_each_container(&token(&header(), &payload()));
    for input in json.into_iter().chain(token) {
        let report = verify(&input, &Evidence::new(), NOW, &policy);
        assert_only_failure(&report, CheckId::Recipient, "recipient-differs");
        assert_eq!(report.state, State::Caution);
    }
}

#[test]
fn a_badge_that_nobody_signed_is_not_shown_as_valid() {
    for input in in_each_container(&badge().to_string()) {
        assert_only_failure(&report(input), CheckId::Signature, "no-proof");
    }
}

#[test]
fn a_key_that_could_not_be_read_is_not_told_as_a_bad_signature() {
    const DOCUMENT: &str = "https://badges.example/.well-known/did.json";
    let json = badge_with(|badge| badge["issuer"]["id"] = json!("did:web:badges.example"));
    for input in in_each_container(&signed_as(&json, "did:web:badges.example#key-1")) {
        for evidence in [unreachable(&[DOCUMENT]), answer(DOCUMENT, 404)] {
            let report = report_with(&input, &evidence);
            assert_check(
                &report,
                CheckId::Signature,
                Outcome::NotChecked,
                "document-unreachable",
            );
            assert_eq!(report.verdict, Verdict::Unconfirmed);
        }
    }
}
