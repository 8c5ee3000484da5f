//! What the world reads.

use axum::http::{Method, StatusCode};
use plugin_server::db::awards;

use crate::support::{Browser, House};

/// A learner who claimed, and the address of the public page.
async fn claimed(house: &House) -> (Browser, String, String) {
    let (mut browser, page) = house.enter(house.learner().await).await;
    browser.submit(&page, &page, &[("name", "shown")]).await;
    let entrant = house.learner().await;
    let badge = house.badge().await.id;
    let award = awards::find(&house.app.db, &badge, &entrant.registration_id, "learner-1")
        .await
        .unwrap()
        .unwrap();
    (browser, page, format!("/b/{}", award.page_id))
}

#[tokio::test]
async fn the_did_document_lists_the_key_under_the_identifier_of_this_host() {
    let house = House::new().await;
    let answer = house
        .browser()
        .get_as("/issuers/main/did.json", "application/json")
        .await;
    let document = answer.json();
    let did = "did:web:127.0.0.1%3A8080:issuers:main";
    assert_eq!(document["id"], did);
    assert_eq!(document["assertionMethod"][0], format!("{did}#key-1"));
    assert_eq!(document["verificationMethod"][0]["controller"], did);
    assert_eq!(document["verificationMethod"][0]["type"], "Multikey");
    assert!(
        document["verificationMethod"][0]["publicKeyMultibase"]
            .as_str()
            .unwrap()
            .starts_with("z6Mk")
    );
    assert_eq!(document["verificationMethod"].as_array().unwrap().len(), 1);
    assert!(!answer.text().contains("sealed"));
}

#[tokio::test]
async fn what_a_verifier_needs_is_readable_from_any_web_page() {
    let house = House::with_demo().await;
    let (mut learner, page, shared) = claimed(&house).await;
    learner
        .submit(&page, &format!("{page}/sharing"), &[("share", "yes")])
        .await;
    let badge = house.badge().await.id;
    for path in [
        "/issuers/main".to_owned(),
        "/issuers/main/did.json".to_owned(),
        format!("/badges/{badge}"),
        format!("/badges/{badge}/picture.png"),
        format!("{shared}/badge.json"),
        format!("{shared}/badge.png"),
    ] {
        let headers = [("origin", "https://cv.example"), ("accept", "application/json")];
        let answer = house.browser().request(Method::GET, &path, &headers).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "cross-origin",
            "{path}"
        );
    }
    let preflight = [
        ("origin", "https://cv.example"),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "accept"),
    ];
    let answer = house
        .browser()
        .request(Method::OPTIONS, "/issuers/main/did.json", &preflight)
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn private_pages_are_not_readable_from_other_web_pages() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    let answer = browser
        .request(Method::GET, &page, &[("origin", "https://cv.example")])
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("access-control-allow-origin"), "");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
}

#[tokio::test]
async fn the_profile_and_the_achievement_are_json_for_programs_and_pages_for_people() {
    let house = House::with_demo().await;
    let badge = house.badge().await;
    let mut browser = house.browser();
    let profile = browser.get_as("/issuers/main", "application/json").await.json();
    assert_eq!(profile["type"][0], "Profile");
    let path = format!("/badges/{}", badge.id);
    let achievement = browser.get_as(&path, "application/json").await.json();
    assert_eq!(achievement["id"], format!("http://127.0.0.1:8080{path}"));
    assert_eq!(achievement["criteria"]["narrative"], badge.criteria);
    assert!(
        browser
            .get("/issuers/main")
            .await
            .text()
            .contains("<!doctype html>")
    );
    assert!(browser.get(&path).await.text().contains("<li>prepare a drawing"));
}

#[tokio::test]
async fn a_badge_is_not_public_until_its_holder_shares_it_and_no_longer_after() {
    let house = House::with_demo().await;
    let (mut learner, page, shared) = claimed(&house).await;
    let mut stranger = house.browser();
    let never = stranger.get("/b/AAAAAAAAAAAAAAAAAAAAAA").await;
    let before = stranger.get(&shared).await;
    assert_eq!((before.status, before.text()), (StatusCode::OK, never.text()));
    learner
        .submit(&page, &format!("{page}/sharing"), &[("share", "yes")])
        .await;
    let html = stranger.get(&shared).await.text();
    assert!(html.contains("Laser cutter, level 1") && html.contains("22 November 2026"));
    assert!(
        learner
            .get(&page)
            .await
            .text()
            .contains(&format!("http://127.0.0.1:8080{shared}"))
    );
    learner
        .submit(&page, &format!("{page}/sharing"), &[("share", "no")])
        .await;
    assert_eq!(stranger.get(&shared).await.text(), never.text());
    assert_eq!(
        stranger.get(&format!("{shared}/badge.json")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_shared_page_stays_out_of_search_engines_and_does_not_name_its_holder() {
    let house = House::with_demo().await;
    let (mut learner, page, shared) = claimed(&house).await;
    learner
        .submit(&page, &format!("{page}/sharing"), &[("share", "yes")])
        .await;
    let answer = house.browser().get(&shared).await;
    assert_eq!(answer.header("x-robots-tag"), "noindex");
    assert!(!answer.text().contains("Learner One"));
}

#[tokio::test]
async fn the_verification_page_may_run_webassembly_and_nothing_inline() {
    let house = House::new().await;
    let answer = house.browser().get("/verify").await;
    if answer.status == StatusCode::SERVICE_UNAVAILABLE {
        assert!(
            answer.text().contains("cargo xtask run"),
            "without its build, the page says what to type"
        );
        return;
    }
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains("script-src 'self' 'wasm-unsafe-eval'") && !policy.contains("unsafe-inline"),
        "{policy}"
    );
    assert!(
        policy.contains("object-src 'none'") && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );
    let permissions = answer.header("permissions-policy");
    assert!(permissions.contains("camera=(self)"), "{permissions}");
}

#[tokio::test]
async fn what_keeps_the_verification_page_for_a_day_without_network_reads_from_this_server_alone() {
    let house = House::new().await;
    let answer = house.browser().get("/offline.js").await;
    if answer.status == StatusCode::NOT_FOUND {
        // The widget was not built, as the page itself then says.
        let page = house.browser().get("/verify").await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        return;
    }
    assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(
        answer.header("content-security-policy"),
        "default-src 'none'; connect-src 'self'"
    );
    // Browsers look for a newer one at every visit, and must not be answered from a store.
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn an_error_is_a_page_or_json_in_the_visitors_language() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.language = "fr";
    let page = browser.get("/nowhere").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.text().contains("Il n’y a rien à cette adresse"));
    let document = browser.get_as("/nowhere", "application/json").await.json();
    assert_eq!(document["error"]["code"], "not-found");
}

#[tokio::test]
async fn the_demonstration_can_be_seeded_again() {
    let house = House::with_demo().await;
    plugin_server::services::demo::seed(&house.app, &"http://127.0.0.1:8081".parse().unwrap())
        .await
        .unwrap();
    assert_eq!(
        plugin_server::db::badges::list(&house.app.db)
            .await
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        plugin_server::db::registrations::list(&house.app.db)
            .await
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        plugin_server::db::placements::list(&house.app.db)
            .await
            .unwrap()
            .len(),
        1
    );
}
