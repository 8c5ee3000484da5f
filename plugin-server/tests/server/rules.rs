//! Completion rules: who earns under each, who does not, and what is kept of it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use plugin_server::{
    db::{
        awards::{self, Award},
        badges, credentials, offers, placements,
        placements::Placement,
        qualifications::{self, Qualification},
    },
    services::{
        awarding, background,
        completion::{self, Combine, Condition, Evidence, Mode, Rule, Survey},
        launches::{Entrant, Role},
    },
    state::App,
};
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use time::Duration;

use crate::support::{House, NOW};

const LINK: &str = "badge-1";
const GRADE: Rule = Rule::Grade { minimum_percent: 80 };
/// Rules that nothing is set up for yet.
const UNSET: Rule = Rule::CourseCompletion;

fn all(rules: &[Rule]) -> Condition {
    Condition {
        combine: Combine::All,
        rules: rules.to_vec(),
    }
}

fn any(rules: &[Rule]) -> Condition {
    Condition {
        combine: Combine::Any,
        rules: rules.to_vec(),
    }
}

/// A course where `after` did what the activity asks and `before` did not; the teacher, the observer and the
/// suspended learner would pass too, if what they did were all that counted.
struct Course {
    house: House,
    column: String,
}

impl Course {
    async fn new(condition: &Condition, mode: Mode) -> Self {
        let house = House::with_demo().await;
        for (subject, role) in [
            ("before", "Learner"),
            ("after", "Learner"),
            ("teacher", "Instructor"),
            ("observer", "Mentor"),
        ] {
            house.platform.enrol(subject, role);
        }
        let suspended = json!({"user_id": "suspended", "roles": ["Learner"], "status": "Inactive"});
        house.platform.enrol_as(suspended);
        let column = house.platform.column(LINK);
        for passes in ["after", "teacher", "observer", "suspended"] {
            house.platform.grade(&column, passes, 85.0, 100.0);
        }
        house.platform.grade(&column, "before", 40.0, 100.0);
        house
            .platform
            .gate(LINK, &["after", "teacher", "observer", "suspended"]);
        house.link().await;
        let course = Self { house, column };
        course.ask(condition, mode, false).await;
        course
    }

    /// Asks this of the activity from now on.
    async fn ask(&self, condition: &Condition, mode: Mode, send_score: bool) {
        let (id, condition) = (self.placement().await.id, condition.to_json().unwrap());
        placements::set_condition(self.app(), &id, &condition, mode.as_str(), send_score)
            .await
            .unwrap();
    }

    fn app(&self) -> &plugin_server::db::Pool {
        &self.house.app.db
    }

    async fn placement(&self) -> Placement {
        placements::list(self.app()).await.unwrap().remove(0)
    }

    async fn survey(&self) -> Survey {
        completion::survey(&self.house.app, &self.placement().await)
            .await
            .unwrap()
    }

    async fn poll(&self) {
        completion::poll_due(&self.house.app).await.unwrap();
    }

    /// Time goes by until the platform is asked again.
    async fn poll_again(&self) {
        self.house.wait(Duration::hours(7));
        self.poll().await;
    }

    async fn award(&self, subject: &str) -> Option<Award> {
        let placement = self.placement().await;
        awards::find(
            self.app(),
            &placement.badge_id,
            &placement.registration_id,
            subject,
        )
        .await
        .unwrap()
    }

    /// Who has the badge.
    async fn awarded(&self) -> Vec<String> {
        let placement = self.placement().await;
        let subjects = awards::subjects(self.app(), &placement.badge_id, &placement.registration_id);
        subjects.await.unwrap().into_iter().collect()
    }

    async fn qualification(&self, subject: &str) -> Option<Qualification> {
        qualifications::find(self.app(), &self.placement().await.id, subject)
            .await
            .unwrap()
    }

    /// The state and the code of the reason that are kept of somebody.
    async fn standing(&self, subject: &str) -> (String, Option<String>) {
        let kept = self.qualification(subject).await.unwrap();
        let reason = kept
            .reason
            .map(|reason| code(&serde_json::from_str(&reason).unwrap()));
        (kept.state, reason)
    }

