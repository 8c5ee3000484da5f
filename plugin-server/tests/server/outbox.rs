//! What follows from an award: sent until it arrives, and counted once.

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use lti_advantage::vocab::scope;
use plugin_server::{
    clients::{Letter, MailError, Mailer, Pending},
    db::{
        outbox::{self, Parcel},
        placements::{self, Placement},
        resource_links::{self, ResourceLink},
    },
    services::{
        background,
        completion::{Condition, Mode, Rule},
        launches::Entrant,
        outbox::deliver_due,
    },
};
use time::Duration;

use crate::support::{Browser, House};

/// A house whose activity sends scores back, and its activity.
async fn house() -> (House, ResourceLink) {
    let house = House::with_demo().await;
    set_send_score(&house, true).await;
    for learner in ["learner-1", "learner-2", "learner-3"] {
        house.platform.enrol(learner, "Learner");
    }
    let link = house.link().await;
    (house, link)
}

async fn set_send_score(house: &House, send_score: bool) {
    let placement = placements::list(&house.app.db).await.unwrap().remove(0);
    let placement = Placement {
        send_score,
        ..placement
    };
    placements::upsert(&house.app.db, &placement).await.unwrap();
}

/// A learner opens the activity, and so earns its badge.
async fn open(house: &House, subject: &str) -> (Browser, String) {
    let entrant = Entrant {
        subject: Some(subject.to_owned()),
        ..house.learner().await
    };
    let (mut browser, page) = house.enter(entrant).await;
    assert_eq!(browser.get(&page).await.status, StatusCode::OK);
    (browser, page)
}

