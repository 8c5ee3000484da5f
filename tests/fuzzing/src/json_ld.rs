//! JSON-LD expansion and RDF.

use openbadges::canon::{RevisionChoice, to_rdf};
use openbadges::json;
use openbadges::limits::Limits;
use serde_json::Value;

use crate::{Sources, badges};

/// Words of JSON-LD and of credentials.
pub(crate) const WORDS: &[&str] = &[
    "\"@context\"",
    "\"@id\"",
    "\"@type\"",
    "\"@value\"",
    "\"@language\"",
    "\"@direction\"",
    "\"@list\"",
    "\"@set\"",
    "\"@graph\"",
    "\"@json\"",
    "\"@vocab\"",
    "\"@none\"",
    "\"@container\"",
    "\"@protected\"",
    "\"@version\"",
    "\"@base\"",
    "\"@import\"",
    "\"@propagate\"",
    "\"@reverse\"",
    "\"@included\"",
    "\"@nest\"",
    "\"@prefix\"",
    "\"@index\"",
    "\"https://www.w3.org/ns/credentials/v2\"",
    "\"https://www.w3.org/2018/credentials/v1\"",
    "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"",
    "\"_:b0\"",
    "\"id\"",
    "\"type\"",
    "\"proof\"",
    "\"proofValue\"",
    "\"previousProof\"",
    "\"verificationMethod\"",
    "\"cryptosuite\"",
    "\"endorsement\"",
    "\"credentialStatus\"",
    "\"credentialSubject\"",
    "\"verifiableCredential\"",
    "null",
    "1e400",
    "-0",
    "[]",
    "{}",
];

/// Reads a document twice under the newest contexts, and under older ones.
///
/// # Panics
/// The same document is read in two ways: what was kept about its contexts changed its meaning.
pub fn run(input: &[u8]) {
    let limits = Limits::default();
    let Ok(parsed) = json::parse(input, &limits) else {
        return;
    };
    let read = |revisions| to_rdf(&parsed.value, revisions, &limits).map(|dataset| dataset.quads().to_vec());
    let first = read(RevisionChoice::NEWEST);
    let _ = read(RevisionChoice::NEWEST.older());
    assert_eq!(first, read(RevisionChoice::NEWEST));
}

/// Documents of the vectors, samples, and one of each thing that only JSON-LD of other fields uses.
pub fn seeds(sources: &Sources) -> Vec<Vec<u8>> {
    let mut seeds = sources.files(&[".json", ".jsonld", ".1ob"]);
    seeds.extend(sources.samples().map(|sample| sample.as_bytes().to_vec()));
    seeds.push(Value::Object(badges::badge(Value::Null)).to_string().into_bytes());
    let own = [
        r#"{"@context": {"@vocab": "https://a.example/", "b": {"@container": "@list"}}, "b": [1, [2.5, true], {"@value": "c", "@language": "fr"}]}"#,
        r#"{"@context": {"@version": 1.1, "a": {"@id": "https://a.example/a", "@context": {"b": "https://a.example/b"}}}, "a": {"b": {"@id": "_:c"}}}"#,
        r#"{"@context": {"a": {"@id": "https://a.example/a", "@type": "@json"}, "g": {"@id": "https://a.example/g", "@container": "@graph"}}, "a": {"z": [1e21, null]}, "g": {"a": 1}}"#,
        r#"[{"@id": "https://a.example/", "https://a.example/b": [{"@value": "d", "@direction": "rtl"}]}]"#,
    ];
    seeds.extend(own.map(|text| text.as_bytes().to_vec()));
    seeds
}
