//! What can keep an operation from being carried out: one type per operation, each with a stable code.
//!
//! A badge that is bad is no error but a [`Report`](crate::verify::Report).

use thiserror::Error;

/// Why no badge was taken out of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum UnbakeError {
    /// The bytes hold no badge.
    #[error("the file holds no badge")]
    NoBadge,
    /// The file, or a piece of it, passes a bound of [`Limits`](crate::limits::Limits).
    #[error("more than the limit {limit} of {max} allows")]
    TooLarge {
        /// The bound's name in kebab-case, such as `input-bytes`.
        limit: &'static str,
        /// Its value.
        max: usize,
    },
    /// The file's structure cannot be followed to its end.
    #[error("the file is damaged at byte {offset}")]
    DamagedFile {
        /// Where, in bytes from the start.
        offset: usize,
    },
    /// The piece that holds the badge is damaged.
    #[error("the piece that holds the badge, at byte {offset}, is damaged")]
    DamagedChunk {
        /// Where the piece starts, in bytes.
        offset: usize,
    },
    /// The file holds two badges that differ.
    #[error("the file holds two badges that differ")]
    ConflictingBadges,
    /// The badge inside an SVG uses an XML entity of its own making.
    #[error("the badge uses an XML entity; entities are never expanded")]
    EntityRefused,
}

impl UnbakeError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoBadge => "no-badge",
            Self::TooLarge { .. } => "too-large",
            Self::DamagedFile { .. } => "damaged-file",
            Self::DamagedChunk { .. } => "damaged-chunk",
            Self::ConflictingBadges => "conflicting-badges",
            Self::EntityRefused => "entity-refused",
        }
    }
}

/// Why a badge was not put into a picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BakeError {
    /// The picture is neither PNG nor uncompressed SVG.
    #[error("a badge can be baked into a PNG or an SVG picture only")]
    NotAPicture,
    /// The picture's structure cannot be followed.
    #[error("the picture is damaged at byte {offset}")]
    DamagedPicture {
        /// Where, in bytes from the start.
        offset: usize,
    },
    /// The credential is too long for the picture format.
    #[error("the credential is too long for this picture format")]
    CredentialTooLong,
}

impl BakeError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAPicture => "not-a-picture",
            Self::DamagedPicture { .. } => "damaged-picture",
            Self::CredentialTooLong => "credential-too-long",
        }
    }
}

/// Why a key or a DID could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The text or the bytes are not a key in the format that was expected.
    #[error("not a well-formed key")]
    Malformed,
    /// A key of a kind that is recognised and not read here.
    #[error("keys of kind {0} are not read")]
    Unsupported(&'static str),
    /// A document that should be public carries a private key.
    #[error("the document carries a private key")]
    PrivateKeyExposed,
    /// The DID is not written as its method asks.
    #[error("not a well-formed DID")]
    MalformedDid,
    /// The DID's method is not read here.
    #[error("this DID method is not read")]
    UnsupportedDidMethod,
}

impl KeyError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed-key",
            Self::Unsupported(_) => "unsupported-key",
            Self::PrivateKeyExposed => "private-key-exposed",
            Self::MalformedDid => "malformed-did",
            Self::UnsupportedDidMethod => "unsupported-did-method",
        }
    }
}
