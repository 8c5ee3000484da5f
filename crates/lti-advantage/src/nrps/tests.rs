//! Rosters as platforms write them.

use super::*;
use crate::service::tests::{Platform, address, answer, ready};

const ROSTER: &str = "https://moodle.example/mod/lti/services.php/CourseSection/2/bindings/1/memberships";

fn list(platform: &Platform, filter: Filter<'_>, max: usize) -> Result<Vec<Member>, ServiceError> {
    ready(members(&platform.service(), address(ROSTER), filter, max))
}

#[test]
fn a_roster_of_one_link_is_asked_for_by_the_link_on_every_page() {
    let next = format!("<{ROSTER}?rlid=2&limit=1&from=1>; rel=\"next\"");
    let one = r#"{"id":"x","context":{"id":"2"},"members":[{"user_id":"4","roles":["Learner"],"status":"Active"}]}"#;
    let two = r#"{"members":[{"user_id":5,"roles":["Learner"]}]}"#;
    let platform = Platform::answering([answer(200, one, Some(&next)), answer(200, two, None)]);
    let filter = Filter {
        resource_link_id: Some("2"),
        role: Some("Learner"),
    };
    let ids: Vec<String> = list(&platform, filter, 10)
        .unwrap()
        .into_iter()
        .map(|member| member.user_id)
        .collect();
    assert_eq!(ids, ["4", "5"]);
    // Moodle drops the role from the address of its next page.
    assert_eq!(
        platform.urls(),
        [
            format!("{ROSTER}?rlid=2&role=Learner"),
            format!("{ROSTER}?limit=1&from=1&rlid=2&role=Learner")
        ]
    );
    assert_eq!(
        platform.header(1, "accept").unwrap(),
        "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"
    );
}

#[test]
fn only_active_learners_who_are_nothing_else_count() {
    let body = r#"{"members":[
        {"user_id":"1","roles":["Learner"]},
        {"user_id":"2","roles":["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"],"status":"Active"},
        {"user_id":"3","roles":["Learner"],"status":"Inactive"},
        {"user_id":"4","roles":["Learner"],"status":"Deleted"},
        {"user_id":"5","roles":["Learner"],"status":"Suspended"},
        {"user_id":"6","roles":["Learner","Instructor"]},
        {"user_id":"7","roles":["Instructor"]},
        {"user_id":"8","roles":["Mentor"]},
        {"user_id":"9","roles":[]},
        {"user_id":"10"}
    ]}"#;
    let platform = Platform::answering([answer(200, body, None)]);
    let learners: Vec<String> = list(&platform, Filter::default(), 10)
        .unwrap()
        .into_iter()
        .filter(Member::is_active_learner)
        .map(|member| member.user_id)
        .collect();
    assert_eq!(learners, ["1", "2"]);
}

#[test]
fn a_course_that_the_platform_finds_too_large_is_too_large() {
    let platform = Platform::answering([answer(403, r#"{"error":"above_response_limit"}"#, None)]);
    assert_eq!(
        list(&platform, Filter::default(), 2000).unwrap_err(),
        ServiceError::TooMany { max: 2000 }
    );
    let platform = Platform::answering([answer(403, "no", None)]);
    assert_eq!(
        list(&platform, Filter::default(), 2000).unwrap_err().code(),
        "service-refused"
    );
}

#[test]
fn a_member_without_an_identifier_makes_the_roster_unreadable() {
    let platform = Platform::answering([answer(200, r#"{"members":[{"roles":["Learner"]}]}"#, None)]);
    assert_eq!(
        list(&platform, Filter::default(), 10).unwrap_err().code(),
        "service-malformed"
    );
}
