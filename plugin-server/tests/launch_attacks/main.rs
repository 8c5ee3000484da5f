//! Attacks on the launch, over HTTP against the real router: each is refused with its own code, and nothing is
//! stored. The checks themselves are tested one by one in `lti-advantage`.
//!
//! The suite follows a checklist for tools, line by line; a test is named after its line (`s2_4_…`):
//!
//! | line | what a hostile platform, site or teacher tries | where |
//! |---|---|---|
//! | 2.1 | a login with parts missing, twice or of an unknown platform | [`lines`], here |
//! | 2.2 | a target that is not ours | [`lines`], here |
//! | 2.3 | another redirect address | [`lines`] |
//! | 2.4 | a state used twice, at once, late | here |
//! | 2.5 | another browser, no cookie, somebody else's stored value | here, [`storage`] |
//! | 2.6 | a nonce of another login; a launch after its login was forgotten | here |
//! | 2.7 | forged signatures, `none`, HS256, a key in the header | here |
//! | 2.8 | claims of others, too long, of the wrong kind; roles that do not earn | here, [`lines`] |
//! | 2.9 | custom values, choices of another course, a number of another platform | [`lines`], [`choosing`] |
//! | 2.10 | a deployment that nobody approved | here |
//! | 2.11 | key sets inside the network, invented key identifiers, no answer | here, [`lines`] |
//! | 2.12 | descriptions inside the network or of other hosts; more in `tests/server/registering.rs` | [`lines`] |
//! | 2.13 | client assertions that could be used elsewhere or again | [`lines`] |
//! | 2.14 | services on somebody else's host; more in `lti-advantage`, `service/tests.rs` | [`lines`] |
//! | 2.15 | choosing without the right, answers sent elsewhere | [`choosing`], [`lines`] |
//! | 2.16 | forms of other pages and sessions | [`lines`], [`choosing`], [`storage`] |
//! | 2.17 | framing by others | here, [`lines`], [`storage`] |
//! | 2.18 | markup in names and titles | [`lines`] |
//! | 2.19 | nothing told of people | [`lines`] |
//! | 2.20 | errors in the place of a token | here |
//! | 2.21 | LTI 1.1, and claims of having been somebody there | [`legacy`] |
//! | 2.22 | times of the wrong type | [`lines`] |
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests end a test as tests do"
)]

mod choosing;
mod legacy;
mod lines;
mod platform;
mod server;
mod storage;

use axum::http::StatusCode;
use lti_advantage::vocab::{claim, scope};
use plugin_server::db::{registrations, resource_links};
use serde_json::json;
use time::Duration;

use self::{
    platform::{ISSUER, LEARNER, Platform},
    server::{Counts, Server},
};

/// What a good launch leaves behind once its page was opened.
const AWARDED: Counts = Counts {
    launches: 1,
    awards: 1,
    pending_deployments: 0,
    used_logins: 1,
};

/// What a refused launch leaves behind.
const NOTHING: Counts = Counts {
    launches: 0,
    awards: 0,
    pending_deployments: 0,
    used_logins: 0,
};

#[tokio::test]
async fn a_good_launch_opens_its_page_and_earns_the_badge() {
    let server = Server::start().await;
    let login = server.login().await;
    let answer = server.launch(&login).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(answer.location().starts_with("/claim/"));
    let page = server.open(&answer).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(server.counts().await, AWARDED);
}

#[tokio::test]
async fn s2_17_the_page_of_a_launch_may_be_framed_by_its_platform_alone() {
    let server = Server::start().await;
    let login = server.login().await;
    let page = server.open(&server.launch(&login).await).await;
    let mut directives = page.header("content-security-policy").split("; ");
    assert!(directives.any(|directive| directive == format!("frame-ancestors {}", platform::ISSUER)));
}

