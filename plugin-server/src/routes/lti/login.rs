//! Login: a platform says that somebody opened a link, and we ask it who.

use axum::{
    Extension,
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::HeaderMap,
    response::Response,
};

use super::{fields, stored, window_page};
use crate::{
    cookies,
    error::AppError,
    middleware::locale::Wish,
    routes::respond,
    services::platforms::{self, storage},
    state::App,
};

/// A login by `GET`, as Open edX begins it.
pub(crate) async fn begin_by_query(
    State(app): State<App>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    begin(
        &app,
        &headers,
        &fields(query.unwrap_or_default().as_bytes()),
        None,
    )
    .await
}

/// A login by `POST`, as Moodle begins it.
pub(crate) async fn begin_by_form(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, AppError> {
    begin(&app, &headers, &fields(&body), None).await
}

/// A login by `GET`, at the address of one registration.
pub(crate) async fn begin_by_query_of_registration(
    State(app): State<App>,
    Path(registration): Path<String>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    begin(
        &app,
        &headers,
        &fields(query.unwrap_or_default().as_bytes()),
        Some(&registration),
    )
    .await
}

/// A login by `POST`, at the address of one registration.
pub(crate) async fn begin_by_form_of_registration(
    State(app): State<App>,
    Path(registration): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, AppError> {
    begin(&app, &headers, &fields(&body), Some(&registration)).await
}

/// Goes on to the platform if the browser kept the cookie. If not, the platform is given something to keep in its
/// place, where it offers that; else there is a window of its own. This is found out before the platform is asked,
/// because its hints are good for one use.
pub(crate) async fn continue_login(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    let state = fields(query.unwrap_or_default().as_bytes())
        .into_iter()
        .find(|(name, _)| name == "state");
    let (_, state) = state.ok_or(AppError::bad_request("login-parameter-missing"))?;
    let login = platforms::login_under_way(&app, &state).await?;
    if cookies::value(&headers, &lti_advantage::login::cookie_name(&state)).is_some() {
        return respond::see_other(&login.redirect);
    }
    let t = wish.language().texts();
    match storage::keep(&app, &state, &login).await? {
        Some(keeping) => stored::keeping_page(t, &login, &keeping),
        None => window_page(t, &login),
    }
}

async fn begin(
    app: &App,
    headers: &HeaderMap,
    parameters: &[(String, String)],
    registration: Option<&str>,
) -> Result<Response, AppError> {
    let begun = platforms::begin_login(app, parameters, registration).await?;
    // A browser that says nothing about frames goes straight on; if it kept no cookie, the launch will tell.
    let next = if is_framed(headers) {
        &begun.continuation
    } else {
        &begun.redirect
    };
    respond::with_cookie(respond::see_other(next)?, &begun.cookie)
}

/// Whether the browser says that the answer will be shown in a frame, where cookies may be blocked.
fn is_framed(headers: &HeaderMap) -> bool {
    headers
        .get("sec-fetch-dest")
        .is_some_and(|destination| destination == "iframe" || destination == "frame")
}
