//! The value of a derived proof, read.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::cbor::Reader;
use crate::key::PublicKey;
use crate::suite::ProofError;

/// What a base proof begins with.
const BASE: [u8; 3] = [0xd9, 0x5d, 0x00];
/// What a derived proof begins with.
const DERIVED: [u8; 3] = [0xd9, 0x5d, 0x01];

/// How many things a derived proof holds.
const COMPONENTS: u64 = 5;
/// A signature by a P-256 key.
const SIGNATURE_BYTES: usize = 64;
/// A compressed P-256 key with the two bytes that name its kind.
const PUBLIC_KEY_BYTES: usize = 35;
/// A blank node's name, before it is written in base64.
const LABEL_BYTES: usize = 32;

/// The value of a derived proof, as the holder shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DerivedProof {
    /// The signature by the issuer's key: over the proof's options, the key below and the statements that nobody
    /// may leave out.
    pub base_signature: [u8; SIGNATURE_BYTES],
    /// The key that was made for this credential alone.
    pub public_key: PublicKey,
    /// The signatures by that key, one for each further statement.
    pub signatures: Vec<[u8; SIGNATURE_BYTES]>,
    /// The names that blank nodes had when they were signed, by the number `n` of their canonical name `c14nn`. No
    /// two nodes have the same.
    pub labels: BTreeMap<u64, String>,
    /// The places, among the document's statements, of those that nobody may leave out.
    pub mandatory_indexes: BTreeSet<usize>,
    /// The key as it stands in the value, which is signed.
    pub(super) public_key_bytes: [u8; PUBLIC_KEY_BYTES],
}

impl DerivedProof {
    /// Reads the text of a `proofValue`: see
    /// [parse derived proof value](https://www.w3.org/TR/vc-di-ecdsa/#parsederivedproofvalue).
    ///
    /// # Errors
    /// [`ProofError::BaseProof`] for the value of a base proof; [`ProofError::MalformedValue`] with the part that
    /// is not as it should be.
    pub fn decode(proof_value: &str) -> Result<Self, ProofError> {
        let bytes = proof_value
            .strip_prefix('u')
            .and_then(|text| URL_SAFE_NO_PAD.decode(text).ok())
            .ok_or(ProofError::MalformedValue("encoding"))?;
        let components = match bytes.split_first_chunk() {
            Some((&DERIVED, components)) => components,
            Some((&BASE, _)) => return Err(ProofError::BaseProof),
            _ => return Err(ProofError::MalformedValue("header")),
        };
        let mut reader = Reader::new(components);
        let malformed = |part| move || ProofError::MalformedValue(part);
        if reader.array() != Some(COMPONENTS) {
            return Err(ProofError::MalformedValue("components"));
        }
        let base_signature = reader.bytes().ok_or_else(malformed("base-signature"))?;
        let (public_key_bytes, public_key) = public_key(&mut reader).ok_or_else(malformed("public-key"))?;
        let signatures = signatures(&mut reader).ok_or_else(malformed("signatures"))?;
        let labels = labels(&mut reader).ok_or_else(malformed("label-map"))?;
        let mandatory_indexes = mandatory_indexes(&mut reader).ok_or_else(malformed("mandatory-indexes"))?;
        if !reader.is_at_end() {
            return Err(ProofError::MalformedValue("components"));
        }
        Ok(Self {
            base_signature,
            public_key,
            signatures,
            labels,
            mandatory_indexes,
            public_key_bytes,
        })
    }
}

fn public_key(reader: &mut Reader<'_>) -> Option<([u8; PUBLIC_KEY_BYTES], PublicKey)> {
    let bytes = reader.bytes()?;
    let key = PublicKey::from_multikey_bytes(&bytes).ok()?;
    matches!(key, PublicKey::P256(_)).then_some((bytes, key))
}

fn signatures(reader: &mut Reader<'_>) -> Option<Vec<[u8; SIGNATURE_BYTES]>> {
    (0..reader.array()?).map(|_| reader.bytes()).collect()
}

/// Two nodes under one name would become one node in what is checked, and stay two in what is shown.
fn labels(reader: &mut Reader<'_>) -> Option<BTreeMap<u64, String>> {
    let mut labels = BTreeMap::new();
    let mut names = BTreeSet::new();
    for _ in 0..reader.map()? {
        let number = reader.unsigned()?;
        let name = reader.bytes::<LABEL_BYTES>()?;
        let is_new = names.insert(name);
        let label = format!("u{}", URL_SAFE_NO_PAD.encode(name));
        if labels.insert(number, label).is_some() || !is_new {
            return None;
        }
    }
    Some(labels)
}

fn mandatory_indexes(reader: &mut Reader<'_>) -> Option<BTreeSet<usize>> {
    let mut indexes = BTreeSet::new();
    for _ in 0..reader.array()? {
        let index = usize::try_from(reader.unsigned()?).ok()?;
        if !indexes.insert(index) {
            return None;
        }
    }
    Some(indexes)
}
