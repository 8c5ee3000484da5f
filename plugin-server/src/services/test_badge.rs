//! "Try it on me": a badge to look at, which is genuine nowhere.
//!
//! Whoever made it wants to see what a learner will get and what an employer will read, so it is a whole badge with
//! a good signature. Four marks keep it from being one: its type says `ext:TestBadge`, for which this project's own
//! verifier refuses it; its issuer lists the key, and not for signing badges; it ended the day before it was made;
//! and name, issuer and picture say TEST to anybody who looks.

mod issuer;
mod read_back;

pub use issuer::did_document;

use openbadges::{bake::bake, limits::Limits, model::Iri, sign, sign::SignOptions, vocab::TEST_ACHIEVEMENT};
use serde_json::{Value, json};
use time::Duration;

use crate::{
    db::{badges::Badge, organisations::Organisation},
    error::AppError,
    ids::random_urn,
    services::{
        achievement,
        issuing::{self, Choice, File, FileKind},
        pictures,
    },
    state::App,
};

/// What stands before every name in a test badge, in whatever language.
const MARK: &str = "TEST";

/// How long before it was made a test badge ended. Clocks differ by minutes, so no reader finds one that counts.
const OVER_FOR: Duration = Duration::days(1);

/// A test badge for the person of `choice`, as a picture. Nothing of it is kept.
///
/// # Errors
/// When there is no randomness, when the test key cannot be made or opened, or when our own verifier does not
/// refuse the badge as a test.
pub async fn make(
    app: &App,
    badge: &Badge,
    organisation: &Organisation,
    choice: &Choice,
) -> Result<File, AppError> {
    let (signer, verification_method) = issuer::signer(app, organisation).await?;
    let document = document(app, badge, organisation, choice)?;
    let method = Iri::new(verification_method).map_err(AppError::failed)?;
    let options = SignOptions::new(method, app.now());
    let signed = sign::sign(&document, &signer, &options, &Limits::default()).map_err(AppError::failed)?;
    let picture = pictures::marked(&badge.picture_png, MARK).map_err(AppError::failed)?;
    let bytes = bake(&picture, &signed).map_err(AppError::failed)?;
    read_back::check(app, organisation, &bytes).await?;
    Ok(File {
        name: format!("{}.png", issuing::file_stem(&marked(&badge.name))),
        kind: FileKind::Png,
        bytes,
    })
}

/// The credential, without a proof.
fn document(
    app: &App,
    badge: &Badge,
    organisation: &Organisation,
    choice: &Choice,
) -> Result<Value, AppError> {
    let over = issuing::seconds(app.now() - OVER_FOR)?;
    let mut subject = issuing::recipient(choice, app.entropy.as_ref())?;
    subject["achievement"] = json!({
        // Not the badge itself, whose address its holders show.
        "id": format!("{}#test", achievement::url(&app.config, badge)),
        "type": ["Achievement"],
        "achievementType": TEST_ACHIEVEMENT,
        "name": marked(&badge.name),
        "description": badge.description,
        "criteria": {"narrative": badge.criteria},
        "inLanguage": badge.language,
    });
    Ok(json!({
        "@context": issuing::CONTEXTS,
        "id": random_urn(app.entropy.as_ref())?,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": marked(&badge.name),
        "issuer": issuer::profile(&app.config, organisation),
        "validFrom": over,
        "validUntil": over,
        "credentialSubject": subject,
    }))
}

fn marked(name: &str) -> String {
    format!("{MARK} – {name}")
}
