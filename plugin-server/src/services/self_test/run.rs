//! The test itself: each service is asked once, and what it answers is noted.

use lti_advantage::{
    ags::{self, LineItemFilter},
    error::{ServiceError, TokenError},
    http::{Method, Request, Transport},
    nrps::{self, Filter},
    service::AccessTokens,
    vocab::scope,
};
use serde::Deserialize;
use time::{OffsetDateTime, format_description::well_known::Rfc2822};

use crate::{
    clients::{JWKS_MAX_BYTES, Outbound},
    db::{registration_sightings, registrations::Registration, resource_links},
    error::AppError,
    services::{
        platform_services::{self, PlatformServices},
        sightings::{self, Sighting},
    },
    state::App,
};

/// The most members that are read: enough to see that the roster opens.
const MAX_MEMBERS: usize = 100;

/// For what a token is asked, in this order, until the platform gives one.
const TRIED_SCOPES: [&str; 3] = [
    scope::CONTEXT_MEMBERSHIP_READ_ONLY,
    scope::RESULT_READ_ONLY,
    scope::LINE_ITEM,
];

/// Asks the platform of `registration` for everything that this tool uses, and notes what came of it. A platform that
/// does not answer is an outcome, not an error.
///
/// # Errors
/// When the database cannot be read.
pub async fn run(app: &App, registration: Registration) -> Result<(), AppError> {
    let id = registration.id.clone();
    let platform = platform_services::of(app, registration)?;
    read_keys(app, &platform).await;
    let fetched_before = keys_fetched_at(app).await?;
    let token = ask_token(&platform).await;
    note(app, &id, Sighting::Token, token.as_ref().map(|()| String::new())).await;
    // A fetch says nothing of who it came from; one that arrives while this platform checks our signature does.
    if keys_fetched_at(app).await? > fetched_before {
        sightings::note(app, &id, Sighting::OwnKeysRead, "").await;
    }
    if let Some(link) = resource_links::latest(&app.db, &id).await? {
        if let Some(address) = &link.memberships_url {
            let members = read_roster(&platform, address).await;
            note(app, &id, Sighting::Roster, members.as_ref().map(usize::to_string)).await;
        }
        if let Some(address) = &link.line_items_url {
            let columns = read_columns(&platform, address).await;
            note(
                app,
                &id,
                Sighting::Columns,
                columns.as_ref().map(usize::to_string),
            )
            .await;
        }
    }
    Ok(())
}

async fn note(app: &App, id: &str, what: Sighting, outcome: Result<String, &ServiceError>) {
    let detail = outcome.unwrap_or_else(|error| code(error).to_owned());
    sightings::note(app, id, what, &detail).await;
}

/// The code of an error, with what is known of the platforms that give it.
const fn code(error: &ServiceError) -> &'static str {
    match error {
        // Moodle's answer when it could not read this tool's keys.
        ServiceError::Token(TokenError::Refused { status: 404, .. }) => "keys-not-read",
        error => error.code(),
    }
}

/// Reads the platform's keys, as a launch does, and looks at the clock of whoever answered.
async fn read_keys(app: &App, platform: &PlatformServices<'_>) {
    #[derive(Deserialize)]
    struct KeySet {
        keys: Vec<serde_json::Value>,
    }
    let registration = platform.registration();
    let id = &registration.id.0;
    let request = Request {
        method: Method::Get,
        url: registration.jwks_url.clone(),
        headers: vec![("accept", "application/jwk-set+json, application/json".to_owned())],
        body: Vec::new(),
        max_response_bytes: JWKS_MAX_BYTES,
    };
    let response = match Outbound(app.http.as_ref()).send(request).await {
        Ok(response) => response,
        Err(_unreachable) => {
            sightings::note(app, id, Sighting::PlatformKeys, "keys-unreachable").await;
            return;
        }
    };
    let keys = serde_json::from_slice::<KeySet>(&response.body);
    let detail = match keys {
        Ok(set) if response.status == 200 && !set.keys.is_empty() => set.keys.len().to_string(),
        Ok(_) | Err(_) => "keys-malformed".to_owned(),
    };
    sightings::note(app, id, Sighting::PlatformKeys, &detail).await;
    if let Some(ahead) = response.header("date").and_then(|date| seconds_ahead(app, date)) {
        sightings::note(app, id, Sighting::Clock, &ahead.to_string()).await;
    }
}

/// By how many seconds the clock behind a `Date` header is ahead of ours.
fn seconds_ahead(app: &App, date: &[u8]) -> Option<i64> {
    let date = OffsetDateTime::parse(str::from_utf8(date).ok()?, &Rfc2822).ok()?;
    Some((date - app.now()).whole_seconds())
}

async fn keys_fetched_at(app: &App) -> Result<Option<i64>, AppError> {
    let seen = registration_sightings::list(&app.db, sightings::NOBODY).await?;
    let fetched = seen
        .into_iter()
        .find(|sighting| sighting.what == Sighting::KeysFetched.as_str());
    Ok(fetched.map(|sighting| sighting.seen_at))
}

/// Asks for a new token, also where one is kept. That the platform allows less than was asked for is no fault here.
async fn ask_token(platform: &PlatformServices<'_>) -> Result<(), ServiceError> {
    let service = platform.service();
    let mut refusal = None;
    for scope in TRIED_SCOPES {
        let asked = match service.tokens.token(&[scope]).await {
            Ok(kept) => {
                service.tokens.forget(&kept).await;
                service.tokens.token(&[scope]).await
            }
            refused => refused,
        };
        match asked {
            Ok(_) => return Ok(()),
            Err(error @ (TokenError::ScopeMissing { .. } | TokenError::Refused { status: 400, .. })) => {
                refusal = refusal.or(Some(error));
            }
            Err(error) => return Err(error.into()),
        }
    }
    refusal.map_or(Ok(()), |error| Err(error.into()))
}

/// How many members the roster of the last course has, up to [`MAX_MEMBERS`].
async fn read_roster(platform: &PlatformServices<'_>, address: &str) -> Result<usize, ServiceError> {
    let address = platform.address(address)?;
    let members = nrps::members(&platform.service(), address, Filter::default(), MAX_MEMBERS).await;
    match members {
        Ok(members) => Ok(members.len()),
        Err(ServiceError::TooMany { max }) => Ok(max),
        Err(error) => Err(error),
    }
}

/// How many columns this tool has in the grade book of the last course.
async fn read_columns(platform: &PlatformServices<'_>, address: &str) -> Result<usize, ServiceError> {
    let address = platform.address(address)?;
    let columns = ags::line_items(&platform.service(), address, LineItemFilter::default()).await?;
    Ok(columns.len())
}
