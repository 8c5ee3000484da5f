//! [Criteria](https://www.imsglobal.org/spec/ob/v3p0/#criteria): what the learner had to do.

use serde::Serialize;

use super::Iri;
use super::reading::{FaultKind, Faults, Need, Node};

/// What the learner had to do: a text, a page, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Criteria {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Iri>,
    #[serde(skip_serializing_if = "Option::is_none")]
    narrative: Option<String>,
}

impl Criteria {
    /// Criteria as a text in Markdown.
    #[must_use]
    pub fn narrative(text: impl Into<String>) -> Self {
        Self {
            id: None,
            narrative: Some(text.into()),
        }
    }

    /// Criteria as the address of a page.
    #[must_use]
    pub const fn page(id: Iri) -> Self {
        Self {
            id: Some(id),
            narrative: None,
        }
    }

    /// The same criteria with the address of a page too.
    #[must_use]
    pub fn with_page(mut self, id: Iri) -> Self {
        self.id = Some(id);
        self
    }
}

pub(super) fn check(node: Node<'_>, faults: &mut Faults) {
    let page = node.iri("id", Need::Optional, faults);
    let narrative = node.text("narrative", Need::Optional, faults);
    if page.is_none() && narrative.is_none() {
        node.fault(FaultKind::MissingMember, "narrative", "text", faults);
    }
}
