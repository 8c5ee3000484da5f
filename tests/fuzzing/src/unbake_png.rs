//! Taking a badge out of PNG pictures, and putting one in.

use std::borrow::Cow;

use flate2::Crc;
use openbadges::bake::{UnbakeError, bake, unbake};
use openbadges::limits::Limits;

use crate::{Sources, badges};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A badge as text, of no meaning.
pub(crate) const BADGE: &str = r#"{"a": "b"}"#;

/// Reads the chunks as they are, and again with right checksums: no mutation hits upon one.
///
/// # Panics
/// A picture that took a badge does not give it back.
pub fn run(input: &[u8]) {
    let picture = if input.starts_with(SIGNATURE) {
        Cow::Borrowed(input)
    } else {
        Cow::Owned([SIGNATURE, input].concat())
    };
    try_picture(&picture);
    try_picture(&with_right_checksums(&picture));
}

fn try_picture(picture: &[u8]) {
    let limits = Limits::default();
    let _ = unbake(picture, &limits);
    if let Ok(baked) = bake(picture, BADGE) {
        match unbake(&baked, &limits) {
            Ok(read) => assert_eq!(read.payload, BADGE),
            Err(UnbakeError::TooLarge { .. }) => {}
            Err(error) => assert_eq!(error.code(), "", "a baked badge is not read"),
        }
    }
}

/// The same chunks as far as they can be followed, each with its own checksum.
fn with_right_checksums(picture: &[u8]) -> Vec<u8> {
    let mut repaired = SIGNATURE.to_vec();
    let mut rest = picture.get(SIGNATURE.len()..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let covered =
            usize::try_from(u32::from_be_bytes(*length)).map_or(usize::MAX, |data| data.saturating_add(4));
        let Some((covered, after)) = after.split_at_checked(covered) else {
            break;
        };
        let mut crc = Crc::new();
        crc.update(covered);
        repaired.extend_from_slice(length);
        repaired.extend_from_slice(covered);
        repaired.extend_from_slice(&crc.sum().to_be_bytes());
        rest = after.get(4..).unwrap_or_default();
    }
    repaired.extend_from_slice(rest);
    repaired
}

/// Pictures of the vectors, and one of each kind of text chunk.
pub fn seeds(sources: &Sources) -> Vec<Vec<u8>> {
    let mut seeds = sources.files(&[".png"]);
    let compressed = zlib(BADGE.as_bytes());
    let international =
        |flag: u8, text: &[u8]| [b"openbadgecredential\0", &[flag, 0, 0, 0][..], text].concat();
    let texts: [(&[u8; 4], Vec<u8>); 4] = [
        (b"iTXt", international(0, BADGE.as_bytes())),
        (b"iTXt", international(1, &compressed)),
        (b"tEXt", [b"openbadges\0", BADGE.as_bytes()].concat()),
        (b"zTXt", [b"openbadges\0\0", compressed.as_slice()].concat()),
    ];
    for (kind, text) in texts {
        let mut picture = SIGNATURE.to_vec();
        picture.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
        picture.extend(chunk(kind, &text));
        picture.extend(chunk(b"IEND", &[]));
        seeds.push(with_right_checksums(&picture));
    }
    if let Some(badge) = badges::signed(badges::badge(serde_json::Value::Null)) {
        let baked = seeds.last().and_then(|picture| bake(picture, &badge).ok());
        seeds.extend(baked);
    }
    seeds
}

/// A chunk whose checksum is still to be put right.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    [&length.to_be_bytes(), kind.as_slice(), data, &[0; 4]].concat()
}

fn zlib(content: &[u8]) -> Vec<u8> {
    use std::io::Read as _;
    let mut stream = Vec::new();
    // Reading from a slice cannot fail.
    let _ = flate2::bufread::ZlibEncoder::new(content, flate2::Compression::best()).read_to_end(&mut stream);
    stream
}
