//! The `endorsement` check, and the report that each endorsement has of its own.

use openbadges::did::key_did;
use openbadges::key::{Ed25519Signer, Signer};
use openbadges::verify::{
    CheckId, Encoding, Evidence, Nested, Outcome, Policy, Relation, Report, State, Verdict, verify,
};
use serde_json::{Value, json};

use crate::support::{
    NOW, as_object, as_token, assert_check, assert_only_failure, badge, badge_with, evidence, other_signer,
    report, report_with, signed, signed_as, signer,
};

pub(crate) const ACHIEVEMENT: &str = "https://badges.example/achievements/1";

/// What somebody who holds the key of [`other_signer`] says of `endorsed`, unsigned.
pub(crate) fn endorsement_of(endorsed: &str) -> Value {
    json!({
        "@context": badge()["@context"],
        "id": "urn:uuid:0a2ab9b5-4f4f-4a0f-9a3e-3f6a0b0f3c11",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {
            "id": key_did(&other_signer().public_key()), "type": ["Profile"], "name": "Guild of Laser Cutters",
        },
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": endorsed,
            "type": ["EndorsementSubject"],
            "endorsementComment": "Asks for all that a beginner needs.",
        },
    })
}

/// Signs a credential so that it can stand inside another.
type Secure = fn(&Value, &Ed25519Signer) -> Value;

/// The two ways to secure an endorsement, each with the member in which it stands.
const FORMS: [(&str, Secure); 2] = [("endorsement", as_object), ("endorsementJwt", as_token)];

/// The badge with one endorsement of its achievement.
fn endorsed_by(member: &str, endorsement: Value) -> Report {
    report(signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"][member] = json!([endorsement]);
    })))
}

#[track_caller]
fn only(report: &Report) -> &Nested {
    let [nested] = report.nested.as_slice() else {
        unreachable!("{:#?}", report.nested);
    };
    nested
}

/// Asserts that the endorsement failed for this reason alone, and that the badge around it did not.
#[track_caller]
fn assert_bad_endorsement(report: &Report, id: CheckId, code: &str) {
    assert_only_failure(&only(report).report, id, code);
    assert_eq!(only(report).report.verdict, Verdict::NotVerified);
    assert_only_failure(report, CheckId::Endorsement, "endorsement-bad");
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn a_badge_without_endorsements_needs_none() {
    let report = report(signed(&badge()));
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "no-endorsement",
    );
    assert_eq!(report.nested, []);
}

#[test]
fn an_endorsement_is_verified_at_each_place_in_each_form() {
    let did = key_did(&signer().public_key());
    for (member, secure) in FORMS {
        for (place, endorsed) in [
            ("", "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f10"),
            ("/credentialSubject/achievement", ACHIEVEMENT),
            ("/issuer", did.as_str()),
            (
                "/credentialSubject/achievement/creator",
                "https://badges.example/creators/1",
            ),
            ("/credentialSubject/source", "https://badges.example/awarders/1"),
        ] {
            let report = report(signed(&badge_with(|badge| {
                for (member, id) in [("creator", "creators/1"), ("source", "awarders/1")] {
                    let parent = if member == "creator" {
                        &mut badge["credentialSubject"]["achievement"]
                    } else {
                        &mut badge["credentialSubject"]
                    };
                    parent[member] =
                        json!({"id": format!("https://badges.example/{id}"), "type": ["Profile"]});
                }
                badge.pointer_mut(place).unwrap()[member] =
                    json!([secure(&endorsement_of(endorsed), &other_signer())]);
            })));
            assert_check(
                &report,
                CheckId::Endorsement,
                Outcome::Passed,
                "endorsements-good",
            );
            assert_eq!(report.check(CheckId::Endorsement).unwrap().data["count"], 1);
            assert_eq!(report.verdict, Verdict::Verified);
            let nested = only(&report);
            assert_eq!(nested.relation, Relation::Endorsement);
            assert_eq!(nested.pointer, format!("{place}/{member}/0"));
            assert_eq!(nested.endorsed.as_deref(), Some(endorsed));
            assert_eq!(nested.report.verdict, Verdict::Verified, "{nested:#?}");
            assert_check(
                &nested.report,
                CheckId::Format,
                Outcome::Passed,
                "credential-found",
            );
        }
    }
}

