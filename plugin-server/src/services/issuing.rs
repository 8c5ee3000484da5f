//! From an award to a signed credential, and to the files that a learner takes home.

mod credential;
mod files;
pub(super) mod read_back;

pub(super) use credential::{CONTEXTS, recipient, seconds};
pub use credential::{Choice, address};
pub(super) use files::file_stem;
pub use files::{File, FileKind};

use openbadges::{limits::Limits, model::Iri, sign, sign::SignOptions};
use serde_json::Value;

use crate::{
    db::{
        awards::{self, Award},
        badges::{self, Badge},
        credentials::{self, Renewal, StoredCredential},
        organisations::{self, Organisation},
    },
    error::AppError,
    services::issuer,
    state::App,
    steps::{self, Step},
};

/// Signs the credential of an award with what the learner chose to have in it, reads every file back with our
/// own verifier, and keeps it. Claimed again, the award answers the credential that it has.
///
/// # Errors
/// When the key cannot be opened, when a file does not verify (nothing is kept then), or when the database
/// cannot be written.
pub async fn claim(app: &App, award: &Award, choice: &Choice) -> Result<StoredCredential, AppError> {
    if let Some(credential) = credentials::find(&app.db, &award.id).await? {
        return Ok(credential);
    }
    let (badge, organisation) = awarded_badge(app, award).await?;
    let recipient = credential::recipient(choice, app.entropy.as_ref())?;
    let credential = signed(app, award, badge, &organisation, recipient).await?;
    steps::reached(app, Step::CredentialSigned).await;
    let credential = credentials::insert_or_find(&app.db, &credential).await?;
    steps::reached(app, Step::CredentialKept).await;
    Ok(credential)
}

/// Signs what the badge says by now for the same person, under the same identifier, and answers what counts.
///
/// The credential before is kept, and files of it stay good. An award that says the newest version already is left
/// as it is.
///
/// # Errors
/// As [`claim`]; the code `not-found` when the award was not claimed.
pub async fn renew(app: &App, award: &Award) -> Result<StoredCredential, AppError> {
    let current = credentials::find(&app.db, &award.id)
        .await?
        .ok_or(AppError::not_found())?;
    let from = awards::badge_version(&app.db, &award.id).await?;
    let (badge, organisation) = badge_and_organisation(app, &award.badge_id).await?;
    let to = badge.version;
    if from == to {
        return Ok(current);
    }
    let recipient = credential::recipient_of(&current.document)?;
    let credential = signed(app, award, badge, &organisation, recipient).await?;
    Ok(credentials::replace(&app.db, &credential, Renewal { from, to }).await?)
}

/// A signed credential whose files all verify.
async fn signed(
    app: &App,
    award: &Award,
    badge: Badge,
    organisation: &Organisation,
    recipient: Value,
) -> Result<StoredCredential, AppError> {
    let now = app.now();
    let (signer, verification_method) = issuer::signer(app, organisation).await?;
    let document = credential::document(app, award, &badge, organisation, recipient)?;
    let method = Iri::new(verification_method).map_err(AppError::failed)?;
    let options = SignOptions::new(method, now);
    let document = sign::sign(&document, &signer, &options, &Limits::default()).map_err(AppError::failed)?;
    let credential = StoredCredential {
        award_id: award.id.clone(),
        document,
        picture_svg: badge.picture_svg,
        picture_png: badge.picture_png,
        issued_at: now.unix_timestamp(),
    };
    for kind in FileKind::of(&credential) {
        let file = files::make(&credential, &badge.name, kind)?;
        read_back::check(app, organisation, &file.bytes).await?;
    }
    Ok(credential)
}

/// A file of a credential, read back with our own verifier before it is offered.
///
/// # Errors
/// When the picture cannot hold the credential, or the file does not verify.
pub async fn file(app: &App, award: &Award, kind: FileKind) -> Result<File, AppError> {
    let credential = credentials::find(&app.db, &award.id)
        .await?
        .ok_or(AppError::not_found())?;
    if !FileKind::of(&credential).contains(&kind) {
        return Err(AppError::not_found());
    }
    let (badge, organisation) = awarded_badge(app, award).await?;
    let file = files::make(&credential, &badge.name, kind)?;
    read_back::check(app, &organisation, &file.bytes).await?;
    Ok(file)
}

/// A badge as it was awarded, with the organisation that awards it.
///
/// # Errors
/// When the database cannot be read.
pub async fn awarded_badge(app: &App, award: &Award) -> Result<(Badge, Organisation), AppError> {
    let version = awards::badge_version(&app.db, &award.id).await?;
    with_organisation(
        app,
        badges::find_version(&app.db, &award.badge_id, version).await?,
    )
    .await
}

/// A badge as it is now, with the organisation that awards it.
///
/// # Errors
/// The code `not-found` when there is no such badge.
pub async fn badge_and_organisation(app: &App, badge_id: &str) -> Result<(Badge, Organisation), AppError> {
    with_organisation(app, badges::find(&app.db, badge_id).await?).await
}

/// The badge that was found, with the organisation that awards it.
///
/// # Errors
/// The code `not-found` when none was found.
pub async fn with_organisation(app: &App, badge: Option<Badge>) -> Result<(Badge, Organisation), AppError> {
    let badge = badge.ok_or(AppError::not_found())?;
    let organisation = organisations::find(&app.db, &badge.organisation_id)
        .await?
        .ok_or(AppError::not_found())?;
    Ok((badge, organisation))
}
