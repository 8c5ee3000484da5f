//! `blason verify` of many badges: folders, the forms of the answer, and what cannot be read.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use super::support::{Answer, Badge, DID_DOCUMENT_URL, Folder, NOW, blason, check, did_document};

fn verify(arguments: &[&str]) -> Answer {
    blason(&[&["verify", "--offline", "--now", NOW], arguments].concat())
}

/// A folder with a good badge, a changed one in a folder of its own, and one whose issuer is not asked.
fn three_badges() -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path("b")).unwrap();
    folder.file("a.json", Badge::default().by_did_key());
    folder.file(
        "b/changed.JSON",
        Badge::default().by_did_key().replace("quiz", "quit"),
    );
    folder.file("c.txt", Badge::default().by_did_web());
    folder
}

fn root(folder: &Folder) -> String {
    folder.path("").to_str().unwrap().trim_end_matches('/').to_owned()
}

/// The ends of the paths that were answered for.
fn inputs(folder: &Folder, entries: &[Value]) -> Vec<String> {
    let root = format!("{}/", root(folder));
    let name = |entry: &Value| {
        entry["input"]
            .as_str()
            .unwrap()
            .trim_start_matches(&root)
            .to_owned()
    };
    entries.iter().map(name).collect()
}

#[test]
fn a_folder_is_answered_in_the_order_of_its_names_and_the_worst_decides() {
    let folder = three_badges();
    let answer = verify(&["--json", &root(&folder)]);
    let entries = answer.json().as_array().unwrap().clone();
    assert_eq!(inputs(&folder, &entries), ["a.json", "b/changed.JSON", "c.txt"]);
    let verdicts: Vec<&Value> = entries.iter().map(|entry| &entry["verdict"]).collect();
    assert_eq!(verdicts, ["verified", "not-verified", "unconfirmed"]);
    assert_eq!(answer.status, Some(1));
    assert_eq!(
        answer.stderr.trim(),
        "3 inputs: 1 verified, 1 not verified, 1 unconfirmed"
    );
}

#[test]
fn a_folder_of_one_badge_is_still_a_list() {
    let folder = Folder::new();
    let badge = folder.file("a.json", Badge::default().by_did_key());
    assert!(verify(&["--json", &root(&folder)]).json().is_array());
    assert!(verify(&["--json", &badge]).json().is_object());
}

#[test]
fn files_count_by_their_names_or_by_how_they_begin_and_hidden_ones_do_not() {
    let folder = Folder::new();
    let badge = Badge::default().by_did_key();
    for name in ["a.jsonld", "b.1ob", "badge", "c.data"] {
        folder.file(name, &badge);
    }
    for (name, content) in [
        ("page.html", "<!DOCTYPE html><html></html>"),
        ("notes.md", "eyes"),
        ("empty", ""),
        (".hidden.json", badge.as_str()),
    ] {
        folder.file(name, content);
    }
    fs::create_dir(folder.path(".git")).unwrap();
    folder.file(".git/a.json", &badge);
    let answer = verify(&["--json", &root(&folder)]);
    let entries = answer.json().as_array().unwrap().clone();
    assert_eq!(
        inputs(&folder, &entries),
        ["a.jsonld", "b.1ob", "badge", "c.data"]
    );
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
}

