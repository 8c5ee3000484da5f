//! Every context address, type name, keyword, namespace and media type that this crate writes or looks for.

/// First context of a [Verifiable Credential 2.0](https://www.w3.org/TR/vc-data-model-2.0/#contexts).
pub const CREDENTIALS_V2: &str = "https://www.w3.org/ns/credentials/v2";

/// First context of a [Verifiable Credential 1.1](https://www.w3.org/TR/vc-data-model-1.1/#contexts).
pub const CREDENTIALS_V1: &str = "https://www.w3.org/2018/credentials/v1";

/// Context of [Open Badges 3.0](https://www.imsglobal.org/spec/ob/v3p0/), the revision that is written.
pub const OPEN_BADGES_V3P0: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// Contexts of [Open Badges 1.1 and 2.x](https://www.imsglobal.org/spec/ob/v2p0/) begin with this.
pub const OPEN_BADGES_ORG: &str = "https://w3id.org/openbadges/";
/// Context of [Open Badges 2.0](https://www.imsglobal.org/spec/ob/v2p0/).
pub const OPEN_BADGES_V2: &str = "https://w3id.org/openbadges/v2";
/// Other addresses of the same context.
pub const OPEN_BADGES_V2_ALIASES: [&str; 2] = [
    "http://w3id.org/openbadges/v2",
    "https://openbadgespec.org/v2/context.json",
];

/// Folders of the [JSON schemas](https://www.imsglobal.org/spec/ob/v3p0/#json-schema) of Open Badges 3.0 and of the
/// Comprehensive Learner Record 2.0, whose rules this crate applies itself.
pub const PUBLISHED_SCHEMAS: [&str; 2] = [
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/",
    "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/",
];

/// Type of every verifiable credential.
pub const VERIFIABLE_CREDENTIAL: &str = "VerifiableCredential";
/// Type of an Open Badges 3.0 badge.
pub const OPEN_BADGE_CREDENTIAL: &str = "OpenBadgeCredential";
/// The other name of [`OPEN_BADGE_CREDENTIAL`].
pub const ACHIEVEMENT_CREDENTIAL: &str = "AchievementCredential";
/// Type of an endorsement.
pub const ENDORSEMENT_CREDENTIAL: &str = "EndorsementCredential";
/// Type of a Comprehensive Learner Record, an envelope of credentials.
pub const CLR_CREDENTIAL: &str = "ClrCredential";

/// Type of a [bitstring status list](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential).
pub const BITSTRING_STATUS_LIST_CREDENTIAL: &str = "BitstringStatusListCredential";
/// Type of the [status list](https://www.w3.org/TR/2023/WD-vc-status-list-20230427/#statuslist2021credential) that
/// came before it.
pub const STATUS_LIST_2021_CREDENTIAL: &str = "StatusList2021Credential";
/// Type of an object whose address [holds a credential](https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials).
pub const ENVELOPED_VERIFIABLE_CREDENTIAL: &str = "EnvelopedVerifiableCredential";
/// The address of such an object begins like this when the credential is a JSON Web Token.
pub const TOKEN_DATA_URL: &str = "data:application/vc+jwt,";

/// Type of the status that a [revocation list of 1EdTech](https://www.imsglobal.org/spec/vcrl/v1p0/) gives.
pub const REVOCATION_LIST_1EDTECH: &str = "1EdTechRevocationList";
/// Type of a [refresh service](https://www.imsglobal.org/spec/ob/v3p0/#refreshservice) that is read.
pub const CREDENTIAL_REFRESH: &str = "1EdTechCredentialRefresh";
/// [Type of an achievement](https://www.imsglobal.org/spec/ob/v3p0/#achievementtype-enumeration) that is a test and
/// stands for nothing: an extension of this project, signed with the rest of the badge.
pub const TEST_ACHIEVEMENT: &str = "ext:TestBadge";

/// Type of every [Data Integrity](https://www.w3.org/TR/vc-data-integrity/#proofs) proof.
pub const DATA_INTEGRITY_PROOF: &str = "DataIntegrityProof";
/// Type of the [proofs](https://www.w3.org/TR/vc-di-eddsa/#ed25519signature2020) that preceded Data Integrity.
pub const ED25519_SIGNATURE_2020: &str = "Ed25519Signature2020";
/// The purpose of a proof that [asserts something](https://www.w3.org/TR/vc-data-integrity/#proof-purposes).
pub const ASSERTION_METHOD: &str = "assertionMethod";