    /// What the page says to somebody who opens the activity.
    async fn open_as(&self, subject: Option<&str>, role: Role, locale: &str) -> String {
        let entrant = Entrant {
            subject: subject.map(str::to_owned),
            role,
            locale: Some(locale.to_owned()),
            ..self.house.learner().await
        };
        let (mut browser, page) = self.house.enter(entrant).await;
        let answer = browser.get(&page).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.text()
    }

    async fn open(&self, learner: &str) -> String {
        self.open_as(Some(learner), Role::Learner, "en").await
    }
}

fn code(reason: &Value) -> String {
    reason["code"].as_str().unwrap().to_owned()
}

fn seen(award: &Award) -> Vec<Value> {
    let evidence: Value = serde_json::from_str(&award.evidence).unwrap();
    evidence["seen"].as_array().unwrap().clone()
}

fn problem(survey: &Survey) -> Option<&str> {
    survey.problem.as_ref().map(|reason| reason.code.as_ref())
}

#[tokio::test]
async fn each_rule_gives_the_badge_to_a_learner_who_did_it_and_opens_the_activity_and_to_nobody_else() {
    const EARNED: &str = "You did it";
    const PREVIEW: &str = "this is a preview";
    const NOT_A_LEARNER: &str = "your course says that you are not one of them";
    const ANONYMOUS: &str = "did not tell us who you are";
    const MISSING: &str = "something is still missing";
    for (rule, before) in [
        // The platform does not let them in, so nobody comes who has not done it.
        (Rule::Opening, EARNED),
        (Rule::GatedRoster, MISSING),
        (GRADE, "a grade of at least 80%, and yours is 40%"),
    ] {
        let course = Course::new(&Condition::only(rule), Mode::Claim).await;
        let mut earned = Vec::new();
        for (subject, role, says) in [
            (Some("after"), Role::Learner, EARNED),
            (Some("before"), Role::Learner, before),
            (Some("teacher"), Role::Staff, PREVIEW),
            (Some("observer"), Role::Other, NOT_A_LEARNER),
            (None, Role::Learner, ANONYMOUS),
        ] {
            let page = course.open_as(subject, role, "en").await;
            assert!(page.contains(says), "{rule:?} {subject:?}: {page}");
            assert_eq!(page.contains("<form"), says == EARNED, "{rule:?} {subject:?}");
            earned.extend(subject.filter(|_| says == EARNED));
            assert_eq!(course.awarded().await, earned, "{rule:?} {subject:?}");
        }
        let award = course.award("after").await.unwrap();
        assert_eq!(award.rule, rule.as_str());
        assert_eq!(award.placement_id, Some(course.placement().await.id));
        let kept = course.qualification("after").await.unwrap();
        assert_eq!((kept.state.as_str(), &kept.evidence), ("met", &award.evidence));
    }
}

#[tokio::test]
async fn each_rule_that_the_platform_can_be_asked_about_issues_by_itself_to_learners_who_did_it_and_to_nobody_else()
 {
    let gate = json!({
        "rule": "gated-roster", "source": "roster", "at": NOW.unix_timestamp(), "resource_link_id": LINK,
        "context_id": "course-1", "listed": 1, "learners": 2,
    });
    let grade = json!({
        "rule": "grade", "source": "results", "at": NOW.unix_timestamp(), "score": 85.0, "maximum": 100.0,
        "minimum_percent": 80, "column": "http://127.0.0.1:8081/columns/0/column?type_id=1",
    });
    for (condition, words, evidence) in [
        (all(&[Rule::GatedRoster]), "gated-roster", vec![gate.clone()]),
        (all(&[GRADE]), "grade", vec![grade.clone()]),
        (
            all(&[Rule::GatedRoster, GRADE]),
            "gated-roster+grade",
            vec![gate.clone(), grade.clone()],
        ),
        (any(&[UNSET, GRADE]), "grade", vec![grade]),
        (
            any(&[Rule::Opening, Rule::GatedRoster]),
            "gated-roster",
            vec![gate],
        ),
    ] {
        let course = Course::new(&condition, Mode::Automatic).await;
        course.poll().await;
        assert_eq!(course.awarded().await, ["after"], "{condition:?}");
        let award = course.award("after").await.unwrap();
        assert_eq!(award.rule, words);
        assert_eq!(seen(&award), evidence);
        assert!(!award.evidence.contains("univ.example") && !award.evidence.contains("Person"));
        let credential = credentials::find(course.app(), &award.id).await.unwrap();
        assert!(credential.is_some(), "{condition:?}: the badge is signed");
        let page = course.open("after").await;
        assert!(page.contains("This badge is yours"), "{page}");
    }
}

