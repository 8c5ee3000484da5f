//! Words whose meaning is wrong, unknown or more than can be read: what no signature covers is never shown.

use openbadges::canon::{ContextSet, RevisionChoice};
use openbadges::key::Signer as _;
use openbadges::limits::Limits;
use openbadges::suite::Cryptosuite;
use openbadges::verify::{CheckId, Evidence, Outcome, Policy, Report, Verdict, verify};
use serde_json::{Value, json};

use crate::support::{
    NOW, assert_check, assert_only_failure, badge, badge_with, in_each_container, notes, proof_by,
    proof_options, report, signed, signer, with_proof,
};

/// The badge after a change that nobody can sign, in each container.
fn changed(change: impl FnOnce(&mut Value)) -> [Vec<u8>; 3] {
    let mut badge: Value = serde_json::from_str(&signed(&badge())).unwrap();
    change(&mut badge);
    in_each_container(&badge.to_string())
}

#[track_caller]
fn assert_context(inputs: [Vec<u8>; 3], outcome: Outcome, code: &str, data: &[(&str, Value)]) {
    for input in inputs {
        let report = report(input);
        assert_check(&report, CheckId::Context, outcome, code);
        for (name, value) in data {
            assert_eq!(report.check(CheckId::Context).unwrap().data[*name], *value);
        }
        assert_check(&report, CheckId::Signature, Outcome::NotChecked, "not-reached");
        assert_eq!(report.credential, None);
        assert_ne!(report.verdict, Verdict::Verified);
    }
}

#[test]
fn an_identifier_that_is_no_address_fails() {
    let inputs = changed(|badge| badge["credentialSubject"]["id"] = json!("learner-one"));
    let data = [
        ("term", json!("learner-one")),
        ("pointer", json!("/credentialSubject/id")),
    ];
    assert_context(inputs, Outcome::Failed, "relative-iri", &data);
}

#[test]
fn a_language_that_is_none_fails() {
    let inputs = changed(|badge| {
        badge["credentialSubject"]["achievement"]["name"] =
            json!({"@value": "Laser", "@language": "not a tag"});
    });
    let data = [("kind", json!("invalid-language"))];
    assert_context(inputs, Outcome::Failed, "unsigned-value", &data);
}

#[test]
fn a_number_that_readers_round_differently_is_not_guessed() {
    const LARGE: i64 = 9_007_199_254_740_993;
    let inputs = changed(|badge| badge["credentialSubject"]["creditsEarned"] = json!(LARGE));
    let data = [("feature", json!("inexact-number"))];
    assert_context(inputs, Outcome::NotChecked, "unsupported-json-ld", &data);

    // Nor by the suites that sign the JSON itself, though no meaning is needed to sign it.
    let mut options = proof_options();
    options.insert("cryptosuite".to_owned(), json!("eddsa-jcs-2022"));
    let mut proof = proof_by(Cryptosuite::EddsaJcs2022, &signer(), &badge(), &options);
    proof["nonce"] = json!(LARGE);
    for input in in_each_container(&with_proof(&badge(), proof)) {
        let report = report(input);
        assert_check(
            &report,
            CheckId::Signature,
            Outcome::NotChecked,
            "unsupported-json-ld",
        );
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["feature"],
            "inexact-number"
        );
    }
}

#[test]
fn a_context_that_takes_a_word_from_another_fails() {
    let inputs = changed(|badge| {
        let theft = json!({"VerifiableCredential": "https://words.example/Other"});
        badge["@context"].as_array_mut().unwrap().push(theft);
    });
    let data = [("detail", json!("protected term redefinition"))];
    assert_context(inputs, Outcome::Failed, "invalid-json-ld", &data);
}

#[test]
fn a_feature_that_is_not_read_leaves_the_badge_unconfirmed() {
    let inputs = changed(|badge| badge["credentialSubject"]["@included"] = json!([]));
    let data = [("feature", json!("@included"))];
    assert_context(inputs, Outcome::NotChecked, "unsupported-json-ld", &data);
}

#[test]
fn work_is_bounded_and_the_bound_is_named() {
    let under = |limits: Limits| -> Report {
        let mut policy = Policy::default();
        policy.limits = limits;
        verify(signed(&badge()).as_bytes(), &Evidence::new(), NOW, &policy)
    };
    let mut limits = Limits::default();
    limits.max_quads = 5;
    let quads = under(limits);
    assert_check(
        &quads,
        CheckId::Context,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    assert_eq!(quads.check(CheckId::Context).unwrap().data["limit"], "quads");
    let mut limits = Limits::default();
    limits.max_proofs = 0;
    let proofs = under(limits);
    assert_check(
        &proofs,
        CheckId::Signature,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    assert_eq!(proofs.check(CheckId::Signature).unwrap().data["limit"], "proofs");
    assert_eq!(proofs.verdict, Verdict::Unconfirmed);
}

#[test]
fn a_context_under_another_of_its_addresses_is_a_remark() {
    let badge = signed(&badge_with(|badge| {
        badge["@context"][1] = json!("http://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
    }));
    for input in in_each_container(&badge) {
        let report = report(input);
        assert_check(&report, CheckId::Context, Outcome::Warning, "context-known");
        assert_eq!(notes(&report, CheckId::Context), ["context-alias"]);
        assert_eq!(report.verdict, Verdict::Verified);
    }
}

#[test]
fn a_badge_signed_under_an_older_content_of_its_context_is_a_remark() {
    let credential = badge_with(|badge| {
        badge["@context"] = json!([
            "https://www.w3.org/2018/credentials/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
            "https://w3id.org/security/data-integrity/v2",
        ]);
        let issued = badge["validFrom"].take();
        badge.as_object_mut().unwrap().remove("validFrom");
        badge["issuanceDate"] = issued;
    });
    let suite = Cryptosuite::EddsaRdfc2022;
    let key = signer().public_key();
    let value = |revision| {
        let contexts = ContextSet::embedded(revision);
        let members = credential.as_object().unwrap();
        let input = suite
            .hash_input_under(&contexts, &key, members, &proof_options(), &Limits::default())
            .unwrap();
        suite.sign(&input, &signer()).unwrap()
    };
    let older = RevisionChoice::NEWEST.older().older();
    assert_ne!(value(RevisionChoice::NEWEST), value(older));
    let mut proof = Value::Object(proof_options());
    proof["proofValue"] = json!(value(older));
    for input in in_each_container(&with_proof(&credential, proof)) {
        let report = report(input);
        assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
        assert_eq!(notes(&report, CheckId::Signature), ["older-context"]);
        let data = &report.check(CheckId::Signature).unwrap().notes[0].data;
        assert_eq!(
            data["url"],
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
        );
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    }
    // Changed words do not match under any content.
    let mut changed = Value::Object(proof_options());
    changed["proofValue"] = json!(value(older));
    let mut other = credential.clone();
    other["name"] = json!("Another badge");
    assert_only_failure(
        &report(with_proof(&other, changed)),
        CheckId::Signature,
        "changed-after-signing",
    );
}
