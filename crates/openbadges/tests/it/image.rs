//! The `image` check.

use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::json;

use crate::support::{assert_check, badge, badge_with, report, signed};

#[test]
fn a_badge_that_signs_no_picture_needs_none() {
    let report = report(signed(&badge()));
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "image-not-signed");
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_signed_picture_that_is_not_compared_leaves_the_badge_unconfirmed() {
    const PICTURE: &str = "https://badges.example/achievements/1.png";
    let report = report(signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["image"] = json!({"id": PICTURE, "type": "Image"});
        badge["relatedResource"] = json!([{
            "id": PICTURE,
            "digestSRI": "sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW",
        }]);
    })));
    assert_check(&report, CheckId::Image, Outcome::NotChecked, "not-supported");
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}
