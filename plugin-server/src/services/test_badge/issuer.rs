//! The test issuer of an organisation: an identity of its own, whose key signs test badges and nothing else.

use openbadges::key::{Ed25519Signer, Signer};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::marked;
use crate::{
    config::Config,
    db::{
        organisations::Organisation,
        test_keys::{self, TestKey},
    },
    entropy::bytes,
    error::AppError,
    services::issuer,
    state::App,
};

const FRAGMENT: &str = "test";

/// The identifier, below that of the organisation: `did:web:badges.example.org:issuers:main:test`.
pub(super) fn did(config: &Config, organisation: &Organisation) -> String {
    format!("{}:test", issuer::did(config, organisation))
}

/// The address of the DID document.
pub(super) fn did_document_url(config: &Config, organisation: &Organisation) -> String {
    config.url(&format!("/issuers/{}/test/did.json", organisation.slug))
}

/// The DID document, which lists the key and gives it no purpose.
///
/// So anybody may see whose key it is, and nobody may believe what it signed
/// ([proof purposes](https://www.w3.org/TR/vc-data-integrity/#proof-purposes)).
///
/// # Errors
/// The code `not-found` while no test badge was made; when the database cannot be read.
pub async fn did_document(app: &App, organisation: &Organisation) -> Result<Value, AppError> {
    let key = test_keys::find(&app.db, &organisation.id)
        .await?
        .ok_or(AppError::not_found())?;
    let did = did(&app.config, organisation);
    Ok(json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": [{
            "id": format!("{did}#{FRAGMENT}"),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": key.public_multibase,
        }],
    }))
}

/// The issuer as a [Profile](https://www.imsglobal.org/spec/ob/v3p0/#profile), without a context.
pub(super) fn profile(config: &Config, organisation: &Organisation) -> Value {
    let url = config.url(&format!("/issuers/{}", organisation.slug));
    json!({"id": did(config, organisation), "type": ["Profile"], "name": marked(&organisation.name), "url": url})
}

/// The key, made when it is first needed, and the identifier of its verification method.
pub(super) async fn signer(
    app: &App,
    organisation: &Organisation,
) -> Result<(Ed25519Signer, String), AppError> {
    let purpose = format!("test-key:{}", organisation.id);
    let key = match test_keys::find(&app.db, &organisation.id).await? {
        Some(key) => key,
        None => make_key(app, organisation, &purpose).await?,
    };
    let seed = app.vault.open(&purpose, &key.sealed_secret)?;
    let seed: &[u8; 32] = seed
        .as_slice()
        .try_into()
        .map_err(|_wrong_length| AppError::failed(NoKey))?;
    let method = format!("{}#{FRAGMENT}", did(&app.config, organisation));
    Ok((Ed25519Signer::from_seed(seed), method))
}

async fn make_key(app: &App, organisation: &Organisation, purpose: &str) -> Result<TestKey, AppError> {
    let entropy = app.entropy.as_ref();
    let seed = Zeroizing::new(bytes::<32>(entropy)?);
    let key = TestKey {
        organisation_id: organisation.id.clone(),
        public_multibase: Ed25519Signer::from_seed(&seed).public_key().to_multibase(),
        sealed_secret: app.vault.seal(entropy, purpose, seed.as_slice())?,
        created_at: app.timestamp(),
    };
    Ok(test_keys::insert_or_find(&app.db, &key).await?)
}

/// The test key cannot be used.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the key for test badges cannot be used")]
struct NoKey;
