//! What a platform says of itself.

use serde::Deserialize;
use url::Url;

use super::MAX_RESPONSE_BYTES;
use crate::{
    error::RegistrationError,
    http::{Method, Request, Response},
    service::is_same_site,
};

/// What a platform says of itself, checked: every address is on the issuer's own site.
/// [LTI Dynamic Registration, section 3.4](https://www.imsglobal.org/spec/lti-dr/v1p0/#platform-configuration).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformConfiguration {
    /// The issuer, letter by letter as its tokens will say it.
    pub issuer: String,
    /// Where logins are sent.
    pub authorization_endpoint: Url,
    /// Where service tokens are asked for.
    pub token_endpoint: Url,
    /// The audience of requests for tokens, where it is not the token address.
    pub authorization_server: Option<String>,
    /// Where the platform's keys are.
    pub jwks_uri: Url,
    /// Where a tool registers.
    pub registration_endpoint: Url,
    /// What the platform allows tools to ask for.
    pub scopes_supported: Vec<String>,
    /// Which product it is, such as `moodle`.
    pub product_family_code: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// The kinds of message it sends.
    pub messages_supported: Vec<String>,
}

/// The request that fetches a platform's configuration from `address`, which the platform put into the address of
/// the registration page.
///
/// # Errors
/// [`RegistrationError::ConfigurationAddress`] when it is no web address.
pub fn configuration_request(address: &str) -> Result<Request, RegistrationError> {
    let url = Url::parse(address)
        .ok()
        .filter(|url| matches!(url.scheme(), "https" | "http") && url.has_host());
    let url = url.ok_or(RegistrationError::ConfigurationAddress)?;
    Ok(Request {
        method: Method::Get,
        url,
        headers: vec![("accept", "application/json".to_owned())],
        body: Vec::new(),
        max_response_bytes: MAX_RESPONSE_BYTES,
    })
}

#[derive(Deserialize)]
struct Written {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    registration_endpoint: String,
    #[serde(default)]
    authorization_server: Option<String>,
    #[serde(default)]
    scopes_supported: Vec<String>,
    #[serde(default)]
    id_token_signing_alg_values_supported: Option<Vec<String>>,
    #[serde(rename = "https://purl.imsglobal.org/spec/lti-platform-configuration")]
    platform: Platform,
}

#[derive(Deserialize)]
struct Platform {
    #[serde(default)]
    product_family_code: Option<String>,
    #[serde(default)]
    version: Option<String>,
    #[serde(default)]
    messages_supported: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "type")]
    kind: String,
}

impl PlatformConfiguration {
    /// The configuration in the answer to [`configuration_request`] of `address`.
    ///
    /// Whoever opens the registration page chose that address. So the document has to be on the host of the issuer
    /// that it names, and every address in it on the issuer's site, reached in the same way: nobody registers a
    /// platform in another's name, and no request is led elsewhere.
    ///
    /// # Errors
    /// [`RegistrationError`] that names the member at fault.
    pub fn read(address: &Url, response: &Response) -> Result<Self, RegistrationError> {
        if response.status != 200 {
            return Err(RegistrationError::ConfigurationRefused {
                status: response.status,
            });
        }
        let written: Written = serde_json::from_slice(&response.body).map_err(|error| {
            RegistrationError::ConfigurationMalformed {
                detail: error.to_string(),
            }
        })?;
        let foreign = |member| RegistrationError::AddressForeign { member };
        let issuer = Url::parse(&written.issuer).map_err(|_not_an_address| foreign("issuer"))?;
        if issuer.host() != address.host() || issuer.scheme() != address.scheme() {
            return Err(foreign("issuer"));
        }
        let own = |member, text: &str| {
            let url = Url::parse(text).ok().filter(|url| {
                let has_user = !url.username().is_empty() || url.password().is_some();
                url.scheme() == issuer.scheme() && is_same_site(&issuer, url) && !has_user
            });
            url.ok_or(foreign(member))
        };
        // A platform that signs otherwise could be registered, and none of its launches would open.
        let signs_rs256 = written
            .id_token_signing_alg_values_supported
            .is_none_or(|algorithms| algorithms.iter().any(|algorithm| algorithm == "RS256"));
        if !signs_rs256 {
            return Err(RegistrationError::AlgorithmUnsupported);
        }
        let messages = written.platform.messages_supported;
        Ok(Self {
            authorization_endpoint: own("authorization_endpoint", &written.authorization_endpoint)?,
            token_endpoint: own("token_endpoint", &written.token_endpoint)?,
            jwks_uri: own("jwks_uri", &written.jwks_uri)?,
            registration_endpoint: own("registration_endpoint", &written.registration_endpoint)?,
            issuer: written.issuer,
            authorization_server: written.authorization_server,
            scopes_supported: written.scopes_supported,
            product_family_code: written.platform.product_family_code,
            version: written.platform.version,
            messages_supported: messages.into_iter().map(|message| message.kind).collect(),
        })
    }
}
