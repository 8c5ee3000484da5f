//! Issues a badge, bakes it into a picture, and verifies it as a stranger would: with nothing but the file, the time
//! and what the issuer publishes.
//!
//! `cargo run -p openbadges --example issue_and_verify`

use std::error::Error;

use openbadges::address::WebAddress;
use openbadges::bake::bake;
use openbadges::did::web_did;
use openbadges::key::{Ed25519Signer, Signer};
use openbadges::limits::Limits;
use openbadges::model::{
    Achievement, AchievementSubject, Criteria, IdentityObject, Iri, OpenBadgeCredential, Profile,
    Result as Reached, ResultDescription, ResultType,
};
use openbadges::sign::{SignOptions, sign};
use openbadges::verify::{Document, Evidence, Policy, Verdict, verify};
use serde_json::json;
use time::macros::datetime;

const SCORE: &str = "urn:uuid:1f0c5ddf-95b8-4d0c-8bd1-6d5f0d1f8a01";

#[expect(clippy::print_stdout, reason = "an example says what it does")]
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    // A program of yours takes the time from its clock, and the seed from its store of secrets.
    let now = datetime!(2026-06-01 12:00 UTC);
    let signer = Ed25519Signer::from_seed(&[7; 32]);

    // The issuer's site is its identity: did:web:badges.example, whose document lists the key.
    let issuer = web_did(&WebAddress::parse("https://badges.example")?)?;
    let key_name = Iri::new(format!("{issuer}#key-1"))?;
    let published = json!({
        "id": issuer,
        "assertionMethod": [{
            "id": key_name.as_str(), "type": "Multikey", "controller": issuer,
            "publicKeyMultibase": signer.public_key().to_multibase(),
        }],
    });

    let options = SignOptions::new(key_name, now);
    let signed = sign(&badge(&issuer, now)?, &signer, &options, &Limits::default())?;
    let picture = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>"#;
    let file = bake(picture, &signed)?;
    println!("baked: {} bytes", file.len());

    // The first pass says what is missing; here the one document that it wants is at hand.
    let mut evidence = Evidence::new();
    let first = verify(&file, &evidence, now, &Policy::default());
    println!("without the issuer's document: {:?}", first.verdict);
    for wanted in &first.wanted {
        println!("wanted: {}", wanted.url);
        evidence.insert(
            wanted.url.as_str(),
            Document::Answered {
                status: 200,
                content_type: Some("application/did+json".to_owned()),
                body: published.to_string().into_bytes(),
            },
        );
    }
    let report = verify(&file, &evidence, now, &Policy::default());
    for check in &report.checks {
        println!(
            "{:<15} {:?}: {}",
            check.id.as_str(),
            check.outcome,
            check.code.as_str()
        );
    }
    println!("with it: {:?}", report.verdict);
    if report.verdict == Verdict::Verified {
        Ok(())
    } else {
        Err("the badge that was just issued does not verify".into())
    }
}

/// A badge for a learner who is named by a hash, with a score.
fn badge(issuer: &str, now: time::OffsetDateTime) -> Result<OpenBadgeCredential, Box<dyn Error>> {
    let achievement = Achievement::new(
        Iri::new("https://badges.example/achievements/laser-1")?,
        "Laser cutting, level 1",
        "Cuts plywood safely.",
        Criteria::narrative("Cut a box that closes."),
    )
    .with_achievement_type("Badge")
    .with_result_description(
        ResultDescription::new(Iri::new(SCORE)?, "Safety quiz", ResultType::Percent).with_range("0", "100"),
    );
    let learner = IdentityObject::hashed("emailAddress", "learner.one@example.org", "b9f3c0de");
    let subject = AchievementSubject::with_identity(learner, achievement)
        .and_result(Reached::new(Iri::new(SCORE)?, "95"))
        .ok_or("the achievement measures the score")?;
    Ok(OpenBadgeCredential::new(
        Iri::new("urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10")?,
        Profile::new(Iri::new(issuer)?).with_name("Issuer One"),
        now,
        subject,
    ))
}
