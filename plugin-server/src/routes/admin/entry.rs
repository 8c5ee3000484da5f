//! In by the one-time link, and out.

use axum::{extract::State, response::Response};

use crate::{
    cookies,
    error::AppError,
    routes::{
        extract::{AdminForm, Submission},
        respond,
    },
    services::admin_access,
    state::App,
};

/// Uses up the link and opens a session. The link's page has no session yet, so its form has no token of one:
/// the link's own token, which only its holder knows, is what it proves.
pub(crate) async fn open_session(
    State(app): State<App>,
    submission: Submission,
) -> Result<Response, AppError> {
    let secret = admin_access::open_session(&app, submission.text("token")).await?;
    let cookie = cookies::for_own_pages(cookies::ADMIN, secret, app.config.sessions.admin);
    respond::with_cookie(respond::see_other("/admin")?, &cookie)
}

/// Ends the session.
pub(crate) async fn close_session(
    State(app): State<App>,
    AdminForm { admin, .. }: AdminForm,
) -> Result<Response, AppError> {
    admin_access::close_session(&app, &admin.secret).await?;
    let cookie = cookies::for_own_pages(cookies::ADMIN, String::new(), time::Duration::ZERO);
    respond::with_cookie(respond::see_other("/")?, &cookie)
}
