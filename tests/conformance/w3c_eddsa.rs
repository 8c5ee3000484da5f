//! The W3C vectors of [the EdDSA suites](https://www.w3.org/TR/vc-di-eddsa/#test-vectors), `Ed25519Signature2020`
//! among them: every intermediate value, byte for byte. Sets and chains of proofs are signed and verified.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};
use blason_tests::data_integrity::{self, Vectors, hash_input, is_signed, read_object};
use blason_tests::suite::{self, Vector};
use libtest_mimic::Failed;
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

const SETS_AND_CHAINS: &str = "proof-set-chain";

fn main() -> ExitCode {
    let root = blason_tests::vectors("w3c-vc-di-eddsa");
    let mut vectors = data_integrity::vectors(root.as_deref(), &FOLDERS);
    match root {
        Some(root) => vectors.extend(sets_and_chains(&root.join(SETS_AND_CHAINS))),
        None => vectors.push(Vector::absent(SETS_AND_CHAINS)),
    }
    suite::run(vectors)
}

fn sets_and_chains(folder: &Path) -> impl Iterator<Item = Vector> {
    let signed = PROOFS.map(|proof| {
        let folder = folder.to_owned();
        Vector::new(
            SETS_AND_CHAINS,
            format!("{} is made again", proof[2]),
            move || told(signs_the_same(&folder, proof)),
        )
    });
    let verified = SETS.map(|set| {
        let file = folder.join(format!("{set}.json"));
        Vector::new(SETS_AND_CHAINS, format!("{set} holds"), move || {
            told(each_proof_holds(&file))
        })
    });
    signed.into_iter().chain(verified)
}

fn told(result: Result<()>) -> Result<(), Failed> {
    result.map_err(|error| Failed::from(format!("{error:#}")))
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
