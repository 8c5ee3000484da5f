//! The `endorsement` check.

use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::json;

use crate::support::{assert_check, badge, badge_with, report, signed};

#[test]
fn a_badge_without_endorsements_needs_none() {
    assert_check(
        &report(signed(&badge())),
        CheckId::Endorsement,
        Outcome::NotChecked,
        "no-endorsement",
    );
}

#[test]
fn an_endorsement_is_never_read_as_good_and_does_not_sink_the_badge() {
    let report = report(signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["endorsement"] = json!([{
            "@context": badge["@context"],
            "id": "urn:uuid:0a2ab9b5-4f4f-4a0f-9a3e-3f6a0b0f3c11",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "issuer": {"id": "https://endorser.example", "type": ["Profile"]},
            "validFrom": "2026-01-01T00:00:00Z",
            "credentialSubject": {
                "id": "https://badges.example/achievements/1", "type": ["EndorsementSubject"],
            },
        }]);
    })));
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "not-supported",
    );
    assert_eq!(report.check(CheckId::Endorsement).unwrap().data["count"], 1);
    assert_eq!(report.verdict, Verdict::Verified);
}
