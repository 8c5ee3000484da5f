//! Reads a key or a list of withdrawn badges for a web page that may not read it itself: its server sends no CORS
//! header. The relay learns an address and what it is for, and never sees a badge.

mod allowance;
mod kind;

pub use allowance::Allowance;
pub use kind::Kind;

use url::Url;

use crate::{
    clients::{FetchError, FetchRequest},
    config::Relay,
    state::App,
};

/// What the relay read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relayed {
    /// A server answered.
    Document {
        /// HTTP status.
        status: u16,
        /// The `Content-Type` header.
        content_type: Option<String>,
        /// The body; empty unless the status is 200, since nothing else is used of another answer.
        body: Vec<u8>,
    },
    /// Nothing was read, for this reason: `refused`, `timeout`, `too-large` or `unreachable`.
    Unreachable(&'static str),
    /// The relay has read as much as it may for now.
    Busy,
}

/// Reads the document at `url`, under the guard of every request that leaves this server. What is neither a key nor
/// a list is not handed on: the relay opens no other page of the web.
pub async fn read(app: &App, relay: &Relay, kind: Kind, url: &str) -> Relayed {
    let Ok(url) = Url::parse(url) else {
        return Relayed::Unreachable("refused");
    };
    if !app.relay_allowance.take(app.timestamp(), relay.per_minute) {
        return Relayed::Busy;
    }
    let host = url.host_str().unwrap_or_default().to_owned();
    let answer = match app.http.fetch(FetchRequest::document(url, kind.accept())).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::info!(relay.host = host, error.code = error.code(), "relay read nothing");
            return Relayed::Unreachable(reason(&error));
        }
    };
    if answer.status != 200 {
        return Relayed::Document {
            status: answer.status,
            content_type: None,
            body: Vec::new(),
        };
    }
    if !kind.is_of(&answer.body) {
        tracing::info!(relay.host = host, "relay refused a document of another kind");
        return Relayed::Unreachable("refused");
    }
    Relayed::Document {
        status: answer.status,
        content_type: answer.content_type,
        body: answer.body,
    }
}

const fn reason(error: &FetchError) -> &'static str {
    match error {
        FetchError::Timeout => "timeout",
        FetchError::TooLarge { .. } => "too-large",
        FetchError::Unreachable | FetchError::NoTls { .. } | FetchError::Offline => "unreachable",
        // The address, or where it leads, is one that this server reads for nobody.
        _ => "refused",
    }
}
