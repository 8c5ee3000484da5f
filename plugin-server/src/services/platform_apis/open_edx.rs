//! Open edX's grades: whether somebody has passed a course. They are known there by a username, which a launch gives
//! when the author of the block asks for it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Api, Completion};
use crate::{db::platform_usernames, services::completion::Reason};

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

#[derive(Deserialize)]
struct Grade {
    passed: bool,
    #[serde(default)]
    percent: Option<f64>,
}

pub(super) async fn completion(api: &Api<'_>, course: &str, person: &str) -> Result<Completion, Reason> {
    let username = platform_usernames::find(&api.app.db, &api.registration_id, person)
        .await
        .map_err(|error| {
            tracing::error!(%error, "a username cannot be read");
            Reason::new("platform-silent")
        })?
        .ok_or(Reason::new("api-username-unknown"))?;
    let token = token(api).await?;
    let mut url = api.url(&["api", "grades", "v1", "courses", course, ""])?;
    url.query_pairs_mut().append_pair("username", &username);
    let (status, answer) = api.bearer::<Value>(url, &token).await?;
    if status == 404 {
        return Ok(Completion::NotFollowed);
    }
    let Ok(grades) = serde_json::from_value::<Vec<Grade>>(answer) else {
        return Err(Reason::new("api-refused").with("code", status.to_string()));
    };
    Ok(match grades.first() {
        Some(grade) if grade.passed => Completion::Complete(BTreeMap::from([
            ("function", "grades".into()),
            ("percent", grade.percent.into()),
        ])),
        Some(_) => Completion::NotYet,
        None => Completion::NotFollowed,
    })
}

/// Asks for a token.
pub(super) async fn try_out(api: &Api<'_>) -> Result<(), Reason> {
    token(api).await.map(drop)
}

async fn token(api: &Api<'_>) -> Result<String, Reason> {
    let refused = || Reason::new("api-refused").with("code", "client");
    let (client_id, client_secret) = api.secret.split_once(':').ok_or_else(refused)?;
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", client_id),
        ("client_secret", client_secret),
        ("token_type", "bearer"),
    ];
    let url = api.url(&["oauth2", "access_token"])?;
    let (_, answer) = api.post_form::<Value>(url, &fields).await?;
    let token: Token = serde_json::from_value(answer).map_err(|_no_token| refused())?;
    let is_token =
        !token.access_token.is_empty() && token.access_token.bytes().all(|byte| byte.is_ascii_graphic());
    if is_token {
        Ok(token.access_token)
    } else {
        Err(refused())
    }
}
