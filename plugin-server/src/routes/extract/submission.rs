//! Forms, with or without files.

use std::collections::BTreeMap;

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
};
use url::form_urlencoded;

use crate::{csrf, error::AppError, state::App};

/// The name of the hidden field that holds the token.
const TOKEN_FIELD: &str = "csrf";

/// What a form sent. A field that is missing reads as empty; the body's size is bounded by a layer.
#[derive(Debug, Default)]
pub(crate) struct Submission {
    fields: BTreeMap<String, String>,
    files: BTreeMap<String, Bytes>,
}

impl Submission {
    /// The text of a field.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// The text of a field without surrounding space; `None` when nothing was written.
    pub(crate) fn optional(&self, name: &str) -> Option<&str> {
        Some(self.text(name).trim()).filter(|text| !text.is_empty())
    }

    /// The content of a file; `None` when no file was chosen.
    pub(crate) fn file(&self, name: &str) -> Option<&Bytes> {
        self.files.get(name).filter(|bytes| !bytes.is_empty())
    }

    /// Refuses a form without the token of the session with this secret.
    pub(crate) fn require_token(&self, session_secret: &str) -> Result<(), AppError> {
        if csrf::is_token(session_secret, self.text(TOKEN_FIELD)) {
            Ok(())
        } else {
            Err(AppError::forbidden("form-expired"))
        }
    }
}

impl FromRequest<App> for Submission {
    type Rejection = AppError;

    async fn from_request(request: Request, app: &App) -> Result<Self, AppError> {
        let is_multipart = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("multipart/form-data"));
        if is_multipart {
            let parts = Multipart::from_request(request, app)
                .await
                .map_err(|_malformed| AppError::bad_request("form-malformed"))?;
            return multipart(parts).await;
        }
        let body = Bytes::from_request(request, app)
            .await
            .map_err(|rejection| of_status(rejection.status()))?;
        let fields = form_urlencoded::parse(&body).into_owned().collect();
        Ok(Self {
            fields,
            files: BTreeMap::new(),
        })
    }
}

async fn multipart(mut parts: Multipart) -> Result<Submission, AppError> {
    let mut submission = Submission::default();
    while let Some(part) = parts.next_field().await.map_err(refused)? {
        let Some(name) = part.name().map(str::to_owned) else {
            continue;
        };
        if part.file_name().is_some() {
            submission
                .files
                .insert(name, part.bytes().await.map_err(refused)?);
        } else {
            submission
                .fields
                .insert(name, part.text().await.map_err(refused)?);
        }
    }
    Ok(submission)
}

fn refused(error: MultipartError) -> AppError {
    of_status(error.status())
}

fn of_status(status: StatusCode) -> AppError {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        AppError::refused(status, "form-too-large")
    } else {
        AppError::bad_request("form-malformed")
    }
}
