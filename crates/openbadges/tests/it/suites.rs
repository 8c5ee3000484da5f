//! Each proof format in both directions, and what each refuses.

use openbadges::canon::{HashAlgorithm, jcs};
use openbadges::did::{key_did, key_verification_method};
use openbadges::key::{Ed25519Signer, P256Signer, P384Signer, Signer};
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::suite::{Cryptosuite, HashInput};
use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::{Map, Value, json};
use time::macros::datetime;

use crate::support::{
    assert_check, assert_only_failure, badge_with, notes, proof_by, proof_options, report, with_proof,
};

const ED25519_2020: &str = "https://w3id.org/security/suites/ed25519-2020/v1";

fn ed25519() -> Ed25519Signer {
    Ed25519Signer::from_seed(&[7; 32])
}

fn p256() -> P256Signer {
    P256Signer::from_secret(&[7; 32]).unwrap()
}

fn p384() -> P384Signer {
    P384Signer::from_secret(&[7; 48]).unwrap()
}

/// Each suite with each kind of key that it uses.
fn pairs() -> Vec<(Cryptosuite, Box<dyn Signer>)> {
    vec![
        (Cryptosuite::EddsaRdfc2022, Box::new(ed25519())),
        (Cryptosuite::EddsaJcs2022, Box::new(ed25519())),
        (Cryptosuite::Ed25519Signature2020, Box::new(ed25519())),
        (Cryptosuite::EcdsaRdfc2019, Box::new(p256())),
        (Cryptosuite::EcdsaRdfc2019, Box::new(p384())),
        (Cryptosuite::EcdsaJcs2019, Box::new(p256())),
        (Cryptosuite::EcdsaJcs2019, Box::new(p384())),
    ]
}

/// An unsigned badge whose issuer is the `did:key` of `signer`, with the contexts that `suite` needs.
fn badge_for(suite: Cryptosuite, signer: &dyn Signer) -> Value {
    badge_with(|badge| {
        badge["issuer"]["id"] = json!(key_did(&signer.public_key()));
        if suite == Cryptosuite::Ed25519Signature2020 {
            badge["@context"]
                .as_array_mut()
                .unwrap()
                .push(json!(ED25519_2020));
        }
    })
}

fn options_for(suite: Cryptosuite, signer: &dyn Signer) -> Map<String, Value> {
    let mut options = proof_options();
    options["type"] = json!(suite.proof_type());
    options.remove("cryptosuite");
    if let Some(name) = suite.cryptosuite() {
        options.insert("cryptosuite".to_owned(), json!(name));
    }
    options["verificationMethod"] = json!(key_verification_method(&signer.public_key()));
    options
}

fn signed(suite: Cryptosuite, signer: &dyn Signer) -> Value {
    let options = SignOptions::did_key(signer, datetime!(2026-01-01 10:00 UTC)).unwrap();
    let options = options.with_cryptosuite(suite);
    let json = sign(&badge_for(suite, signer), signer, &options, &Limits::default()).unwrap();
    serde_json::from_str(&json).unwrap()
}

/// The badge with another signature in the place of its own.
fn with_signature(badge: &Value, change: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut badge = badge.clone();
    let value = badge["proof"]["proofValue"].as_str().unwrap();
    let mut bytes = bs58::decode(&value[1..]).into_vec().unwrap();
    change(&mut bytes);
    badge["proof"]["proofValue"] = json!(format!("z{}", bs58::encode(bytes).into_string()));
    badge.to_string()
}

#[test]
fn what_each_suite_signs_it_verifies() {
    for (suite, signer) in pairs() {
        let report = report(signed(suite, &*signer).to_string());
        assert_eq!(
            (report.verdict, report.format.proof.as_deref()),
            (Verdict::Verified, Some(suite.name())),
            "{report:#?}"
        );
        assert_eq!(notes(&report, CheckId::Signature), [""; 0]);
    }
}