#[tokio::test]
async fn s2_17_a_platform_that_shows_its_courses_elsewhere_says_so_in_the_token_and_nothing_else_is_let_in() {
    let issuer = platform::ISSUER;
    for (return_url, framers) in [
        (
            "https://courses.univ.example/return?sesskey=1",
            format!("{issuer} https://courses.univ.example"),
        ),
        (
            "https://a.example/ https://b.example; script-src *",
            format!("{issuer} https://a.example"),
        ),
        ("javascript:alert(1)", issuer.to_owned()),
        ("*", issuer.to_owned()),
    ] {
        let server = Server::start().await;
        let login = server.login().await;
        let mut claims = server.platform.claims(&login);
        claims[claim::LAUNCH_PRESENTATION] = json!({ "return_url": return_url });
        let token = server.platform.sign(&claims);
        let launched = server.post(&token, &login.state, Some(&login)).await;
        let page = server.open(&launched).await;
        let mut directives = page.header("content-security-policy").split("; ");
        let framed = directives.find(|directive| directive.starts_with("frame-ancestors"));
        assert_eq!(
            framed,
            Some(format!("frame-ancestors {framers}").as_str()),
            "{return_url}"
        );
    }
}

#[tokio::test]
async fn s2_5_cookies_of_login_and_launch_work_in_a_frame_and_nowhere_else() {
    let server = Server::start().await;
    let login = server.login().await;
    let answer = server.launch(&login).await;
    assert_eq!(login.cookie_name, format!("__Host-lti-{}", &login.state[..16]));
    for cookie in [&login.set_cookie, answer.header("set-cookie")] {
        for attribute in ["HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/"] {
            assert!(cookie.contains(attribute), "{attribute} in {cookie}");
        }
        assert!(!cookie.contains("Domain"));
    }
}

