//! A platform registers by itself, at an invitation: once, as itself, and with nothing lost.

use std::{fs, sync::Arc};

use axum::http::StatusCode;
use plugin_server::db::{
    deployments, pending_deployments, placements,
    registrations::{self, Registration},
};
use serde_json::{Value, json};
use time::Duration;
use url::form_urlencoded;

use crate::support::{
    Answer, House,
    registrar::{CONFIGURATION, ORIGIN, Registrar, configuration, registered},
};

const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.the-platforms-token.c2ln";

/// A house that reaches one platform.
async fn house() -> (House, Arc<Registrar>) {
    let mut house = House::new().await;
    let registrar = Arc::<Registrar>::default();
    house.app.http = Arc::<Registrar>::clone(&registrar);
    (house, registrar)
}

/// The path of a new invitation, made by the form.
async fn invite(house: &House, fields: &[(&str, &str)]) -> String {
    let form = "/admin/registrations/invite";
    let page = house.administrator().await.submit(form, form, fields).await;
    assert_eq!(page.status, StatusCode::OK);
    let html = page.text();
    let (_, rest) = html
        .split_once("/lti/register/")
        .expect("the page shows the address");
    let token: String = rest.chars().take_while(|c| !matches!(c, '<' | '"')).collect();
    assert_eq!(token.len(), 43);
    format!("/lti/register/{token}")
}

async fn named(house: &House) -> String {
    invite(
        house,
        &[
            ("platform", "http://127.0.0.1:8090/admin"),
            ("person", "name"),
            ("teachers_may", "make"),
        ],
    )
    .await
}

/// The page as the platform opens it.
async fn open(house: &House, path: &str) -> Answer {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("openid_configuration", CONFIGURATION)
        .append_pair("registration_token", TOKEN)
        .finish();
    house.browser().get(&format!("{path}?{query}")).await
}

/// What its button sends.
async fn agree(house: &House, path: &str) -> Answer {
    let fields = [
        ("openid_configuration", CONFIGURATION),
        ("registration_token", TOKEN),
    ];
    house.browser().post(path, &fields).await
}