#[tokio::test]
async fn what_could_not_be_found_out_is_never_earned() {
    let course = Course::new(&all(&[UNSET]), Mode::Automatic).await;
    for condition in [
        all(&[UNSET]),
        any(&[UNSET]),
        all(&[Rule::GatedRoster, UNSET]),
        all(&[UNSET, GRADE]),
        all(&[Rule::Event]),
    ] {
        course.ask(&condition, Mode::Automatic, false).await;
        course.poll().await;
        let page = course.open("after").await;
        assert!(page.contains("is not fully set up"), "{condition:?}: {page}");
        assert!(course.awarded().await.is_empty(), "{condition:?}");
    }
}

#[tokio::test]
async fn a_badge_issued_by_itself_holds_the_address_as_a_fingerprint_and_no_name() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    course.poll().await;
    let award = course.award("after").await.unwrap();
    let credential = credentials::find(course.app(), &award.id).await.unwrap().unwrap();
    let document: Value = serde_json::from_str(&credential.document).unwrap();
    let identifiers = document["credentialSubject"]["identifier"].as_array().unwrap();
    assert_eq!(identifiers.len(), 1);
    assert_eq!(identifiers[0]["identityType"], "emailAddress");
    assert_eq!(identifiers[0]["hashed"], true);
    assert!(!credential.document.contains("Person") && !credential.document.contains("univ.example"));
}

#[tokio::test]
async fn a_gate_that_is_open_to_all_issues_nothing_by_itself_and_learners_can_still_claim() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    course.house.platform.state().gates.clear();
    let survey = course.survey().await;
    assert!(survey.roster_equals_gate);
    assert_eq!((survey.total_learners, survey.met.len()), (2, 2));
    course.poll().await;
    assert!(course.awarded().await.is_empty());
    let kept = course.placement().await.check_problem.unwrap();
    assert_eq!(code(&serde_json::from_str(&kept).unwrap()), "gate-open-to-all");
    course.house.wait(Duration::minutes(6));
    assert!(course.open("after").await.contains("You did it"));
    assert_eq!(course.awarded().await, ["after"]);
    // Another rule that is met still tells, and the gate adds nothing to it.
    course
        .ask(&any(&[Rule::GatedRoster, GRADE]), Mode::Automatic, false)
        .await;
    course.house.platform.grade(&course.column, "before", 90.0, 100.0);
    course.poll().await;
    assert_eq!(course.award("before").await.unwrap().rule, "grade");
}

#[tokio::test]
async fn a_platform_that_knows_no_roster_of_a_link_issues_nothing_by_itself() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    course.house.platform.state().ignores_rlid = true;
    course.poll().await;
    assert!(course.awarded().await.is_empty());
    assert!(course.survey().await.roster_equals_gate);
}

#[tokio::test]
async fn a_gate_that_nobody_passes_is_hidden_or_not_done_yet_and_never_done() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    course.house.platform.gate(LINK, &[]);
    let survey = course.survey().await;
    assert_eq!(problem(&survey), Some("gate-closed-to-all"));
    assert!(survey.met.is_empty() && !survey.roster_equals_gate);
    course.poll().await;
    assert!(course.awarded().await.is_empty());
}

