//! `blason verify` for people: the headline, the badge, each check in a sentence, in two languages.

use serde_json::{Value, json};

use super::support::{Answer, Badge, Folder, NOW, blason, blason_in};

fn sheet(badge: &str, options: &[&str]) -> Answer {
    let folder = Folder::new();
    let file = folder.file("badge.json", badge);
    blason(&[&["verify", "--offline", "--now", NOW], options, &[&file]].concat())
}

#[test]
fn a_good_badge_reads_as_genuine_with_what_it_says_and_each_check() {
    let answer = sheet(&Badge::default().by_did_key(), &[]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    for part in [
        "badge.json: Genuine and still good\n",
        "What the badge says",
        "Laser cutter, level 1",
        "Example School (did:key:z6Mk",
        "2026-06-03 12:00 UTC",
        "The signature is right",
        "Valid until 2027-06-03 12:00 UTC.",
    ] {
        assert!(answer.stdout.contains(part), "{part} in {}", answer.stdout);
    }
}

#[test]
fn a_badge_that_is_not_confirmed_never_reads_as_genuine() {
    let answer = sheet(&Badge::default().by_did_web(), &[]);
    assert_eq!(answer.status, Some(2));
    assert!(
        answer.stdout.contains("We could not finish checking"),
        "{}",
        answer.stdout
    );
    assert!(
        answer.stdout.contains("What the file says, unconfirmed"),
        "{}",
        answer.stdout
    );
    assert!(!answer.stdout.contains("Genuine"), "{}", answer.stdout);
    let key = answer
        .stdout
        .lines()
        .find(|line| line.contains("It comes from the issuer that it names"))
        .unwrap();
    assert!(
        key.contains("Could not check") && key.contains("badges.example.org"),
        "{key}"
    );
}

#[test]
fn what_stands_inside_a_badge_has_an_answer_of_its_own() {
    let mut badge: Value = serde_json::from_str(&Badge::default().by_did_key()).unwrap();
    badge["endorsement"] = json!([{
        "@context": badge["@context"],
        "id": "urn:uuid:6a1f0f2e-3c5b-4a53-9d0e-0a4c7c1d0001",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": { "id": "did:web:other.example", "type": ["Profile"] },
        "validFrom": "2026-06-03T12:00:00Z",
        "name": "Stands by it",
        "credentialSubject": { "id": badge["id"], "type": ["EndorsementSubject"], "endorsementComment": "Good." },
    }]);
    let answer = sheet(&badge.to_string(), &[]);
    let (_, inside) = answer.stdout.split_once("What stands inside it\n").unwrap();
    let line = inside.lines().next().unwrap();
    assert!(
        line.trim_start().starts_with("Endorsement  Not valid. "),
        "{line}"
    );
    assert!(line.ends_with("(/endorsement/0)"), "{line}");
}

#[test]
fn the_language_is_the_environments_or_the_one_asked_for() {
    let folder = Folder::new();
    let file = folder.file("badge.json", Badge::default().by_did_key());
    let verify = ["verify", "--offline", "--now", NOW, &file];
    let french = "Authentique et en cours de validité";
    assert!(blason_in("fr_FR.UTF-8", &verify).stdout.contains(french));
    assert!(
        blason_in("de_DE.UTF-8", &verify)
            .stdout
            .contains("Genuine and still good")
    );
    assert!(
        blason(&[&verify[..], &["--lang", "fr"]].concat())
            .stdout
            .contains(french)
    );
    assert!(
        blason_in("fr_FR.UTF-8", &[&verify[..], &["--lang", "en"]].concat())
            .stdout
            .contains("Genuine")
    );
}

#[test]
fn text_of_a_badge_cannot_steer_the_terminal() {
    let badge = Badge {
        name: "\u{1b}[2J\u{1b}[1;1HGenuine\r\nEverything passed\u{7}",
        issuer_name: "\u{202e}gro.elpmaxe\u{202c} \u{9b}31m",
    };
    let answer = sheet(&badge.by_did_key(), &[]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    let steers = |character: char| {
        (character.is_control() && character != '\n') || ('\u{202a}'..='\u{202e}').contains(&character)
    };
    assert_eq!(
        answer.stdout.chars().find(|&character| steers(character)),
        None,
        "{:?}",
        answer.stdout
    );
    assert!(
        answer
            .stdout
            .contains(r"\u{1b}[2J\u{1b}[1;1HGenuine\u{d}\u{a}Everything"),
        "{}",
        answer.stdout
    );
    assert!(
        answer.stdout.contains(r"\u{202e}gro.elpmaxe\u{202c} \u{9b}31m"),
        "{}",
        answer.stdout
    );
}
