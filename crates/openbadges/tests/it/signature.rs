//! The `signature` check: each fault alone, in a proof that is otherwise right.

use openbadges::did::key_verification_method;
use openbadges::key::Signer as _;
use openbadges::verify::{CheckId, Outcome, Report, State, Verdict};
use serde_json::{Value, json};

use crate::support::{
    assert_check, assert_only_failure, badge, notes, other_signer, proof, proof_options, report, signed,
    with_proof,
};

/// The report on a badge whose proof was rightly signed after `change`.
fn report_on_options(change: impl FnOnce(&mut serde_json::Map<String, Value>)) -> Report {
    let mut options = proof_options();
    change(&mut options);
    report(with_proof(&badge(), proof(&badge(), &options)))
}

#[test]
fn a_changed_text_is_noticed() {
    let json = signed(&badge());
    for (from, to) in [
        ("Laser", "laser"),
        ("learner.one@", "learner.two@"),
        ("2026-01-01T00", "2025-01-01T00"),
    ] {
        let changed = json.replacen(from, to, 1);
        assert_ne!(changed, json);
        let report = report(changed);
        assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::Invalid)
        );
    }
}

#[test]
fn a_changed_proof_is_noticed() {
    let json = signed(&badge()).replacen("2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z", 1);
    assert_only_failure(&report(json), CheckId::Signature, "changed-after-signing");
}

#[test]
fn another_key_under_the_issuers_name_is_noticed() {
    let mut badge: Value = serde_json::from_str(&signed(&badge())).unwrap();
    badge["issuer"]["id"] = json!(openbadges::did::key_did(&other_signer().public_key()));
    badge["proof"]["verificationMethod"] = json!(key_verification_method(&other_signer().public_key()));
    assert_only_failure(
        &report(badge.to_string()),
        CheckId::Signature,
        "changed-after-signing",
    );
}

#[test]
fn a_badge_without_a_proof_fails() {
    assert_only_failure(&report(badge().to_string()), CheckId::Signature, "no-proof");
}

#[test]
fn a_proof_for_another_purpose_fails() {
    let report = report_on_options(|options| options["proofPurpose"] = json!("authentication"));
    assert_only_failure(&report, CheckId::Signature, "wrong-proof-purpose");
}

#[test]
fn the_dates_of_the_proof_count() {
    let expired = report_on_options(|options| {
        options.insert("expires".to_owned(), json!("2026-02-01T00:00:00Z"));
    });
    assert_only_failure(&expired, CheckId::Signature, "proof-expired");
    let in_time = report_on_options(|options| {
        options.insert("expires".to_owned(), json!("2027-02-01T00:00:00Z"));
    });
    assert_eq!(in_time.verdict, Verdict::Verified);
    let future = report_on_options(|options| options["created"] = json!("2026-06-01T12:06:00Z"));
    assert_only_failure(&future, CheckId::Signature, "proof-from-future");
    let within_skew = report_on_options(|options| options["created"] = json!("2026-06-01T12:04:00Z"));
    assert_eq!(within_skew.verdict, Verdict::Verified);
    let no_date = report_on_options(|options| {
        options.remove("created");
    });
    assert_eq!(no_date.verdict, Verdict::Verified);
}

#[test]
fn the_proofs_dates_have_five_minutes_and_no_more() {
    let with = |name: &str, date: &str| {
        report_on_options(|options| {
            options.insert(name.to_owned(), json!(date));
        })
    };
    assert_eq!(with("created", "2026-06-01T12:05:00Z").verdict, Verdict::Verified);
    let future = with("created", "2026-06-01T12:05:00.000000001Z");
    assert_only_failure(&future, CheckId::Signature, "proof-from-future");
    assert_eq!(with("expires", "2026-06-01T11:55:00Z").verdict, Verdict::Verified);
    let expired = with("expires", "2026-06-01T11:54:59.999999999Z");
    assert_only_failure(&expired, CheckId::Signature, "proof-expired");
}

