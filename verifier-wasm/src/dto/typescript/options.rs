//! What goes in.

use ts_rs::{Config, TS};

use super::declaration;

/// The options of one call.
#[derive(TS)]
#[ts(rename_all = "camelCase", optional_fields)]
#[expect(dead_code, reason = "it exists to be described")]
struct VerifyOptions {
    /// The time to verify at: RFC 3339, such as `2026-06-03T14:02:00Z`. The module reads no clock.
    now: String,
    /// What was fetched so far, or could not be.
    documents: Option<Vec<FetchedDocument>>,
    /// An identity (an e-mail address, a name) that the badge must have been given to.
    recipient: Option<String>,
    /// Whether `did:web` of a loopback host is read over plain http. For pages on a loopback host only.
    allow_loopback_http: Option<bool>,
    /// Whether to look for a newer version of the badge where its issuer offers one, and to answer for that one.
    refresh: Option<bool>,
    /// Whether a picture whose digest is signed is wanted, to be compared, when it is not at hand. Whoever serves
    /// the picture learns that somebody looks at the badge.
    fetch_images: Option<bool>,
    /// Registers of issuers that the caller trusts: the text of each file, JSON as `blason verify --trust` reads it.
    registers: Option<Vec<String>>,
}

/// The end of one fetch.
#[derive(TS)]
#[ts(untagged)]
#[expect(dead_code, reason = "it exists to be described")]
enum FetchedDocument {
    /// A server answered.
    #[ts(rename_all = "camelCase")]
    Answered {
        /// The address that was asked for.
        url: String,
        /// HTTP status.
        status: u16,
        /// The `Content-Type` header.
        #[ts(optional)]
        content_type: Option<String>,
        /// The body, decoded from any transfer encoding.
        #[ts(type = "Uint8Array")]
        body: Vec<u8>,
    },
    /// Nothing was read.
    Unreachable {
        /// The address that was asked for.
        url: String,
        /// Why, as a stable kebab-case code.
        unreachable: String,
    },
}

pub(super) fn declarations(config: &Config) -> Vec<String> {
    vec![
        declaration::<VerifyOptions>(config),
        declaration::<FetchedDocument>(config),
    ]
}
