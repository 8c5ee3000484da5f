//! Badges of 0.5, 1.0 and 1.1, in their own shapes.

use openbadges::verify::{CheckId, Outcome, Policy, State, Verdict};
use serde_json::{Value, json};

use super::{ASSERTION, BADGE_CLASS, ISSUER, KEY, Site, baked, key, token};
use crate::support::{PublishedRsaKey, answered, assert_check, assert_only_failure, report};

fn v1_0() -> Value {
    json!({
        "uid": "2013-42",
        "recipient": {"type": "email", "hashed": false, "identity": "learner.one@example.org"},
        "badge": BADGE_CLASS,
        "verify": {"type": "hosted", "url": ASSERTION},
        "issuedOn": 1_370_044_800,
        "expires": "2030-06-01",
        "evidence": "https://learner.example/box",
    })
}

/// A site in which every part is of 1.0: none has a context, a type or an identifier.
fn site_of_1_0() -> Site {
    let mut site = Site(std::collections::BTreeMap::new());
    site.publish(ASSERTION, &v1_0());
    site.publish(
        BADGE_CLASS,
        &json!({
            "name": "Laser cutting, level 1",
            "description": "Cuts plywood safely.",
            "image": "/badges/1.png",
            "criteria": "https://badges.example/criteria",
            "issuer": ISSUER,
            "alignment": [{"name": "Safety", "url": "https://skills.example/1"}],
        }),
    );
    site.publish(
        ISSUER,
        &json!({"name": "Issuer One", "url": "https://badges.example"}),
    );
    site.answer(KEY, answered(PublishedRsaKey::PEM));
    site
}

#[test]
fn a_hosted_badge_of_1_0_is_verified() {
    for input in [v1_0().to_string().into_bytes(), baked(ASSERTION)] {
        let report = site_of_1_0().report(input);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine),
            "{report:#?}"
        );
        assert_check(&report, CheckId::Context, Outcome::Passed, "context-implied");
        assert_check(&report, CheckId::Signature, Outcome::Passed, "hosted-confirmed");
        assert_eq!(report.format.version.as_deref(), Some("1.0"));
        let badge = report.credential.unwrap();
        assert_eq!(badge.id.as_deref(), Some(ASSERTION));
        assert_eq!(badge.valid_from.as_deref(), Some("2013-06-01T00:00:00Z"));
        assert_eq!(badge.valid_until.as_deref(), Some("2030-06-01T00:00:00Z"));
        assert_eq!(
            badge.alignments[0].url.as_deref(),
            Some("https://skills.example/1")
        );
        assert_eq!(badge.issuer.unwrap().id, ISSUER);
    }
}

#[test]
fn another_badge_at_the_address_of_one_of_1_0_fails() {
    let other_number = site_of_1_0().with(ASSERTION, |badge| badge["uid"] = json!("2013-43"));
    assert_only_failure(
        &other_number.report(v1_0().to_string()),
        CheckId::Signature,
        "hosted-id-differs",
    );
    let other_place = site_of_1_0().with(ASSERTION, |badge| {
        badge["verify"]["url"] = json!("https://badges.example/assertions/2");
    });
    assert_only_failure(
        &other_place.report(v1_0().to_string()),
        CheckId::Signature,
        "hosted-id-differs",
    );
}

#[test]
fn a_signed_badge_of_1_0_needs_a_key_on_the_host_of_its_issuer() {
    let signed = |url: &str| {
        let mut badge = v1_0();
        badge["verify"] = json!({"type": "signed", "url": url});
        token(&badge)
    };
    let report = site_of_1_0().report(signed(KEY));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_check(&report, CheckId::IssuerBinding, Outcome::Passed, "key-bound");
    assert_eq!(report.check(CheckId::IssuerBinding).unwrap().data["by"], "host");

    const FOREIGN: &str = "https://attacker.example/key";
    let mut site = site_of_1_0();
    site.answer(FOREIGN, answered(PublishedRsaKey::PEM));
    let report = site.report(signed(FOREIGN));
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "key-not-bound",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);

    // An issuer of 2.0 would list the key, whatever version the badge says that it is of.
    let newer = site_of_1_0()
        .with(ISSUER, |issuer| *issuer = super::issuer())
        .with(ISSUER, |issuer| {
            issuer.as_object_mut().unwrap().remove("publicKey");
        });
    assert_only_failure(
        &newer.report(signed(KEY)),
        CheckId::IssuerBinding,
        "key-not-listed",
    );

    // An issuer that lists its keys has no others.
    let listing = site_of_1_0().with(ISSUER, |issuer| {
        issuer["publicKey"] = json!("https://badges.example/keys/2")
    });
    assert_only_failure(
        &listing.report(signed(KEY)),
        CheckId::IssuerBinding,
        "key-not-listed",
    );
}

