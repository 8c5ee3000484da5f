//! The `status` check: bitstring status lists, each fault alone.

mod lifetime;
mod list_credential;
mod message;
pub(crate) mod revocation_list;
mod several;
pub(crate) mod status_list_2021;

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::Signer as _;
use openbadges::limits::Limits;
use openbadges::sign::{JwtOptions, SignOptions, sign, sign_jwt};
use openbadges::verify::{CheckId, Document, Evidence, Outcome, Report, State, Verdict, WantedKind};
use serde_json::{Value, json};

use crate::support::{
    NOW, answered, assert_check, assert_only_failure, badge_with, notes, other_signer, report, report_with,
    signed, signer,
};

pub(crate) const LIST: &str = "https://badges.example/status/1";
pub(crate) const INDEX: usize = 94_567;

pub(crate) fn badge_in(entry: impl FnOnce(&mut Value)) -> String {
    signed(&badge_with(|badge| {
        badge["credentialStatus"] = json!({
            "id": format!("{LIST}#{INDEX}"), "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
            "statusListIndex": INDEX.to_string(), "statusListCredential": LIST,
        });
        entry(&mut badge["credentialStatus"]);
    }))
}

pub(crate) fn encoded(bytes: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    format!("u{}", URL_SAFE_NO_PAD.encode(encoder.finish().unwrap()))
}

/// A list of 131,072 entries in which those of `set` are set.
pub(crate) fn list(purpose: &str, set: &[usize]) -> Value {
    let mut bytes = vec![0_u8; 16_384];
    for index in set {
        bytes[index / 8] |= 0x80 >> (index % 8);
    }
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": key_did(&signer().public_key()),
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": format!("{LIST}#list"), "type": "BitstringStatusList", "statusPurpose": purpose,
            "encodedList": encoded(&bytes),
        },
    })
}

/// The list as a token of [`signer`].
fn signed_as_token(list: &Value) -> String {
    let options = JwtOptions::new(key_verification_method(&signer().public_key()), NOW);
    sign_jwt(list, &signer(), &options, &Limits::default()).unwrap()
}

fn report_under(badge: &str, list: impl Into<Vec<u8>>) -> Report {
    let mut evidence = Evidence::new();
    evidence.insert(LIST, answered(list));
    report_with(badge, &evidence)
}

#[test]
fn the_list_is_wanted_and_without_it_the_badge_is_unconfirmed() {
    let badge = badge_in(|_| {});
    let first = report(&badge);
    assert_check(
        &first,
        CheckId::Status,
        Outcome::NotChecked,
        "document-not-fetched",
    );
    assert_eq!(
        (first.wanted[0].url.as_str(), first.wanted[0].kind),
        (LIST, WantedKind::Status)
    );
    let mut evidence = Evidence::new();
    evidence.insert(
        LIST,
        Document::Unreachable {
            reason: "offline".to_owned(),
        },
    );
    let offline = report_with(&badge, &evidence);
    assert_check(
        &offline,
        CheckId::Status,
        Outcome::NotChecked,
        "status-unreachable",
    );
    assert_eq!(
        (offline.verdict, offline.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
}

#[test]
fn a_clear_bit_is_good_and_its_neighbours_do_not_matter() {
    let report = report_under(
        &badge_in(|_| {}),
        signed(&list("revocation", &[INDEX - 1, INDEX + 1])),
    );
    assert_check(&report, CheckId::Status, Outcome::Passed, "not-revoked");
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Verified, State::Genuine)
    );
}

#[test]
fn a_set_bit_means_what_the_purpose_says() {
    let revoked = report_under(&badge_in(|_| {}), signed(&list("revocation", &[INDEX])));
    assert_only_failure(&revoked, CheckId::Status, "revoked");
    assert_eq!(revoked.state, State::Invalid);
    let suspended_badge = badge_in(|entry| entry["statusPurpose"] = json!("suspension"));
    let suspended = report_under(&suspended_badge, signed(&list("suspension", &[INDEX])));
    assert_only_failure(&suspended, CheckId::Status, "suspended");
    assert_eq!(
        (suspended.verdict, suspended.state),
        (Verdict::NotVerified, State::Caution)
    );
}

#[test]
fn a_list_that_nobody_signed_or_that_was_changed_fails() {
    let badge = badge_in(|_| {});
    let unsigned = report_under(&badge, list("revocation", &[]).to_string());
    assert_only_failure(&unsigned, CheckId::Status, "status-list-not-verified");
    assert_eq!(unsigned.check(CheckId::Status).unwrap().data["code"], "no-proof");
    let mut changed: Value = serde_json::from_str(&signed(&list("revocation", &[INDEX]))).unwrap();
    changed["credentialSubject"]["encodedList"] = json!(encoded(&[0; 16_384]));
    let changed = report_under(&badge, changed.to_string());
    assert_only_failure(&changed, CheckId::Status, "status-list-not-verified");
}

