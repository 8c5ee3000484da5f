//! The opening of the data: master key, organisation, keys. What is missing is made, once.

mod master_key;
mod tool_key;

use lti_advantage::tool_key::ToolKey;
use openbadges::key::{Ed25519Signer, Signer};
use time::OffsetDateTime;
use zeroize::Zeroizing;

use crate::{
    clients::FetchError,
    config::{Config, ConfigError},
    db::{
        OpenError, Pool,
        organisation_keys::{self, OrganisationKey},
        organisations::{self, Organisation},
        tool_keys::{self, SealedToolKey},
    },
    entropy::{Entropy, EntropyError, bytes},
    ids,
    vault::{Vault, VaultError},
};

pub use master_key::MasterKeyError;
pub use tool_key::ToolKeyError;

/// What a sealed organisation key is for; the identifier keeps one organisation's key from standing for
/// another's.
#[must_use]
pub fn organisation_key_purpose(organisation_id: &str, fragment: &str) -> String {
    format!("organisation-key:{organisation_id}:{fragment}")
}

const TOOL_KEY_PURPOSE: &str = "tool-key";
const FIRST_FRAGMENT: &str = "key-1";
const FIRST_SLUG: &str = "main";

/// What the organisation is called until an administrator names it.
pub(crate) const FIRST_NAME: &str = "My organisation";

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A setting cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database did not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is no master key.
    #[error(transparent)]
    MasterKey(#[from] MasterKeyError),
    /// The master key is not the one that sealed the data.
    #[error(
        "the master key is not the one that sealed the secrets in this database; \
         put back the file master.key (or BLASON_MASTER_KEY) that belongs to this data"
    )]
    WrongMasterKey,
    /// A key could not be made or read.
    #[error(transparent)]
    ToolKey(#[from] ToolKeyError),
    /// No randomness.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// The database could not be read or written.
    #[error("the database cannot be read or written")]
    Database(#[from] sqlx::Error),
    /// The network client could not be made.
    #[error("the network client cannot be made")]
    Client(#[from] FetchError),
}

impl From<VaultError> for StartError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongKey => Self::WrongMasterKey,
            VaultError::Entropy(error) => Self::Entropy(error),
        }
    }
}

/// Opens the secrets of an installation; the first start makes them. A database with secrets never gets a new
/// master key.
pub(crate) async fn open(
    db: &Pool,
    config: &Config,
    now: OffsetDateTime,
    entropy: &dyn Entropy,
) -> Result<Vault, StartError> {
    let seconds = now.unix_timestamp();
    let has_secrets = !tool_keys::list(db, seconds).await?.is_empty();
    let master_key = master_key::open(&config.store, !has_secrets, entropy)?;
    let vault = Vault::new(&master_key);
    if !has_secrets {
        tool_keys::insert_first(db, &new_tool_key(&vault, now, entropy)?).await?;
    }
    for key in tool_keys::list(db, seconds).await? {
        open_tool_key(&vault, &key)?;
    }
    let organisation = first_organisation(db, now, entropy).await?;
    open_or_make_organisation_key(db, &vault, &organisation, now, entropy).await?;
    Ok(vault)
}

/// A new tool key, sealed, which signs from now on.
pub(crate) fn new_tool_key(
    vault: &Vault,
    now: OffsetDateTime,
    entropy: &dyn Entropy,
) -> Result<SealedToolKey, StartError> {
    let pkcs8 = tool_key::generate()?;
    Ok(SealedToolKey {
        kid: tool_key(&pkcs8)?.kid().to_owned(),
        sealed_secret: vault.seal(entropy, TOOL_KEY_PURPOSE, &pkcs8)?,
        created_at: now.unix_timestamp(),
        signs_from: now.unix_timestamp(),
        listed_until: None,
    })
}

/// A tool key, opened.
pub(crate) fn open_tool_key(vault: &Vault, key: &SealedToolKey) -> Result<ToolKey, StartError> {
    tool_key(&vault.open(TOOL_KEY_PURPOSE, &key.sealed_secret)?)
}

fn tool_key(pkcs8: &[u8]) -> Result<ToolKey, StartError> {
    ToolKey::from_pkcs8(pkcs8).map_err(|_unreadable| ToolKeyError.into())
}

async fn first_organisation(
    db: &Pool,
    now: OffsetDateTime,
    entropy: &dyn Entropy,
) -> Result<Organisation, StartError> {
    if let Some(organisation) = organisations::first(db).await? {
        return Ok(organisation);
    }
    let organisation = Organisation {
        id: ids::random_id(entropy)?,
        slug: FIRST_SLUG.to_owned(),
        name: FIRST_NAME.to_owned(),
        url: None,
        created_at: now.unix_timestamp(),
    };
    organisations::insert_if_absent(db, &organisation).await?;
    // Another server may have been quicker; the one in the database counts.
    Ok(organisations::find_by_slug(db, FIRST_SLUG)
        .await?
        .unwrap_or(organisation))
}

/// Opens the keys of an organisation, to see that the master key is theirs; one without any gets its first.
pub(crate) async fn open_or_make_organisation_key(
    db: &Pool,
    vault: &Vault,
    organisation: &Organisation,
    now: OffsetDateTime,
    entropy: &dyn Entropy,
) -> Result<(), StartError> {
    let keys = organisation_keys::list(db, &organisation.id).await?;
    for key in &keys {
        let purpose = organisation_key_purpose(&organisation.id, &key.fragment);
        vault.open(&purpose, &key.sealed_secret)?;
    }
    if !keys.is_empty() {
        return Ok(());
    }
    let key = new_organisation_key(vault, organisation, FIRST_FRAGMENT, now, entropy)?;
    Ok(organisation_keys::insert_if_absent(db, &key).await?)
}

/// A new key of an organisation, sealed, which signs from now on.
pub(crate) fn new_organisation_key(
    vault: &Vault,
    organisation: &Organisation,
    fragment: &str,
    now: OffsetDateTime,
    entropy: &dyn Entropy,
) -> Result<OrganisationKey, StartError> {
    let seed = Zeroizing::new(bytes::<32>(entropy)?);
    let purpose = organisation_key_purpose(&organisation.id, fragment);
    Ok(OrganisationKey {
        organisation_id: organisation.id.clone(),
        fragment: fragment.to_owned(),
        public_multibase: Ed25519Signer::from_seed(&seed).public_key().to_multibase(),
        sealed_secret: vault.seal(entropy, &purpose, seed.as_slice())?,
        created_at: now.unix_timestamp(),
        signs_from: now.unix_timestamp(),
        withdrawn_at: None,
    })
}