/// Keyword of the [PNG text chunk](https://www.imsglobal.org/spec/ob/v3p0/#png) that holds a 3.0 badge.
pub const PNG_KEYWORD_V3: &str = "openbadgecredential";
/// Keyword of the PNG text chunk that holds a 1.x or 2.x badge.
pub const PNG_KEYWORD_V2: &str = "openbadges";
/// Keyword of the PNG text chunk that holds a [record](https://www.imsglobal.org/spec/clr/v2p0/) of badges.
pub const PNG_KEYWORD_CLR: &str = "clrcredential";

/// Namespace of the [SVG element](https://www.imsglobal.org/spec/ob/v3p0/#svg) that holds a 3.0 badge.
pub const SVG_NAMESPACE_V3: &str = "https://purl.imsglobal.org/ob/v3p0";
/// Local name of that element.
pub const SVG_ELEMENT_V3: &str = "credential";
/// Namespace of the SVG element, of the same local name, that holds a record of badges.
pub const SVG_NAMESPACE_CLR: &str = "https://purl.imsglobal.org/clr/v2p0";
/// Namespace of the SVG element that holds a 1.x or 2.x badge.
pub const SVG_NAMESPACE_V2: &str = "http://openbadges.org";
/// Local name of that element.
pub const SVG_ELEMENT_V2: &str = "assertion";
/// The prefix that the specification's examples give to either namespace.
pub const SVG_PREFIX: &str = "openbadges";

// Each value of `Accept` stays within the 128 bytes up to which a browser asks no leave to send it: a host that
// answers no such question could not be read otherwise. See https://fetch.spec.whatwg.org/#cors-safelisted-request-header.

/// Media types to ask for when a DID document or a controller document is wanted, as an `Accept` header.
pub const ACCEPT_CONTROLLER_DOCUMENT: &str = "application/did+json, application/cid+json, application/did+ld+json, \
     application/jwk-set+json, application/json;q=0.8";
/// Media types to ask for when an issuer's [key set](https://www.rfc-editor.org/rfc/rfc7517#section-8.5.2) is
/// wanted, as an `Accept` header.
pub const ACCEPT_KEY_SET: &str = "application/jwk-set+json, application/json;q=0.8";
/// Media types to ask for when a status list credential is wanted, as an `Accept` header.
pub const ACCEPT_CREDENTIAL: &str = "application/vc+ld+json, application/vc;q=0.9, application/vc+jwt;q=0.9, \
     application/ld+json;q=0.8, application/json;q=0.7";
/// Media types to ask for when a picture is wanted, as an `Accept` header.
pub const ACCEPT_IMAGE: &str = "image/png, image/svg+xml, image/*;q=0.8";
/// Media types to ask for when a revocation list of 1EdTech is wanted, as an `Accept` header.
pub const ACCEPT_REVOCATION_LIST: &str = "application/json, application/ld+json;q=0.9";
/// Media types to ask for when an object of Open Badges 1.x or 2.x is wanted, as an `Accept` header.
pub const ACCEPT_HOSTED: &str = "application/ld+json, application/json;q=0.9";
/// Media types to ask for when the key of a signed badge of Open Badges 1.x or 2.x is wanted, as an `Accept` header.
pub const ACCEPT_PUBLIC_KEY: &str =
    "application/ld+json, application/json;q=0.9, application/x-pem-file;q=0.8, text/plain;q=0.7";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_browser_asks_leave_to_send_what_is_accepted() {
        for accept in [
            ACCEPT_CONTROLLER_DOCUMENT,
            ACCEPT_KEY_SET,
            ACCEPT_CREDENTIAL,
            ACCEPT_IMAGE,
            ACCEPT_REVOCATION_LIST,
            ACCEPT_HOSTED,
            ACCEPT_PUBLIC_KEY,
        ] {
            assert!(accept.len() <= 128, "{accept}");
        }
    }
}