#[test]
fn a_badge_of_1_1_is_verified_hosted_and_signed() {
    let context = json!("https://w3id.org/openbadges/v1");
    let mut site = site_of_1_0();
    for url in [ASSERTION, BADGE_CLASS, ISSUER] {
        site = site.with(url, |part| {
            part["@context"] = context.clone();
            part["id"] = json!(url);
        });
    }
    site = site.with(ASSERTION, |badge| badge["type"] = json!("Assertion"));
    site = site.with(BADGE_CLASS, |class| class["type"] = json!("BadgeClass"));
    site = site.with(ISSUER, |issuer| {
        issuer["type"] = json!("Issuer");
        issuer["publicKey"] = json!(KEY);
    });
    site.publish(KEY, &key());
    let mut badge = v1_0();
    badge["@context"] = context;
    badge["type"] = json!("Assertion");
    badge["id"] = json!(ASSERTION);
    let hosted = site.report(badge.to_string());
    assert_eq!(hosted.verdict, Verdict::Verified, "{hosted:#?}");
    assert_check(&hosted, CheckId::Context, Outcome::Passed, "version-known");
    assert_eq!(hosted.format.version.as_deref(), Some("1.1"));
    badge["verify"] = json!({"type": "signed", "url": KEY});
    let signed = site.report(token(&badge));
    assert_eq!(signed.verdict, Verdict::Verified, "{signed:#?}");
    assert_eq!(
        signed.check(CheckId::IssuerBinding).unwrap().data["by"],
        "profile"
    );
}

fn v0_5() -> Value {
    json!({
        "recipient": "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
        "salt": "deadsea",
        "issued_on": "2011-10-01",
        "badge": {
            "version": "0.5.0",
            "name": "Laser cutting, level 1",
            "description": "Cuts plywood safely.",
            "image": "/badges/1.png",
            "criteria": "/criteria",
            "issuer": {"origin": "https://badges.example", "name": "Issuer One", "contact": "badges@badges.example"},
        },
    })
}

#[test]
fn a_badge_of_0_5_is_verified_at_the_address_in_its_picture() {
    let mut site = Site(std::collections::BTreeMap::new());
    site.publish(ASSERTION, &v0_5());
    let mut policy = Policy::default();
    policy.recipient = Some("nobody@example.org".to_owned());
    let report = site.report_under(baked(ASSERTION), &policy);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Verified, State::Genuine),
        "{report:#?}"
    );
    assert_check(&report, CheckId::Recipient, Outcome::Passed, "recipient-matches");
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::Passed,
        "within-issuers-scope",
    );
    assert_eq!(report.format.version.as_deref(), Some("0.5"));
    let issuer = report.credential.unwrap().issuer.unwrap();
    assert_eq!(
        (issuer.id.as_str(), issuer.domain.as_deref()),
        ("https://badges.example", Some("badges.example"))
    );
}

#[test]
fn a_badge_of_0_5_on_another_host_than_its_issuers_fails() {
    const ELSEWHERE: &str = "https://attacker.example/1";
    let mut site = Site(std::collections::BTreeMap::new());
    site.publish(ELSEWHERE, &v0_5());
    assert_only_failure(
        &site.report(baked(ELSEWHERE)),
        CheckId::IssuerBinding,
        "outside-issuers-scope",
    );
}

#[test]
fn what_a_badge_of_0_5_says_of_its_issuers_rules_and_keys_proves_nothing() {
    const ELSEWHERE: &str = "https://attacker.example/1";
    let mut site = Site(std::collections::BTreeMap::new());
    let mut hosted = v0_5();
    hosted["badge"]["issuer"]["verification"] = json!({"allowedOrigins": ["attacker.example"]});
    site.publish(ELSEWHERE, &hosted);
    assert_only_failure(
        &site.report(baked(ELSEWHERE)),
        CheckId::IssuerBinding,
        "outside-issuers-scope",
    );

    const FOREIGN: &str = "https://attacker.example/key";
    site.answer(FOREIGN, answered(PublishedRsaKey::PEM));
    let mut signed = v0_5();
    signed["verify"] = json!({"type": "signed", "url": FOREIGN});
    signed["badge"]["issuer"]["publicKey"] = json!(FOREIGN);
    let report = site.report(token(&signed));
    assert_check(
        &report,
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "issuer-not-hosted",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn a_file_of_0_5_says_no_address_and_is_unconfirmed() {
    let report = report(v0_5().to_string());
    assert_check(
        &report,
        CheckId::Signature,
        Outcome::NotChecked,
        "no-hosted-address",
    );
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked),
        "{report:#?}"
    );
    assert_eq!(report.credential, None);
}

#[test]
fn parts_of_other_versions_are_each_held_to_their_own() {
    let mut site = site_of_1_0();
    site.publish(BADGE_CLASS, &super::badge_class());
    let report = site.report(v1_0().to_string());
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    let site = site.with(BADGE_CLASS, |class| class["criteria"] = json!("/criteria"));
    assert_only_failure(
        &site.report(v1_0().to_string()),
        CheckId::Structure,
        "invalid-identifier",
    );
}
