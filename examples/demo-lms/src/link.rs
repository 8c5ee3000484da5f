//! An activity that opens a tool.

use crate::{content::LineItem, gate::Gate};

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

    /// The activity that is added when there are `existing` ones.
    pub(crate) fn added(new: NewLink, existing: u32) -> Self {
        Self {
            id: format!("badge-{}", existing.saturating_add(1)),
            module: FIRST_MODULE.saturating_add(existing),
            tool: new.tool,
            name: Some(new.name),
            url: new.url,
            custom: new.custom,
            gate: new.gate,
        }
    }
}

/// An activity that a teacher adds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NewLink {
    pub(crate) tool: u32,
    pub(crate) name: String,
    pub(crate) url: Option<String>,
    pub(crate) custom: Vec<(String, String)>,
    pub(crate) gate: Gate,
    /// The column that the tool asked for, if it asked for one.
    pub(crate) line_item: Option<LineItem>,
    /// Whether the teacher wants a column for it.
    pub(crate) is_graded: bool,
}
