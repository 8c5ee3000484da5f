//! The W3C vectors of [the EdDSA suites](https://www.w3.org/TR/vc-di-eddsa/#test-vectors), `Ed25519Signature2020`
//! among them: every intermediate value, byte for byte. Sets and chains of proofs are signed and verified.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use blason_tests::data_integrity::{self, Vectors, hash_input, is_signed, read_object};
use libtest_mimic::{Arguments, Failed, Trial};
use openbadges::suite::Cryptosuite;
use serde_json::{Map, Value};

const FOLDERS: [Vectors; 3] = [
    Vectors {
        suite: Cryptosuite::EddsaRdfc2022,
        folder: "eddsa-rdfc-2022",
        suffix: "DataInt",
        keys: "keyPair.json",
        document: Some("unsigned.json"),
    },
    Vectors {
        suite: Cryptosuite::EddsaJcs2022,
        folder: "eddsa-jcs-2022",
        suffix: "JCS",
        keys: "keyPair.json",
        document: Some("unsigned.json"),
    },
    Vectors {
        suite: Cryptosuite::Ed25519Signature2020,
        folder: "Ed25519Signature2020",
        suffix: "EdSig",
        keys: "keyPair.json",
        document: None,
    },
];

/// Proofs over one document: the document, the proof without its value, with it, and the key.
const PROOFS: [[&str; 4]; 4] = [
    ["unsigned", "proofSetConfig1", "proofSetConfigSigned1", "keyPair1"],
    ["unsigned", "proofSetConfig2", "proofSetConfigSigned2", "keyPair2"],
    [
        "proofChainTempDoc1",
        "proofChainConfig1",
        "proofChainConfigSigned1",
        "keyPair3",
    ],
    [
        "proofChainTempDoc2",
        "proofChainConfig2",
        "proofChainConfigSigned2",
        "keyPair4",
    ],
];

/// Documents with one proof of a set, with all, and with a chain.
const SETS: [&str; 3] = ["signedProofSet1", "signedProofSet2", "signedProofChain1"];

fn main() {
    let arguments = Arguments::from_args();
    let root = blason_tests::vectors("w3c-vc-di-eddsa");
    let mut trials = data_integrity::trials(root.as_deref(), &FOLDERS);
    let folder = root.clone().unwrap_or_default().join("proof-set-chain");
    let trial = |name: String, run: Box<dyn FnOnce() -> Result<()> + Send>| {
        let run = move || run().map_err(|error| Failed::from(format!("{error:#}")));
        Trial::test(name, run).with_ignored_flag(root.is_none())
    };
    for proof in PROOFS {
        let folder = folder.clone();
        trials.push(trial(
            format!("proof-set-chain {}", proof[2]),
            Box::new(move || signs_the_same(&folder, proof)),
        ));
    }
    for set in SETS {
        let file = folder.join(format!("{set}.json"));
        trials.push(trial(
            format!("proof-set-chain {set}"),
            Box::new(move || each_proof_holds(&file)),
        ));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn signs_the_same(folder: &Path, [document, options, signed, key]: [&str; 4]) -> Result<()> {
    let file = |name: &str| -> PathBuf { folder.join(format!("{name}.json")) };
    let suite = Cryptosuite::EddsaRdfc2022;
    let keys = read_object(&file("multiKeyPairs"))?;
    let signer = data_integrity::signer(keys.get(key).context("a pair of keys")?)?;
    let input = hash_input(
        suite,
        &signer.public_key(),
        &read_object(&file(document))?,
        &read_object(&file(options))?,
    )?;
    let value = suite.sign(&input, &*signer)?;
    let expected = read_object(&file(signed))?;
    ensure!(
        expected.get("proofValue") == Some(&value.clone().into()),
        "another proof value: {value}"
    );
    Ok(())
}

/// Each proof of the document holds, and none without the proofs that it builds on.
fn each_proof_holds(file: &Path) -> Result<()> {
    let mut unsigned = read_object(file)?;
    let proofs = match unsigned.remove("proof").context("a proof")? {
        Value::Array(proofs) => proofs,
        one => vec![one],
    };
    for proof in &proofs {
        let document = with_previous(&unsigned, &proofs, proof)?;
        let suite = Cryptosuite::EddsaRdfc2022;
        ensure!(is_signed(suite, &document, proof)?, "does not hold: {proof}");
        let is_chained = document.contains_key("proof");
        ensure!(
            is_signed(suite, &unsigned, proof)? != is_chained,
            "what it builds on makes no difference: {proof}"
        );
    }
    Ok(())
}

fn with_previous(
    unsigned: &Map<String, Value>,
    proofs: &[Value],
    proof: &Value,
) -> Result<Map<String, Value>> {
    let ids = match &proof["previousProof"] {
        Value::Null => return Ok(unsigned.clone()),
        Value::Array(ids) => ids.clone(),
        one => vec![one.clone()],
    };
    let find = |id: &Value| proofs.iter().find(|proof| proof["id"] == *id).cloned();
    let previous: Option<Value> = ids.iter().map(find).collect();
    let mut document = unsigned.clone();
    document.insert("proof".to_owned(), previous.context("a proof of each name")?);
    Ok(document)
}
