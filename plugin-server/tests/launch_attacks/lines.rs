//! Lines of the checklist that are about the way to a launch and the pages after it, one after the other.

use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lti_advantage::{
    nrps::{self, Filter},
    vocab::{claim, message_type},
};
use plugin_server::{
    db::{
        deployments::{self, Deployment},
        placements, registrations,
    },
    services::{
        platform_services,
        registering::{self, NewInvite},
    },
};
use serde_json::{Value, json};
use url::Url;

use crate::{
    platform::{ISSUER, LEARNER},
    server::{Answer, Login, Server},
};

const TEACHER: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

fn initiation(target: &str) -> Vec<(&str, &str)> {
    vec![("iss", ISSUER), ("login_hint", "4"), ("target_link_uri", target)]
}

fn parameter(answer: &Answer, name: &str) -> Option<String> {
    let address = Url::parse(answer.location()).unwrap();
    let found = address.query_pairs().find(|(key, _)| key == name);
    found.map(|(_, value)| value.into_owned())
}

async fn registration(server: &Server) -> registrations::Registration {
    registrations::list(&server.app.db).await.unwrap().remove(0)
}

/// A launch with one claim changed, and its page if it opened one.
async fn launch_with(server: &Server, key: &str, value: Value) -> Answer {
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[key] = value;
    post(server, &login, &claims).await
}

async fn post(server: &Server, login: &Login, claims: &Value) -> Answer {
    let token = server.platform.sign(claims);
    server.post(&token, &login.state, Some(login)).await
}

#[tokio::test]
async fn s2_1_a_login_begins_by_get_and_by_post_and_needs_three_parameters() {
    let server = Server::start().await;
    let target = server.app.config.url("/lti/launch");
    let whole = initiation(&target);
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&whole)
        .finish();
    for answer in [
        server.begin(&whole).await,
        server.get(&format!("/lti/login?{query}"), None).await,
    ] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert!(answer.location().starts_with(&format!("{ISSUER}/auth?")));
    }
    for missing in 0..whole.len() {
        let mut part = whole.clone();
        part.remove(missing);
        assert_eq!(server.begin(&part).await.code(), "login-parameter-missing");
    }
}

#[tokio::test]
async fn s2_1_a_platform_with_several_clients_says_which_or_has_an_address_for_each() {
    let server = Server::start().await;
    let mut twin = registration(&server).await;
    let first = twin.id.clone();
    twin.id = "twin".to_owned();
    twin.client_id = "another-client".to_owned();
    registrations::upsert(&server.app.db, &twin).await.unwrap();
    let target = server.app.config.url("/lti/launch");
    let mut whole = initiation(&target);
    assert_eq!(server.begin(&whole).await.code(), "registration-ambiguous");
    let at_own_address = server
        .send_with_headers(&format!("/lti/login/{first}"), &whole, &[])
        .await;
    assert_eq!(
        parameter(&at_own_address, "client_id").as_deref(),
        Some("blason-demo")
    );
    whole.push(("client_id", "another-client"));
    let named = server.begin(&whole).await;
    assert_eq!(parameter(&named, "client_id").as_deref(), Some("another-client"));
}

#[tokio::test]
async fn s2_2_the_signed_target_decides_and_need_not_be_the_one_of_the_login() {
    let server = Server::start().await;
    let other = server.app.config.url("/lti/launch?badge=42");
    let opened = launch_with(&server, claim::TARGET_LINK_URI, json!(other)).await;
    assert!(opened.location().starts_with("/claim/"), "{}", opened.body);
    for foreign in ["https://evil.example/lti/launch", "javascript:alert(1)", ""] {
        let refused = launch_with(&server, claim::TARGET_LINK_URI, json!(foreign)).await;
        assert_eq!(refused.code(), "target-link-foreign", "{foreign}");
    }
}

#[tokio::test]
async fn s2_3_the_redirect_address_is_one_and_the_same_whatever_is_to_be_opened() {
    let server = Server::start().await;
    for target in ["/lti/launch", "/lti/launch?badge=42", "/lti"] {
        let target = server.app.config.url(target);
        let begun = server.begin(&initiation(&target)).await;
        assert_eq!(
            parameter(&begun, "redirect_uri"),
            Some(server.app.config.url("/lti/launch"))
        );
    }
}

