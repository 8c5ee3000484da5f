//! Badges that ask for more work than a verifier should do for a stranger: it stops, and says which limit it reached.

use openbadges::key::Signer as _;
use openbadges::verify::{CheckId, Outcome, Report, Verdict};
use serde_json::{Value, json};

use crate::support::{
    assert_check, assert_only_failure, badge, badge_with, evidence, proof, proof_options, report,
    report_with, signed, signer, with_proof,
};

/// As many achievements as this, each related to all others, and none with a name that anybody knows: whoever
/// would tell them apart has to try every order.
fn clique(size: usize) -> Value {
    let related = |one: usize| {
        let others = (0..size).filter(|other| *other != one);
        others
            .map(|other| json!({"id": format!("_:b{other}")}))
            .collect::<Value>()
    };
    (0..size)
        .map(|one| json!({"id": format!("_:b{one}"), "type": ["Achievement"], "related": related(one)}))
        .collect()
}

/// Asserts that check `id` was given up at `limit`, and that nothing is said to be wrong for it.
#[track_caller]
fn assert_stopped(report: &Report, id: CheckId, limit: &str) {
    assert_check(report, id, Outcome::NotChecked, "work-limit-reached");
    assert_eq!(report.check(id).unwrap().data["limit"], limit);
    assert_ne!(report.verdict, Verdict::Verified);
}

#[test]
fn a_poison_graph_in_a_badge_stops_the_signature_check() {
    let proof = proof(&badge(), &proof_options());
    for size in [8, 12, 40] {
        let poisoned = badge_with(|badge| {
            badge["credentialSubject"]["achievement"]["related"] = clique(size);
        });
        let report = report(with_proof(&poisoned, proof.clone()));
        assert_stopped(&report, CheckId::Signature, "canonicalization-steps");
    }
}

#[test]
fn a_poison_graph_in_a_proof_does_not_keep_another_proof_from_counting() {
    let badge = badge();
    let good = proof(&badge, &proof_options());
    let mut poisoned = good.clone();
    poisoned["https://a.example/p"] = clique(8);
    let report_on = |proofs: Value| report(with_proof(&badge, proofs));
    let alone = report_on(poisoned.clone());
    assert_stopped(&alone, CheckId::Signature, "canonicalization-steps");
    let beside_another = report_on(json!([poisoned, good]));
    assert_check(
        &beside_another,
        CheckId::Signature,
        Outcome::Warning,
        "signature-good",
    );
}

#[test]
fn a_proof_may_cost_its_share_of_what_the_badge_may_cost() {
    let mut large = proof(&badge(), &proof_options());
    large["https://a.example/p"] = (0..4_000).map(|number| format!("{number}")).collect();
    let report = report(with_proof(&badge(), large));
    assert_stopped(&report, CheckId::Context, "quads");
}

#[test]
fn proofs_beyond_the_number_that_is_checked_are_not_read() {
    let good = proof(&badge(), &proof_options());
    let mut proofs = vec![good; 16];
    proofs.push(json!({"neither": "read nor checked"}));
    let report = report(with_proof(&badge(), proofs.into()));
    assert_check(&report, CheckId::Context, Outcome::Passed, "context-known");
    assert_stopped(&report, CheckId::Signature, "proofs");
}

#[test]
fn contexts_that_take_turns_stop_at_a_limit() {
    let [v2, v3] = [&badge()["@context"][0], &badge()["@context"][1]].map(Value::clone);
    let contexts: Value = (0..2_000).map(|place| [&v2, &v3][place % 2].clone()).collect();
    let report = report(badge_with(|badge| badge["@context"] = contexts).to_string());
    assert_stopped(&report, CheckId::Context, "context-steps");
}

#[test]
fn a_badge_of_nothing_but_small_objects_is_too_large() {
    let many = format!(
        r#"{{"type":"VerifiableCredential","a":[{}0]}}"#,
        r#"{"":0},"#.repeat(60_000)
    );
    let report = report(many);
    assert_only_failure(&report, CheckId::Format, "too-large");
    assert_eq!(
        report.check(CheckId::Format).unwrap().data["limit"],
        "json-objects"
    );
}

#[test]
fn an_issuer_with_more_keys_than_anybody_has_is_not_read() {
    let issuer = "https://issuer.example/keys";
    let key = json!({
        "type": "Multikey",
        "controller": issuer,
        "publicKeyMultibase": signer().public_key().to_multibase(),
    });
    let credential = badge_with(|badge| badge["issuer"]["id"] = json!(issuer));
    let document = |count: usize| json!({"id": issuer, "assertionMethod": vec![key.clone(); count]});
    let report_on = |count| report_with(signed(&credential), &evidence(&[(issuer, &document(count))]));
    assert_check(
        &report_on(256),
        CheckId::IssuerBinding,
        Outcome::Passed,
        "key-bound",
    );
    assert_check(
        &report_on(257),
        CheckId::IssuerBinding,
        Outcome::NotChecked,
        "document-unreadable",
    );
}
