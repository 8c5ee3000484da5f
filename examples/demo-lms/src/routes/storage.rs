//! Values that this LMS keeps in its own page for a tool whose cookies the browser holds back
//! ([LTI Platform Storage][spec]).
//!
//! [spec]: https://www.imsglobal.org/spec/lti-pm-s/v0p1

use axum::{
    http::{HeaderName, header},
    response::Html,
};
use serde::Deserialize;

/// What a test may ask about it for one launch; without it nothing is offered, as on Moodle 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Storage {
    /// The page around the tool keeps the values.
    Parent,
    /// A frame beside the tool keeps them.
    Frame,
    /// It is offered, and nobody answers.
    Silent,
}

/// The name of the frame that keeps values.
pub(super) const FRAME_NAME: &str = "platform_storage";

impl Storage {
    /// The word of a query.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Parent => "parent",
            Self::Frame => "frame",
            Self::Silent => "silent",
        }
    }

    /// The `lti_storage_target` of the login initiation.
    pub(super) const fn target(self) -> &'static str {
        match self {
            Self::Parent | Self::Silent => "_parent",
            Self::Frame => FRAME_NAME,
        }
    }
}

/// The script that keeps values, in whichever page loads it.
pub(super) async fn script() -> ([(HeaderName, &'static str); 1], &'static str) {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        include_str!("../../templates/storage.js"),
    )
}

/// The frame beside the tool.
pub(super) async fn frame() -> Html<&'static str> {
    Html(include_str!("../../templates/storage.html"))
}
