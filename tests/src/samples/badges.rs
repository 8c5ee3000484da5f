//! Badges of growing size, each signed with `eddsa-rdfc-2022`.

use anyhow::{Context, Result};
use openbadges::did::key_did;
use openbadges::key::{Ed25519Signer, Signer};
use openbadges::limits::Limits;
use openbadges::model::{
    Achievement, AchievementSubject, Alignment, Criteria, Evidence, IdentityObject, Image,
    OpenBadgeCredential, Profile, Result as Reached, ResultDescription, ResultType,
};
use openbadges::sign::{SignOptions, sign};
use serde_json::json;

use super::{Sample, VALID_FROM, VALID_UNTIL, iri};

/// `minimal`, `typical` and `full`.
///
/// # Errors
/// When the core does not sign one of them.
pub fn badges() -> Result<Vec<Sample>> {
    Ok(vec![minimal()?, typical()?, full()?])
}

/// Nothing but what the specification asks for, by a `did:key`.
fn minimal() -> Result<Sample> {
    let signer = Ed25519Signer::from_seed(&[1; 32]);
    let issuer = Profile::new(iri(&key_did(&signer.public_key()))?);
    let criteria = Criteria::narrative("Attend.");
    let achievement = Achievement::new(
        iri("urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0001")?,
        "A",
        "B",
        criteria,
    );
    let subject = AchievementSubject::with_id(iri("did:example:learner")?, achievement);
    let credential = OpenBadgeCredential::new(
        iri("urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0002")?,
        issuer,
        VALID_FROM,
        subject,
    );
    let signed = sign(
        &credential,
        &signer,
        &SignOptions::did_key(&signer, VALID_FROM)?,
        &Limits::default(),
    )?;
    Ok(Sample::new("minimal", signed))
}

/// What a course gives: a hashed address, dates, a language; by a `did:key`.
fn typical() -> Result<Sample> {
    let signer = Ed25519Signer::from_seed(&[2; 32]);
    let issuer = Profile::new(iri(&key_did(&signer.public_key()))?).with_name("Example School");
    let criteria = Criteria::narrative("Pass the quiz with **80 %** or more.")
        .with_page(iri("https://badges.example.org/b/laser/criteria")?);
    let achievement = Achievement::new(
        iri("https://badges.example.org/achievements/laser")?,
        "Laser cutter, level 1",
        "Can prepare, cut and clean up alone.",
        criteria,
    )
    .with_achievement_type("Badge")
    .with_language("en")
    .with_image(
        Image::new(iri("https://badges.example.org/achievements/laser.png")?).with_caption("A laser"),
    );
    let learner = IdentityObject::hashed("emailAddress", "learner@example.org", "deadsea");
    let credential = OpenBadgeCredential::new(
        iri("https://badges.example.org/b/5f0c")?,
        issuer,
        VALID_FROM,
        AchievementSubject::with_identity(learner, achievement),
    )
    .with_name("Laser cutter, level 1")
    .with_valid_until(VALID_UNTIL);
    let signed = sign(
        &credential,
        &signer,
        &SignOptions::did_key(&signer, VALID_FROM)?,
        &Limits::default(),
    )?;
    Ok(Sample::new("typical", signed))
}

/// Every part that can be written, in letters from beyond ASCII; by a `did:web`.
fn full() -> Result<Sample> {
    let signer = Ed25519Signer::from_seed(&[3; 32]);
    let did = "did:web:badges.example.org:issuers:école".replace('é', "%C3%A9");
    let key = format!("{did}#key-1");
    let issuer = Profile::new(iri(&did)?)
        .with_name("École d’ingénieur·e·s « Exemple » 🎓")
        .with_url(iri("https://badges.example.org/")?)
        .with_email("badges@example.org")
        .with_description("Établissement d’exemple — 例 — مثال")
        .with_image(Image::new(iri("https://badges.example.org/logo.svg")?));
    let credential = OpenBadgeCredential::new(
        iri("https://badges.example.org/b/7a91")?,
        issuer.clone(),
        VALID_FROM,
        full_subject(issuer)?,
    )
    .with_name("Découpeuse laser, niveau 1 ✂️")
    .with_description("Délivré à l’issue du cours.\nDeux lignes, un \"guillemet\" et une \\.")
    .with_image(Image::new(iri("https://badges.example.org/b/7a91.png")?).with_caption("Un laser 🔥"))
    .with_valid_until(VALID_UNTIL)
    .with_awarded_date(VALID_FROM)
    .with_evidence(
        Evidence::at(iri("https://badges.example.org/evidence/7a91")?)
            .with_name("Pièce découpée")
            .with_description("Photographie de la pièce")
            .with_narrative("La pièce est *conforme*."),
    )
    .with_evidence(Evidence::told("Observé à l’atelier par deux pairs."));
    let options = SignOptions::new(iri(&key)?, VALID_FROM);
    let signed = sign(&credential, &signer, &options, &Limits::default())?;
    let document = json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": [{
            "id": key,
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": signer.public_key().to_multibase(),
        }],
        "assertionMethod": [key],
    });
    Ok(Sample::new("full", signed)
        .with_document("https://badges.example.org/issuers/%C3%A9cole/did.json", document))
}

fn full_subject(creator: Profile) -> Result<AchievementSubject> {
    let percent = iri("urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0101")?;
    let grade = iri("urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0102")?;
    let achievement = Achievement::new(
        iri("https://badges.example.org/achievements/découpe"
            .replace('é', "%C3%A9")
            .as_str())?,
        "Découpeuse laser, niveau 1 ✂️",
        "Préparer, découper, nettoyer : seul·e.",
        Criteria::narrative("- Réussir le quiz\n- Découper une pièce\n- Ranger l’atelier"),
    )
    .with_achievement_type("Badge")
    .with_creator(creator)
    .with_language("fr")
    .with_tag("fabrication")
    .with_tag("sécurité")
    .with_alignment(
        Alignment::new(
            "opérer une découpeuse laser",
            iri("http://data.europa.eu/esco/skill/laser")?,
        )
        .with_description("ESCO")
        .with_framework("ESCO")
        .with_code("S8.1"),
    )
    .with_result_description(
        ResultDescription::new(percent.clone(), "Quiz", ResultType::Percent).with_range("0", "100"),
    )
    .with_result_description(ResultDescription::new(
        grade.clone(),
        "Pièce",
        ResultType::LetterGrade,
    ));
    AchievementSubject::with_identity(IdentityObject::plain("name", "Apprenant·e numéro 1"), achievement)
        .and_identity(IdentityObject::hashed(
            "emailAddress",
            "learner@example.org",
            "sel",
        ))
        .and_result(Reached::new(percent, "92.5"))
        .and_then(|subject| subject.and_result(Reached::new(grade, "A")))
        .context("a result without its description")
}
