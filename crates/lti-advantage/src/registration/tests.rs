//! Registrations as platforms offer and answer them.

use serde_json::{Value, json};
use url::Url;

use super::*;
use crate::{http::Response, service::tests::answer, vocab::tool_configuration};

const ADDRESS: &str = "https://moodle.example/mod/lti/openid-configuration.php";

fn offered() -> Value {
    json!({
        "issuer": "https://moodle.example",
        "token_endpoint": "https://moodle.example/mod/lti/token.php",
        "jwks_uri": "https://moodle.example/mod/lti/certs.php",
        "authorization_endpoint": "https://moodle.example/mod/lti/auth.php",
        "registration_endpoint": "https://moodle.example/mod/lti/openid-registration.php",
        "scopes_supported": [
            "https://purl.imsglobal.org/spec/lti-ags/scope/score",
            "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly", "openid",
        ],
        "id_token_signing_alg_values_supported": ["RS256"],
        "https://purl.imsglobal.org/spec/lti-platform-configuration": {
            "product_family_code": "moodle", "version": "4.5.5+ (Build: 20250613)",
            "messages_supported": [{ "type": "LtiResourceLinkRequest" }, { "type": "LtiDeepLinkingRequest" }],
        },
    })
}

fn read(document: &Value) -> Result<PlatformConfiguration, crate::error::RegistrationError> {
    PlatformConfiguration::read(
        &Url::parse(ADDRESS).unwrap(),
        &answer(200, &document.to_string(), None),
    )
}

fn with(member: &str, value: impl Into<Value>) -> Value {
    let mut document = offered();
    document[member] = value.into();
    document
}

fn tool() -> ToolConfiguration {
    let url = |path: &str| Url::parse(&format!("https://badges.example:8443{path}")).unwrap();
    ToolConfiguration {
        name: "Open badge".to_owned(),
        names: vec![("fr".to_owned(), "Badge ouvert".to_owned())],
        description: "Gives a badge.".to_owned(),
        initiate_login_uri: url("/lti/login"),
        redirect_uri: url("/lti/launch"),
        jwks_uri: url("/lti/jwks.json"),
        logo_uri: None,
        deep_linking_label: "Choose a badge".to_owned(),
        claims: vec!["name".to_owned()],
        custom_parameters: vec![("context_history".to_owned(), "$Context.id.history".to_owned())],
    }
}

#[test]
fn a_platforms_configuration_is_read() {
    let platform = read(&offered()).unwrap();
    assert_eq!(platform.issuer, "https://moodle.example");
    assert_eq!(platform.product_family_code.as_deref(), Some("moodle"));
    assert_eq!(
        platform.messages_supported,
        ["LtiResourceLinkRequest", "LtiDeepLinkingRequest"]
    );
}

#[test]
fn a_configuration_in_anothers_name_or_with_addresses_elsewhere_is_refused() {
    for (member, value) in [
        ("issuer", "https://other.example"),
        ("issuer", "https://evil.example@moodle.example.evil.example"),
        ("issuer", "http://moodle.example"),
        ("issuer", "moodle.example"),
        ("registration_endpoint", "https://evil.example/register"),
        ("registration_endpoint", "http://moodle.example/register"),
        ("token_endpoint", "https://10.0.0.1/token"),
        ("authorization_endpoint", "javascript:alert(1)"),
        ("jwks_uri", "https://someone@moodle.example/keys"),
    ] {
        let error = read(&with(member, value)).unwrap_err();
        assert_eq!(
            error,
            crate::error::RegistrationError::AddressForeign { member },
            "{value}"
        );
    }
}

#[test]
fn a_configuration_without_a_needed_member_names_it() {
    let mut document = offered();
    document.as_object_mut().unwrap().remove("token_endpoint");
    let error = read(&document).unwrap_err();
    assert_eq!(error.code(), "configuration-malformed");
    assert!(error.to_string().contains("token_endpoint"), "{error}");
}

#[test]
fn a_platform_that_signs_otherwise_is_not_registered() {
    let error = read(&with("id_token_signing_alg_values_supported", json!(["ES256"]))).unwrap_err();
    assert_eq!(error.code(), "algorithm-unsupported");
}

#[test]
fn an_address_that_no_platform_gave_is_refused() {
    for address in ["", "moodle.example", "file:///etc/passwd", "javascript:alert(1)"] {
        assert_eq!(
            configuration_request(address).unwrap_err().code(),
            "registration-not-from-platform",
            "{address}"
        );
    }
}

#[test]
fn a_registration_asks_for_what_the_platform_gives_and_names_host_and_port() {
    let request = registration_request(&read(&offered()).unwrap(), &tool(), Some("t0k.en")).unwrap();
    assert!(
        request
            .headers
            .contains(&("authorization", "Bearer t0k.en".to_owned()))
    );
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(
        body["scope"],
        "https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
    );
    assert_eq!(body["client_name"], "Open badge");
    assert_eq!(body["client_name#fr"], "Badge ouvert");
    let lti = &body[tool_configuration::KEY];
    assert_eq!(lti["domain"], "badges.example:8443");
    assert_eq!(lti["target_link_uri"], "https://badges.example:8443/lti/launch");
    assert_eq!(lti["claims"], json!(["iss", "sub", "name"]));
    assert_eq!(
        lti["custom_parameters"],
        json!({ "context_history": "$Context.id.history" })
    );
}

#[test]
fn a_token_that_would_break_out_of_its_header_is_not_sent() {
    let platform = read(&offered()).unwrap();
    for token in ["", "a b", "a\r\nx-other: 1"] {
        let error = registration_request(&platform, &tool(), Some(token)).unwrap_err();
        assert_eq!(error.code(), "registration-token-malformed", "{token:?}");
    }
}

fn registered(response: &Response) -> Result<Registered, &'static str> {
    Registered::read(response).map_err(|error| error.code())
}

#[test]
fn the_answer_gives_client_deployment_and_scopes() {
    let body = format!(
        r#"{{"client_id":"YaPz","scope":"a b","{}":{{"deployment_id":2,"version":"1.3.0"}}}}"#,
        tool_configuration::KEY
    );
    assert_eq!(
        registered(&answer(200, &body, None)),
        Ok(Registered {
            client_id: "YaPz".to_owned(),
            deployment_id: Some("2".to_owned()),
            scopes: vec!["a".to_owned(), "b".to_owned()],
        })
    );
    let bare = registered(&answer(201, r#"{"client_id":"c"}"#, None)).unwrap();
    assert_eq!(bare.deployment_id, None);
}

#[test]
fn a_refusal_keeps_the_platforms_words() {
    let error = Registered::read(&answer(400, "domain_targetlinkuri_mismatch", None)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the platform refused the registration (400): domain_targetlinkuri_mismatch"
    );
    assert_eq!(
        registered(&answer(200, "{}", None)),
        Err("registration-answer-malformed")
    );
    assert_eq!(
        registered(&answer(200, r#"{"client_id":""}"#, None)),
        Err("registration-answer-malformed")
    );
}