/// The only parcel.
async fn parcel(house: &House) -> Parcel {
    let mut all: Vec<Parcel> = sqlx::query_as("SELECT * FROM outbox")
        .fetch_all(&house.app.db)
        .await
        .unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// Lets time pass, with a look for work every `step`.
async fn pass(house: &House, duration: Duration, step: Duration) {
    let end = house.app.now() + duration;
    while house.app.now() < end {
        house.wait(step);
        background::tick(&house.app).await;
    }
}

#[tokio::test]
async fn a_score_follows_from_an_award_once() {
    let (house, _) = house().await;
    open(&house, "learner-1").await;
    open(&house, "learner-1").await;
    background::tick(&house.app).await;
    background::tick(&house.app).await;
    assert_eq!(house.platform.scored(), ["learner-1"]);
    let score = house.platform.state().scores[0].clone();
    assert_eq!(
        (&score["scoreGiven"], &score["scoreMaximum"]),
        (&1.0.into(), &1.0.into())
    );
    assert_eq!(score["activityProgress"], "Completed");
    assert_eq!(score["gradingProgress"], "FullyGraded");
    let parcel = parcel(&house).await;
    assert_eq!((parcel.state.as_str(), parcel.payload), ("delivered", None));
}

#[tokio::test]
async fn no_score_is_sent_where_nobody_asked_for_it() {
    let (house, _) = house().await;
    set_send_score(&house, false).await;
    open(&house, "learner-1").await;
    background::tick(&house.app).await;
    assert_eq!((house.rows("awards").await, house.rows("outbox").await), (1, 0));
    assert_eq!(house.platform.asked("/scores"), 0);
}

#[tokio::test]
async fn an_award_is_not_there_without_what_follows_from_it() {
    let (house, _) = house().await;
    sqlx::query("DROP TABLE outbox")
        .execute(&house.app.db)
        .await
        .unwrap();
    let (mut browser, page) = house.enter(house.learner().await).await;
    assert_eq!(browser.get(&page).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(house.rows("awards").await, 0);
}

#[tokio::test]
async fn a_platform_that_is_down_for_an_hour_loses_nothing_and_gets_nothing_twice() {
    let (house, _) = house().await;
    house.platform.state().is_down = true;
    for learner in ["learner-1", "learner-2", "learner-3"] {
        let (mut browser, page) = open(&house, learner).await;
        // The badge does not wait for the grade book.
        let claimed = browser.submit(&page, &page, &[]).await;
        assert_eq!(claimed.status, StatusCode::SEE_OTHER);
        pass(&house, Duration::minutes(5), Duration::seconds(15)).await;
    }
    pass(&house, Duration::minutes(45), Duration::seconds(15)).await;
    assert_eq!(house.rows("credentials").await, 3);
    let asked_while_down = house.platform.asked("/token");
    assert!(
        asked_while_down <= 20,
        "{asked_while_down} times in an hour is too often"
    );
    house.platform.state().is_down = false;
    pass(&house, Duration::hours(1), Duration::seconds(15)).await;
    let mut scored = house.platform.scored();
    scored.sort();
    assert_eq!(scored, ["learner-1", "learner-2", "learner-3"]);
    assert_eq!(outbox::count(&house.app.db, "delivered").await.unwrap(), 3);
}

#[tokio::test]
async fn a_platform_that_is_down_is_asked_for_one_of_all_that_wait() {
    let (house, _) = house().await;
    house.platform.state().is_down = true;
    for learner in ["learner-1", "learner-2", "learner-3"] {
        open(&house, learner).await;
    }
    background::tick(&house.app).await;
    assert_eq!(house.platform.asked("/token"), 1);
}

#[tokio::test]
async fn a_score_whose_answer_is_lost_counts_once() {
    // Moodle answers 409 to the second, Open edX 400.
    for stale_status in [409, 400] {
        let (house, _) = house().await;
        house.platform.state().stale_status = stale_status;
        house.platform.state().loses_answers_to_scores = true;
        open(&house, "learner-1").await;
        background::tick(&house.app).await;
        assert_eq!(
            parcel(&house).await.last_error.as_deref(),
            Some("service-unreachable")
        );
        house.platform.state().loses_answers_to_scores = false;
        pass(&house, Duration::minutes(2), Duration::seconds(15)).await;
        assert_eq!(parcel(&house).await.state, "delivered", "{stale_status}");
        assert_eq!(house.platform.scored(), ["learner-1"]);
    }
}

#[tokio::test]
async fn of_two_servers_that_look_for_work_at_once_one_does_it() {
    let (house, _) = house().await;
    let other = house.reopen().await.unwrap();
    for learner in ["learner-1", "learner-2", "learner-3"] {
        open(&house, learner).await;
    }
    let (one, two) = tokio::join!(deliver_due(&house.app), deliver_due(&other));
    one.unwrap();
    two.unwrap();
    assert_eq!(house.platform.asked("/scores"), 3);
    assert_eq!(outbox::count(&house.app.db, "delivered").await.unwrap(), 3);
}

#[tokio::test]
async fn what_a_server_had_in_hand_when_it_stopped_is_taken_up_after_a_while() {
    let (house, _) = house().await;
    open(&house, "learner-1").await;
    let (now, lease) = (house.app.timestamp(), house.app.config.background.lease);
    let lease_until = now + i64::try_from(lease.as_secs()).unwrap();
    outbox::take_due(&house.app.db, now, lease_until)
        .await
        .unwrap()
        .unwrap();
    house.wait(Duration::seconds(lease_until - now - 1));
    deliver_due(&house.app).await.unwrap();
    assert_eq!(house.platform.asked("/scores"), 0);
    house.wait(Duration::seconds(1));
    deliver_due(&house.app).await.unwrap();
    assert_eq!(house.platform.scored(), ["learner-1"]);
}

#[tokio::test]
async fn a_server_that_comes_late_does_not_undo_what_another_did() {
    let (house, _) = house().await;
    open(&house, "learner-1").await;
    let now = house.app.timestamp();
    let slow = outbox::take_due(&house.app.db, now, now + 10)
        .await
        .unwrap()
        .unwrap();
    house.wait(Duration::seconds(10));
    let other = outbox::take_due(&house.app.db, now + 10, now + 30)
        .await
        .unwrap()
        .unwrap();
    let failed = outbox::set_failed(&house.app.db, &slow, ("service-refused", None), None, now + 11);
    failed.await.unwrap();
    let after = parcel(&house).await;
    assert_eq!(
        (after.state.as_str(), after.lease_until),
        ("waiting", other.lease_until)
    );
}

#[tokio::test]
async fn what_the_platform_refuses_is_given_up_and_an_administrator_sends_it_again() {
    let (house, _) = house().await;
    house.platform.state().members.clear();
    open(&house, "learner-1").await;
    open(&house, "learner-2").await;
    pass(&house, Duration::hours(1), Duration::minutes(1)).await;
    assert_eq!(house.platform.asked("/scores"), 10, "five tries for each");
    let mut administrator = house.administrator().await;
    let page = administrator.get("/admin/outbox").await.text();
    for shown in [
        "Laser cutter, level 1",
        "Demo LMS",
        "<code>learner-1</code>",
        "<code>learner-2</code>",
        "The platform refused.",
        "22 November 2026, after 5 tries",
        "<code>service-refused</code>",
        "Incorrect score received",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    administrator.language = "fr";
    let page = administrator.get("/admin/outbox").await.text();
    assert!(page.contains("La plateforme a refusé."));

    house.platform.enrol("learner-1", "Learner");
    house.platform.enrol("learner-2", "Learner");
    let dead = outbox::list_dead(&house.app.db, 10).await.unwrap();
    let one = administrator
        .submit("/admin/outbox", "/admin/outbox", &[("parcel", &dead[0].id)])
        .await;
    assert_eq!(one.status, StatusCode::SEE_OTHER);
    background::tick(&house.app).await;
    assert_eq!(house.platform.scored().len(), 1);
    administrator.submit("/admin/outbox", "/admin/outbox", &[]).await;
    background::tick(&house.app).await;
    assert_eq!(house.platform.scored().len(), 2);
    assert_eq!(outbox::count(&house.app.db, "dead").await.unwrap(), 0);
}

#[tokio::test]
async fn only_an_administrator_sends_again() {
    let (house, _) = house().await;
    let mut stranger = house.browser();
    let page = stranger.get_as("/admin/outbox", "application/json").await;
    assert_eq!(page.json()["error"]["code"], "admin-session-needed");
    let sent = stranger.post("/admin/outbox", &[("csrf", "none")]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let mut administrator = house.administrator().await;
    let sent = administrator.post("/admin/outbox", &[("csrf", "none")]).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
}

/// The activity, as a platform describes it that names no column for it.
async fn without_column(house: &House, link: ResourceLink, ags_scopes: &str) {
    let link = ResourceLink {
        line_item_url: None,
        ags_scopes: ags_scopes.to_owned(),
        ..link
    };
    resource_links::upsert(&house.app.db, &link).await.unwrap();
}

#[tokio::test]
async fn a_column_is_made_once_where_the_platform_names_none() {
    let (house, link) = house().await;
    let there = house.platform.columns();
    let scopes = link.ags_scopes.clone();
    without_column(&house, link, &scopes).await;
    for learner in ["learner-1", "learner-2"] {
        open(&house, learner).await;
    }
    let other = house.reopen().await.unwrap();
    let (one, two) = tokio::join!(deliver_due(&house.app), deliver_due(&other));
    one.unwrap();
    two.unwrap();
    // A server that found the column in the making waits for its next round.
    pass(&house, Duration::minutes(2), Duration::seconds(15)).await;
    assert_eq!(house.platform.columns(), there + 1);
    assert_eq!(house.platform.scored().len(), 2);
}

#[tokio::test]
async fn a_column_is_found_where_the_platform_gives_the_right_to_write_and_none_to_read() {
    let (house, link) = house().await;
    let scopes = [scope::LINE_ITEM, scope::SCORE];
    house.platform.state().scopes = scopes.into();
    without_column(&house, link, &scopes.join(" ")).await;
    open(&house, "learner-1").await;
    deliver_due(&house.app).await.unwrap();
    assert_eq!(house.platform.scored(), ["learner-1"]);
}

#[tokio::test]
async fn a_column_that_was_made_before_a_crash_is_found_again() {
    let (house, link) = house().await;
    let scopes = link.ags_scopes.clone();
    without_column(&house, link, &scopes).await;
    open(&house, "learner-1").await;
    deliver_due(&house.app).await.unwrap();
    let made = house.platform.columns();
    sqlx::query("UPDATE resource_links SET own_line_item_url = NULL")
        .execute(&house.app.db)
        .await
        .unwrap();
    open(&house, "learner-2").await;
    deliver_due(&house.app).await.unwrap();
    assert_eq!(house.platform.columns(), made);
    assert_eq!(house.platform.scored(), ["learner-1", "learner-2"]);
}

#[tokio::test]
async fn without_a_column_and_without_the_right_to_make_one_it_is_said() {
    let (house, link) = house().await;
    let there = house.platform.columns();
    without_column(
        &house,
        link,
        "https://purl.imsglobal.org/spec/lti-ags/scope/score",
    )
    .await;
    open(&house, "learner-1").await;
    pass(&house, Duration::hours(1), Duration::minutes(1)).await;
    let parcel = parcel(&house).await;
    assert_eq!(
        (parcel.state.as_str(), parcel.last_error.as_deref()),
        ("dead", Some("column-missing"))
    );
    assert_eq!(house.platform.columns(), there);
}

#[tokio::test]
async fn a_column_that_a_later_launch_names_is_used() {
    let (house, link) = house().await;
    without_column(&house, link.clone(), "").await;
    open(&house, "learner-1").await;
    deliver_due(&house.app).await.unwrap();
    assert_eq!(parcel(&house).await.last_error.as_deref(), Some("column-missing"));
    resource_links::upsert(&house.app.db, &link).await.unwrap();
    pass(&house, Duration::minutes(2), Duration::seconds(15)).await;
    assert_eq!(house.platform.scored(), ["learner-1"]);
}

#[tokio::test]
async fn an_administrator_lets_an_activity_send_scores() {
    let (house, _) = house().await;
    let badge = house.badge().await;
    let placement = placements::list(&house.app.db).await.unwrap().remove(0);
    let mut administrator = house.administrator().await;
    let fields = [
        ("badge", badge.id.as_str()),
        ("registration", placement.registration_id.as_str()),
        ("deployment", "1"),
        ("resource_link", "badge-2"),
        ("rule-opening", "on"),
        ("mode", "claim"),
        ("send_score", "on"),
    ];
    administrator
        .submit("/admin/placements", "/admin/placements", &fields)
        .await;
    let placed = placements::find(&house.app.db, &placement.registration_id, "1", "badge-2").await;
    assert!(placed.unwrap().unwrap().send_score);
}

#[tokio::test]
async fn fifty_launches_of_one_learner_at_once_on_two_servers_give_one_award_one_credential_and_one_score() {
    let (house, _) = house().await;
    let house = Arc::new(house);
    let other = Arc::new(house.reopen().await.unwrap());
    let mut launches = tokio::task::JoinSet::new();
    for number in 0..50 {
        let (house, other) = (Arc::clone(&house), Arc::clone(&other));
        let entrant = house.learner().await;
        launches.spawn(async move {
            let (mut browser, page) = house.enter(entrant).await;
            if number % 2 == 0 {
                browser.visit(&other);
            }
            browser.get(&page).await;
            let claimed = browser.submit(&page, &page, &[]).await;
            assert_eq!(claimed.status, StatusCode::SEE_OTHER, "{}", claimed.text());
            deliver_due(if number % 2 == 0 { &other } else { &house.app })
                .await
                .unwrap();
        });
    }
    launches.join_all().await;
    assert_eq!(
        (house.rows("awards").await, house.rows("credentials").await),
        (1, 1)
    );
    assert_eq!(house.platform.scored(), ["learner-1"]);
    assert_eq!(house.platform.asked("/scores"), 1);
}

/// A mail server that keeps what it is given, and answers what it is told to.
#[derive(Debug, Default)]
struct Letters {
    taken: Mutex<Vec<Letter>>,
    answer: Mutex<Option<MailError>>,
}

impl Mailer for Letters {
    fn send(&self, letter: Letter) -> Pending<'_, Result<(), MailError>> {
        let answer = self.answer.lock().unwrap().clone();
        if answer.is_none() {
            self.taken.lock().unwrap().push(letter);
        }
        Box::pin(std::future::ready(answer.map_or(Ok(()), Err)))
    }
}

/// A house with a mail server, whose activity issues by itself to the one learner who may open it.
async fn house_with_mail() -> (House, Arc<Letters>) {
    let (mut house, _) = house().await;
    let letters = Arc::new(Letters::default());
    house.app.mailer = Some(Arc::<Letters>::clone(&letters));
    house.platform.gate("badge-1", &["learner-1"]);
    let placement = placements::list(&house.app.db).await.unwrap().remove(0);
    let placement = Placement {
        condition: Condition::only(Rule::GatedRoster).to_json().unwrap(),
        mode: Mode::Automatic.as_str().to_owned(),
        ..placement
    };
    placements::upsert(&house.app.db, &placement).await.unwrap();
    (house, letters)
}

#[tokio::test]
async fn somebody_whose_badge_is_issued_by_itself_is_written_to_once() {
    let (house, letters) = house_with_mail().await;
    pass(&house, Duration::days(2), Duration::hours(1)).await;
    let taken = letters.taken.lock().unwrap().clone();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].to, "learner-1@univ.example");
    assert_eq!(taken[0].subject, "Your badge: Laser cutter, level 1");
    assert!(!taken[0].text.contains("Person learner-1"));
    let kept: Vec<Option<String>> = sqlx::query_scalar("SELECT payload FROM outbox")
        .fetch_all(&house.app.db)
        .await
        .unwrap();
    assert_eq!(kept, [None, None], "the address is forgotten");
}

#[tokio::test]
async fn an_address_is_sealed_while_its_letter_waits_and_named_in_no_error() {
    let (house, letters) = house_with_mail().await;
    let down = MailError::Passing {
        status: "no answer".to_owned(),
    };
    *letters.answer.lock().unwrap() = Some(down);
    background::tick(&house.app).await;
    let parcel: Parcel = sqlx::query_as("SELECT * FROM outbox WHERE kind = 'mail'")
        .fetch_one(&house.app.db)
        .await
        .unwrap();
    assert_eq!(parcel.last_error.as_deref(), Some("mail-unreachable"));
    let kept = format!("{:?} {:?}", parcel.payload, parcel.last_detail);
    assert!(!kept.contains("univ.example"), "{kept}");
    *letters.answer.lock().unwrap() = None;
    pass(&house, Duration::hours(1), Duration::minutes(1)).await;
    assert_eq!(letters.taken.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_letter_that_is_refused_is_given_up_and_shown() {
    let (house, letters) = house_with_mail().await;
    let refused = MailError::Refused {
        status: "550".to_owned(),
    };
    *letters.answer.lock().unwrap() = Some(refused);
    pass(&house, Duration::hours(2), Duration::minutes(1)).await;
    let page = house.administrator().await.get("/admin/outbox").await.text();
    for shown in [
        "Letter about the badge",
        "Laser cutter, level 1",
        "refused the letter: 550",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(!page.contains("univ.example"));
}

#[tokio::test]
async fn without_a_mail_server_no_address_is_kept() {
    let (mut house, _) = house_with_mail().await;
    house.app.mailer = None;
    background::tick(&house.app).await;
    assert_eq!(house.rows("credentials").await, 1);
    let letters: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM outbox WHERE kind = 'mail'")
        .fetch_one(&house.app.db)
        .await
        .unwrap();
    assert_eq!(letters, 0);
}