#[tokio::test]
async fn s2_8_a_link_needs_an_identifier_of_bounded_length_and_a_message_of_a_known_kind() {
    let server = Server::start().await;
    let long = "x".repeat(256);
    for (key, value, code) in [
        (claim::RESOURCE_LINK, json!({ "id": long }), "identifier-too-long"),
        (claim::RESOURCE_LINK, json!({ "id": "" }), "claim-malformed"),
        (claim::RESOURCE_LINK, json!(null), "claim-missing"),
        (claim::DEPLOYMENT_ID, json!(""), "claim-malformed"),
        (claim::VERSION, json!("1.1"), "version-unsupported"),
        (
            claim::MESSAGE_TYPE,
            json!("LtiStartAssessment"),
            "message-type-unsupported",
        ),
        (
            claim::AUD,
            json!(["blason-demo", "another"]),
            "authorized-party-mismatch",
        ),
        (
            claim::IAT,
            json!(server.now().unix_timestamp() + 120),
            "token-issued-in-future",
        ),
    ] {
        assert_eq!(launch_with(&server, key, value).await.code(), code, "{key}");
    }
    assert_eq!(server.counts().await.used_logins, 0);
}

#[tokio::test]
async fn s2_9_a_custom_value_places_no_badge_and_names_none() {
    let server = Server::start().await;
    let badge = placements::list(&server.app.db).await.unwrap().remove(0).badge_id;
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::RESOURCE_LINK] = json!({ "id": "another" });
    claims[claim::CUSTOM] = json!({ "badge_id": badge, "badge": badge, "blason_offer": badge });
    let page = server.open(&post(&server, &login, &claims).await).await;
    assert!(page.body.contains("No badge here yet"), "{}", page.body);
    assert_eq!(server.counts().await.awards, 0);
}

#[tokio::test]
async fn s2_9_a_number_is_another_person_on_another_platform_of_the_same_issuer() {
    let server = Server::start().await;
    let login = server.login().await;
    server.open(&server.launch(&login).await).await;
    let mut twin = registration(&server).await;
    twin.id = "twin".to_owned();
    twin.client_id = "another-client".to_owned();
    registrations::upsert(&server.app.db, &twin).await.unwrap();
    let deployment = Deployment {
        registration_id: twin.id.clone(),
        deployment_id: "1".to_owned(),
        created_at: 0,
    };
    deployments::insert_if_absent(&server.app.db, &deployment)
        .await
        .unwrap();
    let target = server.app.config.url("/lti/launch");
    let mut whole = initiation(&target);
    whole.push(("client_id", "another-client"));
    let begun = server.begin(&whole).await;
    let login = Login::of(begun.location(), begun.header("set-cookie"));
    // The first one's token is for another client, and the twin's activity of the same name has no badge.
    let token = server.platform.token(&login);
    assert_eq!(
        server.post(&token, &login.state, Some(&login)).await.code(),
        "audience-mismatch"
    );
    let mut claims = server.platform.claims(&login);
    claims[claim::AUD] = json!("another-client");
    let page = server.open(&post(&server, &login, &claims).await).await;
    assert!(page.body.contains("No badge here yet"), "{}", page.body);
    assert_eq!(server.counts().await.awards, 1);
}

#[tokio::test]
async fn s2_11_a_key_set_inside_the_network_is_not_read() {
    let server = Server::start_guarded().await;
    for address in [
        "https://127.0.0.1:1/jwks.json",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/jwks.json",
        "https://[::1]/jwks.json",
        "https://[fd00::1]/jwks.json",
        "http://example.com/jwks.json",
    ] {
        let mut changed = registration(&server).await;
        changed.jwks_url = address.to_owned();
        registrations::upsert(&server.app.db, &changed).await.unwrap();
        let login = server.login().await;
        let answer = server.launch(&login).await;
        assert_eq!(
            (answer.status, answer.code()),
            (StatusCode::BAD_GATEWAY, "keys-unreachable"),
            "{address}"
        );
    }
    assert_eq!(server.counts().await.used_logins, 0);
}

