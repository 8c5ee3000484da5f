//! Where a badge comes from: a file, an address or standard input.

use std::convert::Infallible;
use std::fmt;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde_json::{Map, Value};
use url::Url;

use super::UsageError;
use crate::clients::evidence::FetchRecord;
use crate::clients::{Fetch, FetchRequest, FetchResponse};

/// Media types that hold a badge, as an `Accept` header.
const ACCEPT: &str = "image/png, image/svg+xml, application/vc, application/vc+ld+json, application/ld+json, \
                      application/json, application/jwt, text/plain;q=0.8, */*;q=0.1";

/// One input, as it was typed.
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
}

impl FromStr for Input {
    type Err = Infallible;

    fn from_str(typed: &str) -> Result<Self, Infallible> {
        let is_address = typed.starts_with("https://") || typed.starts_with("http://");
        let place = match Url::parse(typed) {
            _ if typed == "-" => Place::StandardInput,
            Ok(url) if is_address => Place::Address(url),
            _ => Place::File(PathBuf::from(typed)),
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
    /// The bytes, or why there are none, in the words of a check's data: `url`, and `reason` or `status`.
    pub(super) bytes: Result<Vec<u8>, Map<String, Value>>,
    /// The fetch, where the input is an address.
    pub(super) fetched: Vec<FetchRecord>,
}

impl Input {
    /// Refuses a file that is not there, before any work is done.
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
    pub(super) async fn read(&self, fetch: &dyn Fetch, max_bytes: usize) -> Result<Content, UsageError> {
        let local = |bytes| Content {
            bytes: Ok(bytes),
            fetched: Vec::new(),
        };
        match &self.place {
            Place::StandardInput => {
                let bytes = at_most(io::stdin().lock(), max_bytes);
                bytes
                    .map(local)
                    .map_err(|cause| UsageError::unreadable(Path::new("-"), cause))
            }
            Place::File(path) => read_file(path, max_bytes).map(local),
            Place::Address(url) => {
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
                Ok(Content { bytes, fetched })
            }
        }
    }
}

fn told(url: &Url, key: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([("url".to_owned(), url.as_str().into()), (key.to_owned(), value)])
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
        assert!(matches!(
            place_of("https://example.org/badge.png"),
            Place::Address(_)
        ));
        assert!(matches!(place_of("http://localhost:8080/b/1"), Place::Address(_)));
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
    fn reading_stops_one_byte_past_the_limit() {
        assert_eq!(at_most([0_u8; 10].as_slice(), 3).unwrap().len(), 4);
        assert_eq!(at_most([0_u8; 3].as_slice(), 3).unwrap().len(), 3);
    }
}
