//! LTI 1.1, which is off; forged and repeated launches where it is on; and the way from there to LTI 1.3.

use std::collections::BTreeMap;

use aws_lc_rs::hmac;
use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::STANDARD};
use lti_advantage::vocab::claim;
use plugin_server::{
    db::{legacy_consumers, placements, registrations},
    services::legacy,
};
use serde_json::{Value, json};
use time::Duration;

use crate::server::{Answer, Counts, Server};

const KEY: &str = "moodle-1.1";
const SECRET: &str = "a secret & of old";

/// A server whose demonstration platform may launch with LTI 1.1 too, and has a badge on the activity `old-1`.
async fn start() -> Server {
    let server = Server::start().await;
    legacy::switch_on(&server.app, &registration(&server).await, KEY, SECRET)
        .await
        .unwrap();
    let mut placement = placements::list(&server.app.db).await.unwrap().remove(0);
    placement.id = "legacy".to_owned();
    placement.deployment_id = legacy::DEPLOYMENT.to_owned();
    placement.resource_link_id = "old-1".to_owned();
    placements::upsert(&server.app.db, &placement).await.unwrap();
    server
}

async fn registration(server: &Server) -> String {
    registrations::list(&server.app.db).await.unwrap().remove(0).id
}

/// The fields of a good launch, without its signature.
fn launch(server: &Server) -> BTreeMap<&'static str, String> {
    let now = server.now().unix_timestamp().to_string();
    [
        ("lti_message_type", "basic-lti-launch-request"),
        ("lti_version", "LTI-1p0"),
        ("resource_link_id", "old-1"),
        ("context_id", "2"),
        ("context_title", "Élan & Cie (été)"),
        ("user_id", "34"),
        ("roles", "Learner"),
        ("oauth_consumer_key", KEY),
        ("oauth_signature_method", "HMAC-SHA1"),
        ("oauth_timestamp", now.as_str()),
        ("oauth_nonce", "n-1"),
        ("oauth_version", "1.0"),
        ("oauth_callback", "about:blank"),
    ]
    .into_iter()
    .map(|(name, value)| (name, value.to_owned()))
    .collect()
}

/// OAuth's encoding, by the form encoding that the platform's own page would not use.
fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
        .replace('*', "%2A")
        .replace("%7E", "~")
}

fn signature(server: &Server, fields: &BTreeMap<&str, String>, secret: &str) -> String {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    let address = server.app.config.url("/lti/1.1/launch");
    let text = format!("POST&{}&{}", encoded(&address), encoded(&pairs.join("&")));
    let key = hmac::Key::new(
        hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        format!("{}&", encoded(secret)).as_bytes(),
    );
    STANDARD.encode(hmac::sign(&key, text.as_bytes()))
}

async fn post(server: &Server, fields: &BTreeMap<&str, String>, signature: &str) -> Answer {
    let mut form: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    form.push(("oauth_signature", signature));
    server.send_form("/lti/1.1/launch", &form, "").await
}

async fn post_signed(server: &Server, fields: &BTreeMap<&str, String>) -> Answer {
    post(server, fields, &signature(server, fields, SECRET)).await
}

#[track_caller]
fn assert_refused(answer: &Answer, code: &str) {
    assert!(answer.status.is_client_error(), "{answer:?}");
    assert_eq!(answer.code(), code);
}

async fn assert_nothing_opened(server: &Server) {
    assert_eq!(
        server.counts().await,
        Counts {
            launches: 0,
            awards: 0,
            pending_deployments: 0,
            used_logins: 0
        }
    );
}

#[tokio::test]
async fn a_signed_launch_opens_the_activity_and_earns_its_badge() {
    let server = start().await;
    let opened = post_signed(&server, &launch(&server)).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let page = server.open(&opened).await;
    assert!(page.body.contains("Get my badge"), "{}", page.body);
    assert_eq!(subjects(&server).await, ["lti-1.1:34"]);
}

#[tokio::test]
async fn it_is_off_until_an_administrator_switches_it_on_and_can_be_switched_off_again() {
    let server = Server::start().await;
    assert_refused(
        &post_signed(&server, &launch(&server)).await,
        "legacy-not-allowed",
    );
    let server = start().await;
    legacy_consumers::switch_off(&server.app.db, &registration(&server).await, 0)
        .await
        .unwrap();
    assert_refused(
        &post_signed(&server, &launch(&server)).await,
        "legacy-not-allowed",
    );
    assert_nothing_opened(&server).await;
}

#[tokio::test]
async fn a_forged_signature_is_refused() {
    let server = start().await;
    let fields = launch(&server);
    let good = signature(&server, &fields, SECRET);
    for forged in [
        signature(&server, &fields, "another secret"),
        signature(&server, &fields, ""),
        good.to_lowercase(),
        good[..good.len() - 1].to_owned(),
        "=".to_owned(),
    ] {
        assert_refused(&post(&server, &fields, &forged).await, "signature-invalid");
    }
    assert_refused(&post(&server, &fields, "").await, "launch-field-missing");
    assert_nothing_opened(&server).await;
}

