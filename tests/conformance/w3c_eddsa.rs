//! The W3C vectors of [`eddsa-rdfc-2022` and `eddsa-jcs-2022`](https://www.w3.org/TR/vc-di-eddsa/#test-vectors):
//! every intermediate value, byte for byte.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use openbadges::canon::{ContextSet, RevisionChoice};
use openbadges::did::split_fragment;
use openbadges::key::{Ed25519Signer, PublicKey, Signer as _};
use openbadges::limits::Limits;
use openbadges::suite::{Cryptosuite, HashInput, Proof};
use serde_json::{Map, Value};

/// One suite's folder of vectors, and how its files end.
#[derive(Clone, Copy)]
struct Vectors {
    suite: Cryptosuite,
    suffix: &'static str,
    signed: &'static str,
}

const SUITES: [Vectors; 2] = [
    Vectors {
        suite: Cryptosuite::EddsaRdfc2022,
        suffix: "DataInt",
        signed: "signedDataInt.json",
    },
    Vectors {
        suite: Cryptosuite::EddsaJcs2022,
        suffix: "JCS",
        signed: "signedJCS.json",
    },
];

type Step = (&'static str, fn(&Run) -> Result<()>);

const STEPS: [Step; 9] = [
    ("canonical document", |run| {
        run.is_in("canonDoc", &run.input()?.document)
    }),
    ("canonical proof", |run| {
        run.is_in("proofCanon", &run.input()?.options)
    }),
    ("document hash", |run| {
        run.is_in("docHash", &hex(&run.input()?.document_hash()))
    }),
    ("proof hash", |run| {
        run.is_in("proofHash", &hex(&run.input()?.options_hash()))
    }),
    ("combined hash", |run| {
        run.is_in("combinedHash", &hex(&run.input()?.to_bytes()))
    }),
    ("signature", Run::signs_the_same),
    ("proof value", |run| {
        run.is_in(
            "sigBTC58",
            run.signed_proof()?["proofValue"].as_str().unwrap_or_default(),
        )
    }),
    ("verifies", Run::verifies),
    ("changed document fails", Run::refuses_a_change),
];

fn main() {
    let arguments = Arguments::from_args();
    let root = blason_tests::vectors("w3c-vc-di-eddsa");
    let is_absent = root.is_none();
    let root = root.unwrap_or_default();
    let mut trials = Vec::new();
    for vectors in SUITES {
        for (name, step) in STEPS {
            let run = Run {
                root: root.clone(),
                vectors,
            };
            let name = format!("{} {name}", vectors.suite.name());
            let trial = Trial::test(name, move || {
                step(&run).map_err(|error| Failed::from(format!("{error:#}")))
            });
            trials.push(trial.with_ignored_flag(is_absent));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

struct Run {
    root: PathBuf,
    vectors: Vectors,
}

impl Run {
    fn folder(&self) -> PathBuf {
        self.root.join(self.vectors.suite.name())
    }

    fn is_in(&self, stem: &str, found: &str) -> Result<()> {
        let path = self.folder().join(format!("{stem}{}.txt", self.vectors.suffix));
        let expected = read(&path)?;
        ensure!(
            expected == found,
            "{}:\nexpected {expected}\nfound    {found}",
            path.display()
        );
        Ok(())
    }

    fn signed(&self) -> Result<Map<String, Value>> {
        Ok(serde_json::from_str(&read(
            &self.folder().join(self.vectors.signed),
        )?)?)
    }

    fn signed_proof(&self) -> Result<Map<String, Value>> {
        self.signed()?["proof"]
            .as_object()
            .cloned()
            .context("the proof is an object")
    }

    fn input(&self) -> Result<HashInput> {
        let document: Map<String, Value> = serde_json::from_str(&read(&self.root.join("unsigned.json"))?)?;
        let options = format!("proofConfig{}.json", self.vectors.suffix);
        let options: Map<String, Value> = serde_json::from_str(&read(&self.folder().join(options))?)?;
        Ok(self
            .vectors
            .suite
            .hash_input_under(&contexts()?, &document, &options, &Limits::default())?)
    }

    fn signs_the_same(&self) -> Result<()> {
        let keys: Value = serde_json::from_str(&read(&self.root.join("keyPair.json"))?)?;
        let private = keys["privateKeyMultibase"]
            .as_str()
            .and_then(|text| text.strip_prefix('z'));
        // Two bytes say what kind of key follows.
        let private = bs58::decode(private.context("a private key")?).into_vec()?;
        let seed: [u8; 32] = private.get(2..).context("a kind and a seed")?.try_into()?;
        let signer = Ed25519Signer::from_seed(&seed);
        ensure!(
            signer.public_key().to_multibase() == keys["publicKeyMultibase"],
            "another public key"
        );
        let value = self.vectors.suite.sign(&self.input()?, &signer)?;
        ensure!(
            self.signed_proof()?["proofValue"] == value,
            "another proof value: {value}"
        );
        Ok(())
    }

    fn verifies(&self) -> Result<()> {
        ensure!(self.is_signed(self.signed()?)?, "the signature does not match");
        Ok(())
    }

    fn refuses_a_change(&self) -> Result<()> {
        let mut signed = self.signed()?;
        signed.insert("name".to_owned(), "Another credential".into());
        ensure!(!self.is_signed(signed)?, "the change is not noticed");
        Ok(())
    }

    fn is_signed(&self, mut document: Map<String, Value>) -> Result<bool> {
        let members = document.remove("proof").context("a proof")?;
        let proof = Proof::read(members.as_object().context("an object")?)?;
        let key = split_fragment(proof.verification_method)
            .1
            .context("a key in the name")?;
        let suite = self.vectors.suite;
        let input = suite.hash_input_under(&contexts()?, &document, &proof.options, &Limits::default())?;
        Ok(suite.verify(&input, &PublicKey::from_multibase(key)?, proof.proof_value)?)
    }
}

/// The contexts in the program, and the one that only these vectors name.
fn contexts() -> Result<ContextSet> {
    Ok(ContextSet::embedded(RevisionChoice::NEWEST).with(
        "https://www.w3.org/ns/credentials/examples/v2",
        br#"{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}"#,
    )?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
