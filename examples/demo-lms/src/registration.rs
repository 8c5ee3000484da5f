//! Dynamic registration: what a tool says of itself, and what this platform answers
//! ([LTI Dynamic Registration 1.0](https://www.imsglobal.org/spec/lti-dr/v1p0/)).

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use time::{Duration, OffsetDateTime};
use url::Url;

use crate::{
    lms::Lms,
    tool::{Sharing, Tool},
    vocab::{self, TOOL_CONFIGURATION, VERSION, message_type, scope},
};

/// How long an invitation is good for.
pub(crate) const LIFETIME: Duration = Duration::hours(1);
/// What tools may be told about people.
const CLAIMS: [&str; 6] = ["sub", "iss", "name", "given_name", "family_name", "email"];

/// An administrator's invitation: the token that a tool registers with, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitation {
    pub(crate) token: String,
    /// The client id that a new tool will have.
    pub(crate) client_id: String,
    /// The number of the tool that is to be changed, if it is not a new one.
    pub(crate) changes: Option<u32>,
    /// The registration page of the tool.
    pub(crate) url: Url,
    pub(crate) is_used: bool,
    pub(crate) ends_at: OffsetDateTime,
}

impl Invitation {
    /// The claims of its token, as Moodle writes them.
    pub(crate) fn claims(client_id: &str, changes: Option<u32>, now: OffsetDateTime) -> Value {
        let (subject, scope) = match changes {
            Some(number) => (number.to_string(), "reg-update"),
            None => (client_id.to_owned(), "reg"),
        };
        let end = now.saturating_add(LIFETIME);
        json!({"sub": subject, "scope": scope, "iat": now.unix_timestamp(), "exp": end.unix_timestamp()})
    }

    /// Where the administrator's frame goes: the tool's page, told where this platform describes itself.
    pub(crate) fn address(&self, lms: &Lms) -> String {
        let mut url = self.url.clone();
        url.query_pairs_mut()
            .append_pair(
                "openid_configuration",
                &format!("{}/openid-configuration", lms.issuer()),
            )
            .append_pair("registration_token", &self.token);
        url.to_string()
    }
}

