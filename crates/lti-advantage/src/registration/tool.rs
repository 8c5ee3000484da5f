//! What this tool says of itself.

use serde_json::{Map, Value, json};
use url::Url;

use super::{MAX_RESPONSE_BYTES, PlatformConfiguration};
use crate::{
    error::RegistrationError,
    http::{Method, Request},
    vocab::{message_type, scope, tool_configuration},
};

/// What this tool asks for where a platform allows it.
const SCOPES: [&str; 5] = [
    scope::LINE_ITEM,
    scope::LINE_ITEM_READ_ONLY,
    scope::RESULT_READ_ONLY,
    scope::SCORE,
    scope::CONTEXT_MEMBERSHIP_READ_ONLY,
];

/// What this tool says of itself.
/// [LTI Dynamic Registration, section 3.5](https://www.imsglobal.org/spec/lti-dr/v1p0/#client-registration-request).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolConfiguration {
    /// The tool's name in the platform's own language.
    pub name: String,
    /// The name in other languages, by BCP 47 tag.
    pub names: Vec<(String, String)>,
    /// What it does, in a sentence.
    pub description: String,
    /// Where logins begin.
    pub initiate_login_uri: Url,
    /// Where launches are posted, and what links open.
    pub redirect_uri: Url,
    /// Where the tool's keys are.
    pub jwks_uri: Url,
    /// A square picture.
    pub logo_uri: Option<Url>,
    /// What the button that chooses content says.
    pub deep_linking_label: String,
    /// Which words about a person to ask for, beside `iss` and `sub`: `name`, `email` and the like. Moodle shares
    /// what is named here, always, and nothing else.
    pub claims: Vec<String>,
    /// Values to send with every launch, such as `("context_history", "$Context.id.history")`.
    pub custom_parameters: Vec<(String, String)>,
}

/// The request that registers `tool` with the platform. `registration_token` came with the page's address; it is
/// used this once.
///
/// # Errors
/// [`RegistrationError::RegistrationToken`] when the token cannot stand in a header.
pub fn registration_request(
    platform: &PlatformConfiguration,
    tool: &ToolConfiguration,
    registration_token: Option<&str>,
) -> Result<Request, RegistrationError> {
    let mut headers = vec![
        ("content-type", "application/json".to_owned()),
        ("accept", "application/json".to_owned()),
    ];
    if let Some(token) = registration_token {
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(RegistrationError::RegistrationToken);
        }
        headers.push(("authorization", format!("Bearer {token}")));
    }
    Ok(Request {
        method: Method::Post,
        url: platform.registration_endpoint.clone(),
        headers,
        body: Value::Object(written(platform, tool)).to_string().into_bytes(),
        max_response_bytes: MAX_RESPONSE_BYTES,
    })
}

/// What a registration with `platform` asks to be allowed: every service that this tool uses and the platform
/// offers.
#[must_use]
pub fn requested_scopes(platform: &PlatformConfiguration) -> Vec<&'static str> {
    let is_offered = |scope: &&str| {
        let offered = &platform.scopes_supported;
        offered.iter().any(|offered| offered == scope)
    };
    SCOPES.into_iter().filter(is_offered).collect()
}

fn written(platform: &PlatformConfiguration, tool: &ToolConfiguration) -> Map<String, Value> {
    let mut members = Map::from_iter(
        [
            ("application_type", json!("web")),
            ("response_types", json!(["id_token"])),
            ("grant_types", json!(["implicit", "client_credentials"])),
            ("token_endpoint_auth_method", json!("private_key_jwt")),
            ("client_name", json!(tool.name)),
            ("initiate_login_uri", json!(tool.initiate_login_uri.as_str())),
            ("redirect_uris", json!([tool.redirect_uri.as_str()])),
            ("jwks_uri", json!(tool.jwks_uri.as_str())),
            ("scope", json!(requested_scopes(platform).join(" "))),
            (tool_configuration::KEY, lti(tool)),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    );
    for (language, name) in &tool.names {
        members.insert(format!("client_name#{language}"), json!(name));
    }
    if let Some(logo) = &tool.logo_uri {
        members.insert("logo_uri".to_owned(), json!(logo.as_str()));
    }
    members
}

fn lti(tool: &ToolConfiguration) -> Value {
    let claims: Vec<&str> = ["iss", "sub"]
        .into_iter()
        .chain(tool.claims.iter().map(String::as_str))
        .collect();
    let custom: Map<String, Value> = tool
        .custom_parameters
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    json!({
        "domain": authority(&tool.redirect_uri),
        "description": tool.description,
        // Moodle invents an address where there is none.
        "target_link_uri": tool.redirect_uri.as_str(),
        "custom_parameters": custom,
        "claims": claims,
        "messages": [
            { "type": message_type::RESOURCE_LINK },
            {
                "type": message_type::DEEP_LINKING,
                "target_link_uri": tool.redirect_uri.as_str(),
                "label": tool.deep_linking_label,
            },
        ],
    })
}

/// Host and port: Moodle compares it with the link's, port included.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}
