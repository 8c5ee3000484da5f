//! Comprehensive Learner Records: an envelope, and a report for each credential in it.

use openbadges::bake::bake;
use openbadges::did::key_did;
use openbadges::key::Signer;
use openbadges::verify::{
    CheckId, Encoding, Evidence, Outcome, Policy, Relation, Report, State, Verdict, verify,
};
use serde_json::{Value, json};

use crate::bake_png::{itxt, picture, with_chunks};
use crate::support::{
    NOW, as_object, as_token, assert_check, assert_only_failure, badge, badge_with, notes, other_signer,
    report, signed, signer,
};

const LEARNER: &str = "did:example:learner-one";

/// An unsigned record of [`signer`]'s with these credentials.
fn record_of(credentials: &[Value]) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:3f1f1c57-9a3e-4c55-9d0b-0d1a0f6f8a20",
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": {"id": key_did(&signer().public_key()), "type": ["Profile"], "name": "School One"},
        "validFrom": "2026-01-01T00:00:00Z",
        "name": "Record of the year",
        "credentialSubject": {
            "id": LEARNER,
            "type": ["ClrSubject"],
            "verifiableCredential": credentials,
            "achievement": [
                achievement("https://badges.example/achievements/1"),
                achievement("https://badges.example/achievements/2"),
            ],
            "association": [{
                "type": "Association", "associationType": "isParentOf",
                "sourceId": "https://badges.example/achievements/1",
                "targetId": "https://badges.example/achievements/2",
            }],
        },
    })
}

fn achievement(id: &str) -> Value {
    let mut achievement = badge()["credentialSubject"]["achievement"].clone();
    achievement["id"] = json!(id);
    achievement
}

/// A badge of somebody else's, as it stands in a record.
fn badge_of_another(change: impl FnOnce(&mut Value)) -> Value {
    badge_with(|badge| {
        badge["issuer"]["id"] = json!(key_did(&other_signer().public_key()));
        badge["credentialSubject"]["id"] = json!(LEARNER);
        change(badge);
    })
}

fn good_badge() -> Value {
    as_object(&badge_of_another(|_| {}), &other_signer())
}

fn good_token() -> Value {
    let id = "urn:uuid:8dd7c1b4-5c0c-4b42-8a25-4a3c3f5b7f11";
    as_token(
        &badge_of_another(|badge| badge["id"] = json!(id)),
        &other_signer(),
    )
}

fn verdicts(report: &Report) -> Vec<Verdict> {
    report.nested.iter().map(|nested| nested.report.verdict).collect()
}

/// Asserts that the record is genuine itself and does not read as verified, for what is in it.
#[track_caller]
fn assert_bad_inside(report: &Report) {
    assert_only_failure(report, CheckId::Structure, "nested-credential-bad");
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::NotVerified, State::Caution)
    );
}

#[test]
fn a_record_and_each_credential_in_it_are_verified() {
    let record = record_of(&[good_badge(), good_token()]);
    for input in [
        signed(&record),
        as_token(&record, &signer()).as_str().unwrap().to_owned(),
    ] {
        let report = report(input);
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::Verified, State::Genuine),
            "{report:#?}"
        );
        let data = &report.check(CheckId::Structure).unwrap().data;
        assert_eq!((&data["count"], &data["good"]), (&json!(2), &json!(2)));
        assert_eq!(verdicts(&report), [Verdict::Verified; 2]);
        for (nested, (pointer, encoding)) in report.nested.iter().zip([
            ("/credentialSubject/verifiableCredential/0", Encoding::Json),
            ("/credentialSubject/verifiableCredential/1", Encoding::Jwt),
        ]) {
            assert_eq!(nested.relation, Relation::Credential);
            assert_eq!(nested.pointer, pointer);
            assert_eq!(nested.endorsed, None);
            assert_eq!(nested.report.format.encoding, Some(encoding));
            let credential = nested.report.credential.as_ref().unwrap();
            assert_eq!(credential.name.as_deref(), Some("Laser cutting, level 1"));
        }
        let summary = report.credential.unwrap();
        assert_eq!(summary.name.as_deref(), Some("Record of the year"));
        assert_eq!(summary.recipient.id.as_deref(), Some(LEARNER));
        assert_eq!(report.format.version.as_deref(), Some("CLR 2.0"));
    }
}

