//! The organisation towards the world: its identifier, its DID document, its profile, and its signer.

use openbadges::key::Ed25519Signer;
use serde_json::{Value, json};

use crate::{
    config::Config,
    db::{
        organisation_keys::{self, OrganisationKey},
        organisations::Organisation,
    },
    error::AppError,
    services::first_start::organisation_key_purpose,
    state::App,
};

/// The `did:web` identifier of the organisation, such as `did:web:badges.example.org:issuers:main`
/// ([did:web](https://w3c-ccg.github.io/did-method-web/)).
#[must_use]
pub fn did(config: &Config, organisation: &Organisation) -> String {
    let host = config
        .base_url
        .host_str()
        .unwrap_or_default()
        .replace(':', "%3A")
        .replace('[', "%5B")
        .replace(']', "%5D");
    let port = config
        .base_url
        .port()
        .map(|port| format!("%3A{port}"))
        .unwrap_or_default();
    format!("did:web:{host}{port}:issuers:{}", organisation.slug)
}

/// The address of the organisation's DID document.
#[must_use]
pub fn did_document_url(config: &Config, organisation: &Organisation) -> String {
    config.url(&format!("/issuers/{}/did.json", organisation.slug))
}

/// The organisation's DID document: its keys, old ones too, since badges that they signed need them. A key that was
/// withdrawn is not among them.
///
/// # Errors
/// When the database cannot be read.
pub async fn did_document(app: &App, organisation: &Organisation) -> Result<Value, AppError> {
    let did = did(&app.config, organisation);
    let mut keys = organisation_keys::list(&app.db, &organisation.id).await?;
    keys.retain(|key| key.withdrawn_at.is_none());
    let method = |key: &OrganisationKey| {
        json!({
            "id": format!("{did}#{}", key.fragment),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": key.public_multibase,
        })
    };
    Ok(json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": keys.iter().map(method).collect::<Vec<_>>(),
        "assertionMethod": keys.iter().map(|key| format!("{did}#{}", key.fragment)).collect::<Vec<_>>(),
    }))
}

/// The organisation as a [Profile](https://www.imsglobal.org/spec/ob/v3p0/#profile), without a context.
#[must_use]
pub fn profile(config: &Config, organisation: &Organisation) -> Value {
    let url = organisation
        .url
        .clone()
        .unwrap_or_else(|| config.url(&format!("/issuers/{}", organisation.slug)));
    json!({"id": did(config, organisation), "type": ["Profile"], "name": organisation.name, "url": url})
}

/// The organisation's key that signs now, opened, and the identifier of its verification method.
///
/// # Errors
/// When the key cannot be read or opened.
pub async fn signer(app: &App, organisation: &Organisation) -> Result<(Ed25519Signer, String), AppError> {
    let keys = organisation_keys::list(&app.db, &organisation.id).await?;
    let now = app.timestamp();
    let signs = |key: &&OrganisationKey| key.withdrawn_at.is_none() && key.signs_from <= now;
    let key = keys.iter().find(signs).ok_or_else(|| AppError::failed(NoKey))?;
    let purpose = organisation_key_purpose(&organisation.id, &key.fragment);
    let seed = app.vault.open(&purpose, &key.sealed_secret)?;
    let seed: &[u8; 32] = seed
        .as_slice()
        .try_into()
        .map_err(|_wrong_length| AppError::failed(NoKey))?;
    Ok((
        Ed25519Signer::from_seed(seed),
        format!("{}#{}", did(&app.config, organisation), key.fragment),
    ))
}

/// The organisation has no key that can be used.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the organisation has no signing key that can be used")]
struct NoKey;

#[cfg(test)]
mod tests {
    use super::*;

    fn organisation() -> Organisation {
        Organisation {
            id: "o".to_owned(),
            slug: "main".to_owned(),
            name: "Organisation One".to_owned(),
            url: None,
            created_at: 0,
        }
    }

    #[test]
    fn the_identifier_says_host_and_port() {
        let mut config = Config::for_testing("unused".into()).unwrap();
        assert_eq!(
            did(&config, &organisation()),
            "did:web:127.0.0.1%3A8080:issuers:main"
        );
        config.base_url = "https://badges.example.org".parse().unwrap();
        assert_eq!(
            did(&config, &organisation()),
            "did:web:badges.example.org:issuers:main"
        );
    }
}
