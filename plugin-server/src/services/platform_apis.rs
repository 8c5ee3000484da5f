//! A platform's own interface, asked whether somebody has completed a course. LTI has no words for that; an
//! administrator gives a token of the platform, which is tried at once and kept sealed.

mod canvas;
mod moodle;
mod open_edx;

use std::collections::BTreeMap;

use lti_advantage::{
    http::{Method, Request, Response, Transport},
    launch::VerifiedLaunch,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use crate::{
    clients::Outbound,
    db::{
        platform_apis::{self, PlatformApi},
        platform_usernames,
    },
    error::AppError,
    services::completion::Reason,
    state::App,
};

/// The largest answer that is read, in bytes.
const MAX_RESPONSE_BYTES: usize = 1024 * 1024;

/// Which interface a platform has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Moodle's web services; the secret is a token.
    Moodle,
    /// Open edX's grades; the secret is `client_id:client_secret` of an OAuth application.
    OpenEdx,
    /// Canvas' progress; the secret is an access token.
    Canvas,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Moodle, Self::OpenEdx, Self::Canvas];

    /// The word that the database and forms keep.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Moodle => "moodle",
            Self::OpenEdx => "open-edx",
            Self::Canvas => "canvas",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What a platform says of somebody in a course.
#[derive(Debug, Clone, PartialEq)]
pub enum Completion {
    /// Complete; with what the platform said, for the evidence.
    Complete(BTreeMap<&'static str, Value>),
    /// Not complete.
    NotYet,
    /// The course has nothing that could be completed, or does not follow this person.
    NotFollowed,
}

/// A platform's interface, opened.
pub struct Api<'a> {
    app: &'a App,
    registration_id: String,
    kind: Kind,
    address: Url,
    secret: String,
}

/// The interface of a platform, if an administrator set one up.
///
/// # Errors
/// When the database cannot be read, or the secret does not open.
pub async fn of<'a>(app: &'a App, registration_id: &str) -> Result<Option<Api<'a>>, AppError> {
    let Some(row) = platform_apis::find(&app.db, registration_id).await? else {
        return Ok(None);
    };
    let Some(kind) = Kind::from_word(&row.kind) else {
        return Ok(None);
    };
    let secret = app.vault.open(&purpose(registration_id), &row.sealed_secret)?;
    Ok(Some(Api {
        app,
        registration_id: row.registration_id,
        kind,
        address: Url::parse(&row.address).map_err(AppError::failed)?,
        secret: String::from_utf8(secret.to_vec()).map_err(AppError::failed)?,
    }))
}

/// Tries an interface, and keeps it sealed if the platform lets it ask what it will have to ask.
///
/// # Errors
/// The outer one when the database cannot be written; the inner one says why the platform refused, and nothing is
/// kept then.
pub async fn keep(
    app: &App,
    registration_id: &str,
    kind: Kind,
    address: &Url,
    secret: &str,
) -> Result<Result<(), Reason>, AppError> {
    let api = Api {
        app,
        registration_id: registration_id.to_owned(),
        kind,
        address: address.clone(),
        secret: secret.to_owned(),
    };
    if let Err(reason) = api.try_out().await {
        return Ok(Err(reason));
    }
    let sealed_secret = app
        .vault
        .seal(app.entropy.as_ref(), &purpose(registration_id), secret.as_bytes())?;
    let row = PlatformApi {
        registration_id: registration_id.to_owned(),
        kind: kind.as_str().to_owned(),
        address: address.to_string(),
        sealed_secret,
        created_at: app.timestamp(),
    };
    platform_apis::upsert(&app.db, &row).await?;
    Ok(Ok(()))
}

// The secret stays out of logs.
impl std::fmt::Debug for Api<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Api")
            .field("registration_id", &self.registration_id)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Keeps the name under which the platform's interface knows the person of a launch, where it uses another one than
/// launches do.
///
/// # Errors
/// When the database cannot be written.
pub async fn note_username(app: &App, launch: &VerifiedLaunch) -> Result<(), AppError> {
    let (Some(subject), Some(username)) = (launch.subject(), &launch.person().preferred_username) else {
        return Ok(());
    };
    let registration_id = &launch.registration_id().0;
    let api = platform_apis::find(&app.db, registration_id).await?;
    if api.is_some_and(|api| Kind::from_word(&api.kind) == Some(Kind::OpenEdx)) {
        platform_usernames::upsert(&app.db, registration_id, subject, username).await?;
    }
    Ok(())
}

impl Api<'_> {
    /// Whether `subject` has completed the course `context_id`, both as launches name them.
    ///
    /// # Errors
    /// Why the platform could not be asked, with a sentence `why-<code>`.
    pub async fn completion(&self, context_id: &str, subject: &str) -> Result<Completion, Reason> {
        match self.kind {
            Kind::Moodle => moodle::completion(self, context_id, subject).await,
            Kind::OpenEdx => open_edx::completion(self, context_id, subject).await,
            Kind::Canvas => canvas::completion(self, context_id, subject).await,
        }
    }

    async fn try_out(&self) -> Result<(), Reason> {
        match self.kind {
            Kind::Moodle => moodle::try_out(self).await,
            Kind::OpenEdx => open_edx::try_out(self).await,
            Kind::Canvas => canvas::try_out(self).await,
        }
    }

    /// The address of `segments` under the site, each written as one segment whatever is in it.
    fn url(&self, segments: &[&str]) -> Result<Url, Reason> {
        let mut url = self.address.clone();
        url.path_segments_mut()
            .map_err(|()| Reason::new("api-refused").with("code", "address"))?
            .pop_if_empty()
            .extend(segments);
        Ok(url)
    }

    async fn bearer<R: DeserializeOwned>(&self, url: Url, token: &str) -> Result<(u16, R), Reason> {
        let request = Request {
            method: Method::Get,
            url,
            headers: vec![
                ("accept", "application/json".to_owned()),
                ("authorization", format!("Bearer {token}")),
            ],
            body: Vec::new(),
            max_response_bytes: MAX_RESPONSE_BYTES,
        };
        self.read(request).await
    }

    async fn post_form<R: DeserializeOwned>(
        &self,
        url: Url,
        fields: &[(&str, &str)],
    ) -> Result<(u16, R), Reason> {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request {
            method: Method::Post,
            url,
            headers: vec![
                ("accept", "application/json".to_owned()),
                ("content-type", "application/x-www-form-urlencoded".to_owned()),
            ],
            body: body.into_bytes(),
            max_response_bytes: MAX_RESPONSE_BYTES,
        };
        self.read(request).await
    }

    async fn read<R: DeserializeOwned>(&self, request: Request) -> Result<(u16, R), Reason> {
        let transport = Outbound(self.app.http.as_ref());
        let answer = transport.send(request).await.map_err(|error| {
            tracing::info!(
                registration.id = self.registration_id,
                error.code = error.code,
                "no answer"
            );
            Reason::new("platform-silent")
        })?;
        let status = answer.status;
        match serde_json::from_slice(&answer.body) {
            Ok(read) => Ok((status, read)),
            Err(_) => Err(refused(&answer)),
        }
    }
}

fn refused(answer: &Response) -> Reason {
    match answer.status {
        429 | 500..=599 => Reason::new("platform-silent"),
        status => Reason::new("api-refused").with("code", status.to_string()),
    }
}

/// The token goes to this site only, for this registration only.
fn purpose(registration_id: &str) -> String {
    format!("platform-api:{registration_id}")
}
