//! Columns, results and scores.

use lti_advantage::{
    ags::{self, ActivityProgress, GradeResult, GradingProgress, LineItemFilter, NewLineItem, Score, Sent},
    error::ServiceError,
    http::{Method, Request, Transport},
    service::{AccessTokens as _, ServiceAddress},
    vocab::scope,
};
use time::Duration;

use crate::{
    visitor::Visitor,
    world::{NOW, ONE, TEACHER, TWO, World},
};

fn score(user_id: &str, score_given: f64) -> Score<'_> {
    Score {
        user_id,
        score_given,
        score_maximum: 1.0,
        activity_progress: ActivityProgress::Completed,
        grading_progress: GradingProgress::FullyGraded,
        timestamp: NOW,
    }
}

async fn send(world: &World, column: &ServiceAddress, score: &Score<'_>) -> Result<Sent, ServiceError> {
    ags::send_score(&world.service(), column, score).await
}

async fn result_of(world: &World, column: &ServiceAddress, user_id: &str) -> Option<GradeResult> {
    let results = ags::results(&world.service(), column, Some(user_id)).await;
    results.unwrap().pop()
}

async fn share_of(world: &World, column: &ServiceAddress, user_id: &str) -> Option<f64> {
    result_of(world, column, user_id)
        .await
        .and_then(|result| result.share())
}

#[tokio::test]
async fn results_and_scores_go_before_the_query_of_a_column() {
    for on in [true, false] {
        let world = World::with(&[("type-id", on)]).await;
        let column = world.column(on).await;
        assert_eq!(send(&world, &column, &score(ONE, 0.5)).await, Ok(Sent::Taken));
        assert_eq!(share_of(&world, &column, ONE).await, Some(0.5));
        let listed = ags::line_items(&world.service(), world.columns(), LineItemFilter::default()).await;
        let listed = listed.unwrap();
        assert_eq!(listed[0].id, column.url().as_str());
        assert_eq!(listed[0].id.ends_with("?type_id=1"), on);
    }
}

#[tokio::test]
async fn pages_of_columns_are_followed_through_typographic_quotes() {
    for (on, quote) in [(true, "rel=\u{201c}next\u{201d}"), (false, "rel=\"next\"")] {
        let world = World::with(&[("curly-links", on)]).await;
        for _ in 0..3 {
            world.column(true).await;
        }
        let columns = world.columns().asking("limit", "1");
        let listed = ags::line_items(&world.service(), columns, LineItemFilter::default()).await;
        assert_eq!(listed.unwrap().len(), 3);
        let pages: Vec<_> = world
            .answers()
            .into_iter()
            .filter(|answer| answer.url.contains("limit="))
            .collect();
        assert_eq!(pages.len(), 3);
        assert!(
            pages[0].header("link").contains(quote),
            "{}",
            pages[0].header("link")
        );
        assert_eq!(pages[0].header("link").contains("&amp;"), on);
    }
}

#[tokio::test]
async fn one_exact_media_type_is_asked_for() {
    for (on, status) in [(true, 400), (false, 200)] {
        let world = World::with(&[("exact-accept", on)]).await;
        let column = world.column(true).await;
        ags::line_item(&world.service(), &column).await.unwrap();
        ags::line_items(&world.service(), world.columns(), LineItemFilter::default())
            .await
            .unwrap();
        // What a client that asks for anything gets.
        let answer = anything(&world, &column).await;
        assert_eq!(answer, status, "exact-accept={on}");
    }
}

/// The status of a call with a good token that takes any media type.
async fn anything(world: &World, column: &ServiceAddress) -> u16 {
    world.token(&[scope::LINE_ITEM_READ_ONLY]).await.unwrap();
    let token = serde_json::from_slice::<serde_json::Value>(&world.last("/token").response.body).unwrap();
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let request = Request {
        method: Method::Get,
        url: column.url().clone(),
        headers: vec![("accept", "*/*".to_owned()), ("authorization", bearer)],
        body: Vec::new(),
        max_response_bytes: 1 << 16,
    };
    world.send(request).await.unwrap().status
}

#[tokio::test]
async fn results_are_asked_for_without_a_page_size() {
    for (on, status) in [(true, 404), (false, 200)] {
        let world = World::with(&[("results-limit-breaks", on)]).await;
        let column = world.column(true).await;
        world.typed("learner-one", 85.0).await;
        world.typed("learner-two", 20.0).await;
        let all = ags::results(&world.service(), &column, None).await.unwrap();
        assert_eq!(all.len(), 2);
        assert!(!world.last("/results").url.contains("limit"));
        let limited = ags::results(&world.service(), &column.asking("limit", "1"), None).await;
        assert_eq!(
            world.answers().iter().any(|answer| answer.response.status == 404),
            on
        );
        assert_eq!(limited.is_ok(), status == 200);
    }
}

