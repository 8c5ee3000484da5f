//! A teacher chooses a badge from within the platform, and a link of the course brings the choice back.
//!
//! What comes back is a custom value of the link, and any teacher can write those. So the choice travels sealed
//! under its registration: a value that was made up, or taken from another platform, opens nothing. One that was made
//! for another course of the platform comes with a copy of that course's link.
//!
//! Either way the badge is placed and off: nothing is given before a teacher of the course has looked.

mod copies;

use axum_extra::extract::cookie::Cookie;
use lti_advantage::{
    claims::DeepLinkingSettings,
    deep_linking::{self, ContentItem, DeepLinkingResponse, Signing},
    launch::VerifiedLaunch,
};
use serde_json::json;

use crate::{
    cookies,
    db::{
        badges::Badge,
        content_choices::{self, ContentChoice},
        offers::{self, Offer},
        placements::{self, Placement},
        resource_links,
    },
    error::AppError,
    ids::{fingerprint, random_id, random_secret},
    services::{
        completion::{Combine, Condition, Mode, Rule},
        launches::Entrant,
        platforms, tool_keys,
    },
    state::App,
};

/// The custom value that brings a choice back.
pub const OFFER: &str = "blason_offer";

/// What teachers of a platform may do here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TeachersMay {
    /// Only administrators place badges.
    #[default]
    Nothing,
    /// They choose among the badges there are.
    Choose,
    /// They make new badges too.
    Make,
}

impl TeachersMay {
    /// All of them, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Choose, Self::Make];

    /// The word that the database and forms keep.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Choose => "choose",
            Self::Make => "make",
        }
    }

    /// What a word stands for; a word that is not known allows nothing.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|may| may.as_str() == word)
            .unwrap_or(Self::Nothing)
    }
}

/// An open page: set the cookie and redirect (303) to the location.
#[derive(Debug)]
pub struct Begun {
    /// Binds this browser to the request; partitioned, for the platform's frame.
    pub cookie: Cookie<'static>,
    /// The path of the page.
    pub location: String,
}

/// Opens the page of a verified request for content.
///
/// # Errors
/// `choosing-not-allowed` when the administrator did not allow it for this platform, `choosing-not-yours` when the
/// person does not make this course, `choosing-without-course` when the request names no course.
pub async fn begin(
    app: &App,
    launch: &VerifiedLaunch,
    settings: &DeepLinkingSettings,
) -> Result<Begun, AppError> {
    let registration = platforms::find_registration(app, &launch.registration_id().0).await?;
    if TeachersMay::from_word(&registration.teachers_may) == TeachersMay::Nothing {
        return Err(AppError::forbidden("choosing-not-allowed"));
    }
    if !launch.roles().may_place_content() {
        return Err(AppError::forbidden("choosing-not-yours"));
    }
    let context = launch
        .context()
        .ok_or(AppError::forbidden("choosing-without-course"))?;
    let id = random_id(app.entropy.as_ref())?;
    let secret = random_secret(app.entropy.as_ref())?;
    let length = app.config.sessions.launch;
    let choice = ContentChoice {
        id: id.clone(),
        session_hash: fingerprint(&secret),
        expires_at: (app.now() + length).unix_timestamp(),
        registration_id: launch.registration_id().0.clone(),
        deployment_id: launch.deployment_id().to_owned(),
        context_id: context.id.clone(),
        subject: launch.subject().map(str::to_owned),
        locale: launch.locale().map(str::to_owned),
        frame_origins: platforms::frame_origins(registration, launch)?.join(" "),
        settings: serde_json::to_string(settings).map_err(AppError::failed)?,
        made_badge_id: None,
    };
    content_choices::delete_expired(&app.db, app.timestamp()).await?;
    content_choices::insert(&app.db, &choice).await?;
    Ok(Begun {
        cookie: cookies::for_frame(cookies::content_choice(&id), secret, length),
        location: format!("/choose/{id}"),
    })
}

/// The request `id`, if it may still be used and `secret` is the one its browser was given.
///
/// # Errors
/// The code `launch-session-ended` otherwise; the answer does not say which of the two is wrong.
pub async fn resume(app: &App, id: &str, secret: Option<&str>) -> Result<ContentChoice, AppError> {
    let choice = content_choices::find(&app.db, id, app.timestamp()).await?;
    match (choice, secret) {
        (Some(choice), Some(secret)) if choice.session_hash == fingerprint(secret) => Ok(choice),
        _ => Err(AppError::forbidden("launch-session-ended")),
    }
}

/// What the person of a request may do here now.
///
/// # Errors
/// When the database cannot be read.
pub async fn allowed(app: &App, choice: &ContentChoice) -> Result<TeachersMay, AppError> {
    let registration = platforms::find_registration(app, &choice.registration_id).await?;
    Ok(TeachersMay::from_word(&registration.teachers_may))
}

