//! Why a document has no canonical form here.

use std::fmt;

/// Why no canonical form was made.
///
/// Who must act differs: an [unknown context](Self::UnknownContext), an [unsupported feature](Self::Unsupported)
/// and a [limit](Self::WorkLimit) say that *we* could not tell; the others say that the document is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CanonError {
    /// The document names a context that is not carried here. Contexts are never fetched.
    #[error("the context {url} is not carried here")]
    UnknownContext {
        /// The context's address, as the document spells it.
        url: String,
    },
    /// Part of the document would be left out of the RDF dataset, so that no signature would cover it.
    #[error("{kind} at {pointer:?}: {term:?}")]
    Unsafe {
        /// What is wrong with it.
        kind: Unsafe,
        /// The member name, type, identifier or value that would be lost.
        term: String,
        /// Where it stands: a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) into the document.
        pointer: String,
    },
    /// The document uses JSON-LD that is not read here; what it means is not guessed.
    #[error("{feature} at {pointer:?} is not supported")]
    Unsupported {
        /// The stable name of what is not supported.
        feature: &'static str,
        /// A JSON pointer into the document.
        pointer: String,
    },
    /// The document is not JSON-LD.
    #[error("{code} at {pointer:?}")]
    InvalidJsonLd {
        /// The error code of the [JSON-LD API](https://www.w3.org/TR/json-ld11-api/#dom-jsonlderrorcode).
        code: &'static str,
        /// A JSON pointer into the document.
        pointer: String,
    },
    /// The work that the document asks for goes beyond a bound: a poison graph, or nesting contexts.
    #[error("the limit {limit} of {max} was reached")]
    WorkLimit {
        /// Which bound.
        limit: &'static str,
        /// Its value.
        max: usize,
    },
    /// The document becomes more RDF statements than [`Limits::max_quads`](crate::limits::Limits::max_quads).
    #[error("more than {max} RDF statements")]
    TooManyQuads {
        /// The bound.
        max: usize,
    },
    /// A number has no JSON form that all readers agree on ([RFC 8785, 3.2.2.3]).
    ///
    /// [RFC 8785, 3.2.2.3]: https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.3
    #[error("the number {number} is not exact in double precision")]
    InexactNumber {
        /// The number, as it was read.
        number: String,
    },
}

impl CanonError {
    /// The stable name of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownContext { .. } => "unknown-context",
            Self::Unsafe { kind, .. } => kind.code(),
            Self::Unsupported { .. } => "unsupported-json-ld",
            Self::InvalidJsonLd { .. } => "invalid-json-ld",
            Self::WorkLimit { .. } => "work-limit-reached",
            Self::TooManyQuads { .. } => "too-many-quads",
            Self::InexactNumber { .. } => "inexact-number",
        }
    }

    /// Whether the document may be sound and it is this reader that cannot tell.
    ///
    /// A verifier answers "could not check" to these and "failed" to the others.
    #[must_use]
    pub const fn is_inconclusive(&self) -> bool {
        match self {
            Self::UnknownContext { .. }
            | Self::Unsupported { .. }
            | Self::WorkLimit { .. }
            | Self::TooManyQuads { .. } => true,
            Self::Unsafe { .. } | Self::InvalidJsonLd { .. } | Self::InexactNumber { .. } => false,
        }
    }
}

/// What would be lost without a trace if a document were read outside safe mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unsafe {
    /// A member name that no context defines.
    UndefinedTerm,
    /// A type that no context defines and that is no absolute IRI.
    RelativeType,
    /// An identifier that is no absolute IRI.
    RelativeIri,
    /// An absolute IRI with a character that IRIs do not have.
    InvalidIri,
    /// A word that looks like a keyword of a later JSON-LD.
    ReservedWord,
    /// A language that is no BCP 47 tag.
    InvalidLanguage,
    /// A value, an empty object or a lone reference where nothing relates it to anything.
    FreeFloating,
    /// A value object whose value is null.
    NullValue,
    /// A vocabulary that is no absolute IRI.
    RelativeVocabulary,
    /// A blank node where RDF has IRIs only.
    BlankNodePredicate,
}

impl Unsafe {
    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UndefinedTerm => "undefined-term",
            Self::RelativeType => "relative-type",
            Self::RelativeIri => "relative-iri",
            Self::InvalidIri => "invalid-iri",
            Self::ReservedWord => "reserved-word",
            Self::InvalidLanguage => "invalid-language",
            Self::FreeFloating => "free-floating",
            Self::NullValue => "null-value",
            Self::RelativeVocabulary => "relative-vocabulary",
            Self::BlankNodePredicate => "blank-node-predicate",
        }
    }
}

impl fmt::Display for Unsafe {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}
