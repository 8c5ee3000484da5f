//! `blason verify --explain`: each step, for people and for programs.

use serde_json::json;

use super::support::{Answer, Badge, DID_DOCUMENT_URL, Folder, NOW, blason, did_document};

fn explain(badge: &str, options: &[&str]) -> Answer {
    let folder = Folder::new();
    let file = folder.file("badge.json", badge);
    blason(
        &[
            &["verify", "--explain", "--offline", "--now", NOW],
            options,
            &[&file],
        ]
        .concat(),
    )
}

#[test]
fn every_step_of_a_good_badge_is_shown() {
    let answer = explain(&Badge::default().by_did_key(), &[]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    for part in [
        "Genuine and still good",
        "The signature is right",
        "What was computed",
        "eddsa-rdfc-2022 /proof",
        "did:key:z6Mk",
        "its own name",
        "Ed25519",
        "\"kty\":\"OKP\"",
        "Document in canonical form (RDFC-1.0), SHA-256 ",
        "Proof options in canonical form (RDFC-1.0), SHA-256 ",
        "<https://schema.org/name> \"Laser cutter, level 1\" .",
        "Bytes signed",
        "matches key and bytes",
    ] {
        assert!(answer.stdout.contains(part), "{part} in {}", answer.stdout);
    }
    let french = explain(&Badge::default().by_did_key(), &["--lang", "fr"]);
    assert!(
        french.stdout.contains("Document sous forme canonique (RDFC-1.0)"),
        "{}",
        french.stdout
    );
}

#[test]
fn what_was_signed_is_the_hash_of_the_options_and_of_the_document() {
    let answer = explain(&Badge::default().by_did_key(), &["--json"]);
    let entry = answer.json();
    let signature = &entry["trace"]["signatures"][0];
    let signed = &signature["signed"];
    let text = |name: &str| signed[name].as_str().unwrap().to_owned();
    assert_eq!(
        text("bytes"),
        format!("{}{}", text("options_hash"), text("document_hash"))
    );
    assert_eq!(
        (text("canonicalization"), text("hash")),
        ("RDFC-1.0".to_owned(), "SHA-256".to_owned())
    );
    assert!(text("document").lines().all(|line| line.ends_with(" .")));
    assert_eq!(signature["matches"], json!(true));
    assert_eq!(
        (&signature["key"]["origin"], &signature["key"]["kind"]),
        (&json!("did-key"), &json!("Ed25519"))
    );
    let name = signature["key"]["name"].as_str().unwrap();
    assert!(name.ends_with(signature["key"]["multikey"].as_str().unwrap()));
}

#[test]
fn only_who_asks_gets_the_steps() {
    let folder = Folder::new();
    let file = folder.file("badge.json", Badge::default().by_did_key());
    let answer = blason(&["verify", "--json", "--offline", "--now", NOW, &file]);
    assert_eq!(answer.json().get("trace"), None);
}

#[test]
fn a_key_is_shown_with_the_document_that_it_was_read_from() {
    let folder = Folder::new();
    let file = folder.file("badge.json", Badge::default().by_did_web());
    let map = json!({ DID_DOCUMENT_URL: { "status": 200, "body": did_document().to_string() } });
    let map = folder.resources(&map);
    let answer = blason(&["verify", "--explain", "--now", NOW, "--resources", &map, &file]);
    assert_eq!(answer.status, Some(0), "{}", answer.stdout);
    let origin = answer
        .stdout
        .lines()
        .find(|line| line.contains("Found in"))
        .unwrap();
    assert!(origin.ends_with(DID_DOCUMENT_URL), "{origin}");
}

#[test]
fn without_a_key_the_reason_stands_in_the_place_of_the_steps() {
    let answer = explain(&Badge::default().by_did_web(), &["--json"]);
    let signature = &answer.json()["trace"]["signatures"][0];
    assert_eq!(signature["key"]["code"], "document-not-fetched");
    assert_eq!(signature["signed"]["code"], "document-not-fetched");
    assert_eq!(signature["matches"], json!(null));
}

#[test]
fn text_of_a_badge_cannot_steer_the_terminal_in_its_steps() {
    let badge = Badge {
        name: "\u{202e}gro.elpmaxe\u{9b}31m",
        issuer_name: "\u{1b}[2JGenuine",
    };
    let answer = explain(&badge.by_did_key(), &[]);
    let steers = |character: char| {
        (character.is_control() && character != '\n') || ('\u{202a}'..='\u{202e}').contains(&character)
    };
    assert_eq!(answer.stdout.chars().find(|&character| steers(character)), None);
    assert!(answer.stdout.contains("What was computed"), "{}", answer.stdout);
}

#[test]
fn a_file_without_a_badge_has_no_steps() {
    let answer = explain("no badge", &[]);
    assert!(
        answer
            .stdout
            .contains("No signature of a verifiable credential was looked at."),
        "{}",
        answer.stdout
    );
}
