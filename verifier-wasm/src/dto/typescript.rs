//! The boundary as TypeScript sees it, written to `widget/src/generated/report.ts`.
//!
//! The types here describe what crosses; nothing is converted through them at run time. Three things keep them
//! true: a report read as [`Report`] with unknown members refused and written again must be the same JSON; the
//! lists of codes and checks come from the core; and the file must equal what is generated.

mod options;
mod report;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use openbadges::verify::{CheckId, Code, Evidence, Policy, Summary, verify};
use time::macros::datetime;
use ts_rs::{Config, TS};

const HEADER: &str = "\
// Generated from the Rust types by `cargo test -p verifier-wasm`. Do not edit.
// The report is the one that `blason verify --json` prints, so its members are named as they are there.
";

/// A badge of an issuer whose key must be fetched, so that a report has data, a credential and wishes.
const SIGNED_UNDER_DID_WEB: &str = r#"{
  "@context": [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
  ],
  "id": "urn:uuid:5b1f2f0e-3c58-4c0a-9a34-0a8f3a4d2b11",
  "type": ["VerifiableCredential", "OpenBadgeCredential"],
  "issuer": {"id": "did:web:badges.example", "type": ["Profile"], "name": "Open Workshop"},
  "validFrom": "2026-06-03T10:00:00Z",
  "credentialSubject": {
    "type": ["AchievementSubject"],
    "achievement": {
      "id": "https://badges.example/laser-1",
      "type": ["Achievement"],
      "name": "Laser cutter, level 1",
      "description": "Can work with the laser cutter alone.",
      "criteria": {"narrative": "Passed the safety test."}
    }
  },
  "proof": {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-rdfc-2022",
    "created": "2026-06-03T10:00:00Z",
    "verificationMethod": "did:web:badges.example#key-1",
    "proofPurpose": "assertionMethod",
    "proofValue": "z3FXQ"
  }
}"#;

fn report_on(input: &str) -> serde_json::Value {
    let now = datetime!(2026-06-03 14:02 UTC);
    serde_json::to_value(verify(
        input.as_bytes(),
        &Evidence::new(),
        now,
        &Policy::default(),
    ))
    .unwrap()
}

#[test]
fn a_report_has_the_members_that_typescript_is_told() {
    let rich = report_on(SIGNED_UNDER_DID_WEB);
    assert!(rich["credential"].is_object(), "{rich}");
    assert_eq!(
        rich["wanted"][0]["url"],
        "https://badges.example/.well-known/did.json"
    );
    for written in [rich, report_on("no badge here")] {
        let read: report::Report = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), written);
    }
}

#[test]
fn a_summary_has_the_members_that_typescript_is_told() {
    let json = serde_json::to_value(Summary::default()).unwrap();
    let read: report::Summary = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), json);
}

#[test]
fn the_committed_typescript_is_what_the_rust_types_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../widget/src/generated/report.ts");
    let expected = typescript();
    if fs::read_to_string(&path).is_ok_and(|committed| committed == expected) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, expected).unwrap();
    panic!(
        "{} did not say what the Rust types say. It has been written again: commit it.",
        path.display()
    );
}

fn typescript() -> String {
    let mut text = HEADER.to_owned();
    list(
        &mut text,
        "codes",
        "Code",
        "Every reason that a check can give.",
        Code::ALL.iter().map(|code| code.as_str()),
    );
    list(
        &mut text,
        "codesOfNothingToCheck",
        "",
        "Reasons of a `not-checked` that say that there was nothing to check, or that nobody asked.",
        Code::ALL
            .iter()
            .filter(|code| code.does_not_apply())
            .map(|code| code.as_str()),
    );
    list(
        &mut text,
        "checkIds",
        "CheckId",
        "The questions, in the order of a report.",
        CheckId::ALL.iter().map(|id| id.as_str()),
    );
    let config = Config::default();
    for declaration in report::declarations(&config)
        .into_iter()
        .chain(options::declarations(&config))
    {
        text.push('\n');
        text.push_str(&declaration);
    }
    text
}

/// A constant list of words and, unless `type_name` is empty, the type of its words.
fn list<'a>(text: &mut String, name: &str, type_name: &str, doc: &str, words: impl Iterator<Item = &'a str>) {
    write!(text, "\n/** {doc} */\nexport const {name} = [\n").unwrap();
    for word in words {
        writeln!(text, "  '{word}',").unwrap();
    }
    text.push_str("] as const;\n");
    if !type_name.is_empty() {
        write!(
            text,
            "\n/** One of {{@link {name}}}. */\nexport type {type_name} = (typeof {name})[number];\n"
        )
        .unwrap();
    }
}

/// One exported declaration with its documentation.
fn declaration<T: TS>(config: &Config) -> String {
    let docs = T::docs()
        .map(|docs| docs.trim_end().to_owned() + "\n")
        .unwrap_or_default();
    format!("{docs}export {}\n", T::decl(config))
}
