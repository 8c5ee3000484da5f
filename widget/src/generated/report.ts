// Generated from the Rust types by `cargo test -p verifier-wasm`. Do not edit.
// The report is the one that `blason verify --json` prints, so its members are named as they are there.

/** Every reason that a check can give. */
export const codes = [
  'not-reached',
  'not-supported',
  'document-not-fetched',
  'document-unreachable',
  'document-unreadable',
  'file-unreadable',
  'work-limit-reached',
  'badge-found',
  'credential-found',
  'no-badge',
  'too-large',
  'damaged-file',
  'damaged-chunk',
  'conflicting-badges',
  'unreadable-badge',
  'duplicate-member-names',
  'too-deep',
  'entity-refused',
  'repeated-badge',
  'compressed-badge',
  'other-chunk-type',
  'other-version-keyword',
  'other-place',
  'compressed-file',
  'doctype-ignored',
  'surrounding-space',
  'data-after-end',
  'padded-token',
  'refreshed',
  'refresh-unreachable',
  'refresh-of-another',
  'refresh-not-good',
  'structure-sound',
  'not-an-open-badge',
  'missing-member',
  'wrong-value',
  'missing-type',
  'invalid-date',
  'invalid-identifier',
  'broken-link',
  'unlisted-word',
  'result-not-allowed',
  'unusual-date',
  'level-of-another',
  'schema-not-applied',
  'extension-not-read',
  'endorsement-of-another',
  'endorsed-not-named',
  'nested-credential-bad',
  'nested-credential-not-confirmed',
  'context-known',
  'missing-context',
  'no-own-context',
  'unknown-context',
  'inline-context',
  'undefined-term',
  'relative-type',
  'relative-iri',
  'unsigned-value',
  'inexact-number',
  'invalid-json-ld',
  'unsupported-json-ld',
  'version-known',
  'context-implied',
  'context-not-read',
  'context-alias',
  'older-context',
  'signature-good',
  'no-proof',
  'changed-after-signing',
  'malformed-proof',
  'unsupported-cryptosuite',
  'unknown-cryptosuite',
  'wrong-proof-purpose',
  'proof-expired',
  'proof-from-future',
  'malformed-key',
  'wrong-key-type',
  'key-not-found',
  'unsupported-key-reference',
  'proof-context-differs',
  'base-proof',
  'proof-labels-differ',
  'proof-index-out-of-range',
  'statements-not-signed',
  'previous-proof-missing',
  'previous-proof-bad',
  'previous-proof-not-checked',
  'refused-algorithm',
  'critical-header',
  'unencoded-payload',
  'private-key-in-token',
  'malformed-claim',
  'claimed-issuer-differs',
  'claimed-subject-differs',
  'claimed-id-differs',
  'claims-missing',
  'claim-not-in-badge',
  'unusual-token-type',
  'other-proof-bad',
  'other-proof-not-checked',
  'selective-disclosure',
  'proof-for-domain',
  'cryptosuite-alias',
  'hosted-confirmed',
  'hosted-id-differs',
  'no-hosted-address',
  'file-differs',
  'read-over-tls',
  'plain-http',
  'key-bound',
  'key-not-listed',
  'key-not-for-assertion',
  'test-badge',
  'key-revoked',
  'key-retired',
  'controller-differs',
  'document-of-another',
  'within-issuers-scope',
  'outside-issuers-scope',
  'issuer-not-hosted',
  'document-id-differs',
  'key-owner-missing',
  'key-not-bound',
  'unsupported-did-method',
  'malformed-did',
  'within-validity',
  'no-expiry',
  'expired',
  'not-yet-valid',
  'ends-before-start',
  'claimed-start-differs',
  'claimed-end-differs',
  'status-not-declared',
  'not-revoked',
  'no-withdrawal-list',
  'still-hosted',
  'revoked',
  'suspended',
  'status-unreachable',
  'unsupported-status',
  'malformed-status',
  'status-list-damaged',
  'status-list-not-verified',
  'status-list-not-confirmed',
  'status-list-not-bound',
  'status-list-of-other-kind',
  'status-list-of-another',
  'status-list-expired',
  'status-list-too-short',
  'status-index-out-of-range',
  'status-purpose-differs',
  'status-of-another-issuer',
  'status-index-is-number',
  'status-list-notation',
  'status-message',
  'refresh-available',
  'image-not-signed',
  'image-matches',
  'image-differs',
  'image-not-asked',
  'unsupported-digest',
  'recipient-not-asked',
  'recipient-matches',
  'recipient-differs',
  'recipient-not-named',
  'matched-lower-case',
  'no-endorsement',
  'endorsements-good',
  'endorsement-bad',
  'endorsement-not-confirmed',
  'trust-not-asked',
  'issuer-listed',
  'issuer-unknown',
] as const;

