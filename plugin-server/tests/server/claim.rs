//! The learner's page: who gets the badge, once, and files that verify.

use axum::http::StatusCode;
use openbadges::{
    bake,
    limits::Limits,
    verify::{CheckId, Document, Evidence, Outcome, Policy, Report, State, Verdict, verify},
};
use plugin_server::{
    db::{awards, credentials},
    services::{
        launches::{Entrant, Role},
        pictures::{self, Colour, Shape},
    },
};
use sha2::{Digest, Sha256};
use time::Duration;

use crate::support::{Browser, House, NOW};

async fn claim(browser: &mut Browser, page: &str, fields: &[(&str, &str)]) {
    let answer = browser.submit(page, page, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn credential(browser: &mut Browser, page: &str) -> serde_json::Value {
    browser.get(&format!("{page}/badge.json")).await.json()
}

/// What a stranger finds out about a file with the issuer's DID document and nothing else.
async fn read(house: &House, file: &[u8]) -> Report {
    let mut evidence = Evidence::new();
    let body = house.browser().get("/issuers/main/did.json").await.bytes;
    let answered = Document::Answered {
        status: 200,
        content_type: None,
        body,
    };
    evidence.insert("http://127.0.0.1:8080/issuers/main/did.json", answered);
    let mut policy = Policy::default();
    policy.allow_loopback_http = true;
    verify(file, &evidence, NOW, &policy)
}

#[tokio::test]
async fn a_badge_in_another_picture_says_so_without_the_network() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(&mut browser, &page, &[]).await;
    let other = pictures::draw("Another badge", Shape::Circle, Colour::Red).unwrap();
    for (file, other) in [("badge.png", other.png), ("badge.svg", other.svg.unwrap())] {
        let own = browser.get(&format!("{page}/{file}")).await.bytes;
        let code = |report: &Report| report.check(CheckId::Image).unwrap().code.as_str();
        assert_eq!(code(&read(&house, &own).await), "image-matches", "{file}");
        let credential = bake::unbake(&own, &Limits::default()).unwrap().payload;
        let moved = read(&house, &bake::bake(&other, &credential).unwrap()).await;
        assert_eq!(code(&moved), "image-differs", "{file}");
        assert_eq!(moved.state, State::Caution, "{file}");
    }
}

#[tokio::test]
async fn the_drawing_of_a_badge_runs_nothing_when_it_is_opened_by_itself() {
    let house = House::with_demo().await;
    let badge = house.badge().await;
    let drawing = house
        .browser()
        .get(&format!("/badges/{}/picture.svg", badge.id))
        .await;
    assert_eq!(drawing.header("content-type"), "image/svg+xml");
    assert!(drawing.header("content-security-policy").ends_with("sandbox"));
    assert_eq!(Some(drawing.bytes), badge.picture_svg);
}

#[tokio::test]
async fn a_learner_takes_home_files_that_verify() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(&mut browser, &page, &[("name", "shown"), ("proof", "email")]).await;
    for (file, media_type) in [
        ("badge.png", "image/png"),
        ("badge.svg", "image/svg+xml"),
        ("badge.json", "application/vc+ld+json"),
    ] {
        let answer = browser.get(&format!("{page}/{file}")).await;
        assert_eq!(answer.header("content-type"), media_type);
        let report = read(&house, &answer.bytes).await;
        assert_eq!(report.verdict, Verdict::Verified, "{file}: {report:?}");
        assert_eq!(
            report.check(CheckId::IssuerBinding).unwrap().outcome,
            Outcome::Passed,
            "{file}"
        );
    }
}

#[tokio::test]
async fn a_download_is_saved_under_the_name_of_the_badge() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(&mut browser, &page, &[]).await;
    let answer = browser.get(&format!("{page}/badge.png")).await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"Laser cutter level 1.png\"; filename*=UTF-8''Laser%20cutter%20level%201.png"
    );
}

