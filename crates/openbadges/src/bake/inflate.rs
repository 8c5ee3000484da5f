//! Inflating under a cap: a small file must not become a large one in memory.

use std::io::Read;

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

use super::crc32::crc32;

/// First bytes of a [gzip](https://www.rfc-editor.org/rfc/rfc1952#page-6) stream that holds deflated data.
pub(super) const GZIP_MAGIC: &[u8] = &[0x1f, 0x8b, 0x08];

/// Why nothing was inflated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InflateError {
    /// The result would pass the cap.
    TooLarge,
    /// The stream is damaged.
    Damaged,
}

/// The content of a gzip stream of at most `max_bytes` when inflated.
pub(crate) fn gunzip(input: &[u8], max_bytes: usize) -> Result<Vec<u8>, InflateError> {
    let mut decoder = DeflateDecoder::new(after_header(input).ok_or(InflateError::Damaged)?);
    let content = read_capped(&mut decoder, max_bytes)?;
    let [crc @ .., l0, l1, l2, l3] = *decoder
        .into_inner()
        .first_chunk::<8>()
        .ok_or(InflateError::Damaged)?;
    // The length is written modulo 2^32, which no cap here comes near.
    let length = usize::try_from(u32::from_le_bytes([l0, l1, l2, l3])).unwrap_or(usize::MAX);
    if crc == crc32(&content).to_le_bytes() && length == content.len() {
        Ok(content)
    } else {
        Err(InflateError::Damaged)
    }
}

/// The content of a zlib stream of at most `max_bytes` when inflated.
pub(super) fn unzlib(input: &[u8], max_bytes: usize) -> Result<Vec<u8>, InflateError> {
    read_capped(ZlibDecoder::new(input), max_bytes)
}

/// What follows the [header](https://www.rfc-editor.org/rfc/rfc1952#page-5) of a gzip stream.
fn after_header(input: &[u8]) -> Option<&[u8]> {
    const HEADER_CHECKSUM: u8 = 1 << 1;
    const EXTRA: u8 = 1 << 2;
    const NAME: u8 = 1 << 3;
    const COMMENT: u8 = 1 << 4;
    const RESERVED: u8 = 0b1110_0000;
    let (header, mut rest) = input.split_at_checked(10)?;
    let flags = *header.get(3)?;
    if !header.starts_with(GZIP_MAGIC) || flags & RESERVED != 0 {
        return None;
    }
    if flags & EXTRA != 0 {
        let (length, after) = rest.split_first_chunk::<2>()?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    for text in [NAME, COMMENT] {
        if flags & text != 0 {
            rest = rest.splitn(2, |byte| *byte == 0).nth(1)?;
        }
    }
    if flags & HEADER_CHECKSUM != 0 {
        rest = rest.get(2..)?;
    }
    Some(rest)
}

fn read_capped(decoder: impl Read, max_bytes: usize) -> Result<Vec<u8>, InflateError> {
    let cap = u64::try_from(max_bytes).unwrap_or(u64::MAX);
    let mut content = Vec::new();
    // One byte past the cap tells a stream that is too large from one that just fits.
    decoder
        .take(cap.saturating_add(1))
        .read_to_end(&mut content)
        .map_err(|_damaged| InflateError::Damaged)?;
    if content.len() > max_bytes {
        return Err(InflateError::TooLarge);
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, GzBuilder};

    use super::*;

    const CONTENT: &[u8] = b"a list of bits";

    fn gzip(builder: GzBuilder) -> Vec<u8> {
        let mut encoder = builder.write(Vec::new(), Compression::fast());
        encoder.write_all(CONTENT).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn whatever_a_header_holds_is_passed_over() {
        let plain = gzip(GzBuilder::new());
        let full = gzip(GzBuilder::new().filename("list").comment("none").extra(*b"four"));
        let mut checked = plain.clone();
        checked[3] = 1 << 1;
        checked.splice(10..10, [0, 0]);
        for stream in [plain, full, checked] {
            assert_eq!(gunzip(&stream, CONTENT.len()).as_deref(), Ok(CONTENT));
        }
    }

    #[test]
    fn bytes_after_the_stream_do_not_matter() {
        let mut stream = gzip(GzBuilder::new());
        stream.extend_from_slice(b"more");
        assert_eq!(gunzip(&stream, 100).as_deref(), Ok(CONTENT));
    }

    #[test]
    fn a_stream_that_is_cut_or_changed_is_damaged() {
        let stream = gzip(GzBuilder::new().filename("list"));
        for end in 0..stream.len() {
            assert_eq!(
                gunzip(&stream[..end], 100),
                Err(InflateError::Damaged),
                "cut at {end}"
            );
        }
        let checksum = stream.len() - 8;
        let length = stream.len() - 4;
        for (place, value) in [
            (0, 0),
            (2, 9),
            (3, 0x80),
            (checksum, !stream[checksum]),
            (length, 0),
        ] {
            let mut changed = stream.clone();
            changed[place] = value;
            assert_eq!(
                gunzip(&changed, 100),
                Err(InflateError::Damaged),
                "changed at {place}"
            );
        }
    }

    #[test]
    fn what_passes_the_cap_is_too_large() {
        let stream = gzip(GzBuilder::new());
        assert_eq!(gunzip(&stream, CONTENT.len() - 1), Err(InflateError::TooLarge));
    }
}
