//! Files that cannot be followed to their end, each fault in each container where it can occur.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::bake::bake;
use openbadges::verify::{CheckId, Evidence, Policy, State, Verdict, verify};
use serde_json::json;

use crate::bake_png::{chunk, deflated, itxt, picture, with_chunks};
use crate::bake_svg::zipped;
use crate::jwt;
use crate::support::{NOW, assert_only_failure, badge, in_each_container, report, signed};

#[track_caller]
fn assert_refused(input: impl AsRef<[u8]>, code: &str) {
    let report = report(input);
    assert_only_failure(&report, CheckId::Format, code);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::NotVerified, State::Invalid)
    );
    assert_eq!(report.credential, None);
}

fn svg() -> String {
    let picture = br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;
    String::from_utf8(bake(picture, &signed(&badge())).unwrap()).unwrap()
}

#[test]
fn a_chunk_whose_checksum_is_wrong() {
    let mut baked = bake(&picture(), &signed(&badge())).unwrap();
    baked[100] ^= 1;
    assert_refused(baked, "damaged-chunk");
}

#[test]
fn a_chunk_that_is_longer_than_the_file() {
    let mut baked = bake(&picture(), &signed(&badge())).unwrap();
    baked[33..37].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_refused(baked, "damaged-chunk");
}

#[test]
fn an_element_without_a_badge() {
    let element = r#"<svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential/></svg>"#;
    assert_refused(element, "damaged-chunk");
}

#[test]
fn a_file_that_ends_early() {
    let baked = bake(&picture(), &signed(&badge())).unwrap();
    assert_refused(&baked[..20], "damaged-file");
    let svg = svg();
    assert_refused(&svg[..svg.len() - 3], "damaged-file");
    let zipped = zipped(svg.as_bytes());
    assert_refused(&zipped[..zipped.len() - 9], "damaged-file");
}

#[test]
fn a_badge_that_uses_an_entity() {
    let entity = r#"<!DOCTYPE svg [<!ENTITY badge "{}">]>
        <svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential>&badge;</ob:credential></svg>"#;
    assert_refused(entity, "entity-refused");
}

#[test]
fn text_that_is_no_badge_in_a_place_for_badges() {
    assert_refused(
        with_chunks(&[itxt("openbadgecredential", b"a motto")]),
        "unreadable-badge",
    );
    let element = r#"<svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0">
        <ob:credential>a motto</ob:credential></svg>"#;
    assert_refused(element, "unreadable-badge");
}

#[test]
fn json_that_is_too_deep() {
    let deep = format!(r#"{{"a":{}1{}}}"#, "[".repeat(100), "]".repeat(100));
    let head = URL_SAFE_NO_PAD.encode(jwt::header().to_string());
    let token = format!("{head}.{}.AAAA", URL_SAFE_NO_PAD.encode(&deep));
    for input in [deep, token].iter().flat_map(|badge| in_each_container(badge)) {
        assert_refused(&input, "too-deep");
        assert_eq!(report(&input).check(CheckId::Format).unwrap().data["max"], 64);
    }
}

#[test]
fn a_badge_that_is_too_large() {
    let mut policy = Policy::default();
    policy.limits.max_credential_bytes = 100;
    let token = jwt::token(&jwt::header(), &jwt::payload());
    for input in [signed(&badge()), token]
        .iter()
        .flat_map(|badge| in_each_container(badge))
    {
        let report = verify(&input, &Evidence::new(), NOW, &policy);
        assert_only_failure(&report, CheckId::Format, "too-large");
        let data = &report.check(CheckId::Format).unwrap().data;
        assert_eq!(
            (&data["limit"], &data["max"]),
            (&json!("credential-bytes"), &json!(100))
        );
    }
}

#[test]
fn a_file_with_more_inside_than_is_read() {
    let bomb = chunk(
        b"zTXt",
        &[&b"openbadgecredential\0\0"[..], &deflated(&" ".repeat(5_000_000))].concat(),
    );
    let svg = [svg().into_bytes(), vec![b' '; 5_000_000]].concat();
    for input in [with_chunks(&[bomb]), zipped(&svg)] {
        assert_refused(&input, "too-large");
        assert_eq!(
            report(&input).check(CheckId::Format).unwrap().data["limit"],
            "inflated-bytes"
        );
    }
    let chunks = with_chunks(&vec![chunk(b"tIME", &[0; 7]); 10_001]);
    assert_refused(&chunks, "too-large");
    assert_eq!(
        report(&chunks).check(CheckId::Format).unwrap().data["limit"],
        "png-chunks"
    );
}
