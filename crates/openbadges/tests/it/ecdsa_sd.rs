//! Derived proofs of `ecdsa-sd-2023`: each fault alone, in a proof that is otherwise right.

mod derived;

use openbadges::did::{key_did, key_verification_method};
use openbadges::key::{P256Signer, P384Signer, Signer};
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::suite::Cryptosuite;
use openbadges::verify::trace::{Signed, trace};
use openbadges::verify::{CheckId, Evidence, Outcome, Policy, Report, Verdict, verify};
use serde_json::{Map, Value, json};
use time::macros::datetime;

use self::derived::{DERIVED, Derived, Issuing, encode, head, is_mandatory, label, scoped_signer};
use crate::support::{NOW, assert_check, assert_only_failure, badge_with, notes, proof_options, report};

fn signer() -> P256Signer {
    P256Signer::from_secret(&[7; 32]).unwrap()
}

/// The badge of [`signer`], after `change`.
fn badge(change: impl FnOnce(&mut Value)) -> Value {
    badge_with(|badge| {
        badge["issuer"]["id"] = json!(key_did(&signer().public_key()));
        change(badge);
    })
}

fn options_of(signer: &dyn Signer) -> Map<String, Value> {
    let mut options = proof_options();
    options["cryptosuite"] = json!("ecdsa-sd-2023");
    options["verificationMethod"] = json!(key_verification_method(&signer.public_key()));
    options
}

/// What the holder of `document` shows, rightly signed.
fn derived_from(document: &Value) -> Derived {
    let issuing = Issuing {
        base: &signer(),
        scoped: &scoped_signer(),
        label,
        is_mandatory,
    };
    Derived::new(document, &options_of(&signer()), &issuing)
}

fn derived() -> Derived {
    derived_from(&badge(|_| ()))
}

/// The report on a proof that was rightly made, after `change`.
fn report_on(change: impl FnOnce(&mut Derived)) -> Report {
    let mut derived = derived();
    change(&mut derived);
    report(derived.to_json())
}

#[track_caller]
fn assert_malformed(report: &Report, part: &str) {
    assert_only_failure(report, CheckId::Signature, "malformed-proof");
    let data = &report.check(CheckId::Signature).unwrap().data;
    assert_eq!(
        (&data["pointer"], &data["part"]),
        (&json!("/proof/proofValue"), &json!(part))
    );
}

#[test]
fn a_derived_proof_verifies_and_is_said_to_show_a_part() {
    let derived = derived();
    assert!(derived.labels.len() > 2 && derived.mandatory.len() == 2 && derived.signatures.len() > 10);
    let report = report(derived.to_json());
    assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
    assert_eq!(notes(&report, CheckId::Signature), ["selective-disclosure"]);
    assert_eq!(
        (report.verdict, report.format.proof.as_deref()),
        (Verdict::Verified, Some("ecdsa-sd-2023")),
        "{report:#?}"
    );
}

#[test]
fn a_proof_may_show_the_mandatory_statements_alone() {
    let issuing = Issuing {
        base: &signer(),
        scoped: &scoped_signer(),
        label,
        is_mandatory: |_| true,
    };
    let derived = Derived::new(&badge(|_| ()), &options_of(&signer()), &issuing);
    assert!(derived.signatures.is_empty());
    assert_eq!(report(derived.to_json()).verdict, Verdict::Verified);
}