#[tokio::test]
async fn a_signature_does_not_cover_a_changed_or_added_field() {
    let server = start().await;
    let fields = launch(&server);
    let good = signature(&server, &fields, SECRET);
    for (name, value) in [
        ("user_id", "35"),
        ("roles", "Instructor"),
        ("resource_link_id", "old-2"),
        ("lis_person_name_full", "Somebody Else"),
        ("oauth_nonce", "n-2"),
    ] {
        let mut changed = fields.clone();
        changed.insert(name, value.to_owned());
        assert_refused(&post(&server, &changed, &good).await, "signature-invalid");
    }
    let mut without = fields.clone();
    without.remove("oauth_callback");
    assert_refused(&post(&server, &without, &good).await, "signature-invalid");
    // None of them used up the launch.
    assert_eq!(post(&server, &fields, &good).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_field_that_stands_twice_is_refused() {
    let server = start().await;
    let fields = launch(&server);
    let good = signature(&server, &fields, SECRET);
    let mut form: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    form.extend([("oauth_signature", good.as_str()), ("user_id", "35")]);
    let answer = server.send_form("/lti/1.1/launch", &form, "").await;
    assert_refused(&answer, "launch-field-repeated");
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let answer = server.send_form("/lti/1.1/launch?user_id=35", &fields, "").await;
    assert_refused(&answer, "launch-field-repeated");
}

#[tokio::test]
async fn a_launch_is_taken_once_also_when_it_is_sent_many_times_at_once() {
    let server = start().await;
    let fields = launch(&server);
    let posts = (0..20).map(|_| post_signed(&server, &fields));
    let answers = futures_util::future::join_all(posts).await;
    let (taken, refused): (Vec<_>, Vec<_>) = answers
        .iter()
        .partition(|answer| answer.status == StatusCode::SEE_OTHER);
    assert_eq!(taken.len(), 1);
    assert!(refused.iter().all(|answer| answer.code() == "state-consumed"));
    // Its nonce is remembered for as long as its time counts.
    server.wait(legacy::WINDOW);
    assert_refused(&post_signed(&server, &fields).await, "state-consumed");
    server.wait(Duration::seconds(1));
    assert_refused(&post_signed(&server, &fields).await, "legacy-launch-late");
}

#[tokio::test]
async fn an_old_or_future_launch_is_refused() {
    let server = start().await;
    let now = server.now().unix_timestamp();
    for made_at in [
        (now - 301).to_string(),
        (now + 301).to_string(),
        "soon".to_owned(),
        "-9223372036854775808".to_owned(),
    ] {
        let mut fields = launch(&server);
        fields.insert("oauth_timestamp", made_at);
        assert_refused(&post_signed(&server, &fields).await, "legacy-launch-late");
    }
    assert_nothing_opened(&server).await;
}

#[tokio::test]
async fn another_key_method_version_or_message_is_refused() {
    let server = start().await;
    for (name, value, code) in [
        ("oauth_consumer_key", "another", "legacy-not-allowed"),
        ("oauth_signature_method", "PLAINTEXT", "signature-invalid"),
        ("oauth_version", "2.0", "version-unsupported"),
        ("lti_version", "1.3.0", "version-unsupported"),
        (
            "lti_message_type",
            "ContentItemSelectionRequest",
            "message-type-unsupported",
        ),
        ("resource_link_id", "", "launch-field-missing"),
    ] {
        let mut fields = launch(&server);
        fields.insert(name, value.to_owned());
        assert_refused(&post_signed(&server, &fields).await, code);
    }
    assert_nothing_opened(&server).await;
}

#[tokio::test]
async fn nobody_of_lti_1_1_is_taken_for_somebody_of_lti_1_3() {
    let server = start().await;
    let mut fields = launch(&server);
    // The number of the learner of the good launch of LTI 1.3.
    fields.insert("user_id", "4".to_owned());
    server.open(&post_signed(&server, &fields).await).await;
    let login = server.login().await;
    server.open(&server.launch(&login).await).await;
    assert_eq!(subjects(&server).await, ["4", "lti-1.1:4"]);
}

#[tokio::test]
async fn staff_and_people_without_a_name_earn_nothing() {
    let server = start().await;
    for (number, name, value) in [
        ("1", "roles", "Learner,Instructor"),
        ("2", "roles", "Learner,urn:lti:instrole:ims/lis/Administrator"),
        ("3", "roles", ""),
        ("4", "user_id", ""),
    ] {
        let mut fields = launch(&server);
        fields.insert("oauth_nonce", number.to_owned());
        fields.insert(name, value.to_owned());
        let page = server.open(&post_signed(&server, &fields).await).await;
        assert!(!page.body.contains("Get my badge"), "{name}={value}");
    }
    assert_eq!(server.counts().await.awards, 0);
}

/// A launch of LTI 1.3 that says who was who; `sign` signs the text of the claim.
async fn migrate(server: &Server, link: &str, subject: &str, claim_of: impl FnOnce(&str) -> Value) -> Answer {
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::RESOURCE_LINK] = json!({ "id": link });
    claims[claim::SUB] = json!(subject);
    let number = |name| claims[name].to_string().replace('"', "");
    let text = [
        KEY,
        &number(claim::DEPLOYMENT_ID),
        &number(claim::ISS),
        &number(claim::AUD),
        &number(claim::EXP),
        &number(claim::NONCE),
    ]
    .join("&");
    claims[claim::LTI1P1] = claim_of(&text);
    let token = server.platform.sign(&claims);
    server
        .open(&server.post(&token, &login.state, Some(&login)).await)
        .await
}

fn mac(secret: &str, text: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    STANDARD.encode(hmac::sign(&key, text.as_bytes()))
}

fn signed_claim(text: &str) -> Value {
    json!({ "oauth_consumer_key": KEY, "oauth_consumer_key_sign": mac(SECRET, text), "user_id": "34",
            "resource_link_id": "old-1" })
}

async fn subjects(server: &Server) -> Vec<String> {
    sqlx::query_scalar("SELECT subject FROM awards ORDER BY subject")
        .fetch_all(&server.app.db)
        .await
        .unwrap()
}

async fn links(server: &Server) -> Vec<(String, String)> {
    let mut links: Vec<_> = placements::list(&server.app.db)
        .await
        .unwrap()
        .into_iter()
        .map(|placement| (placement.deployment_id, placement.resource_link_id))
        .collect();
    links.sort();
    links
}

fn link(deployment: &str, link: &str) -> (String, String) {
    (deployment.to_owned(), link.to_owned())
}

#[tokio::test]
async fn s2_21_a_signed_migration_claim_brings_placement_and_award_along() {
    let server = start().await;
    server.open(&post_signed(&server, &launch(&server)).await).await;
    let page = migrate(&server, "new-1", "7", signed_claim).await;
    assert!(page.body.contains("Get my badge"), "{}", page.body);
    assert_eq!(subjects(&server).await, ["7"]);
    assert_eq!(links(&server).await, [link("1", "badge-1"), link("1", "new-1")]);
    assert_eq!(server.counts().await.awards, 1);
}

#[tokio::test]
async fn s2_21_a_migration_claim_without_the_secret_moves_nothing() {
    let server = start().await;
    server.open(&post_signed(&server, &launch(&server)).await).await;
    let before = (links(&server).await, subjects(&server).await);
    let unsigned =
        |_: &str| json!({ "oauth_consumer_key": KEY, "user_id": "34", "resource_link_id": "old-1" });
    let with = |signature: String, key: &str| {
        json!({ "oauth_consumer_key": key, "oauth_consumer_key_sign": signature, "user_id": "34",
                "resource_link_id": "old-1" })
    };
    migrate(&server, "new-1", "7", unsigned).await;
    migrate(&server, "new-1", "7", |text| with(mac("another", text), KEY)).await;
    migrate(&server, "new-1", "7", |text| {
        with(mac(SECRET, &format!("{text}x")), KEY)
    })
    .await;
    migrate(&server, "new-1", "7", |text| {
        with(mac(SECRET, text), "another-key")
    })
    .await;
    migrate(&server, "new-1", "7", |_| with("no base64!".to_owned(), KEY)).await;
    assert_eq!((links(&server).await, subjects(&server).await), before);
}

#[tokio::test]
async fn s2_21_what_somebody_became_is_settled_once() {
    let server = start().await;
    let mut fields = launch(&server);
    server.open(&post_signed(&server, &fields).await).await;
    migrate(&server, "new-1", "7", signed_claim).await;
    // The same person earns again under LTI 1.1, and another claims to have been that person.
    let mut placement = placements::list(&server.app.db).await.unwrap().remove(0);
    placement.id = "again".to_owned();
    placement.deployment_id = legacy::DEPLOYMENT.to_owned();
    placement.resource_link_id = "old-1".to_owned();
    placements::upsert(&server.app.db, &placement).await.unwrap();
    fields.insert("oauth_nonce", "n-2".to_owned());
    server.open(&post_signed(&server, &fields).await).await;
    assert_eq!(subjects(&server).await, ["7", "lti-1.1:34"]);
    migrate(&server, "new-2", "8", signed_claim).await;
    assert_eq!(subjects(&server).await, ["7", "lti-1.1:34"]);
    assert!(links(&server).await.contains(&link(legacy::DEPLOYMENT, "old-1")));
}

#[tokio::test]
async fn s2_21_what_the_person_has_already_is_not_lost_and_not_doubled() {
    let server = start().await;
    server.open(&post_signed(&server, &launch(&server)).await).await;
    // Somebody has the same badge under LTI 1.3 before the platform says that they were 34.
    let login = server.login().await;
    server.open(&server.launch(&login).await).await;
    migrate(&server, "new-1", "4", signed_claim).await;
    assert_eq!(subjects(&server).await, ["4", "lti-1.1:34"]);
}
