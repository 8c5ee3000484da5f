//! The teacher's page: look before, turn on, follow up.

mod hand_out;

use axum::http::StatusCode;
use openbadges::{bake, limits::Limits};
use plugin_server::{
    db::{
        badges, decisions,
        placements::{self, Placement},
        registrations,
    },
    services::{
        choosing::TeachersMay,
        completion::{self, Condition, Mode, Rule},
        launches::{Entrant, Role},
    },
};
use serde_json::json;
use time::Duration;

use crate::support::{Answer, Browser, House};

const LINK: &str = "badge-1";
/// What the form sends for the link that is asked who may open it.
const GATED: (&str, &str) = ("rule-gated-roster", "on");
const AUTOMATIC: (&str, &str) = ("mode", "automatic");

/// A course of two learners of whom one may open the activity, and its teacher on the page of the badge.
struct Course {
    house: House,
    teacher: Browser,
    page: String,
}

impl Course {
    /// The badge is off, as a teacher's choice leaves it.
    async fn new() -> Self {
        let house = House::with_demo().await;
        house.platform.enrol("before", "Learner");
        house.platform.enrol("after", "Learner");
        house.platform.enrol("teacher", "Instructor");
        house.platform.gate(LINK, &["after", "teacher"]);
        house.link().await;
        let id = placements::list(&house.app.db).await.unwrap().remove(0).id;
        placements::turn_off(&house.app.db, &id).await.unwrap();
        let (teacher, page) = enter(&house, "teacher").await;
        Self { house, teacher, page }
    }

