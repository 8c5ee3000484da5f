use std::sync::Arc;

use serde_json::{Value, json};

use super::budget::Budget;
use super::compile::{Compiler, Scope};
use super::context::Context;
use super::{to_rdf, to_rdf_with};
use crate::canon::contexts::{ContextNotes, ContextSet};
use crate::canon::{CanonError, HashAlgorithm, RevisionChoice, Unsafe, canonicalize};
use crate::limits::Limits;

const V2: &str = "https://www.w3.org/ns/credentials/v2";
/// How many contexts of terms within contexts of terms are tried.
const DEPTH: usize = 3;
const OB: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

fn credential() -> Value {
    json!({
        "@context": [V2, OB],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "did:web:issuer.example", "type": ["Profile"], "name": "Issuer One"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": "Knots"}
        }
    })
}

fn with(pointer: &str, name: &str, value: Value) -> Value {
    let mut document = credential();
    document.pointer_mut(pointer).unwrap()[name] = value;
    document
}

/// A document whose words all mean something.
fn plain(members: &Value) -> Value {
    let mut document = json!({"@context": {"@vocab": "https://v.example/"}, "@id": "urn:s"});
    document
        .as_object_mut()
        .unwrap()
        .extend(members.as_object().unwrap().clone());
    document
}

fn n_quads(document: &Value) -> Result<String, CanonError> {
    canonicalize(
        document,
        HashAlgorithm::Sha256,
        RevisionChoice::NEWEST,
        &Limits::default(),
    )
}

fn unsafe_at(document: &Value) -> (Unsafe, String, String) {
    match n_quads(document) {
        Err(CanonError::Unsafe { kind, term, pointer }) => (kind, term, pointer),
        other => panic!("should be unsafe: {other:?}"),
    }
}

fn unsupported(document: &Value) -> &'static str {
    match n_quads(document) {
        Err(CanonError::Unsupported { feature, .. }) => feature,
        other => panic!("should be unsupported: {other:?}"),
    }
}

fn invalid(document: &Value) -> &'static str {
    match n_quads(document) {
        Err(CanonError::InvalidJsonLd { code, .. }) => code,
        other => panic!("should be invalid: {other:?}"),
    }
}

fn limit(document: &Value) -> &'static str {
    match n_quads(document) {
        Err(CanonError::WorkLimit { limit, .. }) => limit,
        other => panic!("should stop at a limit: {other:?}"),
    }
}

#[test]
fn a_credential_becomes_statements() {
    let text = n_quads(&credential()).unwrap();
    assert!(
        text.contains("<did:web:issuer.example> <https://schema.org/name> \"Issuer One\" ."),
        "{text}"
    );
    assert_eq!(text.lines().count(), 11, "{text}");
}