#[tokio::test]
async fn a_badge_claimed_twice_is_the_same_badge() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    let token = browser.token(&page).await;
    claim(&mut browser, &page, &[("name", "shown"), ("proof", "email")]).await;
    let first = browser.get(&format!("{page}/badge.json")).await.bytes;
    let again = browser.post(&page, &[("csrf", &token), ("name", "none")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get(&format!("{page}/badge.json")).await.bytes, first);
    let (mut later, page) = house.enter(house.learner().await).await;
    assert!(
        later.get(&page).await.text().contains("badge.png"),
        "a new launch finds the claimed badge"
    );
    assert_eq!(later.get(&format!("{page}/badge.json")).await.bytes, first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_claims_at_once_are_one_award_and_one_credential() {
    let house = House::with_demo().await;
    let mut tasks = Vec::new();
    for _ in 0..50 {
        let (mut browser, page) = house.enter(house.learner().await).await;
        tasks.push(tokio::spawn(async move {
            let token = browser.token(&page).await;
            let answer = browser.post(&page, &[("csrf", &token), ("name", "shown")]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
            credential(&mut browser, &page).await
        }));
    }
    let mut documents = Vec::new();
    for task in tasks {
        documents.push(task.await.unwrap());
    }
    assert!(documents.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(house.rows("awards").await, 1);
    assert_eq!(house.rows("credentials").await, 1);
}

#[tokio::test]
async fn the_award_keeps_the_rule_and_what_it_saw() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    browser.get(&page).await;
    let entrant = house.learner().await;
    let badge = house.badge().await;
    let award = awards::find(&house.app.db, &badge.id, &entrant.registration_id, "learner-1")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(award.rule, "opening");
    assert_eq!(award.awarded_at, NOW.unix_timestamp());
    let evidence: serde_json::Value = serde_json::from_str(&award.evidence).unwrap();
    let seen = &evidence["seen"][0];
    assert_eq!(seen["rule"], "opening");
    assert_eq!(seen["source"], "launch");
    assert_eq!(seen["launch"], page.trim_start_matches("/claim/"));
    assert_eq!(seen["launched_at"], NOW.unix_timestamp());
    assert!(!award.evidence.contains("univ.example") && !award.evidence.contains("Learner One"));
}

#[tokio::test]
async fn the_same_learner_of_another_platform_is_another_learner() {
    let house = House::with_demo().await;
    plugin_server::services::demo::seed(&house.app, &"http://127.0.0.1:9999".parse().unwrap())
        .await
        .unwrap();
    let registrations = plugin_server::db::registrations::list(&house.app.db)
        .await
        .unwrap();
    let mut ids = Vec::new();
    for registration in &registrations {
        let entrant = Entrant {
            registration_id: registration.id.clone(),
            ..house.learner().await
        };
        let (mut browser, page) = house.enter(entrant).await;
        claim(&mut browser, &page, &[]).await;
        ids.push(credential(&mut browser, &page).await["id"].clone());
    }
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn staff_see_a_preview_and_earn_nothing() {
    let house = House::with_demo().await;
    let (mut browser, page) = house
        .enter(Entrant {
            role: Role::Staff,
            ..house.learner().await
        })
        .await;
    let html = browser.get(&page).await.text();
    assert!(html.contains("this is a preview") && !html.contains("<form"));
    refused(&house, &mut browser, &page).await;
}

#[tokio::test]
async fn an_anonymous_launch_is_shown_and_never_issued() {
    let house = House::with_demo().await;
    let (mut browser, page) = house
        .enter(Entrant {
            subject: None,
            ..house.learner().await
        })
        .await;
    assert!(
        browser
            .get(&page)
            .await
            .text()
            .contains("did not tell us who you are")
    );
    refused(&house, &mut browser, &page).await;
}

#[tokio::test]
async fn someone_who_is_not_a_learner_earns_nothing() {
    let house = House::with_demo().await;
    let (mut browser, page) = house
        .enter(Entrant {
            role: Role::Other,
            ..house.learner().await
        })
        .await;
    assert!(
        browser
            .get(&page)
            .await
            .text()
            .contains("you are not one of them")
    );
    refused(&house, &mut browser, &page).await;
}

/// With the right token of its own session, this person still gets nothing.
async fn refused(house: &House, browser: &mut Browser, page: &str) {
    let secret = browser.cookies.values().next().unwrap().clone();
    let token = plugin_server::csrf::token(&secret);
    let answer = browser.post(page, &[("csrf", &token)]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.text().contains("nothing-earned"));
    assert_eq!(house.rows("awards").await, 0);
}

#[tokio::test]
async fn an_activity_without_a_badge_says_so() {
    let house = House::with_demo().await;
    let entrant = Entrant {
        resource_link_id: "quiz-9".to_owned(),
        ..house.learner().await
    };
    let (mut browser, page) = house.enter(entrant.clone()).await;
    assert!(browser.get(&page).await.text().contains("No badge here yet"));
    let (mut staff, page) = house
        .enter(Entrant {
            role: Role::Staff,
            ..entrant
        })
        .await;
    assert!(
        staff.get(&page).await.text().contains("<code>quiz-9</code>"),
        "staff read what to tell the administrator"
    );
}

#[tokio::test]
async fn the_page_speaks_the_language_of_the_launch_until_the_learner_chooses() {
    let house = House::with_demo().await;
    let entrant = Entrant {
        locale: Some("fr_FR".to_owned()),
        ..house.learner().await
    };
    let (mut browser, page) = house.enter(entrant).await;
    let html = browser.get(&page).await.text();
    assert!(html.contains("<html lang=\"fr\">") && html.contains("Recevoir mon badge"));
    assert!(
        browser
            .get(&format!("{page}?lang=en"))
            .await
            .text()
            .contains("Get my badge")
    );
    assert!(
        browser.get(&page).await.text().contains("Get my badge"),
        "the choice is kept"
    );
}

#[tokio::test]
async fn a_name_and_an_address_go_in_only_as_chosen() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    let html = browser.get(&page).await.text();
    assert!(html.contains("l…@univ.example") && !html.to_lowercase().contains("learner.one@"));
    claim(&mut browser, &page, &[("name", "shown"), ("proof", "email")]).await;
    let document = credential(&mut browser, &page).await;
    assert!(!document.to_string().to_lowercase().contains("learner.one@"));
    let identifiers = document["credentialSubject"]["identifier"].as_array().unwrap();
    let email = identifiers
        .iter()
        .find(|identity| identity["identityType"] == "emailAddress")
        .unwrap();
    let salted = format!("learner.one@univ.example{}", email["salt"].as_str().unwrap());
    assert_eq!(
        email["identityHash"],
        format!("sha256${}", hex::encode(Sha256::digest(salted)))
    );
    let name = identifiers
        .iter()
        .find(|identity| identity["identityType"] == "name")
        .unwrap();
    assert_eq!(
        (&name["hashed"], &name["identityHash"]),
        (&false.into(), &"Learner One".into())
    );
}

#[tokio::test]
async fn a_badge_can_name_nobody() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(&mut browser, &page, &[("name", "none"), ("proof", "none")]).await;
    let document = credential(&mut browser, &page).await;
    assert!(document["credentialSubject"].get("identifier").is_none());
    assert!(
        document["credentialSubject"]["id"]
            .as_str()
            .unwrap()
            .starts_with("urn:uuid:")
    );
    assert!(
        !document.to_string().contains("learner-1"),
        "the platform's number is not in the badge"
    );
}

#[tokio::test]
async fn everything_works_when_the_platform_gives_neither_name_nor_address() {
    let house = House::with_demo().await;
    let entrant = Entrant {
        name: None,
        email: None,
        ..house.learner().await
    };
    let (mut browser, page) = house.enter(entrant).await;
    assert!(
        browser
            .get(&page)
            .await
            .text()
            .contains("This badge will name nobody")
    );
    claim(&mut browser, &page, &[("name", "shown"), ("proof", "email")]).await;
    assert!(
        credential(&mut browser, &page).await["credentialSubject"]
            .get("identifier")
            .is_none()
    );
}

#[tokio::test]
async fn a_name_that_was_typed_into_the_form_is_ignored() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(
        &mut browser,
        &page,
        &[("name", "Somebody Else"), ("proof", "other@univ.example")],
    )
    .await;
    assert!(
        credential(&mut browser, &page).await["credentialSubject"]
            .get("identifier")
            .is_none()
    );
}

#[tokio::test]
async fn a_hostile_name_is_escaped_on_the_page() {
    let house = House::with_demo().await;
    let entrant = Entrant {
        name: Some("<script>alert(1)</script>\u{202e}".to_owned()),
        email: Some("\"><img src=x>@univ.example".to_owned()),
        ..house.learner().await
    };
    let (mut browser, page) = house.enter(entrant).await;
    let html = browser.get(&page).await.text();
    assert!(!html.contains("<script") && !html.contains("<img src=x") && !html.contains('\u{202e}'));
}

#[tokio::test]
async fn a_page_opens_only_in_the_browser_of_its_launch() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    let (other, _) = house.enter(house.learner().await).await;
    for mut stranger in [house.browser(), other] {
        for path in [page.clone(), format!("{page}/badge.png")] {
            let answer = stranger.get(&path).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
            assert!(answer.text().contains("launch-session-ended"));
        }
    }
    house.clock.set(NOW + Duration::hours(2) + Duration::SECOND);
    assert!(browser.get(&page).await.text().contains("launch-session-ended"));
}

