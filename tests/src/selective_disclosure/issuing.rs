//! What an [issuer](https://www.w3.org/TR/vc-di-ecdsa/#add-base-proof-ecdsa-sd-2023) and a
//! [holder](https://www.w3.org/TR/vc-di-ecdsa/#add-derived-proof-ecdsa-sd-2023) do, as far as the vectors need it:
//! statements are chosen by pointers through objects.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use openbadges::canon::rdfc::canonical_form;
use openbadges::canon::{HashAlgorithm, to_rdf_with};
use openbadges::key::{PublicKey, Signer};
use openbadges::limits::Limits;
use openbadges::suite::HashInput;
use serde_json::{Map, Value};
use sha2::Sha256;

use crate::data_integrity::contexts;

/// A signature by a P-256 key.
type Signature = [u8; 64];

/// A credential in which each statement is signed by itself.
pub(super) struct Issuing {
    document: Value,
    /// The document with a name, `_:b0` and on, for each node that had none.
    named: Value,
    /// The secret label of each of these nodes.
    labels: BTreeMap<String, String>,
    /// The statements under their secret labels, in code point order.
    pub(super) statements: Vec<String>,
    /// The places of those that nobody may leave out.
    pub(super) mandatory: Vec<usize>,
    pub(super) hmac_key: Vec<u8>,
    pub(super) base_signature: Signature,
    pub(super) public_key: PublicKey,
    /// One for each statement that may be left out.
    pub(super) signatures: Vec<Signature>,
}

impl Issuing {
    pub(super) fn new<P: AsRef<str>>(
        document: Map<String, Value>,
        input: &HashInput,
        pointers: &[P],
        hmac_key: &[u8],
        (base, scoped): (&dyn Signer, &dyn Signer),
    ) -> Result<Self> {
        let document = Value::Object(document);
        let mut named = document.clone();
        name_nodes(&mut named, &mut 0);
        let canonical = canonical(&named)?;
        let mut labels = BTreeMap::new();
        for (name, canonical) in &canonical.labels {
            labels.insert(name.clone(), secret_label(hmac_key, canonical)?);
        }
        let mut issuing = Self {
            document,
            statements: statements(&named, &labels)?,
            named,
            labels,
            mandatory: Vec::new(),
            hmac_key: hmac_key.to_vec(),
            base_signature: [0; 64],
            public_key: scoped.public_key(),
            signatures: Vec::new(),
        };
        issuing.mandatory = issuing.selected(pointers)?;
        let signed = [
            input.options_hash(),
            bytes(&issuing.public_key)?,
            issuing.mandatory_hash(),
        ];
        issuing.base_signature = sign(base, &signed.concat())?;
        for index in issuing.non_mandatory() {
            issuing
                .signatures
                .push(sign(scoped, issuing.statements[index].as_bytes())?);
        }
        Ok(issuing)
    }

    pub(super) fn non_mandatory(&self) -> Vec<usize> {
        let all = 0..self.statements.len();
        all.filter(|index| !self.mandatory.contains(index)).collect()
    }

    pub(super) fn mandatory_hash(&self) -> Vec<u8> {
        let mandatory = self
            .mandatory
            .iter()
            .map(|index| self.statements[*index].as_str());
        HashAlgorithm::Sha256.digest(mandatory.collect::<String>().as_bytes())
    }

    /// Some of the statements with their places, as the vectors write them.
    pub(super) fn map(&self, wanted: impl Fn(usize) -> bool) -> Value {
        let statements = self
            .statements
            .iter()
            .enumerate()
            .filter(|(index, _)| wanted(*index));
        let pairs: Value = statements.map(|pair| serde_json::json!(pair)).collect();
        serde_json::json!({"dataType": "Map", "value": pairs})
    }

    /// The `proofValue` for the holder.
    pub(super) fn proof_value(&self, pointers: &[String]) -> Result<String> {
        let mut cbor = vec![0xd9, 0x5d, 0x00, 0x85];
        write_text(&mut cbor, BYTES, &self.base_signature)?;
        write_text(&mut cbor, BYTES, &bytes(&self.public_key)?)?;
        write_text(&mut cbor, BYTES, &self.hmac_key)?;
        write_signatures(&mut cbor, &self.signatures)?;
        write_head(&mut cbor, ARRAY, pointers.len())?;
        for pointer in pointers {
            write_text(&mut cbor, TEXT, pointer.as_bytes())?;
        }
        Ok(format!("u{}", URL_SAFE_NO_PAD.encode(cbor)))
    }

