//! "Try it on me": a badge to look at, which is genuine nowhere.

use axum::http::StatusCode;
use openbadges::{
    bake,
    limits::Limits,
    verify::{CheckId, Document, Evidence, Outcome, Policy, Report, State, Verdict, verify},
};
use plugin_server::services::{
    issuing::{Choice, File, badge_and_organisation},
    test_badge,
};
use serde_json::Value;

use crate::support::{House, NOW};

const DID_DOCUMENT: &str = "/issuers/main/test/did.json";

async fn test_badge(house: &House) -> File {
    let badge = house.badge().await;
    let (badge, organisation) = badge_and_organisation(&house.app, &badge.id).await.unwrap();
    let choice = Choice {
        name: Some("Teacher One".to_owned()),
        email: None,
    };
    test_badge::make(&house.app, &badge, &organisation, &choice)
        .await
        .unwrap()
}

fn credential(file: &File) -> Value {
    let unbaked = bake::unbake(&file.bytes, &Limits::default()).unwrap();
    serde_json::from_str(&unbaked.payload).unwrap()
}

fn read(file: &File, did_document: Option<Vec<u8>>) -> Report {
    let mut evidence = Evidence::new();
    if let Some(body) = did_document {
        let answered = Document::Answered {
            status: 200,
            content_type: None,
            body,
        };
        evidence.insert(format!("http://127.0.0.1:8080{DID_DOCUMENT}"), answered);
    }
    let mut policy = Policy::default();
    policy.allow_loopback_http = true;
    verify(&file.bytes, &evidence, NOW, &policy)
}

#[tokio::test]
async fn a_test_badge_is_refused_as_a_test_with_and_without_the_network() {
    let house = House::with_demo().await;
    let file = test_badge(&house).await;
    let did_document = house.browser().get(DID_DOCUMENT).await.bytes;
    for evidence in [Some(did_document), None] {
        let report = read(&file, evidence);
        let binding = report.check(CheckId::IssuerBinding).unwrap();
        assert_eq!(
            (binding.outcome, binding.code.as_str()),
            (Outcome::Failed, "test-badge")
        );
        assert_eq!(
            (report.verdict, report.state),
            (Verdict::NotVerified, State::Invalid)
        );
        assert_eq!(report.obstacles().next().unwrap().code.as_str(), "test-badge");
    }
}

#[tokio::test]
async fn a_verifier_that_knows_nothing_of_tests_refuses_the_key_and_the_date() {
    let house = House::with_demo().await;
    let file = test_badge(&house).await;
    let document = house.browser().get(DID_DOCUMENT).await.json();
    let issuer = "did:web:127.0.0.1%3A8080:issuers:main:test";
    assert_eq!(
        (&document["id"], &document["verificationMethod"][0]["controller"]),
        (&issuer.into(), &issuer.into())
    );
    let members: Vec<&String> = document.as_object().unwrap().keys().collect();
    assert_eq!(
        members,
        ["@context", "id", "verificationMethod"],
        "the key has no purpose"
    );
    let credential = credential(&file);
    assert_eq!(credential["issuer"]["id"], issuer);
    assert_eq!(credential["validUntil"], "2026-11-21T12:00:00Z");
    let validity = read(&file, None).check(CheckId::Validity).unwrap().clone();
    assert_eq!(
        (validity.outcome, validity.code.as_str()),
        (Outcome::Failed, "expired")
    );
}

#[tokio::test]
async fn a_test_badge_says_test_wherever_a_name_stands() {
    let house = House::with_demo().await;
    let file = test_badge(&house).await;
    assert_eq!(file.name, "TEST Laser cutter level 1.png");
    let credential = credential(&file);
    let subject = &credential["credentialSubject"];
    for name in [
        &credential["name"],
        &credential["issuer"]["name"],
        &subject["achievement"]["name"],
    ] {
        assert!(name.as_str().unwrap().starts_with("TEST – "), "{name}");
    }
    assert_eq!(subject["identifier"][0]["identityHash"], "Teacher One");
    let badge = house.badge().await;
    let own = format!("http://127.0.0.1:8080/badges/{}", badge.id);
    assert_eq!(subject["achievement"]["id"], format!("{own}#test"));
    let picture = bake::unbaked_picture(&file.bytes).unwrap();
    assert_ne!(picture, badge.picture_png);
}

#[tokio::test]
async fn a_test_badge_leaves_nothing_but_a_key_of_its_own() {
    let house = House::with_demo().await;
    assert_eq!(
        house.browser().get(DID_DOCUMENT).await.status,
        StatusCode::NOT_FOUND
    );
    let first = credential(&test_badge(&house).await);
    let second = credential(&test_badge(&house).await);
    assert_ne!(first["id"], second["id"]);
    assert_eq!(
        first["proof"]["verificationMethod"],
        second["proof"]["verificationMethod"]
    );
    assert_eq!(house.rows("awards").await + house.rows("credentials").await, 0);
    assert_eq!(house.rows("test_keys").await, 1);
    let own = house.browser().get("/issuers/main/did.json").await.text();
    let test = house.browser().get(DID_DOCUMENT).await.json();
    let key = test["verificationMethod"][0]["publicKeyMultibase"]
        .as_str()
        .unwrap();
    assert!(
        !own.contains(key),
        "the organisation does not list the key for tests"
    );
}