#[test]
fn a_token_wrapped_in_an_address_is_read() {
    let wrapped = json!({
        "@context": "https://www.w3.org/ns/credentials/v2",
        "id": format!("data:application/vc+jwt,{}", good_token().as_str().unwrap()),
        "type": "EnvelopedVerifiableCredential",
    });
    let good = report(signed(&record_of(std::slice::from_ref(&wrapped))));
    assert_eq!(good.verdict, Verdict::Verified, "{good:#?}");
    assert_eq!(verdicts(&good), [Verdict::Verified]);
    let mut unread = wrapped;
    unread["id"] = json!("data:application/vc+sd-jwt,a.b.c");
    let report = report(signed(&record_of(&[unread])));
    let nested = &report.nested[0].report;
    assert_check(nested, CheckId::Format, Outcome::NotChecked, "not-supported");
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn a_forged_credential_keeps_the_record_from_reading_as_verified() {
    let mut changed = good_badge();
    changed["credentialSubject"]["achievement"]["name"] = json!("Laser cutting, level 9");
    let report = report(signed(&record_of(&[good_badge(), changed])));
    assert_bad_inside(&report);
    assert_eq!(verdicts(&report), [Verdict::Verified, Verdict::NotVerified]);
    assert_only_failure(
        &report.nested[1].report,
        CheckId::Signature,
        "changed-after-signing",
    );
    assert_check(&report, CheckId::Signature, Outcome::Passed, "signature-good");
    let data = &report.check(CheckId::Structure).unwrap().data;
    assert_eq!(
        (&data["count"], &data["good"], &data["bad"]),
        (&json!(2), &json!(1), &json!(1))
    );
}

#[test]
fn a_credential_that_nobody_signed_is_not_made_good_by_the_record_around_it() {
    let report = report(signed(&record_of(&[badge_of_another(|_| {})])));
    assert_bad_inside(&report);
    assert_only_failure(&report.nested[0].report, CheckId::Signature, "no-proof");
}

#[test]
fn an_expired_credential_counts_against_the_record() {
    let expired = badge_of_another(|badge| badge["validUntil"] = json!("2026-02-01T00:00:00Z"));
    for credential in [
        as_object(&expired, &other_signer()),
        as_token(&expired, &other_signer()),
    ] {
        let report = report(signed(&record_of(&[credential])));
        assert_bad_inside(&report);
        assert_only_failure(&report.nested[0].report, CheckId::Validity, "expired");
        assert_eq!(report.nested[0].report.state, State::Caution);
    }
}

#[test]
fn a_credential_that_cannot_be_confirmed_leaves_the_record_unconfirmed() {
    let far = badge_of_another(|badge| badge["issuer"]["id"] = json!("https://other.example/issuers/1"));
    let report = report(signed(&record_of(&[
        good_badge(),
        as_object(&far, &other_signer()),
    ])));
    assert_check(
        &report,
        CheckId::Structure,
        Outcome::NotChecked,
        "nested-credential-not-confirmed",
    );
    assert_eq!(report.check(CheckId::Structure).unwrap().data["unconfirmed"], 1);
    assert_eq!(
        (report.verdict, report.state),
        (Verdict::Unconfirmed, State::Unchecked)
    );
}

#[test]
fn a_credential_of_an_unknown_kind_is_not_confirmed() {
    let other = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": key_did(&other_signer().public_key()),
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": LEARNER},
    });
    let report = report(signed(&record_of(&[as_object(&other, &other_signer())])));
    let nested = &report.nested[0].report;
    assert_check(nested, CheckId::Structure, Outcome::NotChecked, "not-supported");
    assert_eq!(
        (nested.verdict, report.verdict),
        (Verdict::Unconfirmed, Verdict::Unconfirmed)
    );
}

#[test]
fn what_is_no_credential_is_bad_and_does_not_read_as_an_empty_file() {
    let report = report(signed(&record_of(&[
        json!({"id": "https://other.example/1", "type": ["Profile"]}),
    ])));
    assert_bad_inside(&report);
    let nested = &report.nested[0].report;
    assert_only_failure(nested, CheckId::Format, "unreadable-badge");
    assert_eq!(nested.state, State::Invalid);
}

#[test]
fn a_changed_record_fails_by_itself() {
    let mut record: Value = serde_json::from_str(&signed(&record_of(&[good_badge()]))).unwrap();
    record["name"] = json!("Record of another year");
    let report = report(record.to_string());
    assert_only_failure(&report, CheckId::Signature, "changed-after-signing");
    assert_eq!(report.state, State::Invalid);
    assert_eq!(verdicts(&report), [Verdict::Verified]);
}

#[test]
fn a_record_has_the_parts_of_one() {
    for (code, pointer, change) in [
        (
            "missing-member",
            "/credentialSubject/verifiableCredential",
            (|record| record["credentialSubject"]["verifiableCredential"] = json!([])) as fn(&mut Value),
        ),
        ("missing-member", "/validFrom", |record| {
            record.as_object_mut().unwrap().remove("validFrom").unwrap();
        }),
        ("missing-member", "/id", |record| {
            record.as_object_mut().unwrap().remove("id").unwrap();
        }),
        ("wrong-value", "/partial", |record| {
            record["partial"] = json!("half")
        }),
        (
            "missing-member",
            "/credentialSubject/association/0/targetId",
            |record| {
                let association = &mut record["credentialSubject"]["association"][0];
                association.as_object_mut().unwrap().remove("targetId").unwrap();
            },
        ),
        (
            "missing-member",
            "/credentialSubject/achievement/1/criteria",
            |record| {
                let achievement = &mut record["credentialSubject"]["achievement"][1];
                achievement.as_object_mut().unwrap().remove("criteria").unwrap();
            },
        ),
    ] {
        let mut record = record_of(&[good_badge()]);
        change(&mut record);
        let report = report(signed(&record));
        assert_only_failure(&report, CheckId::Structure, code);
        assert_eq!(report.check(CheckId::Structure).unwrap().data["pointer"], pointer);
        assert_eq!(report.state, State::Invalid);
    }
}

