//! The token's header, read strictly: it may name a key of the platform's set, and nothing else.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

use crate::error::LaunchError;

/// Members that bring their own key, point to one, or ask for treatment that this tool does not give.
const FORBIDDEN: [&str; 9] = ["jku", "jwk", "x5u", "x5c", "crit", "zip", "enc", "cty", "b64"];

/// What a token's header says.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) algorithm: String,
    pub(super) kid: String,
}

/// The header of `token`.
pub(super) fn read(token: &str) -> Result<Header, LaunchError> {
    let mut parts = token.split('.');
    let (Some(header), Some(_payload), Some(_signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(LaunchError::TokenMalformed);
    };
    let header = URL_SAFE_NO_PAD
        .decode(header)
        .map_err(|_alphabet| LaunchError::TokenMalformed)?;
    let header: Map<String, Value> =
        serde_json::from_slice(&header).map_err(|_not_json| LaunchError::TokenMalformed)?;
    if let Some(member) = FORBIDDEN.into_iter().find(|member| header.contains_key(*member)) {
        return Err(LaunchError::HeaderForbidden { member });
    }
    let text = |member| {
        header
            .get(member)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let algorithm = text("alg")
        .ok_or(LaunchError::TokenMalformed)?
        .chars()
        .take(32)
        .collect();
    // An unsigned token has no key to name; what is wrong with it is the algorithm.
    let kid = match text("kid") {
        Some(kid) => kid.chars().take(super::MAX_IDENTIFIER_CHARACTERS).collect(),
        None if algorithm == "none" => return Err(LaunchError::AlgorithmForbidden { algorithm }),
        None => return Err(LaunchError::KeyIdMissing),
    };
    Ok(Header { algorithm, kid })
}
