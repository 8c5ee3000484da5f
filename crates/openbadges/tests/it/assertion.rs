//! Badges before 3.0, hosted and signed: one good site that publishes them, and ways to break just one thing.

mod context;
mod endorsement;
mod hosted;
mod recipient;
mod revocation;
mod scope;
mod signed;
mod structure;
mod upgrade;

use std::collections::BTreeMap;

use openbadges::verify::trace::{Trace, trace};
use openbadges::verify::{Document, Evidence, Policy, Report, verify};
use serde_json::{Value, json};

use crate::bake_png::{itxt, with_chunks};
use crate::support::{NOW, PublishedRsaKey, answered, token_by};

pub(crate) const ASSERTION: &str = "https://badges.example/assertions/1";
const BADGE_CLASS: &str = "https://badges.example/badges/1";
const ISSUER: &str = "https://badges.example/issuer";
const KEY: &str = "https://badges.example/keys/1";
const LIST: &str = "https://badges.example/revoked";

/// What is published, by address.
pub(crate) struct Site(BTreeMap<String, Document>);

impl Site {
    /// One hosted badge, with a key for signed ones.
    pub(crate) fn good() -> Self {
        let mut site = Self(BTreeMap::new());
        for document in [assertion(), badge_class(), issuer(), key()] {
            let url = document["id"].as_str().unwrap().to_owned();
            site.publish(&url, &document);
        }
        site
    }

    fn publish(&mut self, url: &str, document: &Value) {
        self.answer(url, answered(document.to_string()));
    }

    fn answer(&mut self, url: &str, document: Document) {
        self.0.insert(url.to_owned(), document);
    }

    /// The same site after a change to the JSON at `url`.
    pub(crate) fn with(mut self, url: &str, change: impl FnOnce(&mut Value)) -> Self {
        let Document::Answered { body, .. } = &self.0[url] else {
            unreachable!("nothing is published at {url}");
        };
        let mut document = serde_json::from_slice(body).unwrap();
        change(&mut document);
        self.publish(url, &document);
        self
    }

    /// The same site, where `url` answers with this status.
    pub(crate) fn with_status(mut self, url: &str, status: u16) -> Self {
        let document = Document::Answered {
            status,
            content_type: None,
            body: Vec::new(),
        };
        self.answer(url, document);
        self
    }

    pub(crate) fn without(mut self, url: &str) -> Self {
        let reason = "timeout".to_owned();
        self.answer(url, Document::Unreachable { reason });
        self
    }

    fn evidence(&self) -> Evidence {
        let mut evidence = Evidence::new();
        for (url, document) in &self.0 {
            evidence.insert(url.clone(), document.clone());
        }
        evidence
    }

    pub(crate) fn report(&self, input: impl AsRef<[u8]>) -> Report {
        self.report_under(input, &Policy::default())
    }

    fn trace(&self, input: &str) -> Trace {
        trace(input.as_bytes(), &self.evidence(), NOW, &Policy::default())
    }

    pub(crate) fn report_under(&self, input: impl AsRef<[u8]>, policy: &Policy) -> Report {
        verify(input.as_ref(), &self.evidence(), NOW, policy)
    }
}

/// A hosted assertion.
pub(crate) fn assertion() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "id": ASSERTION,
        "type": "Assertion",
        "recipient": {"type": "email", "hashed": false, "identity": "learner.one@example.org"},
        "badge": BADGE_CLASS,
        "verification": {"type": "hosted"},
        "issuedOn": "2026-01-01T00:00:00Z",
    })
}

pub(crate) fn assertion_with(change: impl FnOnce(&mut Value)) -> Value {
    let mut assertion = assertion();
    change(&mut assertion);
    assertion
}

fn badge_class() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "id": BADGE_CLASS,
        "type": "BadgeClass",
        "name": "Laser cutting, level 1",
        "description": "Cuts plywood safely.",
        "image": "https://badges.example/badges/1.png",
        "criteria": {"narrative": "Cut a box that closes."},
        "issuer": ISSUER,
    })
}

fn issuer() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "id": ISSUER,
        "type": "Profile",
        "name": "Issuer One",
        "url": "https://badges.example/",
        "email": "badges@badges.example",
        "publicKey": KEY,
    })
}

fn key() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "id": KEY,
        "type": "CryptographicKey",
        "owner": ISSUER,
        "publicKeyPem": PublishedRsaKey::PEM,
    })
}

/// An assertion that says that it is signed.
fn signed_assertion() -> Value {
    assertion_with(|assertion| {
        assertion["id"] = json!("urn:uuid:5e1f2b36-19a5-4f0c-8d7b-6f64d9f9a001");
        assertion["verification"] = json!({"type": "signed", "creator": KEY});
    })
}

/// The payload in a token that is rightly signed by [`PublishedRsaKey`].
fn token(payload: &Value) -> String {
    token_by(&PublishedRsaKey, &json!({"alg": "RS256"}), payload)
}

/// A picture with this badge in it, as badges before 3.0 are baked.
pub(crate) fn baked(payload: &str) -> Vec<u8> {
    with_chunks(&[itxt("openbadges", payload.as_bytes())])
}