#[tokio::test]
async fn a_claim_without_the_token_of_its_page_issues_nothing() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    let answer = browser.post(&page, &[("name", "shown")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.text().contains("form-expired"));
    assert!(
        browser
            .get(&format!("{page}/badge.png"))
            .await
            .text()
            .contains("not-found")
    );
}

#[tokio::test]
async fn the_platform_of_the_launch_alone_may_frame_the_page() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    let answer = browser.get(&page).await;
    let policy = answer.header("content-security-policy");
    assert!(
        policy.ends_with("frame-ancestors http://127.0.0.1:8081"),
        "{policy}"
    );
    let refused = house.browser().get(&page).await;
    assert!(
        refused
            .header("content-security-policy")
            .ends_with("frame-ancestors *"),
        "an error is shown in the frame"
    );
}

#[tokio::test]
async fn an_edit_of_the_badge_leaves_issued_files_as_they_are() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(&mut browser, &page, &[]).await;
    let before = browser.get(&format!("{page}/badge.png")).await.bytes;
    let mut badge = house.badge().await;
    badge.criteria = "Something else".to_owned();
    badge.picture_png = pictures::draw("Other", Shape::Circle, Colour::Red).unwrap().png;
    plugin_server::db::badges::upsert(&house.app.db, &badge)
        .await
        .unwrap();
    assert_eq!(browser.get(&format!("{page}/badge.png")).await.bytes, before);
}

