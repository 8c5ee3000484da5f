//! `blason verify --json`: the contract that scripts rely on.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::support::{
    Badge, DID_DOCUMENT_URL, Folder, NOW, PICTURE_URL, blason, blason_reading, check, did_document,
};

fn served(body: &Value) -> Value {
    json!({ DID_DOCUMENT_URL: { "status": 200, "content_type": "application/did+json", "body": body.to_string() } })
}

fn verify_json(arguments: &[&str]) -> super::support::Answer {
    blason(&[&["verify", "--json", "--now", NOW], arguments].concat())
}

#[test]
fn a_good_badge_is_verified_with_every_member_of_the_contract() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_key());
    let answer = verify_json(&["--offline", &badge]);
    let report = answer.json();
    assert_eq!(answer.status, Some(0), "{}", answer.stdout);
    let members: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        members,
        [
            "checks",
            "credential",
            "fetched",
            "format",
            "input",
            "state",
            "verdict"
        ]
    );
    assert_eq!(report["input"], badge.as_str());
    assert_eq!(
        (&report["verdict"], &report["state"]),
        (&json!("verified"), &json!("genuine"))
    );
    assert_eq!(report["fetched"], json!([]));
    assert_eq!(report["credential"]["name"], "Laser cutter, level 1");
    let ids: Vec<&str> = report["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["id"].as_str().unwrap())
        .collect();
    let all = [
        "format",
        "structure",
        "context",
        "signature",
        "issuer-binding",
        "validity",
        "status",
        "image",
        "recipient",
        "endorsement",
        "trust",
    ];
    assert_eq!(ids, all);
}

#[test]
fn a_changed_badge_is_not_verified_and_the_exit_status_says_so() {
    let folder = Folder::new();
    let changed = Badge::default()
        .by_did_key()
        .replace("Laser cutter", "Laser gutter");
    let answer = verify_json(&["--offline", &folder.file("badge.json", changed)]);
    assert_eq!(answer.status, Some(1));
    assert_eq!(answer.json()["verdict"], "not-verified");
    assert_eq!(check(&answer.json(), "signature"), "failed changed-after-signing");
}

#[test]
fn without_the_issuers_document_a_badge_is_unconfirmed() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_web());
    let answer = verify_json(&["--resources", &folder.resources(&json!({})), &badge]);
    assert_eq!(answer.status, Some(2));
    let report = answer.json();
    assert_eq!(
        (&report["verdict"], &report["state"]),
        (&json!("unconfirmed"), &json!("unchecked"))
    );
    assert_eq!(
        check(&report, "issuer-binding"),
        "not-checked document-unreachable"
    );
    assert_eq!(
        report["fetched"],
        json!([{ "url": DID_DOCUMENT_URL, "reason": "unreachable" }])
    );
}

#[test]
fn a_picture_is_fetched_and_compared_only_when_it_is_asked_for() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().with_picture(b"the picture"));
    let image = |picture: &str, options: &[&str]| {
        let map = json!({ PICTURE_URL: { "status": 200, "content_type": "image/png", "body": picture } });
        let resources = folder.resources(&map);
        let answer = verify_json(&[&["--resources", &resources, &badge], options].concat());
        (check(&answer.json(), "image"), answer.status)
    };
    assert_eq!(
        image("the picture", &[]),
        ("not-checked image-not-asked".to_owned(), Some(0))
    );
    assert_eq!(
        image("the picture", &["--pictures"]),
        ("passed image-matches".to_owned(), Some(0))
    );
    assert_eq!(
        image("another one", &["--pictures"]),
        ("failed image-differs".to_owned(), Some(1))
    );
}

#[test]
fn a_document_of_the_resources_file_is_read_as_if_fetched() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_web());
    let answer = verify_json(&["--resources", &folder.resources(&served(&did_document())), &badge]);
    assert_eq!(answer.status, Some(0), "{}", answer.stdout);
    assert_eq!(check(&answer.json(), "issuer-binding"), "passed key-bound");
    assert_eq!(
        answer.json()["fetched"],
        json!([{ "url": DID_DOCUMENT_URL, "status": 200 }])
    );
}

#[test]
fn a_document_of_the_resources_file_may_be_base64() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_web());
    let body = STANDARD.encode(did_document().to_string());
    let map = json!({ DID_DOCUMENT_URL: { "status": 200, "content_type": null, "body_base64": body } });
    assert_eq!(
        verify_json(&["--resources", &folder.resources(&map), &badge]).status,
        Some(0)
    );
}

