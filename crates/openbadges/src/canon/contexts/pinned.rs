//! The table of contexts in the program: address, content, hash.

use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::{AliasUsed, Found, RevisionUsed};

/// A content that was published as a context.
pub(super) struct Content {
    /// The file under `contexts/`, and the key in `ORIGIN.toml`.
    #[cfg(test)]
    pub(super) file: &'static str,
    pub(super) sha256: &'static str,
    pub(super) text: &'static str,
}

macro_rules! contents {
    ($($name:ident = $file:literal $sha256:literal;)+) => {
        /// A name for each content; its number is its place in [`CONTENTS`].
        #[derive(Clone, Copy)]
        enum Name { $($name,)+ }

        pub(super) static CONTENTS: &[Content] = &[
            $(Content { #[cfg(test)] file: $file, sha256: $sha256, text: include_str!(concat!("../../../contexts/", $file)) },)+
        ];
    };
}

contents! {
    CredentialsV1 = "credentials-v1.json" "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc";
    CredentialsV2 = "credentials-v2.json" "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734";
    OpenBadges300 = "open-badges-3.0.0.json" "9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72";
    OpenBadges301 = "open-badges-3.0.1.json" "5f3d9dd6288ef437ff8286cf95ffbff609c748a66f24a1e9450c45ca64be1571";
    OpenBadges302 = "open-badges-3.0.2.json" "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53";
    OpenBadges303First = "open-badges-3.0.3-first.json" "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761";
    OpenBadges303Second = "open-badges-3.0.3-second.json" "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84";
    OpenBadges3Extensions = "open-badges-3-extensions.json" "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93";
    OpenBadges2 = "open-badges-2.json" "393a890d7d95eb3a86f5f12309648a64c2d0676e5270e2967b5341a2dcea13d2";
    Clr201 = "clr-2.0.1.json" "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6";
    DataIntegrityV1 = "data-integrity-v1.json" "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554";
    DataIntegrityV2 = "data-integrity-v2.json" "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4";
    MultikeyV1 = "multikey-v1.json" "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597";
    Ed255192020 = "ed25519-2020-v1.json" "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588";
    Jws2020 = "jws-2020-v1.json" "7b1650940cbe0c3574646b4c1741752e8d8611e48a9b0b2040753567dc453cda";
    DidV1 = "did-v1.json" "62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f";
    StatusList2021 = "status-list-2021-v1.json" "634d71c159289f068c96012e4511c657fdf82ac4231900081bda3ba24e2e1160";
    BitstringStatusList = "bitstring-status-list-v1.json" "fd08cbf28ddd829ab2f1978c48f43ab07a112c1c90245a0cfac7ba721c65170c";
}

/// An address and what was published there, newest first.
struct Pinned {
    url: &'static str,
    contents: &'static [Name],
}

static PINNED: &[Pinned] = &[
    Pinned {
        url: "https://www.w3.org/ns/credentials/v2",
        contents: &[Name::CredentialsV2],
    },
    Pinned {
        url: "https://www.w3.org/2018/credentials/v1",
        contents: &[Name::CredentialsV1],
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        contents: &[Name::OpenBadges303Second, Name::OpenBadges303First],
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        contents: &[Name::OpenBadges302],
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        contents: &[Name::OpenBadges301],
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        contents: &[Name::OpenBadges3Extensions],
    },
    Pinned {
        url: "https://w3id.org/openbadges/v2",
        contents: &[Name::OpenBadges2],
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        contents: &[Name::Clr201],
    },
    Pinned {
        url: "https://w3id.org/security/data-integrity/v2",
        contents: &[Name::DataIntegrityV2],
    },
    Pinned {
        url: "https://w3id.org/security/data-integrity/v1",
        contents: &[Name::DataIntegrityV1],
    },
    Pinned {
        url: "https://w3id.org/security/multikey/v1",
        contents: &[Name::MultikeyV1],
    },
    Pinned {
        url: "https://w3id.org/security/suites/ed25519-2020/v1",
        contents: &[Name::Ed255192020],
    },
    Pinned {
        url: "https://w3id.org/security/suites/jws-2020/v1",
        contents: &[Name::Jws2020],
    },
    Pinned {
        url: "https://www.w3.org/ns/did/v1",
        contents: &[Name::DidV1],
    },
    Pinned {
        url: "https://w3id.org/vc/status-list/2021/v1",
        contents: &[Name::StatusList2021],
    },
    Pinned {
        url: "https://www.w3.org/ns/credentials/status/v1",
        contents: &[Name::BitstringStatusList],
    },
];

/// The address without a version. It moved with each revision, so that only the signature tells which one the
/// issuer read; each content is pinned under the address beside it, where it has one of its own.
static UNVERSIONED: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context.json";
static UNVERSIONED_CONTENTS: &[(Name, &str)] = &[
    (
        Name::OpenBadges303Second,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ),
    (
        Name::OpenBadges303First,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ),
    (
        Name::OpenBadges302,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
    ),
    (
        Name::OpenBadges301,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
    ),
    (Name::OpenBadges300, UNVERSIONED),
];

/// Other addresses at which the very same file is served.
static ALIASES: &[(&str, &str)] = &[
    (
        "https://w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/v2",
    ),
    (
        "https://w3.org/2018/credentials/v1",
        "https://www.w3.org/2018/credentials/v1",
    ),
    (
        "https://openbadgespec.org/v2/context.json",
        "https://w3id.org/openbadges/v2",
    ),
    ("https://w3.org/ns/did/v1", "https://www.w3.org/ns/did/v1"),
];

/// How many contents there are; their numbers are below this.
pub(super) fn count() -> usize {
    CONTENTS.len()
}

/// The content of `url`, `revision` contents older than the newest, or the oldest.
pub(super) fn find(url: &str, revision: usize) -> Option<Found> {
    let secure = url.strip_prefix("http://").map(|rest| format!("https://{rest}"));
    let canonical = secure.as_deref().unwrap_or(url);
    if canonical == UNVERSIONED {
        return unversioned(url, revision);
    }
    let canonical = ALIASES
        .iter()
        .find(|(alias, _)| *alias == canonical)
        .map_or(canonical, |(_, canonical)| canonical);
    let pinned = PINNED.iter().find(|pinned| pinned.url == canonical)?;
    let (name, has_older) = choose(pinned.contents, revision)?;
    let content = content(*name)?;
    Some(Found {
        id: number(*name),
        document: document(*name)?,
        alias: (url != pinned.url).then(|| AliasUsed {
            alias: url.to_owned(),
            url: pinned.url,
        }),
        revision: (pinned.contents.len() > 1).then_some(RevisionUsed {
            url: pinned.url,
            sha256: content.sha256,
            has_older,
        }),
    })
}

fn unversioned(url: &str, revision: usize) -> Option<Found> {
    let ((name, pinned_at), has_older) = choose(UNVERSIONED_CONTENTS, revision)?;
    Some(Found {
        id: number(*name),
        document: document(*name)?,
        alias: Some(AliasUsed {
            alias: url.to_owned(),
            url: pinned_at,
        }),
        revision: Some(RevisionUsed {
            url: UNVERSIONED,
            sha256: content(*name)?.sha256,
            has_older,
        }),
    })
}

/// The entry at `revision` or the last one, and whether an older one follows it.
fn choose<T>(entries: &[T], revision: usize) -> Option<(&T, bool)> {
    let last = entries.len().checked_sub(1)?;
    Some((entries.get(revision.min(last))?, revision < last))
}

fn content(name: Name) -> Option<&'static Content> {
    CONTENTS.get(number(name))
}

#[expect(clippy::as_conversions, reason = "a field-less enum's own number")]
const fn number(name: Name) -> usize {
    name as usize
}

/// The parsed text of a content. `None` cannot happen: a test parses all of them.
fn document(name: Name) -> Option<Arc<Value>> {
    static PARSED: [OnceLock<Option<Arc<Value>>>; CONTENTS.len()] =
        [const { OnceLock::new() }; CONTENTS.len()];
    let content = content(name)?;
    PARSED
        .get(number(name))?
        .get_or_init(|| serde_json::from_str(content.text).ok().map(Arc::new))
        .clone()
}

/// Every address.
pub(super) fn urls() -> impl Iterator<Item = &'static str> {
    PINNED.iter().map(|pinned| pinned.url).chain([UNVERSIONED])
}
