use std::collections::BTreeSet;

use axum::http::StatusCode;
use demo_lms::Privacy;
use jsonwebtoken::{Algorithm, DecodingKey, TokenData, Validation, decode, decode_header, jwk::JwkSet};
use serde_json::{Value, json};

use crate::browser::{Browser, ISSUER, NOW, REDIRECT_URI};

pub(crate) const LTI: &str = "https://purl.imsglobal.org/spec/lti/claim/";

async fn ready(person: &str) -> Browser {
    let mut browser = Browser::new();
    browser.enter(person).await;
    browser.finish_the_course().await;
    browser
}

/// The identity token of a whole launch, verified with the keys that the LMS publishes.
pub(crate) async fn id_token(browser: &mut Browser, query: &str) -> TokenData<Value> {
    let request = browser.auth_request(query).await;
    let page = browser.authorize(&request).await;
    assert_eq!(
        (page.status, page.action()),
        (StatusCode::OK, REDIRECT_URI.to_owned())
    );
    let form = page.form();
    assert_eq!(form["state"], request["state"]);
    let keys: JwkSet = serde_json::from_str(&browser.get("/jwks.json").await.body).unwrap();
    let token = &form["id_token"];
    let jwk = keys.find(&decode_header(token).unwrap().kid.unwrap()).unwrap();
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_exp = false;
    validation.set_audience(&["blason-demo"]);
    validation.set_issuer(&[ISSUER]);
    decode(token, &DecodingKey::from_jwk(jwk).unwrap(), &validation).unwrap()
}

#[tokio::test]
async fn the_login_initiation_is_a_form_with_the_six_fields_of_moodle() {
    let mut browser = ready("learner-one").await;
    let page = browser.get("/launch?target=iframe").await;
    assert_eq!(page.action(), "http://127.0.0.1:8080/lti/login");
    assert!(page.body.contains("<form method=\"post\""));
    let form = page.form();
    let names: BTreeSet<&str> = form.keys().map(String::as_str).collect();
    let expected = [
        "iss",
        "target_link_uri",
        "login_hint",
        "lti_message_hint",
        "client_id",
        "lti_deployment_id",
    ];
    assert_eq!(names, BTreeSet::from(expected));
    assert_eq!(form["iss"], ISSUER);
    assert_eq!(form["target_link_uri"], REDIRECT_URI);
    assert_eq!(form["login_hint"], "4");
    assert_eq!(form["client_id"], "blason-demo");
    assert_eq!(form["lti_deployment_id"], "1");
    let hint: Value = serde_json::from_str(&form["lti_message_hint"]).unwrap();
    assert_eq!(hint["cmid"], 4);
    assert!(
        hint["launchid"]
            .as_str()
            .unwrap()
            .starts_with("ltilaunch_badge-1_")
    );
}

#[tokio::test]
async fn a_learner_is_told_to_the_tool_as_moodle_would() {
    let mut browser = ready("learner-one").await;
    let claims = id_token(&mut browser, "").await.claims;
    let claim = |name: &str| claims[&format!("{LTI}{name}")].clone();
    assert_eq!(claims["aud"], "blason-demo");
    assert_eq!(claims["sub"], "4");
    assert_eq!(claims["nonce"], "n-1");
    assert_eq!(
        (claims["iat"].clone(), claims["exp"].clone()),
        (json!(NOW), json!(NOW + 60))
    );
    assert_eq!(claims["name"], "Learner One");
    assert_eq!(claims["email"], "learner-one@example.org");
    assert_eq!(claim("message_type"), "LtiResourceLinkRequest");
    assert_eq!(claim("version"), "1.3.0");
    assert_eq!(claim("deployment_id"), "1");
    assert_eq!(claim("target_link_uri"), REDIRECT_URI);
    assert_eq!(
        claim("roles"),
        json!(["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"])
    );
    assert_eq!(claim("resource_link")["id"], "badge-1");
    assert_eq!(claim("context")["type"], json!(["CourseSection"]));
    assert_eq!(claim("launch_presentation")["locale"], "en");
    assert_eq!(claim("launch_presentation")["document_target"], "iframe");
    assert_eq!(claim("tool_platform")["product_family_code"], "demo-lms");
}

#[tokio::test]
async fn the_launch_names_the_roster_and_the_grade_book_but_no_column_where_there_is_none() {
    let mut browser = ready("learner-one").await;
    let claims = id_token(&mut browser, "").await.claims;
    let roster = &claims["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"];
    let address = format!("{ISSUER}/services/CourseSection/2/bindings/1/memberships");
    assert_eq!(roster["context_memberships_url"], address);
    let grades = &claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"];
    assert_eq!(
        grades["lineitems"],
        format!("{ISSUER}/services/2/lineitems?type_id=1")
    );
    assert_eq!(grades["scope"].as_array().unwrap().len(), 4);
    assert_eq!(grades.get("lineitem"), None);
    let custom = &claims[&format!("{LTI}custom")];
    assert_eq!(custom["context_history"], "", "no course is a copy");
    assert_eq!(custom["context_memberships_url"], address);
}

#[tokio::test]
async fn the_teacher_is_an_instructor() {
    let mut browser = Browser::new();
    browser.enter("teacher").await;
    let claims = id_token(&mut browser, "").await.claims;
    assert_eq!(
        claims[&format!("{LTI}roles")],
        json!(["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"])
    );
}

#[tokio::test]
async fn the_launch_carries_the_language_and_the_window_of_the_visitor() {
    let mut browser = ready("learner-one").await.speaking("fr");
    let claims = id_token(&mut browser, "?target=window").await.claims;
    let presentation = &claims[&format!("{LTI}launch_presentation")];
    assert_eq!(
        (
            presentation["locale"].clone(),
            presentation["document_target"].clone()
        ),
        (json!("fr"), json!("window"))
    );
}

#[tokio::test]
async fn minimal_privacy_sends_neither_name_nor_address() {
    let mut browser = Browser::with_privacy(Privacy::Minimal);
    browser.enter("learner-one").await;
    browser.finish_the_course().await;
    for (query, shared) in [("", false), ("?privacy=full", true), ("?privacy=minimal", false)] {
        let claims = id_token(&mut browser, query).await.claims;
        for name in ["name", "given_name", "family_name", "email"] {
            assert_eq!(claims.get(name).is_some(), shared, "{name} with {query:?}");
        }
        assert_eq!(
            claims[&format!("{LTI}ext")].get("user_username").is_some(),
            shared
        );
    }
}

#[tokio::test]
async fn the_published_keys_hold_nothing_private() {
    let body = Browser::new().get("/jwks.json").await.body;
    let keys: Value = serde_json::from_str(&body).unwrap();
    let key = keys["keys"][0].as_object().unwrap();
    let names: BTreeSet<&str> = key.keys().map(String::as_str).collect();
    assert_eq!(names, BTreeSet::from(["alg", "e", "kid", "kty", "n", "use"]));
}

#[tokio::test]
async fn each_start_has_a_new_key_id() {
    let kid = |body: String| serde_json::from_str::<Value>(&body).unwrap()["keys"][0]["kid"].clone();
    let (one, two) = (
        Browser::new().get("/jwks.json").await.body,
        Browser::new().get("/jwks.json").await.body,
    );
    assert_ne!(kid(one), kid(two));
}