#[test]
fn an_error_status_of_the_resources_file_confirms_nothing() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_web());
    let map = json!({ DID_DOCUMENT_URL: { "status": 404, "body": did_document().to_string() } });
    let answer = verify_json(&["--resources", &folder.resources(&map), &badge]);
    assert_eq!(answer.status, Some(2), "{}", answer.stdout);
}

#[test]
fn offline_nothing_is_asked_for() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_web());
    let answer = verify_json(&["--offline", &badge]);
    assert_eq!(answer.status, Some(2));
    assert_eq!(
        check(&answer.json(), "issuer-binding"),
        "not-checked document-not-fetched"
    );
    assert_eq!(answer.json()["fetched"], json!([]));
}

#[test]
fn several_inputs_are_answered_in_order_and_the_worst_decides() {
    let folder = Folder::new();
    let good = folder.file("good.json", Badge::default().by_did_key());
    let unconfirmed = folder.file("unconfirmed.json", Badge::default().by_did_web());
    let changed = folder.file(
        "changed.json",
        Badge::default().by_did_key().replace("quiz", "quit"),
    );
    let answer = verify_json(&["--offline", &good, &unconfirmed, &changed]);
    let verdicts: Vec<Value> = answer
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|report| report["verdict"].clone())
        .collect();
    assert_eq!(verdicts, ["verified", "unconfirmed", "not-verified"]);
    assert_eq!(answer.status, Some(1));
    assert_eq!(verify_json(&["--offline", &good, &unconfirmed]).status, Some(2));
    assert_eq!(verify_json(&["--offline", &good, &good]).status, Some(0));
}

#[test]
fn a_badge_is_read_from_standard_input() {
    let badge = Badge::default().by_did_key();
    let answer = blason_reading(
        badge.as_bytes(),
        &["verify", "--json", "--now", NOW, "--offline", "-"],
    );
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    assert_eq!(answer.json()["input"], "-");
}

#[test]
fn a_badge_is_read_from_an_address() {
    let folder = Folder::new();
    let url = "https://badges.example.org/b/5f0c.json";
    let map = json!({ url: { "status": 200, "content_type": "application/vc", "body": Badge::default().by_did_key() } });
    let answer = verify_json(&["--resources", &folder.resources(&map), url]);
    assert_eq!(answer.status, Some(0), "{}", answer.stdout);
    assert_eq!(answer.json()["fetched"], json!([{ "url": url, "status": 200 }]));
}

#[test]
fn an_address_that_does_not_answer_is_unconfirmed_and_not_a_file_without_a_badge() {
    let folder = Folder::new();
    let url = "https://badges.example.org/b/5f0c.json";
    for map in [json!({}), json!({ url: { "status": 404, "body": "gone" } })] {
        let answer = verify_json(&["--resources", &folder.resources(&map), url]);
        assert_eq!(answer.status, Some(2));
        let report = answer.json();
        assert_eq!(
            (&report["verdict"], &report["state"]),
            (&json!("unconfirmed"), &json!("unchecked"))
        );
        assert_eq!(check(&report, "format"), "not-checked document-unreachable");
    }
}

#[test]
fn the_dates_are_judged_as_of_the_given_time() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_key());
    for (now, expected) in [
        ("2026-06-03T12:00:00Z", "passed within-validity"),
        ("2026-06-03T00:00:00Z", "failed not-yet-valid"),
        ("2027-06-04T00:00:00Z", "failed expired"),
    ] {
        let answer = blason(&["verify", "--json", "--offline", "--now", now, &badge]);
        assert_eq!(check(&answer.json(), "validity"), expected, "{now}");
    }
}

#[test]
fn the_recipient_is_checked_when_asked() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_key());
    for (recipient, expected, status) in [
        ("learner@example.org", "passed recipient-matches", 0),
        ("somebody-else@example.org", "failed recipient-differs", 1),
    ] {
        let answer = verify_json(&["--offline", "--recipient", recipient, &badge]);
        assert_eq!(check(&answer.json(), "recipient"), expected);
        assert_eq!(answer.status, Some(status));
    }
}

#[test]
fn a_file_without_a_badge_is_not_verified() {
    let folder = Folder::new();
    let answer = verify_json(&["--offline", &folder.file("notes.txt", "no badge here")]);
    assert_eq!(
        (answer.status, answer.json()["state"].clone()),
        (Some(1), json!("none"))
    );
    assert_eq!(check(&answer.json(), "format"), "failed no-badge");
}
