//! Vectors of selective disclosure, `ecdsa-sd-2023`: one file for each step of the issuer, of the holder and of the
//! verifier.
//!
//! The core does what a verifier does. What an issuer and a holder do before it is in `issuing`, for these tests.
//! Of the holder's groups only the forms under passing names, which are random, are not compared.

mod issuing;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use libtest_mimic::Failed;
use openbadges::did::split_fragment;
use openbadges::key::{P256Signer, PublicKey, Signer};
use openbadges::suite::{Cryptosuite, DerivedProof, Disclosure, HashInput, Proof, ProofError};
use serde_json::{Map, Value, json};

use self::issuing::{Holding, Issuing};
use crate::data_integrity::{hash_input, is_signed, read_object, signer};
use crate::suite::Vector;

/// What the holder of the vectors' credential shows.
const SELECTED: [&str; 3] = ["/validFrom", "/validUntil", "/credentialSubject/birthCountry"];

const SUITE: Cryptosuite = Cryptosuite::EcdsaSd2023;

type Step = (&'static str, fn(&Run) -> Result<()>);

const STEPS: [Step; 19] = [
    ("issuer: canonical document", |run| {
        run.is_in("addBaseDocCanon", &lines(&run.base_input()?.document))
    }),
    ("issuer: canonical proof", |run| {
        let expected = fs::read_to_string(run.folder.join("addProofConfigCanon.txt"))?;
        ensure!(run.base_input()?.options == expected, "another canonical proof");
        Ok(())
    }),
    ("issuer: document under secret labels", |run| {
        run.is_in("addBaseDocHMACCanon", &json!(run.issuing()?.statements))
    }),
    ("issuer: pointers", |run| {
        let document = Value::Object(run.document()?);
        let values = run.pointers()?.into_iter().map(|pointer| {
            let value = document.pointer(&pointer).cloned();
            json!({"pointer": pointer, "value": value})
        });
        run.is_in("addPointerValues", &values.collect())
    }),
    ("issuer: mandatory and other statements", |run| {
        let issuing = run.issuing()?;
        let transform = json!({
            "mandatoryPointers": run.pointers()?,
            "mandatory": issuing.map(|index| issuing.mandatory.contains(&index)),
            "nonMandatory": issuing.map(|index| !issuing.mandatory.contains(&index)),
            "hmacKeyString": hex::encode_upper(&issuing.hmac_key),
        });
        run.is_in("addBaseTransform", &transform)
    }),
    ("issuer: hashes", |run| {
        let hashes = json!({
            "proofHash": hex::encode(run.base_input()?.options_hash()),
            "mandatoryHash": hex::encode(run.issuing()?.mandatory_hash()),
        });
        run.is_in("addHashData", &hashes)
    }),
    ("issuer: signatures", |run| {
        let issuing = run.issuing()?;
        let signatures = json!({
            "baseSignature": hex::encode(issuing.base_signature),
            "publicKey": issuing.public_key.to_multibase(),
            "signatures": all_hex(&issuing.signatures),
            "mandatoryPointers": run.pointers()?,
        });
        run.is_in("addRawBaseSignatureInfo", &signatures)
    }),
    ("issuer: signed document", |run| {
        let mut signed = run.document()?;
        let value = run.issuing()?.proof_value(&run.pointers()?)?;
        signed.insert("proof".to_owned(), run.proof(&value)?);
        run.is_in("addSignedSDBase", &Value::Object(signed))
    }),
    ("holder: base proof", |run| {
        let issuing = run.issuing()?;
        let recovered = json!({
            "baseSignature": hex::encode(issuing.base_signature),
            "proofPublicKey": issuing.public_key.to_multibase(),
            "hmacKey": hex::encode(issuing.hmac_key),
            "signatures": all_hex(&issuing.signatures),
            "mandatoryPointers": run.pointers()?,
        });
        run.is_in("derivedRecoveredBaseData", &recovered)
    }),
    ("holder: groups of statements", |run| {
        let (issuing, holding) = (run.issuing()?, run.holding()?);
        let all = run.json("derivedAllGroupData")?;
        for (name, indexes) in [
            ("mandatory", &issuing.mandatory),
            ("selective", &holding.selective),
            ("combined", &holding.combined),
        ] {
            let group = &all["groups"][name];
            same(&group["matching"], &issuing.map(|index| indexes.contains(&index)))?;
            same(
                &group["nonMatching"],
                &issuing.map(|index| !indexes.contains(&index)),
            )?;
        }
        same(&all["nquads"], &json!(issuing.statements))
    }),
    ("holder: places of statements", |run| {
        let (issuing, holding) = (run.issuing()?, run.holding()?);
        let indexes = json!({
            "combinedIndexes": holding.combined,
            "mandatoryIndexes": issuing.mandatory,
            "nonMandatoryIndexes": issuing.non_mandatory(),
            "selectiveIndexes": holding.selective,
        });
        run.is_in("derivedGroupIndexes", &indexes)
    }),
    ("holder: mandatory indexes", |run| {
        let indexes = json!({"adjMandatoryIndexes": run.holding()?.mandatory_indexes});
        run.is_in("derivedAdjMandatoryIndexes", &indexes)
    }),
    ("holder: signatures", |run| {
        let holding = run.holding()?;
        let signatures = json!({
            "adjSignatureIndexes": holding.signature_indexes,
            "filteredSignatures": all_hex(&holding.signatures(&run.issuing()?)),
        });
        run.is_in("derivedAdjSignatures", &signatures)
    }),
    ("holder: document without its proof", |run| {
        run.is_in("derivedUnsignedReveal", &run.holding()?.document)
    }),
    ("holder: disclosure", |run| {
        let (issuing, holding) = (run.issuing()?, run.holding()?);
        let disclosure = json!({
            "baseSignature": hex::encode(issuing.base_signature),
            "publicKey": issuing.public_key.to_multibase(),
            "signatures": all_hex(&holding.signatures(&issuing)),
            "labelMap": {"dataType": "Map", "value": named(&holding.labels)},
            "mandatoryIndexes": holding.mandatory_indexes,
        });
        run.is_in("derivedDisclosureData", &disclosure)
    }),
    ("holder: document", |run| {
        let (issuing, holding) = (run.issuing()?, run.holding()?);
        let mut document = holding.document.clone();
        document["proof"] = run.proof(&holding.proof_value(&issuing)?)?;
        run.is_in("derivedRevealDocument", &document)
    }),
    ("verifier: proof value", |run| {
        let (proof, _) = run.derived()?;
        let value = json!({
            "baseSignature": hex::encode(proof.base_signature),
            "publicKey": proof.public_key.to_multibase(),
            "signatures": all_hex(&proof.signatures),
            "labelMap": named(&proof.labels),
            "mandatoryIndexes": proof.mandatory_indexes,
        });
        run.is_in("verifyDerivedProofValue", &value)
    }),
    ("verifier: statements and hashes", |run| {
        let (proof, disclosure) = run.derived()?;
        let statements = disclosure
            .statements
            .iter()
            .map(|statement| statement.n_quad.as_str());
        run.is_in("verifyNQuads", &statements.collect())?;
        let data = json!({
            "baseSignature": hex::encode(proof.base_signature),
            "proofHash": hex::encode(&disclosure.proof_hash),
            "publicKey": proof.public_key.to_multibase(),
            "signatures": all_hex(&proof.signatures),
            "nonMandatory": disclosure.non_mandatory().collect::<Vec<_>>(),
            "mandatoryHash": hex::encode(disclosure.mandatory_hash()),
        });
        run.is_in("verifyCreateVerifyData", &data)
    }),
    ("verifier: verdict", |run| {
        let (document, proof) = run.signed("derivedRevealDocument")?;
        ensure!(
            is_signed(SUITE, &document, &proof)?,
            "the signatures do not match"
        );
        let mut changed = document;
        changed["credentialSubject"]["birthCountry"] = json!("Utopia");
        ensure!(!is_signed(SUITE, &changed, &proof)?, "the change is not noticed");
        let (document, base) = run.signed("addSignedSDBase")?;
        let refusal = is_signed(SUITE, &document, &base).err().context("a refusal")?;
        ensure!(
            refusal.downcast_ref() == Some(&ProofError::BaseProof),
            "{refusal:#}"
        );
        Ok(())
    }),
];

/// A vector for each step. `root` holds the suite's folder.
#[must_use]
pub fn vectors(root: Option<&Path>) -> Vec<Vector> {
    let Some(folder) = root.map(|root| root.join(SUITE.name())) else {
        return vec![Vector::absent(SUITE.name())];
    };
    let vector = |(name, step): Step| {
        let run = Run {
            keys: folder.join("SDKeyMaterial.json"),
            folder: folder.join("prc"),
        };
        Vector::new(SUITE.name(), name, move || {
            step(&run).map_err(|error| Failed::from(format!("{error:#}")))
        })
    };
    STEPS.into_iter().map(vector).collect()
}

/// `document` with what `shown` points at, and with the proof that its holder shows; `mandatory` points at what its
/// issuer lets nobody leave out. The key of this one credential is the same each time.
///
/// # Errors
/// A pointer leads nowhere, or through a list.
pub fn derive(
    document: &Value,
    options: &Value,
    signer: &dyn Signer,
    mandatory: &[&str],
    shown: &[&str],
) -> Result<Value> {
    let document = document.as_object().context("a document is an object")?;
    let members = options.as_object().context("options are an object")?;
    let input = hash_input(SUITE, &signer.public_key(), document, members)?;
    let scoped = P256Signer::from_secret(&[9; 32])?;
    let issuing = Issuing::new(document.clone(), &input, mandatory, &[8; 32], (signer, &scoped))?;
    let holding = Holding::new(&issuing, mandatory, shown)?;
    let mut derived = holding.document.clone();
    derived["proof"] = options.clone();
    derived["proof"]["proofValue"] = holding.proof_value(&issuing)?.into();
    Ok(derived)
}

struct Run {
    keys: PathBuf,
    folder: PathBuf,
}

impl Run {
    fn json(&self, name: &str) -> Result<Value> {
        let path = self.folder.join(format!("{name}.json"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    }

    fn is_in(&self, name: &str, found: &Value) -> Result<()> {
        same(&self.json(name)?, found).with_context(|| name.to_owned())
    }

    /// A document of the vectors, and its proof.
    fn signed(&self, name: &str) -> Result<(Map<String, Value>, Value)> {
        let mut document = read_object(&self.folder.join(format!("{name}.json")))?;
        let proof = document.remove("proof").context("a proof")?;
        Ok((document, proof))
    }

    /// The document that the issuer signs.
    fn document(&self) -> Result<Map<String, Value>> {
        Ok(self.signed("addSignedSDBase")?.0)
    }

    fn pointers(&self) -> Result<Vec<String>> {
        let values = self.json("addPointerValues")?;
        let pointers = values.as_array().context("a list")?.iter();
        let pointers: Option<_> = pointers
            .map(|value| Some(value["pointer"].as_str()?.to_owned()))
            .collect();
        pointers.context("a pointer")
    }

    /// The proof with this value; what it is read under is the document's.
    fn proof(&self, value: &str) -> Result<Value> {
        let mut proof = self.json("addProofConfig")?;
        proof.as_object_mut().context("an object")?.remove("@context");
        proof["proofValue"] = value.into();
        Ok(proof)
    }

    fn signer(&self, name: &str) -> Result<Box<dyn Signer>> {
        signer(&Value::Object(read_object(&self.keys)?)[name])
    }

    fn base_input(&self) -> Result<HashInput> {
        let options = read_object(&self.folder.join("addProofConfig.json"))?;
        let key = self.signer("baseKeyPair")?.public_key();
        hash_input(SUITE, &key, &self.document()?, &options)
    }

    fn issuing(&self) -> Result<Issuing> {
        let hmac_key = read_object(&self.keys)?
            .remove("hmacKeyString")
            .context("a key")?;
        Issuing::new(
            self.document()?,
            &self.base_input()?,
            &self.pointers()?,
            &hex::decode(hmac_key.as_str().context("a text")?)?,
            (&*self.signer("baseKeyPair")?, &*self.signer("proofKeyPair")?),
        )
    }

    fn holding(&self) -> Result<Holding> {
        Holding::new(&self.issuing()?, &self.pointers()?, &SELECTED)
    }

    /// What the verifier reads in the vectors' own derived proof.
    fn derived(&self) -> Result<(DerivedProof, Disclosure)> {
        let (document, proof) = self.signed("derivedRevealDocument")?;
        let proof = Proof::read(proof.as_object().context("an object")?)?;
        let key = split_fragment(proof.verification_method).1.context("a key")?;
        let input = hash_input(SUITE, &PublicKey::from_multibase(key)?, &document, &proof.options)?;
        let derived = DerivedProof::decode(proof.proof_value)?;
        let disclosure = derived.disclosure(&input)?;
        Ok((derived, disclosure))
    }
}

fn lines(text: &str) -> Value {
    text.split_inclusive('\n').collect()
}

fn all_hex<const N: usize>(signatures: &[[u8; N]]) -> Vec<String> {
    signatures.iter().map(hex::encode).collect()
}

/// Labels as the vectors write them: pairs of the canonical name and the label.
fn named(labels: &std::collections::BTreeMap<u64, String>) -> Value {
    labels
        .iter()
        .map(|(number, label)| json!([format!("c14n{number}"), label]))
        .collect()
}

fn same(expected: &Value, found: &Value) -> Result<()> {
    ensure!(expected == found, "expected {expected:#}\nfound {found:#}");
    Ok(())
}
