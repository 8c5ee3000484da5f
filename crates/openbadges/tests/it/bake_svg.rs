//! Badges in SVG pictures.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use openbadges::bake::{Generation, Remark, UnbakeError, bake, unbake, unbaked_picture};
use openbadges::error::BakeError;
use openbadges::limits::Limits;

const JSON: &str = r#"{"name":"Découpeuse laser","note":"a ]]> b & <c>"}"#;
const TOKEN: &str = "eyJhbGciOiJFZERTQSJ9.e30.AAAA";
const SVG: &str = "<?xml version=\"1.0\"?>\n<!-- drawn by hand -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
                   viewBox=\"0 0 9 9\" >\n  <g><path d=\"M0,0\"/></g>\n</svg>\n";

fn read(input: impl AsRef<[u8]>) -> Result<(String, Vec<Remark>), UnbakeError> {
    unbake(input.as_ref(), &Limits::default()).map(|unbaked| (unbaked.payload, unbaked.remarks))
}

pub(crate) fn zipped(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn v3(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="https://purl.imsglobal.org/ob/v3p0">{inside}<g/></svg>"#
    )
}

#[test]
fn a_baked_badge_is_read_back_and_every_other_byte_stays() {
    for credential in [JSON, TOKEN] {
        let baked = String::from_utf8(bake(SVG.as_bytes(), credential).unwrap()).unwrap();
        assert_eq!(read(&baked), Ok((credential.to_owned(), vec![])));
        let element = &baked[baked.find("<openbadges:").unwrap()..baked.find("\n  <g>").unwrap()];
        let declaration = r#" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0""#;
        assert_eq!(baked.replacen(element, "", 1).replacen(declaration, "", 1), SVG);
    }
}

