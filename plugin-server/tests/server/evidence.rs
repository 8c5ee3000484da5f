//! Completion told beside LTI: platforms' own interfaces, signed messages, the teacher's choice, codes.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::http::{Method, StatusCode};
use hmac::{Hmac, KeyInit, Mac};
use lti_advantage::http::{Request, Response};
use plugin_server::{
    clients::{Call, Fetch, FetchError, FetchRequest, FetchResponse, Pending},
    clock::FixedClock,
    config::Config,
    db::{
        awards, claim_codes, course_events,
        placements::{self, Placement},
        platform_apis, platform_usernames, registrations, teacher_choices,
    },
    entropy::OsEntropy,
    services::{
        claim_codes::{self as codes, Wish},
        completion::{Combine, Condition, Evidence, Rule},
        demo, event_hooks,
        launches::{Entrant, Role},
        platform_apis::{self as apis, Kind},
    },
    state::App,
};
use serde_json::{Value, json};
use sha2::Sha256;
use tempfile::TempDir;
use time::Duration;
use url::Url;

use crate::support::{Answer, Browser, House, NOW};

/// What addresses answer, by method and path with the query.
#[derive(Debug, Default)]
struct Interface {
    answers: Mutex<BTreeMap<String, (u16, Value)>>,
    asked: Mutex<Vec<Request>>,
}

impl Interface {
    fn answer(&self, what: &str, status: u16, body: Value) {
        self.answers
            .lock()
            .unwrap()
            .insert(what.to_owned(), (status, body));
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl Call for Interface {
    fn call(&self, request: Request) -> Pending<'_, Result<Response, FetchError>> {
        // A web service is called by its name in the form.
        let form: BTreeMap<_, _> = url::form_urlencoded::parse(&request.body).into_owned().collect();
        let mut what = match request.url.query() {
            Some(query) => format!("{}?{query}", request.url.path()),
            None => request.url.path().to_owned(),
        };
        if let Some(function) = form.get("wsfunction") {
            what = format!("{function} {}", form.get("userid").map_or("", String::as_str));
        }
        self.asked.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().get(what.trim()).cloned();
        Box::pin(async move {
            let (status, body) = answer.ok_or(FetchError::Unreachable)?;
            Ok(Response {
                status,
                headers: Vec::new(),
                body: body.to_string().into_bytes(),
            })
        })
    }
}

impl Fetch for Interface {
    fn fetch(&self, _request: FetchRequest) -> Pending<'_, Result<FetchResponse, FetchError>> {
        Box::pin(async { Err(FetchError::Offline) })
    }
}

/// The demonstration's house, whose platform has an interface of its own.
async fn house() -> (House, Arc<Interface>) {
    let folder = TempDir::new().unwrap();
    let clock = Arc::new(FixedClock::new(NOW));
    let interface = Arc::new(Interface::default());
    let app = App::start_with(
        Config::for_testing(folder.path().into()).unwrap(),
        Arc::<FixedClock>::clone(&clock),
        Arc::new(OsEntropy),
        Arc::<Interface>::clone(&interface),
    )
    .await
    .unwrap();
    demo::seed(&app, &"http://127.0.0.1:8081".parse().unwrap())
        .await
        .unwrap();
    let house = House {
        app,
        clock,
        folder,
        platform: Arc::default(),
    };
    (house, interface)
}

async fn placement(house: &House) -> Placement {
    placements::list(&house.app.db).await.unwrap().remove(0)
}

async fn ask_for(house: &House, rules: &[Rule]) {
    let placement = Placement {
        condition: Condition {
            combine: Combine::All,
            rules: rules.to_vec(),
        }
        .to_json()
        .unwrap(),
        created_at: house.app.timestamp(),
        ..placement(house).await
    };
    placements::upsert(&house.app.db, &placement).await.unwrap();
}

async fn registration(house: &House) -> String {
    registrations::list(&house.app.db).await.unwrap().remove(0).id
}