#[tokio::test]
async fn somebody_with_other_roles_is_held_for_a_person_to_decide() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    for (subject, roles) in [
        ("both", &["Learner", "Instructor"][..]),
        ("assistant", &["Learner"]),
    ] {
        course
            .house
            .platform
            .enrol_as(json!({"user_id": subject, "roles": roles}));
    }
    course.house.platform.gate(LINK, &["after", "both", "assistant"]);
    // Moodle calls a teacher who may not edit the course a learner on its roster, and an instructor when they come.
    course.open_as(Some("assistant"), Role::Staff, "en").await;
    course.poll().await;
    assert_eq!(course.awarded().await, ["after"]);
    for subject in ["both", "assistant"] {
        let held = ("held".to_owned(), Some("other-roles".to_owned()));
        assert_eq!(course.standing(subject).await, held, "{subject}");
    }
    let survey = course.survey().await;
    let held: Vec<&str> = survey.held.iter().map(|person| person.subject.as_str()).collect();
    assert_eq!(held, ["assistant", "both"]);
    assert_eq!(
        survey.total_learners, 3,
        "somebody with two roles is no learner and nothing else"
    );
    // Coming back as a learner changes nothing by itself.
    let page = course.open("assistant").await;
    assert!(
        page.contains("a teacher decides whether this badge is for you"),
        "{page}"
    );
    assert_eq!(course.awarded().await, ["after"]);
}

#[tokio::test]
async fn somebody_listed_twice_with_two_roles_is_held() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    for roles in [&["Learner"][..], &["Learner", "Instructor"]] {
        course
            .house
            .platform
            .enrol_as(json!({"user_id": "twice", "roles": roles}));
    }
    course.house.platform.grade(&course.column, "twice", 100.0, 100.0);
    course.poll().await;
    assert_eq!(course.awarded().await, ["after"]);
    assert_eq!(course.standing("twice").await.0, "held");
}

#[tokio::test]
async fn nothing_is_taken_back_from_somebody_who_drops_out_later() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    course.poll().await;
    let first = course.qualification("after").await.unwrap();
    course.house.platform.gate(LINK, &["before"]);
    course.poll_again().await;
    let no_longer = ("no-longer".to_owned(), Some("gate-closed".to_owned()));
    assert_eq!(course.standing("after").await, no_longer);
    assert_eq!(course.awarded().await, ["after", "before"]);
    assert!(course.open("after").await.contains("This badge is yours"));
    let survey = course.survey().await;
    assert_eq!(survey.no_longer.len(), 1);
    assert_eq!(survey.no_longer[0].subject, "after");
    // Somebody who has left the course is no longer there either.
    course
        .house
        .platform
        .state()
        .members
        .retain(|member| member["user_id"] != "before");
    course.poll_again().await;
    let left = ("no-longer".to_owned(), Some("left-course".to_owned()));
    assert_eq!(course.standing("before").await, left);
    // And whoever comes back did it when they did it.
    course.house.platform.gate(LINK, &["after"]);
    course.house.platform.enrol("newcomer", "Learner");
    course.poll_again().await;
    let back = course.qualification("after").await.unwrap();
    assert_eq!(
        (back.state.as_str(), back.first_met_at),
        ("met", first.first_met_at)
    );
    assert_eq!(course.house.rows("awards").await, 2);
}

#[tokio::test]
async fn names_are_shown_live_and_never_kept() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    let survey = course.survey().await;
    assert_eq!(survey.met.len(), 1);
    assert_eq!(survey.met[0].name.as_deref(), Some("Person after"));
    assert_eq!(
        course.house.rows("qualifications").await,
        0,
        "a survey writes nothing"
    );
    assert_eq!(course.house.rows("awards").await, 0, "and issues nothing");
    course.poll().await;
    for kept in qualifications::list(course.app(), &course.placement().await.id)
        .await
        .unwrap()
    {
        assert!(!format!("{kept:?}").contains("Person") && !format!("{kept:?}").contains("univ.example"));
    }
}

