//! Proofs that build on others: `previousProof`, one or a list.

use openbadges::suite::Cryptosuite;
use openbadges::verify::{CheckId, Outcome, Report, Verdict};
use serde_json::{Value, json};

use crate::support::{
    assert_check, assert_only_failure, badge, notes, proof_by, proof_options, report, signer, with_proof,
};

const FIRST: &str = "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544";
const SECOND: &str = "urn:uuid:8cc9022b-6b14-4cf3-8571-74972c5feb54";

/// A proof with this identifier that builds on `previous`, rightly signed.
fn link(id: &str, previous_proof: Value, previous: &[&Value]) -> Value {
    link_by(Cryptosuite::EddsaRdfc2022, id, previous_proof, previous)
}

fn link_by(suite: Cryptosuite, id: &str, previous_proof: Value, previous: &[&Value]) -> Value {
    let mut options = proof_options();
    options["cryptosuite"] = json!(suite.name());
    options.insert("id".to_owned(), json!(id));
    if !previous_proof.is_null() {
        options.insert("previousProof".to_owned(), previous_proof);
    }
    let mut document = badge();
    if !previous.is_empty() {
        document["proof"] = json!(previous);
    }
    proof_by(suite, &signer(), &document, &options)
}

fn report_on(proofs: &[&Value]) -> Report {
    report(with_proof(&badge(), json!(proofs)))
}

/// Asserts that each of the proofs holds: a bad one beside a good one would be remarked upon.
#[track_caller]
fn assert_all_good(report: &Report) {
    assert_check(report, CheckId::Signature, Outcome::Passed, "signature-good");
    assert_eq!(notes(report, CheckId::Signature), [""; 0]);
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_proof_signs_those_that_it_builds_on() {
    for suite in [Cryptosuite::EddsaRdfc2022, Cryptosuite::EddsaJcs2022] {
        let first = link_by(suite, FIRST, Value::Null, &[]);
        let second = link_by(suite, SECOND, json!(FIRST), &[&first]);
        let third = link_by(
            suite,
            "urn:uuid:d94f792a-c546-4d06-b38a-da070ab56c23",
            json!([FIRST, SECOND]),
            &[&first, &second],
        );
        assert_all_good(&report_on(&[&first, &second]));
        assert_all_good(&report_on(&[&third, &second, &first]));
    }
}

#[test]
fn a_proof_without_the_one_that_it_builds_on_fails() {
    let first = link(FIRST, Value::Null, &[]);
    let second = link(SECOND, json!(FIRST), &[&first]);
    let alone = report_on(&[&second]);
    assert_only_failure(&alone, CheckId::Signature, "previous-proof-missing");
    assert_eq!(
        alone.check(CheckId::Signature).unwrap().data["previous_proof"],
        FIRST
    );
    let of_two = link(SECOND, json!([FIRST, "urn:uuid:absent"]), &[&first]);
    assert_only_failure(
        &report_on(&[&of_two]),
        CheckId::Signature,
        "previous-proof-missing",
    );
    let beside_a_good_one = report_on(&[&link("urn:uuid:other", Value::Null, &[]), &second]);
    assert_eq!(notes(&beside_a_good_one, CheckId::Signature), ["other-proof-bad"]);
}

#[test]
fn a_proof_that_was_exchanged_under_another_is_noticed() {
    let first = link(FIRST, Value::Null, &[]);
    let second = link(SECOND, json!(FIRST), &[&first]);
    let mut options = proof_options();
    options.insert("id".to_owned(), json!(FIRST));
    options["created"] = json!("2026-01-02T10:00:00Z");
    let exchanged = proof_by(Cryptosuite::EddsaRdfc2022, &signer(), &badge(), &options);
    let report = report_on(&[&exchanged, &second]);
    assert_eq!(notes(&report, CheckId::Signature), ["other-proof-bad"]);
}

#[test]
fn a_proof_that_builds_on_a_bad_one_fails_however_far_back() {
    let mut bad = link(FIRST, Value::Null, &[]);
    bad["created"] = json!("2026-01-03T00:00:00Z");
    let second = link(SECOND, json!(FIRST), &[&bad]);
    let third = link("urn:uuid:third", json!([SECOND]), &[&second]);
    for proofs in [&[&second, &bad][..], &[&third, &second, &bad]] {
        let report = report_on(proofs);
        assert_only_failure(&report, CheckId::Signature, "previous-proof-bad");
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["previous_proof"],
            FIRST
        );
    }
}

#[test]
fn a_proof_that_builds_on_an_unknown_one_is_not_checked() {
    let mut unknown = link(FIRST, Value::Null, &[]);
    unknown["cryptosuite"] = json!("future-2030");
    let second = link(SECOND, json!(FIRST), &[&unknown]);
    let report = report_on(&[&second, &unknown]);
    assert_check(
        &report,
        CheckId::Signature,
        Outcome::NotChecked,
        "previous-proof-not-checked",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn proofs_that_build_on_each_other_fail() {
    let first = link(FIRST, json!(SECOND), &[]);
    let second = link(SECOND, json!(FIRST), &[&first]);
    let report = report_on(&[&first, &second]);
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
    let own = link(FIRST, json!(FIRST), &[]);
    assert_only_failure(&report_on(&[&own]), CheckId::Signature, "changed-after-signing");
}

#[test]
fn a_chain_of_anything_but_different_identifiers_is_refused() {
    for value in [
        json!([["urn:uuid:1"]]),
        json!({"id": FIRST}),
        json!([FIRST, FIRST]),
    ] {
        let mut proof = link(FIRST, Value::Null, &[]);
        proof["previousProof"] = value;
        let report = report(with_proof(&badge(), proof));
        assert_check(&report, CheckId::Signature, Outcome::Failed, "malformed-proof");
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["pointer"],
            "/proof/previousProof"
        );
    }
}
