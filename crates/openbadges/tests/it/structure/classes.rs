//! Every class of the data model: its type, its required members, and what kind of value stands where.

use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::{Value, json};

use super::assert_fault;
use crate::support::{assert_check, badge_with, notes, report, signed};

/// A member of every kind that a badge may have, all of them sound.
fn complete(badge: &mut Value) {
    let image = json!({"id": "https://badges.example/1.png", "type": "Image", "caption": "A saw"});
    let alignment = json!([{
        "type": ["Alignment"], "targetName": "Woodwork", "targetUrl": "https://skills.example/wood",
        "targetCode": "W1", "targetType": "CFItem",
    }]);
    let identifiers =
        json!([{"type": "IdentifierEntry", "identifier": "12345", "identifierType": "sourcedId"}]);
    badge["name"] = json!("Laser cutting");
    badge["image"] = image.clone();
    badge["issuer"]["image"] = json!("https://issuer.example/logo.png");
    badge["issuer"]["otherIdentifier"] = identifiers.clone();
    badge["issuer"]["address"] = json!({
        "type": ["Address"], "addressCountry": "France", "addressCountryCode": "FR", "postalCode": "29000",
        "geo": {"type": "GeoCoordinates", "latitude": 48, "longitude": -4},
    });
    badge["issuer"]["parentOrg"] =
        json!({"id": "https://parent.example", "type": ["Profile"], "name": "Parent"});
    badge["issuer"]["dateOfBirth"] = json!("1998-02-28");
    badge["awardedDate"] = json!("2026-01-02T00:00:00+01:00");
    badge["evidence"] = json!([{"type": ["Evidence"], "narrative": "A box.", "genre": "Woodwork"}]);
    badge["refreshService"] = json!({"id": "https://badges.example/1", "type": "1EdTechCredentialRefresh"});
    badge["termsOfUse"] =
        json!({"id": "https://badges.example/terms", "type": "https://terms.example/Policy"});
    badge["credentialSchema"] = json!([{
        "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        "type": "1EdTechJsonSchemaValidator2019",
    }]);
    badge["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
    let subject = &mut badge["credentialSubject"];
    subject["id"] = json!("did:example:learner-one");
    subject["image"] = image.clone();
    subject["source"] = json!({"id": "https://workshop.example", "type": ["Profile"]});
    subject["creditsEarned"] = json!(3.5);
    subject["activityStartDate"] = json!("2025-12-01T00:00:00Z");
    for name in ["licenseNumber", "narrative", "role", "term"] {
        subject[name] = json!("text");
    }
    let achievement = &mut subject["achievement"];
    achievement["achievementType"] = json!("Badge");
    achievement["alignment"] = alignment;
    achievement["creator"] = json!({"id": "https://creator.example", "type": ["Profile"]});
    achievement["creditsAvailable"] = json!(4);
    achievement["image"] = image;
    achievement["inLanguage"] = json!("en");
    achievement["otherIdentifier"] = identifiers;
    achievement["related"] = json!([{
        "id": "https://badges.example/achievements/1-fr", "type": ["Related"], "inLanguage": "fr", "version": "1",
    }]);
    achievement["tag"] = json!(["wood", "laser"]);
    achievement["version"] = json!("2");
}

#[track_caller]
fn assert_fault_in_complete(code: &str, pointer: &str, value: Value) {
    assert_fault(code, pointer, |badge| {
        complete(badge);
        *badge.pointer_mut(pointer).unwrap() = value;
    });
}

#[test]
fn a_badge_with_every_part_is_sound() {
    let report = report(signed(&badge_with(complete)));
    assert_check(&report, CheckId::Structure, Outcome::Passed, "structure-sound");
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
}

#[test]
fn each_object_names_its_class_where_others_can_stand() {
    for place in [
        "/image",
        "/issuer/address",
        "/issuer/address/geo",
        "/issuer/otherIdentifier/0",
        "/issuer/parentOrg",
        "/credentialSubject/identifier/0",
        "/credentialSubject/image",
        "/credentialSubject/source",
        "/credentialSubject/achievement/alignment/0",
        "/credentialSubject/achievement/creator",
        "/credentialSubject/achievement/image",
        "/credentialSubject/achievement/otherIdentifier/0",
        "/credentialSubject/achievement/related/0",
    ] {
        // A type of the web is signed wherever it stands; the members of another class have no meaning then,
        // so the two checks speak of one fault.
        let pointer = format!("{place}/type");
        let report = report(
            badge_with(|badge| {
                complete(badge);
                *badge.pointer_mut(&pointer).unwrap() = json!("https://classes.example/Other");
            })
            .to_string(),
        );
        assert_check(&report, CheckId::Structure, Outcome::Failed, "missing-type");
        assert_eq!(report.check(CheckId::Structure).unwrap().data["pointer"], pointer);
    }
}

#[test]
fn what_each_class_requires_is_required() {
    for (place, name) in [
        ("/image", "id"),
        ("/issuer/address/geo", "latitude"),
        ("/issuer/otherIdentifier/0", "identifier"),
        ("/issuer/otherIdentifier/0", "identifierType"),
        ("/issuer/parentOrg", "id"),
        ("/credentialSubject/identifier/0", "hashed"),
        ("/credentialSubject/identifier/0", "identityType"),
        ("/credentialSubject/achievement/alignment/0", "targetName"),
        ("/credentialSubject/achievement/alignment/0", "targetUrl"),
        ("/credentialSubject/achievement/creator", "id"),
        ("/credentialSubject/achievement/related/0", "id"),
        ("/evidence/0", "type"),
        ("/refreshService", "id"),
        ("/refreshService", "type"),
        ("/termsOfUse", "type"),
        ("/credentialSchema/0", "id"),
        ("/credentialSchema/0", "type"),
    ] {
        let report = report(
            badge_with(|badge| {
                complete(badge);
                super::remove(badge, place, name);
            })
            .to_string(),
        );
        let check = report.check(CheckId::Structure).unwrap();
        assert_eq!(
            (check.code.as_str(), &check.data["pointer"]),
            ("missing-member", &json!(format!("{place}/{name}")))
        );
    }
}

#[test]
fn each_value_is_of_its_kind() {
    for (pointer, value) in [
        ("/name", json!({"en": "Laser cutting"})),
        (
            "/issuer/name",
            json!({"@value": "Issuer One", "@language": "en", "url": "https://issuer.example"}),
        ),
        ("/issuer/image", json!(7)),
        ("/issuer/address/postalCode", json!(29000)),
        ("/issuer/address/geo/latitude", json!("48")),
        ("/credentialSubject/creditsEarned", json!("3.5")),
        ("/credentialSubject/licenseNumber", json!(7)),
        ("/credentialSubject/source", json!(7)),
        ("/credentialSubject/achievement/creditsAvailable", json!("4")),
        ("/credentialSubject/achievement/creator", json!(true)),
        ("/credentialSubject/achievement/image", json!(7)),
        ("/credentialSubject/achievement/tag", json!(["wood", 7])),
        ("/credentialSubject/achievement/version", json!(2)),
    ] {
        let report = report(
            badge_with(|badge| {
                complete(badge);
                *badge.pointer_mut(pointer).unwrap() = value;
            })
            .to_string(),
        );
        assert_check(&report, CheckId::Structure, Outcome::Failed, "wrong-value");
        assert_eq!(report.check(CheckId::Structure).unwrap().data["pointer"], pointer);
    }
    assert_fault_in_complete("wrong-value", "/credentialSubject/creditsEarned", json!("3.5"));
}

#[test]
fn a_day_is_a_day() {
    for text in ["1998-02-30", "28/02/1998", "1998-02-28T00:00:00Z"] {
        assert_fault_in_complete("invalid-date", "/issuer/dateOfBirth", json!(text));
    }
}

#[test]
fn dates_of_the_activity_have_a_time_zone() {
    for pointer in ["/awardedDate", "/credentialSubject/activityStartDate"] {
        assert_fault_in_complete("invalid-date", pointer, json!("2026-01-02T00:00:00"));
    }
}

#[test]
fn addresses_are_absolute() {
    for pointer in [
        "/issuer/image",
        "/credentialSubject/achievement/image/id",
        "/refreshService/id",
    ] {
        let report = report(
            badge_with(|badge| {
                complete(badge);
                *badge.pointer_mut(pointer).unwrap() = json!("1.png");
            })
            .to_string(),
        );
        assert_check(&report, CheckId::Structure, Outcome::Failed, "invalid-identifier");
        assert_eq!(report.check(CheckId::Structure).unwrap().data["pointer"], pointer);
    }
}

#[test]
fn a_schema_of_the_issuers_own_is_said_not_to_be_applied() {
    let report = report(signed(&badge_with(|badge| {
        complete(badge);
        badge["credentialSchema"][0]["id"] = json!("https://issuer.example/schema.json");
    })));
    assert_check(&report, CheckId::Structure, Outcome::Warning, "structure-sound");
    assert_eq!(notes(&report, CheckId::Structure), ["schema-not-applied"]);
    let data = &report.check(CheckId::Structure).unwrap().notes[0].data;
    assert_eq!(data["url"], "https://issuer.example/schema.json");
    assert_eq!(report.verdict, Verdict::Verified);
}
