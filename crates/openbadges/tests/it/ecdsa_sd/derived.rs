//! Derived proofs made part by part, so that a test can change one of them.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openbadges::canon::HashAlgorithm;
use openbadges::key::{P256Signer, Signer};
use openbadges::limits::Limits;
use openbadges::suite::Cryptosuite;
use serde_json::{Map, Value};

use crate::support::with_proof;

/// The header of a derived proof.
pub(super) const DERIVED: [u8; 3] = [0xd9, 0x5d, 0x01];

/// The key that a holder's proofs carry, which the issuer made for one credential.
pub(super) fn scoped_signer() -> P256Signer {
    P256Signer::from_secret(&[9; 32]).unwrap()
}

/// What a holder has to show: a document and the pieces of its proof.
#[derive(Clone)]
pub(super) struct Derived {
    pub(super) document: Value,
    pub(super) options: Map<String, Value>,
    pub(super) header: [u8; 3],
    pub(super) base_signature: Vec<u8>,
    pub(super) public_key: Vec<u8>,
    pub(super) signatures: Vec<Vec<u8>>,
    pub(super) labels: Vec<(u64, Vec<u8>)>,
    pub(super) mandatory: Vec<u64>,
    /// The statements, as they were signed.
    pub(super) statements: Vec<String>,
}

/// How an issuer signs, where a test needs it otherwise than usual.
pub(super) struct Issuing<'a> {
    pub(super) base: &'a dyn Signer,
    pub(super) scoped: &'a dyn Signer,
    /// The names of blank nodes, by the number of the canonical one.
    pub(super) label: fn(u64) -> Vec<u8>,
    /// Which statements nobody may leave out.
    pub(super) is_mandatory: fn(&str) -> bool,
}

/// A name that sorts otherwise than the number does.
pub(super) fn label(number: u64) -> Vec<u8> {
    HashAlgorithm::Sha256.digest(format!("c14n{number}").as_bytes())
}

/// The credential itself and its issuer, whom every holder must show.
pub(super) fn is_mandatory(statement: &str) -> bool {
    statement.contains("credentials#issuer>") || statement.contains("VerifiableCredential>")
}

impl Derived {
    /// The pieces, rightly signed as `issuing` says.
    pub(super) fn new(document: &Value, options: &Map<String, Value>, issuing: &Issuing<'_>) -> Self {
        let suite = Cryptosuite::EcdsaSd2023;
        let key = P256Signer::from_secret(&[1; 32]).unwrap().public_key();
        let input = suite
            .hash_input(&key, document.as_object().unwrap(), options, &Limits::default())
            .unwrap();
        let labels: BTreeMap<u64, Vec<u8>> = (0..)
            .take_while(|number| input.document.contains(&node(*number)))
            .map(|number| (number, (issuing.label)(number)))
            .collect();
        let mut text = input.document.clone();
        for (number, label) in &labels {
            let label = format!("_:u{} ", URL_SAFE_NO_PAD.encode(label));
            text = text.replace(&node(*number), &label);
        }
        let mut statements: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        statements.sort();
        let mandatory = |statement: &&String| (issuing.is_mandatory)(statement);
        let public_key = issuing.scoped.public_key().to_multibase();
        let public_key = bs58::decode(&public_key[1..]).into_vec().unwrap();
        let of_mandatory: String = statements.iter().filter(mandatory).cloned().collect();
        let signed = [
            input.options_hash(),
            public_key.clone(),
            HashAlgorithm::Sha256.digest(of_mandatory.as_bytes()),
        ]
        .concat();
        Self {
            document: document.clone(),
            options: options.clone(),
            header: DERIVED,
            base_signature: issuing.base.sign(&signed).unwrap(),
            public_key,
            signatures: statements
                .iter()
                .filter(|statement| !mandatory(statement))
                .map(|statement| issuing.scoped.sign(statement.as_bytes()).unwrap())
                .collect(),
            labels: labels.into_iter().collect(),
            mandatory: (0..)
                .zip(&statements)
                .filter(|(_, statement)| mandatory(statement))
                .map(|(index, _)| index)
                .collect(),
            statements,
        }
    }

    /// The badge with its proof.
    pub(super) fn to_json(&self) -> String {
        self.to_json_with(&self.value())
    }

    /// The badge with another text as its proof's value.
    pub(super) fn to_json_with(&self, proof_value: &str) -> String {
        let mut proof = self.options.clone();
        proof.insert("proofValue".to_owned(), proof_value.into());
        with_proof(&self.document, Value::Object(proof))
    }

    /// The bytes of the value, behind the header.
    pub(super) fn components(&self) -> Vec<u8> {
        let mut cbor = head(4, 5);
        write_bytes(&mut cbor, &self.base_signature);
        write_bytes(&mut cbor, &self.public_key);
        cbor.extend(head(4, self.signatures.len() as u64));
        for signature in &self.signatures {
            write_bytes(&mut cbor, signature);
        }
        cbor.extend(head(5, self.labels.len() as u64));
        for (number, label) in &self.labels {
            cbor.extend(head(0, *number));
            write_bytes(&mut cbor, label);
        }
        cbor.extend(head(4, self.mandatory.len() as u64));
        for index in &self.mandatory {
            cbor.extend(head(0, *index));
        }
        cbor
    }

    fn value(&self) -> String {
        encode(&self.header, &self.components())
    }
}

/// The text of a value.
pub(super) fn encode(header: &[u8], components: &[u8]) -> String {
    format!("u{}", URL_SAFE_NO_PAD.encode([header, components].concat()))
}

/// What begins an item of CBOR.
pub(super) fn head(major: u8, number: u64) -> Vec<u8> {
    match number {
        0..=23 => vec![major << 5 | number as u8],
        24..=255 => vec![major << 5 | 24, number as u8],
        _ => [&[major << 5 | 27][..], &number.to_be_bytes()].concat(),
    }
}

fn write_bytes(cbor: &mut Vec<u8>, bytes: &[u8]) {
    cbor.extend(head(2, bytes.len() as u64));
    cbor.extend(bytes);
}

fn node(number: u64) -> String {
    format!("_:c14n{number} ")
}
