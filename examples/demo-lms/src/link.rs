//! An activity that opens a tool.

use crate::gate::Gate;

/// The first badge activity's resource link id, under which a tool places a badge.
pub(crate) const FIRST: &str = "badge-1";
/// The number of the first badge activity among the course's modules, after the three to do.
const FIRST_MODULE: u32 = 4;

/// An activity that opens a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The resource link id.
    pub(crate) id: String,
    /// The number among the course's modules, which Moodle puts into its message hints.
    pub(crate) module: u32,
    /// The number of the tool that it opens.
    pub(crate) tool: u32,
    /// The name that the teacher sees; the first one has none and speaks the visitor's language.
    pub(crate) name: Option<String>,
    /// What it opens, if not the tool's own address.
    pub(crate) url: Option<String>,
    /// Values that each launch brings.
    pub(crate) custom: Vec<(String, String)>,
    pub(crate) gate: Gate,
}

impl Link {
    /// The badge activity that the course has from the start.
    pub(crate) fn first(tool: u32) -> Self {
        Self {
            id: FIRST.to_owned(),
            module: FIRST_MODULE,
            tool,
            name: None,
            url: None,
            custom: Vec::new(),
            gate: Gate::whole_course(),
        }
    }
}