#[tokio::test]
async fn a_roster_of_many_pages_counts_learners_alone_though_its_next_page_loses_the_role() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    course.house.platform.state().page_size = 1;
    course.poll().await;
    assert_eq!(course.awarded().await, ["after"]);
    assert_eq!(course.survey().await.total_learners, 2);
}

#[tokio::test]
async fn a_course_that_is_too_large_to_ask_about_falls_back_on_opening() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    let mut app = course.house.app.clone();
    let mut config = (*app.config).clone();
    config.polling.max_members = 1;
    app.config = config.into();
    let survey = completion::survey(&app, &course.placement().await).await.unwrap();
    assert_eq!(problem(&survey), Some("course-too-large"));
    completion::poll_due(&app).await.unwrap();
    assert!(course.awarded().await.is_empty());
    let waiting = course.placement().await;
    let wait = waiting.next_check_at.unwrap() - NOW.unix_timestamp();
    assert!(wait > Duration::hours(21).whole_seconds(), "{wait}");
    assert!(course.open("after").await.contains("You did it"));
    let award = course.award("after").await.unwrap();
    assert_eq!(seen(&award)[0]["source"], "launch");
    assert_eq!(seen(&award)[0]["because"], "course-too-large");
    // It is issued by itself all the same, once the learner has come.
    course.house.wait(Duration::days(2));
    completion::poll_due(&app).await.unwrap();
    assert!(
        credentials::find(course.app(), &award.id)
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn a_platform_that_does_not_answer_is_asked_more_and_more_slowly_and_nothing_is_lost() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Automatic).await;
    course.house.platform.state().is_down = true;
    let mut waits = Vec::new();
    for failures in 1..=12 {
        course.poll().await;
        let placement = course.placement().await;
        assert_eq!(placement.check_failures, failures);
        let kept = placement.check_problem.unwrap();
        assert_eq!(code(&serde_json::from_str(&kept).unwrap()), "platform-silent");
        let wait = placement.next_check_at.unwrap() - course.house.app.timestamp();
        waits.push(wait);
        let asked = course.house.platform.state().asked.len();
        course.house.wait(Duration::seconds(wait - 1));
        course.poll().await;
        assert_eq!(
            course.house.platform.state().asked.len(),
            asked,
            "it is left alone until then"
        );
        course.house.wait(Duration::seconds(1));
    }
    for (wait, minutes) in waits
        .iter()
        .zip([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440])
    {
        let (low, high) = (minutes * 54, minutes * 66);
        assert!(
            (low..=high).contains(wait),
            "{wait} s is not about {minutes} minutes"
        );
    }
    course.house.platform.state().is_down = false;
    course.poll().await;
    assert_eq!(course.awarded().await, ["after"]);
    assert_eq!(course.placement().await.check_failures, 0);
}

#[tokio::test]
async fn a_learner_who_comes_while_the_platform_is_down_is_told_so_and_it_is_not_asked_each_time() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Claim).await;
    course.house.platform.state().is_down = true;
    for learner in ["after", "before"] {
        let page = course.open(learner).await;
        assert!(page.contains("does not answer at the moment"), "{page}");
    }
    assert_eq!(course.house.platform.asked("/token"), 1);
    course.house.platform.state().is_down = false;
    course.house.wait(Duration::minutes(6));
    assert!(course.open("after").await.contains("You did it"));
}

