//! Inflating under a cap: a small file must not become a large one in memory.

use std::io::Read;

use flate2::read::{GzDecoder, ZlibDecoder};

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
    read_capped(GzDecoder::new(input), max_bytes)
}

/// The content of a zlib stream of at most `max_bytes` when inflated.
pub(super) fn unzlib(input: &[u8], max_bytes: usize) -> Result<Vec<u8>, InflateError> {
    read_capped(ZlibDecoder::new(input), max_bytes)
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
