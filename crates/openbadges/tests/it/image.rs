//! The `image` check.

mod address;
mod file;

use openbadges::model::{Iri, RelatedResource};
use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::{Value, json};

use crate::support::{assert_check, badge, badge_with, report, signed};

const PICTURE: &str = "https://badges.example/achievements/1.png";

/// A badge whose achievement has the picture at `address`, described by `resources`.
fn badge_of(address: &str, resources: &Value) -> String {
    signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["image"] = json!({"id": address, "type": "Image"});
        badge["relatedResource"] = resources.clone();
    }))
}

/// What an issuer signs of the picture at `address`.
fn resource(address: &str, media_type: &str, bytes: &[u8]) -> Value {
    let resource = RelatedResource::new(Iri::new(address).unwrap(), media_type, bytes);
    serde_json::to_value(resource).unwrap()
}

#[test]
fn a_badge_that_signs_no_picture_needs_none() {
    let report = report(signed(&badge()));
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "image-not-signed");
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn digests_of_other_files_say_nothing_about_the_picture() {
    let elsewhere = json!([resource(
        "https://badges.example/terms.html",
        "text/html",
        b"terms"
    )]);
    let report = report(badge_of(PICTURE, &elsewhere));
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "image-not-signed");
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_picture_inside_the_badge_is_compared() {
    const SVG: &str = "<svg/>";
    for address in [
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/svg+xml,%3Csvg/%3E",
    ] {
        let same = report(badge_of(
            address,
            &resource(address, "image/svg+xml", SVG.as_bytes()),
        ));
        assert_check(&same, CheckId::Image, Outcome::Passed, "image-matches");
        assert_eq!(same.check(CheckId::Image).unwrap().data["of"], "badge");
        let other = report(badge_of(address, &resource(address, "image/svg+xml", b"<svg />")));
        assert_check(&other, CheckId::Image, Outcome::Failed, "image-differs");
        assert_eq!(other.check(CheckId::Image).unwrap().data["of"], "badge");
    }
}

#[test]
fn the_credentials_own_picture_counts_like_the_achievements() {
    let badge = signed(&badge_with(|badge| {
        badge["image"] = json!({"id": PICTURE, "type": "Image"});
        badge["relatedResource"] = resource(PICTURE, "image/png", b"");
    }));
    assert_check(
        &report(badge),
        CheckId::Image,
        Outcome::NotChecked,
        "image-not-asked",
    );
}
