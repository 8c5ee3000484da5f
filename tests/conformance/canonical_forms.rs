//! The canonical forms in W3C's test vectors of Data Integrity, documents and proof options, byte for byte.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use blason_tests::data_integrity::contexts;
use blason_tests::suite::{self, Vector};
use libtest_mimic::Failed;
use openbadges::canon::{HashAlgorithm, jcs, rdfc, to_rdf_with};
use openbadges::json;
use openbadges::limits::Limits;
use serde_json::Value;

const SUITE: &str = "W3C canonical forms";

/// A folder of vectors, the end of its files' names, and how the suite makes canonical forms.
const SUITES: &[(&str, &str, Form)] = &[
    (
        "w3c-vc-di-eddsa/eddsa-rdfc-2022",
        "DataInt",
        Form::Rdfc(HashAlgorithm::Sha256),
    ),
    (
        "w3c-vc-di-eddsa/Ed25519Signature2020",
        "EdSig",
        Form::Rdfc(HashAlgorithm::Sha256),
    ),
    ("w3c-vc-di-eddsa/eddsa-jcs-2022", "JCS", Form::Jcs),
    (
        "w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256",
        "ECDSAP256",
        Form::Rdfc(HashAlgorithm::Sha256),
    ),
    (
        "w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p384",
        "ECDSAP384",
        Form::Rdfc(HashAlgorithm::Sha384),
    ),
    ("w3c-vc-di-ecdsa/ecdsa-jcs-2019-p256", "JCSECDSAP256", Form::Jcs),
    ("w3c-vc-di-ecdsa/ecdsa-jcs-2019-p384", "JCSECDSAP384", Form::Jcs),
];

#[derive(Clone, Copy)]
enum Form {
    Rdfc(HashAlgorithm),
    Jcs,
}

fn main() -> ExitCode {
    let mut vectors = Vec::new();
    for (folder, end, form) in SUITES {
        match blason_tests::vectors(folder) {
            Some(path) => vectors.extend(forms_of(folder, &path, end, *form)),
            None => vectors.push(Vector::absent(SUITE)),
        }
    }
    match blason_tests::vectors("w3c-vc-di-ecdsa") {
        Some(path) => vectors.extend(permanent_resident_card(&path)),
        None => vectors.push(Vector::absent(SUITE)),
    }
    suite::run(vectors)
}

fn forms_of(name: &str, folder: &Path, end: &str, form: Form) -> Vec<Vector> {
    let document = folder.join(format!("signed{end}.json"));
    let document_form = folder.join(format!("canonDoc{end}.txt"));
    let options = folder.join(format!("proofConfig{end}.json"));
    let options_form = folder.join(format!("proofCanon{end}.txt"));
    vec![
        Vector::new(SUITE, format!("{name} document"), move || {
            compare(&document, form, &document_form)
        }),
        Vector::new(SUITE, format!("{name} proof options"), move || {
            compare(&options, form, &options_form)
        }),
    ]
}

/// A credential that only selective disclosure signs here, but whose canonical form is like any other.
fn permanent_resident_card(folder: &Path) -> Vec<Vector> {
    let document = folder.join("ecdsa-sd-2023/prc/addSignedSDBase.json");
    let lines = folder.join("ecdsa-sd-2023/prc/addBaseDocCanon.json");
    let options = folder.join("ecdsa-sd-2023/prc/addProofConfig.json");
    let options_form = folder.join("ecdsa-sd-2023/prc/addProofConfigCanon.txt");
    let form = Form::Rdfc(HashAlgorithm::Sha256);
    vec![
        Vector::new(SUITE, "ecdsa-sd-2023 document", move || {
            let lines: Vec<String> = serde_json::from_slice(&fs::read(lines)?)?;
            same(&canonical(&read_unsigned(&document)?, form)?, &lines.concat())
        }),
        Vector::new(SUITE, "ecdsa-sd-2023 proof options", move || {
            compare(&options, form, &options_form)
        }),
    ]
}

fn compare(document: &Path, form: Form, expected: &Path) -> Result<(), Failed> {
    same(
        &canonical(&read_unsigned(document)?, form)?,
        &fs::read_to_string(expected)?,
    )
}

fn read_unsigned(path: &Path) -> Result<Value> {
    let mut document = json::parse(&fs::read(path)?, &Limits::default())?.value;
    document.as_object_mut().context("not an object")?.remove("proof");
    Ok(document)
}

fn canonical(document: &Value, form: Form) -> Result<String> {
    let limits = Limits::default();
    Ok(match form {
        Form::Jcs => jcs(document)?,
        Form::Rdfc(hash) => rdfc(&to_rdf_with(document, &contexts()?, &limits)?, hash, &limits)?,
    })
}

fn same(found: &str, expected: &str) -> Result<(), Failed> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("expected:\n{expected}\nfound:\n{found}").into())
    }
}
