//! [Image](https://www.imsglobal.org/spec/ob/v3p0/#image): a picture by its address.

use serde::Serialize;

use super::Iri;
use super::reading::{Faults, Need, Node};

/// A picture: its address, or the picture itself as a data URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Image {
    id: Iri,
    #[serde(rename = "type")]
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
}

impl Image {
    /// The picture at `id`.
    #[must_use]
    pub const fn new(id: Iri) -> Self {
        Self {
            id,
            class: "Image",
            caption: None,
        }
    }

    /// The same picture with a text that stands for it.
    #[must_use]
    pub fn with_caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("Image", faults);
    node.text("caption", Need::Optional, faults);
}