async fn set_up(house: &House, interface: &Interface, kind: Kind, secret: &str) {
    let functions = json!([{"name": "core_completion_get_course_completion_status"}]);
    interface.answer(
        "core_webservice_get_site_info",
        200,
        json!({ "functions": functions }),
    );
    interface.answer("/oauth2/access_token", 200, json!({"access_token": "t0k3n"}));
    interface.answer("/api/v1/users/self", 200, json!({"id": 7}));
    let address = Url::parse("https://lms.univ.example").unwrap();
    let kept = apis::keep(&house.app, &registration(house).await, kind, &address, secret).await;
    assert_eq!(kept.unwrap(), Ok(()));
}

/// Opens the activity as `entrant`.
async fn open(house: &House, entrant: Entrant) -> (Browser, String, Answer) {
    let (mut browser, page) = house.enter(entrant).await;
    let answer = browser.get(&page).await;
    (browser, page, answer)
}

async fn evidence(house: &House) -> Option<Evidence> {
    let badge = house.badge().await;
    let award = awards::find(&house.app.db, &badge.id, &registration(house).await, "learner-1").await;
    award.unwrap().map(|award| Evidence::from_json(&award.evidence))
}

#[tokio::test]
async fn moodle_says_that_the_course_is_complete() {
    let (house, interface) = house().await;
    set_up(&house, &interface, Kind::Moodle, "moodle-token").await;
    ask_for(&house, &[Rule::CourseCompletion]).await;
    let function = "core_completion_get_course_completion_status learner-1";
    interface.answer(function, 200, json!({"completionstatus": {"completed": false}}));
    let (.., page) = open(&house, house.learner().await).await;
    assert!(page.text().contains("Your course is not complete yet"));
    assert!(evidence(&house).await.is_none());

    let complete = json!({"completionstatus": {"completed": true, "completions": [
        {"timecompleted": 1_795_310_862}, {"timecompleted": null}]}});
    interface.answer(function, 200, complete);
    open(&house, house.learner().await).await;
    let evidence = evidence(&house).await.unwrap();
    let seen = evidence.of(Rule::CourseCompletion).unwrap();
    assert_eq!(seen.source, "platform-api");
    assert_eq!(seen.data["context_id"], "course-1");
    assert_eq!(seen.data["completed_at"], 1_795_310_862);
}

#[tokio::test]
async fn a_fault_that_moodle_answers_with_status_200_gives_nothing() {
    for (code, sentence) in [
        ("nocriteriaset", "does not follow your progress"),
        ("usernotenroled", "does not follow your progress"),
        ("invalidtoken", "with this word: invalidtoken"),
    ] {
        let (house, interface) = house().await;
        set_up(&house, &interface, Kind::Moodle, "moodle-token").await;
        ask_for(&house, &[Rule::CourseCompletion]).await;
        let function = "core_completion_get_course_completion_status learner-1";
        interface.answer(function, 200, json!({"exception": "x", "errorcode": code}));
        let (.., page) = open(&house, house.learner().await).await;
        assert!(page.text().contains(sentence), "{code}: {}", page.text());
        assert!(evidence(&house).await.is_none(), "{code}");
    }
}

#[tokio::test]
async fn open_edx_says_that_the_course_is_passed_once_a_launch_gave_the_username() {
    let (house, interface) = house().await;
    set_up(&house, &interface, Kind::OpenEdx, "client:secret").await;
    ask_for(&house, &[Rule::CourseCompletion]).await;
    let (.., page) = open(&house, house.learner().await).await;
    assert!(page.text().contains("does not tell us your username"));
    platform_usernames::upsert(&house.app.db, &registration(&house).await, "learner-1", "ann")
        .await
        .unwrap();
    let grades = "/api/grades/v1/courses/course-1/?username=ann";
    interface.answer(grades, 200, json!([{"passed": false, "percent": 0.4}]));
    open(&house, house.learner().await).await;
    assert!(evidence(&house).await.is_none());
    interface.answer(grades, 200, json!([{"passed": true, "percent": 0.8}]));
    open(&house, house.learner().await).await;
    let evidence = evidence(&house).await.unwrap();
    assert_eq!(evidence.of(Rule::CourseCompletion).unwrap().data["percent"], 0.8);
}

