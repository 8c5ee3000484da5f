//! Files that other readers get wrong.

use openbadges::bake::bake;
use openbadges::verify::{CheckId, Outcome, State, Verdict};
use serde_json::json;

use crate::bake_png::{itxt, with_chunks};
use crate::jwt::{header, payload, token};
use crate::support::{
    assert_check, assert_only_failure, badge, badge_with, in_each_container, report, signed,
};

#[test]
fn an_empty_object_is_no_badge() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">
        <openbadges:credential><![CDATA[{}]]></openbadges:credential></svg>"#;
    for input in [
        b"{}".to_vec(),
        with_chunks(&[itxt("openbadgecredential", b"{}")]),
        with_chunks(&[itxt("openbadges", b"{}")]),
        svg.as_bytes().to_vec(),
    ] {
        let report = report(input);
        assert_only_failure(&report, CheckId::Format, "no-badge");
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::None)
        );
    }
}

#[test]
fn braces_and_accents_in_a_text_are_text() {
    let json = signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["criteria"]["narrative"] =
            json!("Écrire « fn main() {} » — puis fermer } et ouvrir { ; ]]> & <b> 🪚");
    }));
    for input in in_each_container(&json) {
        let report = report(input);
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    }
}

#[test]
fn a_token_in_the_attribute_of_an_svg_is_read() {
    let svg = bake(
        br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#,
        &token(&header(), &payload()),
    )
    .unwrap();
    assert!(String::from_utf8(svg.clone()).unwrap().contains("verify="));
    assert_eq!(report(svg).verdict, Verdict::Verified);
}

#[test]
fn the_second_of_two_badges_in_a_picture_does_not_hide_behind_the_first() {
    let other = signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["name"] = json!("Laser cutting, level 9");
    }));
    let good = signed(&badge());
    let png = with_chunks(&[
        itxt("openbadgecredential", good.as_bytes()),
        itxt("openbadgecredential", other.as_bytes()),
    ]);
    let element = |json: &str| format!("<o:credential><![CDATA[{json}]]></o:credential>");
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0">{}{}</svg>"#,
        element(&good),
        element(&other)
    );
    for input in [png, svg.into_bytes()] {
        assert_only_failure(&report(input), CheckId::Format, "conflicting-badges");
    }
}

#[test]
fn a_name_that_stands_twice_cannot_show_one_value_and_sign_another() {
    let name = r#""name":"Laser cutting, level 1""#;
    let twice = signed(&badge()).replacen(name, &format!(r#""name":"Laser cutting, level 9",{name}"#), 1);
    for input in in_each_container(&twice) {
        assert_only_failure(&report(input), CheckId::Format, "duplicate-member-names");
    }
}

#[test]
fn terms_defined_in_place_cannot_exchange_two_signed_texts() {
    let badge = signed(&badge_with(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!({"motto": "https://schema.org/slogan"}));
    }));
    for input in in_each_container(&badge) {
        let report = report(input);
        assert_check(&report, CheckId::Context, Outcome::NotChecked, "inline-context");
        assert_eq!((report.verdict, report.credential), (Verdict::Unconfirmed, None));
    }
}
