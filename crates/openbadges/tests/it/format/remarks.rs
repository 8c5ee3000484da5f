//! Departures from the specification that are tolerated, each with its remark, in each container where it can occur.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use openbadges::key::Signer as _;
use openbadges::verify::{CheckId, Outcome, Verdict};

use crate::bake_png::{chunk, deflated, itxt, picture, with_chunks};
use crate::bake_svg::zipped;
use crate::jwt;
use crate::support::{assert_check, badge, in_each_container, notes, report, signed, signer};

const V3: &str = "https://purl.imsglobal.org/ob/v3p0";
const V2: &str = "http://openbadges.org";

fn svg(namespace: &str, inside: &str) -> Vec<u8> {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="{namespace}">{inside}</svg>"#).into_bytes()
}

fn element(json: &str) -> String {
    format!("<ob:credential><![CDATA[{json}]]></ob:credential>")
}

fn escaped(json: &str) -> String {
    json.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[track_caller]
fn assert_remarks(input: impl AsRef<[u8]>, remarks: &[&str]) {
    let report = report(input);
    assert_check(&report, CheckId::Format, Outcome::Warning, "badge-found");
    assert_eq!(notes(&report, CheckId::Format), remarks);
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
}

#[test]
fn a_badge_in_another_kind_of_chunk_or_compressed() {
    let json = signed(&badge());
    let keyword = b"openbadgecredential\0";
    let compressed = chunk(b"iTXt", &[&keyword[..], &[1, 0, 0, 0], &deflated(&json)].concat());
    let plain = chunk(b"tEXt", &[&keyword[..], json.as_bytes()].concat());
    let both = chunk(b"zTXt", &[&keyword[..], &[0], &deflated(&json)].concat());
    assert_remarks(with_chunks(&[compressed]), &["compressed-badge"]);
    assert_remarks(with_chunks(&[plain]), &["other-chunk-type"]);
    assert_remarks(with_chunks(&[both]), &["other-chunk-type", "compressed-badge"]);
}

#[test]
fn a_badge_under_the_name_of_another_version() {
    let json = signed(&badge());
    assert_remarks(
        with_chunks(&[itxt("openbadges", json.as_bytes())]),
        &["other-version-keyword"],
    );
    let assertion = element(&json).replace("credential>", "assertion>");
    assert_remarks(svg(V2, &assertion), &["other-version-keyword"]);
}

#[test]
fn the_same_badge_twice() {
    let json = signed(&badge());
    let one = || itxt("openbadgecredential", json.as_bytes());
    assert_remarks(with_chunks(&[one(), one()]), &["repeated-badge"]);
    assert_remarks(
        svg(V3, &[element(&json), element(&json)].concat()),
        &["repeated-badge"],
    );
}

#[test]
fn json_in_the_attribute_and_a_token_in_the_body() {
    let json = escaped(&signed(&badge()));
    assert_remarks(
        svg(V3, &format!(r#"<ob:credential verify="{json}"/>"#)),
        &["other-place"],
    );
    let token = jwt::token(&jwt::header(), &jwt::payload());
    assert_remarks(
        svg(V3, &format!("<ob:credential>{token}</ob:credential>")),
        &["other-place"],
    );
}

#[test]
fn a_compressed_picture() {
    assert_remarks(
        zipped(&svg(V3, &element(&signed(&badge())))),
        &["compressed-file"],
    );
}

#[test]
fn a_document_type() {
    let svg = String::from_utf8(svg(V3, &element(&signed(&badge())))).unwrap();
    let doctype = r#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">"#;
    assert_remarks(format!("{doctype}{svg}"), &["doctype-ignored"]);
}

#[test]
fn bytes_after_the_end_of_a_picture() {
    let baked = openbadges::bake::bake(&picture(), &signed(&badge())).unwrap();
    assert_remarks([baked, b"tail".to_vec()].concat(), &["data-after-end"]);
}

#[test]
fn space_around_the_badge() {
    let spaced = format!("\n {}\r\n", signed(&badge()));
    assert_remarks(&spaced, &["surrounding-space"]);
    assert_remarks(
        with_chunks(&[itxt("openbadgecredential", spaced.as_bytes())]),
        &["surrounding-space"],
    );
}

#[test]
fn padding_of_a_token() {
    let input = [jwt::header(), jwt::payload()]
        .map(|part| URL_SAFE.encode(part.to_string()))
        .join(".");
    let signature = URL_SAFE.encode(signer().sign(input.as_bytes()).unwrap());
    // The form with padding is what was signed.
    for input in in_each_container(&format!("{input}.{signature}")) {
        assert_remarks(input, &["padded-token"]);
    }
}