    /// The places of the statements that `pointers` choose.
    fn selected<P: AsRef<str>>(&self, pointers: &[P]) -> Result<Vec<usize>> {
        let chosen = statements(&select(&self.named, pointers)?, &self.labels)?;
        let places = self.statements.iter().enumerate();
        Ok(places
            .filter(|(_, statement)| chosen.contains(statement))
            .map(|(index, _)| index)
            .collect())
    }
}

/// What a holder shows.
pub(super) struct Holding {
    pub(super) document: Value,
    /// The places, among all statements, of those that the holder chose.
    pub(super) selective: Vec<usize>,
    /// The same, with those that nobody may leave out.
    pub(super) combined: Vec<usize>,
    /// The places, among the statements that are shown, of those that nobody may leave out.
    pub(super) mandatory_indexes: Vec<usize>,
    /// The places, among all signatures, of those that are shown.
    pub(super) signature_indexes: Vec<usize>,
    pub(super) labels: BTreeMap<u64, String>,
}

impl Holding {
    pub(super) fn new<P: AsRef<str>>(issuing: &Issuing, pointers: &[P], selected: &[&str]) -> Result<Self> {
        let all: Vec<&str> = pointers
            .iter()
            .map(AsRef::as_ref)
            .chain(selected.iter().copied())
            .collect();
        let selective = issuing.selected(selected)?;
        let combined = issuing.selected(&all)?;
        let places = |among: &[usize], of: &[usize]| -> Vec<usize> {
            let places = among.iter().enumerate();
            places
                .filter(|(_, index)| of.contains(index))
                .map(|(place, _)| place)
                .collect()
        };
        let shown = canonical(&select(&issuing.named, &all)?)?;
        let labels = shown.labels.iter().map(|(name, canonical)| {
            let number = canonical
                .strip_prefix("c14n")
                .context("a canonical name")?
                .parse()?;
            Ok((number, issuing.labels.get(name).context("a label")?.clone()))
        });
        Ok(Self {
            document: select(&issuing.document, &all)?,
            mandatory_indexes: places(&combined, &issuing.mandatory),
            signature_indexes: places(&issuing.non_mandatory(), &selective),
            selective,
            combined,
            labels: labels.collect::<Result<_>>()?,
        })
    }

    pub(super) fn signatures(&self, issuing: &Issuing) -> Vec<Signature> {
        self.signature_indexes
            .iter()
            .map(|index| issuing.signatures[*index])
            .collect()
    }

    /// The `proofValue` to show.
    pub(super) fn proof_value(&self, issuing: &Issuing) -> Result<String> {
        let mut cbor = vec![0xd9, 0x5d, 0x01, 0x85];
        write_text(&mut cbor, BYTES, &issuing.base_signature)?;
        write_text(&mut cbor, BYTES, &bytes(&issuing.public_key)?)?;
        write_signatures(&mut cbor, &self.signatures(issuing))?;
        write_head(&mut cbor, MAP, self.labels.len())?;
        for (number, label) in &self.labels {
            write_head(&mut cbor, UNSIGNED, usize::try_from(*number)?)?;
            write_text(&mut cbor, BYTES, &URL_SAFE_NO_PAD.decode(&label[1..])?)?;
        }
        write_head(&mut cbor, ARRAY, self.mandatory_indexes.len())?;
        for index in &self.mandatory_indexes {
            write_head(&mut cbor, UNSIGNED, *index)?;
        }
        Ok(format!("u{}", URL_SAFE_NO_PAD.encode(cbor)))
    }
}

/// Names the objects that have no identifier.
fn name_nodes(value: &mut Value, next: &mut usize) {
    match value {
        Value::Object(members) => {
            members.entry("id").or_insert_with(|| {
                *next += 1;
                format!("_:b{}", *next - 1).into()
            });
            let others = members.iter_mut().filter(|(name, _)| *name != "@context");
            others.for_each(|(_, value)| name_nodes(value, next));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| name_nodes(value, next)),
        _ => {}
    }
}

