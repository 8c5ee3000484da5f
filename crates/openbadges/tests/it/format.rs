//! The `format` check.

mod damage;
mod remarks;

use openbadges::bake::bake;
use openbadges::limits::Limits;
use openbadges::verify::{CheckId, Container, Encoding, Evidence, Outcome, Policy, State, Verdict, verify};

use crate::bake_png::{itxt, picture, with_chunks};
use crate::support::{NOW, assert_check, assert_only_failure, badge, notes, report, signed};

#[test]
fn a_signed_badge_in_each_container_is_verified() {
    let json = signed(&badge());
    let svg = bake(br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#, &json).unwrap();
    let png = bake(&picture(), &json).unwrap();
    for (input, container) in [
        (json.into_bytes(), Container::Json),
        (svg, Container::Svg),
        (png, Container::Png),
    ] {
        let report = report(&input);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine),
            "{report:#?}"
        );
        assert_eq!(report.format.container, Some(container));
        assert_eq!(report.format.encoding, Some(Encoding::Json));
        assert_eq!(report.format.version.as_deref(), Some("3.0"));
        assert_eq!(report.format.proof.as_deref(), Some("eddsa-rdfc-2022"));
        assert_check(&report, CheckId::Format, Outcome::Passed, "badge-found");
    }
}

#[test]
fn bytes_without_a_badge_have_the_state_none() {
    for input in [
        &b""[..],
        b"plain text",
        b"{}",
        br#"{"name": "not a badge"}"#,
        b"<html><body/></html>",
        br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#,
        &picture(),
    ] {
        let report = report(input);
        assert_only_failure(&report, CheckId::Format, "no-badge");
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::None)
        );
        assert_eq!(report.credential, None);
    }
}

#[test]
fn duplicate_member_names_are_refused_at_any_depth() {
    let json = signed(&badge());
    let twice = json.replacen(
        r#""name":"Issuer One""#,
        r#""name":"Issuer Two","name":"Issuer One""#,
        1,
    );
    assert_ne!(json, twice);
    assert_only_failure(&report(twice), CheckId::Format, "duplicate-member-names");
}

#[test]
fn nesting_and_size_are_bounded() {
    let deep = format!(r#"{{"a":{}1{}}}"#, "[".repeat(100), "]".repeat(100));
    assert_only_failure(&report(deep), CheckId::Format, "too-deep");
    let mut policy = Policy::default();
    policy.limits = {
        let mut limits = Limits::default();
        limits.max_input_bytes = 100;
        limits
    };
    let report = verify(signed(&badge()).as_bytes(), &Evidence::new(), NOW, &policy);
    assert_only_failure(&report, CheckId::Format, "too-large");
}

#[test]
fn broken_json_and_other_text_in_a_picture_are_unreadable() {
    assert_only_failure(
        &report(&signed(&badge())[..200]),
        CheckId::Format,
        "unreadable-badge",
    );
    let png = with_chunks(&[itxt("openbadgecredential", b"neither JSON nor a token")]);
    assert_only_failure(&report(png), CheckId::Format, "unreadable-badge");
}

#[test]
fn a_byte_order_mark_and_white_space_are_tolerated_with_a_remark() {
    let report = report(format!("\u{feff} \n{}\n", signed(&badge())));
    assert_check(&report, CheckId::Format, Outcome::Warning, "badge-found");
    assert_eq!(notes(&report, CheckId::Format), ["surrounding-space"]);
    assert_eq!(report.verdict, Verdict::Verified);
}
