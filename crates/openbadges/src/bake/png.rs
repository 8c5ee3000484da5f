//! Badges in PNG pictures, by chunk: no pixel is ever decoded.
//!
//! See [chunk layout](https://www.w3.org/TR/png-3/#5Chunk-layout) and
//! [baking into PNG](https://www.imsglobal.org/spec/ob/v3p0/#png).

#![warn(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects
)]

use super::crc32::crc32;
use super::inflate::{InflateError, unzlib};
use super::{Container, Found, Generation, Remark, Unbaked};
use crate::error::{BakeError, UnbakeError};
use crate::limits::Limits;
use crate::vocab::{PNG_KEYWORD_CLR, PNG_KEYWORD_V2, PNG_KEYWORD_V3};

/// The first eight bytes of every PNG file.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Takes the badge out of a PNG file.
pub(super) fn unbake(input: &[u8], limits: &Limits) -> Result<Unbaked, UnbakeError> {
    let mut found = Found::default();
    let mut chunks = Chunks::new(input);
    let mut ended = false;
    let mut count = 0_usize;
    let mut inflated_left = limits.max_inflated_bytes;
    while !chunks.is_at_end() {
        count = count.saturating_add(1);
        if count > limits.max_png_chunks {
            return Err(UnbakeError::TooLarge {
                limit: "png-chunks",
                max: limits.max_png_chunks,
            });
        }
        let chunk = match chunks.next_chunk() {
            Ok(chunk) => chunk,
            // What follows the picture's end need not be chunks at all.
            Err(_) if ended => break,
            Err(Truncated {
                offset,
                is_text: true,
            }) => return Err(UnbakeError::DamagedChunk { offset }),
            Err(Truncated {
                offset,
                is_text: false,
            }) => return Err(UnbakeError::DamagedFile { offset }),
        };
        if ended {
            found.remark(Remark::DataAfterEnd);
        }
        if chunk.kind == b"IEND" {
            ended = true;
        } else if let Some(text) = BadgeText::of(&chunk) {
            if !chunk.has_right_crc() {
                return Err(UnbakeError::DamagedChunk { offset: chunk.offset });
            }
            let payload = text.read(chunk.offset, limits, &mut inflated_left, &mut found)?;
            found.add(payload, text.generation)?;
        }
    }
    if !ended {
        return Err(UnbakeError::DamagedFile {
            offset: chunks.offset,
        });
    }
    if !chunks.is_at_end() {
        found.remark(Remark::DataAfterEnd);
    }
    found.finish(Container::Png)
}

/// Puts `credential` right after the header chunk and leaves out any older badge.
///
/// The position lets readers that stop early find it; every other byte is copied as it is.
pub(super) fn bake(picture: &[u8], credential: &str, generation: Generation) -> Result<Vec<u8>, BakeError> {
    with_badge(picture, &text_chunk(credential, generation)?)
}

/// Leaves out any badge.
pub(super) fn unbaked_picture(file: &[u8]) -> Result<Vec<u8>, BakeError> {
    with_badge(file, &[])
}

/// The picture with the chunk `badge`, or with none, right after the header chunk and without any older badge.
fn with_badge(picture: &[u8], badge: &[u8]) -> Result<Vec<u8>, BakeError> {
    let mut chunks = Chunks::new(picture);
    let header = chunks
        .next_chunk()
        .map_err(|error| BakeError::DamagedPicture { offset: error.offset })?;
    if header.kind != b"IHDR" {
        return Err(BakeError::DamagedPicture {
            offset: header.offset,
        });
    }
    let mut baked = Vec::with_capacity(picture.len().saturating_add(badge.len()));
    baked.extend_from_slice(SIGNATURE);
    baked.extend_from_slice(header.whole);
    baked.extend_from_slice(badge);
    let mut ended = false;
    while !chunks.is_at_end() {
        let offset = chunks.offset;
        match chunks.next_chunk() {
            Ok(chunk) => {
                ended |= chunk.kind == b"IEND";
                if BadgeText::of(&chunk).is_none() {
                    baked.extend_from_slice(chunk.whole);
                }
            }
            Err(_) if ended => {
                baked.extend_from_slice(picture.get(offset..).unwrap_or_default());
                break;
            }
            Err(error) => return Err(BakeError::DamagedPicture { offset: error.offset }),
        }
    }
    if ended {
        Ok(baked)
    } else {
        Err(BakeError::DamagedPicture {
            offset: picture.len(),
        })
    }
}

/// One uncompressed [`iTXt`](https://www.w3.org/TR/png-3/#11iTXt) chunk with `credential` as its text.
fn text_chunk(credential: &str, generation: Generation) -> Result<Vec<u8>, BakeError> {
    // Keyword, separator, compression flag and method, empty language tag, empty translated keyword.
    let mut body = Vec::with_capacity(credential.len().saturating_add(64));
    body.extend_from_slice(b"iTXt");
    body.extend_from_slice(generation.png_keyword().as_bytes());
    body.extend_from_slice(&[0, 0, 0, 0, 0]);
    body.extend_from_slice(credential.as_bytes());
    // PNG lengths stay below 2^31.
    let length = u32::try_from(body.len().saturating_sub(4))
        .ok()
        .filter(|length| *length <= i32::MAX.unsigned_abs())
        .ok_or(BakeError::CredentialTooLong)?;
    let mut chunk = Vec::with_capacity(body.len().saturating_add(8));
    chunk.extend_from_slice(&length.to_be_bytes());
    chunk.extend_from_slice(&body);
    chunk.extend_from_slice(&crc32(&body).to_be_bytes());
    Ok(chunk)
}