#[test]
fn a_list_whose_key_nobody_vouches_for_leaves_the_badge_unconfirmed() {
    let mut list = list("revocation", &[]);
    list["issuer"] = json!("urn:uuid:7bd1a0a8-1f44-4d0e-8a39-5d6f9d2d7c10");
    let report = report_under(&badge_in(|_| {}), signed(&list));
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "status-list-not-confirmed",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn the_list_of_another_issuer_is_accepted_and_said() {
    let issuer = other_signer();
    let mut list = list("revocation", &[]);
    list["issuer"] = json!(key_did(&issuer.public_key()));
    let options = SignOptions::did_key(&issuer, NOW).unwrap();
    let list = sign(&list, &issuer, &options, &Limits::default()).unwrap();
    let report = report_under(&badge_in(|_| {}), list);
    assert_check(&report, CheckId::Status, Outcome::Warning, "not-revoked");
    assert_eq!(notes(&report, CheckId::Status), ["status-of-another-issuer"]);
}

#[test]
fn a_list_that_is_out_of_date_short_damaged_or_for_another_purpose_fails() {
    let badge = badge_in(|_| {});
    let fails = |code: &str, change: &dyn Fn(&mut Value)| {
        let mut list = list("revocation", &[]);
        change(&mut list);
        assert_only_failure(&report_under(&badge, signed(&list)), CheckId::Status, code);
    };
    fails("status-list-expired", &|list| {
        list["validUntil"] = json!("2026-05-01T00:00:00Z")
    });
    fails("status-list-not-verified", &|list| {
        list["validFrom"] = json!("2026-07-01T00:00:00Z")
    });
    fails("status-purpose-differs", &|list| {
        list["credentialSubject"]["statusPurpose"] = json!("suspension");
    });
    fails("status-list-too-short", &|list| {
        list["credentialSubject"]["encodedList"] = json!(encoded(&[0; 16_383]));
    });
    fails("status-list-damaged", &|list| {
        list["credentialSubject"]["encodedList"] = json!("uAAAA")
    });
    assert_only_failure(
        &report_under(&badge, "not JSON"),
        CheckId::Status,
        "status-list-damaged",
    );
}

#[test]
fn an_inflated_list_is_bounded() {
    let mut list = list("revocation", &[]);
    list["credentialSubject"]["encodedList"] = json!(encoded(&vec![0; 5_000_000]));
    let report = report_under(&badge_in(|_| {}), signed(&list));
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "work-limit-reached",
    );
}

#[test]
fn an_index_past_the_end_fails() {
    let badge = badge_in(|entry| entry["statusListIndex"] = json!("131072"));
    let report = report_under(&badge, signed(&list("revocation", &[])));
    assert_only_failure(&report, CheckId::Status, "status-index-out-of-range");
}

#[test]
fn an_index_as_a_number_is_read_with_a_remark() {
    let badge = badge_in(|entry| entry["statusListIndex"] = json!(INDEX));
    let report = report_under(&badge, signed(&list("revocation", &[INDEX])));
    assert_only_failure(&report, CheckId::Status, "revoked");
    assert_eq!(notes(&report, CheckId::Status), ["status-index-is-number"]);
}

#[test]
fn an_entry_that_cannot_be_followed_fails() {
    for (member, value) in [
        ("statusListIndex", json!("-1")),
        ("statusListIndex", json!("+1")),
        ("statusListCredential", json!("ftp://badges.example/list")),
        ("statusListCredential", json!("http://badges.example/list")),
        ("statusListCredential", json!(7)),
        ("statusPurpose", json!(["revocation"])),
    ] {
        let report = report(badge_in(|entry| entry[member] = value));
        assert_only_failure(&report, CheckId::Status, "malformed-status");
        let pointer = format!("/credentialStatus/{member}");
        assert_eq!(report.check(CheckId::Status).unwrap().data["pointer"], pointer);
    }
}

#[test]
fn a_list_of_another_kind_or_another_address_fails() {
    let badge = badge_in(|_| {});
    let fails = |code: &str, found: &str, change: &dyn Fn(&mut Value)| {
        let mut list = list("revocation", &[]);
        change(&mut list);
        let report = report_under(&badge, signed(&list));
        assert_only_failure(&report, CheckId::Status, code);
        let data = &report.check(CheckId::Status).unwrap().data;
        assert!(data.values().any(|value| value == found), "{data:?}");
    };
    let other_kind = |change: &dyn Fn(&mut Value)| {
        fails(
            "status-list-of-other-kind",
            "BitstringStatusListCredential",
            change,
        );
    };
    other_kind(&|list| list["type"] = json!(["VerifiableCredential"]));
    other_kind(&|list| {
        let subject = list["credentialSubject"].as_object_mut().unwrap();
        subject.clear();
        subject.insert("id".to_owned(), json!("urn:example:nothing"));
    });
    let another = "https://badges.example/status/2";
    fails("status-list-of-another", another, &|list| {
        list["id"] = json!(another)
    });
}