#[test]
fn an_assertion_goes_into_the_element_of_its_own_generation() {
    let hosted =
        r#"{"id":"https://a.example/1?b&c","badge":"https://a.example/b","recipient":{},"note":"]]>"}"#;
    let local = r#"{"id":"urn:uuid:1","badge":"https://a.example/b","recipient":{}}"#;
    // {"badge":"","recipient":""}
    let signed = "eyJhbGciOiJSUzI1NiJ9.eyJiYWRnZSI6IiIsInJlY2lwaWVudCI6IiJ9.AAAA";
    let element = r#"<openbadges:assertion xmlns:openbadges="http://openbadges.org""#;
    for (badge, begin) in [
        (
            hosted,
            format!(r#"{element} verify="https://a.example/1?b&amp;c"><![CDATA["#),
        ),
        (local, format!("{element}><![CDATA[")),
        (signed, format!(r#"{element} verify="{signed}"/>"#)),
    ] {
        let baked = bake(SVG.as_bytes(), badge).unwrap();
        let text = std::str::from_utf8(&baked).unwrap();
        assert!(text.contains(&begin), "{text}");
        let unbaked = unbake(&baked, &Limits::default()).unwrap();
        assert_eq!(
            (unbaked.payload.as_str(), unbaked.generation),
            (badge, Some(Generation::V2))
        );
        assert_eq!(unbaked.remarks, []);
        assert_eq!(unbaked_picture(&baked).unwrap(), SVG.as_bytes());
        assert_eq!(bake(&baked, JSON).unwrap(), bake(SVG.as_bytes(), JSON).unwrap());
    }
}

#[test]
fn baking_again_replaces_older_badges_of_either_version() {
    let once = bake(SVG.as_bytes(), r#"{"name":"Older"}"#).unwrap();
    assert_eq!(bake(&once, JSON).unwrap(), bake(SVG.as_bytes(), JSON).unwrap());
    let v2 = SVG.replace(
        "<g>",
        r#"<o:assertion xmlns:o="http://openbadges.org" verify="a.b.c"><x>1</x></o:assertion><g>"#,
    );
    assert_eq!(
        bake(v2.as_bytes(), JSON).unwrap(),
        bake(SVG.as_bytes(), JSON).unwrap()
    );
}

#[test]
fn a_prefix_that_the_picture_uses_for_something_else_is_left_alone() {
    let taken = r#"<svg xmlns:openbadges="http://openbadges.org"><openbadges:other/></svg>"#;
    let baked = String::from_utf8(bake(taken.as_bytes(), JSON).unwrap()).unwrap();
    assert!(baked.contains("<openbadges:other/>"));
    assert_eq!(read(&baked), Ok((JSON.to_owned(), vec![])));
}

#[test]
fn an_element_with_an_undeclared_prefix_does_not_become_a_badge() {
    let loose = "<svg><openbadges:credential>{}</openbadges:credential></svg>";
    let baked = bake(loose.as_bytes(), JSON).unwrap();
    assert_eq!(read(&baked), Ok((JSON.to_owned(), vec![])));
}

#[test]
fn an_empty_root_is_opened() {
    let baked = bake(b"<svg/>", JSON).unwrap();
    assert!(baked.ends_with(b"</svg>"));
    assert_eq!(read(&baked), Ok((JSON.to_owned(), vec![])));
}

#[test]
fn the_namespace_counts_and_not_the_prefix() {
    let body = r#"<ob:credential><![CDATA[{"a":1}]]></ob:credential>"#;
    assert_eq!(read(v3(body)), Ok((r#"{"a":1}"#.to_owned(), vec![])));
    let default =
        r#"<credential xmlns="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{"a":1}]]></credential>"#;
    assert_eq!(read(v3(default)), Ok((r#"{"a":1}"#.to_owned(), vec![])));
    let pretender =
        r#"<svg xmlns:openbadges="https://elsewhere.example"><openbadges:credential verify="a.b.c"/></svg>"#;
    assert_eq!(read(pretender), Err(UnbakeError::NoBadge));
}

#[test]
fn the_namespace_says_the_generation() {
    let v2 = r#"<svg xmlns:o="http://openbadges.org"><o:assertion verify="eyJh.e30.AA"/></svg>"#;
    let unbaked = unbake(v2.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(
        (unbaked.payload.as_str(), unbaked.generation),
        ("eyJh.e30.AA", Some(Generation::V2))
    );
}

#[test]
fn text_split_over_several_pieces_is_one_badge() {
    let split = r#"<ob:credential> <![CDATA[{"a":]]>&quot;&#233;<![CDATA["}]]></ob:credential>"#;
    assert_eq!(read(v3(split)), Ok((r#"{"a":"é"}"#.to_owned(), vec![])));
}

#[test]
fn a_badge_in_the_other_place_is_read_with_a_remark() {
    let in_attribute = r#"<ob:credential verify="{&quot;a&quot;:1}"/>"#;
    assert_eq!(
        read(v3(in_attribute)),
        Ok((r#"{"a":1}"#.to_owned(), vec![Remark::OtherPlace]))
    );
    let in_body = format!("<ob:credential>\n{TOKEN}\n</ob:credential>");
    assert_eq!(
        read(v3(&in_body)),
        Ok((TOKEN.to_owned(), vec![Remark::OtherPlace]))
    );
}

#[test]
fn two_different_badges_are_refused_and_an_empty_one_too() {
    let two = format!(r#"<ob:credential verify="{TOKEN}"/><ob:credential verify="{TOKEN}A"/>"#);
    assert_eq!(read(v3(&two)), Err(UnbakeError::ConflictingBadges));
    let twice = format!(r#"<ob:credential verify="{TOKEN}"/><ob:credential verify="{TOKEN}"/>"#);
    assert_eq!(read(v3(&twice)), Ok((TOKEN.to_owned(), vec![Remark::Repeated])));
    assert!(matches!(
        read(v3("<ob:credential/>")),
        Err(UnbakeError::DamagedChunk { .. })
    ));
}

#[test]
fn an_external_document_type_is_not_loaded() {
    let doctype = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\">";
    let svg = format!(
        "{doctype}{}",
        v3(&format!(r#"<ob:credential verify="{TOKEN}"/>"#))
    );
    assert_eq!(read(svg), Ok((TOKEN.to_owned(), vec![Remark::DoctypeIgnored])));
}

#[test]
fn an_entity_is_never_expanded() {
    let doctype = r#"<!DOCTYPE svg [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;">]>"#;
    for badge in [
        "<ob:credential>&b;</ob:credential>",
        r#"<ob:credential verify="&b;"/>"#,
    ] {
        assert_eq!(
            read(format!("{doctype}{}", v3(badge))),
            Err(UnbakeError::EntityRefused)
        );
    }
}

#[test]
fn a_compressed_picture_is_read_up_to_a_bound() {
    let badge = v3(&format!(r#"<ob:credential verify="{TOKEN}"/>"#));
    assert_eq!(
        read(zipped(badge.as_bytes())),
        Ok((TOKEN.to_owned(), vec![Remark::CompressedFile]))
    );
    let refused = read(zipped(&vec![b' '; 5_000_000]));
    assert!(
        matches!(
            refused,
            Err(UnbakeError::TooLarge {
                limit: "inflated-bytes",
                ..
            })
        ),
        "{refused:?}"
    );
    let mut damaged = zipped(badge.as_bytes());
    let end = damaged.len() - 6;
    damaged[end] ^= 1;
    assert_eq!(read(damaged), Err(UnbakeError::DamagedFile { offset: 0 }));
}

#[test]
fn broken_xml_is_refused() {
    for svg in [
        "<svg><ob:credential",
        "<svg><g></svg>",
        r#"<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>{"#,
    ] {
        let refused = read(svg);
        assert!(
            matches!(refused, Err(UnbakeError::DamagedFile { .. })),
            "{svg}: {refused:?}"
        );
    }
    let unclosed_badge = v3("<ob:credential>").replace("</svg>", "");
    for svg in ["<svg><g></svg>", &unclosed_badge] {
        let refused = bake(svg.as_bytes(), JSON);
        assert!(
            matches!(refused, Err(BakeError::DamagedPicture { .. })),
            "{svg}: {refused:?}"
        );
    }
    assert_eq!(bake(b"<html/>", JSON), Err(BakeError::NotAPicture));
}

#[test]
fn a_picture_that_declares_the_badges_prefix_twice_takes_no_badge() {
    let ours = r#"xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0""#;
    let theirs = r#"xmlns:openbadges="https://other.example/""#;
    for twice in [
        format!("{ours} {theirs}"),
        format!("{theirs} {ours}"),
        format!("{ours} {ours}"),
    ] {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {twice}><g/></svg>"#);
        let refused = bake(svg.as_bytes(), JSON);
        assert_eq!(refused, Err(BakeError::DamagedPicture { offset: 0 }), "{svg}");
    }
}

#[test]
fn a_picture_is_what_it_was_once_its_badge_is_taken_away() {
    for picture in [
        SVG,
        "<svg/>",
        "<svg />\n",
        "\u{feff}<svg><g/></svg>",
        "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"><svg:g/></svg:svg>",
        // The prefix is the picture's own, undeclared or another's inside.
        r#"<svg xmlns:openbadges="https://elsewhere.example"><openbadges:credential/></svg>"#,
        "<svg><openbadges:credential/></svg>",
        r#"<svg><g xmlns:openbadges="https://elsewhere.example"><openbadges:credential/></g></svg>"#,
        // The namespace is declared already, and needed.
        r#"<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" id="a"><g/></svg>"#,
        r#"<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:other/></svg>"#,
    ] {
        for credential in [JSON, TOKEN] {
            let baked = bake(picture.as_bytes(), credential).unwrap();
            let unbaked = String::from_utf8(unbaked_picture(&baked).unwrap()).unwrap();
            assert_eq!(unbaked, picture);
        }
        assert_eq!(
            unbaked_picture(picture.as_bytes()).as_deref(),
            Ok(picture.as_bytes())
        );
    }
}

#[test]
fn whatever_the_picture_was_baking_does_not_change_it_without_its_badge() {
    for picture in [
        "<svg></svg>".to_owned(),
        r#"<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><g/></svg>"#.to_owned(),
        v3(r#"<ob:credential verify="eyJh.e30.AA"/>"#),
    ] {
        let before = unbaked_picture(picture.as_bytes()).unwrap();
        let once = bake(picture.as_bytes(), JSON).unwrap();
        let twice = bake(&once, TOKEN).unwrap();
        for baked in [once, twice] {
            assert_eq!(unbaked_picture(&baked).unwrap(), before, "{picture}");
        }
    }
}

#[test]
fn what_is_no_picture_has_none_without_a_badge() {
    for file in [JSON.as_bytes(), b"<html/>", b""] {
        assert_eq!(unbaked_picture(file), Err(BakeError::NotAPicture));
    }
    assert_eq!(
        unbaked_picture(b"<svg>\xff</svg>"),
        Err(BakeError::DamagedPicture { offset: 5 })
    );
}