/// The document with what `pointers` choose, and with what says of what it is a part:
/// [select JSON-LD](https://www.w3.org/TR/vc-di-ecdsa/#selectjsonld).
fn select<P: AsRef<str>>(document: &Value, pointers: &[P]) -> Result<Value> {
    let mut selection = skeleton(document)?;
    if let Some(context) = document.get("@context") {
        selection["@context"] = context.clone();
    }
    for pointer in pointers {
        let path = pointer.as_ref().strip_prefix('/').context("a pointer")?;
        let (mut from, mut to) = (document, &mut selection);
        let mut names = path.split('/').peekable();
        while let Some(name) = names.next() {
            from = from.get(name).with_context(|| path.to_owned())?;
            let members = to.as_object_mut().context("a way through objects")?;
            let part = if names.peek().is_none() {
                from.clone()
            } else {
                skeleton(from)?
            };
            to = members.entry(name).or_insert(part);
        }
    }
    Ok(selection)
}

/// The identifier and the types of an object.
fn skeleton(value: &Value) -> Result<Value> {
    let Value::Object(members) = value else {
        bail!("a pointer leads through something else than an object")
    };
    let kept = members
        .iter()
        .filter(|(name, _)| *name == "id" || *name == "type");
    Ok(kept
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect::<Map<_, _>>()
        .into())
}

fn canonical(document: &Value) -> Result<openbadges::canon::rdfc::Canonical> {
    let limits = Limits::default();
    let dataset = to_rdf_with(document, &contexts()?, &limits)?;
    Ok(canonical_form(&dataset, HashAlgorithm::Sha256, &limits)?)
}

/// The statements of a document whose nodes are named, under the labels of these names.
fn statements(named: &Value, labels: &BTreeMap<String, String>) -> Result<Vec<String>> {
    let canonical = canonical(named)?;
    let mut text = canonical.n_quads;
    for (name, canonical) in &canonical.labels {
        let label = labels.get(name).context("a label")?;
        text = text.replace(&format!("_:{canonical} "), &format!("_:{label} "));
    }
    let mut statements: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    statements.sort();
    Ok(statements)
}

/// The label that hides in what order nodes stood: see
/// [createHmacIdLabelMapFunction](https://www.w3.org/TR/vc-di-ecdsa/#createhmacidlabelmapfunction).
fn secret_label(key: &[u8], canonical: &str) -> Result<String> {
    let mut hmac = Hmac::<Sha256>::new_from_slice(key)?;
    hmac.update(canonical.as_bytes());
    Ok(format!(
        "u{}",
        URL_SAFE_NO_PAD.encode(hmac.finalize().into_bytes())
    ))
}

fn sign(signer: &dyn Signer, message: &[u8]) -> Result<Signature> {
    signer
        .sign(message)?
        .try_into()
        .ok()
        .context("a signature of 64 bytes")
}

/// A key's bytes behind its multibase.
fn bytes(key: &PublicKey) -> Result<Vec<u8>> {
    Ok(bs58::decode(&key.to_multibase()[1..]).into_vec()?)
}

// The kinds of item of https://www.rfc-editor.org/rfc/rfc8949#section-3.1 that proofs are made of.
const UNSIGNED: u8 = 0;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;

fn write_head(cbor: &mut Vec<u8>, kind: u8, number: usize) -> Result<()> {
    match u8::try_from(number).context("a number past 255")? {
        small @ 0..=23 => cbor.push(kind << 5 | small),
        byte => cbor.extend([kind << 5 | 24, byte]),
    }
    Ok(())
}

fn write_text(cbor: &mut Vec<u8>, kind: u8, text: &[u8]) -> Result<()> {
    write_head(cbor, kind, text.len())?;
    cbor.extend(text);
    Ok(())
}

fn write_signatures(cbor: &mut Vec<u8>, signatures: &[Signature]) -> Result<()> {
    write_head(cbor, ARRAY, signatures.len())?;
    signatures
        .iter()
        .try_for_each(|signature| write_text(cbor, BYTES, signature))
}