async fn only(house: &House) -> Registration {
    let mut all = registrations::list(&house.app.db).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[tokio::test]
async fn a_platform_registers_at_an_invitation_and_nobody_copies_anything() {
    let (house, registrar) = house().await;
    let path = named(&house).await;

    let page = open(&house, &path).await;
    assert_eq!(page.status, StatusCode::OK);
    for said in [
        "127.0.0.1",
        ORIGIN,
        "moodle 4.5.5+ (Build: 20250613)",
        "members of a course",
        "Names",
    ] {
        assert!(page.text().contains(said), "{said}");
    }
    assert!(registrar.registrations().is_empty(), "looking registers nothing");

    let done = agree(&house, &path).await;
    assert_eq!(done.status, StatusCode::OK);
    assert!(done.text().contains("pending. Press “Activate”"));
    let [(sent, authorization)] = &registrar.registrations()[..] else {
        panic!("one registration is sent");
    };
    assert_eq!(authorization.as_deref(), Some(format!("Bearer {TOKEN}").as_str()));
    assert_eq!(sent["client_name"], "Open badge");
    assert_eq!(sent["client_name#fr"], "Badge ouvert");
    assert_eq!(sent["logo_uri"], "http://127.0.0.1:8080/static/icon.svg");
    let lti = &sent["https://purl.imsglobal.org/spec/lti-tool-configuration"];
    assert_eq!(
        lti["claims"],
        json!(["iss", "sub", "name", "given_name", "family_name"])
    );
    assert_eq!(
        lti["custom_parameters"],
        json!({ "context_history": "$Context.id.history" })
    );
    assert_eq!(lti["messages"][1]["type"], "LtiDeepLinkingRequest");

    let kept = only(&house).await;
    assert_eq!((kept.issuer.as_str(), kept.client_id.as_str()), (ORIGIN, "abc"));
    assert_eq!(kept.token_url, "http://127.0.0.1:8090/mod/lti/token.php");
    assert_eq!(kept.product_family.as_deref(), Some("moodle"));
    assert!(
        kept.scopes
            .as_deref()
            .unwrap()
            .contains("contextmembership.readonly")
    );
    assert_eq!(kept.teachers_may, "make");
    assert!(kept.is_waiting());
    assert!(
        deployments::find(&house.app.db, &kept.id, "7")
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn names_and_addresses_of_people_are_not_asked_for_unless_the_administrator_says_so() {
    let (house, registrar) = house().await;
    let path = invite(&house, &[]).await;
    assert!(
        open(&house, &path)
            .await
            .text()
            .contains("No names, no e-mail addresses")
    );
    agree(&house, &path).await;
    let (sent, _) = &registrar.registrations()[0];
    let lti = &sent["https://purl.imsglobal.org/spec/lti-tool-configuration"];
    assert_eq!(lti["claims"], json!(["iss", "sub"]));
}

#[tokio::test]
async fn the_page_closes_for_the_platform_alone_by_a_script_of_its_own_and_a_button() {
    let (house, _registrar) = house().await;
    let path = named(&house).await;
    let ask = open(&house, &path).await;
    let policy = ask.header("content-security-policy");
    assert!(policy.ends_with(&format!("frame-ancestors {ORIGIN}")), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
    let done = agree(&house, &path).await;
    let policy = done.header("content-security-policy");
    assert!(policy.ends_with(&format!("frame-ancestors {ORIGIN}")), "{policy}");
    assert!(policy.contains("script-src 'self'"), "{policy}");
    assert!(
        done.text()
            .contains(&format!("id=\"close\" data-origin=\"{ORIGIN}\""))
    );
    let script = house.browser().get("/static/close.js").await.text();
    assert!(script.contains("org.imsglobal.lti.close") && !script.contains("\"*\""));
}

#[tokio::test]
async fn neither_token_is_kept() {
    let (house, _registrar) = house().await;
    let path = named(&house).await;
    agree(&house, &path).await;
    let secret = path.strip_prefix("/lti/register/").unwrap();
    for file in fs::read_dir(house.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("the-platforms-token") && !text.contains(secret));
    }
}

#[tokio::test]
async fn an_invitation_works_once() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    assert_eq!(agree(&house, &path).await.status, StatusCode::OK);
    for answer in [open(&house, &path).await, agree(&house, &path).await] {
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.text().contains("invite-used"));
    }
    assert_eq!(registrar.registrations().len(), 1);
}

#[tokio::test]
async fn two_submissions_at_once_make_one_registration() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    let (one, two) = tokio::join!(agree(&house, &path), agree(&house, &path));
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::CONFLICT]);
    assert_eq!(registrar.registrations().len(), 1);
    assert_eq!(house.rows("registrations").await, 1);
}

#[tokio::test]
async fn an_invitation_that_somebody_is_using_is_not_used_by_anybody_else() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    registrar.state().is_slow = true;
    let second = async {
        while registrar.registrations().is_empty() {
            tokio::task::yield_now().await;
        }
        let refused = agree(&house, &path).await;
        registrar.state().is_slow = false;
        refused
    };
    let (first, second) = tokio::join!(agree(&house, &path), second);
    assert_eq!(first.status, StatusCode::OK);
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("registration-under-way"));
    assert_eq!(registrar.registrations().len(), 1);
}

#[tokio::test]
async fn an_invitation_that_ended_or_never_was_asks_nothing_of_the_network() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    house.wait(Duration::days(7));
    let late = open(&house, &path).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.text().contains("invite-expired"));
    let unknown = open(&house, "/lti/register/nobody-made-this").await;
    assert!(unknown.text().contains("invite-unknown"));
    assert!(registrar.state().asked.is_empty());
}