#[tokio::test]
async fn a_score_sent_twice_is_there_once() {
    for (on, second) in [(true, Sent::AlreadyThere), (false, Sent::Taken)] {
        let world = World::with(&[("stale-conflict", on)]).await;
        let column = world.column(true).await;
        assert_eq!(send(&world, &column, &score(ONE, 1.0)).await, Ok(Sent::Taken));
        let status = |world: &World| world.last("/scores").response.status;
        assert_eq!(send(&world, &column, &score(ONE, 0.1)).await, Ok(second));
        assert_eq!(status(&world), if on { 409 } else { 200 });
        assert_eq!(
            share_of(&world, &column, ONE).await,
            Some(1.0),
            "the kept score stays"
        );
        let later = Score {
            timestamp: NOW + Duration::SECOND,
            ..score(ONE, 0.25)
        };
        assert_eq!(send(&world, &column, &later).await, Ok(Sent::Taken));
        assert_eq!(share_of(&world, &column, ONE).await, Some(0.25));
    }
}

#[tokio::test]
async fn a_result_of_nothing_is_not_a_result_of_zero_where_zero_is_written() {
    for (on, expected) in [(true, None), (false, Some(0.0))] {
        let world = World::with(&[("zero-without-score", on)]).await;
        let column = world.column(true).await;
        world.typed("learner-one", 0.0).await;
        let result = result_of(&world, &column, ONE).await.unwrap();
        assert_eq!(result.share(), expected);
        assert_eq!(result_of(&world, &column, TWO).await, None);
    }
}

#[tokio::test]
async fn what_a_teacher_typed_is_read_and_outlasts_our_score_where_the_platform_says_so() {
    for (on, expected) in [(true, 0.85), (false, 1.0)] {
        let world = World::with(&[("typed-grade-stays", on)]).await;
        let column = world.column(true).await;
        world.typed("learner-one", 85.0).await;
        assert_eq!(share_of(&world, &column, ONE).await, Some(0.85));
        assert_eq!(send(&world, &column, &score(ONE, 1.0)).await, Ok(Sent::Taken));
        assert_eq!(share_of(&world, &column, ONE).await, Some(expected));
    }
}

#[tokio::test]
async fn a_score_for_a_teacher_is_refused_for_good() {
    let world = World::with(&[]).await;
    let column = world.column(true).await;
    let error = send(&world, &column, &score(TEACHER, 1.0)).await.unwrap_err();
    assert!(
        matches!(error, ServiceError::Refused { status: 400, .. }),
        "{error}"
    );
    assert!(!error.is_passing());
    let tolerant = World::with(&[("gradable-only", false)]).await;
    let column = tolerant.column(true).await;
    assert_eq!(
        send(&tolerant, &column, &score(TEACHER, 1.0)).await,
        Ok(Sent::Taken)
    );
}

#[tokio::test]
async fn a_figure_counts_when_its_grading_is_over() {
    let unfinished = Score {
        grading_progress: GradingProgress::NotReady,
        ..score(ONE, 1.0)
    };
    for (on, expected) in [(true, None), (false, Some(1.0))] {
        let world = World::with(&[("final-scores-only", on)]).await;
        let column = world.column(true).await;
        assert_eq!(send(&world, &column, &unfinished).await, Ok(Sent::Taken));
        assert_eq!(share_of(&world, &column, ONE).await, expected);
    }
}

#[tokio::test]
async fn a_column_that_the_tool_makes_is_found_again_by_its_own_identifier() {
    let world = World::with(&[]).await;
    let new = NewLineItem {
        label: "Badge",
        score_maximum: 1.0,
        resource_id: "placement-1",
        resource_link_id: Some("badge-1"),
    };
    let made = ags::create_line_item(&world.service(), &world.columns(), &new)
        .await
        .unwrap();
    assert_eq!(world.last("/lineitems").response.status, 201);
    let filter = LineItemFilter {
        resource_link_id: Some("badge-1"),
        resource_id: Some("placement-1"),
    };
    let found = ags::line_items(&world.service(), world.columns(), filter)
        .await
        .unwrap();
    assert_eq!(found, std::slice::from_ref(&made));
    assert_eq!(
        send(&world, &world.own(&made.id), &score(TWO, 1.0)).await,
        Ok(Sent::Taken)
    );
}

#[tokio::test]
async fn a_teacher_gives_an_activity_a_column_and_types_a_grade_that_we_read() {
    let world = World::with(&[]).await;
    let teacher = Visitor::enter(&world, "teacher").await;
    assert!(
        teacher
            .get("/grades")
            .await
            .body
            .contains("There is no column yet")
    );
    let settings = [("name", "Get your badge"), ("graded", "on")];
    teacher.post("/badge/badge-1/settings", &settings).await;
    let endpoint = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    let claims = teacher.launched("/launch/badge-1").await;
    let column = world.own(claims[endpoint]["lineitem"].as_str().unwrap());
    let typed = [("column", "1"), ("person", "learner-one"), ("score", "72,5")];
    assert_eq!(teacher.post("/grades", &typed).await.location, "/grades");
    assert_eq!(share_of(&world, &column, ONE).await, Some(0.725));
    let wrong = [("column", "1"), ("person", "learner-one"), ("score", "good")];
    assert_eq!(teacher.post("/grades", &wrong).await.status, 422);
    assert_eq!(share_of(&world, &column, ONE).await, Some(0.725));
    let learner = Visitor::enter(&world, "learner-one").await;
    assert_eq!(learner.get("/grades").await.location, "/course");
}
