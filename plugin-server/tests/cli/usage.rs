//! Commands that cannot be carried out as given end with 64, which is no answer about a badge.

use super::support::{Badge, Folder, blason};

#[test]
fn arguments_that_are_not_understood_end_with_64() {
    for arguments in [
        &["verify"][..],
        &["verify", "--jason", "badge.json"],
        &["verify", "--now", "yesterday", "badge.json"],
        &["verify", "--offline", "--resources", "map.json", "badge.json"],
        &["verify", "--lang", "xx", "badge.json"],
        &["confirm", "badge.json"],
        &[],
    ] {
        let answer = blason(arguments);
        assert_eq!(
            (answer.status, answer.stdout.as_str()),
            (Some(64), ""),
            "{arguments:?}"
        );
        assert!(
            answer.stderr.contains("Usage") || answer.stderr.contains("error:"),
            "{}",
            answer.stderr
        );
    }
}

#[test]
fn help_and_version_are_answers() {
    assert_eq!(blason(&["verify", "--help"]).status, Some(0));
    assert_eq!(blason(&["--version"]).status, Some(0));
}

#[test]
fn a_file_that_is_not_there_is_named_before_anything_is_checked() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_key());
    let missing = folder.path("missing.png");
    let answer = blason(&["verify", "--offline", &badge, missing.to_str().unwrap()]);
    assert_eq!((answer.status, answer.stdout.as_str()), (Some(64), ""));
    assert!(
        answer.stderr.contains("missing.png cannot be read"),
        "{}",
        answer.stderr
    );
}

#[test]
fn a_folder_is_nothing_to_inspect() {
    let folder = Folder::new();
    let answer = blason(&["inspect", folder.path("").to_str().unwrap()]);
    assert_eq!(answer.status, Some(64));
    assert!(answer.stderr.contains("is a folder"), "{}", answer.stderr);
}

#[test]
fn a_resources_file_of_another_shape_is_refused() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_key());
    for (map, fault) in [
        ("[]", "must be a JSON object"),
        (
            r#"{"https://a.example/": {"status": 200}}"#,
            "must be a JSON object",
        ),
        (
            r#"{"https://a.example/": {"status": 200, "body": "", "headers": {}}}"#,
            "must be a JSON object",
        ),
        (
            r#"{"a.example": {"status": 200, "body": ""}}"#,
            "not an address: a.example",
        ),
        (
            r#"{"https://a.example/": {"status": 200, "body_base64": "!"}}"#,
            "not Base64",
        ),
    ] {
        let answer = blason(&["verify", "--resources", &folder.file("map.json", map), &badge]);
        assert_eq!(answer.status, Some(64), "{map}");
        assert!(answer.stderr.contains(fault), "{map}: {}", answer.stderr);
    }
}

#[test]
fn a_trust_file_of_another_shape_says_what_shape_it_must_have() {
    let folder = Folder::new();
    let badge = folder.file("badge.json", Badge::default().by_did_key());
    for (file, fault) in [("{}", "a list of issuer identifiers"), ("[", "no JSON")] {
        let register = folder.file("register.json", file);
        let answer = blason(&["verify", "--offline", "--trust", &register, &badge]);
        assert_eq!((answer.status, answer.stdout.as_str()), (Some(64), ""), "{file}");
        assert!(answer.stderr.contains(fault), "{file}: {}", answer.stderr);
    }
}