#[test]
fn what_an_endorsement_says_stands_in_its_own_report_alone() {
    for (member, secure) in FORMS {
        let report = endorsed_by(member, secure(&endorsement_of(ACHIEVEMENT), &other_signer()));
        let own = only(&report).report.credential.as_ref().unwrap();
        assert_eq!(
            own.description.as_deref(),
            Some("Asks for all that a beginner needs.")
        );
        assert_eq!(
            own.issuer.as_ref().unwrap().name.as_deref(),
            Some("Guild of Laser Cutters")
        );
        let of_badge = serde_json::to_string(&report.credential).unwrap();
        assert!(!of_badge.contains("beginner"), "{of_badge}");
    }
}

#[test]
fn the_encoding_of_an_endorsement_is_told() {
    for ((member, secure), encoding) in FORMS.into_iter().zip([Encoding::Json, Encoding::Jwt]) {
        let report = endorsed_by(member, secure(&endorsement_of(ACHIEVEMENT), &other_signer()));
        assert_eq!(only(&report).report.format.encoding, Some(encoding));
    }
}

#[test]
fn an_endorsement_in_a_badge_that_is_a_token_is_verified() {
    let badge = badge_with(|badge| {
        badge["credentialSubject"]["id"] = json!("did:example:learner-one");
        badge["endorsement"] = as_object(&endorsement_of(badge["id"].as_str().unwrap()), &other_signer());
    });
    let report = report(as_token(&badge, &signer()).as_str().unwrap());
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    let nested = only(&report);
    assert_eq!(
        (nested.pointer.as_str(), nested.report.verdict),
        ("/endorsement", Verdict::Verified)
    );
}

#[test]
fn a_forged_endorsement_is_never_read_as_good() {
    for (member, secure) in FORMS {
        // Signed by the badge's own issuer, in the name of somebody else.
        let report = endorsed_by(member, secure(&endorsement_of(ACHIEVEMENT), &signer()));
        assert_bad_endorsement(&report, CheckId::IssuerBinding, "key-not-listed");
    }
}

#[test]
fn an_endorsement_that_was_changed_fails_in_its_own_report() {
    let mut changed = as_object(&endorsement_of(ACHIEVEMENT), &other_signer());
    changed["credentialSubject"]["endorsementComment"] = json!("The best there is.");
    let report = endorsed_by("endorsement", changed);
    assert_bad_endorsement(&report, CheckId::Signature, "changed-after-signing");
    let token = as_token(&endorsement_of(ACHIEVEMENT), &other_signer());
    let other = as_token(&endorsement_of("https://badges.example/2"), &other_signer());
    let (content, _) = token.as_str().unwrap().rsplit_once('.').unwrap();
    let (_, signature) = other.as_str().unwrap().rsplit_once('.').unwrap();
    let report = endorsed_by("endorsementJwt", json!(format!("{content}.{signature}")));
    assert_bad_endorsement(&report, CheckId::Signature, "changed-after-signing");
}

#[test]
fn an_endorsement_without_a_signature_fails() {
    let report = endorsed_by("endorsement", endorsement_of(ACHIEVEMENT));
    assert_bad_endorsement(&report, CheckId::Signature, "no-proof");
}

#[test]
fn an_endorsement_of_something_else_is_none_of_this() {
    for (member, secure) in FORMS {
        let other = secure(
            &endorsement_of("https://badges.example/achievements/2"),
            &other_signer(),
        );
        let report = endorsed_by(member, other);
        assert_bad_endorsement(&report, CheckId::Structure, "endorsement-of-another");
        let data = &only(&report).report.check(CheckId::Structure).unwrap().data;
        assert_eq!(data["found"], "https://badges.example/achievements/2");
        assert_eq!(data["expected"], ACHIEVEMENT);
    }
}