#[tokio::test]
async fn an_invitation_that_was_withdrawn_is_unknown() {
    let (house, _registrar) = house().await;
    let path = named(&house).await;
    let mut administrator = house.administrator().await;
    let list = administrator.get("/admin/registrations").await.text();
    assert!(list.contains("For 127.0.0.1, until 29 November 2026."), "{list}");
    let (_, rest) = list.split_once("/admin/registrations/invites/").unwrap();
    let id = rest.split('/').next().unwrap();
    let withdraw = format!("/admin/registrations/invites/{id}/withdraw");
    administrator.submit("/admin/registrations", &withdraw, &[]).await;
    assert!(open(&house, &path).await.text().contains("invite-unknown"));
}

#[tokio::test]
async fn an_invitation_for_one_platform_is_refused_to_another() {
    let (house, registrar) = house().await;
    let path = invite(&house, &[("platform", "moodle.univ.example")]).await;
    for answer in [open(&house, &path).await, agree(&house, &path).await] {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.text().contains("platform-not-invited"));
    }
    assert!(registrar.registrations().is_empty());
}

#[tokio::test]
async fn a_platform_that_the_administrator_did_not_name_waits_for_approval() {
    let (house, _registrar) = house().await;
    let path = invite(&house, &[]).await;
    assert!(
        open(&house, &path)
            .await
            .text()
            .contains("The invitation named no platform")
    );
    agree(&house, &path).await;
    let kept = only(&house).await;
    assert!(
        deployments::list(&house.app.db, &kept.id)
            .await
            .unwrap()
            .is_empty()
    );
    let waiting = pending_deployments::list(&house.app.db, &kept.id).await.unwrap();
    assert_eq!(waiting[0].deployment_id, "7");
}

#[tokio::test]
async fn a_refusal_is_told_in_the_platforms_words_and_leaves_the_invitation() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    registrar.state().registration = (401, "token_already_used <b>by you</b>".to_owned());
    let refused = agree(&house, &path).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let html = refused.text();
    assert!(html.contains("registration-refused"), "{html}");
    assert!(html.contains("token_already_used &#60;b&#62;by you"), "{html}");
    assert_eq!(house.rows("registrations").await, 0);

    registrar.state().registration = (200, registered("abc", None));
    assert_eq!(agree(&house, &path).await.status, StatusCode::OK);
    assert_eq!(only(&house).await.client_id, "abc");
}