#[tokio::test]
async fn a_whole_class_that_opens_the_activity_has_the_roster_read_once_in_a_few_minutes() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Claim).await;
    for _ in 0..5 {
        course.open("before").await;
    }
    assert_eq!(
        course.house.platform.asked("/roster"),
        2,
        "the whole one, and the gated one"
    );
    course.house.platform.gate(LINK, &["before", "after"]);
    course.house.wait(Duration::minutes(4));
    assert!(course.open("before").await.contains("come back in a few minutes"));
    course.house.wait(Duration::minutes(1));
    assert!(course.open("before").await.contains("You did it"));
    assert_eq!(course.house.platform.asked("/roster"), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_that_poll_at_once_make_one_award_and_one_credential() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    let other = course.house.reopen().await.unwrap();
    let poll = |app: App| tokio::spawn(async move { completion::poll_due(&app).await.unwrap() });
    let polls: Vec<_> = (0..4)
        .flat_map(|_| [poll(course.house.app.clone()), poll(other.clone())])
        .collect();
    for poll in polls {
        poll.await.unwrap();
    }
    assert_eq!(course.house.platform.asked("/roster"), 1, "one of them asked");
    assert_eq!(course.house.rows("awards").await, 1);
    assert_eq!(course.house.rows("credentials").await, 1);
}

#[tokio::test]
async fn a_placement_in_the_hands_of_a_server_that_stopped_is_taken_up_again() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    let now = course.house.app.timestamp();
    let taken = placements::take_due(course.app(), now, now + 600).await.unwrap();
    assert!(taken.is_some());
    course.poll().await;
    assert!(course.awarded().await.is_empty(), "another server has it");
    course.house.wait(Duration::minutes(11));
    course.poll().await;
    assert_eq!(course.awarded().await, ["after"]);
}

#[tokio::test]
async fn an_award_whose_badge_was_not_signed_is_signed_at_the_next_poll() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    course.poll().await;
    let award = course.award("after").await.unwrap();
    // As if the server had stopped between the two.
    sqlx::query("DELETE FROM credentials")
        .execute(course.app())
        .await
        .unwrap();
    course.poll_again().await;
    let credential = credentials::find(course.app(), &award.id).await.unwrap().unwrap();
    assert!(credential.document.contains(&award.credential_id));
    assert_eq!(course.house.rows("awards").await, 1);
}

#[tokio::test]
async fn the_background_work_polls() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    background::tick(&course.house.app).await;
    assert_eq!(course.awarded().await, ["after"]);
}

#[tokio::test]
async fn a_placement_that_is_off_gives_nothing_and_keeps_what_it_gave() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    course.poll().await;
    let id = course.placement().await.id;
    placements::turn_off(course.app(), &id).await.unwrap();
    course
        .house
        .platform
        .grade(&course.column, "before", 100.0, 100.0);
    course.poll_again().await;
    let page = course.open("before").await;
    assert!(page.contains("has not turned this badge on yet"), "{page}");
    assert_eq!(course.awarded().await, ["after"]);
    assert!(course.open("after").await.contains("This badge is yours"));
    let placement = course.placement().await;
    assert!(
        placements::turn_on(course.app(), &placement, Some("teacher"), 1)
            .await
            .unwrap()
    );
    course.poll().await;
    assert_eq!(course.awarded().await, ["after", "before"]);
}

#[tokio::test]
async fn a_grade_counts_from_its_minimum_on_whoever_wrote_it() {
    let course = Course::new(&all(&[GRADE]), Mode::Claim).await;
    for (score, maximum, says) in [
        (80.0, 100.0, "You did it"),
        (4.0, 5.0, "You did it"),
        (2.4, 3.0, "You did it"),
        // A calculated column may exceed its best possible figure.
        (110.0, 100.0, "You did it"),
        (79.9, 100.0, "yours is 79%"),
        (0.0, 100.0, "yours is 0%"),
        (80.0, 0.0, "and you have none yet"),
    ] {
        let subject = format!("with-{score}-of-{maximum}");
        course
            .house
            .platform
            .grade(&course.column, &subject, score, maximum);
        let page = course.open(&subject).await;
        assert!(page.contains(says), "{score} of {maximum}: {page}");
    }
    let page = course.open("nobody-graded").await;
    assert!(page.contains("and you have none yet"), "{page}");
}

