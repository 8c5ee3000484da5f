//! Launch of LTI 1.1, where it is switched on.

use axum::{
    body::Bytes,
    extract::{RawQuery, State},
    response::Response,
};

use super::fields;
use crate::{
    error::AppError,
    routes::respond,
    services::{launches, legacy},
    state::App,
};

/// Opens the page of a launch that is signed with the platform's secret.
pub(crate) async fn accept_launch(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response, AppError> {
    let mut signed = fields(query.unwrap_or_default().as_bytes());
    signed.extend(fields(&body));
    let address = app.config.url("/lti/1.1/launch");
    let entrant = legacy::accept(&app, &address, &signed).await?;
    let entered = launches::enter(&app, entrant).await?;
    respond::with_cookie(respond::see_other(&entered.location)?, &entered.cookie)
}