#[test]
fn a_proofs_date_in_an_unusual_form_is_read_with_a_remark() {
    for (date, expected) in [
        ("2026-06-01T11:00:00", "proof-expired"),
        ("2026-06-01T11:00:00z", "proof-expired"),
    ] {
        let expired = report_on_options(|options| {
            options.insert("expires".to_owned(), json!(date));
        });
        assert_only_failure(&expired, CheckId::Signature, expected);
    }
    let report = report_on_options(|options| options["created"] = json!("2026-01-01T10:00:00"));
    assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
    assert_eq!(notes(&report, CheckId::Signature), ["unusual-date"]);
    let remark = &report.check(CheckId::Signature).unwrap().notes[0];
    assert_eq!(remark.data["pointer"], "/proof/created");
    let none = report_on_options(|options| options["created"] = json!("2026-01-01"));
    assert_only_failure(&none, CheckId::Signature, "malformed-proof");
}

#[test]
fn a_member_that_is_missing_or_damaged_is_named() {
    for (member, value) in [
        ("proofValue", Value::Null),
        ("proofValue", json!("z")),
        ("proofValue", json!("uAAAA")),
        ("verificationMethod", Value::Null),
        ("proofPurpose", Value::Null),
        ("type", Value::Null),
    ] {
        let mut proof = proof(&badge(), &proof_options());
        match value {
            Value::Null => drop(proof.as_object_mut().unwrap().remove(member)),
            value => proof[member] = value,
        }
        let report = report(with_proof(&badge(), proof));
        assert_check(&report, CheckId::Signature, Outcome::Failed, "malformed-proof");
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["pointer"],
            format!("/proof/{member}")
        );
    }
}

#[test]
fn a_suite_that_is_not_read_leaves_the_badge_unconfirmed() {
    for (name, code) in [
        ("bbs-2023", "unsupported-cryptosuite"),
        ("future-2030", "unknown-cryptosuite"),
    ] {
        let report = report_on_options(|options| options["cryptosuite"] = json!(name));
        assert_check(&report, CheckId::Signature, Outcome::NotChecked, code);
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["cryptosuite"],
            name
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Unconfirmed, State::Unchecked)
        );
    }
}

#[test]
fn a_proof_for_one_receiver_is_remarked_upon() {
    let report = report_on_options(|options| {
        options.insert("domain".to_owned(), json!("https://employer.example"));
    });
    assert_eq!(notes(&report, CheckId::Signature), ["proof-for-domain"]);
}

#[test]
fn one_good_proof_is_enough_and_the_others_are_remarks() {
    let good = proof(&badge(), &proof_options());
    let mut bad = good.clone();
    bad["created"] = json!("2026-01-03T00:00:00Z");
    let mut unknown = good.clone();
    unknown["cryptosuite"] = json!("future-2030");
    let report = report(with_proof(&badge(), json!([unknown, bad, good])));
    assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
    assert_eq!(
        notes(&report, CheckId::Signature),
        ["other-proof-bad", "other-proof-not-checked"]
    );
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Verified, State::Genuine)
    );
    assert_eq!(report.format.proof.as_deref(), Some("eddsa-rdfc-2022"));
}

#[test]
fn a_key_that_cannot_be_read_or_found_leaves_the_signature_unchecked() {
    let mut no_key = proof(&badge(), &proof_options());
    for (name, code) in [
        ("did:key:z6Mk", "malformed-key"),
        (
            "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
            "wrong-key-type",
        ),
        ("did:example:1#key-1", "unsupported-key-reference"),
        ("https://badges.example/keys#1", "document-not-fetched"),
    ] {
        no_key["verificationMethod"] = json!(name);
        let report = report(with_proof(&badge(), no_key.clone()));
        assert_check(&report, CheckId::Signature, Outcome::NotChecked, code);
        assert_ne!(report.state, State::Genuine);
    }
}

#[test]
fn more_proofs_than_the_limit_are_not_checked() {
    let good = proof(&badge(), &proof_options());
    let at_limit = report(with_proof(&badge(), json!(vec![good.clone(); 16])));
    assert_eq!(at_limit.verdict, Verdict::Verified);
    let report = report(with_proof(&badge(), json!(vec![good; 17])));
    assert_check(
        &report,
        CheckId::Signature,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    assert_eq!(report.check(CheckId::Signature).unwrap().data["limit"], "proofs");
}
