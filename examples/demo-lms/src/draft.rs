//! An activity that a teacher is adding and has not saved.

use crate::content::Chosen;

/// An activity under way, from "Add an activity" to "Save".
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub(crate) id: String,
    /// The number of the tool.
    pub(crate) tool: u32,
    /// What came back from the tool, if anything did.
    pub(crate) chosen: Option<Chosen>,
    /// Nonces of the answers that came: each counts once.
    pub(crate) nonces: Vec<String>,
}