#[test]
fn the_same_document_gives_the_same_bytes_with_and_without_what_was_worked_out_before() {
    let fresh = ContextSet::embedded(RevisionChoice::NEWEST)
        .with("https://unused.example/", br#"{"@context": {}}"#)
        .unwrap();
    let limits = Limits::default();
    let form = |set| {
        let dataset = to_rdf_with(&credential(), set, &limits).unwrap();
        crate::canon::rdfc(&dataset, HashAlgorithm::Sha256, &limits).unwrap()
    };
    assert_eq!(form(&fresh), form(&fresh));
    assert_eq!(form(&fresh), n_quads(&credential()).unwrap());
}

#[test]
fn what_does_not_change_the_meaning_does_not_change_the_bytes() {
    let expected = n_quads(&credential()).unwrap();
    let mut document = credential();
    document["@context"] = json!([V2, OB, V2]);
    document["type"] = json!(["OpenBadgeCredential", "VerifiableCredential"]);
    document["issuer"]["type"] = json!("Profile");
    assert_eq!(n_quads(&document).unwrap(), expected);
}

#[test]
fn a_member_that_no_context_defines_is_refused_where_it_stands() {
    let document = with("/credentialSubject/achievement", "grade/honours", json!("A"));
    assert_eq!(
        unsafe_at(&document),
        (
            Unsafe::UndefinedTerm,
            "grade/honours".to_owned(),
            "/credentialSubject/achievement/grade~1honours".to_owned()
        )
    );
    assert_eq!(n_quads(&document).unwrap_err().code(), "undefined-term");
}

#[test]
fn a_member_that_no_context_defines_is_refused_even_if_it_is_null() {
    assert_eq!(
        unsafe_at(&with("/issuer", "legalNames", Value::Null)).0,
        Unsafe::UndefinedTerm
    );
}

#[test]
fn a_type_that_no_context_defines_is_refused() {
    let document = with("/issuer", "type", json!(["Profile", "Unheard"]));
    assert_eq!(
        unsafe_at(&document),
        (
            Unsafe::RelativeType,
            "Unheard".to_owned(),
            "/issuer/type/1".to_owned()
        )
    );
}

#[test]
fn an_identifier_is_an_absolute_iri() {
    assert_eq!(
        unsafe_at(&with("/issuer", "id", json!("issuer/1"))).0,
        Unsafe::RelativeIri
    );
    assert_eq!(
        unsafe_at(&with("", "issuer", json!("@id"))).0,
        Unsafe::RelativeIri
    );
    assert_eq!(
        unsafe_at(&with("/issuer", "id", json!("@foo"))).0,
        Unsafe::ReservedWord
    );
}

#[test]
fn an_iri_that_could_end_early_in_a_line_is_refused() {
    let id = "https://a.example/>.<https://b.example/>";
    assert_eq!(unsafe_at(&with("/issuer", "id", json!(id))).0, Unsafe::InvalidIri);
}

#[test]
fn an_unknown_context_is_named_and_not_fetched() {
    let document = json!({"@context": [V2, "https://unknown.example/v1"], "id": "urn:uuid:1"});
    let error = n_quads(&document).unwrap_err();
    assert_eq!(
        error,
        CanonError::UnknownContext {
            url: "https://unknown.example/v1".to_owned()
        }
    );
    assert!(error.is_inconclusive());
}

#[test]
fn a_context_in_the_document_is_read_and_told() {
    let mut document = with("/issuer", "shoe", json!("42"));
    document["issuer"]["@context"] = json!({"shoe": "https://v.example/shoe"});
    let dataset = to_rdf(&document, RevisionChoice::NEWEST, &Limits::default()).unwrap();
    assert_eq!(dataset.notes().inline_contexts, ["/issuer/@context"]);
}

#[test]
fn a_context_in_the_document_cannot_redefine_a_protected_term() {
    let mut document = credential();
    document["@context"] = json!([V2, OB, {"name": "https://v.example/name"}]);
    assert_eq!(invalid(&document), "protected term redefinition");
    document["@context"] = json!([V2, null, OB]);
    assert_eq!(invalid(&document), "invalid context nullification");
}

#[test]
fn another_spelling_of_a_context_gives_the_same_bytes_and_is_told() {
    let mut document = credential();
    document["@context"] = json!([V2.replace("https:", "http:"), OB]);
    let dataset = to_rdf(&document, RevisionChoice::NEWEST, &Limits::default()).unwrap();
    assert_eq!(dataset.notes().aliases_used[0].url, V2);
    assert_eq!(n_quads(&document), n_quads(&credential()));
}

#[test]
fn a_term_of_the_newest_revision_is_unknown_in_the_older_one() {
    let document = with("", "endorsementJwt", json!(["a.b.c"]));
    let newest = to_rdf(&document, RevisionChoice::NEWEST, &Limits::default()).unwrap();
    assert!(newest.notes().has_older_revision());
    let older = to_rdf(&document, RevisionChoice::NEWEST.older(), &Limits::default());
    assert_eq!(older.unwrap_err().code(), "undefined-term");
    let older = to_rdf(&credential(), RevisionChoice::NEWEST.older(), &Limits::default()).unwrap();
    assert!(!older.notes().has_older_revision());
}

#[test]
fn a_value_of_another_kind_than_its_datatype_keeps_the_datatype() {
    let text = n_quads(&with("", "validUntil", json!(true))).unwrap();
    assert!(
        text.contains("\"true\"^^<http://www.w3.org/2001/XMLSchema#dateTime>"),
        "{text}"
    );
}

#[test]
fn values_say_their_language_and_direction() {
    let text = n_quads(&plain(&json!({
        "a": {"@value": "x", "@language": "FR-ca"},
        "b": {"@value": "x", "@language": "ar", "@direction": "rtl"},
        "c": {"@value": "x", "@direction": "ltr"},
    })));
    assert_eq!(
        text.unwrap(),
        "<urn:s> <https://v.example/a> \"x\"@fr-ca .\n\
         <urn:s> <https://v.example/b> \"x\"^^<https://www.w3.org/ns/i18n#ar_rtl> .\n\
         <urn:s> <https://v.example/c> \"x\"^^<https://www.w3.org/ns/i18n#_ltr> .\n"
    );
}

#[test]
fn lists_keep_their_order_and_graphs_stand_apart() {
    let text = n_quads(&plain(&json!({
        "list": {"@list": ["b", "a"]},
        "in": {"@id": "urn:g", "@graph": [{"@id": "urn:n", "name": "n"}]},
    })))
    .unwrap();
    let first: Vec<_> = text.lines().filter(|line| line.contains("#first>")).collect();
    assert_eq!(first.len(), 2);
    assert!(
        text.contains("<urn:n> <https://v.example/name> \"n\" <urn:g> ."),
        "{text}"
    );
}

#[test]
fn json_is_kept_as_its_canonical_text() {
    let document = plain(&json!({"a": {"@type": "@json", "@value": {"z": 1.0, "y": null}}}));
    let expected = r#"<urn:s> <https://v.example/a> "{\"y\":null,\"z\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> ."#;
    assert_eq!(n_quads(&document).unwrap().trim_end(), expected);
}

#[test]
fn what_would_be_lost_is_refused() {
    for (value, kind) in [
        (json!({"@value": null}), Unsafe::NullValue),
        (json!({"@language": "fr"}), Unsafe::FreeFloating),
        (
            json!({"@value": "x", "@language": "no such tag"}),
            Unsafe::InvalidLanguage,
        ),
        (json!({"@graph": ["lost"]}), Unsafe::FreeFloating),
        (json!({"@graph": [{"@id": "urn:lost"}]}), Unsafe::FreeFloating),
        (json!({"_:p": "x"}), Unsafe::BlankNodePredicate),
    ] {
        assert_eq!(unsafe_at(&plain(&json!({"a": value}))).0, kind, "{value}");
    }
    assert_eq!(unsafe_at(&json!("lost")).0, Unsafe::FreeFloating);
}

#[test]
fn what_is_not_json_ld_is_refused_with_the_code_of_the_specification() {
    for (value, code) in [
        (json!({"@value": "x", "@id": "urn:x"}), "invalid value object"),
        (json!({"@value": ["x"]}), "invalid value object value"),
        (
            json!({"@value": 1, "@language": "fr"}),
            "invalid language-tagged value",
        ),
        (json!({"@id": 1}), "invalid @id value"),
        (json!({"@type": 1}), "invalid type value"),
        (json!({"@list": [], "b": 1}), "invalid set or list object"),
        (json!({"@context": 1}), "invalid local context"),
        (
            json!({"@context": {"a": "b:c", "b": "a:d"}}),
            "cyclic IRI mapping",
        ),
        (json!({"@context": {"@id": "urn:x"}}), "keyword redefinition"),
    ] {
        assert_eq!(invalid(&plain(&json!({"a": value}))), code, "{value}");
    }
}

#[test]
fn what_is_not_read_here_is_named() {
    for (value, feature) in [
        (json!({"@reverse": {}}), "@reverse"),
        (json!({"@included": []}), "@included"),
        (json!({"@nest": {}}), "@nest"),
        (json!({"@index": "x"}), "@index"),
        (json!({"@list": [["x"]]}), "list-of-lists"),
        (
            json!({"@type": "A", "type": "B", "@context": {"type": "@type"}}),
            "several-members-for-types",
        ),
        (json!({"@context": {"@base": "urn:x"}}), "@base"),
        (json!({"@context": {"@import": "urn:x"}}), "@import"),
        (json!({"@context": {"@propagate": true}}), "@propagate"),
        (
            json!({"@context": {"b": {"@id": "urn:x", "@container": "@language"}}}),
            "map-container",
        ),
        (
            json!({"@context": {"b": {"@id": "urn:x", "@context": V2}}}),
            "named-context-in-a-context",
        ),
        (json!(9_007_199_254_740_993_u64), "inexact-number"),
    ] {
        assert_eq!(unsupported(&plain(&json!({"a": value}))), feature, "{value}");
    }
}

#[test]
fn nodes_that_define_their_own_contexts_without_end_are_stopped() {
    let nodes: Vec<Value> = (0..20_000)
        .map(|_| json!({"@context": [OB, V2, {"x": "urn:x"}]}))
        .collect();
    assert_eq!(limit(&plain(&json!({"a": nodes}))), "context-steps");
}

#[test]
fn a_short_prefix_for_a_long_iri_does_not_fill_the_memory() {
    let long = format!("https://v.example/{}/", "x".repeat(1_000_000));
    let names: Vec<Value> = (0..1_000)
        .map(|number| json!({"@id": format!("p:{number}")}))
        .collect();
    let document = json!({"@context": {"p": long, "@vocab": "urn:v:"}, "a": names});
    assert_eq!(limit(&document), "iri-bytes");
}

#[test]
fn a_long_term_used_often_does_not_fill_the_memory() {
    let long = format!("https://v.example/{}/", "x".repeat(1_000_000));
    let values: Vec<Value> = (0..1_000).map(Value::from).collect();
    assert_eq!(
        limit(&json!({"@context": {"p": long}, "p": values})),
        "canonical-bytes"
    );
}

#[test]
fn terms_that_need_each_other_in_a_long_chain_are_stopped() {
    let terms = (0..100).map(|number| (format!("t{number:03}"), json!(format!("t{:03}:x", number + 1))));
    let mut context: serde_json::Map<String, Value> = terms.collect();
    context.insert("t100".to_owned(), json!("urn:end:"));
    assert_eq!(limit(&json!({"@context": context, "t000": 1})), "term-chain");
}

#[test]
fn depth_is_bounded() {
    let deep = (0..100).fold(json!("x"), |inner, _| json!({"a": inner}));
    assert_eq!(limit(&plain(&json!({"a": deep}))), "json-depth");
}

#[test]
fn the_number_of_statements_is_bounded() {
    let limits = Limits {
        max_quads: 3,
        ..Limits::default()
    };
    let document = plain(&json!({"a": [1, 2, 3, 4]}));
    let error = to_rdf(&document, RevisionChoice::NEWEST, &limits).unwrap_err();
    assert_eq!(error, CanonError::TooManyQuads { max: 3 });
}

#[test]
fn every_context_in_the_program_is_sound_with_the_contexts_of_its_terms() {
    let mut choice = RevisionChoice::NEWEST;
    for _ in 0..2 {
        let set = ContextSet::embedded(choice);
        for (url, _) in set.documents() {
            let mut compiler = Compiler {
                set: &set,
                budget: Budget::new(&Limits::default()),
                notes: ContextNotes::default(),
            };
            let initial = set.cache().initial();
            let context = compiler.document(&initial, &json!(url), String::new);
            try_terms(
                &mut compiler,
                &context.unwrap_or_else(|fault| panic!("{url}: {fault:?}")),
                DEPTH,
                url,
            );
        }
        choice = choice.older();
    }
}

fn try_terms(compiler: &mut Compiler<'_>, context: &Arc<Context>, depth: usize, url: &str) {
    for (term, definition) in &context.terms {
        let Some(scoped) = definition.context.as_ref().filter(|_| depth > 0) else {
            continue;
        };
        // Types are written with a capital letter in all of them; only a property may take protection away.
        let is_type = term.starts_with(|first: char| first.is_ascii_uppercase());
        // Types within types would be combined that no node combines.
        if is_type && depth < DEPTH {
            continue;
        }
        let scope = if is_type { Scope::Type } else { Scope::Property };
        let inner = compiler.scoped(context, context, scoped, scope);
        let inner = inner.unwrap_or_else(|fault| panic!("{url} {term}: {fault:?}"));
        if inner.terms != context.terms {
            try_terms(compiler, &inner, depth - 1, url);
        }
    }
}