#[test]
fn a_list_need_not_name_its_address() {
    let mut list = list("revocation", &[]);
    list.as_object_mut().unwrap().remove("id");
    let report = report_under(&badge_in(|_| {}), signed(&list));
    assert_check(&report, CheckId::Status, Outcome::Passed, "not-revoked");
}

#[test]
fn a_list_encoded_in_an_older_way_is_read_with_a_remark() {
    let mut list = list("revocation", &[INDEX]);
    let marked = list["credentialSubject"]["encodedList"]
        .as_str()
        .unwrap()
        .to_owned();
    for encoded in [&marked[1..], &format!("{marked}==")] {
        list["credentialSubject"]["encodedList"] = json!(encoded);
        let report = report_under(&badge_in(|_| {}), signed(&list));
        assert_only_failure(&report, CheckId::Status, "revoked");
        assert_eq!(notes(&report, CheckId::Status), ["status-list-notation"]);
    }
}

#[test]
fn a_list_that_is_gone_or_forbidden_is_not_a_good_answer() {
    for status in [404, 410, 403, 500] {
        let mut evidence = Evidence::new();
        let body = signed(&list("revocation", &[])).into_bytes();
        let document = Document::Answered {
            status,
            content_type: None,
            body,
        };
        evidence.insert(LIST, document);
        let report = report_with(badge_in(|_| {}), &evidence);
        assert_check(
            &report,
            CheckId::Status,
            Outcome::NotChecked,
            "status-unreachable",
        );
        assert_eq!(report.check(CheckId::Status).unwrap().data["status"], status);
        assert_eq!(report.verdict, Verdict::Unconfirmed);
    }
}

#[test]
fn other_kinds_of_status_leave_the_badge_unconfirmed() {
    let badge = signed(&badge_with(|badge| {
        let extensions = json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge["@context"].as_array_mut().unwrap().push(extensions);
        badge["credentialStatus"] = json!({"id": LIST, "type": "1EdTechCredentialRefresh"});
    }));
    let report = report(badge);
    assert_check(
        &report,
        CheckId::Status,
        Outcome::NotChecked,
        "unsupported-status",
    );
    assert_eq!(
        report.check(CheckId::Status).unwrap().data["type"],
        "1EdTechCredentialRefresh"
    );
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
}

#[test]
fn an_unknown_purpose_says_nothing_when_unset_and_nothing_known_when_set() {
    let badge = badge_in(|entry| entry["statusPurpose"] = json!("hibernation"));
    let unset = report_under(&badge, signed(&list("hibernation", &[])));
    assert_check(&unset, CheckId::Status, Outcome::Passed, "no-withdrawal-list");
    let set = report_under(&badge, signed(&list("hibernation", &[INDEX])));
    assert_check(&set, CheckId::Status, Outcome::NotChecked, "unsupported-status");
    assert_eq!(set.check(CheckId::Status).unwrap().data["purpose"], "hibernation");
}

#[test]
fn a_newer_version_is_announced_and_takes_nothing_away() {
    let badge = badge_in(|entry| entry["statusPurpose"] = json!("refresh"));
    let set = report_under(&badge, signed(&list("refresh", &[INDEX])));
    assert_check(&set, CheckId::Status, Outcome::Warning, "no-withdrawal-list");
    assert_eq!(notes(&set, CheckId::Status), ["refresh-available"]);
    assert_eq!(set.verdict, Verdict::Verified);
    let unset = report_under(&badge, signed(&list("refresh", &[])));
    assert_check(&unset, CheckId::Status, Outcome::Passed, "no-withdrawal-list");
}

#[test]
fn one_list_may_serve_several_purposes() {
    let mut list = list("revocation", &[INDEX]);
    list["credentialSubject"]["statusPurpose"] = json!(["suspension", "revocation"]);
    let list = signed(&list);
    assert_only_failure(
        &report_under(&badge_in(|_| {}), list.as_str()),
        CheckId::Status,
        "revoked",
    );
    let suspended = badge_in(|entry| entry["statusPurpose"] = json!("suspension"));
    assert_only_failure(&report_under(&suspended, list), CheckId::Status, "suspended");
}
