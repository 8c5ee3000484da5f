//! The catalogues: the same messages in both languages, each of them used, and a sentence for each code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Messages with the variables that each speaks of.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../locales")
        .join(language);
    let text = fs::read_to_string(root.join("server.ftl")).unwrap();
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            current = id.to_owned();
            assert!(
                messages.insert(current.clone(), BTreeSet::new()).is_none(),
                "{language}: {id} stands twice"
            );
        }
        let variables = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '-')
                .collect::<String>()
        });
        messages.entry(current.clone()).or_default().extend(variables);
    }
    messages.remove("");
    messages
}

/// Every template and every source file, in one text.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        text += &if path.is_dir() {
            sources(&path)
        } else {
            fs::read_to_string(&path).unwrap_or_default()
        };
    }
    text
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    assert_eq!(catalogue("en"), catalogue("fr"));
}

#[test]
fn every_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = sources(&root.join("src")) + &sources(&root.join("templates"));
    for id in catalogue("en").keys() {
        let is_used = match ["error-", "why-", "look-", "did-"]
            .iter()
            .find_map(|prefix| id.strip_prefix(prefix))
        {
            Some(code) => code == "internal" || text.contains(&format!("\"{code}\"")),
            None => text.contains(&format!(".{}(", id.replace('-', "_"))),
        };
        assert!(is_used, "{id} is not used");
    }
}
