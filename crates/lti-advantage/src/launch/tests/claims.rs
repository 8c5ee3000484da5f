//! What the claims have to say.

use serde_json::json;

use super::*;
use crate::{message::Message, vocab::message_type};

#[test]
fn required_claims_are_required() {
    for key in [
        claim::ISS,
        claim::AUD,
        claim::EXP,
        claim::IAT,
        claim::NONCE,
        claim::VERSION,
        claim::MESSAGE_TYPE,
        claim::DEPLOYMENT_ID,
        claim::TARGET_LINK_URI,
        claim::RESOURCE_LINK,
        claim::ROLES,
    ] {
        assert_eq!(
            Attempt::new().without(key).refused(),
            LaunchError::ClaimMissing { claim: key }
        );
        assert_eq!(
            Attempt::new().with(key, Value::Null).refused(),
            LaunchError::ClaimMissing { claim: key }
        );
    }
}

#[test]
fn claims_of_the_wrong_type_are_refused() {
    for (key, value) in [
        (claim::ISS, json!(["https://moodle.example"])),
        (claim::AUD, json!({ "client": "client-1" })),
        (claim::AUD, json!([1])),
        (claim::AZP, json!(1)),
        (claim::EXP, json!("1795348860")),
        (claim::EXP, json!(1e300)),
        (claim::IAT, json!(true)),
        (claim::NBF, json!("0")),
        (claim::NONCE, json!(1)),
        (claim::SUB, json!(4)),
        (claim::VERSION, json!(1.3)),
        (claim::DEPLOYMENT_ID, json!(1)),
        (claim::DEPLOYMENT_ID, json!("")),
        (claim::RESOURCE_LINK, json!({ "title": "no id" })),
        (claim::RESOURCE_LINK, json!({ "id": "" })),
        (claim::ROLES, json!("Learner")),
        (claim::ROLES, json!([1])),
        (claim::NAME, json!({})),
        (claim::CONTEXT, json!("2")),
        (claim::CUSTOM, json!([])),
    ] {
        let error = Attempt::new().with(key, value.clone()).refused();
        assert_eq!(error, LaunchError::ClaimMalformed { claim: key }, "{value}");
    }
}

#[test]
fn an_audience_may_be_a_list() {
    Attempt::new()
        .with(claim::AUD, json!([platform::CLIENT]))
        .accepted();
    Attempt::new()
        .with(claim::AUD, json!([platform::CLIENT, "other"]))
        .with(claim::AZP, platform::CLIENT)
        .accepted();
}

#[test]
fn several_audiences_need_an_authorized_party_and_it_is_us() {
    let several = || Attempt::new().with(claim::AUD, json!([platform::CLIENT, "other"]));
    assert_eq!(several().code(), "authorized-party-mismatch");
    assert_eq!(
        several().with(claim::AZP, "other").code(),
        "authorized-party-mismatch"
    );
    assert_eq!(
        Attempt::new().with(claim::AZP, "other").code(),
        "authorized-party-mismatch"
    );
}

#[test]
fn a_platform_whose_clock_runs_a_minute_ahead_is_accepted() {
    Attempt::new().after(Duration::seconds(-60)).accepted();
    assert_eq!(
        Attempt::new().after(Duration::seconds(-61)).code(),
        "token-issued-in-future"
    );
}

#[test]
fn a_long_lived_token_counts_for_ten_minutes_only() {
    let old = |seconds: i64| {
        Attempt::new()
            .with(claim::IAT, NOW.unix_timestamp() - seconds)
            .with(claim::EXP, NOW.unix_timestamp() + 86_400)
    };
    old(659).accepted();
    assert_eq!(old(660).code(), "token-issued-too-long-ago");
}

#[test]
fn a_token_that_does_not_count_yet_is_refused() {
    Attempt::new()
        .with(claim::NBF, NOW.unix_timestamp() + 60)
        .accepted();
    assert_eq!(
        Attempt::new().with(claim::NBF, NOW.unix_timestamp() + 61).code(),
        "token-not-yet-valid"
    );
}

#[test]
fn a_time_may_have_a_fraction() {
    let seconds = 1_795_348_800.5;
    assert_eq!(NOW.unix_timestamp(), 1_795_348_800);
    Attempt::new()
        .with(claim::IAT, seconds)
        .with(claim::EXP, seconds + 60.0)
        .accepted();
}

#[test]
fn another_nonce_is_refused() {
    assert_eq!(
        Attempt::new().with(claim::NONCE, "other").code(),
        "nonce-mismatch"
    );
    assert_eq!(Attempt::new().with(claim::NONCE, "").code(), "nonce-mismatch");
}

#[test]
fn another_version_is_refused() {
    assert_eq!(
        Attempt::new().with(claim::VERSION, "1.3").code(),
        "version-unsupported"
    );
    assert_eq!(
        Attempt::new().with(claim::VERSION, "LTI-1p0").code(),
        "version-unsupported"
    );
}

#[test]
fn an_unknown_message_is_refused() {
    let attempt = Attempt::new().with(claim::MESSAGE_TYPE, "LtiStartProctoring");
    assert_eq!(attempt.code(), "message-type-unsupported");
}

#[test]
fn identifiers_have_255_characters_at_most() {
    let (fits, too_long) = ("é".repeat(255), "é".repeat(256));
    Attempt::new()
        .with(claim::RESOURCE_LINK, json!({ "id": fits }))
        .with(claim::SUB, fits.as_str())
        .accepted();
    for (key, value) in [
        (claim::RESOURCE_LINK, json!({ "id": too_long })),
        (claim::SUB, json!(too_long)),
        (claim::DEPLOYMENT_ID, json!(too_long)),
    ] {
        assert_eq!(
            Attempt::new().with(key, value).refused(),
            LaunchError::IdentifierTooLong { claim: key }
        );
    }
}

#[test]
fn no_roles_at_all_is_a_launch_that_earns_nothing() {
    assert!(
        !Attempt::new()
            .with(claim::ROLES, json!([]))
            .accepted()
            .roles()
            .is_learner()
    );
}

#[test]
fn a_deep_linking_request_needs_its_settings_and_no_resource_link() {
    let request = || {
        Attempt::new()
            .with(claim::MESSAGE_TYPE, message_type::DEEP_LINKING)
            .without(claim::RESOURCE_LINK)
    };
    assert_eq!(
        request().refused(),
        LaunchError::ClaimMissing {
            claim: claim::DEEP_LINKING_SETTINGS
        }
    );
    let settings = json!({ "deep_link_return_url": "https://moodle.example/return", "accept_types": ["ltiResourceLink"] });
    let launch = request().with(claim::DEEP_LINKING_SETTINGS, settings).accepted();
    assert!(
        matches!(launch.message(), Message::DeepLinking(settings) if settings.accept_types == ["ltiResourceLink"])
    );
}

#[test]
fn the_target_may_differ_from_the_one_that_the_login_named() {
    let attempt = Attempt::new().with(
        claim::TARGET_LINK_URI,
        "https://badges.example/lti/launch?other=1",
    );
    assert_eq!(
        attempt.accepted().target_link_uri(),
        "https://badges.example/lti/launch?other=1"
    );
}
