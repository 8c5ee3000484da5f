//! Where a badge comes from: a file, an address or standard input.

mod folder;

use std::convert::Infallible;
use std::fmt;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use openbadges::verify::Report;
use serde_json::{Map, Value};
use url::Url;

use self::folder::Entry;
use super::UsageError;
use crate::clients::evidence::FetchRecord;
use crate::clients::{Fetch, FetchRequest, FetchResponse};

/// Media types that hold a badge, as an `Accept` header.
const ACCEPT: &str = "image/png, image/svg+xml, application/vc, application/vc+ld+json, application/ld+json, \
                      application/json, application/jwt, text/plain;q=0.8, */*;q=0.1";

/// Longer text is no address.
const MAX_ADDRESS_BYTES: usize = 2_048;

/// One input, as it was typed, or a file in a folder that was typed.
#[derive(Debug, Clone)]
pub(super) struct Input {
    typed: String,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    StandardInput,
    Address(Url),
    File(PathBuf),
    /// Something in a folder that is there and cannot be looked at.
    Unreadable(io::ErrorKind),
}

impl FromStr for Input {
    type Err = Infallible;

    fn from_str(typed: &str) -> Result<Self, Infallible> {
        let place = match address_of(typed) {
            _ if typed == "-" => Place::StandardInput,
            Some(url) => Place::Address(url),
            None => Place::File(PathBuf::from(typed)),
        };
        Ok(Self {
            typed: typed.to_owned(),
            place,
        })
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

/// What an input held, and what was fetched for it.
#[derive(Debug)]
pub(super) struct Content {
    /// The bytes, or why there are none.
    pub(super) bytes: Result<Vec<u8>, Unread>,
    /// The fetch, where the input is an address.
    pub(super) fetched: Vec<FetchRecord>,
}

/// Why there are no bytes.
#[derive(Debug)]
pub(super) enum Unread {
    /// The address did not answer with a document: `url`, and `reason` or `status`, as a check's data has them.
    Address(Map<String, Value>),
    /// The file cannot be read, for this reason.
    File(&'static str),
}

impl Unread {
    /// The report that says so.
    pub(super) fn report(self) -> Report {
        match self {
            Self::Address(data) => Report::unread(data),
            Self::File(reason) => Report::unreadable_file(reason),
        }
    }
}

/// The inputs that were named, each folder replaced by the badge files in it.
///
/// # Errors
/// A name leads to nothing, or a folder holds no badge file: most likely another was meant.
pub(super) fn expand(named: &[Input]) -> Result<Vec<Input>, UsageError> {
    let mut inputs = Vec::with_capacity(named.len());
    for input in named {
        let Place::File(path) = &input.place else {
            inputs.push(input.clone());
            continue;
        };
        let metadata = path
            .metadata()
            .map_err(|error| UsageError::unreadable(path, error))?;
        if !metadata.is_dir() {
            inputs.push(input.clone());
            continue;
        }
        let before = inputs.len();
        inputs.extend(folder::entries(path).map(Input::from));
        if inputs.len() == before {
            return Err(UsageError::EmptyFolder {
                path: input.typed.clone(),
            });
        }
    }
    Ok(inputs)
}

impl From<Entry> for Input {
    fn from(entry: Entry) -> Self {
        let (path, unreadable) = match entry {
            Entry::File(path) => (path, None),
            Entry::Unreadable(path, kind) => (path, Some(kind)),
        };
        Self {
            typed: path.to_string_lossy().into_owned(),
            place: unreadable.map_or(Place::File(path), Place::Unreadable),
        }
    }
}

impl Input {
    /// Whether the input is a folder, which may hold any number of badges.
    pub(super) fn is_folder(&self) -> bool {
        matches!(&self.place, Place::File(path) if path.is_dir())
    }

    /// Refuses a file that is not there, before any work is done, and a folder.
    pub(super) fn check(&self) -> Result<(), UsageError> {
        let Place::File(path) = &self.place else {
            return Ok(());
        };
        let metadata = path
            .metadata()
            .map_err(|error| UsageError::unreadable(path, error))?;
        if metadata.is_dir() {
            Err(UsageError::Folder {
                path: self.typed.clone(),
            })
        } else {
            Ok(())
        }
    }

    /// Reads the input; of a longer one, `max_bytes` and one more, so that the reader sees that it is longer.
    ///
    /// A text that is an address and nothing else, as many a QR code holds, is read as if it had been typed.
    pub(super) async fn read(&self, fetch: &dyn Fetch, max_bytes: usize) -> Content {
        let local = match &self.place {
            Place::Address(url) => return read_address(url, fetch, max_bytes).await,
            Place::StandardInput => at_most(io::stdin().lock(), max_bytes).map_err(|error| error.kind()),
            Place::File(path) => std::fs::File::open(path)
                .and_then(|file| at_most(file, max_bytes))
                .map_err(|error| error.kind()),
            Place::Unreadable(kind) => Err(*kind),
        };
        match local {
            Ok(bytes) => match address_in(&bytes) {
                Some(url) => read_address(&url, fetch, max_bytes).await,
                None => Content {
                    bytes: Ok(bytes),
                    fetched: Vec::new(),
                },
            },
            Err(kind) => Content {
                bytes: Err(Unread::File(reason(kind))),
                fetched: Vec::new(),
            },
        }
    }
}

async fn read_address(url: &Url, fetch: &dyn Fetch, max_bytes: usize) -> Content {
    let request = FetchRequest {
        max_bytes,
        ..FetchRequest::document(url.clone(), ACCEPT)
    };
    let answer = fetch.fetch(request).await;
    let fetched = vec![FetchRecord::of(url.as_str(), &answer)];
    let bytes = match answer {
        Ok(FetchResponse {
            status: 200, body, ..
        }) => Ok(body),
        Ok(FetchResponse { status, .. }) => Err(told(url, "status", status.into())),
        Err(error) => Err(told(url, "reason", error.code().into())),
    };
    Content { bytes, fetched }
}

fn told(url: &Url, key: &str, value: Value) -> Unread {
    Unread::Address(Map::from_iter([
        ("url".to_owned(), url.as_str().into()),
        (key.to_owned(), value),
    ]))
}

/// The address that `text` is.
fn address_of(text: &str) -> Option<Url> {
    let scheme = text.split_once("://")?.0;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_one_word = !text.contains(char::is_whitespace);
    (is_web && is_one_word && text.len() <= MAX_ADDRESS_BYTES)
        .then(|| Url::parse(text).ok())
        .flatten()
}

/// The address that these bytes are, but for white space around it.
fn address_in(bytes: &[u8]) -> Option<Url> {
    let text = std::str::from_utf8(bytes).ok()?;
    address_of(text.trim_start_matches('\u{feff}').trim())
}

/// Why a file cannot be read, in a word.
const fn reason(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "not-found",
        io::ErrorKind::PermissionDenied => "permission-denied",
        _ => "read-error",
    }
}

/// Reads a file; of a longer one, `max_bytes` and one more.
pub(super) fn read_file(path: &Path, max_bytes: usize) -> Result<Vec<u8>, UsageError> {
    let bytes = std::fs::File::open(path).and_then(|file| at_most(file, max_bytes));
    bytes.map_err(|cause| UsageError::unreadable(path, cause))
}

fn at_most(source: impl io::Read, max_bytes: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(max_bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    source.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_of(typed: &str) -> Place {
        typed.parse::<Input>().unwrap().place
    }

    #[test]
    fn a_dash_an_address_and_a_file_are_told_apart() {
        assert!(matches!(place_of("-"), Place::StandardInput));
        for address in [
            "https://example.org/badge.png",
            "HTTPS://EXAMPLE.ORG/B/1",
            "http://localhost:8080/b/1",
        ] {
            assert!(matches!(place_of(address), Place::Address(_)), "{address}");
        }
        for file in [
            "badge.png",
            "./-",
            "C:\\badges\\one.png",
            "https:badge",
            "data:text/plain,x",
        ] {
            assert!(matches!(place_of(file), Place::File(_)), "{file}");
        }
    }

    #[test]
    fn text_is_an_address_only_when_it_is_nothing_else() {
        let address = Url::parse("https://example.org/b/1").unwrap();
        for text in ["https://example.org/b/1", "\u{feff} https://example.org/b/1\r\n"] {
            assert_eq!(address_in(text.as_bytes()), Some(address.clone()), "{text}");
        }
        let long = format!("https://example.org/{}", "a".repeat(MAX_ADDRESS_BYTES));
        for text in [
            "see https://example.org/b/1",
            "https://example.org/b/1 https://example.org/b/2",
            "{\"id\": \"https://example.org/b/1\"}",
            "urn:uuid:4d4b5f3c-0d2a-4d9e-8a4c-0c1d3a1f0001",
            &long,
        ] {
            assert_eq!(address_in(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn reading_stops_one_byte_past_the_limit() {
        assert_eq!(at_most([0_u8; 10].as_slice(), 3).unwrap().len(), 4);
        assert_eq!(at_most([0_u8; 3].as_slice(), 3).unwrap().len(), 3);
    }
}
