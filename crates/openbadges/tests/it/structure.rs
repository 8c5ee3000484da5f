//! The `structure` check: each fault alone, in a badge that is rightly signed.

mod classes;
mod results;
mod words;

use openbadges::verify::{CheckId, Outcome, State, Verdict};
use serde_json::{Value, json};

use crate::support::{assert_check, assert_only_failure, badge, badge_with, report, signed};

#[track_caller]
fn assert_fault(code: &str, pointer: &str, change: impl FnOnce(&mut Value)) {
    let report = report(signed(&badge_with(change)));
    assert_only_failure(&report, CheckId::Structure, code);
    assert_eq!(report.check(CheckId::Structure).unwrap().data["pointer"], pointer);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::NotVerified, State::Invalid)
    );
}

fn remove(badge: &mut Value, parent: &str, name: &str) {
    badge
        .pointer_mut(parent)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(name)
        .unwrap();
}

#[test]
fn a_sound_badge_passes() {
    assert_check(
        &report(signed(&badge())),
        CheckId::Structure,
        Outcome::Passed,
        "structure-sound",
    );
}

#[test]
fn required_members_are_required() {
    for (parent, name) in [
        ("", "id"),
        ("", "issuer"),
        ("", "validFrom"),
        ("", "credentialSubject"),
        ("/credentialSubject", "identifier"),
        ("/credentialSubject", "achievement"),
        ("/credentialSubject/achievement", "id"),
        ("/credentialSubject/achievement", "name"),
        ("/credentialSubject/achievement", "description"),
        ("/credentialSubject/achievement", "criteria"),
        ("/credentialSubject/identifier/0", "identityHash"),
    ] {
        if name == "issuer" {
            // Without an issuer there is nobody to bind the key to: two checks speak.
            let report = report(signed(&badge_with(|badge| remove(badge, parent, name))));
            assert_check(&report, CheckId::Structure, Outcome::Failed, "missing-member");
            continue;
        }
        assert_fault("missing-member", &format!("{parent}/{name}"), |badge| {
            remove(badge, parent, name)
        });
    }
}

#[test]
fn criteria_have_a_page_or_a_text() {
    assert_fault(
        "missing-member",
        "/credentialSubject/achievement/criteria/narrative",
        |badge| {
            badge["credentialSubject"]["achievement"]["criteria"] = json!({"type": "Criteria"});
        },
    );
}

#[test]
fn each_object_says_what_it_is() {
    assert_fault("missing-type", "/issuer/type", |badge| {
        badge["issuer"]["type"] = json!(["Address"])
    });
    // Without their types, these objects' members have no meaning that could be signed.
    for place in ["", "/credentialSubject", "/credentialSubject/achievement"] {
        let unsigned =
            badge_with(|badge| badge.pointer_mut(place).unwrap()["type"] = json!(["OpenBadgeCredential"]));
        let report = report(unsigned.to_string());
        assert_check(&report, CheckId::Structure, Outcome::Failed, "missing-type");
        assert_eq!(
            report.check(CheckId::Structure).unwrap().data["pointer"],
            format!("{place}/type")
        );
    }
    assert_fault("missing-type", "/evidence/0/type", |badge| {
        badge["evidence"] = json!([{"id": "https://badges.example/e/1", "type": ["Profile"]}]);
    });
}