#[test]
fn an_endorsement_of_what_has_no_identifier_is_not_confirmed() {
    for (member, secure) in FORMS {
        // The learner's own part of the badge has no identifier here; no rule asks for one.
        let report = report(signed(&badge_with(|badge| {
            badge["evidence"] = json!([{"type": ["Evidence"], "narrative": "A box that closes."}]);
            badge["evidence"][0][member] = json!([secure(&endorsement_of(ACHIEVEMENT), &other_signer())]);
        })));
        assert_check(
            &only(&report).report,
            CheckId::Structure,
            Outcome::NotChecked,
            "endorsed-not-named",
        );
        assert_check(
            &report,
            CheckId::Endorsement,
            Outcome::NotChecked,
            "endorsement-not-confirmed",
        );
    }
}

#[test]
fn an_endorsement_out_of_its_time_fails() {
    for (member, secure) in FORMS {
        let mut endorsement = endorsement_of(ACHIEVEMENT);
        endorsement["validUntil"] = json!("2026-02-01T00:00:00Z");
        let report = endorsed_by(member, secure(&endorsement, &other_signer()));
        assert_bad_endorsement(&report, CheckId::Validity, "expired");
        assert_eq!(only(&report).report.state, State::Caution);
    }
}

#[test]
fn an_endorsement_has_the_parts_of_one() {
    for (member, secure) in FORMS {
        for (code, pointer, change) in [
            (
                "missing-member",
                "/credentialSubject/id",
                (|endorsement| {
                    let subject = endorsement["credentialSubject"].as_object_mut().unwrap();
                    subject.remove("id").unwrap();
                }) as fn(&mut Value),
            ),
            (
                "wrong-value",
                "/credentialSubject/endorsementComment",
                |endorsement| {
                    endorsement["credentialSubject"]["endorsementComment"] = json!(5);
                },
            ),
            ("missing-type", "/issuer/type", |endorsement| {
                endorsement["issuer"]["type"] = json!(["Address"]);
                endorsement["issuer"].as_object_mut().unwrap().remove("name");
            }),
            ("missing-member", "/validFrom", |endorsement| {
                endorsement.as_object_mut().unwrap().remove("validFrom").unwrap();
            }),
        ] {
            let mut endorsement = endorsement_of(ACHIEVEMENT);
            change(&mut endorsement);
            let report = endorsed_by(member, secure(&endorsement, &other_signer()));
            assert_bad_endorsement(&report, CheckId::Structure, code);
            let check = only(&report).report.check(CheckId::Structure).unwrap();
            assert_eq!(check.data["pointer"], pointer);
        }
    }
}

#[test]
fn a_badge_is_no_endorsement() {
    let mut other = badge();
    other["credentialSubject"]["id"] = json!(ACHIEVEMENT);
    let report = endorsed_by("endorsementJwt", as_token(&other, &signer()));
    assert_check(
        &only(&report).report,
        CheckId::Structure,
        Outcome::Failed,
        "missing-type",
    );
    assert_check(&report, CheckId::Endorsement, Outcome::Failed, "endorsement-bad");
}

#[test]
fn an_endorsement_without_a_context_of_its_own_inherits_none() {
    let mut endorsement = as_object(&endorsement_of(ACHIEVEMENT), &other_signer());
    endorsement.as_object_mut().unwrap().remove("@context").unwrap();
    let report = endorsed_by("endorsement", endorsement);
    let nested = &only(&report).report;
    assert_check(nested, CheckId::Context, Outcome::NotChecked, "no-own-context");
    assert_check(nested, CheckId::Signature, Outcome::NotChecked, "not-reached");
    assert_eq!(nested.verdict, Verdict::Unconfirmed);
    assert_eq!(nested.credential, None);
    assert_eq!(report.verdict, Verdict::Verified);
}

#[test]
fn what_is_no_credential_is_no_endorsement() {
    for (member, value) in [
        ("endorsementJwt", json!("https://endorser.example/1")),
        ("endorsementJwt", json!("eyJh.e30")),
    ] {
        let report = endorsed_by(member, value);
        assert_bad_endorsement(&report, CheckId::Format, "unreadable-badge");
    }
}