/** One of {@link codes}. */
export type Code = (typeof codes)[number];

/** Reasons of a `not-checked` that say that there was nothing to check, or that nobody asked. */
export const codesOfNothingToCheck = [
  'status-not-declared',
  'image-not-signed',
  'image-not-asked',
  'recipient-not-asked',
  'no-endorsement',
  'trust-not-asked',
  'issuer-unknown',
] as const;

/** The questions, in the order of a report. */
export const checkIds = [
  'format',
  'structure',
  'context',
  'signature',
  'issuer-binding',
  'validity',
  'status',
  'image',
  'recipient',
  'endorsement',
  'trust',
] as const;

/** One of {@link checkIds}. */
export type CheckId = (typeof checkIds)[number];

/**
 * What was found out about one badge, layer by layer.
 */
export type Report = { 
/**
 * The answer for programs.
 */
verdict: Verdict, 
/**
 * The answer for people.
 */
state: State, 
/**
 * What kind of file held the badge.
 */
format: FormatInfo, 
/**
 * What the credential says, signed terms only; `null` when no credential could be read.
 */
credential: Summary | null, 
/**
 * One entry for each check, in the order of the list.
 */
checks: Array<Check>, 
/**
 * One entry for each credential that stands inside this one.
 */
nested?: Array<Nested>, 
/**
 * Documents that would let more checks be carried out.
 */
wanted?: Array<Wanted>, };

/**
 * The answer for programs.
 */
export type Verdict = "verified" | "not-verified" | "unconfirmed";

/**
 * The answer for people. The worst wins: `none`, `invalid`, `unchecked`, `caution`, `genuine`.
 */
export type State = "genuine" | "caution" | "invalid" | "unchecked" | "none";

/**
 * One question about a badge, answered.
 */
export type Check = { 
/**
 * Which question.
 */
id: CheckId, 
/**
 * The answer.
 */
outcome: Outcome, 
/**
 * Why.
 */
code: Code, 
/**
 * What the sentence of the code needs. Text in it comes from the badge: untrusted.
 */
data: Record<string, unknown>, 
/**
 * Further remarks that do not change the outcome.
 */
notes?: Array<Note>, };

/**
 * A remark beside a check.
 */
export type Note = { 
/**
 * What was noticed.
 */
code: Code, 
/**
 * What the sentence of the code needs.
 */
data?: Record<string, unknown>, };

/**
 * How a check ended.
 */
export type Outcome = "passed" | "warning" | "failed" | "not-checked";

/**
 * What kind of file held the badge.
 */
export type FormatInfo = { 
/**
 * The kind of file; `null` when the bytes were not recognised.
 */
container: Container | null, 
/**
 * How the credential is secured.
 */
encoding: Encoding | null, 
/**
 * The Open Badges version, such as `3.0`.
 */
version: string | null, 
/**
 * The cryptosuite or JWS algorithm of the proof that was used.
 */
proof: string | null, };

/**
 * The kind of file.
 */
export type Container = "png" | "svg" | "json" | "jwt";

/**
 * How the credential is secured.
 */
export type Encoding = "json" | "jwt";

/**
 * A credential that stands inside the one under verification, with the report of its own.
 */
export type Nested = { 
/**
 * What it is to the credential around it.
 */
relation: Relation, 
/**
 * Where it stands in the credential around it, as a JSON pointer.
 */
pointer: string, 
/**
 * The identifier of what an endorsement stands beside; `null` for other relations.
 */
endorsed: string | null, 
/**
 * What was found out about it, layer by layer. What it still wants is listed by the outermost report.
 */
report: Report, };

/**
 * What a credential is to the one around it.
 */
export type Relation = "endorsement" | "credential";

/**
 * A document that would let more checks be carried out.
 */
export type Wanted = { 
/**
 * Where it is.
 */
url: string, 
/**
 * What it is for.
 */
kind: WantedKind, 
/**
 * Media types to ask for, as an `Accept` header.
 */
accept: string, };

/**
 * What a document is for.
 */
export type WantedKind = "key" | "status" | "hosted" | "refresh" | "image";

/**
 * What a credential says, version by version the same shape. All text is the issuer's: untrusted.
 */