#[tokio::test]
async fn s2_4_a_replayed_launch_is_refused() {
    let server = Server::start().await;
    let login = server.login().await;
    let token = server.platform.token(&login);
    let first = server.post(&token, &login.state, Some(&login)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    server.open(&first).await;
    let second = server.post(&token, &login.state, Some(&login)).await;
    assert_eq!(
        (second.status, second.code()),
        (StatusCode::FORBIDDEN, "state-consumed")
    );
    assert_eq!(server.counts().await, AWARDED);
}

#[tokio::test]
async fn s2_6_a_token_replayed_under_a_fresh_state_is_refused() {
    let server = Server::start().await;
    let login = server.login().await;
    let token = server.platform.token(&login);
    server
        .open(&server.post(&token, &login.state, Some(&login)).await)
        .await;
    let fresh = server.login().await;
    let replayed = server.post(&token, &fresh.state, Some(&fresh)).await;
    assert_eq!(replayed.code(), "nonce-mismatch");
    assert_eq!(server.counts().await, AWARDED);
}

#[tokio::test]
async fn s2_4_of_fifty_posts_of_one_launch_one_is_accepted() {
    let server = Server::start().await;
    let login = server.login().await;
    let token = server.platform.token(&login);
    let posts = (0..50).map(|_| server.post(&token, &login.state, Some(&login)));
    let answers = futures_util::future::join_all(posts).await;
    let accepted: Vec<_> = answers
        .iter()
        .filter(|answer| answer.status == StatusCode::SEE_OTHER)
        .collect();
    assert_eq!(accepted.len(), 1);
    let refused = answers
        .iter()
        .filter(|answer| answer.status != StatusCode::SEE_OTHER);
    assert!(
        refused
            .map(server::Answer::code)
            .all(|code| code == "state-consumed")
    );
    server.open(accepted[0]).await;
    assert_eq!(server.counts().await, AWARDED);
    assert_eq!(server.key_fetches(), 1);
}

#[tokio::test]
async fn s2_5_a_launch_from_another_browser_is_refused() {
    let server = Server::start().await;
    let victim = server.login().await;
    let token = server.platform.token(&victim);
    let other = server.login().await.with_cookie_name_of(&victim);
    let answer = server.post(&token, &victim.state, Some(&other)).await;
    assert_eq!(answer.code(), "browser-mismatch");
    assert_eq!(server.counts().await, NOTHING);
}

#[tokio::test]
async fn s2_5_a_launch_without_the_cookie_is_offered_a_window_of_its_own() {
    let server = Server::start().await;
    let login = server.login().await;
    let token = server.platform.token(&login);
    let answer = server.post(&token, &login.state, None).await;
    assert_eq!(
        (answer.status, answer.code()),
        (StatusCode::FORBIDDEN, "browser-cookie-missing")
    );
    assert!(answer.body.contains("target=\"_blank\""));
    assert!(answer.body.contains("login_hint=4"));
    assert_eq!(server.counts().await, NOTHING);
}

#[tokio::test]
async fn s2_8_claims_that_are_not_ours_are_refused() {
    let server = Server::start().await;
    for (key, value, code) in [
        (claim::AUD, json!("another-client"), "audience-mismatch"),
        (claim::ISS, json!("https://evil.example"), "issuer-mismatch"),
        (
            claim::EXP,
            json!(server.now().unix_timestamp() - 60),
            "token-expired",
        ),
        (claim::NONCE, json!("another-nonce"), "nonce-mismatch"),
        (
            claim::TARGET_LINK_URI,
            json!("https://evil.example/lti/launch"),
            "target-link-foreign",
        ),
        (claim::ROLES, json!(null), "claim-missing"),
    ] {
        let login = server.login().await;
        let mut claims = server.platform.claims(&login);
        claims[key] = value;
        let token = server.platform.sign(&claims);
        let answer = server.post(&token, &login.state, Some(&login)).await;
        assert_eq!((answer.status, answer.code()), (StatusCode::FORBIDDEN, code));
    }
    assert_eq!(server.counts().await, NOTHING);
}

#[tokio::test]
async fn s2_7_forged_signatures_are_refused() {
    let server = Server::start().await;
    let login = server.login().await;
    let claims = server.platform.claims(&login);
    let kid = server.platform.kid();
    let genuine = server.platform.sign(&claims);
    let signature = genuine.rsplit('.').next().unwrap();
    let mut promoted = claims.clone();
    promoted[claim::ROLES] = json!([
        LEARNER,
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"
    ]);
    let other = Platform::new(&server.app);
    for (forged, code) in [
        (
            server.platform.hs256_with_the_public_key(&claims),
            "algorithm-forbidden",
        ),
        (
            platform::unsigned(&json!({ "alg": "none", "kid": kid }), &claims, ""),
            "algorithm-forbidden",
        ),
        (
            platform::unsigned(&json!({ "alg": "none" }), &claims, ""),
            "algorithm-forbidden",
        ),
        (
            platform::unsigned(&json!({ "alg": "RS256", "kid": kid }), &promoted, signature),
            "signature-invalid",
        ),
        (
            platform::unsigned(
                &json!({ "alg": "RS256", "kid": kid, "jku": "https://evil.example" }),
                &claims,
                signature,
            ),
            "token-header-forbidden",
        ),
        (other.sign(&claims), "key-unknown"),
    ] {
        let answer = server.post(&forged, &login.state, Some(&login)).await;
        assert_eq!((answer.status, answer.code()), (StatusCode::FORBIDDEN, code));
    }
    assert_eq!(server.counts().await, NOTHING);
    // None of them used up the login.
    assert_eq!(server.launch(&login).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn s2_11_invented_key_identifiers_cause_one_fetch_a_minute() {
    let server = Server::start().await;
    let login = server.login().await;
    let other = Platform::new(&server.app);
    for _ in 0..5 {
        let answer = server
            .post(&other.token(&login), &login.state, Some(&login))
            .await;
        assert_eq!(answer.code(), "key-unknown");
    }
    assert_eq!(server.key_fetches(), 1);
    server.wait(Duration::seconds(60));
    server
        .post(&other.token(&login), &login.state, Some(&login))
        .await;
    assert_eq!(server.key_fetches(), 2);
}

#[tokio::test]
async fn s2_11_a_platform_whose_keys_cannot_be_read_is_not_believed() {
    let server = Server::start().await;
    server.break_keys();
    let login = server.login().await;
    let answer = server.launch(&login).await;
    assert_eq!(
        (answer.status, answer.code()),
        (StatusCode::BAD_GATEWAY, "keys-unreachable")
    );
    assert_eq!(server.counts().await, NOTHING);
}

#[tokio::test]
async fn s2_4_a_late_launch_is_told_that_it_is_late() {
    let server = Server::start().await;
    let login = server.login().await;
    let token = server.platform.token(&login);
    server.wait(Duration::minutes(10));
    let answer = server.post(&token, &login.state, Some(&login)).await;
    assert_eq!(answer.code(), "state-expired");
    assert_eq!(server.counts().await, NOTHING);
}

#[tokio::test]
async fn s2_6_a_used_login_is_remembered_for_as_long_as_its_token_counts() {
    let server = Server::start().await;
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::EXP] = json!(server.now().unix_timestamp() + 86_400);
    let token = server.platform.sign(&claims);
    server
        .open(&server.post(&token, &login.state, Some(&login)).await)
        .await;
    for _ in 0..11 {
        // Each login clears away what may go.
        server.wait(Duration::minutes(1));
        server.login().await;
        let answer = server.post(&token, &login.state, Some(&login)).await;
        assert!(
            matches!(answer.code(), "state-consumed" | "state-unknown"),
            "{}",
            answer.code()
        );
    }
    assert_eq!(server.counts().await.launches, 1);
}

#[tokio::test]
async fn s2_10_an_unknown_deployment_is_held_and_opens_nothing() {
    let server = Server::start().await;
    for _ in 0..2 {
        let login = server.login().await;
        let mut claims = server.platform.claims(&login);
        claims[claim::DEPLOYMENT_ID] = json!("another");
        let answer = server
            .post(&server.platform.sign(&claims), &login.state, Some(&login))
            .await;
        assert_eq!(
            (answer.status, answer.code()),
            (StatusCode::FORBIDDEN, "deployment-pending")
        );
    }
    assert_eq!(
        server.counts().await,
        Counts {
            pending_deployments: 1,
            used_logins: 2,
            ..NOTHING
        }
    );
}

#[tokio::test]
async fn s2_8_people_who_do_not_only_learn_earn_nothing() {
    let server = Server::start().await;
    let instructor = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    // Those who build the course are sent on to their own page.
    for (roles, subject, status) in [
        (json!([instructor]), json!("4"), StatusCode::SEE_OTHER),
        (json!([LEARNER, instructor]), json!("4"), StatusCode::SEE_OTHER),
        (json!([]), json!("4"), StatusCode::OK),
        (json!([LEARNER]), json!(null), StatusCode::OK),
    ] {
        let login = server.login().await;
        let mut claims = server.platform.claims(&login);
        claims[claim::ROLES] = roles;
        claims[claim::SUB] = subject;
        let page = server
            .open(
                &server
                    .post(&server.platform.sign(&claims), &login.state, Some(&login))
                    .await,
            )
            .await;
        assert_eq!(page.status, status);
    }
    assert_eq!(server.counts().await.awards, 0);
}

#[tokio::test]
async fn s2_20_what_the_platform_says_instead_of_a_token_is_shown_as_text() {
    let server = Server::start().await;
    let answer = server
        .post_form(
            &[
                ("error", "access_denied"),
                ("error_description", "<script>alert(1)</script>"),
                ("state", "s"),
            ],
            None,
        )
        .await;
    assert_eq!(
        (answer.status, answer.code()),
        (StatusCode::FORBIDDEN, "platform-refused")
    );
    assert!(answer.body.contains("access_denied"));
    assert!(!answer.body.contains("<script>"));
}

#[tokio::test]
async fn s2_2_a_login_that_cannot_be_answered_is_refused_and_not_stored() {
    let server = Server::start().await;
    let target = server.app.config.url("/lti/launch");
    for (iss, target, code) in [
        ("https://unknown.example", target.as_str(), "registration-unknown"),
        (
            platform::ISSUER,
            "https://evil.example/lti/launch",
            "target-link-foreign",
        ),
        ("", target.as_str(), "login-parameter-missing"),
    ] {
        let answer = server
            .begin(&[("iss", iss), ("login_hint", "4"), ("target_link_uri", target)])
            .await;
        assert_eq!(answer.code(), code);
        assert!(answer.status.is_client_error());
    }
    assert_eq!(server.logins().await, 0);
}

#[tokio::test]
async fn s2_5_a_frame_that_keeps_no_cookie_is_found_out_before_the_platform_is_asked() {
    let server = Server::start().await;
    let answer = server.begin_in_frame(None).await;
    let (cookie, check) = (
        answer.header("set-cookie").to_owned(),
        answer.location().to_owned(),
    );
    assert!(check.starts_with("/lti/login/continue?state="));
    let without = server.get(&check, None).await;
    assert_eq!(
        (without.status, without.code()),
        (StatusCode::FORBIDDEN, "browser-cookie-missing")
    );
    let cookie = cookie.split(';').next().unwrap();
    let with = server.get(&check, Some(cookie)).await;
    assert_eq!(with.status, StatusCode::SEE_OTHER);
    assert!(
        with.location()
            .starts_with(&format!("{}/auth?", platform::ISSUER))
    );
}

#[tokio::test]
async fn a_launch_notes_where_the_services_of_its_activity_are() {
    let server = Server::start().await;
    let registration = registrations::list(&server.app.db).await.unwrap().remove(0);
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::CONTEXT] = json!({ "id": "course-2", "title": "Course two" });
    claims[claim::NAMES_ROLE_SERVICE] = json!({ "context_memberships_url": format!("{ISSUER}/roster") });
    claims[claim::AGS_ENDPOINT] = json!({
        "scope": [scope::SCORE, scope::LINE_ITEM], "lineitem": format!("{ISSUER}/columns/1"),
    });
    claims[claim::CUSTOM] = json!({ "context_history": "course-1" });
    let token = server.platform.sign(&claims);
    server.post(&token, &login.state, Some(&login)).await;
    let noted = || resource_links::find(&server.app.db, &registration.id, "1", "badge-1");
    let link = noted().await.unwrap().unwrap();
    assert_eq!(link.context_id.as_deref(), Some("course-2"));
    assert_eq!(link.context_history.as_deref(), Some("course-1"));
    assert_eq!(link.memberships_url, Some(format!("{ISSUER}/roster")));
    assert_eq!(
        (link.line_item_url.clone(), link.line_items_url.clone()),
        (Some(format!("{ISSUER}/columns/1")), None)
    );
    assert!(link.allows(scope::SCORE) && link.allows(scope::LINE_ITEM));
    assert!(!link.allows(scope::LINE_ITEM_READ_ONLY));

    // What a later launch no longer offers is gone; a variable that stayed as it was is no value.
    server.wait(Duration::minutes(1));
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::CUSTOM] = json!({ "context_history": "$Context.id.history" });
    let token = server.platform.sign(&claims);
    server.post(&token, &login.state, Some(&login)).await;
    let link = noted().await.unwrap().unwrap();
    assert_eq!((link.memberships_url, link.context_history), (None, None));
    assert_eq!(link.ags_scopes, "");
}

#[tokio::test]
async fn a_launch_that_is_refused_notes_nothing() {
    let server = Server::start().await;
    let registration = registrations::list(&server.app.db).await.unwrap().remove(0);
    let login = server.login().await;
    let mut claims = server.platform.claims(&login);
    claims[claim::NONCE] = json!("another");
    let token = server.platform.sign(&claims);
    server.post(&token, &login.state, Some(&login)).await;
    let noted = resource_links::find(&server.app.db, &registration.id, "1", "badge-1").await;
    assert_eq!(noted.unwrap(), None);
}

#[tokio::test]
async fn launches_that_arrive_together_have_the_platforms_keys_fetched_once() {
    let server = Server::start().await;
    let (one, two, three) = (server.login().await, server.login().await, server.login().await);
    let answers = tokio::join!(server.launch(&one), server.launch(&two), server.launch(&three));
    for answer in [answers.0, answers.1, answers.2] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    assert_eq!(server.key_fetches(), 1);
}
