//! Access tokens for a platform's services: the request, the answer, and how long it is kept.
//!
//! [1EdTech Security Framework 1.0, section 4.1](https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant).

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::json;
use time::{Duration, OffsetDateTime};
use url::form_urlencoded;

use crate::{
    error::TokenError,
    http::{Method, Request, Response, Transport},
    records::Registration,
    tool_key::ToolKey,
    vocab::scope,
};

/// How far the assertion's time lies back: Moodle refuses one that is 30 s ahead of its own clock.
const BACK_DATED: Duration = Duration::seconds(30);

/// How long an assertion counts, from the time it names.
const ASSERTION_LIFETIME: Duration = Duration::minutes(5);

/// How long before its end a token is no longer used.
const MARGIN: Duration = Duration::minutes(1);

/// How long a token counts whose answer does not say.
const DEFAULT_LIFETIME: Duration = Duration::minutes(5);

/// The longest time for which a token is kept, whatever its answer says.
const MAX_LIFETIME: Duration = Duration::days(1);

/// The largest answer that is read, in bytes.
const MAX_RESPONSE_BYTES: usize = 64 * 1024;

/// A token for some scopes.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken {
    value: String,
    scopes: BTreeSet<String>,
    usable_until: OffsetDateTime,
}

impl AccessToken {
    /// The token in the answer to [`request`]. `asked` are the scopes that count as given when the answer names
    /// none.
    ///
    /// The body is read as JSON whatever its `Content-Type`: Moodle calls it a page.
    ///
    /// # Errors
    /// [`TokenError::Refused`] when the platform says no, [`TokenError::Malformed`] when there is no token in it.
    pub fn read(response: &Response, asked: &[&str], now: OffsetDateTime) -> Result<Self, TokenError> {
        #[derive(Deserialize)]
        struct Answer {
            access_token: String,
            #[serde(default)]
            token_type: Option<String>,
            #[serde(default)]
            expires_in: Option<i64>,
            #[serde(default)]
            scope: Option<String>,
        }
        if !(200..300).contains(&response.status) {
            return Err(TokenError::refused(response));
        }
        let malformed = TokenError::Malformed {
            status: response.status,
        };
        let Ok(answer) = serde_json::from_slice::<Answer>(&response.body) else {
            return Err(malformed);
        };
        let is_bearer = answer
            .token_type
            .is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
        // What cannot stand in a header was no token.
        let is_token = !answer.access_token.is_empty()
            && answer.access_token.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_bearer || !is_token {
            return Err(malformed);
        }
        let lifetime = answer
            .expires_in
            .map_or(DEFAULT_LIFETIME, Duration::seconds)
            .min(MAX_LIFETIME);
        let scopes = match &answer.scope {
            Some(given) => given.split_ascii_whitespace().map(str::to_owned).collect(),
            None => asked.iter().map(|&scope| scope.to_owned()).collect(),
        };
        Ok(Self {
            value: answer.access_token,
            scopes,
            usable_until: now.saturating_add(lifetime).saturating_sub(MARGIN),
        })
    }

    /// Whether it allows `scope`. Who may write columns may read them.
    #[must_use]
    pub fn allows(&self, scope: &str) -> bool {
        let reads_what_it_writes =
            scope == scope::LINE_ITEM_READ_ONLY && self.scopes.contains(scope::LINE_ITEM);
        self.scopes.contains(scope) || reads_what_it_writes
    }

    /// The token itself, for the `Authorization` header and nothing else.
    #[must_use]
    pub(crate) fn secret(&self) -> &str {
        &self.value
    }

    fn missing<'a>(&self, scopes: &[&'a str]) -> Option<&'a str> {
        scopes.iter().copied().find(|scope| !self.allows(scope))
    }
}

// The value opens the platform's services: it stays out of logs.
impl std::fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccessToken")
            .field("scopes", &self.scopes)
            .field("usable_until", &self.usable_until)
            .finish_non_exhaustive()
    }
}

/// The tokens of one registration. The host keeps one cache for each.
#[derive(Debug, Clone, Default)]
pub struct TokenCache(Vec<AccessToken>);

impl TokenCache {
    /// A token that is still usable at `now` and allows all of `scopes`.
    #[must_use]
    pub fn find(&self, scopes: &[&str], now: OffsetDateTime) -> Option<&AccessToken> {
        self.0
            .iter()
            .find(|token| now < token.usable_until && token.missing(scopes).is_none())
    }

    /// Keeps `token`, and drops those that have ended.
    pub fn keep(&mut self, token: AccessToken, now: OffsetDateTime) {
        self.0.retain(|kept| now < kept.usable_until);
        self.0.push(token);
    }

    /// Drops `token`, which the platform refused, and the others with it: a platform that was reset refuses them all.
    /// Does nothing when it was dropped before, so that calls which fail together keep the token that one of them got
    /// anew.
    pub fn forget(&mut self, token: &AccessToken) {
        if self.0.iter().any(|kept| kept.value == token.value) {
            self.0.clear();
        }
    }
}

/// The request for a token for `scopes`, signed with `key`. `jti` is an identifier that is never used again.
///
/// # Errors
/// [`TokenError::Signing`] when the key does not sign.
pub fn request(
    registration: &Registration,
    key: &ToolKey,
    scopes: &[&str],
    jti: &str,
    now: OffsetDateTime,
) -> Result<Request, TokenError> {
    let audience = registration.token_audience.as_deref();
    let issued_at = now.saturating_sub(BACK_DATED);
    let assertion = key.sign(&json!({
        "iss": registration.client_id,
        "sub": registration.client_id,
        // Text and no list: Brightspace answers 500 to a list.
        "aud": audience.unwrap_or(registration.token_url.as_str()),
        "iat": issued_at.unix_timestamp(),
        "exp": issued_at.saturating_add(ASSERTION_LIFETIME).unix_timestamp(),
        "jti": jti,
    }));
    let assertion = assertion.map_err(|_key| TokenError::Signing)?;
    let body = form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair(
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        )
        .append_pair("client_assertion", &assertion)
        .append_pair("scope", &scopes.join(" "))
        .finish();
    Ok(Request {
        method: Method::Post,
        url: registration.token_url.clone(),
        headers: vec![
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
            ("accept", "application/json".to_owned()),
        ],
        body: body.into_bytes(),
        max_response_bytes: MAX_RESPONSE_BYTES,
    })
}

/// A token of `registration` for all of `scopes`: the cached one, or a new one. The host holds the cache's lock
/// meanwhile, so that calls arriving together ask for one token.
///
/// # Errors
/// [`TokenError`] when the platform gives none, or one that allows less.
pub async fn obtain<T: Transport + Sync>(
    cache: &mut TokenCache,
    transport: &T,
    registration: &Registration,
    key: &ToolKey,
    scopes: &[&str],
    jti: &str,
    now: OffsetDateTime,
) -> Result<AccessToken, TokenError> {
    if let Some(token) = cache.find(scopes, now) {
        return Ok(token.clone());
    }
    let request = request(registration, key, scopes, jti, now)?;
    let answer = transport.send(request).await;
    let answer = answer.map_err(|error| TokenError::Unreachable { reason: error.code })?;
    let token = AccessToken::read(&answer, scopes, now)?;
    cache.keep(token.clone(), now);
    match token.missing(scopes) {
        None => Ok(token),
        Some(scope) => Err(TokenError::ScopeMissing {
            scope: scope.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests;
