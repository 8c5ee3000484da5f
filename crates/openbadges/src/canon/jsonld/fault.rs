//! Errors before it is known where in the document they stand.

use super::super::{CanonError, Unsafe};

/// A [`CanonError`] without its place; the reader of the document adds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    UnknownContext(String),
    Unsafe(Unsafe, String),
    Unsupported(&'static str),
    /// An [error code](https://www.w3.org/TR/json-ld11-api/#dom-jsonlderrorcode) of JSON-LD.
    Invalid(&'static str),
    WorkLimit(&'static str, usize),
    TooManyQuads(usize),
}

impl Fault {
    pub(super) fn at(self, pointer: String) -> CanonError {
        match self {
            Self::UnknownContext(url) => CanonError::UnknownContext { url },
            Self::Unsafe(kind, term) => CanonError::Unsafe { kind, term, pointer },
            Self::Unsupported(feature) => CanonError::Unsupported { feature, pointer },
            Self::Invalid(code) => CanonError::InvalidJsonLd { code, pointer },
            Self::WorkLimit(limit, max) => CanonError::WorkLimit { limit, max },
            Self::TooManyQuads(max) => CanonError::TooManyQuads { max },
        }
    }
}