/// The secret part of a new invitation.
async fn invitation(server: &Server) -> String {
    let invited = registering::invite(&server.app, NewInvite::default())
        .await
        .unwrap();
    invited.address.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn s2_12_a_description_inside_the_network_is_not_read() {
    let server = Server::start_guarded().await;
    let token = invitation(&server).await;
    for (address, code) in [
        ("https://10.0.0.1/openid-configuration", "platform-unreachable"),
        ("https://169.254.169.254/latest/meta-data", "platform-unreachable"),
        ("http://example.com/openid-configuration", "platform-unreachable"),
        ("file:///etc/passwd", "registration-not-from-platform"),
    ] {
        let refusal = registering::propose(&server.app, &token, address).await;
        assert_eq!(refusal.unwrap_err().code(), code, "{address}");
    }
}

#[tokio::test]
async fn s2_12_a_platform_describes_itself_and_nobody_else() {
    let own = "https://lms.example";
    let description = json!({
        "issuer": own,
        "authorization_endpoint": format!("{own}/auth"),
        "token_endpoint": format!("{own}/token"),
        "jwks_uri": format!("{own}/jwks"),
        "registration_endpoint": format!("{own}/register"),
        "scopes_supported": ["openid"],
        "claims_supported": ["sub"],
        "https://purl.imsglobal.org/spec/lti-platform-configuration": {
            "product_family_code": "moodle", "version": "1", "messages_supported": [],
        },
    });
    let address = format!("{own}/openid-configuration");
    for member in [
        "",
        "issuer",
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "registration_endpoint",
    ] {
        let server = Server::start().await;
        let mut description = description.clone();
        if !member.is_empty() {
            description[member] = json!("https://evil.example/");
        }
        server.answers(&address, &description);
        let token = invitation(&server).await;
        let proposal = registering::propose(&server.app, &token, &address).await;
        match proposal {
            Ok(_) => assert_eq!(member, ""),
            Err(refusal) => assert_eq!(refusal.code(), "configuration-address-foreign", "{member}"),
        }
        assert_eq!(registrations::list(&server.app.db).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn s2_13_a_client_assertion_is_ours_short_for_one_audience_and_never_the_same() {
    let server = Server::start().await;
    let mut assertions = Vec::new();
    for _ in 0..2 {
        let platform = platform_services::of(&server.app, registration(&server).await).unwrap();
        let address = platform.address(&format!("{ISSUER}/roster")).unwrap();
        let refused = nrps::members(&platform.service(), address, Filter::default(), 10).await;
        assert_eq!(refused.unwrap_err().code(), "token-unreachable");
        let request = server.calls().pop().unwrap();
        assert_eq!(request.url.as_str(), registration(&server).await.token_url);
        let body = String::from_utf8(request.body).unwrap();
        let form: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes())
            .into_owned()
            .collect();
        let (_, assertion) = form
            .into_iter()
            .find(|(name, _)| name == "client_assertion")
            .unwrap();
        let part = |index| -> Value {
            let part: &str = assertion.split('.').nth(index).unwrap();
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
        };
        assert!(part(0)["kid"].is_string());
        assertions.push(part(1));
    }
    for claims in &assertions {
        assert_eq!(claims["iss"], "blason-demo");
        assert_eq!(claims["sub"], "blason-demo");
        assert_eq!(claims["aud"], registration(&server).await.token_url.as_str());
        let life = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
        assert!((1..=300).contains(&life), "{life}");
    }
    assert_ne!(assertions[0]["jti"], assertions[1]["jti"]);
}

#[tokio::test]
async fn s2_14_no_token_goes_to_an_address_that_is_not_the_platforms() {
    let server = Server::start().await;
    let platform = platform_services::of(&server.app, registration(&server).await).unwrap();
    for foreign in [
        "https://evil.example/roster",
        "http://127.0.0.1.evil.example/roster",
        "http://127.0.0.1@evil.example/roster",
        "file:///etc/passwd",
        "",
    ] {
        let error = platform.address(foreign).unwrap_err();
        assert_eq!(error.code(), "service-address-foreign", "{foreign}");
    }
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn s2_15_an_answer_is_not_sent_to_an_address_that_is_not_the_platforms() {
    let server = Server::start().await;
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::MESSAGE_TYPE] = json!(message_type::DEEP_LINKING);
    claims[claim::ROLES] = json!([TEACHER]);
    claims[claim::CONTEXT] = json!({ "id": "2" });
    claims[claim::DEEP_LINKING_SETTINGS] = json!({
        "deep_link_return_url": "https://evil.example/return",
        "accept_types": ["ltiResourceLink"],
    });
    claims.as_object_mut().unwrap().remove(claim::RESOURCE_LINK);
    let begun = post(&server, &login, &claims).await;
    let page = server.open(&begun).await;
    let (csrf, badge) = (page.field("csrf"), page.field("badge"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("badge", badge.as_str()),
        // A form cannot name another address either.
        ("return_url", "https://evil.example/return"),
    ];
    let refused = server.send_form(begun.location(), &fields, begun.cookie()).await;
    assert_eq!(refused.code(), "return-address-foreign");
    assert!(!refused.body.contains("JWT"));
}

#[tokio::test]
async fn s2_16_a_form_of_a_launch_needs_its_token_and_its_own_session() {
    let server = Server::start().await;
    let one = server.launch(&server.login().await).await;
    let other = server.launch(&server.login().await).await;
    let csrf = server.open(&one).await.field("csrf");
    let without = server.send_form(one.location(), &[], one.cookie()).await;
    assert_eq!(without.code(), "form-expired");
    let fields = [("csrf", csrf.as_str())];
    let crossed = server.send_form(other.location(), &fields, other.cookie()).await;
    assert_eq!(crossed.code(), "form-expired");
    let stranger = server.send_form(one.location(), &fields, other.cookie()).await;
    assert_eq!(stranger.code(), "launch-session-ended");
    assert!(!one.location().contains(one.cookie().split_once('=').unwrap().1));
}

#[tokio::test]
async fn s2_17_pages_of_administrators_and_verifiers_are_framed_by_nobody() {
    let server = Server::start().await;
    for path in ["/", "/admin", "/verify", "/nowhere"] {
        let page = server.get(path, None).await;
        let policy = page.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(page.header("x-frame-options"), "");
    }
}

#[tokio::test]
async fn s2_18_names_and_titles_of_a_launch_are_text() {
    let server = Server::start().await;
    let evil = "<img src=x onerror=alert(1)>\"'";
    for role in [LEARNER, TEACHER] {
        let login = server.login().await;
        let mut claims = server.platform.claims(&login);
        claims[claim::ROLES] = json!([role]);
        claims[claim::NAME] = json!(evil);
        claims[claim::RESOURCE_LINK] = json!({ "id": "badge-1", "title": evil });
        claims[claim::CONTEXT] = json!({ "id": "2", "title": evil, "label": evil });
        let page = server.open(&post(&server, &login, &claims).await).await;
        assert!(!page.body.contains("<img src=x"), "{}", page.body);
        assert!(
            role == TEACHER || page.body.contains("&#60;img src=x"),
            "{}",
            page.body
        );
    }
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::DEPLOYMENT_ID] = json!(evil);
    let held = post(&server, &login, &claims).await;
    assert!(held.body.contains("&#60;img src=x"), "{}", held.body);
}

#[tokio::test]
async fn s2_19_a_number_without_name_or_address_is_enough_for_a_badge() {
    let server = Server::start().await;
    let login = server.login().await;
    let claims = server.platform.claims(&login);
    assert!(claims.get(claim::NAME).is_none() && claims.get(claim::EMAIL).is_none());
    let launched = post(&server, &login, &claims).await;
    let page = server.open(&launched).await;
    let csrf = page.field("csrf");
    let claimed = server
        .send_form(
            launched.location(),
            &[("csrf", &csrf), ("proof", "email")],
            launched.cookie(),
        )
        .await;
    assert_eq!(claimed.status, StatusCode::SEE_OTHER, "{}", claimed.body);
    let page = server.open(&launched).await;
    assert!(page.body.contains("badge.json"), "{}", page.body);
}

#[tokio::test]
async fn s2_22_a_time_of_the_wrong_type_is_no_time() {
    let server = Server::start().await;
    let later = server.now().unix_timestamp() + 60;
    for key in [claim::EXP, claim::IAT, claim::NBF] {
        for value in [json!(later.to_string()), json!({}), json!(true)] {
            let refused = launch_with(&server, key, value.clone()).await;
            assert_eq!(refused.code(), "claim-malformed", "{key} {value}");
        }
    }
    // The library that checks the signature reads these itself, and stops there.
    for key in [claim::EXP, claim::NBF] {
        let refused = launch_with(&server, key, json!([later])).await;
        assert_eq!(refused.code(), "signature-invalid", "{key}");
    }
    for key in [claim::EXP, claim::IAT] {
        assert_eq!(
            launch_with(&server, key, json!(null)).await.code(),
            "claim-missing"
        );
    }
    assert_eq!(server.counts().await.used_logins, 0);
}
