//! [relatedResource](https://www.w3.org/TR/vc-data-model-2.0/#integrity-of-related-resources): a file that a credential
//! names, with a digest of its bytes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha384};

use super::Iri;

/// A file by its address, its kind and a digest of its bytes: a reader can tell whether it is still the same.
///
/// For the picture of an achievement, `id` is the address of its [`Image`](super::Image), and the digest is that of
/// [`unbaked_picture`](crate::bake::unbaked_picture). Then a picture with a badge in it tells by itself whether it was
/// edited, and the `image` check of [`verify`](crate::verify::verify) says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RelatedResource {
    id: Iri,
    media_type: String,
    #[serde(rename = "digestSRI")]
    digest_sri: String,
}

impl RelatedResource {
    /// The file at `id`, of this media type and with these bytes.
    #[must_use]
    pub fn new(id: Iri, media_type: impl Into<String>, bytes: &[u8]) -> Self {
        Self {
            id,
            media_type: media_type.into(),
            digest_sri: format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes))),
        }
    }
}