#[test]
fn each_suite_notices_a_changed_text_and_a_changed_proof() {
    for (suite, signer) in pairs() {
        let json = signed(suite, &*signer).to_string();
        for (from, to) in [("Laser", "laser"), ("2026-01-01T10", "2026-01-01T11")] {
            let changed = json.replacen(from, to, 1);
            assert_ne!(changed, json);
            assert_only_failure(&report(changed), CheckId::Signature, "changed-after-signing");
        }
    }
}

#[test]
fn each_suite_notices_a_changed_signature() {
    for (suite, signer) in pairs() {
        let badge = signed(suite, &*signer);
        for place in [1, 40] {
            let changed = with_signature(&badge, |bytes| bytes[place] ^= 1);
            assert_only_failure(&report(changed), CheckId::Signature, "changed-after-signing");
        }
        let zero = with_signature(&badge, |bytes| bytes.fill(0));
        assert_only_failure(&report(zero), CheckId::Signature, "changed-after-signing");
    }
}

#[test]
fn a_signature_has_the_length_that_its_key_asks_for() {
    for (suite, signer) in pairs() {
        let badge = signed(suite, &*signer);
        for length in [0, 63, 65, 95, 97, 200] {
            let report = report(with_signature(&badge, |bytes| bytes.resize(length, 7)));
            assert_only_failure(&report, CheckId::Signature, "malformed-proof");
            assert_eq!(
                report.check(CheckId::Signature).unwrap().data["pointer"],
                "/proof/proofValue"
            );
        }
        let of_other_curve = if signer.public_key().kind() == "P-384" {
            64
        } else {
            96
        };
        let report = report(with_signature(&badge, |bytes| bytes.resize(of_other_curve, 7)));
        assert_only_failure(&report, CheckId::Signature, "malformed-proof");
    }
}

#[test]
fn both_halves_of_the_signatures_on_a_curve_are_accepted() {
    let other_half = with_signature(&signed(Cryptosuite::EcdsaRdfc2019, &p256()), |bytes| {
        let (r, s) = p256::ecdsa::Signature::from_slice(bytes).unwrap().split_scalars();
        *bytes = p256::ecdsa::Signature::from_scalars(r, -s)
            .unwrap()
            .to_bytes()
            .to_vec();
    });
    assert_eq!(report(other_half).verdict, Verdict::Verified);
}

#[test]
fn a_key_of_another_kind_than_the_suite_uses_is_refused() {
    let cases: [(Cryptosuite, Box<dyn Signer>, &str); 5] = [
        (Cryptosuite::EddsaRdfc2022, Box::new(p256()), "Ed25519"),
        (Cryptosuite::EddsaJcs2022, Box::new(p384()), "Ed25519"),
        (Cryptosuite::Ed25519Signature2020, Box::new(p256()), "Ed25519"),
        (Cryptosuite::EcdsaRdfc2019, Box::new(ed25519()), "P-256, P-384"),
        (Cryptosuite::EcdsaJcs2019, Box::new(ed25519()), "P-256, P-384"),
    ];
    for (suite, signer, expected) in cases {
        // Rightly signed by the key's own suite, so that only the kind of the key is at fault.
        let own = Cryptosuite::for_key(&signer.public_key()).unwrap();
        let badge = badge_for(suite, &*signer);
        let proof = proof_by(own, &*signer, &badge, &options_for(suite, &*signer));
        let report = report(with_proof(&badge, proof));
        assert_only_failure(&report, CheckId::Signature, "wrong-key-type");
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["expected"],
            expected
        );
    }
}

#[test]
fn a_suite_does_not_sign_with_a_key_of_another_kind() {
    let options = SignOptions::did_key(&p256(), datetime!(2026-01-01 10:00 UTC)).unwrap();
    assert_eq!(options.cryptosuite, Cryptosuite::EcdsaRdfc2019);
    let options = options.with_cryptosuite(Cryptosuite::EddsaRdfc2022);
    let badge = badge_for(Cryptosuite::EddsaRdfc2022, &p256());
    let error = sign(&badge, &p256(), &options, &Limits::default()).unwrap_err();
    assert_eq!(error.code(), "wrong-key-type");
}

