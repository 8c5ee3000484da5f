//! What is worth saying about the contexts that a document was read with.

/// What is worth saying about the contexts that a document was read with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ContextNotes {
    /// Other spellings of a context's address, in the order met.
    pub aliases_used: Vec<AliasUsed>,
    /// Contexts of whose address several contents were published, and which one was read.
    pub revisions: Vec<RevisionUsed>,
    /// JSON pointers of the `@context` members that define terms in the document itself.
    pub inline_contexts: Vec<String>,
}

impl ContextNotes {
    /// Whether an older content of a context was published that this reading did not use, so that a signature
    /// which does not match may match with [`RevisionChoice::older`](super::RevisionChoice::older).
    #[must_use]
    pub fn has_older_revision(&self) -> bool {
        self.revisions.iter().any(|revision| revision.has_older)
    }

    pub(in crate::canon) fn note_alias(&mut self, alias: AliasUsed) {
        if !self.aliases_used.contains(&alias) {
            self.aliases_used.push(alias);
        }
    }

    pub(in crate::canon) fn note_revision(&mut self, revision: RevisionUsed) {
        if !self.revisions.contains(&revision) {
            self.revisions.push(revision);
        }
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
    /// The address.
    pub url: &'static str,
    /// The SHA-256 of the content that was read, in lower-case hexadecimal digits.
    pub sha256: &'static str,
    /// Whether an older content was published too.
    pub has_older: bool,
}