#[test]
fn the_order_of_mandatory_indexes_and_labels_does_not_matter() {
    let report = report_on(|derived| {
        derived.mandatory.reverse();
        derived.labels.reverse();
    });
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_base_proof_is_refused_as_a_derived_one() {
    let report = report_on(|derived| derived.header = [0xd9, 0x5d, 0x00]);
    assert_only_failure(&report, CheckId::Signature, "base-proof");
    // With the parts that base proofs have.
    let derived = derived();
    let value = encode(&[0xd9, 0x5d, 0x00], &[&head(4, 5)[..], &[0; 64]].concat());
    assert_only_failure(
        &self::report(derived.to_json_with(&value)),
        CheckId::Signature,
        "base-proof",
    );
}

#[test]
fn a_changed_statement_is_noticed_wherever_it_stands() {
    let json = derived().to_json();
    for (from, to) in [
        ("Laser", "laser"),
        ("learner.one@", "learner.two@"),
        ("2026-01-01T00", "2025-01-01T00"),
        ("Issuer One", "Issuer Two"),
        // Of the proof itself.
        ("2026-01-01T10", "2026-01-01T11"),
    ] {
        let changed = json.replacen(from, to, 1);
        assert_ne!(changed, json);
        assert_only_failure(&report(changed), CheckId::Signature, "changed-after-signing");
    }
}

#[test]
fn a_mandatory_statement_that_was_left_out_is_noticed() {
    let whole = derived_from(&badge(|badge| badge["name"] = json!("Shown or not")));
    let issuing = Issuing {
        base: &signer(),
        scoped: &scoped_signer(),
        label,
        is_mandatory: |statement| is_mandatory(statement) || statement.contains("Shown or not"),
    };
    let with_name = Derived::new(&whole.document, &options_of(&signer()), &issuing);
    assert_eq!(report(with_name.to_json()).verdict, Verdict::Verified);
    // What remains is what the holder of a badge without a name would show.
    let mut without = derived();
    without.base_signature = with_name.base_signature;
    assert_only_failure(
        &report(without.to_json()),
        CheckId::Signature,
        "changed-after-signing",
    );
}

#[test]
fn a_statement_that_was_added_needs_a_signature_by_the_credentials_key() {
    let longer = derived_from(&badge(|badge| badge["name"] = json!("Added")));
    let place = longer
        .statements
        .iter()
        .filter(|statement| !is_mandatory(statement))
        .position(|statement| statement.contains("\"Added\""))
        .unwrap();
    assert_eq!(report(longer.to_json()).verdict, Verdict::Verified);

    let mut without = longer.clone();
    without.signatures.remove(place);
    let report_without = report(without.to_json());
    assert_only_failure(&report_without, CheckId::Signature, "statements-not-signed");

    let statement = longer
        .statements
        .iter()
        .find(|statement| statement.contains("\"Added\""));
    let mut by_another = longer.clone();
    by_another.signatures[place] = signer().sign(statement.unwrap().as_bytes()).unwrap();
    assert_only_failure(
        &report(by_another.to_json()),
        CheckId::Signature,
        "changed-after-signing",
    );
}

#[test]
fn a_statement_counts_as_mandatory_only_if_the_issuer_said_so() {
    let report = report_on(|derived| {
        let index = (0..).find(|index| !derived.mandatory.contains(index)).unwrap();
        derived.mandatory.push(index);
        derived.signatures.remove(0);
    });
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn signatures_that_are_too_few_or_too_many_are_counted() {
    let count = derived().signatures.len();
    let shorter = report_on(|derived| drop(derived.signatures.pop()));
    let longer = report_on(|derived| derived.signatures.push(derived.signatures[0].clone()));
    let none = report_on(|derived| derived.signatures.clear());
    for (report, found) in [(shorter, count - 1), (longer, count + 1), (none, 0)] {
        assert_only_failure(&report, CheckId::Signature, "statements-not-signed");
        let data = &report.check(CheckId::Signature).unwrap().data;
        assert_eq!(
            (&data["found"], &data["expected"]),
            (&json!(found), &json!(count))
        );
    }
}

#[test]
fn signatures_in_another_order_do_not_match() {
    let report = report_on(|derived| derived.signatures.swap(0, 1));
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn a_base_signature_by_another_key_does_not_match() {
    let issuing = Issuing {
        base: &P256Signer::from_secret(&[8; 32]).unwrap(),
        scoped: &scoped_signer(),
        label,
        is_mandatory,
    };
    let derived = Derived::new(&badge(|_| ()), &options_of(&signer()), &issuing);
    assert_only_failure(
        &report(derived.to_json()),
        CheckId::Signature,
        "changed-after-signing",
    );
}

#[test]
fn a_key_for_the_statements_that_the_issuer_did_not_sign_is_refused() {
    let issuing = Issuing {
        base: &signer(),
        scoped: &P256Signer::from_secret(&[8; 32]).unwrap(),
        label,
        is_mandatory,
    };
    let others = Derived::new(&badge(|_| ()), &options_of(&signer()), &issuing);
    let report = report_on(|derived| {
        derived.public_key = others.public_key;
        derived.signatures = others.signatures;
    });
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn labels_that_were_swapped_do_not_match() {
    let report = report_on(|derived| {
        let first = derived.labels[0].1.clone();
        derived.labels[0].1 = derived.labels[1].1.clone();
        derived.labels[1].1 = first;
    });
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn a_label_map_of_other_nodes_than_the_badge_has_is_refused() {
    let too_few = report_on(|derived| drop(derived.labels.pop()));
    let too_many = report_on(|derived| derived.labels.push((derived.labels.len() as u64, label(1000))));
    let renumbered = report_on(|derived| derived.labels[0].0 = 1000);
    for report in [too_few, too_many, renumbered] {
        assert_only_failure(&report, CheckId::Signature, "proof-labels-differ");
    }
}

/// Every signature holds, over statements in which two things have become one.
#[test]
fn two_nodes_under_one_label_are_refused() {
    let issuing = Issuing {
        base: &signer(),
        scoped: &scoped_signer(),
        label: |number| label(number.max(1)),
        is_mandatory,
    };
    let derived = Derived::new(&badge(|_| ()), &options_of(&signer()), &issuing);
    assert_malformed(&report(derived.to_json()), "label-map");
}

#[test]
fn one_node_under_two_labels_is_refused() {
    let report = report_on(|derived| derived.labels.push((0, label(1000))));
    assert_malformed(&report, "label-map");
}

#[test]
fn a_mandatory_index_past_the_last_statement_is_refused() {
    let count = derived().statements.len() as u64;
    for index in [count, u64::from(u32::MAX)] {
        let report = report_on(|derived| derived.mandatory.push(index));
        assert_only_failure(&report, CheckId::Signature, "proof-index-out-of-range");
        let data = &report.check(CheckId::Signature).unwrap().data;
        assert_eq!((&data["index"], &data["length"]), (&json!(index), &json!(count)));
    }
}

#[test]
fn a_mandatory_index_stands_once() {
    let report = report_on(|derived| derived.mandatory.push(derived.mandatory[0]));
    assert_malformed(&report, "mandatory-indexes");
}

#[test]
fn each_part_has_its_length() {
    type Change = fn(&mut Derived);
    let changes: [(Change, &str); 8] = [
        (|derived| _ = derived.base_signature.pop(), "base-signature"),
        (|derived| derived.base_signature.push(0), "base-signature"),
        (|derived| _ = derived.public_key.pop(), "public-key"),
        (|derived| derived.public_key.push(0), "public-key"),
        (|derived| _ = derived.signatures[3].pop(), "signatures"),
        (|derived| derived.signatures[3].push(0), "signatures"),
        (|derived| _ = derived.labels[1].1.pop(), "label-map"),
        (|derived| derived.labels[1].1.push(0), "label-map"),
    ];
    for (change, part) in changes {
        assert_malformed(&report_on(change), part);
    }
}

#[test]
fn the_key_for_the_statements_is_a_p_256_key() {
    let ed25519 = crate::support::signer().public_key().to_multibase();
    let p384 = P384Signer::from_secret(&[9; 48])
        .unwrap()
        .public_key()
        .to_multibase();
    for key in [ed25519, p384] {
        let report = report_on(|derived| {
            derived.public_key = bs58::decode(&key[1..]).into_vec().unwrap();
        });
        assert_malformed(&report, "public-key");
    }
    // No point of the curve.
    let report = report_on(|derived| derived.public_key[2] = 5);
    assert_malformed(&report, "public-key");
}

#[test]
fn the_issuers_key_is_a_p_256_key() {
    let p384 = P384Signer::from_secret(&[7; 48]).unwrap();
    let issuing = Issuing {
        base: &p384,
        scoped: &scoped_signer(),
        label,
        is_mandatory,
    };
    let document = badge(|badge| badge["issuer"]["id"] = json!(key_did(&p384.public_key())));
    let derived = Derived::new(&document, &options_of(&p384), &issuing);
    let report = report(derived.to_json());
    assert_only_failure(&report, CheckId::Signature, "wrong-key-type");
    assert_eq!(
        report.check(CheckId::Signature).unwrap().data["expected"],
        "P-256"
    );
}

#[test]
fn a_value_in_another_encoding_or_without_its_header_is_refused() {
    let derived = derived();
    let components = derived.components();
    let value = encode(&DERIVED, &components);
    assert_eq!(report(derived.to_json_with(&value)).verdict, Verdict::Verified);
    for (value, part) in [
        (String::new(), "encoding"),
        ("u".to_owned(), "header"),
        (value[1..].to_owned(), "encoding"),
        (format!("z{}", &value[1..]), "encoding"),
        (format!("{value}="), "encoding"),
        (format!("{value}*"), "encoding"),
        (encode(&[], &components), "header"),
        (encode(&[0xd9, 0x5d, 0x02], &components), "header"),
        (encode(&[0xd9, 0x5d], &[]), "header"),
    ] {
        assert_malformed(&report(derived.to_json_with(&value)), part);
    }
}

#[test]
fn a_value_that_ends_early_or_late_or_is_no_list_of_five_is_refused() {
    let derived = derived();
    let components = derived.components();
    for end in 0..components.len() {
        let value = encode(&DERIVED, &components[..end]);
        let report = report(derived.to_json_with(&value));
        assert_only_failure(&report, CheckId::Signature, "malformed-proof");
    }
    let replaced = |first: &[u8]| [first, &components[1..]].concat();
    for (bytes, part) in [
        ([&components[..], &[0]].concat(), "components"),
        (replaced(&head(4, 4)), "components"),
        ([&replaced(&head(4, 6))[..], &[0]].concat(), "components"),
        // Of a length that is not given in front.
        ([&replaced(&[0x9f])[..], &[0xff]].concat(), "components"),
        // With a tag.
        (replaced(&[0xc1, 0x85]), "components"),
    ] {
        assert_malformed(&report(derived.to_json_with(&encode(&DERIVED, &bytes))), part);
    }
}

#[test]
fn a_changed_byte_of_the_value_is_noticed_wherever_it_stands() {
    let derived = derived();
    let components = derived.components();
    // Not every one: each costs signatures.
    for place in (0..components.len()).step_by(17) {
        let mut changed = components.clone();
        changed[place] ^= 1;
        let report = report(derived.to_json_with(&encode(&DERIVED, &changed)));
        let check = report.check(CheckId::Signature).unwrap();
        assert_eq!(check.outcome, Outcome::Failed, "byte {place}: {check:?}");
    }
}

/// A count that is far beyond the bytes that follow must cost nothing.
#[test]
fn a_count_of_items_that_are_not_there_is_refused() {
    let derived = derived();
    let components = derived.components();
    let before_signatures = 1 + 2 + 64 + 2 + 35;
    for (major, part) in [(4, "signatures"), (5, "label-map"), (4, "mandatory-indexes")] {
        let mut bytes = components[..before_signatures].to_vec();
        match part {
            "signatures" => {}
            "label-map" => bytes.extend(head(4, 0)),
            _ => bytes.extend([head(4, 0), head(5, 0)].concat()),
        }
        bytes.extend(head(major, u64::MAX));
        assert_malformed(&report(derived.to_json_with(&encode(&DERIVED, &bytes))), part);
    }
}

#[test]
fn more_signatures_than_the_limit_are_not_checked() {
    let derived = derived();
    let mut policy = Policy::default();
    let check = |policy: &Policy| verify(derived.to_json().as_bytes(), &Evidence::new(), NOW, policy);
    policy.limits.max_statement_signatures = derived.signatures.len();
    assert_eq!(check(&policy).verdict, Verdict::Verified);
    policy.limits.max_statement_signatures -= 1;
    let report = check(&policy);
    assert_check(
        &report,
        CheckId::Signature,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    let data = &report.check(CheckId::Signature).unwrap().data;
    assert_eq!(data["limit"], "statement-signatures");
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn nothing_is_signed_with_this_suite() {
    let options = SignOptions::did_key(&signer(), datetime!(2026-01-01 10:00 UTC))
        .unwrap()
        .with_cryptosuite(Cryptosuite::EcdsaSd2023);
    let error = sign(&badge(|_| ()), &signer(), &options, &Limits::default()).unwrap_err();
    assert_eq!(error.code(), "unsupported-cryptosuite");
}

#[test]
fn the_trace_tells_the_statements_as_they_were_signed() {
    let derived = derived();
    let traced = trace(
        derived.to_json().as_bytes(),
        &Evidence::new(),
        NOW,
        &Policy::default(),
    );
    let Ok(Signed::DataIntegrity {
        disclosure: Some(disclosure),
        bytes,
        ..
    }) = &traced.signatures[0].signed
    else {
        unreachable!("{traced:#?}");
    };
    let statements: Vec<&str> = disclosure
        .statements
        .iter()
        .map(|statement| statement.n_quad.as_str())
        .collect();
    assert_eq!(statements, derived.statements);
    assert!(signer().public_key().verifies(bytes, &derived.base_signature));
    assert_eq!(traced.signatures[0].matches, Some(true));
}
