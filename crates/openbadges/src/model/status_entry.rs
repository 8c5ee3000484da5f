//! [BitstringStatusListEntry](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry): where to
//! look whether a credential was withdrawn.

use serde::Serialize;

use super::Iri;

/// A place in a published list of bits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BitstringStatusListEntry {
    id: String,
    #[serde(rename = "type")]
    class: &'static str,
    status_purpose: StatusPurpose,
    status_list_index: String,
    status_list_credential: Iri,
}

/// What a set bit means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum StatusPurpose {
    /// Withdrawn for good.
    Revocation,
    /// Withdrawn for a time.
    Suspension,
}

impl BitstringStatusListEntry {
    /// The bit number `index` of the list at `list`, which is given for `purpose`.
    #[must_use]
    pub fn new(list: Iri, index: u64, purpose: StatusPurpose) -> Self {
        Self {
            id: format!("{list}#{index}"),
            class: "BitstringStatusListEntry",
            status_purpose: purpose,
            status_list_index: index.to_string(),
            status_list_credential: list,
        }
    }
}
