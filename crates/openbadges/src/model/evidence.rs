//! [Evidence](https://www.imsglobal.org/spec/ob/v3p0/#evidence): what shows that the work was done.

use serde::Serialize;

use super::Iri;
use super::reading::{Faults, Need, Node};

/// Something that shows that the work was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Iri>,
    #[serde(rename = "type")]
    types: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    narrative: Option<String>,
}

impl Evidence {
    /// Evidence at an address.
    #[must_use]
    pub const fn at(id: Iri) -> Self {
        Self {
            id: Some(id),
            types: ["Evidence"],
            name: None,
            description: None,
            narrative: None,
        }
    }

    /// Evidence told in Markdown.
    #[must_use]
    pub fn told(narrative: impl Into<String>) -> Self {
        let narrative = Some(narrative.into());
        Self {
            id: None,
            types: ["Evidence"],
            name: None,
            description: None,
            narrative,
        }
    }

    /// The same evidence with a title.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same evidence with a description.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The same evidence told in Markdown too.
    #[must_use]
    pub fn with_narrative(mut self, narrative: impl Into<String>) -> Self {
        self.narrative = Some(narrative.into());
        self
    }
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    node.iri("id", Need::Optional, faults);
    node.require_type("Evidence", faults);
    for name in ["narrative", "genre", "audience"] {
        node.text(name, Need::Optional, faults);
    }
    for name in ["name", "description"] {
        node.language_text(name, Need::Optional, faults);
    }
}
