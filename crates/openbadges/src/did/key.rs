//! [`did:key`](https://w3c-ccg.github.io/did-key-spec/): the identifier is the key.

use crate::error::KeyError;
use crate::key::PublicKey;

/// The key of `did:key:{id}`.
pub(super) fn decode(id: &str) -> Result<PublicKey, KeyError> {
    PublicKey::from_multibase(id)
}