/// The answer that gives `badge` to the platform; `reminder` is what it shows to the person who chose.
///
/// # Errors
/// `choosing-not-allowed` when the permission was taken back meanwhile; the codes of
/// [`lti_advantage::error::DeepLinkingError`].
pub async fn answer(
    app: &App,
    choice: &ContentChoice,
    badge: &Badge,
    reminder: &str,
) -> Result<DeepLinkingResponse, AppError> {
    let registration = platforms::find_registration(app, &choice.registration_id).await?;
    if TeachersMay::from_word(&registration.teachers_may) == TeachersMay::Nothing {
        return Err(AppError::forbidden("choosing-not-allowed"));
    }
    let offer = Offer {
        id: random_id(app.entropy.as_ref())?,
        registration_id: choice.registration_id.clone(),
        deployment_id: choice.deployment_id.clone(),
        context_id: choice.context_id.clone(),
        badge_id: badge.id.clone(),
        condition: Condition::only(Rule::Opening).to_json()?,
        subject: choice.subject.clone(),
        created_at: app.timestamp(),
    };
    let purpose = purpose(&offer.registration_id);
    let sealed = app
        .vault
        .seal(app.entropy.as_ref(), &purpose, offer.id.as_bytes())?;
    let item = ContentItem {
        url: app.config.url("/lti/launch"),
        title: badge.name.clone(),
        custom: vec![(OFFER.to_owned(), sealed)],
        ..ContentItem::default()
    };
    let settings: DeepLinkingSettings = serde_json::from_str(&choice.settings).map_err(AppError::failed)?;
    let key = tool_keys::signing(app).await?;
    let nonce = random_secret(app.entropy.as_ref())?;
    let response = deep_linking::response(
        &platforms::registration(registration)?,
        &choice.deployment_id,
        &settings,
        &[item],
        Some(reminder),
        &Signing {
            key: &key,
            nonce: &nonce,
            now: app.now(),
        },
    )?;
    offers::insert(&app.db, &offer).await?;
    Ok(response)
}

/// Places the badge that the link of a launch brings.
///
/// Unless its activity has one that was placed later: by an administrator, or by a newer choice. A link that brings
/// none may be the copy of one whose badge an administrator placed.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_up(app: &App, entrant: &Entrant) -> Result<(), AppError> {
    let (Some(sealed), Some(context_id)) = (&entrant.offer, &entrant.context_id) else {
        return copies::take_up(app, entrant).await;
    };
    let Some(offer) = brought(app, entrant, sealed, context_id).await? else {
        tracing::info!(
            registration.id = entrant.registration_id,
            "an offer that was not made for this platform"
        );
        return copies::take_up(app, entrant).await;
    };
    let condition = proposed(app, entrant, offer.condition).await?;
    let is_copy = offer.context_id != *context_id || offer.deployment_id != entrant.deployment_id;
    let placement = Placement {
        id: random_id(app.entropy.as_ref())?,
        registration_id: offer.registration_id,
        deployment_id: entrant.deployment_id.clone(),
        resource_link_id: entrant.resource_link_id.clone(),
        context_id: Some(context_id.clone()),
        badge_id: offer.badge_id,
        offer_id: Some(offer.id),
        condition,
        mode: Mode::Claim.as_str().to_owned(),
        send_score: false,
        is_on: false,
        turned_on_at: None,
        turned_on_by: None,
        copied_from: is_copy.then_some(offer.context_id),
        created_at: offer.created_at,
        next_check_at: None,
        lease_until: None,
        last_check_at: None,
        check_failures: 0,
        check_problem: None,
    };
    Ok(placements::upsert(&app.db, &placement).await?)
}

/// The choice that a sealed value stands for, if it was made on the platform of this launch.
async fn brought(
    app: &App,
    entrant: &Entrant,
    sealed: &str,
    context_id: &str,
) -> Result<Option<Offer>, AppError> {
    let registration_id = &entrant.registration_id;
    let purposes = [
        purpose(registration_id),
        purpose_of_course(registration_id, &entrant.deployment_id, context_id),
    ];
    let opened = purposes
        .iter()
        .find_map(|purpose| app.vault.open(purpose, sealed).ok());
    let Some(offer_id) = opened else {
        return Ok(None);
    };
    let offer_id = str::from_utf8(&offer_id).map_err(AppError::failed)?;
    let offer = offers::find(&app.db, offer_id).await?;
    Ok(offer.filter(|offer| offer.registration_id == *registration_id))
}

/// What a chosen badge asks at first. Where the course can be asked who may open the activity, it is: a teacher reads how
/// many there are before anybody opens it, and may have the badge issued by itself.
async fn proposed(app: &App, entrant: &Entrant, condition: String) -> Result<String, AppError> {
    let opening = Condition::only(Rule::Opening);
    if Condition::from_json(&condition)? != opening {
        return Ok(condition);
    }
    let (registration, deployment) = (&entrant.registration_id, &entrant.deployment_id);
    let link = resource_links::find(&app.db, registration, deployment, &entrant.resource_link_id).await?;
    if link.is_none_or(|link| link.memberships_url.is_none()) {
        return Ok(condition);
    }
    let counted = Condition {
        combine: Combine::Any,
        rules: vec![Rule::Opening, Rule::GatedRoster],
    };
    counted.to_json()
}

/// Under what a choice is sealed: it opens on its own platform only.
fn purpose(registration_id: &str) -> String {
    json!(["offer", registration_id]).to_string()
}

/// Under what choices were sealed that older links bring.
fn purpose_of_course(registration_id: &str, deployment_id: &str, context_id: &str) -> String {
    json!(["offer", registration_id, deployment_id, context_id]).to_string()
}
