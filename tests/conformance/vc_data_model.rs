//! The inputs of W3C's test suite of Verifiable Credentials 2.0: what must be refused is refused for the reasons
//! that are listed here and for no others, and what is sound is not.
//!
//! They are no badges, and are held to the rules of every credential. The suite leaves it to the implementation to
//! add an issuer and to choose dates; so does this harness.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use blason_tests::suite::{self, Vector};
use libtest_mimic::Failed;
use openbadges::verify::{CheckId, Code, Evidence, Outcome, Policy, Report, verify};
use serde_json::{Value, json};
use time::macros::datetime;

const SUITE: &str = "vc-data-model-2.0";

const PRESENTATION: &str = "presentations are not read: a badge is a credential by itself";

/// For each input that must be refused, the reasons: a check, its code, and where.
const REFUSED: &[(&str, &[&str])] = &[
    (
        "credential-context-combo3-fail",
        &["structure invalid-identifier /@context"],
    ),
    (
        "credential-context-combo4-fail",
        &["structure wrong-value /@context", "context invalid-json-ld"],
    ),
    (
        "credential-evidence-missing-type-fail",
        &["structure missing-member /evidence/type"],
    ),
    (
        "credential-id-multi-fail",
        &["structure wrong-value /id", "context invalid-json-ld"],
    ),
    (
        "credential-id-nonidentifier-fail",
        &["structure wrong-value /id", "context invalid-json-ld"],
    ),
    (
        "credential-id-not-url-fail",
        &["structure invalid-identifier /id"],
    ),
    (
        "credential-id-subject-multi-fail",
        &[
            "structure wrong-value /credentialSubject/id",
            "context invalid-json-ld",
        ],
    ),
    (
        "credential-issuer-no-url-fail",
        &["structure invalid-identifier /issuer", "context relative-iri"],
    ),
    (
        "credential-issuer-null-fail",
        &["structure missing-member /issuer"],
    ),
    (
        "credential-issuer-object-id-no-url-fail",
        &["structure invalid-identifier /issuer/id", "context relative-iri"],
    ),
    (
        "credential-issuer-object-id-null-fail",
        &["structure wrong-value /issuer/id", "context invalid-json-ld"],
    ),
    (
        "credential-missing-base-context-fail-or-inject",
        &["context missing-context"],
    ),
    (
        "credential-missing-required-type-fail",
        &["structure missing-type /type"],
    ),
    (
        "credential-no-context-fail-or-inject",
        &["context missing-context"],
    ),
    (
        "credential-no-issuer-fail",
        &[
            "structure missing-member /issuer",
            "structure missing-member /credentialSubject/id",
        ],
    ),
    (
        "credential-no-subject-fail",
        &["structure missing-member /credentialSubject"],
    ),
    (
        "credential-no-type-fail",
        &[
            "structure missing-member /type",
            "structure missing-type /type",
            "context undefined-term",
        ],
    ),
    (
        "credential-proof-missing-type-fail",
        &["structure missing-member /proof/type", "context undefined-term"],
    ),
    ("credential-redef-type-fail", &["context invalid-json-ld"]),
    ("credential-redef-type2-fail", &["context invalid-json-ld"]),
    (
        "credential-refresh-no-type-fail",
        &["structure missing-member /refreshService/type"],
    ),
    (
        "credential-schema-no-id-fail",
        &["structure missing-member /credentialSchema/id"],
    ),
    (
        "credential-schema-no-type-fail",
        &["structure missing-member /credentialSchema/type"],
    ),
    (
        "credential-schema-non-url-id-fail",
        &[
            "structure invalid-identifier /credentialSchema/id",
            "context relative-iri",
        ],
    ),
    (
        "credential-status-missing-type-fail",
        &["structure missing-member /credentialStatus/type"],
    ),
    (
        "credential-status-multiple-id-fail",
        &[
            "structure wrong-value /credentialStatus/id",
            "context invalid-json-ld",
        ],
    ),
    (
        "credential-status-nonurl-id-fail",
        &[
            "structure invalid-identifier /credentialStatus/id",
            "context relative-iri",
        ],
    ),
    (
        "credential-status-type-nonurl-fail",
        &[
            "structure wrong-value /credentialStatus/type",
            "context invalid-json-ld",
        ],
    ),
    (
        "credential-subject-multiple-empty-fail",
        &["structure missing-member /credentialSubject/1/id"],
    ),
    (
        "credential-subject-no-claims-fail",
        &["structure missing-member /credentialSubject/id"],
    ),
    (
        "credential-termsofuse-missing-type-fail",
        &["structure missing-member /termsOfUse/type"],
    ),
    (
        "credential-termsofuse-no-type-fail",
        &["structure missing-member /termsOfUse/type"],
    ),
    ("credential-type-mapped-nonurl-fail", &["context invalid-json-ld"]),
    ("credential-type-unmapped-fail", &["context relative-type"]),
    (
        "credential-validUntil-validFrom-fail",
        &["validity ends-before-start"],
    ),
    (
        "credential-validfrom-invalid-fail",
        &["structure invalid-date /validFrom"],
    ),
    (
        "credential-validuntil-invalid-fail",
        &["structure invalid-date /validUntil"],
    ),
    (
        "names-and-descriptions/credential-description-extra-prop-en-fail",
        &["structure wrong-value /description", "context undefined-term"],
    ),
    (
        "names-and-descriptions/credential-name-extra-prop-en-fail",
        &["structure wrong-value /name", "context undefined-term"],
    ),
    (
        "names-and-descriptions/issuer-description-extra-prop-en-fail",
        &[
            "structure wrong-value /issuer/description",
            "context undefined-term",
        ],
    ),
    (
        "names-and-descriptions/issuer-name-extra-prop-en-fail",
        &["structure wrong-value /issuer/name", "context undefined-term"],
    ),
];

