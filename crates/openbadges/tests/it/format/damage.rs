//! Files that cannot be followed to their end, each fault in each container where it can occur.

use openbadges::bake::bake;
use openbadges::verify::{CheckId, State, Verdict};

use crate::bake_png::{itxt, picture, with_chunks};
use crate::bake_svg::zipped;
use crate::support::{assert_only_failure, badge, report, signed};

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
