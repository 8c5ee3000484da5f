//! Status lists and revocation lists, as what a fetch brought for a badge that is good.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::verify::WantedKind;
use serde_json::{Map, Value, json};

use crate::unbake_svg::gzip;
use crate::{Sources, badges};

const LIST: &str = "https://badges.example/status/1";

/// One badge per kind of status, each with its list at [`LIST`].
static BADGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let bit = |kind: &str, purpose: &str| {
        json!({
            "id": format!("{LIST}#94567"),
            "type": kind,
            "statusPurpose": purpose,
            "statusListIndex": "94567",
            "statusListCredential": LIST,
        })
    };
    let message = json!({
        "type": "BitstringStatusListEntry",
        "statusPurpose": "message",
        "statusListIndex": "3",
        "statusListCredential": LIST,
        "statusSize": 2,
        "statusMessage": [{"status": "0x0", "message": "valid"}, {"status": "0x1", "message": "invalid"}],
    });
    let statuses = [
        json!([
            bit("BitstringStatusListEntry", "revocation"),
            bit("BitstringStatusListEntry", "suspension"),
        ]),
        message,
        bit("StatusList2021Entry", "revocation"),
        json!({"id": LIST, "type": "1EdTechRevocationList"}),
    ];
    statuses
        .into_iter()
        .filter_map(|status| badges::signed(badges::badge(status)))
        .collect()
});

/// Verifies each badge with the input as its list: as it is, signed by the badge's own issuer where it is an
/// object, and as the bits of a list that is otherwise good.
pub fn run(input: &[u8]) {
    try_list(input);
    match serde_json::from_slice(input) {
        Ok(Value::Object(list)) => {
            if let Some(list) = badges::signed(list) {
                try_list(list.as_bytes());
            }
        }
        _ => {
            let text =
                std::str::from_utf8(input).map_or_else(|_| URL_SAFE_NO_PAD.encode(input), str::to_owned);
            if let Some(list) = badges::signed(list(&text)) {
                try_list(list.as_bytes());
            }
        }
    }
}

fn try_list(list: &[u8]) {
    for badge in BADGES.iter() {
        badges::verified(badge.as_bytes(), |wanted| match wanted.kind {
            WantedKind::Status => list.to_vec(),
            _ => Vec::new(),
        });
    }
}

/// An unsigned list with these bits.
fn list(encoded: &str) -> Map<String, Value> {
    let list = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": badges::issuer(),
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": format!("{LIST}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": ["revocation", "suspension", "message"],
            "encodedList": encoded,
        },
    });
    match list {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Lists of the vectors, and one of each kind.
pub fn seeds(sources: &Sources) -> Vec<Vec<u8>> {
    let bits = gzip(&[0; 16_384]);
    let encoded = format!("u{}", URL_SAFE_NO_PAD.encode(&bits));
    let mut seeds = sources.files(&["testlist", "status-list.json", "status-list"]);
    seeds.push(bits);
    seeds.push(Value::Object(list(&encoded)).to_string().into_bytes());
    let mut older = list(&encoded);
    older.insert(
        "@context".to_owned(),
        json!([
            "https://www.w3.org/2018/credentials/v1",
            "https://w3id.org/vc/status-list/2021/v1"
        ]),
    );
    older.insert(
        "type".to_owned(),
        json!(["VerifiableCredential", "StatusList2021Credential"]),
    );
    older.insert("issuanceDate".to_owned(), "2026-01-01T00:00:00Z".into());
    older.remove("validFrom");
    older.insert(
        "credentialSubject".to_owned(),
        json!({"id": LIST, "type": "StatusList2021", "statusPurpose": "revocation", "encodedList": encoded}),
    );
    seeds.push(Value::Object(older).to_string().into_bytes());
    seeds.push(encoded.into_bytes());
    let revoked = json!({
        "id": LIST,
        "issuer": badges::issuer(),
        "revokedCredential": [
            {"id": "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10", "revoked": true, "revocationReason": "error"},
        ],
    });
    seeds.push(revoked.to_string().into_bytes());
    seeds
}