#[test]
fn dates_have_a_time_zone() {
    for date in ["2026-01-01T00:00:00", "2026-01-01", "2026", "yesterday"] {
        let report = report(signed(&badge_with(|badge| badge["validFrom"] = json!(date))));
        assert_check(&report, CheckId::Structure, Outcome::Failed, "invalid-date");
        assert_check(&report, CheckId::Validity, Outcome::NotChecked, "invalid-date");
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_named() {
    assert_fault("wrong-value", "/credentialSubject/identifier/0/hashed", |badge| {
        badge["credentialSubject"]["identifier"][0]["hashed"] = json!("no");
    });
}

#[test]
fn a_target_address_is_absolute() {
    assert_fault(
        "invalid-identifier",
        "/credentialSubject/achievement/alignment/targetUrl",
        |badge| {
            badge["credentialSubject"]["achievement"]["alignment"] =
                json!({"type": "Alignment", "targetName": "Woodwork", "targetUrl": "no address"});
        },
    );
}

#[test]
fn every_fault_is_listed() {
    let report = report(signed(&badge_with(|badge| {
        remove(badge, "", "id");
        remove(badge, "/credentialSubject/achievement", "name");
    })));
    let faults = &report.check(CheckId::Structure).unwrap().data["faults"];
    assert_eq!(faults[0]["pointer"], "/id");
    assert_eq!(faults[1]["pointer"], "/credentialSubject/achievement/name");
}

#[test]
fn a_credential_that_is_no_badge_says_what_it_is() {
    let other = signed(&badge_with(|badge| {
        badge["type"] = json!(["VerifiableCredential"])
    }));
    let other = report(other);
    assert_only_failure(&other, CheckId::Structure, "not-an-open-badge");
}

#[test]
fn a_credential_that_is_no_badge_is_held_to_the_rules_of_every_credential() {
    let faults = |change: &dyn Fn(&mut Value)| -> Vec<String> {
        let badge = badge_with(|badge| {
            badge["type"] = json!(["VerifiableCredential"]);
            change(badge);
        });
        let report = report(badge.to_string());
        assert_check(&report, CheckId::Structure, Outcome::Failed, "not-an-open-badge");
        let faults = report.check(CheckId::Structure).unwrap().data["faults"].clone();
        let faults = faults.as_array().unwrap().iter();
        faults
            .map(|fault| {
                format!(
                    "{} {}",
                    fault["code"].as_str().unwrap(),
                    fault["pointer"].as_str().unwrap()
                )
            })
            .collect()
    };
    // What only badges need is not asked of others.
    assert!(faults(&|badge| remove(badge, "/credentialSubject", "achievement")).is_empty());
    assert!(faults(&|badge| remove(badge, "", "validFrom")).is_empty());
    assert_eq!(
        faults(&|badge| {
            badge["issuer"] = json!({"name": "Issuer One"});
            badge["relatedResource"] = json!([{"id": "https://badges.example/1.png"}]);
            badge["validUntil"] = json!("2030");
        }),
        [
            "missing-member /issuer/id",
            "invalid-date /validUntil",
            "missing-member /relatedResource/0/digestSRI",
        ]
    );
}

/// The badge by the older version of the data model.
fn older(badge: &mut Value) {
    badge["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://w3id.org/security/data-integrity/v2",
    ]);
    remove(badge, "", "validFrom");
    badge["issuanceDate"] = json!("2026-01-01T00:00:00Z");
}

#[test]
fn the_dates_of_credentials_1_1_are_read() {
    let report = report(signed(&badge_with(older)));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_eq!(
        report.credential.unwrap().valid_from.as_deref(),
        Some("2026-01-01T00:00:00Z")
    );
}

#[test]
fn credentials_1_1_are_held_to_the_same_rules_under_their_own_names() {
    let faults = |change: &dyn Fn(&mut Value)| -> Value {
        let report = report(signed(&badge_with(|badge| {
            older(badge);
            change(badge);
        })));
        assert_eq!(report.verdict, Verdict::NotVerified);
        report.check(CheckId::Structure).unwrap().data["faults"].clone()
    };
    let one = |code: &str, pointer: &str, expected: &str| json!([{"code": code, "pointer": pointer, "expected": expected}]);
    assert_eq!(
        faults(&|badge| remove(badge, "", "issuanceDate")),
        one("missing-member", "/issuanceDate", "date-time")
    );
    assert_eq!(
        faults(&|badge| badge["expirationDate"] = json!("2030-01-01")),
        one("invalid-date", "/expirationDate", "date-time")
    );
    assert_eq!(
        faults(&|badge| remove(badge, "/credentialSubject", "achievement")),
        one("missing-member", "/credentialSubject/achievement", "object")
    );
    assert_eq!(
        faults(&|badge| badge["issuer"]["type"] = json!(["Address"])),
        one("missing-type", "/issuer/type", "Profile")
    );
}
