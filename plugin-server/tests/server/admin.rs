//! The administration page: one-time link, session, forms from our own pages only.

use axum::http::StatusCode;
use plugin_server::{
    db::{
        badges, deployments, organisations,
        pending_deployments::{self, PendingDeployment},
        placements, registrations,
    },
    services::admin_access,
};
use time::Duration;

use crate::support::{Browser, House, NOW};

const PLATFORM: [(&str, &str); 7] = [
    ("name", "Moodle of the faculty"),
    ("issuer", "https://moodle.univ.example"),
    ("client_id", "abc"),
    ("auth_url", "https://moodle.univ.example/mod/lti/auth.php"),
    ("token_url", "https://moodle.univ.example/mod/lti/token.php"),
    ("jwks_url", "https://moodle.univ.example/mod/lti/certs.php"),
    ("deployments", "1"),
];

/// The page of the organisation that was made first.
async fn organisation_page(house: &House) -> String {
    let first = organisations::first(&house.app.db).await.unwrap().unwrap();
    format!("/admin/organisations/{}", first.id)
}

fn token(link: &str) -> &str {
    link.split_once("token=").unwrap().1
}

#[tokio::test]
async fn a_one_time_link_works_once() {
    let house = House::new().await;
    let link = admin_access::new_link(&house.app).await.unwrap();
    let mut browser = house.browser();
    let first = browser.post("/admin/enter", &[("token", token(&link))]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/admin").await.status, StatusCode::OK);
    let mut other = house.browser();
    let second = other.post("/admin/enter", &[("token", token(&link))]).await;
    assert_eq!(second.status, StatusCode::FORBIDDEN);
    assert!(second.text().contains("admin-link-used"));
    assert!(other.cookies.is_empty());
}

#[tokio::test]
async fn looking_at_the_link_does_not_use_it_up() {
    let house = House::new().await;
    let link = admin_access::new_link(&house.app).await.unwrap();
    let mut browser = house.browser();
    assert_eq!(
        browser
            .get(&format!("/admin?token={}", token(&link)))
            .await
            .status,
        StatusCode::OK
    );
    assert_eq!(
        browser
            .post("/admin/enter", &[("token", token(&link))])
            .await
            .status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_link_expires() {
    let house = House::new().await;
    let link = admin_access::new_link(&house.app).await.unwrap();
    house.clock.set(NOW + Duration::hours(1) + Duration::SECOND);
    let answer = house
        .browser()
        .post("/admin/enter", &[("token", token(&link))])
        .await;
    assert!(answer.text().contains("admin-link-used"));
}

#[tokio::test]
async fn a_session_expires_and_can_be_left() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    assert_eq!(browser.get("/admin").await.status, StatusCode::OK);
    let mut kept = browser.clone();
    browser.submit("/admin", "/admin/leave", &[]).await;
    let answer = kept.get("/admin").await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.text().contains("admin-session-needed"));
    let mut browser = house.administrator().await;
    house.clock.set(NOW + Duration::hours(13));
    assert_eq!(browser.get("/admin").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn only_hashes_of_tokens_are_kept() {
    let house = House::new().await;
    let link = admin_access::new_link(&house.app).await.unwrap();
    let kept: Vec<String> = sqlx::query_scalar("SELECT token_hash FROM admin_links")
        .fetch_all(&house.app.db)
        .await
        .unwrap();
    assert!(!kept.iter().any(|hash| hash == token(&link)));
    let browser = house.administrator().await;
    let kept: Vec<String> = sqlx::query_scalar("SELECT token_hash FROM admin_sessions")
        .fetch_all(&house.app.db)
        .await
        .unwrap();
    assert_eq!(kept.len(), 1);
    assert!(!browser.cookies.values().any(|secret| kept.contains(secret)));
}

#[tokio::test]
async fn no_administration_page_opens_without_a_session() {
    let house = House::with_demo().await;
    let badge = house.badge().await.id;
    for path in [
        "/admin",
        "/admin/organisation",
        "/admin/organisations",
        "/admin/audit",
        "/admin/registrations",
        "/admin/registrations/new",
        "/admin/badges",
        "/admin/badges/new",
        &format!("/admin/badges/{badge}"),
        &format!("/admin/badges/{badge}/picture.png"),
        "/admin/preview.png",
        "/admin/placements",
    ] {
        let answer = house.browser().get(path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.text().contains("admin-session-needed"), "{path}");
    }
}

#[tokio::test]
async fn a_form_without_the_token_of_its_session_changes_nothing() {
    let house = House::with_demo().await;
    let mut browser = house.administrator().await;
    let mut other = house.administrator().await;
    let foreign = other.token("/admin").await;
    let before = organisations::first(&house.app.db).await.unwrap().unwrap().name;
    let placement = placements::list(&house.app.db).await.unwrap().remove(0).id;
    let organisation = organisation_page(&house).await;
    for path in [
        organisation.as_str(),
        "/admin/organisations",
        "/admin/registrations/new",
        "/admin/badges/new",
        "/admin/placements",
        "/admin/leave",
        &format!("/admin/placements/{placement}/remove"),
    ] {
        for token in ["", "x", foreign.as_str()] {
            let answer = browser
                .post(path, &[("csrf", token), ("name", "Taken over")])
                .await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(answer.text().contains("form-expired"), "{path}");
        }
    }
    assert_eq!(
        organisations::first(&house.app.db).await.unwrap().unwrap().name,
        before
    );
    assert_eq!(placements::list(&house.app.db).await.unwrap().len(), 1);
    assert_eq!(badges::list(&house.app.db).await.unwrap().len(), 1);
}

#[tokio::test]
async fn administration_pages_cannot_be_framed_or_run_scripts() {
    let house = House::new().await;
    let answer = house.administrator().await.get("/admin").await;
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("script-src"),
        "{policy}"
    );
    assert!(!answer.text().contains("<script") && !answer.text().contains("style="));
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_organisation_can_be_renamed_and_its_name_is_escaped() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let fields = [
        ("name", "Faculty <script>alert(1)</script> & Co"),
        ("url", "https://univ.example"),
    ];
    let page = organisation_page(&house).await;
    let answer = browser.submit(&page, &page, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    for page in ["/", "/admin", "/admin/organisation", "/issuers/main"] {
        let html = browser.get(page).await.text();
        assert!(!html.contains("<script"), "{page}");
        assert!(html.contains("Faculty &#60;script&#62;"), "{page}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_beside_its_field() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let fields = [("name", "Faculty"), ("url", "javascript:alert(1)")];
    let page = organisation_page(&house).await;
    let answer = browser.submit(&page, &page, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("href=\"#url\""));
}

#[tokio::test]
async fn a_platform_is_connected_by_form() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    let form = "/admin/registrations/new";
    let page = browser.get(form).await.text();
    for address in ["/lti/login", "/lti/launch", "/lti/jwks.json"] {
        assert!(
            page.contains(&format!("http://127.0.0.1:8080{address}")),
            "{address}"
        );
    }
    let answer = browser.submit(form, form, &PLATFORM).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let kept = registrations::list(&house.app.db).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].issuer, "https://moodle.univ.example");
    assert!(
        browser
            .get(answer.header("location"))
            .await
            .text()
            .contains("Moodle of the faculty")
    );
    let twin = browser.submit(form, form, &PLATFORM).await;
    assert_eq!(twin.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(registrations::list(&house.app.db).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_deployment_that_waits_is_approved_by_its_button_and_no_other_is() {
    let house = House::with_demo().await;
    let registration = registrations::list(&house.app.db).await.unwrap().remove(0).id;
    let waiting = PendingDeployment {
        registration_id: registration.clone(),
        deployment_id: "7".to_owned(),
        platform_name: Some("Moodle <b>of</b> the faculty".to_owned()),
        context_title: Some("Workshop safety".to_owned()),
        first_seen_at: NOW.unix_timestamp(),
        last_seen_at: NOW.unix_timestamp(),
    };
    pending_deployments::upsert(&house.app.db, &waiting)
        .await
        .unwrap();
    let mut browser = house.administrator().await;
    let page = format!("/admin/registrations/{registration}");
    let html = browser.get(&page).await.text();
    assert!(
        html.contains("Workshop safety") && html.contains("Moodle &#60;b&#62;of"),
        "{html}"
    );

    let approve = format!("{page}/approve");
    let never_seen = browser.submit(&page, &approve, &[("deployment", "8")]).await;
    assert_eq!(never_seen.status, StatusCode::NOT_FOUND);
    assert!(
        deployments::find(&house.app.db, &registration, "8")
            .await
            .unwrap()
            .is_none()
    );

    let approved = browser.submit(&page, &approve, &[("deployment", "7")]).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER);
    assert!(
        deployments::find(&house.app.db, &registration, "7")
            .await
            .unwrap()
            .is_some()
    );
    assert!(!browser.get(&page).await.text().contains("Workshop safety"));
}

#[tokio::test]
async fn the_addresses_of_a_platform_are_https() {
    let house = House::new().await;
    let mut browser = house.administrator().await;
    for field in ["auth_url", "token_url", "jwks_url"] {
        for address in ["http://moodle.univ.example/x", "file:///etc/passwd", "moodle", ""] {
            let fields: Vec<_> = PLATFORM
                .iter()
                .map(|(name, value)| (*name, if *name == field { address } else { value }))
                .collect();
            let answer = browser
                .submit("/admin/registrations/new", "/admin/registrations/new", &fields)
                .await;
            assert_eq!(
                answer.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{field} {address}"
            );
            assert!(
                answer.text().contains(&format!("href=\"#{field}\"")),
                "{field} {address}"
            );
        }
    }
    assert!(registrations::list(&house.app.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_badge_is_placed_and_taken_off() {
    let house = House::with_demo().await;
    let mut browser = house.administrator().await;
    let registration = registrations::list(&house.app.db).await.unwrap().remove(0).id;
    let badge = house.badge().await.id;
    let fields = [
        ("registration", registration.as_str()),
        ("badge", &badge),
        ("deployment", "1"),
        ("resource_link", "quiz-9"),
        ("rule-opening", "on"),
        ("mode", "claim"),
    ];
    let answer = browser
        .submit("/admin/placements", "/admin/placements", &fields)
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let placed = placements::find(&house.app.db, &registration, "1", "quiz-9")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        placed.condition,
        r#"{"combine":"all","rules":[{"rule":"opening"}]}"#
    );
    assert!(placed.is_on);
    assert_eq!(placed.mode, "claim");
    browser
        .submit(
            "/admin/placements",
            &format!("/admin/placements/{}/remove", placed.id),
            &[],
        )
        .await;
    assert!(
        placements::find(&house.app.db, &registration, "1", "quiz-9")
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_placement_names_a_platform_and_a_badge_that_exist() {
    let house = House::with_demo().await;
    let mut browser = house.administrator().await;
    let fields = [
        ("registration", "x"),
        ("badge", "y"),
        ("deployment", ""),
        ("resource_link", ""),
    ];
    let answer = browser
        .submit("/admin/placements", "/admin/placements", &fields)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["registration", "badge", "deployment", "resource_link"] {
        assert!(answer.text().contains(&format!("href=\"#{field}\"")), "{field}");
    }
}

#[tokio::test]
async fn an_administrator_says_what_a_badge_asks_and_what_happens_then() {
    let house = House::with_demo().await;
    let mut browser = house.administrator().await;
    let page = browser.get("/admin/placements").await.text();
    assert!(
        page.contains("name=\"rule-opening\" value=\"on\" checked"),
        "{page}"
    );
    let registration = registrations::list(&house.app.db).await.unwrap().remove(0).id;
    let badge = house.badge().await.id;
    let place = async |browser: &mut Browser, asked: &[(&str, &str)]| {
        let mut fields = vec![
            ("registration", registration.as_str()),
            ("badge", badge.as_str()),
            ("deployment", "1"),
            ("resource_link", "quiz-9"),
        ];
        fields.extend(asked);
        browser
            .submit("/admin/placements", "/admin/placements", &fields)
            .await
    };
    for (asked, field) in [
        (&[("mode", "claim")][..], "setting"),
        (
            &[("rule-grade", "on"), ("minimum_percent", "0")],
            "minimum_percent",
        ),
        (
            &[("rule-grade", "on"), ("minimum_percent", "most")],
            "minimum_percent",
        ),
        (&[("rule-opening", "on"), ("mode", "automatic")], "mode-automatic"),
        (
            &[
                ("rule-grade", "on"),
                ("minimum_percent", "50"),
                ("send_score", "on"),
            ],
            "send_score",
        ),
    ] {
        let answer = place(&mut browser, asked).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{asked:?}");
        let page = answer.text();
        assert!(page.contains(&format!("href=\"#{field}\"")), "{asked:?}: {page}");
        assert!(
            page.contains(&format!("id=\"{field}\"")),
            "{asked:?}: the link leads somewhere"
        );
    }
    let asked = [
        ("rule-gated-roster", "on"),
        ("rule-grade", "on"),
        ("minimum_percent", "80"),
        ("combine", "any"),
        ("mode", "automatic"),
    ];
    assert_eq!(place(&mut browser, &asked).await.status, StatusCode::SEE_OTHER);
    let placed = placements::find(&house.app.db, &registration, "1", "quiz-9")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        placed.condition,
        r#"{"combine":"any","rules":[{"rule":"gated-roster"},{"rule":"grade","minimum_percent":80}]}"#
    );
    assert_eq!((placed.mode.as_str(), placed.send_score), ("automatic", false));
    let page = browser.get("/admin/placements").await.text();
    assert!(page.contains("Have at least 80% in this activity"), "{page}");
    assert!(
        page.contains("id=\"rule-course-completion\""),
        "what administrators set up, they can ask for"
    );
}