/// Walks over the chunks of a PNG file without copying them.
struct Chunks<'a> {
    input: &'a [u8],
    offset: usize,
}

/// The chunk at `offset` says that it is longer than the file.
struct Truncated {
    offset: usize,
    is_text: bool,
}

struct Chunk<'a> {
    offset: usize,
    kind: &'a [u8],
    data: &'a [u8],
    crc: &'a [u8],
    /// Length, type, data and checksum.
    whole: &'a [u8],
}

impl<'a> Chunks<'a> {
    const fn new(input: &'a [u8]) -> Self {
        Self {
            input,
            offset: SIGNATURE.len(),
        }
    }

    const fn is_at_end(&self) -> bool {
        self.offset >= self.input.len()
    }

    fn next_chunk(&mut self) -> Result<Chunk<'a>, Truncated> {
        let offset = self.offset;
        let rest = self.input.get(offset..).unwrap_or_default();
        let is_text = matches!(rest.get(4..8), Some(b"iTXt" | b"tEXt" | b"zTXt"));
        let truncated = || Truncated { offset, is_text };
        let (length, after_length) = rest.split_first_chunk::<4>().ok_or_else(truncated)?;
        let (kind, after_kind) = after_length.split_at_checked(4).ok_or_else(truncated)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_too_long| truncated())?;
        let (data, after_data) = after_kind.split_at_checked(length).ok_or_else(truncated)?;
        let (crc, after) = after_data.split_at_checked(4).ok_or_else(truncated)?;
        let whole = rest
            .get(..rest.len().saturating_sub(after.len()))
            .unwrap_or_default();
        self.offset = self.input.len().saturating_sub(after.len());
        Ok(Chunk {
            offset,
            kind,
            data,
            crc,
            whole,
        })
    }
}

impl Chunk<'_> {
    fn has_right_crc(&self) -> bool {
        // The checksum covers type and data, which stand next to each other.
        let covered = self
            .whole
            .get(4..self.whole.len().saturating_sub(4))
            .unwrap_or_default();
        self.crc == crc32(covered).to_be_bytes()
    }
}

/// A text chunk whose keyword marks a badge.
struct BadgeText<'a> {
    generation: Generation,
    kind: TextKind,
    /// What follows the keyword and its separator.
    rest: &'a [u8],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TextKind {
    International,
    Plain,
    Compressed,
}

impl<'a> BadgeText<'a> {
    fn of(chunk: &Chunk<'a>) -> Option<Self> {
        let kind = match chunk.kind {
            b"iTXt" => TextKind::International,
            b"tEXt" => TextKind::Plain,
            b"zTXt" => TextKind::Compressed,
            _ => return None,
        };
        let (keyword, rest) = split_at_nul(chunk.data)?;
        let generation = if keyword == PNG_KEYWORD_V3.as_bytes() {
            Generation::V3
        } else if keyword == PNG_KEYWORD_V2.as_bytes() {
            Generation::V2
        } else if keyword == PNG_KEYWORD_CLR.as_bytes() {
            Generation::Clr
        } else {
            return None;
        };
        Some(Self {
            generation,
            kind,
            rest,
        })
    }

    /// The badge's text; what is inflated for it is taken from `inflated_left`.
    fn read(
        &self,
        offset: usize,
        limits: &Limits,
        inflated_left: &mut usize,
        found: &mut Found,
    ) -> Result<String, UnbakeError> {
        let damaged = || UnbakeError::DamagedChunk { offset };
        let (is_compressed, bytes) = match self.kind {
            TextKind::International => {
                let (flags, rest) = self.rest.split_first_chunk::<2>().ok_or_else(damaged)?;
                let (_language, rest) = split_at_nul(rest).ok_or_else(damaged)?;
                let (_translated_keyword, text) = split_at_nul(rest).ok_or_else(damaged)?;
                match flags {
                    [0, _] => (false, text),
                    [1, 0] => (true, text),
                    _ => return Err(damaged()),
                }
            }
            TextKind::Plain => (false, self.rest),
            TextKind::Compressed => match self.rest.split_first() {
                Some((0, text)) => (true, text),
                _ => return Err(damaged()),
            },
        };
        match self.kind {
            TextKind::International => {}
            TextKind::Plain => found.remark(Remark::OtherChunkType("tEXt")),
            TextKind::Compressed => found.remark(Remark::OtherChunkType("zTXt")),
        }
        let bytes = if is_compressed {
            found.remark(Remark::CompressedBadge);
            let inflated = unzlib(bytes, limits.max_credential_bytes.min(*inflated_left)).map_err(
                |error| match error {
                    InflateError::TooLarge => UnbakeError::TooLarge {
                        limit: "inflated-bytes",
                        max: limits.max_inflated_bytes.min(limits.max_credential_bytes),
                    },
                    InflateError::Damaged => damaged(),
                },
            )?;
            *inflated_left = inflated_left.saturating_sub(inflated.len());
            inflated
        } else if bytes.len() > limits.max_credential_bytes {
            return Err(UnbakeError::TooLarge {
                limit: "credential-bytes",
                max: limits.max_credential_bytes,
            });
        } else {
            bytes.to_vec()
        };
        String::from_utf8(bytes).or_else(|error| match self.kind {
            // `tEXt` and `zTXt` are Latin-1 by definition, where each byte is the code point of its character.
            TextKind::Plain | TextKind::Compressed => {
                Ok(error.into_bytes().into_iter().map(char::from).collect())
            }
            TextKind::International => Err(damaged()),
        })
    }
}

fn split_at_nul(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let nul = bytes.iter().position(|byte| *byte == 0)?;
    let (before, after) = bytes.split_at_checked(nul)?;
    Some((before, after.get(1..)?))
}
