//! The stable codes that checks answer with.

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident => $text:literal,)+) => {
        /// Why a check ended as it did. The text of a code never changes its meaning; catalogues under
        /// `locales/` hold one sentence per code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])+ $name,)+ }

        impl Code {
            /// Every code, for the test that each has a sentence in each language.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable kebab-case text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

codes! {
    /// An earlier check ended the verification before this one.
    NotReached => "not-reached",
    /// This kind of check is not built yet; it is never read as passed.
    NotSupported => "not-supported",

    /// Exactly one badge was found.
    BadgeFound => "badge-found",
    /// The bytes hold no badge.
    NoBadge => "no-badge",

    /// The credential has the parts that the specification asks for.
    StructureSound => "structure-sound",

    /// Every term is defined by a context known by hash.
    ContextKnown => "context-known",

    /// The signature matches the content.
    SignatureGood => "signature-good",

    /// The key is shown to be the issuer's.
    KeyBound => "key-bound",

    /// Valid at this time, until a given date.
    WithinValidity => "within-validity",
    /// Valid at this time, with no end date.
    NoExpiry => "no-expiry",
    /// The end date has passed.
    Expired => "expired",
    /// The start date has not come.
    NotYetValid => "not-yet-valid",

    /// The badge declares no status list: withdrawal cannot be looked up, and need not be.
    StatusNotDeclared => "status-not-declared",
    /// The list was read, and this badge is not on it.
    NotRevoked => "not-revoked",
    /// The list was read, and this badge is on it.
    Revoked => "revoked",
    /// The issuer has suspended the badge for a time.
    Suspended => "suspended",
    /// The status list could not be read.
    StatusUnreachable => "status-unreachable",

    /// The badge was not read out of a picture, or signs no digest of one.
    ImageNotSigned => "image-not-signed",
    /// The picture is not the one that was signed.
    ImageDiffers => "image-differs",

    /// The caller named nobody.
    RecipientNotAsked => "recipient-not-asked",
    /// The badge was given to the person whom the caller named.
    RecipientMatches => "recipient-matches",
    /// The badge was not given to the person whom the caller named.
    RecipientDiffers => "recipient-differs",

    /// The badge carries no endorsement.
    NoEndorsement => "no-endorsement",

    /// The caller gave no register of issuers.
    TrustNotAsked => "trust-not-asked",
    /// The issuer is in no register that the caller gave: neutral.
    IssuerUnknown => "issuer-unknown",
}

impl Code {
    /// Whether a `not-checked` with this code means that there was nothing to check or nobody asked, so that
    /// the verdict does not wait for it.
    pub(crate) const fn does_not_apply(self) -> bool {
        matches!(
            self,
            Self::StatusNotDeclared
                | Self::ImageNotSigned
                | Self::RecipientNotAsked
                | Self::NoEndorsement
                | Self::TrustNotAsked
                | Self::IssuerUnknown
        )
    }

    /// Whether a failure with this code still leaves the badge genuine: the issuer did give it, but the
    /// reader must know something first.
    pub(crate) const fn leaves_genuine(self) -> bool {
        matches!(
            self,
            Self::Expired | Self::NotYetValid | Self::Suspended | Self::ImageDiffers | Self::RecipientDiffers
        )
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