#[tokio::test]
async fn a_score_of_our_own_is_never_proof() {
    let condition = all(&[GRADE]);
    let refused = condition.check(Mode::Claim, true).unwrap_err();
    assert_eq!(refused.code(), "grade-by-own-score");
    // And where the settings say so all the same, nothing is earned.
    let course = Course::new(&condition, Mode::Automatic).await;
    course.ask(&condition, Mode::Automatic, true).await;
    course.poll().await;
    assert!(course.open("after").await.contains("it would write itself"));
    assert!(course.awarded().await.is_empty());
    assert_eq!(problem(&course.survey().await), Some("grade-by-own-score"));
}

#[tokio::test]
async fn a_score_that_was_sent_for_an_earlier_badge_proves_nothing_for_the_next() {
    let course = Course::new(&all(&[Rule::Opening]), Mode::Claim).await;
    course.ask(&all(&[Rule::Opening]), Mode::Claim, true).await;
    course.open("before").await;
    assert_eq!(course.house.rows("outbox").await, 1);
    // Another badge takes its place on the activity, and finds the score in the column.
    let mut other = course.house.badge().await;
    other.id = "other".to_owned();
    badges::upsert(course.app(), &other).await.unwrap();
    let placement = Placement {
        badge_id: other.id,
        condition: all(&[GRADE]).to_json().unwrap(),
        mode: "automatic".to_owned(),
        send_score: false,
        ..course.placement().await
    };
    placements::upsert(course.app(), &placement).await.unwrap();
    course.house.platform.grade(&course.column, "before", 1.0, 1.0);
    course.poll().await;
    assert_eq!(course.awarded().await, ["after"]);
    let held = ("held".to_owned(), Some("own-score".to_owned()));
    assert_eq!(course.standing("before").await, held);
    let page = course.open("before").await;
    assert!(
        page.contains("a teacher decides whether this one is for you"),
        "{page}"
    );
}

#[tokio::test]
async fn what_keeps_a_rule_from_telling_is_said_before_it_is_turned_on() {
    for (rule, take_away, code) in [
        (Rule::GatedRoster, "memberships_url", "roster-not-offered"),
        (GRADE, "line_item_url", "no-column"),
    ] {
        let course = Course::new(&all(&[rule]), Mode::Claim).await;
        let statement = sqlx::AssertSqlSafe(format!("UPDATE resource_links SET {take_away} = NULL"));
        sqlx::query(statement).execute(course.app()).await.unwrap();
        assert_eq!(problem(&course.survey().await), Some(code));
        course.open("after").await;
        assert!(course.awarded().await.is_empty(), "{code}");
    }
    let course = Course::new(&all(&[Rule::Opening]), Mode::Claim).await;
    assert_eq!(problem(&course.survey().await), Some("opening-cannot-be-counted"));
    course.house.platform.state().service_status = Some(403);
    assert_eq!(problem(&course.survey().await), Some("platform-refused"));
    course.house.platform.state().service_status = Some(503);
    assert_eq!(problem(&course.survey().await), Some("platform-silent"));
}

#[tokio::test]
async fn rules_that_are_met_one_after_the_other_are_met_together() {
    let course = Course::new(&all(&[Rule::Opening, GRADE]), Mode::Automatic).await;
    course.poll().await;
    assert!(
        course.awarded().await.is_empty(),
        "after has the grade and has not come"
    );
    assert!(course.open("before").await.contains("yours is 40%"));
    assert!(
        course.awarded().await.is_empty(),
        "before has come and has not the grade"
    );
    course.house.platform.grade(&course.column, "before", 90.0, 100.0);
    course.poll_again().await;
    assert_eq!(course.awarded().await, ["before"]);
    let award = course.award("before").await.unwrap();
    assert_eq!(award.rule, "opening+grade");
    let sources: BTreeMap<String, Value> = seen(&award)
        .into_iter()
        .map(|seen| (seen["rule"].as_str().unwrap().to_owned(), seen["source"].clone()))
        .collect();
    assert_eq!(json!(sources), json!({"opening": "launch", "grade": "results"}));
}

