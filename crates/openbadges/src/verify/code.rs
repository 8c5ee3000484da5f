//! The stable codes that checks answer with.

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident => $text:literal,)+) => {
        /// Why a check ended as it did.
        ///
        /// The text of a code never changes its meaning; catalogues under `locales/` hold one sentence per
        /// code. The names in backquotes after each code's sentence are the
        /// members of [`Check::data`](super::Check::data) that the sentence may use.
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
    /// This version, encoding or kind of thing is recognised and not built yet; it is never read as passed.
    /// `what` names it.
    NotSupported => "not-supported",
    /// A document that is needed was not read yet; it is in the list of what is wanted. `url`.
    DocumentNotFetched => "document-not-fetched",
    /// A document that is needed could not be read. `url`, and `reason` or the HTTP `status`.
    DocumentUnreachable => "document-unreachable",
    /// A document was read, and it is not what its address promised: not JSON, no keys. `url`.
    DocumentUnreadable => "document-unreadable",
    /// The file could not be read. `reason` is `not-found`, `permission-denied` or `read-error`.
    FileUnreadable => "file-unreadable",
    /// A limit on work was reached before an answer. `limit` names it.
    WorkLimitReached => "work-limit-reached",

    // format

    /// Exactly one badge was found.
    BadgeFound => "badge-found",
    /// A credential stands in this place inside another.
    CredentialFound => "credential-found",
    /// The bytes hold no badge.
    NoBadge => "no-badge",
    /// The file, or a piece of it, is larger than what is read. `limit` names the bound, `max` is its value.
    TooLarge => "too-large",
    /// The file ends early, or its structure cannot be followed. `offset` in bytes, where known.
    DamagedFile => "damaged-file",
    /// The piece of the picture that holds the badge is damaged. `offset` in bytes.
    DamagedChunk => "damaged-chunk",
    /// The picture holds two badges that differ.
    ConflictingBadges => "conflicting-badges",
    /// The badge's text is neither JSON nor a JSON Web Token, or is broken JSON. `offset` in bytes, where known.
    UnreadableBadge => "unreadable-badge",
    /// One member name stands twice in the same JSON object. `name`.
    DuplicateMemberNames => "duplicate-member-names",
    /// JSON is nested more deeply than what is read. `max`.
    TooDeep => "too-deep",
    /// The badge inside the SVG uses an XML entity; entities are never expanded.
    EntityRefused => "entity-refused",
    /// Remark: the same badge stands more than once in the file.
    RepeatedBadge => "repeated-badge",
    /// Remark: the badge's text is compressed; the specification asks for uncompressed text.
    CompressedBadge => "compressed-badge",
    /// Remark: the badge is in another kind of text chunk than the specification asks for. `chunk`.
    OtherChunkType => "other-chunk-type",
    /// Remark: the badge stands under the keyword or the namespace of another Open Badges version. `keyword`.
    OtherVersionKeyword => "other-version-keyword",
    /// Remark: the badge stands in the `verify` attribute although it is JSON, or in the body although it is a
    /// token.
    OtherPlace => "other-place",
    /// Remark: the picture file is compressed (`.svgz`).
    CompressedFile => "compressed-file",
    /// Remark: the file has a document type declaration; it was not loaded.
    DoctypeIgnored => "doctype-ignored",
    /// Remark: a byte-order mark or white space around the badge was left out.
    SurroundingSpace => "surrounding-space",
    /// Remark: bytes follow the end of the picture; they were not read.
    DataAfterEnd => "data-after-end",
    /// Remark: a part of the token ends in `=`, which the specification leaves out.
    PaddedToken => "padded-token",
    /// Remark: the newer version that the issuer offers was checked, instead of the one in the file. `url`.
    Refreshed => "refreshed",
    /// Remark: the newer version that the issuer offers could not be read. `url`, and `reason` or the HTTP `status`.
    RefreshUnreachable => "refresh-unreachable",
    /// Remark: what is offered as a newer version is another credential, or another issuer's. `url`, `found`,
    /// `expected`.
    RefreshOfAnother => "refresh-of-another",
    /// Remark: what is offered as a newer version is not shown to be the issuer's. `url`, `code`.
    RefreshNotGood => "refresh-not-good",

    // structure

    /// The credential has the parts that the specification asks for.
    StructureSound => "structure-sound",
    /// The JSON is not an Open Badge: its `type` says so. `types`, and `faults` of it as a credential.
    NotAnOpenBadge => "not-an-open-badge",
    /// A required member is missing. `pointer`, and `faults` with every fault that was found.
    MissingMember => "missing-member",
    /// A member has a value of the wrong kind. `pointer`, `expected`, `faults`.
    WrongValue => "wrong-value",
    /// An object's `type` does not say what stands in this place. `pointer`, `expected`, `faults`.
    MissingType => "missing-type",
    /// A date is not a date with a time zone. `pointer`, `faults`.
    InvalidDate => "invalid-date",
    /// An identifier is not an address. `pointer`, `faults`.
    InvalidIdentifier => "invalid-identifier",
    /// A result names a description, or a level, that the achievement does not have. `pointer`, `faults`.
    BrokenLink => "broken-link",
    /// A word is none of those that the specification lists for its place. `pointer`, `faults`.
    UnlistedWord => "unlisted-word",
    /// A result, or a required one, is none of those that the achievement allows. `pointer`, `faults`.
    ResultNotAllowed => "result-not-allowed",
    /// Remark: a date is written in an unusual way, and names its moment all the same. `pointer`.
    UnusualDate => "unusual-date",
    /// Remark: a result names a level of something else than what it is a result of. `pointer`.
    LevelOfAnother => "level-of-another",
    /// Remark: the badge names a schema of its issuer's own, which was not applied. `url`.
    SchemaNotApplied => "schema-not-applied",
    /// Remark: a part of the badge is of a kind that others defined, whose rules are not known here. `name`.
    ExtensionNotRead => "extension-not-read",
    /// The endorsement is about something else than what it stands beside. `found`, `expected`.
    EndorsementOfAnother => "endorsement-of-another",
    /// What the endorsement stands beside has no identifier, so that nothing shows what it is about.
    EndorsedNotNamed => "endorsed-not-named",
    /// A credential inside the record does not hold; the record itself may. `count`, `good`, `bad`, `unconfirmed`.
    NestedCredentialBad => "nested-credential-bad",
    /// A credential inside the record could not be confirmed. `count`, `good`, `bad`, `unconfirmed`.
    NestedCredentialNotConfirmed => "nested-credential-not-confirmed",

    // context

    /// Every term is defined by a context known by hash.
    ContextKnown => "context-known",
    /// The credential names no context, or not the one that credentials must begin with.
    MissingContext => "missing-context",
    /// A credential inside another names no context of its own, so that it cannot be read by itself.
    NoOwnContext => "no-own-context",
    /// The credential uses a context that this verifier does not carry; contexts are never fetched. `url`.
    UnknownContext => "unknown-context",
    /// The credential defines terms in place, which could give words another meaning; that is not read.
    InlineContext => "inline-context",
    /// A term is defined by no context, so that no signature covers it. `term`, `pointer`.
    UndefinedTerm => "undefined-term",
    /// A type is defined by no context, so that no signature covers it. `term`, `pointer`.
    RelativeType => "relative-type",
    /// An identifier is no full address, so that no signature covers it. `term`, `pointer`.
    RelativeIri => "relative-iri",
    /// Part of the credential would be covered by no signature. `kind`, `term`, `pointer`.
    UnsignedValue => "unsigned-value",
    /// A number is too large to mean the same to every reader. `number`.
    InexactNumber => "inexact-number",
    /// The JSON-LD is wrong. `detail` is the error code of the JSON-LD specification, where there is one.
    InvalidJsonLd => "invalid-json-ld",
    /// The JSON-LD uses a feature that this verifier does not read. `feature`, `pointer`.
    UnsupportedJsonLd => "unsupported-json-ld",
    /// The badge follows a version before 3.0 that is known here, and is read by the names of that version.
    /// `version`.
    VersionKnown => "version-known",
    /// The badge is of a version that has no contexts; its names are those of the version. `version`.
    ContextImplied => "context-implied",
    /// Remark: a badge before 3.0 names a context beside that of its version, which was not read. `pointer`.
    ContextNotRead => "context-not-read",
    /// Remark: a context is named by another address than its own. `alias`, `url`.
    ContextAlias => "context-alias",
    /// Remark: the credential was signed under an older content of a context. `url`, `sha256`.
    OlderContext => "older-context",

    // signature

    /// The signature matches the content. `cryptosuite`, `verification_method`.
    SignatureGood => "signature-good",
    /// The credential is not signed.
    NoProof => "no-proof",
    /// The signature does not match the content. `cryptosuite`, `verification_method`.
    ChangedAfterSigning => "changed-after-signing",
    /// The proof lacks a part or has a wrong one. `pointer`, and which `part` of a value that has several.
    MalformedProof => "malformed-proof",
    /// A kind of signature that is known and not read here. `cryptosuite`.
    UnsupportedCryptosuite => "unsupported-cryptosuite",
    /// A kind of signature that is not known. `cryptosuite`.
    UnknownCryptosuite => "unknown-cryptosuite",
    /// The proof was made for another purpose than asserting. `purpose`.
    WrongProofPurpose => "wrong-proof-purpose",
    /// The proof says that it no longer counts. `expires`.
    ProofExpired => "proof-expired",
    /// The proof says that it was made in the future. `created`.
    ProofFromFuture => "proof-from-future",
    /// The key cannot be read. `verification_method`.
    MalformedKey => "malformed-key",
    /// The key is of another kind than the signature asks for. `expected`.
    WrongKeyType => "wrong-key-type",
    /// No key could be found under the name that the proof gives. `verification_method`.
    KeyNotFound => "key-not-found",
    /// The proof names its key in a way that this verifier does not follow. `verification_method`.
    UnsupportedKeyReference => "unsupported-key-reference",
    /// The proof was made when the document named other contexts. `pointer`.
    ProofContextDiffers => "proof-context-differs",
    /// The badge is shown with the proof that only its holder should have, from which what to show is chosen.
    BaseProof => "base-proof",
    /// The proof names other unnamed things than those in the badge.
    ProofLabelsDiffer => "proof-labels-differ",
    /// The proof says of a statement that it must be there, and the badge has not so many. `index`, `length`.
    ProofIndexOutOfRange => "proof-index-out-of-range",
    /// The proof has not one signature for each statement that is signed by itself. `found`, `expected`.
    StatementsNotSigned => "statements-not-signed",
    /// The proof depends on another proof that is not there. `previous_proof`.
    PreviousProofMissing => "previous-proof-missing",
    /// The proof depends on another proof that does not hold. `previous_proof`.
    PreviousProofBad => "previous-proof-bad",
    /// The proof depends on another proof that was not checked. `previous_proof`.
    PreviousProofNotChecked => "previous-proof-not-checked",
    /// The token names an algorithm that proves nothing, or that nobody registered. `algorithm`.
    RefusedAlgorithm => "refused-algorithm",
    /// The token asks to be read by rules that this verifier does not know. `names`.
    CriticalHeader => "critical-header",
    /// The token is signed over another form of its content than the one it carries.
    UnencodedPayload => "unencoded-payload",
    /// The token carries a private key, so that anybody can sign with it.
    PrivateKeyInToken => "private-key-in-token",
    /// A claim of the token has a value of the wrong kind. `claim`.
    MalformedClaim => "malformed-claim",
    /// The token names another issuer than the badge in it. `found`, `expected`.
    ClaimedIssuerDiffers => "claimed-issuer-differs",
    /// The token names another person than the badge in it. `found`, `expected`.
    ClaimedSubjectDiffers => "claimed-subject-differs",
    /// The token has another identifier than the badge in it. `found`, `expected`.
    ClaimedIdDiffers => "claimed-id-differs",
    /// Remark: the token lacks claims that the specification asks for. `claims`.
    ClaimsMissing => "claims-missing",
    /// Remark: the token claims something that the badge in it does not say. `claim`.
    ClaimNotInBadge => "claim-not-in-badge",
    /// Remark: the token says that it is of an unusual type. `found`.
    UnusualTokenType => "unusual-token-type",
    /// Remark: another proof of this credential does not match. `cryptosuite`, `code`.
    OtherProofBad => "other-proof-bad",
    /// Remark: another proof of this credential was not checked. `cryptosuite`, `code`.
    OtherProofNotChecked => "other-proof-not-checked",
    /// Remark: the holder chose which of the signed statements to show.
    SelectiveDisclosure => "selective-disclosure",
    /// Remark: the proof was made for one receiver only. `domain`.
    ProofForDomain => "proof-for-domain",
    /// Remark: the kind of signature is spelled in an old or mistaken way. `cryptosuite`.
    CryptosuiteAlias => "cryptosuite-alias",

    /// The badge stands at its own address. `url`.
    HostedConfirmed => "hosted-confirmed",
    /// Another badge stands at the address that the badge names. `url`, `found`, `expected`.
    HostedIdDiffers => "hosted-id-differs",
    /// The badge names no address where it could be looked up, and has no signature.
    NoHostedAddress => "no-hosted-address",
    /// Remark: what was handed in is not what stands at the badge's address; the latter counts. `url`, and
    /// `members` with the names of the parts that are not the same.
    FileDiffers => "file-differs",
    /// Remark: a document has an address without encryption, and was read over an encrypted connection. `url`.
    ReadOverTls => "read-over-tls",
    /// Remark: a document was read without encryption, so that others could have changed it on the way. `url`.
    PlainHttp => "plain-http",

    // issuer-binding

    /// The key is shown to be the issuer's. `by` says how: `did-key`, `did-jwk`, `did-document`,
    /// `controller-document` or `jwks`; `key`, and `domain` when a host publishes it.
    KeyBound => "key-bound",
    /// The issuer's document was read, and it does not list the key. `url`, `key`.
    KeyNotListed => "key-not-listed",
    /// The issuer's document lists the key, and not for signing credentials. `url`, `key`.
    KeyNotForAssertion => "key-not-for-assertion",
    /// The badge says of itself that it is a test: nobody stands behind it. `issuer`.
    TestBadge => "test-badge",
    /// The issuer's document says that the key no longer counts. `url`, `key`, `since`.
    KeyRevoked => "key-revoked",
    /// Remark: the issuer's document says that the key counted when the badge was signed, and no longer does.
    /// `key`, `since`.
    KeyRetired => "key-retired",
    /// The key's document was read, and it names another owner than the badge does. `controller`, `issuer`.
    ControllerDiffers => "controller-differs",
    /// The document is about another identity than the one it was asked for. `url`, `found`, `expected`.
    DocumentOfAnother => "document-of-another",
    /// The issuer publishes badges at this place. `by` says how that is known: `host`, `starts-with` or
    /// `allowed-origins`; `url`, `issuer`, `domain`.
    WithinIssuersScope => "within-issuers-scope",
    /// The issuer does not publish badges at this place. `url`, `issuer`.
    OutsideIssuersScope => "outside-issuers-scope",
    /// The issuer has no address at which its profile could be read. `issuer`.
    IssuerNotHosted => "issuer-not-hosted",
    /// Remark: a document calls itself by another name than its address; the address counts. `url`, `found`.
    DocumentIdDiffers => "document-id-differs",
    /// Remark: the key does not say whose it is. `key`.
    KeyOwnerMissing => "key-owner-missing",
    /// Nothing shows that this key is the issuer's. `key`, `issuer`.
    KeyNotBound => "key-not-bound",
    /// The issuer or the key is named by a kind of DID that is not read here. `method`.
    UnsupportedDidMethod => "unsupported-did-method",
    /// The DID is not written as its method asks. `did`.
    MalformedDid => "malformed-did",

    // validity

    /// Valid at this time, until a given date. `valid_from`, `valid_until`.
    WithinValidity => "within-validity",
    /// Valid at this time, with no end date. `valid_from`.
    NoExpiry => "no-expiry",
    /// The end date has passed. `valid_until`.
    Expired => "expired",
    /// The start date has not come. `valid_from`.
    NotYetValid => "not-yet-valid",
    /// The end date is before the start date. `valid_from`, `valid_until`.
    EndsBeforeStart => "ends-before-start",
    /// The token starts to count at another time than the badge in it. `claimed`, `valid_from`.
    ClaimedStartDiffers => "claimed-start-differs",
    /// The token stops counting at another time than the badge in it. `claimed`, `valid_until`.
    ClaimedEndDiffers => "claimed-end-differs",

    // status: of several entries, the worst gives the code, and `entries` has the outcome, code and data of each.

    /// The badge declares no status list: withdrawal cannot be looked up, and need not be.
    StatusNotDeclared => "status-not-declared",
    /// The list was read, and this badge is not on it. `url`.
    NotRevoked => "not-revoked",
    /// The issuer's lists were read, and they are about something else than withdrawal. `url`, `purpose`, and
    /// `value` and `message` where the issuer explains the values.
    NoWithdrawalList => "no-withdrawal-list",
    /// The badge still stands where its issuer publishes it, and says nothing of a withdrawal. `url`.
    StillHosted => "still-hosted",
    /// The list was read, and this badge is on it. `url`, and `reason` where given.
    Revoked => "revoked",
    /// The issuer has suspended the badge for a time. `url`, and `reason` where given.
    Suspended => "suspended",
    /// The status list could not be read. `url`, and `reason` or the HTTP `status`.
    StatusUnreachable => "status-unreachable",
    /// A kind of status that is not read here. `type`, and `purpose` where it is the purpose that is not known.
    UnsupportedStatus => "unsupported-status",
    /// The badge's status entry lacks a part or has a wrong one. `pointer`.
    MalformedStatus => "malformed-status",
    /// The status list was read and cannot be understood. `url`.
    StatusListDamaged => "status-list-damaged",
    /// The status list's own signature is missing or does not match. `url`, `code`.
    StatusListNotVerified => "status-list-not-verified",
    /// Nothing shows who signed the status list. `url`, `code`.
    StatusListNotConfirmed => "status-list-not-confirmed",
    /// Nothing shows that the status list, which nobody signed, is the issuer's. `url`.
    StatusListNotBound => "status-list-not-bound",
    /// The document is no status list of the kind that the badge names. `url`, `expected`.
    StatusListOfOtherKind => "status-list-of-other-kind",
    /// The document says that it is the status list of another address. `url`, `found`.
    StatusListOfAnother => "status-list-of-another",
    /// The status list is out of date. `url`, `valid_until`.
    StatusListExpired => "status-list-expired",
    /// The status list is shorter than the specification asks for. `url`, `length`.
    StatusListTooShort => "status-list-too-short",
    /// The badge's place is past the end of the status list. `url`, `index`, `length`.
    StatusIndexOutOfRange => "status-index-out-of-range",
    /// The status list is for another purpose than the badge says. `url`, `purpose`.
    StatusPurposeDiffers => "status-purpose-differs",
    /// Remark: the status list is signed by another issuer than the badge. `issuer`.
    StatusOfAnotherIssuer => "status-of-another-issuer",
    /// Remark: the place in the status list is written as a number instead of text.
    StatusIndexIsNumber => "status-index-is-number",
    /// Remark: the status list is encoded in another way than its specification asks for.
    StatusListNotation => "status-list-notation",
    /// Remark: what the issuer says about the badge in a list of messages. `message`.
    StatusMessage => "status-message",
    /// Remark: the issuer has a newer version of the badge.
    RefreshAvailable => "refresh-available",

    // image

    /// The badge was not read out of a picture, or signs no digest of one.
    ImageNotSigned => "image-not-signed",
    /// The picture is the one that was signed. `of` says which: the `file` that the badge was read from, the one in
    /// the `badge`, or the one at its `address`, which is `url`.
    ImageMatches => "image-matches",
    /// The picture is not the one that was signed. `of` and `url` as above.
    ImageDiffers => "image-differs",
    /// The badge signs a digest of a picture that is not at hand, and nobody asked to fetch it. `url`.
    ImageNotAsked => "image-not-asked",
    /// The badge signs the picture by a kind of digest that is not read here. `of`.
    UnsupportedDigest => "unsupported-digest",

    // recipient

    /// The caller named nobody.
    RecipientNotAsked => "recipient-not-asked",
    /// The badge was given to the person whom the caller named. `identity_type`, `hashed`.
    RecipientMatches => "recipient-matches",
    /// The badge was not given to the person whom the caller named.
    RecipientDiffers => "recipient-differs",
    /// The badge does not say to whom it was given in a way that can be compared.
    RecipientNotNamed => "recipient-not-named",
    /// Remark: the badge matches once the name that was asked for is written in small letters.
    MatchedLowerCase => "matched-lower-case",

    // endorsement

    /// The badge carries no endorsement.
    NoEndorsement => "no-endorsement",
    /// Every endorsement holds. `count`.
    EndorsementsGood => "endorsements-good",
    /// An endorsement does not hold. `count`, `good`, `bad`, `unconfirmed`.
    EndorsementBad => "endorsement-bad",
    /// An endorsement could not be confirmed, and none is bad. `count`, `good`, `unconfirmed`.
    EndorsementNotConfirmed => "endorsement-not-confirmed",

    // trust

    /// The caller gave no register of issuers.
    TrustNotAsked => "trust-not-asked",
    /// The issuer is in a register that the caller gave. Data: `register`, where it has a name.
    IssuerListed => "issuer-listed",
    /// The issuer is in no register that the caller gave: neutral.
    IssuerUnknown => "issuer-unknown",
}

impl Code {
    /// Whether a `not-checked` with this code means that there was nothing to check or nobody asked, so that
    /// the verdict does not wait for it.
    pub const fn does_not_apply(self) -> bool {
        matches!(
            self,
            Self::StatusNotDeclared
                | Self::ImageNotSigned
                | Self::ImageNotAsked
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
            Self::Expired
                | Self::NotYetValid
                | Self::Suspended
                | Self::ImageDiffers
                | Self::RecipientDiffers
                | Self::NestedCredentialBad
        )
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
