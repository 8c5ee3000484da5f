//! A badge that was baked into the picture that it signs: an edited picture says so without the network.

use openbadges::bake::{bake, unbake, unbaked_picture};
use openbadges::limits::Limits;
use openbadges::verify::{CheckId, Outcome, Report, State, Verdict};
use serde_json::{Value, json};

use super::{PICTURE, badge_of, resource};
use crate::bake_png;
use crate::support::{assert_check, assert_only_failure, report};

const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\">\n<circle r=\"4\"/>\n</svg>\n";

/// Kind, picture, and the same picture after somebody drew on it.
fn pictures() -> [(&'static str, Vec<u8>, Vec<u8>); 2] {
    let png = bake_png::picture();
    let edited_png = bake_png::with_chunks(&[bake_png::chunk(b"bKGD", &[0, 0, 0, 0, 0, 0])]);
    let edited_svg = String::from_utf8_lossy(SVG)
        .replace("r=\"4\"", "r=\"5\"")
        .into_bytes();
    [
        ("image/png", png, edited_png),
        ("image/svg+xml", SVG.to_vec(), edited_svg),
    ]
}

fn report_on(picture: &[u8], resources: &Value) -> Report {
    report(bake(picture, &badge_of(PICTURE, resources)).unwrap())
}

fn of(report: &Report) -> &Value {
    &report.check(CheckId::Image).unwrap().data["of"]
}

#[test]
fn the_picture_that_was_signed_matches() {
    for (kind, picture, _) in pictures() {
        let report = report_on(&picture, &json!([resource(PICTURE, kind, &picture)]));
        assert_check(&report, CheckId::Image, Outcome::Passed, "image-matches");
        assert_eq!(of(&report), "file");
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine)
        );
        assert!(report.wanted.is_empty());
    }
}

#[test]
fn an_edited_picture_differs() {
    for (kind, picture, edited) in pictures() {
        let baked = bake(
            &picture,
            &badge_of(PICTURE, &json!([resource(PICTURE, kind, &picture)])),
        )
        .unwrap();
        let credential = unbake(&baked, &Limits::default()).unwrap().payload;
        let report = report(bake(&edited, &credential).unwrap());
        assert_only_failure(&report, CheckId::Image, "image-differs");
        assert_eq!(of(&report), "file");
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::Caution)
        );
    }
}

#[test]
fn a_badge_moved_into_another_picture_differs() {
    let [(kind, picture, _), (_, other, _)] = pictures();
    let badge = badge_of(PICTURE, &json!([resource(PICTURE, kind, &picture)]));
    let stranger = bake_png::with_chunks(&[bake_png::chunk(b"tEXt", b"Comment\0mine")]);
    assert_only_failure(
        &report(bake(&stranger, &badge).unwrap()),
        CheckId::Image,
        "image-differs",
    );
    // A picture of another kind is not the one that is described, whatever it shows.
    let in_svg = report(bake(&other, &badge).unwrap());
    assert_check(&in_svg, CheckId::Image, Outcome::NotChecked, "image-not-asked");
}

#[test]
fn baking_again_changes_nothing() {
    for (kind, picture, _) in pictures() {
        let badge = badge_of(PICTURE, &json!([resource(PICTURE, kind, &picture)]));
        let once = bake(&picture, "{\"older\": true}").unwrap();
        let report = report(bake(&once, &badge).unwrap());
        assert_check(&report, CheckId::Image, Outcome::Passed, "image-matches");
        assert_eq!(unbaked_picture(&once), Ok(picture));
    }
}

#[test]
fn what_does_not_say_its_kind_can_match_and_cannot_differ() {
    for (kind, picture, edited) in pictures() {
        let mut resource = resource(PICTURE, kind, &picture);
        resource.as_object_mut().unwrap().remove("mediaType");
        let same = report_on(&picture, &resource);
        assert_check(&same, CheckId::Image, Outcome::Passed, "image-matches");
        let other = report_on(&edited, &resource);
        assert_check(&other, CheckId::Image, Outcome::NotChecked, "image-not-asked");
        assert_eq!(other.verdict, Verdict::Verified);
    }
}

#[test]
fn the_kind_is_read_as_media_types_are() {
    let [(_, picture, edited), _] = pictures();
    let resources = json!([resource(PICTURE, "Image/PNG; charset=binary", &picture)]);
    assert_only_failure(&report_on(&edited, &resources), CheckId::Image, "image-differs");
}

#[test]
fn any_of_several_pictures_may_be_the_one() {
    let [(kind, picture, edited), _] = pictures();
    let stranger = bake_png::with_chunks(&[bake_png::chunk(b"tEXt", b"Comment\0mine")]);
    let either = json!([
        resource(PICTURE, kind, &edited),
        resource(PICTURE, kind, &picture)
    ]);
    assert_check(
        &report_on(&picture, &either),
        CheckId::Image,
        Outcome::Passed,
        "image-matches",
    );
    assert_only_failure(&report_on(&stranger, &either), CheckId::Image, "image-differs");
}

#[test]
fn a_digest_of_an_unknown_kind_is_not_a_match() {
    let [(kind, picture, _), _] = pictures();
    let unknown = json!({"id": PICTURE, "mediaType": kind, "digestSRI": "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk="});
    let report = report_on(&picture, &json!([unknown, resource(PICTURE, kind, b"another")]));
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "unsupported-digest");
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}
