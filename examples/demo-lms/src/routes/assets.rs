//! What is the same for everybody.

use axum::{
    Json,
    extract::State,
    http::{HeaderName, header},
};
use jsonwebtoken::jwk::JwkSet;

use crate::lms::Lms;

/// The platform's public keys, where a tool looks them up.
pub(super) async fn jwks(State(lms): State<Lms>) -> Json<JwkSet> {
    Json(lms.key().public().clone())
}

pub(super) async fn healthz() -> &'static str {
    "ok"
}

pub(super) async fn style() -> ([(HeaderName, &'static str); 1], &'static str) {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("../../templates/style.css"),
    )
}
