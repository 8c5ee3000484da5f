//! The chunks of a PNG file, one a line: where it starts, its type, its length, and its keyword if it is text.

use std::io::{self, Write};

use crate::cli::terminal::visible;
use crate::cli::texts::Texts;

/// Bytes before the first chunk.
const SIGNATURE_LENGTH: usize = 8;

/// Longest keyword of a text chunk ([PNG, 11.3.3](https://www.w3.org/TR/png-3/#11keywords)).
const MAX_KEYWORD: usize = 79;

/// Lists up to `most` chunks and stops at the first that says it is longer than the file.
pub(super) fn write(out: &mut dyn Write, texts: &Texts, picture: &[u8], most: usize) -> io::Result<()> {
    let mut offset = SIGNATURE_LENGTH;
    for _ in 0..most {
        let rest = picture.get(offset..).unwrap_or_default();
        let Some((length, kind, after)) = head(rest) else {
            break;
        };
        let kind_shown = String::from_utf8_lossy(kind);
        let size = texts.counted("cli-bytes", length);
        write!(out, "  {offset:>8}  {}  {size:>14}", visible(&kind_shown))?;
        let Some((data, after)) = after.split_at_checked(length) else {
            return writeln!(out, "  {}", texts.text("cli-longer-than-file"));
        };
        match keyword(kind, data) {
            Some(keyword) => writeln!(out, "  {}", visible(&keyword))?,
            None => writeln!(out)?,
        }
        let Some((_checksum, after)) = after.split_at_checked(4) else {
            break;
        };
        offset = picture.len().saturating_sub(after.len());
    }
    Ok(())
}

/// The length and the type of the chunk that `rest` starts with, and what follows them.
fn head(rest: &[u8]) -> Option<(usize, &[u8], &[u8])> {
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_at_checked(4)?;
    Some((usize::try_from(u32::from_be_bytes(*length)).ok()?, kind, rest))
}

/// The keyword of a text chunk, which is Latin-1.
fn keyword(kind: &[u8], data: &[u8]) -> Option<String> {
    if !matches!(kind, b"iTXt" | b"tEXt" | b"zTXt") {
        return None;
    }
    let keyword = data.split(|&byte| byte == 0).next()?;
    Some(
        keyword
            .iter()
            .take(MAX_KEYWORD)
            .map(|&byte| char::from(byte))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::language::Language;

    fn listed(chunks: &[u8]) -> String {
        let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), chunks].concat();
        let mut out = Vec::new();
        write(&mut out, &Texts::load(Language::En).unwrap(), &picture, 3).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_chunk_is_listed_with_its_place_and_its_keyword() {
        let listed = listed(b"\0\0\0\x0ciTXtopenbadges\0!crc.\0\0\0\0IENDcrc.");
        assert_eq!(
            listed,
            "         8  iTXt        12 bytes  openbadges\n        32  IEND         0 bytes\n"
        );
    }

    #[test]
    fn a_chunk_longer_than_the_file_ends_the_list() {
        assert_eq!(
            listed(b"\xff\xff\xff\xffiTXtx"),
            "         8  iTXt  4294967295 bytes  longer than the file\n"
        );
    }

    #[test]
    fn a_name_made_of_control_characters_is_written_out() {
        assert!(listed(b"\0\0\0\0\x1b[2Jcrc.").contains("\\u{1b}[2J"));
    }
}