export type Summary = { 
/**
 * The credential's own identifier.
 */
id: string | null, 
/**
 * The achievement's name.
 */
name: string | null, 
/**
 * The achievement's description.
 */
description: string | null, 
/**
 * The language of the texts, as a BCP 47 tag.
 */
language: string | null, 
/**
 * The achievement's identifier.
 */
achievement_id: string | null, 
/**
 * What the learner had to do.
 */
criteria: Criteria | null, 
/**
 * The achievement's picture: an address or a data URL. It is never fetched without being asked.
 */
image: Image | null, 
/**
 * Who gave it.
 */
issuer: Issuer | null, 
/**
 * From when it is valid, as it stands in the badge.
 */
valid_from: string | null, 
/**
 * Until when it is valid, as it stands in the badge.
 */
valid_until: string | null, 
/**
 * When the achievement was awarded, as it stands in the badge.
 */
awarded: string | null, 
/**
 * To whom it was given.
 */
recipient: Recipient, 
/**
 * What shows that the work was done.
 */
evidence: Array<Evidence>, 
/**
 * The skills and frameworks it is aligned with.
 */
alignments: Array<Alignment>, 
/**
 * The results that were reached.
 */
results: Array<AchievedResult>, };

/**
 * What the learner had to do.
 */
export type Criteria = { 
/**
 * A page that says so.
 */
id: string | null, 
/**
 * The text itself, in Markdown.
 */
narrative: string | null, };

/**
 * A picture.
 */
export type Image = { 
/**
 * Its address, or a data URL.
 */
id: string, 
/**
 * A text that stands for it.
 */
caption: string | null, };

/**
 * Who gave the badge.
 */
export type Issuer = { 
/**
 * The identifier: an address or a DID.
 */
id: string, 
/**
 * The name that the badge gives; nothing proves it.
 */
name: string | null, 
/**
 * The web page that the badge gives.
 */
url: string | null, 
/**
 * The host that the key proves.
 */
domain: string | null, };

/**
 * To whom the badge was given.
 */
export type Recipient = { 
/**
 * The subject's identifier, such as a DID.
 */
id: string | null, 
/**
 * A name that the badge states in clear.
 */
name: string | null, 
/**
 * The kinds of identity it names the learner by.
 */
identity_types: Array<string>, };

/**
 * Something that shows that the work was done.
 */
export type Evidence = { 
/**
 * Its address.
 */
id: string | null, 
/**
 * Its title.
 */
name: string | null, 
/**
 * Its description.
 */
description: string | null, 
/**
 * Its text, in Markdown.
 */
narrative: string | null, 
/**
 * What kind of thing it is, such as `Poetry`.
 */
genre: string | null, 
/**
 * For whom it was made.
 */
audience: string | null, };

/**
 * A skill or framework that the achievement is aligned with.
 */
export type Alignment = { 
/**
 * The name of the target.
 */
name: string | null, 
/**
 * The address of the target.
 */
url: string | null, 
/**
 * The framework it belongs to.
 */
framework: string | null, 
/**
 * The target's code in that framework.
 */
code: string | null, 
/**
 * What the target is.
 */
description: string | null, };

/**
 * A result that was reached.
 */
export type AchievedResult = { 
/**
 * What was measured.
 */
name: string | null, 
/**
 * How it was measured, such as `Percent` or `RubricCriterionLevel`.
 */
result_type: string | null, 
/**
 * What was reached, as it stands in the badge.
 */
value: string | null, 
/**
 * The name of the level that was reached.
 */
level: string | null, 
/**
 * The status, such as `Completed`.
 */
status: string | null, };

/**
 * The options of one call.
 */
export type VerifyOptions = { 
/**
 * The time to verify at: RFC 3339, such as `2026-06-03T14:02:00Z`. The module reads no clock.
 */
now: string, 
/**
 * What was fetched so far, or could not be.
 */
documents?: Array<FetchedDocument>, 
/**
 * An identity (an e-mail address, a name) that the badge must have been given to.
 */
recipient?: string, 
/**
 * Whether `did:web` of a loopback host is read over plain http. For pages on a loopback host only.
 */
allowLoopbackHttp?: boolean, 
/**
 * Whether to look for a newer version of the badge where its issuer offers one, and to answer for that one.
 */
refresh?: boolean, 
/**
 * Whether a picture whose digest is signed is wanted, to be compared, when it is not at hand. Whoever serves
 * the picture learns that somebody looks at the badge.
 */
fetchImages?: boolean, 
/**
 * Registers of issuers that the caller trusts: the text of each file, JSON as `blason verify --trust` reads it.
 */
registers?: Array<string>, };

/**
 * The end of one fetch.
 */
export type FetchedDocument = { 
/**
 * The address that was asked for.
 */
url: string, 
/**
 * HTTP status.
 */
status: number, 
/**
 * The `Content-Type` header.
 */
contentType?: string, 
/**
 * The body, decoded from any transfer encoding.
 */
body: Uint8Array, } | { 
/**
 * The address that was asked for.
 */
url: string, 
/**
 * Why, as a stable kebab-case code.
 */
unreachable: string, };