#[test]
fn one_bad_endorsement_does_not_hide_the_good_one() {
    let good = as_object(&endorsement_of(ACHIEVEMENT), &other_signer());
    let mut bad = endorsement_of(ACHIEVEMENT);
    bad["id"] = json!("urn:uuid:0a2ab9b5-4f4f-4a0f-9a3e-3f6a0b0f3c12");
    let report = report(signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["endorsement"] = json!([good, bad]);
    })));
    let data = &report.check(CheckId::Endorsement).unwrap().data;
    assert_eq!(
        (&data["count"], &data["good"], &data["bad"]),
        (&json!(2), &json!(1), &json!(1))
    );
    let verdicts: Vec<Verdict> = report.nested.iter().map(|nested| nested.report.verdict).collect();
    assert_eq!(verdicts, [Verdict::Verified, Verdict::NotVerified]);
}

#[test]
fn an_endorser_may_be_endorsed_and_each_stands_in_the_report_of_the_other() {
    let endorser = key_did(&other_signer().public_key());
    for (member, secure) in FORMS {
        let third = Ed25519Signer::from_seed(&[9; 32]);
        let mut inner = endorsement_of(&endorser);
        inner["id"] = json!("urn:uuid:0a2ab9b5-4f4f-4a0f-9a3e-3f6a0b0f3c13");
        inner["issuer"] = json!({"id": key_did(&third.public_key()), "type": ["Profile"]});
        let with_inner = |inner: Value| {
            let mut outer = endorsement_of(ACHIEVEMENT);
            outer["issuer"][member] = json!([inner]);
            endorsed_by(member, secure(&outer, &other_signer()))
        };
        let report = with_inner(secure(&inner, &third));
        let nested = only(&only(&report).report);
        assert_eq!(nested.pointer, format!("/issuer/{member}/0"));
        assert_eq!(nested.report.verdict, Verdict::Verified, "{nested:#?}");
        // A bad one sinks neither the endorsement that carries it nor the badge.
        let report = with_inner(secure(&inner, &signer()));
        let outer = &only(&report).report;
        assert_eq!(only(outer).report.verdict, Verdict::NotVerified);
        assert_eq!(
            (outer.verdict, report.verdict),
            (Verdict::Verified, Verdict::Verified)
        );
    }
}

#[test]
fn endorsements_are_verified_up_to_a_number_and_a_depth() {
    let many: Vec<Value> = (1..=3)
        .map(|number| {
            let mut endorsement = endorsement_of(ACHIEVEMENT);
            endorsement["id"] = json!(format!("https://endorser.example/{number}"));
            as_object(&endorsement, &other_signer())
        })
        .collect();
    let badge = signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["endorsement"] = json!(many);
    }));
    for (max_nested, max_depth, verified) in [(3, 1, 3), (2, 1, 2), (3, 0, 0)] {
        let mut policy = Policy::default();
        policy.limits.max_nested = max_nested;
        policy.limits.max_nested_depth = max_depth;
        let report = verify(badge.as_bytes(), &Evidence::new(), NOW, &policy);
        assert_eq!(report.nested.len(), verified);
        let (outcome, code) = if verified == 3 {
            (Outcome::Passed, "endorsements-good")
        } else {
            (Outcome::NotChecked, "work-limit-reached")
        };
        assert_check(&report, CheckId::Endorsement, outcome, code);
        assert_eq!(report.verdict, Verdict::Verified);
    }
}