#[tokio::test]
async fn a_platform_that_does_not_answer_is_told_so_and_leaves_the_invitation() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    registrar.state().is_down = true;
    for answer in [open(&house, &path).await, agree(&house, &path).await] {
        assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
        assert!(answer.text().contains("platform-unreachable"));
    }
    registrar.state().is_down = false;
    assert_eq!(agree(&house, &path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_description_that_cannot_be_trusted_registers_nothing() {
    let with = |member: &str, value: &str| {
        let mut document = configuration();
        document[member] = value.into();
        document
    };
    for (status, document, code) in [
        (404, configuration(), "configuration-refused"),
        (200, Value::Null, "configuration-malformed"),
        (
            200,
            with("issuer", "https://moodle.example"),
            "configuration-address-foreign",
        ),
        (
            200,
            with("registration_endpoint", "http://10.0.0.1/"),
            "configuration-address-foreign",
        ),
        (
            200,
            with("jwks_uri", "https://127.0.0.1/keys"),
            "configuration-address-foreign",
        ),
    ] {
        let (house, registrar) = house().await;
        let path = named(&house).await;
        registrar.state().configuration = (status, document);
        for answer in [open(&house, &path).await, agree(&house, &path).await] {
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{code}");
            assert!(answer.text().contains(code), "{code}: {}", answer.text());
        }
        assert!(registrar.registrations().is_empty(), "{code}");
    }
}

#[tokio::test]
async fn an_address_opened_by_a_person_says_where_it_belongs() {
    let (house, registrar) = house().await;
    let path = named(&house).await;
    let answer = house.browser().get(&path).await;
    assert!(answer.text().contains("registration-not-from-platform"));
    assert!(answer.text().contains("Manage tools"));
    assert!(registrar.state().asked.is_empty());
}

/// A platform that registered, has a placement, and was named and configured by hand since.
async fn settled(house: &House) -> Registration {
    let path = named(house).await;
    agree(house, &path).await;
    let mut kept = only(house).await;
    kept.name = "Moodle of the faculty".to_owned();
    kept.teachers_may = "choose".to_owned();
    kept.status = "active".to_owned();
    registrations::upsert(&house.app.db, &kept).await.unwrap();
    kept
}

#[tokio::test]
async fn registering_again_keeps_what_there_is_and_takes_what_is_new() {
    let (house, registrar) = house().await;
    let before = settled(&house).await;
    let answer = json!({ "client_id": "abc", "scope": "openid" });
    registrar.state().registration = (200, answer.to_string());
    let path = named(&house).await;
    assert!(open(&house, &path).await.text().contains("connected already"));
    let done = agree(&house, &path).await;
    assert!(done.text().contains("It was connected before"));
    let after = only(&house).await;
    assert_eq!(after.id, before.id);
    assert_eq!(after.name, "Moodle of the faculty");
    assert_eq!(
        (after.teachers_may.as_str(), after.status.as_str()),
        ("choose", "active")
    );
    assert_eq!(after.scopes.as_deref(), Some("openid"));
    assert!(
        deployments::find(&house.app.db, &after.id, "7")
            .await
            .unwrap()
            .is_some()
    );
    assert!(placements::list(&house.app.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn addresses_of_a_platform_change_only_at_an_invitation_for_that_platform() {
    let (house, registrar) = house().await;
    let before = settled(&house).await;
    let mut moved = configuration();
    moved["jwks_uri"] = "http://127.0.0.1:8090/pluginfile.php/7/keys.json".into();
    registrar.state().configuration = (200, moved);

    let path = named(&house).await;
    let refused = agree(&house, &path).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("registration-addresses-changed"));
    assert_eq!(only(&house).await.jwks_url, before.jwks_url);

    let path = invite(&house, &[("registration", before.id.as_str())]).await;
    assert_eq!(agree(&house, &path).await.status, StatusCode::OK);
    assert!(
        only(&house)
            .await
            .jwks_url
            .ends_with("/pluginfile.php/7/keys.json")
    );
}

#[tokio::test]
async fn a_description_of_canvas_is_at_an_address_and_names_this_server() {
    let house = House::new().await;
    let described = house
        .browser()
        .get_as("/lti/canvas.json", "application/json")
        .await
        .json();
    assert_eq!(
        described["oidc_initiation_url"],
        "http://127.0.0.1:8080/lti/login"
    );
    assert_eq!(described["public_jwk_url"], "http://127.0.0.1:8080/lti/jwks.json");
    assert_eq!(described["extensions"][0]["privacy_level"], "anonymous");
    let placements = &described["extensions"][0]["settings"]["placements"];
    assert_eq!(placements[0]["message_type"], "LtiDeepLinkingRequest");
}

#[tokio::test]
async fn every_platform_has_its_own_page_of_what_to_copy() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    for (platform, field) in [
        ("moodle", "Initiate login URL"),
        ("openedx", "Tool Initiate Login URL (OIDC)"),
        ("canvas", "JSON URL"),
        ("desire2learn", "OpenID Connect Login URL"),
        ("blackboard", "Login Initiation URL"),
        ("sakai", "LTI 1.3 Tool OpenID Connect/Initialization Endpoint"),
    ] {
        let page = browser
            .get(&format!("/admin/registrations/paste?platform={platform}"))
            .await;
        assert_eq!(page.status, StatusCode::OK, "{platform}");
        assert!(page.text().contains(field), "{platform}");
    }
    let none = browser.get("/admin/registrations/paste?platform=none").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_block_that_open_edx_shows_fills_the_form_and_keeps_nothing() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let block = "Client ID: 6b1b\r\nDeployment ID: 1\r\n\
                 Keyset URL: https://lms.example/api/lti_consumer/v1/public_keysets/6b1b\r\n\
                 Access Token URL: https://lms.example/api/lti_consumer/v1/token/6b1b\r\n\
                 Login URL: https://lms.example/api/lti_consumer/v1/launch/";
    let form = "/admin/registrations/paste";
    let page = browser
        .submit(form, form, &[("platform", "openedx"), ("block", block)])
        .await;
    for (field, value) in [
        ("issuer", "https://lms.example"),
        ("client_id", "6b1b"),
        ("auth_url", "https://lms.example/api/lti_consumer/v1/launch/"),
        (
            "jwks_url",
            "https://lms.example/api/lti_consumer/v1/public_keysets/6b1b",
        ),
    ] {
        let filled = format!("name=\"{field}\" value=\"{value}\"");
        assert!(page.text().contains(&filled), "{field}: {}", page.text());
    }
    assert_eq!(house.rows("registrations").await, 0);
}

#[tokio::test]
async fn pages_that_connect_platforms_need_a_session_and_their_forms_its_token() {
    let (house, _registrar) = house().await;
    let id = settled(&house).await.id;
    let test = format!("/admin/registrations/{id}/test");
    for path in ["/admin/registrations/invite", "/admin/registrations/paste", &test] {
        let answer = house.browser().get(path).await;
        assert!(answer.text().contains("admin-session-needed"), "{path}");
        let mut browser = house.administrator().await;
        let answer = browser.post(path, &[("csrf", "x")]).await;
        assert!(answer.text().contains("form-expired"), "{path}");
    }
    assert_eq!(house.rows("registration_invites").await, 1);
}

#[tokio::test]
async fn a_registration_recorded_on_a_real_moodle_is_answered_as_moodle_asks_and_read_as_it_answered() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/platforms/moodle/dynamic-registration.json"
    );
    let Ok(text) = fs::read_to_string(path) else {
        eprintln!("the recording is absent; skipped");
        return;
    };
    let recording: Value = serde_json::from_str(&text).unwrap();
    let (house, registrar) = house().await;
    registrar.state().configuration = (200, recording["openid_configuration"].clone());
    registrar.state().registration = (200, recording["reply"]["body"].as_str().unwrap().to_owned());
    let path = named(&house).await;
    let token = recording["query"]["registration_token"].as_str().unwrap();
    let fields = [
        ("openid_configuration", CONFIGURATION),
        ("registration_token", token),
    ];
    let done = house.browser().post(&path, &fields).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());

    // What Moodle took from the tool that made the recording, it takes from this one.
    let (sent, authorization) = registrar.registrations().remove(0);
    assert_eq!(authorization, Some(format!("Bearer {token}")));
    let posted = &recording["posted"];
    for member in [
        "application_type",
        "response_types",
        "token_endpoint_auth_method",
        "grant_types",
    ] {
        assert_eq!(sent[member], posted[member], "{member}");
    }
    let key = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    assert_eq!(sent[key]["domain"], posted[key]["domain"]);
    assert_eq!(sent[key]["target_link_uri"], posted[key]["target_link_uri"]);
    assert_eq!(sent["redirect_uris"], posted["redirect_uris"]);
    assert_eq!(sent["scope"], posted["scope"]);

    let kept = only(&house).await;
    assert_eq!(kept.client_id, "YaPziWMhQ3qFZ63");
    assert!(
        deployments::find(&house.app.db, &kept.id, "2")
            .await
            .unwrap()
            .is_some()
    );
}
