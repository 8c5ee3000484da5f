//! Vectors of Data Integrity suites: one folder for each suite and kind of key, one file for each step.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use libtest_mimic::Failed;
use openbadges::canon::{ContextSet, RevisionChoice};
use openbadges::did::split_fragment;
use openbadges::key::{Ed25519Signer, P256Signer, P384Signer, PublicKey, Signer};
use openbadges::limits::Limits;
use openbadges::suite::{Cryptosuite, HashInput, Proof};
use serde_json::{Map, Value};

use crate::suite::Vector;

/// One folder of vectors: a suite with a kind of key.
#[derive(Clone, Copy, Debug)]
pub struct Vectors {
    /// The suite.
    pub suite: Cryptosuite,
    /// The folder's name.
    pub folder: &'static str,
    /// How the names of its files end.
    pub suffix: &'static str,
    /// The file with the keys, beside the folder.
    pub keys: &'static str,
    /// The document, beside the folder, or the signed one where its contexts differ from that.
    pub document: Option<&'static str>,
}

type Step = (&'static str, fn(&Run) -> Result<()>);

const STEPS: [Step; 10] = [
    ("canonical document", |run| {
        run.is_in("canonDoc", &run.input()?.document)
    }),
    ("canonical proof", |run| {
        run.is_in("proofCanon", &run.input()?.options)
    }),
    ("document hash", |run| {
        run.is_in("docHash", &hex::encode(run.input()?.document_hash()))
    }),
    ("proof hash", |run| {
        run.is_in("proofHash", &hex::encode(run.input()?.options_hash()))
    }),
    ("combined hash", |run| {
        run.is_in("combinedHash", &hex::encode(run.input()?.to_bytes()))
    }),
    ("signature", |run| {
        run.is_in("sigHex", &hex::encode(decode(&run.signature()?)?))
    }),
    ("proof value", |run| run.is_in("sigBTC58", &run.signature()?)),
    ("signed document", |run| {
        let signed = run.signed()?;
        ensure!(
            signed["proof"]["proofValue"] == run.signature()?,
            "another proof value"
        );
        Ok(())
    }),
    ("verifies", |run| {
        ensure!(run.is_signed(run.signed()?)?, "the signature does not match");
        Ok(())
    }),
    ("changed document fails", |run| {
        let mut signed = run.signed()?;
        signed.insert("name".to_owned(), "Another credential".into());
        ensure!(!run.is_signed(signed)?, "the change is not noticed");
        Ok(())
    }),
];

/// A vector for each step of each folder under `root`, which is a suite by itself.
#[must_use]
pub fn vectors(root: Option<&Path>, folders: &[Vectors]) -> Vec<Vector> {
    let Some(root) = root else {
        return folders
            .iter()
            .map(|vectors| Vector::absent(vectors.folder))
            .collect();
    };
    let mut all = Vec::new();
    for vectors in folders {
        for (name, step) in STEPS {
            let run = Run {
                root: root.to_owned(),
                vectors: *vectors,
            };
            all.push(Vector::new(vectors.folder, name, move || {
                step(&run).map_err(|error| Failed::from(format!("{error:#}")))
            }));
        }
    }
    all
}

struct Run {
    root: PathBuf,
    vectors: Vectors,
}

impl Run {
    fn file(&self, stem: &str, extension: &str) -> PathBuf {
        let name = format!("{stem}{}.{extension}", self.vectors.suffix);
        self.root.join(self.vectors.folder).join(name)
    }

    fn is_in(&self, stem: &str, found: &str) -> Result<()> {
        let path = self.file(stem, "txt");
        let expected = read(&path)?;
        ensure!(
            expected == found,
            "{}:\nexpected {expected}\nfound    {found}",
            path.display()
        );
        Ok(())
    }

    fn signed(&self) -> Result<Map<String, Value>> {
        read_object(&self.file("signed", "json"))
    }

    fn input(&self) -> Result<HashInput> {
        let mut document = match self.vectors.document {
            Some(name) => read_object(&self.root.join(name))?,
            None => self.signed()?,
        };
        document.remove("proof");
        let options = read_object(&self.file("proofConfig", "json"))?;
        let key = self.signer()?.public_key();
        hash_input(self.vectors.suite, &key, &document, &options)
    }

    fn signature(&self) -> Result<String> {
        Ok(self.vectors.suite.sign(&self.input()?, &*self.signer()?)?)
    }

    fn signer(&self) -> Result<Box<dyn Signer>> {
        let keys = Value::Object(read_object(&self.root.join(self.vectors.keys))?);
        signer(&keys)
    }

    fn is_signed(&self, mut document: Map<String, Value>) -> Result<bool> {
        let proof = document.remove("proof").context("a proof")?;
        is_signed(self.vectors.suite, &document, &proof)
    }
}

/// The signer of a pair of keys as the vectors write it.
///
/// # Errors
/// The private key is of no known kind, or is not that of the public key.
pub fn signer(keys: &Value) -> Result<Box<dyn Signer>> {
    let private = keys["privateKeyMultibase"]
        .as_str()
        .or_else(|| keys["secretKeyMultibase"].as_str())
        .context("a private key")?;
    let private = decode(private)?;
    let (kind, secret) = private.split_first_chunk::<2>().context("a kind of key")?;
    let signer: Box<dyn Signer> = match kind {
        [0x80, 0x26] => Box::new(Ed25519Signer::from_seed(secret.try_into()?)),
        [0x86, 0x26] => Box::new(P256Signer::from_secret(secret.try_into()?)?),
        [0x87, 0x26] => Box::new(P384Signer::from_secret(secret.try_into()?)?),
        other => anyhow::bail!("an unknown kind of key: {other:x?}"),
    };
    ensure!(
        signer.public_key().to_multibase() == keys["publicKeyMultibase"],
        "another public key"
    );
    Ok(signer)
}

/// The bytes to sign, under the contexts of the vectors.
///
/// # Errors
/// Those of [`Cryptosuite::hash_input`].
pub fn hash_input(
    suite: Cryptosuite,
    key: &PublicKey,
    document: &Map<String, Value>,
    options: &Map<String, Value>,
) -> Result<HashInput> {
    Ok(suite.hash_input_under(&contexts()?, key, document, options, &Limits::default())?)
}

/// Whether `proof` by `suite` holds over `document`.
///
/// # Errors
/// The proof cannot be read, or its key is not in its name.
pub fn is_signed(suite: Cryptosuite, document: &Map<String, Value>, proof: &Value) -> Result<bool> {
    let proof = Proof::read(proof.as_object().context("a proof is an object")?)?;
    let key = split_fragment(proof.verification_method).1;
    let key = PublicKey::from_multibase(key.context("a key in the name")?)?;
    let input = hash_input(suite, &key, document, &proof.options)?;
    Ok(suite.verify(&input, &key, proof.proof_value, &Limits::default())?)
}

/// The contexts in the program, and those that only these vectors name.
///
/// # Errors
/// A context of the fixtures cannot be read.
pub fn contexts() -> Result<ContextSet> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/contexts");
    let citizenship = read(&fixtures.join("citizenship-v4rc1.json"))?;
    Ok(ContextSet::embedded(RevisionChoice::NEWEST)
        .with(
            "https://www.w3.org/ns/credentials/examples/v2",
            br#"{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}"#,
        )?
        .with("https://w3id.org/citizenship/v4rc1", citizenship.as_bytes())?)
}

/// The JSON object in a file.
///
/// # Errors
/// There is no such file, or something else is in it.
pub fn read_object(path: &Path) -> Result<Map<String, Value>> {
    serde_json::from_str(&read(path)?).with_context(|| path.display().to_string())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

fn decode(multibase: &str) -> Result<Vec<u8>> {
    let base58 = multibase.strip_prefix('z').context("base58")?;
    Ok(bs58::decode(base58).into_vec()?)
}
