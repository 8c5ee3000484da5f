//! The keys of tools: what a tool signed is checked with what it publishes.

use std::collections::HashMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{DecodingKey, Validation, decode, decode_header, jwk::JwkSet};
use serde_json::{Map, Value};
use time::OffsetDateTime;

use crate::tool::Tool;

/// The keys that were fetched, by the number of the tool. An unknown key identifier fetches them again, so that a tool
/// may change its keys.
#[derive(Debug)]
pub(crate) struct ToolKeys {
    http: reqwest::Client,
    kept: tokio::sync::Mutex<HashMap<u32, JwkSet>>,
}

/// How far ahead of this clock a token may be dated where nothing is peculiar about it.
pub(crate) const LEEWAY_SECONDS: i64 = 60;

/// Why a token of a tool does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyFault {
    /// The tool's key set cannot be read.
    KeysUnreachable,
    Malformed,
    NoKeyId,
    KeyUnknown,
    Signature,
    Ended,
    /// It is dated after the present.
    Ahead,
}

impl KeyFault {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::KeysUnreachable => "tool-keys-unreachable",
            Self::Malformed => "token-malformed",
            Self::NoKeyId => "token-without-key-id",
            Self::KeyUnknown => "token-key-unknown",
            Self::Signature => "token-signature",
            Self::Ended => "token-ended",
            Self::Ahead => "token-dated-ahead",
        }
    }
}

impl ToolKeys {
    /// # Errors
    ///
    /// When the machine's HTTP client cannot be made.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .no_proxy()
            .timeout(std::time::Duration::from_secs(5))
            .build()?;
        Ok(Self {
            http,
            kept: tokio::sync::Mutex::default(),
        })
    }

    /// The claims of `jwt` if `tool` signed it and it counts at `now`. `leeway_seconds` is how far ahead of `now` it may
    /// be dated.
    pub(crate) async fn verify(
        &self,
        tool: &Tool,
        jwt: &str,
        now: OffsetDateTime,
        leeway_seconds: i64,
    ) -> Result<Map<String, Value>, KeyFault> {
        let header = decode_header(jwt).map_err(|_malformed| KeyFault::Malformed)?;
        let kid = header.kid.ok_or(KeyFault::NoKeyId)?;
        let key = self.key(tool, &kid).await?;
        // What the token says of itself counts only as far as the tool's own kind of key allows it.
        let mut validation = Validation::new(header.alg);
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        validation.validate_aud = false;
        let token = decode::<Map<String, Value>>(jwt, &key, &validation);
        let claims = token.map_err(|_bad| KeyFault::Signature)?.claims;
        let seconds = |name: &str| claims.get(name).and_then(Value::as_i64);
        let now = now.unix_timestamp();
        if seconds("exp").is_none_or(|end| end <= now) {
            return Err(KeyFault::Ended);
        }
        if seconds("iat").is_some_and(|begin| begin > now.saturating_add(leeway_seconds)) {
            return Err(KeyFault::Ahead);
        }
        Ok(claims)
    }

    async fn key(&self, tool: &Tool, kid: &str) -> Result<DecodingKey, KeyFault> {
        let mut kept = self.kept.lock().await;
        if kept.get(&tool.number).is_none_or(|set| set.find(kid).is_none()) {
            let fetched = self.fetch(&tool.jwks_uri).await;
            match (fetched, kept.contains_key(&tool.number)) {
                (Some(set), _) => drop(kept.insert(tool.number, set)),
                (None, true) => {}
                (None, false) => return Err(KeyFault::KeysUnreachable),
            }
        }
        let jwk = kept.get(&tool.number).and_then(|set| set.find(kid));
        DecodingKey::from_jwk(jwk.ok_or(KeyFault::KeyUnknown)?).map_err(|_unsuitable| KeyFault::KeyUnknown)
    }

    async fn fetch(&self, address: &str) -> Option<JwkSet> {
        let answer = self.http.get(address).send().await.ok()?;
        let body = answer.error_for_status().ok()?.bytes().await.ok()?;
        serde_json::from_slice(&body).ok()
    }
}

/// What a token says before anything in it was checked: good for finding whose it claims to be.
pub(crate) fn unverified_claims(jwt: &str) -> Option<Map<String, Value>> {
    let payload = URL_SAFE_NO_PAD.decode(jwt.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&payload).ok()
}
