//! Connecting a platform by copying: what goes there under its own names, and what comes back in one block.

use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;

use super::registrations;
use crate::{
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        lti::canvas,
        respond,
    },
    services::platform_guides::{self, GUIDES, Guide, Pasted, Theirs},
    state::App,
    views::{
        admin::RegistrationForm,
        connecting::{GuidePage, OwnValues},
    },
};

/// Which platform.
#[derive(Deserialize)]
pub(crate) struct Which {
    platform: Option<String>,
}

/// What to copy, for one platform.
pub(crate) async fn show_guide(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Query(Which { platform }): Query<Which>,
    admin: Admin,
) -> Result<Response, AppError> {
    let [first, ..] = &GUIDES;
    let guide = match platform.as_deref() {
        Some(id) => Guide::find(id).ok_or(AppError::not_found())?,
        None => first,
    };
    let t = wish.language().texts();
    let canvas = (guide.id == "canvas").then(|| canvas::description(&app, t));
    respond::page(&GuidePage {
        t,
        csrf: admin.csrf(),
        guide,
        own: OwnValues {
            login_url: app.config.url("/lti/login"),
            launch_url: app.config.url("/lti/launch"),
            keys_url: app.config.url("/lti/jwks.json"),
            domain: canvas::domain(&app),
            canvas_url: app.config.url("/lti/canvas.json"),
        },
        canvas: canvas
            .map(|canvas| serde_json::to_string_pretty(&canvas))
            .transpose()
            .map_err(AppError::failed)?,
    })
}

/// The form of a new registration, filled with what was pasted. Nothing is kept before it is sent.
pub(crate) async fn read_pasted(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    AdminForm { admin, submission }: AdminForm,
) -> Result<Response, AppError> {
    let pasted = platform_guides::read(submission.text("block"));
    let guide = Guide::find(submission.text("platform"));
    registrations::show_filled(&app, wish, &admin, &form(&pasted, guide)).await
}

fn form(pasted: &Pasted, guide: Option<&Guide>) -> RegistrationForm {
    let value = |theirs: Theirs| {
        let known = guide.and_then(|guide| {
            let mut known = guide.known.iter();
            known.find(|(known, _)| *known == theirs).map(|(_, value)| *value)
        });
        // An issuer that was guessed gives way to the one that everybody has.
        let found = pasted.values.get(&theirs).map(String::as_str);
        let found = match theirs {
            Theirs::Issuer if pasted.is_issuer_guessed => known.or(found),
            _ => found.or(known),
        };
        found.unwrap_or_default().to_owned()
    };
    RegistrationForm {
        name: guide.map(|guide| guide.name.to_owned()).unwrap_or_default(),
        issuer: value(Theirs::Issuer),
        client_id: value(Theirs::ClientId),
        auth_url: value(Theirs::AuthUrl),
        token_url: value(Theirs::TokenUrl),
        token_audience: value(Theirs::TokenAudience),
        jwks_url: value(Theirs::KeysUrl),
        deployments: value(Theirs::Deployment),
        ..RegistrationForm::default()
    }
}
