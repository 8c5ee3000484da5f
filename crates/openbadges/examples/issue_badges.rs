//! Issues the badges that the example pages show: a drawing for each, signed, baked, and read back before it is
//! written.
//!
//! `cargo run -p openbadges --example issue_badges -- examples/pages/badges`
//!
//! The same program makes the same files: the times and the key stand here. A key that anybody can read proves
//! nothing about who signed, which is why these badges give a name and no more.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use openbadges::bake::bake;
use openbadges::key::{Ed25519Signer, Signer};
use openbadges::limits::Limits;
use openbadges::model::{
    Achievement, AchievementSubject, Criteria, IdentityObject, Iri, OpenBadgeCredential, Profile,
};
use openbadges::sign::{SignOptions, sign};
use openbadges::verify::{Evidence, Policy, State, verify};
use time::OffsetDateTime;
use time::macros::datetime;

const NOW: OffsetDateTime = datetime!(2026-06-01 12:00 UTC);
const LAPSED: OffsetDateTime = datetime!(2026-03-01 12:00 UTC);

/// One badge: what it says, and the colours and the letters of its drawing.
struct Sample {
    file: &'static str,
    issuer: &'static str,
    language: &'static str,
    name: &'static str,
    description: &'static str,
    criteria: &'static str,
    letters: &'static str,
    colours: [&'static str; 2],
    valid_until: Option<OffsetDateTime>,
}

const WORKSHOP: &str = "Open Workshop";
const UNIVERSITY: &str = "Example University";

const SAMPLES: &[Sample] = &[
    Sample {
        file: "laser-1",
        issuer: WORKSHOP,
        language: "en",
        name: "Laser cutter, level 1",
        description: "Can prepare, cut and clean up alone.",
        criteria: "- Passed the safety quiz with **80 %** or more.\n- Cut a box that closes, under the eyes of an instructor.",
        letters: "L1",
        colours: ["#1a5560", "#8bcbd6"],
        valid_until: None,
    },
    Sample {
        file: "first-aid",
        issuer: WORKSHOP,
        language: "en",
        name: "First aid at work",
        description: "Can help until the ambulance comes.",
        criteria: "Took part in a day of practice, and passed its test.",
        letters: "FA",
        colours: ["#9b2c2c", "#f3b4ae"],
        valid_until: Some(LAPSED),
    },
    Sample {
        file: "data-python",
        issuer: UNIVERSITY,
        language: "en",
        name: "Data analysis with Python",
        description: "Cleans a table, asks it a question, and draws the answer.",
        criteria: "Handed in three notebooks that another student could run.",
        letters: "Py",
        colours: ["#2d4b8e", "#b8c9ef"],
        valid_until: None,
    },
    Sample {
        file: "statistiques",
        issuer: "Université d’exemple",
        language: "fr",
        name: "Statistiques, premier semestre",
        description: "Choisit un test, le calcule, et dit ce qu’il ne prouve pas.",
        criteria: "- Deux devoirs notés au moins 12 sur 20.\n- Une étude de cas présentée au groupe.",
        letters: "St",
        colours: ["#5b3a86", "#d6c4ea"],
        valid_until: None,
    },
    Sample {
        file: "peer-tutor",
        issuer: UNIVERSITY,
        language: "en",
        name: "Peer tutor",
        description: "Helped first-year students for a term.",
        criteria: "Held ten sessions; the students said what they took from them.",
        letters: "PT",
        colours: ["#7a4b12", "#eecb96"],
        valid_until: None,
    },
    Sample {
        file: "open-science",
        issuer: UNIVERSITY,
        language: "en",
        name: "Open science",
        description: "Publishes data that others can use.",
        criteria: "Put a data set with its licence and its description where others find it.",
        letters: "OS",
        colours: ["#1c6b3f", "#aadcbf"],
        valid_until: None,
    },
];

#[expect(clippy::print_stdout, reason = "an example says what it does")]
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    fs::create_dir_all(&folder)?;
    for (number, sample) in SAMPLES.iter().enumerate() {
        let signed = issue(sample, number)?;
        let drawing = drawing(sample);
        let file = bake(drawing.as_bytes(), &signed)?;
        let state = verify(&file, &Evidence::new(), NOW, &Policy::default()).state;
        let expected = if sample.valid_until.is_some() {
            State::Caution
        } else {
            State::Genuine
        };
        if state != expected {
            return Err(format!("{}: {state:?}", sample.file).into());
        }
        fs::write(folder.join(sample.file).with_extension("svg"), file)?;
        println!("{}: {state:?}", sample.file);
        if number == 0 {
            // A picture without its badge, to bake into: what a screenshot would be.
            fs::write(folder.join("no-badge.svg"), &drawing)?;
            let changed = signed.replace("level 1", "level 2");
            fs::write(folder.join("changed.svg"), bake(drawing.as_bytes(), &changed)?)?;
        }
    }
    Ok(())
}

/// The credential, under a key whose own name is the issuer's identifier: it verifies without any network.
fn issue(sample: &Sample, number: usize) -> Result<String, Box<dyn Error>> {
    let seed: [u8; 32] = std::array::from_fn(|_| u8::try_from(sample.issuer.len()).unwrap_or_default());
    let signer = Ed25519Signer::from_seed(&seed);
    let issuer = format!("did:key:{}", signer.public_key().to_multibase());
    let achievement = Achievement::new(
        Iri::new(format!("urn:example:achievement:{}", sample.file))?,
        sample.name,
        sample.description,
        Criteria::narrative(sample.criteria),
    )
    .with_achievement_type("Badge")
    .with_language(sample.language);
    let learner = IdentityObject::hashed("emailAddress", "learner.one@example.org", "b9f3c0de");
    let mut credential = OpenBadgeCredential::new(
        Iri::new(format!("urn:uuid:8dd7c1b4-5c0c-4b42-8a25-{number:012}"))?,
        Profile::new(Iri::new(issuer)?).with_name(sample.issuer),
        datetime!(2026-01-15 12:00 UTC),
        AchievementSubject::with_identity(learner, achievement),
    );
    if let Some(end) = sample.valid_until {
        credential = credential.with_valid_until(end);
    }
    let options = SignOptions::did_key(&signer, datetime!(2026-01-15 12:00 UTC))?;
    Ok(sign(&credential, &signer, &options, &Limits::default())?)
}

fn drawing(
    Sample {
        letters,
        colours: [dark, light],
        ..
    }: &Sample,
) -> String {
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120" viewBox="0 0 120 120"><path fill="{dark}" d="M60 4 109 32v56l-49 28-49-28V32Z"/><path fill="none" stroke="{light}" stroke-width="3" d="M60 14l40 23v46l-40 23-40-23V37Z"/><text x="60" y="74" fill="#fff" font-family="system-ui, sans-serif" font-size="40" font-weight="700" text-anchor="middle">{letters}</text></svg>"##
    )
}