#[tokio::test]
async fn canvas_says_that_every_requirement_is_met() {
    let (house, interface) = house().await;
    set_up(&house, &interface, Kind::Canvas, "canvas-token").await;
    ask_for(&house, &[Rule::CourseCompletion]).await;
    let progress = "/api/v1/courses/lti_context_id:course-1/users/lti_1_3_id:learner-1/progress";
    for (answer, is_complete) in [
        (json!({"error": {"message": "no progress available"}}), false),
        (
            json!({"requirement_count": 3, "requirement_completed_count": 2, "completed_at": null}),
            false,
        ),
        // Once complete, then a requirement was added.
        (
            json!({"requirement_count": 3, "requirement_completed_count": 2, "completed_at": "2026-11-01T00:00:00Z"}),
            false,
        ),
        (
            json!({"requirement_count": 3, "requirement_completed_count": 3, "completed_at": "2026-11-01T00:00:00Z"}),
            true,
        ),
    ] {
        interface.answer(progress, 200, answer.clone());
        open(&house, house.learner().await).await;
        assert_eq!(evidence(&house).await.is_some(), is_complete, "{answer}");
    }
}

#[tokio::test]
async fn a_platform_that_does_not_answer_loses_nothing_and_gives_nothing() {
    let (house, interface) = house().await;
    set_up(&house, &interface, Kind::Moodle, "moodle-token").await;
    ask_for(&house, &[Rule::CourseCompletion]).await;
    let (.., page) = open(&house, house.learner().await).await;
    assert!(
        page.text().contains("does not answer at the moment"),
        "{}",
        page.text()
    );
    assert!(evidence(&house).await.is_none());
}

