//! Where platforms post signed messages.

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};

use crate::{
    error::AppError,
    services::event_hooks::{self, Message},
    state::App,
};

/// Takes a message: 204 when it was taken.
pub(crate) async fn take_message(
    State(app): State<App>,
    Path(registration): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, AppError> {
    let text = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let message = Message {
        timestamp: text("blason-timestamp"),
        signature: text("blason-signature"),
        body: &body,
    };
    event_hooks::take(&app, &registration, &message).await?;
    Ok(StatusCode::NO_CONTENT)
}
