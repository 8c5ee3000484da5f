//! A picture that is not at hand: fetched only when the caller wants it.

use openbadges::verify::{
    CheckId, Document, Evidence, Outcome, Policy, Report, State, Verdict, WantedKind, verify,
};
use serde_json::{Value, json};

use super::{PICTURE, badge_of, resource};
use crate::support::{NOW, answered, assert_check, assert_only_failure};

const BYTES: &[u8] = b"the bytes of a picture";

fn badge() -> String {
    badge_of(PICTURE, &json!([resource(PICTURE, "image/png", BYTES)]))
}

fn report_asking(badge: &str, evidence: &Evidence, fetch_images: bool) -> Report {
    let mut policy = Policy::default();
    policy.fetch_images = fetch_images;
    verify(badge.as_bytes(), evidence, NOW, &policy)
}

fn report_of(document: Document) -> Report {
    let mut evidence = Evidence::new();
    evidence.insert(PICTURE, document);
    report_asking(&badge(), &evidence, true)
}

fn datum<'a>(report: &'a Report, name: &str) -> &'a Value {
    &report.check(CheckId::Image).unwrap().data[name]
}

#[test]
fn nothing_is_fetched_unless_the_caller_wants_it() {
    let report = report_asking(&badge(), &Evidence::new(), false);
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "image-not-asked");
    assert_eq!(datum(&report, "url"), PICTURE);
    assert!(report.wanted.is_empty());
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Verified, State::Genuine)
    );
    // Not even a picture that happens to be there is looked at.
    let mut evidence = Evidence::new();
    evidence.insert(PICTURE, answered(b"another".as_slice()));
    let report = report_asking(&badge(), &evidence, false);
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "image-not-asked");
}

#[test]
fn a_picture_that_is_asked_for_is_compared() {
    let first = report_asking(&badge(), &Evidence::new(), true);
    assert_check(
        &first,
        CheckId::Image,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    let wanted = &first.wanted[0];
    assert_eq!((wanted.url.as_str(), wanted.kind), (PICTURE, WantedKind::Image));
    assert_eq!(first.verdict, Verdict::Unconfirmed);
    let same = report_of(answered(BYTES));
    assert_check(&same, CheckId::Image, Outcome::Passed, "image-matches");
    assert_eq!(
        (datum(&same, "of"), datum(&same, "url")),
        (&json!("address"), &json!(PICTURE))
    );
    assert_eq!(same.verdict, Verdict::Verified);
    let other = report_of(answered(b"another".as_slice()));
    assert_only_failure(&other, CheckId::Image, "image-differs");
    assert_eq!(
        (datum(&other, "of"), other.state),
        (&json!("address"), State::Caution)
    );
}

#[test]
fn a_picture_that_is_asked_for_and_not_there_leaves_the_badge_unconfirmed() {
    let unreachable = Document::Unreachable {
        reason: "offline".to_owned(),
    };
    let gone = Document::Answered {
        status: 404,
        content_type: None,
        body: BYTES.to_vec(),
    };
    for document in [unreachable, gone] {
        let report = report_of(document);
        assert_check(
            &report,
            CheckId::Image,
            Outcome::NotChecked,
            "document-unreachable",
        );
        assert_eq!(report.verdict, Verdict::Unconfirmed);
    }
}

#[test]
fn an_address_that_is_not_of_the_web_is_never_wanted() {
    for address in [
        "http://badges.example/1.png",
        "urn:example:picture",
        "ftp://badges.example/1.png",
    ] {
        let badge = badge_of(address, &json!([resource(address, "image/png", BYTES)]));
        let report = report_asking(&badge, &Evidence::new(), true);
        assert_check(&report, CheckId::Image, Outcome::NotChecked, "image-not-asked");
        assert!(report.wanted.is_empty());
    }
}
