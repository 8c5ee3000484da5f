//! The JSON-LD contexts that are carried here. None is ever fetched.

/// Which of several contents that were published under one address is read.
///
/// Contents are numbered from the newest on; an address with fewer contents gives its oldest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct RevisionChoice(usize);

impl RevisionChoice {
    /// The newest content of every address.
    pub const NEWEST: Self = Self(0);

    /// The choice to try after this one.
    #[must_use]
    pub const fn older(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// What is worth saying about the contexts that a document was read with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ContextNotes {
    /// Other spellings of a context's address, in the order met.
    pub aliases_used: Vec<AliasUsed>,
    /// Contexts of whose address several contents were published, and which one was read.
    pub revisions: Vec<RevisionUsed>,
    /// JSON pointers of the context objects that stand in the document itself.
    pub inline_contexts: Vec<String>,
}

impl ContextNotes {
    /// Whether an older content of a context was published that this reading did not use.
    #[must_use]
    pub fn has_older_revision(&self) -> bool {
        self.revisions.iter().any(|revision| revision.has_older)
    }
}

/// An address that is not the one under which a context is pinned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasUsed {
    /// The address in the document.
    pub alias: String,
    /// The address under which the context that was read is pinned.
    pub url: &'static str,
}

/// One of several contents of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionUsed {
    /// The context's address.
    pub url: &'static str,
    /// The SHA-256 of the content that was read, in lower-case hexadecimal digits.
    pub sha256: &'static str,
    /// Whether an older content was published too.
    pub has_older: bool,
}