fn main() -> Result<ExitCode> {
    let vectors = match blason_tests::vectors(SUITE) {
        Some(folder) => vectors(&folder)?,
        None => vec![Vector::absent(SUITE)],
    };
    Ok(suite::run(vectors))
}

fn vectors(folder: &Path) -> Result<Vec<Vector>> {
    let mut vectors = Vec::new();
    for (folder, prefix) in [
        (folder.to_owned(), ""),
        (folder.join("names-and-descriptions"), "names-and-descriptions/"),
    ] {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                continue;
            }
            let stem = path.file_stem().context("a file with a name")?.to_string_lossy();
            let name = format!("{prefix}{stem}");
            vectors.push(if name.starts_with("presentation-") {
                Vector::skipped(SUITE, name, PRESENTATION)
            } else {
                Vector::new(SUITE, name.clone(), move || run(&name, &path))
            });
        }
    }
    Ok(vectors)
}

fn run(name: &str, path: &Path) -> Result<(), Failed> {
    let expected = match (
        name.ends_with("-ok"),
        REFUSED.iter().find(|(input, _)| *input == name),
    ) {
        (true, None) => &[][..],
        (false, Some((_, reasons))) => *reasons,
        _ => return Err("the table does not say what to expect".into()),
    };
    let mut credential: Value = serde_json::from_slice(&fs::read(path)?)?;
    complete(name, &mut credential)?;
    let report = verify(
        credential.to_string().as_bytes(),
        &Evidence::new(),
        datetime!(2026-11-01 00:00 UTC),
        &Policy::default(),
    );
    let found = refusals(&report);
    if found == expected {
        Ok(())
    } else {
        Err(format!("expected {expected:?}, found {found:?}").into())
    }
}

/// Adds what the suite leaves to the implementation: an issuer, unless the input is about the lack of one, and dates.
fn complete(name: &str, credential: &mut Value) -> Result<()> {
    let members = credential.as_object_mut().context("a credential is an object")?;
    for value in members.values_mut() {
        match value.as_str() {
            Some("PAST DATE") => *value = json!("2020-01-01T00:00:00Z"),
            Some("FUTURE DATE") => *value = json!("2040-01-01T00:00:00Z"),
            _ => {}
        }
    }
    if name != "credential-no-issuer-fail" {
        let issuer = members.entry("issuer").or_insert(json!("did:example:issuer"));
        if let Some(issuer) = issuer.as_object_mut() {
            issuer.entry("id").or_insert(json!("did:example:issuer"));
        }
    }
    Ok(())
}

/// Why the input is refused: faults of the credential, contexts that are none, dates in the wrong order.
fn refusals(report: &Report) -> Vec<String> {
    let mut refusals = Vec::new();
    for check in &report.checks {
        let id = check.id.as_str();
        match check.id {
            CheckId::Structure => {
                let faults = check.data.get("faults").and_then(Value::as_array);
                for fault in faults.into_iter().flatten() {
                    let text = |name: &str| fault[name].as_str().unwrap_or_default();
                    refusals.push(format!("{id} {} {}", text("code"), text("pointer")));
                }
            }
            // A sound credential may be past its time, or before it.
            CheckId::Validity if matches!(check.code, Code::Expired | Code::NotYetValid) => {}
            CheckId::Format | CheckId::Context | CheckId::Validity if check.outcome == Outcome::Failed => {
                refusals.push(format!("{id} {}", check.code.as_str()));
            }
            _ => {}
        }
    }
    refusals
}
