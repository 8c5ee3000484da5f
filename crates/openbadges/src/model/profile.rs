//! [Profile](https://www.imsglobal.org/spec/ob/v3p0/#profile): a person or an organisation.

use serde::Serialize;

use super::reading::{Faults, Need, Node};
use super::{Image, Iri, address, endorsement, identifier_entry, image};

/// A person or an organisation, such as the issuer of a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    id: Iri,
    #[serde(rename = "type")]
    types: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Iri>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Image>,
}

impl Profile {
    /// The profile of `id`, a DID or an address.
    #[must_use]
    pub const fn new(id: Iri) -> Self {
        Self {
            id,
            types: ["Profile"],
            name: None,
            url: None,
            email: None,
            description: None,
            image: None,
        }
    }

    /// The same profile with a name.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same profile with a web page.
    #[must_use]
    pub fn with_url(mut self, url: Iri) -> Self {
        self.url = Some(url);
        self
    }

    /// The same profile with an e-mail address.
    #[must_use]
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// The same profile with a description.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The same profile with a picture.
    #[must_use]
    pub fn with_image(mut self, image: Image) -> Self {
        self.image = Some(image);
        self
    }
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Required, faults);
    node.require_type("Profile", faults);
    for name in ["name", "description"] {
        node.language_text(name, Need::Optional, faults);
    }
    node.iri("url", Need::Optional, faults);
    for name in [
        "additionalName",
        "email",
        "familyName",
        "familyNamePrefix",
        "givenName",
        "honorificPrefix",
        "honorificSuffix",
        "official",
        "patronymicName",
        "phone",
    ] {
        node.text(name, Need::Optional, faults);
    }
    node.date("dateOfBirth", Need::Optional, faults);
    node.object("address", Need::Optional, faults, address::check);
    node.object_or_iri("image", Need::Optional, faults, image::check);
    // As deep as JSON may be, which is bounded.
    node.object_or_iri("parentOrg", Need::Optional, faults, check);
    node.objects("otherIdentifier", Need::Optional, faults, identifier_entry::check);
    node.objects("endorsement", Need::Optional, faults, endorsement::check);
    node.texts("endorsementJwt", Need::Optional, faults);
}
