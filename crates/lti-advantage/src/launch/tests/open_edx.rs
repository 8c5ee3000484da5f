//! What `lti-consumer-xblock` 11.4 sends for a learner, with our issuer, client, times, nonce and target.

use serde_json::json;

use super::*;

#[test]
fn an_open_edx_launch_is_verified() {
    let attempt = Attempt::new()
        .with(claim::AZP, platform::CLIENT)
        .with(claim::SUB, "1fd098fe-de16-542e-baa2-0b1b27618719")
        .with(claim::EXP, NOW.unix_timestamp() + 3600)
        .with(
            claim::AGS_ENDPOINT,
            json!({
                "lineitems": "https://lms.example/api/lti_consumer/v1/lti/1/lti-ags",
                "scope": ["https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"],
            }),
        )
        .with(
            claim::NAMES_ROLE_SERVICE,
            json!({
                "context_memberships_url": "https://lms.example/api/lti_consumer/v1/lti/1/memberships",
                "service_versions": ["2.0"],
            }),
        )
        .with(
            claim::CONTEXT,
            json!({
                "id": "course-v1:edX+DemoX+2026",
                "label": "course-v1:edX+DemoX+2026",
                "title": "Demo course - edX",
                "type": ["http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"],
            }),
        )
        .with(claim::CUSTOM, json!({ "badge": "demo" }))
        .with(claim::LAUNCH_PRESENTATION, json!({ "document_target": "iframe" }))
        .with(
            claim::RESOURCE_LINK,
            json!({ "id": "block-v1:edX+DemoX+2026+type@lti_consumer+block@badge" }),
        )
        .with(
            claim::ROLES,
            json!([
                "http://purl.imsglobal.org/vocab/lis/v2/system/person#None",
                "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#None",
            ]),
        )
        .with(
            claim::TOOL_PLATFORM,
            json!({ "guid": "815e83e3-1fa3-5f1e-82b8-a173f3217717", "name": "Open edX" }),
        )
        .with("preferred_username", "learner1");
    let launch = attempt.accepted();
    assert!(launch.roles().is_learner());
    assert_eq!(
        launch.context().map(|context| context.id.as_str()),
        Some("course-v1:edX+DemoX+2026")
    );
    assert_eq!(launch.custom().text("badge"), Some("demo"));
    assert_eq!(launch.locale(), None);
}
