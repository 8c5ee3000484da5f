//! Digests of files, as credentials write them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

/// What the digests of a related resource say about some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Same,
    Differs,
    /// No digest is written in a way that is read here.
    Unread,
}

/// Compares `bytes` with every digest that `resource` gives: those that are read must all match.
pub(super) fn compare(resource: &Map<String, Value>, bytes: &[u8]) -> Comparison {
    let digest = |name: &str, read: fn(&str) -> Option<Vec<Expected>>| {
        let text = resource.get(name)?.as_str()?;
        let expected = read(text)?;
        Some(expected.iter().any(|expected| expected.is_of(bytes)))
    };
    let found = [digest("digestSRI", sri), digest("digestMultibase", multihash)];
    if found.contains(&Some(false)) {
        Comparison::Differs
    } else if found.contains(&Some(true)) {
        Comparison::Same
    } else {
        Comparison::Unread
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Function {
    Sha256,
    Sha384,
    Sha512,
}

struct Expected {
    function: Function,
    digest: Vec<u8>,
}

impl Expected {
    fn is_of(&self, bytes: &[u8]) -> bool {
        match self.function {
            Function::Sha256 => *Sha256::digest(bytes) == *self.digest,
            Function::Sha384 => *Sha384::digest(bytes) == *self.digest,
            Function::Sha512 => *Sha512::digest(bytes) == *self.digest,
        }
    }
}

/// The digests that count of [integrity metadata](https://www.w3.org/TR/SRI/#the-integrity-attribute): those of the
/// strongest function, any of which may match.
fn sri(text: &str) -> Option<Vec<Expected>> {
    let digests = text.split_ascii_whitespace().filter_map(|expression| {
        let (name, rest) = expression.split_once('-')?;
        let function = match name {
            "sha256" => Function::Sha256,
            "sha384" => Function::Sha384,
            "sha512" => Function::Sha512,
            _ => return None,
        };
        // Options follow a question mark; none is defined.
        let value = rest.split('?').next().unwrap_or_default();
        let digest = STANDARD.decode(value).ok()?;
        Some(Expected { function, digest })
    });
    let digests: Vec<Expected> = digests.collect();
    let strongest = digests.iter().map(|expected| expected.function).max()?;
    let counting = digests
        .into_iter()
        .filter(|expected| expected.function == strongest);
    Some(counting.collect())
}

/// The one digest of a [multihash](https://www.w3.org/TR/cid-1.0/#multihash) in
/// [multibase](https://www.w3.org/TR/cid-1.0/#multibase-0).
fn multihash(text: &str) -> Option<Vec<Expected>> {
    let bytes = match text.split_at_checked(1)? {
        ("u", digits) => URL_SAFE_NO_PAD.decode(digits).ok()?,
        ("z", digits) => bs58::decode(digits).into_vec().ok()?,
        _ => return None,
    };
    let (function, digest) = match bytes.as_slice() {
        [0x12, 32, digest @ ..] => (Function::Sha256, digest),
        [0x20, 48, digest @ ..] => (Function::Sha384, digest),
        [0x13, 64, digest @ ..] => (Function::Sha512, digest),
        _ => return None,
    };
    Some(vec![Expected {
        function,
        digest: digest.to_vec(),
    }])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const BYTES: &[u8] = b"a picture";

    fn multibase(prefix: &[u8], digest: &[u8]) -> String {
        format!("u{}", URL_SAFE_NO_PAD.encode([prefix, digest].concat()))
    }

    fn compared(resource: Value) -> Comparison {
        compare(resource.as_object().unwrap(), BYTES)
    }

    #[test]
    fn each_function_is_read_in_each_notation() {
        for (name, prefix, digest) in [
            ("sha256", [0x12, 32], Sha256::digest(BYTES).to_vec()),
            ("sha384", [0x20, 48], Sha384::digest(BYTES).to_vec()),
            ("sha512", [0x13, 64], Sha512::digest(BYTES).to_vec()),
        ] {
            let sri = format!("{name}-{}", STANDARD.encode(&digest));
            let hash = [prefix.as_slice(), &digest].concat();
            let base58 = format!("z{}", bs58::encode(&hash).into_string());
            for resource in [
                json!({"digestSRI": sri}),
                json!({"digestSRI": format!("{sri}?option")}),
                json!({"digestMultibase": multibase(&prefix, &digest)}),
                json!({"digestMultibase": base58}),
                json!({"digestSRI": sri, "digestMultibase": base58}),
            ] {
                assert_eq!(compared(resource.clone()), Comparison::Same, "{resource}");
                assert_eq!(
                    compare(resource.as_object().unwrap(), b"another"),
                    Comparison::Differs,
                    "{resource}"
                );
            }
        }
    }

    #[test]
    fn the_strongest_function_counts_and_any_of_its_digests() {
        let right = STANDARD.encode(Sha256::digest(BYTES));
        let wrong = STANDARD.encode(Sha384::digest(b"another"));
        let stronger = format!("sha256-{right} sha384-{wrong}");
        assert_eq!(compared(json!({"digestSRI": stronger})), Comparison::Differs);
        let either = format!(
            "sha256-{} sha256-{right}",
            STANDARD.encode(Sha256::digest(b"another"))
        );
        assert_eq!(compared(json!({"digestSRI": either})), Comparison::Same);
    }

    #[test]
    fn digests_in_both_notations_must_agree() {
        let right = format!("sha256-{}", STANDARD.encode(Sha256::digest(BYTES)));
        let wrong = multibase(&[0x12, 32], &Sha256::digest(b"another"));
        let resource = json!({"digestSRI": right, "digestMultibase": wrong});
        assert_eq!(compared(resource), Comparison::Differs);
    }

    #[test]
    fn what_is_not_read_says_nothing() {
        let sha1 = "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=";
        for resource in [
            json!({}),
            json!({"digestSRI": sha1}),
            json!({"digestSRI": "sha256-*"}),
            json!({"digestSRI": 7}),
            json!({"digestMultibase": ""}),
            json!({"digestMultibase": "f1220"}),
            json!({"digestMultibase": multibase(&[0x11, 20], &[0; 20])}),
        ] {
            assert_eq!(compared(resource.clone()), Comparison::Unread, "{resource}");
        }
    }

    #[test]
    fn a_digest_of_another_length_matches_nothing() {
        let cut = STANDARD.encode(&Sha256::digest(BYTES)[..31]);
        assert_eq!(
            compared(json!({"digestSRI": format!("sha256-{cut}")})),
            Comparison::Differs
        );
    }
}
