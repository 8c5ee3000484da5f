//! From a verified launch to a page that only this browser may use.

use axum_extra::extract::cookie::Cookie;

use crate::{
    cookies,
    db::{
        course_staff,
        launches::{self, Launch},
    },
    error::AppError,
    ids::{fingerprint, random_id, random_secret},
    state::App,
};

/// What a verified launch said, in the words of this server. The launch route builds it from
/// `lti_advantage`'s verified launch and from nothing else.
#[derive(Debug, Clone)]
pub struct Entrant {
    /// The platform's registration, [`crate::db::registrations::Registration::id`].
    pub registration_id: String,
    /// The `deployment_id` claim.
    pub deployment_id: String,
    /// The `sub` claim; `None` when the launch is anonymous.
    pub subject: Option<String>,
    /// What the roles claim makes of this person here.
    pub role: Role,
    /// Whether the roles claim lets this person build the course.
    pub may_manage: bool,
    /// The `name` claim.
    pub name: Option<String>,
    /// The `email` claim.
    pub email: Option<String>,
    /// The `locale` claim or the presentation's.
    pub locale: Option<String>,
    /// `resource_link.id`.
    pub resource_link_id: String,
    /// `resource_link.title`.
    pub resource_link_title: Option<String>,
    /// `context.id`.
    pub context_id: Option<String>,
    /// `context.title`.
    pub context_title: Option<String>,
    /// Origins that may frame the page: those of the platform's registration, such as `https://moodle.example`.
    pub frame_origins: Vec<String>,
    /// What the link brings of a badge that was chosen for it, sealed; see [`crate::services::choosing`].
    pub offer: Option<String>,
}

/// What a person may do on a badge's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A learner in this course, and nothing else: the only role that earns.
    Learner,
    /// Teaches, designs or administers here, even if also enrolled as a learner.
    Staff,
    /// Observers and roles that are not known.
    Other,
}

impl Role {
    /// The word that the database keeps.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Staff => "staff",
            Self::Other => "other",
        }
    }

    /// The role of a word in the database; an unknown word earns nothing.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        [Self::Learner, Self::Staff]
            .into_iter()
            .find(|role| role.as_str() == word)
            .unwrap_or(Self::Other)
    }
}

/// An open page: set the cookie and redirect (303) to the location.
#[derive(Debug)]
pub struct Entered {
    /// Binds this browser to the launch; partitioned, for the LMS's frame.
    pub cookie: Cookie<'static>,
    /// The path of the page.
    pub location: String,
}

/// Opens the page of a verified launch for this browser.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn enter(app: &App, entrant: Entrant) -> Result<Entered, AppError> {
    let id = random_id(app.entropy.as_ref())?;
    let secret = random_secret(app.entropy.as_ref())?;
    let now = app.now();
    let length = app.config.sessions.launch;
    let launch = Launch {
        id: id.clone(),
        session_hash: fingerprint(&secret),
        expires_at: (now + length).unix_timestamp(),
        registration_id: entrant.registration_id,
        deployment_id: entrant.deployment_id,
        resource_link_id: entrant.resource_link_id,
        resource_link_title: entrant.resource_link_title,
        context_id: entrant.context_id,
        context_title: entrant.context_title,
        subject: entrant.subject,
        role: entrant.role.as_str().to_owned(),
        name: entrant.name,
        email: entrant.email,
        locale: entrant.locale,
        frame_origins: entrant.frame_origins.join(" "),
        launched_at: now.unix_timestamp(),
        may_manage: entrant.may_manage,
    };
    if let (true, Some(context_id), Some(subject)) =
        (entrant.role == Role::Staff, &launch.context_id, &launch.subject)
    {
        course_staff::upsert(
            &app.db,
            &launch.registration_id,
            context_id,
            subject,
            launch.launched_at,
        )
        .await?;
    }
    launches::delete_expired(&app.db, now.unix_timestamp()).await?;
    launches::insert(&app.db, &launch).await?;
    Ok(Entered {
        cookie: cookies::for_frame(cookies::launch(&id), secret, length),
        location: format!("/claim/{id}"),
    })
}

/// The launch `id`, if it may still be used and `secret` is the one its browser was given.
///
/// # Errors
/// The code `launch-session-ended` otherwise; the answer does not say which of the two is wrong.
pub async fn resume(app: &App, id: &str, secret: Option<&str>) -> Result<Launch, AppError> {
    let launch = launches::find(&app.db, id, app.timestamp()).await?;
    match (launch, secret) {
        (Some(launch), Some(secret)) if launch.session_hash == fingerprint(secret) => Ok(launch),
        _ => Err(AppError::forbidden("launch-session-ended")),
    }
}
