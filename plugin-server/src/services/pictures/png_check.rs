//! Uploaded PNG files.

use std::io::Cursor;

use super::PictureError;
use crate::config::Limits;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(super) fn looks_like_png(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

/// Refuses a PNG that is too large or that does not decode. Its bytes are kept as they are.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), PictureError> {
    let damaged = |_: png::DecodingError| PictureError::Damaged;
    let max_pixels = limits.max_picture_pixels;
    // Four bytes for each pixel, of up to 16 bits for each channel.
    let max_decoded = 8 * u64::from(max_pixels) * u64::from(max_pixels);
    let memory = png::Limits {
        bytes: usize::try_from(max_decoded).unwrap_or(usize::MAX),
    };
    let mut reader = png::Decoder::new_with_limits(Cursor::new(bytes), memory)
        .read_info()
        .map_err(damaged)?;
    let info = reader.info();
    if info.width > max_pixels || info.height > max_pixels {
        return Err(PictureError::TooManyPixels { max_pixels });
    }
    let size = reader
        .output_buffer_size()
        .ok_or(PictureError::TooManyPixels { max_pixels })?;
    let mut pixels = vec![0; size];
    reader.next_frame(&mut pixels).map_err(damaged)?;
    Ok(())
}