#[test]
fn an_old_or_mistaken_name_is_read_with_a_remark() {
    for (alias, suite, signer) in [
        (
            "eddsa-2022",
            Cryptosuite::EddsaRdfc2022,
            &ed25519() as &dyn Signer,
        ),
        ("eddsa-rdf-2022", Cryptosuite::EddsaRdfc2022, &ed25519()),
        ("json-eddsa-2022", Cryptosuite::EddsaJcs2022, &ed25519()),
        ("jcs-eddsa-2022", Cryptosuite::EddsaJcs2022, &ed25519()),
        ("ecdsa-2019", Cryptosuite::EcdsaRdfc2019, &p256()),
        ("jcs-ecdsa-2019", Cryptosuite::EcdsaJcs2019, &p384()),
    ] {
        let badge = badge_for(suite, signer);
        let mut options = options_for(suite, signer);
        options["cryptosuite"] = json!(alias);
        let report = report(with_proof(&badge, proof_by(suite, signer, &badge, &options)));
        assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
        let remark = &report.check(CheckId::Signature).unwrap().notes[0];
        assert_eq!(
            (remark.code.as_str(), &remark.data["cryptosuite"]),
            ("cryptosuite-alias", &json!(alias))
        );
        assert_eq!(report.verdict, Verdict::Verified);
    }
}

#[test]
fn contexts_that_were_added_after_a_jcs_proof_was_made_are_left_out_of_what_it_signs() {
    for (suite, signer) in pairs() {
        let mut badge = signed(suite, &*signer);
        if badge["proof"].get("@context").is_none() {
            continue;
        }
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!(ED25519_2020));
        assert_eq!(report(badge.to_string()).verdict, Verdict::Verified);
    }
}

#[test]
fn a_jcs_proof_under_other_contexts_than_the_documents_fails() {
    for (suite, signer) in [
        (Cryptosuite::EddsaJcs2022, &ed25519() as &dyn Signer),
        (Cryptosuite::EcdsaJcs2019, &p256()),
    ] {
        let badge = badge_for(suite, signer);
        let contexts = badge["@context"].as_array().unwrap();
        let reversed: Vec<_> = contexts.iter().rev().cloned().collect();
        let longer: Vec<_> = contexts.iter().cloned().chain([json!(ED25519_2020)]).collect();
        for at_signing in [json!(reversed), json!(longer), json!(contexts[1])] {
            // As a signer would sign that does not compare: only the contexts are at fault.
            let mut proof = options_for(suite, signer);
            proof.insert("@context".to_owned(), at_signing);
            let input = HashInput {
                document: jcs(&badge).unwrap(),
                options: jcs(&Value::Object(proof.clone())).unwrap(),
                hash: HashAlgorithm::Sha256,
            };
            let value = suite.sign(&input, signer).unwrap();
            proof.insert("proofValue".to_owned(), json!(value));
            let report = report(with_proof(&badge, Value::Object(proof)));
            assert_only_failure(&report, CheckId::Signature, "proof-context-differs");
            assert_eq!(
                report.check(CheckId::Signature).unwrap().data["pointer"],
                "/proof/@context"
            );
        }
    }
}

#[test]
fn a_signature_of_2020_needs_the_context_that_defines_it() {
    let suite = Cryptosuite::Ed25519Signature2020;
    let mut badge = signed(suite, &ed25519());
    badge["@context"].as_array_mut().unwrap().pop();
    let report = report(badge.to_string());
    assert_check(&report, CheckId::Context, Outcome::Failed, "undefined-term");
    assert_eq!(report.verdict, Verdict::NotVerified);
}