/// What this platform says of itself
/// ([section 3.4](https://www.imsglobal.org/spec/lti-dr/v1p0/#platform-configuration)).
pub(crate) fn platform(lms: &Lms) -> Value {
    let issuer = lms.issuer();
    let scopes: Vec<&str> = scope::ALL.into_iter().chain(["openid"]).collect();
    json!({
        "issuer": issuer,
        "token_endpoint": format!("{issuer}/token"),
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
        "jwks_uri": format!("{issuer}/jwks.json"),
        "authorization_endpoint": format!("{issuer}/auth"),
        "registration_endpoint": format!("{issuer}/openid-registration"),
        "scopes_supported": scopes,
        "response_types_supported": ["id_token"],
        "subject_types_supported": ["public", "pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "claims_supported": CLAIMS,
        vocab::PLATFORM_CONFIGURATION: {
            "product_family_code": vocab::PRODUCT,
            "version": env!("CARGO_PKG_VERSION"),
            "messages_supported": [
                {"type": message_type::RESOURCE_LINK},
                {"type": message_type::DEEP_LINKING, "placements": ["ContentArea"]},
            ],
            "variables": [
                "Context.id", "Context.title", "Context.label", "Context.id.history", "CourseSection.title",
                "CourseSection.label", "ResourceLink.id", "ResourceLink.title", "User.id", "User.username",
                "Person.name.full", "Person.name.given", "Person.name.family", "Person.email.primary",
                "Membership.role",
            ],
        },
    })
}

/// The tool that `asked` describes, which waits for the administrator. The error is Moodle's, a word or two of plain
/// text.
pub(crate) fn tool(asked: &Value, number: u32, client_id: &str) -> Result<Tool, &'static str> {
    let text = |name: &str| {
        asked
            .get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let has = |name: &str, wanted: &str| strings(asked.get(name)).contains(&wanted);
    if text("application_type").is_some_and(|kind| kind != "web") {
        return Err("invalid_application_type");
    }
    if !has("response_types", "id_token") {
        return Err("invalid_response_types");
    }
    if text("token_endpoint_auth_method") != Some("private_key_jwt") {
        return Err("invalid_token_endpoint_auth_method");
    }
    let login_uri = text("initiate_login_uri").ok_or("missing required attribute initiate_login_uri")?;
    let jwks_uri = text("jwks_uri").ok_or("missing required attribute jwks_uri")?;
    let name = text("client_name").ok_or("missing required attribute client_name")?;
    let redirect_uris: Vec<String> = strings(asked.get("redirect_uris"))
        .into_iter()
        .map(str::to_owned)
        .collect();
    if redirect_uris.is_empty() {
        return Err("missing required attribute redirect_uris");
    }
    let of_lti = asked
        .get(TOOL_CONFIGURATION)
        .ok_or("missing_lti_tool_configuration")?;
    let of_lti_text = |name: &str| {
        of_lti
            .get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let domain = of_lti_text("domain").ok_or("missing_domain")?;
    // As Moodle does it: an address that nobody wrote is invented, and is https.
    let target = of_lti_text("target_link_uri").map_or_else(|| format!("https://{domain}"), str::to_owned);
    if authority(&target).as_deref() != Some(domain) {
        return Err("domain_targetlinkuri_mismatch");
    }
    let asked_scopes = text("scope").unwrap_or_default();
    let is_asked = |scope: &&str| asked_scopes.split_ascii_whitespace().any(|asked| asked == *scope);
    let claims = strings(of_lti.get("claims"));
    Ok(Tool {
        number,
        client_id: client_id.to_owned(),
        name: without_tags(name),
        is_active: false,
        login_uri: login_uri.to_owned(),
        redirect_uris,
        choosing_uri: choosing_uri(of_lti).unwrap_or(&target).to_owned(),
        target_link_uri: target,
        jwks_uri: jwks_uri.to_owned(),
        scopes: scope::ALL.into_iter().filter(is_asked).collect(),
        shares: Sharing {
            name: claims.iter().any(|claim| claim.ends_with("name")),
            email: claims.contains(&"email"),
        },
        custom: custom(of_lti),
    })
}

/// The registration of `tool`, as this platform answers it.
pub(crate) fn registered(tool: &Tool) -> Value {
    let shared = |claim: &&str| match *claim {
        "sub" | "iss" => true,
        "email" => tool.shares.email,
        _ => tool.shares.name,
    };
    let custom: Map<String, Value> = tool
        .custom
        .iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect();
    json!({
        "client_id": tool.client_id,
        "response_types": ["id_token"],
        "jwks_uri": tool.jwks_uri,
        "initiate_login_uri": tool.login_uri,
        "grant_types": ["client_credentials", "implicit"],
        "redirect_uris": tool.redirect_uris,
        "application_type": "web",
        "token_endpoint_auth_method": "private_key_jwt",
        "client_name": tool.name,
        "scope": tool.scopes.iter().copied().collect::<Vec<_>>().join(" "),
        TOOL_CONFIGURATION: {
            "version": VERSION,
            "deployment_id": tool.number.to_string(),
            "target_link_uri": tool.target_link_uri,
            "domain": authority(&tool.target_link_uri),
            "messages": [
                {"type": message_type::DEEP_LINKING, "target_link_uri": tool.choosing_uri},
            ],
            "custom_parameters": custom,
            "claims": CLAIMS.into_iter().filter(shared).collect::<BTreeSet<_>>(),
        },
    })
}

/// Host and port of an address, as `domain` has to say them.
pub(crate) fn authority(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

/// Where the tool wants content to be chosen.
fn choosing_uri(of_lti: &Value) -> Option<&str> {
    let messages = of_lti.get("messages")?.as_array()?;
    let is_choosing =
        |message: &&Value| message.get("type").and_then(Value::as_str) == Some(message_type::DEEP_LINKING);
    messages
        .iter()
        .find(is_choosing)?
        .get("target_link_uri")?
        .as_str()
}

fn custom(of_lti: &Value) -> Vec<(String, String)> {
    let values = of_lti.get("custom_parameters").and_then(Value::as_object);
    let text = |(name, value): (&String, &Value)| Some((name.clone(), value.as_str()?.to_owned()));
    values.into_iter().flatten().filter_map(text).collect()
}

fn strings(value: Option<&Value>) -> Vec<&str> {
    let list = value.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The text without what stands between angle brackets.
fn without_tags(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '<' => depth = depth.saturating_add(1),
            '>' => depth = depth.saturating_sub(1),
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{registered, tool};
    use crate::vocab::TOOL_CONFIGURATION;

    fn asked() -> Value {
        json!({
            "application_type": "web",
            "response_types": ["id_token"],
            "initiate_login_uri": "http://127.0.0.1:8080/lti/login",
            "redirect_uris": ["http://127.0.0.1:8080/lti/launch"],
            "client_name": "Badges <b>today</b>",
            "jwks_uri": "http://127.0.0.1:8080/lti/jwks.json",
            "token_endpoint_auth_method": "private_key_jwt",
            "scope": "https://purl.imsglobal.org/spec/lti-ags/scope/score https://unknown.example/scope",
            TOOL_CONFIGURATION: {
                "domain": "127.0.0.1:8080",
                "target_link_uri": "http://127.0.0.1:8080/lti/launch",
                "claims": ["iss", "sub", "email"],
                "messages": [{"type": "LtiDeepLinkingRequest", "target_link_uri": "http://127.0.0.1:8080/lti/choose"}],
                "custom_parameters": {"context_history": "$Context.id.history"},
            },
        })
    }

    fn fault(change: impl FnOnce(&mut Value)) -> Option<&'static str> {
        let mut asked = asked();
        change(&mut asked);
        tool(&asked, 2, "client-2").err()
    }

    #[test]
    fn a_tool_waits_and_gets_what_it_asked_for_as_far_as_it_exists() {
        let tool = tool(&asked(), 2, "client-2").unwrap();
        assert!(!tool.is_active);
        assert_eq!(tool.name, "Badges today");
        assert_eq!(tool.choosing_uri, "http://127.0.0.1:8080/lti/choose");
        assert!(tool.shares.email && !tool.shares.name);
        let answer = registered(&tool);
        assert_eq!(
            answer["scope"],
            "https://purl.imsglobal.org/spec/lti-ags/scope/score"
        );
        assert_eq!(answer[TOOL_CONFIGURATION]["deployment_id"], "2");
        assert_eq!(
            answer[TOOL_CONFIGURATION]["claims"],
            json!(["email", "iss", "sub"])
        );
    }

    #[test]
    fn each_missing_part_is_named_in_moodles_words() {
        let of_lti = |name: &'static str, value: Value| {
            move |asked: &mut Value| asked[TOOL_CONFIGURATION][name] = value
        };
        let own = |name: &'static str, value: Value| move |asked: &mut Value| asked[name] = value;
        assert_eq!(fault(of_lti("domain", Value::Null)), Some("missing_domain"));
        assert_eq!(
            fault(of_lti("domain", json!("127.0.0.1"))),
            Some("domain_targetlinkuri_mismatch"),
            "the port counts"
        );
        assert_eq!(
            fault(of_lti("target_link_uri", Value::Null)),
            None,
            "an address is invented"
        );
        assert_eq!(
            fault(own("jwks_uri", Value::Null)),
            Some("missing required attribute jwks_uri")
        );
        assert_eq!(
            fault(own("application_type", json!("native"))),
            Some("invalid_application_type")
        );
        assert_eq!(
            fault(own("token_endpoint_auth_method", json!("client_secret_post"))),
            Some("invalid_token_endpoint_auth_method")
        );
        assert_eq!(
            fault(own("redirect_uris", json!([]))),
            Some("missing required attribute redirect_uris")
        );
    }
}