#[test]
fn a_folder_without_badges_is_most_likely_another_than_was_meant() {
    let folder = Folder::new();
    let answer = verify(&[&root(&folder)]);
    assert_eq!((answer.status, answer.stdout.as_str()), (Some(64), ""));
    assert!(
        answer.stderr.contains("without a badge file"),
        "{}",
        answer.stderr
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_circles_and_a_broken_one_is_an_answer() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new();
    let elsewhere = three_badges();
    folder.file("a.json", Badge::default().by_did_key());
    symlink(folder.path(""), folder.path("circle")).unwrap();
    symlink(elsewhere.path("b"), folder.path("linked")).unwrap();
    symlink("nowhere", folder.path("broken.png")).unwrap();
    let answer = verify(&["--json", &root(&folder)]);
    let entries = answer.json().as_array().unwrap().clone();
    assert_eq!(
        inputs(&folder, &entries),
        ["a.json", "broken.png", "linked/changed.JSON"]
    );
    assert_eq!(check(&entries[1], "format"), "not-checked file-unreadable");
    assert_eq!(
        (&entries[1]["verdict"], &entries[1]["state"]),
        (&json!("unconfirmed"), &json!("unchecked"))
    );
    assert_eq!(entries[1]["checks"][0]["data"]["reason"], "not-found");
    assert_eq!(answer.status, Some(1));
}

#[test]
fn json_lines_name_their_inputs_one_object_a_line() {
    let folder = three_badges();
    let answer = verify(&["--json-lines", "--jobs", "2", &root(&folder)]);
    let entries: Vec<Value> = answer
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let found: BTreeSet<String> = inputs(&folder, &entries).into_iter().collect();
    let expected = ["a.json", "b/changed.JSON", "c.txt"].map(str::to_owned);
    assert_eq!(found, BTreeSet::from(expected));
    assert_eq!(answer.status, Some(1));
}

#[test]
fn the_answers_are_the_same_on_any_number_of_threads() {
    let folder = Folder::new();
    for number in 0..60 {
        let badge = Badge::default().by_did_key();
        let badge = if number % 7 == 0 {
            badge.replace("quiz", "quit")
        } else {
            badge
        };
        folder.file(&format!("{number:03}.json"), badge);
    }
    let one = verify(&["--json", "--jobs", "1", &root(&folder)]);
    assert_eq!(one.json().as_array().unwrap().len(), 60);
    assert_eq!(
        verify(&["--json", "--jobs", "4", &root(&folder)]).stdout,
        one.stdout
    );
    assert_eq!(
        one.stderr.trim(),
        "60 inputs: 51 verified, 9 not verified, 0 unconfirmed"
    );
}

#[test]
fn no_threads_and_two_forms_at_once_are_not_understood() {
    let folder = three_badges();
    for arguments in [
        &["--jobs", "0"][..],
        &["--json", "--csv"],
        &["--json", "--json-lines"],
        &["--csv", "--explain"],
    ] {
        let root = root(&folder);
        let answer = verify(&[arguments, &[root.as_str()]].concat());
        assert_eq!(
            (answer.status, answer.stdout.as_str()),
            (Some(64), ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn people_read_a_line_for_each_input_and_what_is_wrong_below_it() {
    let folder = three_badges();
    let answer = verify(&[&root(&folder)]);
    let lines: Vec<&str> = answer.stdout.lines().collect();
    assert!(lines[0].starts_with("Genuine and still good") && lines[0].ends_with("/a.json"));
    assert!(lines[1].starts_with("Not valid") && lines[1].ends_with("/b/changed.JSON"));
    assert_eq!(
        lines[2],
        "    Unchanged since it was given. The content was changed after it was signed."
    );
    assert!(
        lines[3].starts_with("We could not finish checking"),
        "{}",
        answer.stdout
    );
    assert!(
        lines[4].contains("The key is the issuer’s") || lines[4].contains("Unchanged"),
        "{}",
        lines[4]
    );
    let french = verify(&["--lang", "fr", &root(&folder)]);
    assert_eq!(
        french.stderr.trim(),
        "3 entrées. Vérifiées\u{a0}: 1\u{202f}; non vérifiées\u{a0}: 1\u{202f}; sans confirmation\u{a0}: 1"
    );
}

#[test]
fn csv_has_a_row_for_each_input_and_computes_nothing() {
    let folder = Folder::new();
    let badge = Badge {
        name: "=HYPERLINK(\"https://example.org\",\"Prize\")",
        issuer_name: "+Example, \"School\"\u{1b}[2J",
    };
    folder.file("a.json", badge.by_did_key());
    folder.file("b.json", Badge::default().by_did_key().replace("quiz", "quit"));
    folder.file("c.txt", "no badge");
    let answer = verify(&["--csv", &root(&folder)]);
    let mut rows = csv::Reader::from_reader(answer.stdout.as_bytes());
    let names = rows.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    let cell = |row: usize, name: &str| {
        let column = names.iter().position(|column| column == name).unwrap();
        rows[row].get(column).unwrap().to_owned()
    };
    assert_eq!(
        (cell(0, "verdict"), cell(0, "code")),
        ("verified".to_owned(), String::new())
    );
    assert_eq!(cell(0, "name"), "'=HYPERLINK(\"https://example.org\",\"Prize\")");
    assert_eq!(cell(0, "issuer_name"), "'+Example, \"School\"\\u{1b}[2J");
    assert_eq!(
        (cell(0, "version"), cell(0, "proof")),
        ("3.0".to_owned(), "eddsa-rdfc-2022".to_owned())
    );
    assert_eq!(
        (cell(1, "check"), cell(1, "code")),
        ("signature".to_owned(), "changed-after-signing".to_owned())
    );
    assert_eq!(cell(1, "reason"), "The content was changed after it was signed.");
    assert_eq!(
        (cell(2, "state"), cell(2, "name")),
        ("none".to_owned(), String::new())
    );
    assert_eq!(answer.status, Some(1));
    assert!(
        answer.stderr.contains("2 not verified (1 without a badge)"),
        "{}",
        answer.stderr
    );
}

#[test]
fn each_badge_of_a_batch_tells_what_was_read_for_it() {
    let folder = Folder::new();
    let badges = [
        folder.file("a.json", Badge::default().by_did_web()),
        folder.file("b.json", Badge::default().by_did_web()),
    ];
    let map = json!({ DID_DOCUMENT_URL: { "status": 200, "body": did_document().to_string() } });
    let map = folder.resources(&map);
    let answer = blason(&[
        "verify",
        "--json",
        "--now",
        NOW,
        "--resources",
        &map,
        &badges[0],
        &badges[1],
    ]);
    assert_eq!(answer.status, Some(0), "{}", answer.stdout);
    for entry in answer.json().as_array().unwrap() {
        assert_eq!(
            entry["fetched"],
            json!([{ "url": DID_DOCUMENT_URL, "status": 200 }])
        );
    }
}
