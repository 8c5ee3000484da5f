//! The documents that are compared.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::Case;

/// Folders of other people's credentials.
const FOLDERS: &[&str] = &[
    "1edtech-validator/ob30",
    "1edtech-validator/clr20",
    "dcc-verifier-core/status",
    "vc-data-model-2.0",
    "vc-data-model-2.0/names-and-descriptions",
];

/// Every JSON document in the folders that are there.
pub(crate) fn of_others() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for name in FOLDERS {
        let Some(folder) = blason_tests::vectors(name) else {
            continue;
        };
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                cases.push(Case {
                    trial: format!("samples in {name}"),
                    name: path.display().to_string(),
                    document: read(&path)?,
                });
            }
        }
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(cases)
}

fn read(path: &Path) -> Result<Value> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

/// Credentials to change at random.
pub(crate) fn bases() -> Vec<(&'static str, Value)> {
    vec![
        ("a minimal credential", minimal()),
        ("a typical credential", typical()),
        ("a full credential", full()),
        ("a credential of data model 1.1", version_1()),
    ]
}

fn minimal() -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        ],
        "id": "urn:uuid:5c9f0b8e-6c2e-4f7e-9a51-0d5c1f0e2a11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "did:web:issuer.example", "type": ["Profile"], "name": "Issuer One"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://issuer.example/achievements/1",
                "type": ["Achievement"],
                "name": "Knots",
                "description": "Ties five knots",
                "criteria": {"narrative": "Tie five knots in front of the class."}
            }
        }
    })
}

fn typical() -> Value {
    let mut credential = minimal();
    credential["name"] = json!("Knots");
    credential["awardedDate"] = json!("2026-01-01T00:00:00Z");
    credential["credentialStatus"] = json!({
        "id": "https://issuer.example/status/1#94567",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "94567",
        "statusListCredential": "https://issuer.example/status/1"
    });
    credential["credentialSubject"]["identifier"] = json!([{
        "type": "IdentityObject",
        "hashed": true,
        "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        "identityType": "emailAddress",
        "salt": "Kosher"
    }]);
    let achievement = &mut credential["credentialSubject"]["achievement"];
    achievement["image"] =
        json!({"id": "https://issuer.example/1.png", "type": "Image", "caption": "A knot"});
    achievement["tag"] = json!(["rope", "knot"]);
    achievement["creditsAvailable"] = json!(2.5);
    achievement["inLanguage"] = json!("en");
    achievement["alignment"] = json!([{
        "type": ["Alignment"],
        "targetCode": "K-5",
        "targetName": "Knots",
        "targetType": "ceasn:Competency",
        "targetUrl": "https://framework.example/k5"
    }]);
    credential["proof"] = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-01-01T00:00:00Z",
        "verificationMethod": "did:web:issuer.example#key-1",
        "proofPurpose": "assertionMethod",
        "proofValue": "z3MvGcVxzRzzpKF1HA11EjvfPZsN8NAb7kXBRfeTm3CBg2gcJLQM5hZNmj6Ccd9Lk4C1YueiFZvkSx4FuHVYVouQk"
    });
    credential
}

fn full() -> Value {
    let mut credential = typical();
    let subject = &mut credential["credentialSubject"];
    subject["creditsEarned"] = json!(3.0);
    subject["result"] = json!([
        {"type": ["Result"], "resultDescription": "urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7a", "value": "A"},
        {"type": ["Result"], "resultDescription": "urn:uuid:f23d6a05-5f0f-4f1b-9a0c-0d5c1f0e2a11",
         "status": "Completed", "achievedLevel": "urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7b"}
    ]);
    subject["achievement"]["resultDescription"] = json!([{
        "id": "urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7a",
        "type": ["ResultDescription"],
        "allowedValue": ["D", "C", "B", "A"],
        "name": "Grade",
        "requiredValue": "C",
        "resultType": "LetterGrade",
        "rubricCriterionLevel": [{
            "id": "urn:uuid:d05a0867-d0ad-4b03-bdb5-28fb5d2aab7b",
            "type": ["RubricCriterionLevel"],
            "level": "Mastered",
            "name": "Mastery",
            "points": "4"
        }]
    }]);
    subject["achievement"]["related"] = json!([{
        "id": "https://issuer.example/achievements/2", "type": ["Related"], "inLanguage": "fr", "version": "2"
    }]);
    subject["achievement"]["creator"] = json!({
        "id": "https://creator.example/", "type": ["Profile"], "name": "Creator One",
        "address": {"type": ["Address"], "addressCountryCode": "FR",
                    "geo": {"type": "GeoCoordinates", "latitude": 48.85, "longitude": 2.35}},
        "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "1", "identifierType": "sourcedId"}]
    });
    credential["evidence"] = json!([
        {"id": "https://evidence.example/1", "type": ["Evidence"], "name": "A film", "genre": "video"},
        {"type": ["Evidence"], "narrative": "Five knots, one after the other."}
    ]);
    credential["credentialSchema"] = json!([{
        "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        "type": "1EdTechJsonSchemaValidator2019"
    }]);
    credential["@context"] = json!([
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
    ]);
    let mut endorsement = minimal();
    endorsement["type"] = json!(["VerifiableCredential", "EndorsementCredential"]);
    endorsement["credentialSubject"] = json!({
        "id": "https://issuer.example/achievements/1", "type": ["EndorsementSubject"],
        "endorsementComment": "Good knots"
    });
    credential["endorsement"] = json!([endorsement]);
    credential
}

fn version_1() -> Value {
    let mut credential = minimal();
    credential["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        "https://w3id.org/security/suites/ed25519-2020/v1"
    ]);
    if let Some(members) = credential.as_object_mut() {
        members.remove("validFrom");
    }
    credential["issuanceDate"] = json!("2026-01-01T00:00:00Z");
    credential["proof"] = json!([{
        "type": "Ed25519Signature2020",
        "created": "2026-01-01T00:00:00Z",
        "verificationMethod": "https://issuer.example/keys#1",
        "proofPurpose": "assertionMethod",
        "proofValue": "z3MvGcVxzRzzpKF1HA11EjvfPZsN8NAb7kXBRfeTm3CBg2gcJLQM5hZNmj6Ccd9Lk4C1YueiFZvkSx4FuHVYVouQk"
    }]);
    credential
}
