//! The master key: from its setting, or from the file `master.key`, which the first start makes.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use zeroize::Zeroizing;

use crate::{
    config::{MasterKeySource, Store},
    entropy::{Entropy, EntropyError, bytes},
};

const FILE: &str = "master.key";

/// Why there is no master key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MasterKeyError {
    /// The file is gone although there are secrets that it sealed.
    #[error(
        "the file {0} is missing, and the secrets in the database were sealed with it; put it back from a backup, \
         or give its content in BLASON_MASTER_KEY"
    )]
    Missing(String),
    /// The key is not 64 hexadecimal digits.
    #[error("the master key in {0} must be 64 hexadecimal digits")]
    Malformed(String),
    /// The file cannot be read or made.
    #[error("the master key file {file} cannot be used")]
    File {
        /// The file.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// No randomness for a new key.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
}

/// The master key of `store`. When there is none and `may_create`, a new one is written to the file, which only
/// its owner may read.
pub(super) fn open(
    store: &Store,
    may_create: bool,
    entropy: &dyn Entropy,
) -> Result<Zeroizing<[u8; 32]>, MasterKeyError> {
    match &store.master_key {
        MasterKeySource::Given(hex) => parse(hex, "BLASON_MASTER_KEY"),
        MasterKeySource::File => from_file(&store.data_dir.join(FILE), may_create, entropy),
    }
}

fn from_file(
    path: &Path,
    may_create: bool,
    entropy: &dyn Entropy,
) -> Result<Zeroizing<[u8; 32]>, MasterKeyError> {
    let file = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => parse(&Zeroizing::new(text), &file),
        Err(error) if error.kind() == io::ErrorKind::NotFound && may_create => {
            let key = Zeroizing::new(bytes::<32>(entropy)?);
            create(path, &Zeroizing::new(hex::encode(*key)))
                .map_err(|source| MasterKeyError::File { file, source })?;
            Ok(key)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(MasterKeyError::Missing(file)),
        Err(source) => Err(MasterKeyError::File { file, source }),
    }
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn parse(text: &str, place: &str) -> Result<Zeroizing<[u8; 32]>, MasterKeyError> {
    let mut key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(text.trim(), key.as_mut_slice())
        .map_err(|_malformed| MasterKeyError::Malformed(place.to_owned()))?;
    Ok(key)
}
