//! The intermediate values of a verification, as an issuer would compare them.

use openbadges::did::key_verification_method;
use openbadges::key::Signer as _;
use openbadges::limits::Limits;
use openbadges::suite::{Cryptosuite, HashInput};
use openbadges::verify::trace::{KeyOrigin, SignatureTrace, Signed, Trace, trace};
use openbadges::verify::{Evidence, Policy};
use serde_json::{Value, json};

use crate::support::{
    NOW, badge, badge_with, evidence, proof, proof_by, proof_options, signed_as, signer, with_proof,
};

fn traced(input: &str, evidence: &Evidence) -> Trace {
    trace(input.as_bytes(), evidence, NOW, &Policy::default())
}

/// The only signature of a badge for which nothing is fetched.
fn only(input: &str) -> SignatureTrace {
    let mut signatures = traced(input, &Evidence::new()).signatures;
    assert_eq!(signatures.len(), 1, "{signatures:#?}");
    signatures.remove(0)
}

fn input_of(signature: &SignatureTrace) -> &HashInput {
    match signature.signed.as_ref().unwrap() {
        Signed::DataIntegrity { input, .. } => input,
        other => unreachable!("a proof has no {other:?}"),
    }
}

#[test]
fn the_canonical_forms_are_those_that_were_signed() {
    for suite in [Cryptosuite::EddsaRdfc2022, Cryptosuite::EddsaJcs2022] {
        let mut options = proof_options();
        options["cryptosuite"] = json!(suite.name());
        let proof = proof_by(suite, &signer(), &badge(), &options);
        let found = only(&with_proof(&badge(), proof));
        let expected = suite.hash_input(
            &signer().public_key(),
            badge().as_object().unwrap(),
            &options,
            &Limits::default(),
        );
        assert_eq!(*input_of(&found), expected.unwrap(), "{suite:?}");
        assert_eq!(found.matches, Some(true));
        assert_eq!(
            (found.pointer.as_str(), found.suite.as_deref()),
            ("/proof", Some(suite.name()))
        );
    }
}

#[test]
fn what_was_changed_has_other_bytes_and_does_not_match() {
    let proof = proof(&badge(), &proof_options());
    let good = only(&with_proof(&badge(), proof.clone()));
    let changed = badge_with(|badge| badge["issuer"]["name"] = json!("Issuer Two"));
    let bad = only(&with_proof(&changed, proof));
    assert_eq!(bad.matches, Some(false));
    assert_eq!(input_of(&bad).options, input_of(&good).options);
    assert_ne!(input_of(&bad).document_hash(), input_of(&good).document_hash());
    assert!(input_of(&bad).document.contains("\"Issuer Two\""));
}

#[test]
fn the_content_of_a_context_by_which_the_signature_matches_is_told() {
    let found = only(&with_proof(&badge(), proof(&badge(), &proof_options())));
    let Ok(Signed::DataIntegrity { revisions, .. }) = found.signed else {
        unreachable!("no canonical form");
    };
    let urls: Vec<&str> = revisions.iter().map(|(url, _)| *url).collect();
    assert_eq!(
        urls,
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
    );
    assert!(revisions.iter().all(|(_, sha256)| sha256.len() == 64));
}

#[test]
fn a_key_is_told_with_its_name_and_where_it_was_found() {
    let by_key = only(&with_proof(&badge(), proof(&badge(), &proof_options())))
        .key
        .unwrap();
    assert_eq!(by_key.name, key_verification_method(&signer().public_key()));
    assert_eq!(
        (by_key.key, by_key.origin),
        (signer().public_key(), KeyOrigin::Name("did-key"))
    );

    let web = "did:web:badges.example";
    let url = "https://badges.example/.well-known/did.json";
    let badge = badge_with(|badge| badge["issuer"]["id"] = json!(web));
    let badge = signed_as(&badge, &format!("{web}#key-1"));
    let document = json!({
        "id": web,
        "assertionMethod": [{
            "id": format!("{web}#key-1"), "type": "Multikey", "controller": web,
            "publicKeyMultibase": signer().public_key().to_multibase(),
        }],
    });
    let found = traced(&badge, &evidence(&[(url, &document)]))
        .signatures
        .remove(0);
    assert_eq!(found.key.unwrap().origin, KeyOrigin::Document(url.to_owned()));
    assert_eq!(found.matches, Some(true));
}

#[test]
fn a_key_that_only_stands_in_the_fragment_is_told_as_such() {
    let multibase = signer().public_key().to_multibase();
    let badge = badge_with(|badge| badge["issuer"]["id"] = json!("did:web:badges.example"));
    let found = only(&signed_as(&badge, &format!("did:web:badges.example#{multibase}")));
    assert_eq!(found.key.unwrap().origin, KeyOrigin::Fragment);
    assert_eq!(found.matches, Some(true));
}

#[test]
fn without_a_key_the_reason_stands_in_its_place() {
    let badge = badge_with(|badge| badge["issuer"]["id"] = json!("did:web:badges.example"));
    let found = only(&signed_as(&badge, "did:web:badges.example#key-1"));
    assert_eq!(found.key.unwrap_err().code.as_str(), "document-not-fetched");
    assert_eq!(found.signed.unwrap_err().code.as_str(), "document-not-fetched");
    assert_eq!(found.matches, None);
}

#[test]
fn each_proof_of_a_set_is_told_in_the_order_of_the_credential() {
    let good = proof(&badge(), &proof_options());
    let mut unknown = good.clone();
    unknown["cryptosuite"] = json!("example-2030");
    let proofs = json!([unknown, good, "no proof"]);
    let signatures = traced(&with_proof(&badge(), proofs), &Evidence::new()).signatures;
    let told: Vec<(&str, Option<bool>)> = signatures
        .iter()
        .map(|signature| (signature.pointer.as_str(), signature.matches))
        .collect();
    assert_eq!(
        told,
        [("/proof/0", None), ("/proof/1", Some(true)), ("/proof/2", None)]
    );
    let unknown = signatures[0].signed.as_ref().unwrap_err();
    assert_eq!(unknown.code.as_str(), "unknown-cryptosuite");
    assert!(signatures[0].key.is_ok());
}

#[test]
fn where_no_signature_was_looked_at_there_is_nothing_to_tell() {
    let undefined = badge_with(|badge| badge["surprise"] = json!("undefined"));
    for input in [
        "no badge".to_owned(),
        badge().to_string(),
        with_proof(&undefined, Value::Null),
    ] {
        assert_eq!(traced(&input, &Evidence::new()), Trace::default(), "{input}");
    }
}