#[tokio::test]
async fn a_badge_that_does_not_verify_is_not_offered() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    claim(&mut browser, &page, &[]).await;
    sqlx::query("UPDATE credentials SET document = replace(document, 'Laser', 'Loser')")
        .execute(&house.app.db)
        .await
        .unwrap();
    for file in ["badge.png", "badge.svg", "badge.json"] {
        let answer = browser.get(&format!("{page}/{file}")).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{file}");
        assert!(answer.text().contains("internal"), "{file}");
    }
}

#[tokio::test]
async fn launches_are_forgotten_with_their_names_when_they_are_over() {
    let house = House::with_demo().await;
    house.enter(house.learner().await).await;
    house.clock.set(NOW + Duration::hours(3));
    house.enter(house.learner().await).await;
    assert_eq!(house.rows("launches").await, 1);
}

#[tokio::test]
async fn nothing_is_kept_until_the_learner_claims() {
    let house = House::with_demo().await;
    let (mut browser, page) = house.enter(house.learner().await).await;
    browser.get(&page).await;
    let entrant = house.learner().await;
    let badge = house.badge().await.id;
    let award = awards::find(&house.app.db, &badge, &entrant.registration_id, "learner-1")
        .await
        .unwrap()
        .unwrap();
    assert!(
        credentials::find(&house.app.db, &award.id)
            .await
            .unwrap()
            .is_none()
    );
}
