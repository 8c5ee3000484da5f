//! Columns, results and scores as platforms write them.

use serde_json::{Value, json};

use super::*;
use crate::{
    error::ServiceError,
    service::tests::{NOW, Platform, address, answer, ready},
};

const COLUMNS: &str = "https://moodle.example/mod/lti/services.php/2/lineitems?type_id=1";
const COLUMN: &str = "https://moodle.example/mod/lti/services.php/2/lineitems/3/lineitem?type_id=1";

#[test]
fn the_columns_of_a_link_are_listed_through_moodles_own_paging() {
    // Typographic quotes and escaped ampersands, as a Moodle 4.5 sends them.
    let next = "<https://moodle.example/mod/lti/services.php/2/lineitems?type_id=1&amp;limit=1&amp;from=1>; rel=“next”";
    let item = |id: u8, link: &str| {
        format!(
            r#"{{"id":"https://moodle.example/{id}","label":"Badge","scoreMaximum":100,"resourceId":"","tag":"","resourceLinkId":"{link}","ltiLinkId":"{link}"}}"#
        )
    };
    let platform = Platform::answering([
        answer(200, &format!("[{},{}]", item(3, "1"), item(4, "2")), Some(next)),
        answer(200, &format!("[{}]", item(9, "1")), None),
    ]);
    let filter = LineItemFilter {
        resource_link_id: Some("1"),
        resource_id: None,
    };
    let listed = ready(line_items(&platform.service(), address(COLUMNS), filter)).unwrap();
    let ids: Vec<&str> = listed.iter().map(|item| item.id.as_str()).collect();
    // Open edX ignores the question, so another link's column is left out here.
    assert_eq!(ids, ["https://moodle.example/3", "https://moodle.example/9"]);
    assert_eq!(listed[0].resource_id, None);
    assert_eq!(
        platform.header(0, "accept").unwrap(),
        "application/vnd.ims.lis.v2.lineitemcontainer+json"
    );
    assert_eq!(
        platform.urls()[1],
        "https://moodle.example/mod/lti/services.php/2/lineitems?type_id=1&limit=1&from=1&resource_link_id=1"
    );
}

#[test]
fn a_column_is_made_with_its_exact_media_type() {
    let made = format!(r#"{{"id":"{COLUMN}","label":"Badge","scoreMaximum":1,"resourceId":"p1"}}"#);
    let platform = Platform::answering([answer(201, &made, None)]);
    let new = NewLineItem {
        label: "Badge",
        score_maximum: 1.0,
        resource_id: "p1",
        resource_link_id: None,
    };
    let item = ready(create_line_item(&platform.service(), &address(COLUMNS), &new)).unwrap();
    assert_eq!(item.id, COLUMN);
    assert_eq!(
        platform.header(0, "content-type").unwrap(),
        "application/vnd.ims.lis.v2.lineitem+json"
    );
    let body: Value = serde_json::from_slice(&platform.asked.lock().unwrap()[0].body).unwrap();
    assert_eq!(
        body,
        json!({ "label": "Badge", "scoreMaximum": 1.0, "resourceId": "p1" })
    );
}

#[test]
fn results_are_below_the_column_before_its_query_and_without_a_page_size() {
    let body = r#"[{"userId":"5","resultScore":0,"resultMaximum":100},{"userId":4,"resultScore":85,"resultMaximum":100},
                   {"userId":"6","comment":"none yet"}]"#;
    let platform = Platform::answering([answer(200, body, None), answer(200, body, None)]);
    let all = ready(results(&platform.service(), &address(COLUMN), None)).unwrap();
    assert_eq!(
        all.iter()
            .map(|result| (result.user_id.as_str(), result.share()))
            .collect::<Vec<_>>(),
        [("5", Some(0.0)), ("4", Some(0.85)), ("6", None)]
    );
    let one = ready(results(&platform.service(), &address(COLUMN), Some("4"))).unwrap();
    assert_eq!(one.len(), 1);
    assert_eq!(one[0].user_id, "4");
    assert_eq!(
        platform.urls(),
        [
            "https://moodle.example/mod/lti/services.php/2/lineitems/3/lineitem/results?type_id=1",
            "https://moodle.example/mod/lti/services.php/2/lineitems/3/lineitem/results?type_id=1&user_id=4"
        ]
    );
}

#[test]
fn a_result_that_cannot_be_compared_has_no_share() {
    let share = |score, maximum| {
        GradeResult {
            user_id: "1".to_owned(),
            result_score: score,
            result_maximum: maximum,
        }
        .share()
    };
    assert_eq!(share(Some(0.5), None), Some(0.5));
    assert_eq!(share(Some(120.0), Some(100.0)), Some(1.2));
    assert_eq!(share(None, Some(100.0)), None);
    assert_eq!(share(Some(5.0), Some(0.0)), None);
    assert_eq!(share(Some(-5.0), Some(10.0)), None);
    assert_eq!(share(Some(5.0), Some(-10.0)), None);
}

fn score() -> Score<'static> {
    Score {
        user_id: "4",
        score_given: 1.0,
        score_maximum: 1.0,
        activity_progress: ActivityProgress::Completed,
        grading_progress: GradingProgress::FullyGraded,
        timestamp: NOW,
    }
}

#[test]
fn a_score_is_posted_below_the_column_before_its_query() {
    let platform = Platform::answering([answer(200, "", None)]);
    let sent = ready(send_score(&platform.service(), &address(COLUMN), &score())).unwrap();
    assert_eq!(sent, Sent::Taken);
    assert_eq!(
        platform.urls(),
        ["https://moodle.example/mod/lti/services.php/2/lineitems/3/lineitem/scores?type_id=1"]
    );
    assert_eq!(
        platform.header(0, "content-type").unwrap(),
        "application/vnd.ims.lis.v1.score+json"
    );
    let body: Value = serde_json::from_slice(&platform.asked.lock().unwrap()[0].body).unwrap();
    assert_eq!(
        body,
        json!({
            "userId": "4", "scoreGiven": 1.0, "scoreMaximum": 1.0, "activityProgress": "Completed",
            "gradingProgress": "FullyGraded", "timestamp": "2026-11-22T12:00:00Z",
        })
    );
}

#[test]
fn a_score_that_is_there_already_is_no_failure() {
    let platform = Platform::answering([answer(409, "[]", None)]);
    let sent = ready(send_score(&platform.service(), &address(COLUMN), &score())).unwrap();
    assert_eq!(sent, Sent::AlreadyThere);
}

#[test]
fn a_score_for_somebody_without_a_place_in_the_grade_book_is_refused() {
    let platform = Platform::answering([answer(400, "Incorrect score received", None)]);
    let error = ready(send_score(&platform.service(), &address(COLUMN), &score())).unwrap_err();
    assert!(matches!(error, ServiceError::Refused { status: 400, .. }));
    assert!(!error.is_passing());
}
