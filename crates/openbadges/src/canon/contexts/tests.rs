use super::pinned::{self, CONTENTS};
use super::{ContextSet, RevisionChoice};
use crate::canon::HashAlgorithm;

#[test]
fn every_content_has_the_hash_it_is_pinned_by() {
    for content in CONTENTS {
        assert_eq!(
            HashAlgorithm::Sha256.hex(content.text),
            content.sha256,
            "{}",
            content.file
        );
    }
}

#[test]
fn every_content_is_in_the_list_of_origins_with_its_hash() {
    let origins = include_str!("../../../contexts/ORIGIN.toml");
    for content in CONTENTS {
        let entry = origins
            .split("[[context]]")
            .find(|entry| entry.contains(&format!("\"{}\"", content.file)));
        assert!(
            entry.is_some_and(|entry| entry.contains(content.sha256)),
            "{}",
            content.file
        );
    }
}

#[test]
fn every_address_leads_to_a_document_with_a_context() {
    for url in pinned::urls() {
        let found = ContextSet::embedded(RevisionChoice::NEWEST).find(url).expect(url);
        assert!(found.document.get("@context").is_some(), "{url}");
    }
}

#[test]
fn the_newest_content_comes_first_and_the_oldest_last() {
    let url = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    let revision = |choice| ContextSet::embedded(choice).find(url).unwrap().revision.unwrap();
    let newest = revision(RevisionChoice::NEWEST);
    assert!(newest.sha256.starts_with("3d34f4d4") && newest.has_older);
    let older = revision(RevisionChoice::NEWEST.older());
    assert!(older.sha256.starts_with("ef2fa9c7") && !older.has_older);
    assert_eq!(revision(RevisionChoice::NEWEST.older().older()), older);
}

#[test]
fn an_address_with_one_content_says_nothing_of_revisions() {
    let found = ContextSet::embedded(RevisionChoice::NEWEST)
        .find("https://www.w3.org/ns/credentials/v2")
        .unwrap();
    assert!(found.revision.is_none() && found.alias.is_none());
}

#[test]
fn a_plain_http_address_is_an_alias() {
    let found = ContextSet::embedded(RevisionChoice::NEWEST)
        .find("http://www.w3.org/ns/credentials/v2")
        .unwrap();
    assert_eq!(found.alias.unwrap().url, "https://www.w3.org/ns/credentials/v2");
}

#[test]
fn the_address_without_a_version_may_be_any_revision() {
    let url = "https://purl.imsglobal.org/spec/ob/v3p0/context.json";
    let mut choice = RevisionChoice::NEWEST;
    let mut ids = Vec::new();
    loop {
        let found = ContextSet::embedded(choice).find(url).unwrap();
        assert!(found.alias.is_some());
        ids.push(found.id);
        if !found.revision.unwrap().has_older {
            break;
        }
        choice = choice.older();
    }
    ids.dedup();
    assert_eq!(ids.len(), 5);
}

#[test]
fn an_added_context_comes_before_those_in_the_program() {
    let url = "https://www.w3.org/ns/credentials/v2";
    let set = ContextSet::embedded(RevisionChoice::NEWEST)
        .with(url, br#"{"@context": {}}"#)
        .unwrap();
    assert_eq!(
        *set.find(url).unwrap().document,
        serde_json::json!({"@context": {}})
    );
}

#[test]
fn an_unknown_address_is_not_found() {
    assert!(
        ContextSet::embedded(RevisionChoice::NEWEST)
            .find("https://example.org/context")
            .is_none()
    );
}