#[tokio::test]
async fn a_token_is_tried_before_it_is_kept_and_kept_sealed() {
    let (house, interface) = house().await;
    let id = registration(&house).await;
    let mut browser = house.administrator().await;
    let page = format!("/admin/registrations/{id}/completion");
    let fields = [
        ("kind", "moodle"),
        ("address", "https://lms.univ.example"),
        ("secret", "moodle-token"),
    ];
    interface.answer(
        "core_webservice_get_site_info",
        200,
        json!({"functions": [{"name": "other"}]}),
    );
    let refused = browser.submit(&page, &page, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .text()
            .contains("core_completion_get_course_completion_status")
    );
    assert!(platform_apis::find(&house.app.db, &id).await.unwrap().is_none());

    let functions = json!([{"name": "core_completion_get_course_completion_status"}]);
    interface.answer(
        "core_webservice_get_site_info",
        200,
        json!({ "functions": functions }),
    );
    assert_eq!(
        browser.submit(&page, &page, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let kept = platform_apis::find(&house.app.db, &id).await.unwrap().unwrap();
    assert!(!kept.sealed_secret.contains("moodle-token"));
    assert!(!browser.get(&page).await.text().contains("moodle-token"));
    browser.submit(&page, &format!("{page}/forget"), &[]).await;
    assert!(platform_apis::find(&house.app.db, &id).await.unwrap().is_none());
}

fn signature(secret: &str, timestamp: &str, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{timestamp}.{body}").as_bytes());
    format!("sha256={}", hex::encode(mac.finalize().into_bytes()))
}

fn completed() -> String {
    json!({"event": "course-completed", "context_id": "course-1", "user_id": "learner-1"}).to_string()
}

async fn send(house: &House, timestamp: &str, signature: &str, body: &str) -> Answer {
    let path = format!("/hooks/{}", registration(house).await);
    let headers = [("blason-timestamp", timestamp), ("blason-signature", signature)];
    house
        .browser()
        .request_with(Method::POST, &path, &headers, body.to_owned())
        .await
}

#[tokio::test]
async fn a_signed_message_says_that_the_course_is_complete() {
    let (house, _) = house().await;
    let secret = event_hooks::open(&house.app, &registration(&house).await)
        .await
        .unwrap();
    ask_for(&house, &[Rule::Event]).await;
    let (.., page) = open(&house, house.learner().await).await;
    assert!(page.text().contains("Your course is not complete yet"));
    let (now, body) = (house.app.timestamp().to_string(), completed());
    let taken = send(&house, &now, &signature(&secret, &now, &body), &body).await;
    assert_eq!(taken.status, StatusCode::NO_CONTENT);
    open(&house, house.learner().await).await;
    let seen = evidence(&house).await.unwrap();
    assert_eq!(seen.of(Rule::Event).unwrap().source, "message");
}

#[tokio::test]
async fn a_message_that_is_forged_old_or_sent_again_is_refused() {
    let (house, _) = house().await;
    let id = registration(&house).await;
    let (now, body) = (house.app.timestamp(), completed());
    let before = send(
        &house,
        &now.to_string(),
        &signature("x", &now.to_string(), &body),
        &body,
    )
    .await;
    assert!(
        before.text().contains("hook-refused"),
        "no messages are taken before a secret is made"
    );
    let secret = event_hooks::open(&house.app, &id).await.unwrap();
    let old = (now - 301).to_string();
    let early = (now + 301).to_string();
    let now = now.to_string();
    let other_body = body.replace("learner-1", "learner-2");
    for (timestamp, signature, body) in [
        (&now, signature("another secret", &now, &body), &body),
        (&now, signature(&secret, &now, &body), &other_body),
        (&now, String::new(), &body),
        (&now, "sha256=zz".to_owned(), &body),
        (&old, signature(&secret, &old, &body), &body),
        (&early, signature(&secret, &early, &body), &body),
        (&now, signature(&secret, &old, &body), &body),
    ] {
        let answer = send(&house, timestamp, &signature, body).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{timestamp} {signature}");
        assert!(answer.text().contains("hook-refused"));
    }
    assert!(
        course_events::list(&house.app.db, &id, "course-1")
            .await
            .unwrap()
            .is_empty()
    );
    let good = signature(&secret, &now, &body);
    assert_eq!(
        send(&house, &now, &good, &body).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        send(&house, &now, &good, &body).await.status,
        StatusCode::FORBIDDEN
    );
    let shouted = good.to_uppercase().replace("SHA256", "sha256");
    assert_ne!(shouted, good);
    assert_eq!(
        send(&house, &now, &shouted, &body).await.status,
        StatusCode::FORBIDDEN,
        "the same signature in other letters is the same message"
    );
    event_hooks::open(&house.app, &id).await.unwrap();
    let renewed = send(&house, &now, &signature(&secret, &now, &other_body), &other_body).await;
    assert_eq!(
        renewed.status,
        StatusCode::FORBIDDEN,
        "an older secret counts no more"
    );
}

#[tokio::test]
async fn a_message_is_not_believed_where_the_platform_can_be_asked() {
    let (house, interface) = house().await;
    let id = registration(&house).await;
    set_up(&house, &interface, Kind::Moodle, "moodle-token").await;
    let secret = event_hooks::open(&house.app, &id).await.unwrap();
    ask_for(&house, &[Rule::Event]).await;
    let function = "core_completion_get_course_completion_status learner-1";
    interface.answer(function, 200, json!({"completionstatus": {"completed": false}}));
    let (now, body) = (house.app.timestamp().to_string(), completed());
    send(&house, &now, &signature(&secret, &now, &body), &body).await;
    let asked = interface.asked();
    open(&house, house.learner().await).await;
    assert!(evidence(&house).await.is_none());
    assert_eq!(interface.asked(), asked + 1);
    interface.answer(function, 200, json!({"completionstatus": {"completed": true}}));
    open(&house, house.learner().await).await;
    let seen = evidence(&house).await.unwrap();
    assert_eq!(seen.of(Rule::Event).unwrap().source, "platform-api");
}

#[tokio::test]
async fn whom_the_teacher_chose_gets_the_badge() {
    let (house, _) = house().await;
    ask_for(&house, &[Rule::Choice]).await;
    let (.., page) = open(&house, house.learner().await).await;
    assert!(page.text().contains("has not chosen you yet"));
    let choice = teacher_choices::TeacherChoice {
        placement_id: placement(&house).await.id,
        subject: "learner-1".to_owned(),
        chosen_by: "teacher-1".to_owned(),
        chosen_at: house.app.timestamp(),
    };
    teacher_choices::insert_if_absent(&house.app.db, &choice)
        .await
        .unwrap();
    open(&house, house.learner().await).await;
    let seen = evidence(&house).await.unwrap();
    assert_eq!(seen.of(Rule::Choice).unwrap().data["chosen_by"], "teacher-1");
}

async fn code(house: &House, cap: i64) -> String {
    let wish = Wish {
        opens_at: house.app.now() + Duration::hours(1),
        lasts: Duration::hours(2),
        cap,
    };
    codes::create(&house.app, &placement(house).await, wish, Some("teacher-1"))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_code_is_good_in_its_time_and_for_so_many_people() {
    let (house, _) = house().await;
    ask_for(&house, &[Rule::ClaimCode]).await;
    let code = code(&house, 1).await;
    let (mut browser, page, shown) = open(&house, house.learner().await).await;
    assert!(shown.text().contains("Your teacher hands out a code"));
    let path = format!("{page}/code");
    let early = browser.submit(&page, &path, &[("code", &code)]).await;
    assert!(early.text().contains("code-not-open-yet"));
    house.clock.set(NOW + Duration::minutes(90));
    let typed = code.to_lowercase().replace('-', " ");
    let used = browser.submit(&page, &path, &[("code", &typed)]).await;
    assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.text());
    assert!(browser.get(&page).await.text().contains("Get my badge"));
    assert_eq!(
        evidence(&house)
            .await
            .unwrap()
            .of(Rule::ClaimCode)
            .unwrap()
            .source,
        "code"
    );
    let second = Entrant {
        subject: Some("learner-2".to_owned()),
        ..house.learner().await
    };
    let (mut other, page, _) = open(&house, second).await;
    let path = format!("{page}/code");
    let full = other.submit(&page, &path, &[("code", &code)]).await;
    assert!(full.text().contains("code-used-up"));
    house.clock.set(NOW + Duration::minutes(181));
    let late = other.submit(&page, &path, &[("code", &code)]).await;
    assert!(late.text().contains("code-closed"));
}

#[tokio::test]
async fn wrong_codes_cannot_be_tried_without_end() {
    let (house, _) = house().await;
    ask_for(&house, &[Rule::ClaimCode]).await;
    let code = code(&house, 100).await;
    house.clock.set(NOW + Duration::minutes(90));
    let (mut browser, page, _) = open(&house, house.learner().await).await;
    let path = format!("{page}/code");
    for _ in 0..10 {
        let wrong = browser.submit(&page, &path, &[("code", "0000-0000-0000")]).await;
        assert!(wrong.text().contains("code-unknown"));
    }
    let blocked = browser.submit(&page, &path, &[("code", &code)]).await;
    assert!(blocked.text().contains("code-too-many-tries"));
    house.clock.set(NOW + Duration::minutes(151));
    let (mut browser, page, _) = open(&house, house.learner().await).await;
    let after = browser
        .submit(&page, &format!("{page}/code"), &[("code", &code)])
        .await;
    assert_eq!(after.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_code_is_used_by_no_more_people_than_it_is_for_however_they_race() {
    let (house, _) = house().await;
    let code = code(&house, 3).await;
    house.clock.set(NOW + Duration::minutes(90));
    let placement = placement(&house).await;
    let tries = (0..12).map(|n| {
        let (app, placement, code) = (house.app.clone(), placement.clone(), code.clone());
        tokio::spawn(async move { codes::redeem(&app, &placement, &format!("learner-{n}"), &code).await })
    });
    let mut good = 0;
    for tried in tries.collect::<Vec<_>>() {
        good += usize::from(tried.await.unwrap().is_ok());
    }
    assert_eq!(good, 3);
    assert_eq!(
        claim_codes::list_uses(&house.app.db, &placement.id)
            .await
            .unwrap()
            .len(),
        3
    );
}

#[tokio::test]
async fn a_code_as_a_link_gives_a_badge_to_somebody_without_an_lms_once_per_browser() {
    let (house, _) = house().await;
    ask_for(&house, &[Rule::ClaimCode]).await;
    let code = code(&house, 5).await;
    house.clock.set(NOW + Duration::minutes(90));
    let path = format!("/c/{code}");
    let mut browser = house.browser();
    let page = browser.get(&path).await;
    assert_eq!(page.header("x-robots-tag"), "noindex");
    let taken = browser.submit(&path, &path, &[]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let claim = taken.header("location").to_owned();
    assert!(browser.get(&claim).await.text().contains("Get my badge"));
    browser.submit(&claim, &claim, &[]).await;
    let again = browser.submit(&path, &path, &[]).await;
    assert!(
        browser
            .get(again.header("location"))
            .await
            .text()
            .contains("badge.png")
    );
    assert_eq!(house.rows("awards").await, 1);
    assert_eq!(house.rows("claim_code_uses").await, 1);
    let unsigned = house.browser().post(&path, &[("csrf", "x")]).await;
    assert!(unsigned.text().contains("form-expired"));
}

#[tokio::test]
async fn whoever_followed_a_code_as_a_link_opened_no_activity_and_has_no_grade_book() {
    let (house, _) = house().await;
    let placement = Placement {
        condition: Condition {
            combine: Combine::Any,
            rules: vec![Rule::Opening, Rule::ClaimCode],
        }
        .to_json()
        .unwrap(),
        send_score: true,
        ..placement(&house).await
    };
    placements::upsert(&house.app.db, &placement).await.unwrap();
    let code = code(&house, 5).await;
    house.clock.set(NOW + Duration::minutes(90));
    let path = format!("/c/{code}");
    let mut browser = house.browser();
    let taken = browser.submit(&path, &path, &[]).await;
    assert!(
        browser
            .get(taken.header("location"))
            .await
            .text()
            .contains("Get my badge")
    );
    let kept: String = sqlx::query_scalar("SELECT evidence FROM awards")
        .fetch_one(&house.app.db)
        .await
        .unwrap();
    assert_eq!(Evidence::from_json(&kept).rules(), "claim-code");
    assert_eq!(house.rows("outbox").await, 0);
    // Somebody of the course has both.
    open(&house, house.learner().await).await;
    assert_eq!(evidence(&house).await.unwrap().rules(), "opening");
    assert_eq!(house.rows("outbox").await, 1);
}

#[tokio::test]
async fn a_code_alone_is_not_enough_where_more_is_asked() {
    let (house, _) = house().await;
    ask_for(&house, &[Rule::ClaimCode, Rule::Choice]).await;
    let code = code(&house, 5).await;
    house.clock.set(NOW + Duration::minutes(90));
    let page = house.browser().get(&format!("/c/{code}")).await;
    assert!(page.text().contains("code-unknown"));
    let (mut browser, page, _) = open(&house, house.learner().await).await;
    browser
        .submit(&page, &format!("{page}/code"), &[("code", &code)])
        .await;
    assert!(browser.get(&page).await.text().contains("has not chosen you yet"));
    assert!(evidence(&house).await.is_none());
}

#[tokio::test]
async fn a_teacher_gives_no_code() {
    let (house, _) = house().await;
    ask_for(&house, &[Rule::ClaimCode]).await;
    let code = code(&house, 5).await;
    house.clock.set(NOW + Duration::minutes(90));
    let teacher = Entrant {
        role: Role::Staff,
        ..house.learner().await
    };
    let (browser, page, _) = open(&house, teacher).await;
    let secret = browser.cookies.values().next().unwrap().clone();
    let token = plugin_server::csrf::token(&secret);
    let mut browser = browser;
    let answer = browser
        .post(&format!("{page}/code"), &[("csrf", &token), ("code", &code)])
        .await;
    assert!(answer.text().contains("nothing-earned"), "{}", answer.text());
    assert_eq!(house.rows("claim_code_uses").await, 0);
}