#[test]
fn endorsements_in_a_record_belong_to_what_carries_them() {
    let endorsement = json!({
        "@context": badge()["@context"],
        "id": "urn:uuid:0a2ab9b5-4f4f-4a0f-9a3e-3f6a0b0f3c11",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": key_did(&signer().public_key()), "type": ["Profile"]},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "https://badges.example/achievements/1", "type": ["EndorsementSubject"],
        },
    });
    let endorsed = badge_of_another(|badge| {
        badge["credentialSubject"]["achievement"]["endorsement"] =
            json!([as_object(&endorsement, &signer())]);
    });
    let report = report(signed(&record_of(&[as_object(&endorsed, &other_signer())])));
    assert_eq!(report.verdict, Verdict::Verified, "{report:#?}");
    assert_check(
        &report,
        CheckId::Endorsement,
        Outcome::NotChecked,
        "no-endorsement",
    );
    let nested = &report.nested[0].report;
    assert_check(nested, CheckId::Endorsement, Outcome::Passed, "endorsements-good");
    assert_eq!(nested.nested[0].relation, Relation::Endorsement);
}

#[test]
fn a_record_within_a_record_is_read_up_to_a_depth() {
    let within = |depth| {
        let mut record = good_badge();
        for _ in 0..depth {
            record = as_object(&record_of(&[record]), &signer());
        }
        report(record.to_string())
    };
    assert_eq!(within(4).verdict, Verdict::Verified);
    let too_deep = within(5);
    assert_eq!(too_deep.verdict, Verdict::Unconfirmed);
    let mut innermost = &too_deep;
    while let Some(nested) = innermost.nested.first() {
        innermost = &nested.report;
    }
    assert_check(
        innermost,
        CheckId::Structure,
        Outcome::NotChecked,
        "work-limit-reached",
    );
}

#[test]
fn more_credentials_than_are_verified_leave_the_record_unconfirmed() {
    let mut policy = Policy::default();
    policy.limits.max_nested = 1;
    let record = signed(&record_of(&[good_badge(), good_token()]));
    let report = verify(record.as_bytes(), &Evidence::new(), NOW, &policy);
    assert_eq!(report.nested.len(), 1);
    assert_check(
        &report,
        CheckId::Structure,
        Outcome::NotChecked,
        "work-limit-reached",
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn the_person_asked_for_must_hold_each_credential() {
    let mut policy = Policy::default();
    policy.recipient = Some(LEARNER.to_owned());
    let of_somebody_else =
        badge_of_another(|badge| badge["credentialSubject"]["id"] = json!("did:example:learner-two"));
    let with = |credential: Value| {
        let record = signed(&record_of(&[credential]));
        verify(record.as_bytes(), &Evidence::new(), NOW, &policy)
    };
    assert_eq!(with(good_badge()).verdict, Verdict::Verified);
    let report = with(as_object(&of_somebody_else, &other_signer()));
    assert_check(&report, CheckId::Recipient, Outcome::Passed, "recipient-matches");
    assert_bad_inside(&report);
    assert_check(
        &report.nested[0].report,
        CheckId::Recipient,
        Outcome::Failed,
        "recipient-differs",
    );
}

#[test]
fn a_record_in_a_picture_has_a_keyword_and_a_namespace_of_its_own() {
    let record = signed(&record_of(&[good_badge()]));
    let svg = |namespace: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg"><clr:credential xmlns:clr="{namespace}"><![CDATA[{record}]]></clr:credential></svg>"#
        )
        .into_bytes()
    };
    for (right, wrong) in [
        (
            with_chunks(&[itxt("clrcredential", record.as_bytes())]),
            with_chunks(&[itxt("openbadgecredential", record.as_bytes())]),
        ),
        (
            svg("https://purl.imsglobal.org/clr/v2p0"),
            svg("https://purl.imsglobal.org/ob/v3p0"),
        ),
    ] {
        let right = report(right);
        assert_check(&right, CheckId::Format, Outcome::Passed, "badge-found");
        assert_eq!(right.verdict, Verdict::Verified);
        assert_eq!(notes(&report(wrong), CheckId::Format), ["other-version-keyword"]);
    }
    let token = as_token(&record_of(&[good_badge()]), &signer());
    for picture in [picture(), b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()] {
        for record in [record.as_str(), token.as_str().unwrap()] {
            let baked = report(bake(&picture, record).unwrap());
            assert_check(&baked, CheckId::Format, Outcome::Passed, "badge-found");
            assert_eq!(baked.verdict, Verdict::Verified);
        }
    }
    let badge = with_chunks(&[itxt("clrcredential", signed(&badge()).as_bytes())]);
    assert_eq!(notes(&report(badge), CheckId::Format), ["other-version-keyword"]);
}