#[test]
fn an_endorsement_that_costs_too_much_keeps_the_next_from_being_tried() {
    // Nodes that nothing tells apart are what costs.
    let mut costly = endorsement_of(ACHIEVEMENT);
    costly["evidence"] = json!([{"type": ["Evidence"]}, {"type": ["Evidence"]}, {"type": ["Evidence"]}]);
    let costly = as_object(&costly, &other_signer());
    let mut good = endorsement_of(ACHIEVEMENT);
    good["id"] = json!("https://endorser.example/1");
    let badge = signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["endorsement"] =
            json!([costly, as_object(&good, &other_signer())]);
    }));
    let mut policy = Policy::default();
    policy.limits.max_canonicalization_steps = 1;
    let report = verify(badge.as_bytes(), &Evidence::new(), NOW, &policy);
    let nested = &only(&report).report;
    assert_check(
        nested,
        CheckId::Signature,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "work-limit-reached",
    );
}

#[test]
fn documents_for_endorsements_are_asked_for_after_the_badges_own() {
    let endorser = "did:web:endorser.example";
    let own = "did:web:badges.example";
    let mut endorsement = endorsement_of(ACHIEVEMENT);
    endorsement["issuer"]["id"] = json!(endorser);
    let endorsement: Value =
        serde_json::from_str(&signed_as(&endorsement, &format!("{endorser}#key-1"))).unwrap();
    let badge = badge_with(|badge| {
        badge["issuer"]["id"] = json!(own);
        badge["credentialSubject"]["achievement"]["endorsement"] = json!([endorsement]);
    });
    let badge = signed_as(&badge, &format!("{own}#key-1"));
    let documents = [own, endorser].map(|did| {
        json!({
            "id": did,
            "verificationMethod": [{
                "id": format!("{did}#key-1"), "type": "Multikey", "controller": did,
                "publicKeyMultibase": signer().public_key().to_multibase(),
            }],
            "assertionMethod": [format!("{did}#key-1")],
        })
    });
    let urls = [
        "https://badges.example/.well-known/did.json",
        "https://endorser.example/.well-known/did.json",
    ];
    let wanted =
        |report: &Report| -> Vec<String> { report.wanted.iter().map(|wanted| wanted.url.clone()).collect() };
    let first = report(&badge);
    assert_eq!(wanted(&first), [urls[0]]);
    assert_eq!(only(&first).report.wanted, []);
    let second = report_with(&badge, &evidence(&[(urls[0], &documents[0])]));
    assert_eq!(wanted(&second), [urls[1]]);
    assert_check(
        &second,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "endorsement-not-confirmed",
    );
    let both = evidence(&[(urls[0], &documents[0]), (urls[1], &documents[1])]);
    let third = report_with(&badge, &both);
    assert_eq!(third.wanted, []);
    assert_check(&third, CheckId::Endorsement, Outcome::Passed, "endorsements-good");
}

#[test]
fn nobody_is_asked_whether_an_endorsement_was_given_to_the_learner() {
    let mut policy = Policy::default();
    policy.recipient = Some("learner.one@example.org".to_owned());
    let badge = signed(&badge_with(|badge| {
        badge["credentialSubject"]["achievement"]["endorsement"] =
            as_object(&endorsement_of(ACHIEVEMENT), &other_signer());
    }));
    let report = verify(badge.as_bytes(), &Evidence::new(), NOW, &policy);
    assert_check(&report, CheckId::Recipient, Outcome::Passed, "recipient-matches");
    assert_check(
        &only(&report).report,
        CheckId::Recipient,
        Outcome::NotChecked,
        "recipient-not-asked",
    );
}

#[test]
fn an_endorsement_by_itself_is_verified_like_a_badge() {
    for (_, secure) in FORMS {
        let alone = secure(&endorsement_of(ACHIEVEMENT), &other_signer());
        let text = alone.as_str().map_or_else(|| alone.to_string(), str::to_owned);
        let report = report(text);
        assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
        let summary = report.credential.unwrap();
        assert_eq!(summary.recipient.id.as_deref(), Some(ACHIEVEMENT));
    }
    let mut incomplete = endorsement_of(ACHIEVEMENT);
    incomplete["credentialSubject"]
        .as_object_mut()
        .unwrap()
        .remove("id");
    let report = report(as_object(&incomplete, &other_signer()).to_string());
    assert_only_failure(&report, CheckId::Structure, "missing-member");
}