#[tokio::test]
async fn who_met_what_was_asked_before_is_not_taken_to_meet_what_is_asked_now() {
    let course = Course::new(&all(&[Rule::GatedRoster]), Mode::Claim).await;
    course.open("before").await;
    assert!(course.qualification("after").await.is_some());
    course.ask(&all(&[GRADE]), Mode::Claim, false).await;
    assert!(course.qualification("after").await.is_none());
}

#[tokio::test]
async fn nobody_is_awarded_by_what_was_asked_a_moment_ago() {
    let course = Course::new(&all(&[GRADE]), Mode::Automatic).await;
    let (app, before) = (&course.house.app, course.placement().await);
    let evidence = Evidence::from_json(r#"{"seen":[{"rule":"grade","source":"results","at":1}]}"#);
    let award = async || awarding::award(app, &before, "after", &evidence).await.unwrap();
    course
        .ask(&all(&[Rule::GatedRoster]), Mode::Automatic, false)
        .await;
    assert!(award().await.is_none(), "it asks something else");
    course.ask(&all(&[GRADE]), Mode::Automatic, false).await;
    placements::turn_off(course.app(), &before.id).await.unwrap();
    assert!(award().await.is_none(), "it is off");
    assert_eq!(course.house.rows("awards").await, 0);
    assert_eq!(course.house.rows("qualifications").await, 0);
    placements::turn_on(course.app(), &before, None, 1).await.unwrap();
    assert!(award().await.is_some());
}

#[tokio::test]
async fn a_learner_is_told_in_their_language_what_is_missing() {
    let course = Course::new(&all(&[GRADE]), Mode::Claim).await;
    let page = course.open_as(Some("before"), Role::Learner, "fr").await;
    assert!(
        page.contains("une note d’au moins 80\u{202f}%, et la vôtre est de 40\u{202f}%"),
        "{page}"
    );
}

#[tokio::test]
async fn what_was_placed_before_there_were_conditions_asks_for_opening_still() {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("blason.sqlite"))
        .create_if_missing(true)
        .foreign_keys(true);
    // One connection: others would read by the tables as they were.
    let pool = SqlitePoolOptions::new().max_connections(1);
    let db = pool.connect_with(options).await.unwrap();
    let migrations = sqlx::migrate!("migrations/sqlite");
    migrations.run_to(4, &db).await.unwrap();
    for row in [
        "INSERT INTO organisations VALUES ('o', 'main', 'O', NULL, 1)",
        "INSERT INTO badges VALUES ('b', 'o', 'B', 'd', 'c', 'en', NULL, NULL, NULL, X'00', 1, 1)",
        "INSERT INTO registrations VALUES ('r', 'R', 'i', 'c', 'a', 't', 'j', 1, 'choose')",
        "INSERT INTO placements VALUES ('p', 'r', '1', 'link', 'b', 'opening', 1)",
        "INSERT INTO offers VALUES ('f', 'r', '1', 'course', 'b', 'opening', NULL, 1)",
        "INSERT INTO awards VALUES ('w', 'b', 'r', 's', 'urn:1', 'page', 'opening', '{}', 1, FALSE)",
    ] {
        sqlx::query(row).execute(&db).await.unwrap();
    }
    migrations.run(&db).await.unwrap();
    let opening = all(&[Rule::Opening]);
    let placement = placements::find_by_id(&db, "p").await.unwrap().unwrap();
    assert_eq!(Condition::of(&placement).unwrap(), opening);
    assert_eq!((placement.is_on, placement.mode.as_str()), (true, "claim"));
    assert!(!placement.send_score);
    let offer = offers::find(&db, "f").await.unwrap().unwrap();
    assert_eq!(Condition::from_json(&offer.condition).unwrap(), opening);
    let award = awards::find(&db, "b", "r", "s").await.unwrap().unwrap();
    assert_eq!((award.rule.as_str(), award.placement_id), ("opening", None));
    migrations.undo(&db, 4).await.unwrap();
    let rule: String = sqlx::query_scalar("SELECT rule FROM placements")
        .fetch_one(&db)
        .await
        .unwrap();
    assert_eq!(rule, "opening");
}
