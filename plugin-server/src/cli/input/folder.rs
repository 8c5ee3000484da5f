//! The badge files in a folder.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::bake::{Container, detect};
use walkdir::{DirEntry, WalkDir};

/// How the names of files end in which badges are kept, whatever is in them.
const EXTENSIONS: [&str; 9] = ["png", "svg", "svgz", "json", "jsonld", "jwt", "jws", "txt", "1ob"];

/// How much of a file of another name is looked at to see what it is, in bytes.
const HEAD_BYTES: u64 = 4_096;

/// A file, or something that may be one and cannot be read.
pub(super) enum Entry {
    File(PathBuf),
    Unreadable(PathBuf, io::ErrorKind),
}

/// The badge files in `folder` and the folders in it, in the order of their names.
///
/// Links are followed, but not back to a folder that they stand in. What is hidden (a name that begins with a point),
/// and what is neither file nor folder, is passed over.
pub(super) fn entries(folder: &Path) -> impl Iterator<Item = Entry> {
    WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
        .filter_map(|entry| match entry {
            Ok(entry) => {
                let is_badge = entry.file_type().is_file()
                    && (has_badge_extension(entry.path()) || holds_badge(entry.path()));
                is_badge.then(|| Entry::File(entry.into_path()))
            }
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => {
                let path = error.path()?.to_owned();
                let kind = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
                Some(Entry::Unreadable(path, kind))
            }
        })
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn has_badge_extension(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    EXTENSIONS
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

/// Whether a file of any name begins as a badge does. One that cannot be opened is passed over: nothing says that it
/// is one.
fn holds_badge(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head));
    read.is_ok() && begins_as_badge(&head)
}

fn begins_as_badge(head: &[u8]) -> bool {
    match detect(head) {
        Some(Container::Png | Container::Json | Container::Jwt) => true,
        // Compressed files and pages begin alike.
        Some(Container::Svg) => head.windows(4).any(|window| window == b"<svg"),
        None => begins_as_token(head),
    }
}

/// Whether a token begins here that is longer than what was read.
fn begins_as_token(head: &[u8]) -> bool {
    let header = head.trim_ascii_start().split(|byte| *byte == b'.').next();
    let decoded = header.and_then(|header| URL_SAFE_NO_PAD.decode(header).ok());
    decoded.is_some_and(|header| serde_json::from_slice::<serde_json::Map<_, _>>(&header).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_is_known_by_how_it_begins_and_a_page_is_none() {
        let long_token = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(r#"{"alg":"EdDSA"}"#),
            "A".repeat(9_000)
        );
        for badge in [
            "\u{89}PNG\r\n\u{1a}\n",
            " {\"@context\": []}",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            long_token.get(..4_096).unwrap(),
        ] {
            let bytes: Vec<u8> = badge
                .chars()
                .map(|character| u8::try_from(character).unwrap())
                .collect();
            assert!(begins_as_badge(&bytes), "{badge:.40}");
        }
        for other in [
            "<!DOCTYPE html><html></html>",
            "eyes and ears. More.",
            "",
            "\u{1f}\u{8b}\u{8}",
        ] {
            let bytes: Vec<u8> = other
                .chars()
                .map(|character| u8::try_from(character).unwrap())
                .collect();
            assert!(!begins_as_badge(&bytes), "{other}");
        }
    }
}