    /// The same, asking the platform who may open the activity.
    async fn gated(mode: Mode) -> Self {
        let mut course = Self::new().await;
        let answer = course.set(&[GATED, ("mode", mode.as_str())]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        course
    }

    async fn placement(&self) -> Placement {
        placements::list(&self.house.app.db).await.unwrap().remove(0)
    }

    async fn set(&mut self, fields: &[(&str, &str)]) -> Answer {
        let page = self.page.clone();
        self.teacher.submit(&page, &page, fields).await
    }

    async fn look(&mut self) -> String {
        let answer = self.teacher.get(&self.page).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.text()
    }

    fn below(&self, rest: &str) -> String {
        format!("{}{rest}", self.page)
    }

    /// Looks at the confirmation and sends it.
    async fn turn_on_with(&mut self, fields: &[(&str, &str)]) -> Answer {
        let confirm = self.below("/confirm");
        let html = self.teacher.get(&confirm).await.text();
        let seen = field(&html, "seen");
        let fields: Vec<_> = [("seen", seen.as_str())]
            .into_iter()
            .chain(fields.iter().copied())
            .collect();
        let turn_on = self.below("/turn-on");
        self.teacher.submit(&confirm, &turn_on, &fields).await
    }

    async fn turn_on(&mut self) {
        let answer = self.turn_on_with(&[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert!(self.placement().await.is_on);
    }

    /// Time goes by until the platform is asked again, and the teacher opens the activity again.
    async fn wait(&mut self) {
        self.house.wait(Duration::hours(7));
        (self.teacher, self.page) = enter(&self.house, "teacher").await;
    }

    async fn poll(&self) {
        completion::poll_due(&self.house.app).await.unwrap();
    }

    async fn holders(&self) -> Vec<String> {
        let placement = self.placement().await;
        let db = &self.house.app.db;
        let subjects =
            plugin_server::db::awards::subjects(db, &placement.badge_id, &placement.registration_id).await;
        subjects.unwrap().into_iter().collect()
    }

    /// What a learner reads who opens the activity.
    async fn open(&self, subject: &str) -> String {
        let entrant = Entrant {
            subject: Some(subject.to_owned()),
            ..self.house.learner().await
        };
        let (mut browser, page) = self.house.enter(entrant).await;
        browser.get(&page).await.text()
    }
}

fn staff(learner: Entrant, subject: &str) -> Entrant {
    Entrant {
        subject: Some(subject.to_owned()),
        role: Role::Staff,
        may_manage: true,
        name: Some("Teacher One".to_owned()),
        ..learner
    }
}

/// Somebody who builds the course, and the page that their launch leads to.
async fn enter(house: &House, subject: &str) -> (Browser, String) {
    let (mut browser, claim) = house.enter(staff(house.learner().await, subject)).await;
    let answer = browser.get(&claim).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (browser, answer.header("location").to_owned())
}

/// The value of a hidden field.
fn field(html: &str, name: &str) -> String {
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\"")).expect(html);
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn before_it_is_on_a_teacher_sees_who_would_get_it_and_that_nothing_was_sent() {
    let mut course = Course::gated(Mode::Claim).await;
    let page = course.look().await;
    for sentence in [
        "Nothing has been sent yet.",
        "1 of 2 learners meets the condition today.",
        "<summary>Show who they are</summary>",
        "Person after",
        "Be allowed to open this activity",
    ] {
        assert!(page.contains(sentence), "{sentence}: {page}");
    }
    assert!(
        !page.contains("Person before") && !page.contains("Person teacher"),
        "{page}"
    );
    assert!(
        course
            .open("after")
            .await
            .contains("has not turned this badge on yet")
    );
    assert_eq!(course.holders().await, [""; 0]);
}

#[tokio::test]
async fn names_are_shown_and_not_kept() {
    let mut course = Course::gated(Mode::Automatic).await;
    course.look().await;
    course.turn_on().await;
    course.poll().await;
    assert!(course.look().await.contains("Person after"));
    let kept: Vec<String> = sqlx::query_scalar(
        "SELECT evidence || COALESCE(reason, '') FROM qualifications
         UNION ALL SELECT evidence FROM awards UNION ALL SELECT document FROM credentials",
    )
    .fetch_all(&course.house.app.db)
    .await
    .unwrap();
    assert!(
        !kept.is_empty() && !kept.iter().any(|row| row.contains("Person after")),
        "{kept:?}"
    );
}

#[tokio::test]
async fn only_those_who_build_the_course_come_here_and_only_where_it_is_allowed() {
    let mut course = Course::new().await;
    let launch = course.page.rsplit('/').next().unwrap().to_owned();
    let paths = ["", "/confirm", "/preview", "/test.png", "/follow-up.csv"];
    for entrant in [
        course.house.learner().await,
        Entrant {
            may_manage: false,
            ..staff(course.house.learner().await, "assistant")
        },
        Entrant {
            subject: None,
            ..staff(course.house.learner().await, "nobody")
        },
    ] {
        let (mut browser, claim) = course.house.enter(entrant).await;
        assert_eq!(
            browser.get(&claim).await.status,
            StatusCode::OK,
            "not sent elsewhere"
        );
        let own = claim.replace("/claim/", "/manage/");
        for path in paths {
            let answer = browser.get(&format!("{own}{path}")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(answer.text().contains("managing-not-yours"), "{path}");
            let stolen = browser.get(&format!("/manage/{launch}{path}")).await;
            assert!(stolen.text().contains("launch-session-ended"), "{path}");
        }
    }
    let db = &course.house.app.db;
    let mut registration = registrations::list(db).await.unwrap().remove(0);
    registration.teachers_may = TeachersMay::Nothing.as_str().to_owned();
    registrations::upsert(db, &registration).await.unwrap();
    let taken_back = course.teacher.get(&course.page).await;
    assert!(taken_back.text().contains("managing-not-yours"));
}

#[tokio::test]
async fn a_form_from_elsewhere_changes_nothing() {
    let mut course = Course::new().await;
    for path in ["", "/turn-on", "/turn-off", "/decide", "/renew"] {
        let answer = course
            .teacher
            .post(&course.below(path), &[("csrf", "forged")])
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.text().contains("form-expired"), "{path}");
    }
    assert!(!course.placement().await.is_on);
}

#[tokio::test]
async fn the_confirmation_repeats_the_number_and_what_will_happen() {
    for (mode, says) in [
        (
            Mode::Automatic,
            "Issue to these 2 now, and to others as they qualify",
        ),
        (
            Mode::Claim,
            "learners who meet the condition claim the badge when they open this activity",
        ),
    ] {
        let mut course = Course::gated(mode).await;
        course.house.platform.enrol("also", "Learner");
        course.house.platform.gate(LINK, &["after", "also"]);
        let page = course.teacher.get(&course.below("/confirm")).await.text();
        assert!(
            page.contains("2 of 3 learners meet the condition today."),
            "{page}"
        );
        assert!(page.contains(says), "{page}");
        assert!(
            page.contains("“mark as done”"),
            "what we cannot see is said: {page}"
        );
        course.turn_on().await;
        let placement = course.placement().await;
        assert_eq!(placement.turned_on_by.as_deref(), Some("teacher"));
        assert_eq!(placement.turned_on_at, Some(course.house.app.timestamp()));
    }
}

#[tokio::test]
async fn turned_on_to_issue_by_itself_it_goes_to_those_who_were_shown() {
    let mut course = Course::gated(Mode::Automatic).await;
    course.poll().await;
    assert_eq!(course.holders().await, [""; 0], "not while it is off");
    course.turn_on().await;
    course.turn_on_with_an_old_page().await;
    course.poll().await;
    assert_eq!(course.holders().await, ["after"]);
    let page = course.look().await;
    assert!(page.contains("It is issued by itself."), "{page}");
    assert!(!page.contains("Nothing has been sent yet."), "{page}");
}

impl Course {
    /// Sends the confirmation again, as a second click does.
    async fn turn_on_with_an_old_page(&mut self) {
        let since = self.placement().await.turned_on_at;
        self.house.wait(Duration::minutes(1));
        let placement = self.placement().await;
        let seen = plugin_server::services::managing::looked_at(&placement);
        let (page, turn_on) = (self.page.clone(), self.below("/turn-on"));
        let answer = self.teacher.submit(&page, &turn_on, &[("seen", &seen)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(self.placement().await.turned_on_at, since);
    }
}

#[tokio::test]
async fn what_was_not_looked_at_is_not_turned_on() {
    let mut course = Course::gated(Mode::Claim).await;
    let confirm = course.below("/confirm");
    let html = course.teacher.get(&confirm).await.text();
    // Another teacher says meanwhile that it is issued by itself.
    let (mut other, page) = enter(&course.house, "teacher-2").await;
    other.submit(&page, &page, &[GATED, AUTOMATIC]).await;
    let (token, seen) = (field(&html, "csrf"), field(&html, "seen"));
    let turn_on = course.below("/turn-on");
    let answer = course
        .teacher
        .post(&turn_on, &[("csrf", &token), ("seen", &seen)])
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = answer.text();
    assert!(page.contains("was changed while you looked"), "{page}");
    assert!(
        page.contains("Issue to this 1 person now"),
        "as it is now: {page}"
    );
    assert!(!course.placement().await.is_on);
}

#[tokio::test]
async fn when_everyone_qualifies_it_is_not_issued_by_itself() {
    let mut course = Course::gated(Mode::Automatic).await;
    course.house.platform.gate(LINK, &["before", "after", "teacher"]);
    let page = course.teacher.get(&course.below("/confirm")).await.text();
    let sentence =
        "Everyone in the course (2) would get it. Add a condition, or choose that learners claim it.";
    assert!(page.contains(sentence), "{page}");
    assert!(!page.contains("id=\"turn-on\""), "{page}");
    let seen = plugin_server::services::managing::looked_at(&course.placement().await);
    let (page, turn_on) = (course.page.clone(), course.below("/turn-on"));
    let answer = course.teacher.submit(&page, &turn_on, &[("seen", &seen)]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(
        answer
            .text()
            .contains("Everyone in the course would get this badge"),
        "{}",
        answer.text()
    );
    assert!(!course.placement().await.is_on);
    course.set(&[GATED, ("mode", "claim")]).await;
    course.turn_on().await;
}

#[tokio::test]
async fn when_nobody_qualifies_it_says_why_that_may_be() {
    let mut course = Course::gated(Mode::Claim).await;
    course.house.platform.gate(LINK, &[]);
    let page = course.look().await;
    assert!(
        page.contains("None of the 2 learners meets the condition today."),
        "{page}"
    );
    assert!(
        page.contains("it is hidden, or nobody has done yet what it asks"),
        "{page}"
    );
}

#[tokio::test]
async fn a_fourth_badge_in_a_course_is_asked_about() {
    let mut course = Course::gated(Mode::Claim).await;
    let other = course.placement().await;
    for number in 1..=3 {
        let more = Placement {
            id: format!("more-{number}"),
            resource_link_id: format!("more-{number}"),
            context_id: Some("course-1".to_owned()),
            is_on: true,
            created_at: other.created_at - number,
            ..other.clone()
        };
        placements::upsert(&course.house.app.db, &more).await.unwrap();
    }
    let refused = course.turn_on_with(&[]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let page = refused.text();
    assert!(
        page.contains("This course gives 3 other badges already. Is each worth something on its own?"),
        "{page}"
    );
    assert!(!course.placement().await.is_on);
    let answer = course.turn_on_with(&[("worth", "yes")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(course.placement().await.is_on);
}

#[tokio::test]
async fn a_change_of_who_gets_it_or_how_turns_it_off_until_somebody_looked_again() {
    let mut course = Course::gated(Mode::Claim).await;
    course.turn_on().await;
    course
        .set(&[GATED, ("mode", "claim"), ("send_score", "on")])
        .await;
    let placement = course.placement().await;
    assert!(placement.is_on && placement.send_score);
    course.set(&[GATED, AUTOMATIC]).await;
    assert!(!course.placement().await.is_on);
    course.turn_on().await;
    course
        .set(&[
            GATED,
            ("rule-grade", "on"),
            ("minimum_percent", "60"),
            ("combine", "any"),
            AUTOMATIC,
        ])
        .await;
    let placement = course.placement().await;
    assert!(!placement.is_on && !placement.send_score);
    let condition =
        r#"{"combine":"any","rules":[{"rule":"gated-roster"},{"rule":"grade","minimum_percent":60}]}"#;
    assert_eq!(placement.condition, condition);
}

#[tokio::test]
async fn a_setting_that_could_not_work_is_shown_again_with_the_reason_and_not_kept() {
    let mut course = Course::gated(Mode::Claim).await;
    let before = course.placement().await.condition;
    for (fields, sentence) in [
        (&[("mode", "claim")][..], "href=\"#setting\""),
        (&[("rule-opening", "on"), AUTOMATIC], "href=\"#mode-automatic\""),
        (
            &[("rule-grade", "on"), ("minimum_percent", "0")],
            "href=\"#minimum_percent\"",
        ),
        (
            &[("rule-grade", "on"), ("minimum_percent", "many")],
            "href=\"#minimum_percent\"",
        ),
        (
            &[
                ("rule-grade", "on"),
                ("minimum_percent", "50"),
                ("send_score", "on"),
            ],
            "href=\"#send_score\"",
        ),
    ] {
        let answer = course.set(fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        let page = answer.text();
        assert!(page.contains(sentence), "{fields:?}: {page}");
        for (name, _) in fields
            .iter()
            .filter(|(name, value)| name.starts_with("rule-") && *value == "on")
        {
            assert!(
                page.contains(&format!("name=\"{name}\" value=\"on\" checked")),
                "{fields:?}: {page}"
            );
        }
    }
    assert_eq!(course.placement().await.condition, before);
}

#[tokio::test]
async fn a_teacher_decides_about_somebody_whom_the_roster_calls_a_learner_too() {
    let mut course = Course::gated(Mode::Automatic).await;
    course.house.platform.enrol_as(json!({
        "status": "Active", "roles": ["Learner", "Instructor"], "user_id": "both", "name": "Person both",
    }));
    course.house.platform.gate(LINK, &["after", "both"]);
    course.turn_on().await;
    course.poll().await;
    assert_eq!(course.holders().await, ["after"]);
    let page = course.look().await;
    assert!(
        page.contains("You decide") && page.contains("Person both"),
        "{page}"
    );
    let (own, decide) = (course.page.clone(), course.below("/decide"));
    for (answer, holders) in [("no", vec!["after"]), ("yes", vec!["after", "both"])] {
        let fields = [("subject", "both"), ("answer", answer)];
        let sent = course.teacher.submit(&own, &decide, &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let kept = decisions::list(&course.house.app.db, &course.placement().await.id)
            .await
            .unwrap();
        assert_eq!(
            (kept[0].answer.as_str(), kept[0].decided_by.as_str()),
            (answer, "teacher")
        );
        course.poll().await;
        assert_eq!(course.holders().await, holders, "{answer}");
    }
    let fields = [("subject", "teacher"), ("answer", "yes")];
    let own_case = course.teacher.submit(&own, &decide, &fields).await;
    assert!(own_case.text().contains("decided-about-oneself"));
    let fields = [("subject", "both"), ("answer", "perhaps")];
    assert_eq!(
        course.teacher.submit(&own, &decide, &fields).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn a_reset_of_the_course_takes_nothing_back_and_is_told() {
    let mut course = Course::gated(Mode::Automatic).await;
    course.turn_on().await;
    course.poll().await;
    let before: String = sqlx::query_scalar("SELECT document FROM credentials")
        .fetch_one(&course.house.app.db)
        .await
        .unwrap();
    // Completion is undone, and then the people go.
    course.house.platform.gate(LINK, &["teacher"]);
    course.wait().await;
    course.poll().await;
    assert!(
        course
            .look()
            .await
            .contains("One person no longer meets the condition")
    );
    course
        .house
        .platform
        .state()
        .members
        .retain(|member| member["user_id"] == "teacher");
    course.wait().await;
    course.poll().await;
    assert!(
        course
            .look()
            .await
            .contains("nothing is ever taken back by itself")
    );
    assert_eq!(course.holders().await, ["after"]);
    let after: String = sqlx::query_scalar("SELECT document FROM credentials")
        .fetch_one(&course.house.app.db)
        .await
        .unwrap();
    assert_eq!(after, before);
    assert!(course.open("after").await.contains("This badge is yours"));
}

#[tokio::test]
async fn turned_off_it_gives_nothing_more_and_what_was_given_stays() {
    let mut course = Course::gated(Mode::Claim).await;
    course.turn_on().await;
    assert!(course.open("after").await.contains("You did it"));
    let (page, turn_off) = (course.page.clone(), course.below("/turn-off"));
    for _ in 0..2 {
        let answer = course.teacher.submit(&page, &turn_off, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    course.house.platform.gate(LINK, &["before", "after"]);
    assert!(
        course
            .open("before")
            .await
            .contains("has not turned this badge on yet")
    );
    assert!(course.open("after").await.contains("You did it"));
    assert!(course.look().await.contains("The badges that were given stay."));
}

#[tokio::test]
async fn the_follow_up_tells_who_has_it_and_what_did_not_arrive() {
    let mut course = Course::gated(Mode::Claim).await;
    course.turn_on().await;
    course.open("after").await;
    let award: String = sqlx::query_scalar("SELECT id FROM awards")
        .fetch_one(&course.house.app.db)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO outbox (id, kind, dedup_key, created_at, due_at, state, last_error)
         VALUES ('1', 'score', 'score:' || $1, 0, 0, 'dead', 'not-found')",
    )
    .bind(&award)
    .execute(&course.house.app.db)
    .await
    .unwrap();
    let page = course.look().await;
    for part in [
        "<dt>met the condition</dt><dd>1</dd>",
        "<dt>were given the badge</dt><dd>1</dd>",
        "<dt>claimed it</dt><dd>0</dd>",
        "<dt>not delivered</dt><dd>1</dd>",
        "Not delivered yet: There is nothing at this address.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn the_follow_up_as_a_spreadsheet_computes_nothing_and_has_headings_in_the_language() {
    let mut course = Course::gated(Mode::Claim).await;
    course.house.platform.enrol_as(json!({
        "status": "Active", "roles": ["Learner"], "user_id": "formula",
        "name": "=HYPERLINK(\"https://elsewhere.example\")\r\n",
    }));
    course.house.platform.gate(LINK, &["formula"]);
    course.turn_on().await;
    course.open("formula").await;
    let path = course.below("/follow-up.csv");
    for (language, heading) in [
        ("en", "\u{feff}Person,Met the condition,Given,Claimed,Remark\n"),
        ("fr", "\u{feff}Personne,Condition remplie,Reçu,Retiré,Remarque\n"),
    ] {
        let answer = course.teacher.get(&format!("{path}?lang={language}")).await;
        assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
        assert!(answer.header("content-disposition").starts_with("attachment; "));
        let sheet = answer.text();
        assert!(sheet.starts_with(heading), "{sheet}");
        let row = "\"'=HYPERLINK(\"\"https://elsewhere.example\"\")\",2026-11-22,2026-11-22,,\n";
        assert!(sheet.ends_with(row), "{sheet}");
    }
}

#[tokio::test]
async fn a_teacher_tries_the_badge_on_and_nothing_is_given() {
    let mut course = Course::new().await;
    let answer = course.teacher.get(&course.below("/test.png")).await;
    assert_eq!(answer.header("content-type"), "image/png");
    assert!(
        answer
            .header("content-disposition")
            .contains("TEST Laser cutter level 1.png")
    );
    let credential = bake::unbake(&answer.bytes, &Limits::default()).unwrap().payload;
    assert!(
        credential.contains("ext:TestBadge") && credential.contains("Teacher One"),
        "{credential}"
    );
    assert_eq!(course.holders().await, [""; 0]);
    let preview = course.teacher.get(&course.below("/preview")).await.text();
    assert!(preview.contains("you earn nothing by looking"), "{preview}");
}

#[tokio::test]
async fn those_with_an_older_version_get_the_new_one_by_one_click_as_the_same_badge() {
    let mut course = Course::gated(Mode::Automatic).await;
    course.turn_on().await;
    course.poll().await;
    let mut badge = course.house.badge().await;
    badge.criteria = "Cuts acrylic too.".to_owned();
    badges::upsert(&course.house.app.db, &badge).await.unwrap();
    let page = course.look().await;
    assert!(page.contains("One person has an older version."), "{page}");
    let (own, renew) = (course.page.clone(), course.below("/renew"));
    let answer = course.teacher.submit(&own, &renew, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert!(!course.look().await.contains("id=\"renew\""));
    assert_eq!(course.house.rows("replaced_credentials").await, 1);
    assert_eq!(course.house.rows("credentials").await, 1);
}

#[tokio::test]
async fn a_course_that_does_not_answer_can_still_be_set_up() {
    let mut course = Course::gated(Mode::Claim).await;
    course.house.platform.state().is_down = true;
    let page = course.look().await;
    assert!(page.contains("Your LMS does not answer at the moment."), "{page}");
    assert!(!page.contains("id=\"count\""), "no number is made up: {page}");
    course.turn_on().await;
}

#[tokio::test]
async fn a_rule_that_is_set_up_elsewhere_stays_when_the_rest_is_changed() {
    let mut course = Course::new().await;
    let id = course.placement().await.id;
    let condition = Condition::only(Rule::Choice).to_json().unwrap();
    placements::set_condition(&course.house.app.db, &id, &condition, "claim", false)
        .await
        .unwrap();
    assert!(
        course
            .look()
            .await
            .contains("name=\"rule-choice\" value=\"on\" checked")
    );
    course
        .set(&[("rule-choice", "on"), GATED, ("combine", "any")])
        .await;
    let condition = r#"{"combine":"any","rules":[{"rule":"gated-roster"},{"rule":"choice"}]}"#;
    assert_eq!(course.placement().await.condition, condition);
}
