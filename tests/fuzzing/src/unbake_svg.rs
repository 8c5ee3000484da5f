//! Taking a badge out of SVG pictures, compressed or not, and putting one in.

use std::io::Read as _;

use flate2::Compression;
use flate2::bufread::GzEncoder;
use openbadges::bake::{UnbakeError, bake, unbake};
use openbadges::limits::Limits;

use crate::unbake_png::BADGE;
use crate::{Sources, badges};

/// First bytes of a compressed picture.
const GZIP_MAGIC: &[u8] = &[0x1f, 0x8b];

/// Reads the picture as it is; one that is not compressed is read again once it is.
///
/// # Panics
/// A picture that took a badge does not give it back, or compression makes another badge of it.
pub fn run(input: &[u8]) {
    let limits = Limits::default();
    let read = unbake(input, &limits);
    if input.starts_with(b"<") && !input.starts_with(GZIP_MAGIC) {
        let of_compressed = unbake(&gzip(input), &limits);
        assert_eq!(
            read.as_ref().map(|found| &found.payload),
            of_compressed.as_ref().map(|found| &found.payload)
        );
    }
    if let Ok(baked) = bake(input, BADGE) {
        match unbake(&baked, &limits) {
            Ok(read) => assert_eq!(read.payload, BADGE),
            Err(UnbakeError::TooLarge { .. }) => {}
            Err(error) => assert_eq!(error.code(), "", "a baked badge is not read"),
        }
    }
}

/// Pictures of the vectors, and each way in which a badge stands in one.
pub fn seeds(sources: &Sources) -> Vec<Vec<u8>> {
    let mut seeds = sources.files(&[".svg", ".svgz"]);
    let v3 = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0">"#;
    let v2 = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">"#;
    let pictures = [
        format!("{v3}<o:credential><![CDATA[{BADGE}]]></o:credential><g/></svg>"),
        format!("{v3}<o:credential verify=\"eyJhIjoxfQ.eyJhIjoxfQ.AA\"/></svg>"),
        format!("<!DOCTYPE svg>{v2}<o:assertion>&#123;&quot;a&quot;: 1}}</o:assertion></svg>"),
        format!(
            "<?xml version=\"1.0\"?>{v2}<!-- --><o:assertion verify='https://badges.example/1'></o:assertion></svg>"
        ),
    ];
    seeds.extend(pictures.iter().map(|picture| gzip(picture.as_bytes())).take(1));
    if let Some(badge) = badges::signed(badges::badge(serde_json::Value::Null)) {
        seeds.extend(bake(format!("{v3}</svg>").as_bytes(), &badge).ok());
    }
    seeds.extend(pictures.into_iter().map(String::into_bytes));
    seeds
}

pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut stream = Vec::new();
    // Reading from a slice cannot fail.
    let _ = GzEncoder::new(content, Compression::fast()).read_to_end(&mut stream);
    stream
}
