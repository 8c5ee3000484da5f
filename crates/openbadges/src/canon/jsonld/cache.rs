//! Contexts that were worked out before.
//!
//! Only what comes from contexts of the program (or that the caller added) is kept. What a document defines itself
//! is worked out each time and forgotten.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::context::Context;

/// Most contexts that are kept. The credentials of one issuer need some dozens; what a stranger can combine has
/// no end, so a full cache starts anew.
const MAX_CONTEXTS: usize = 512;

/// How one context follows from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// The content with this number came into force.
    Content(usize),
    /// The context of a term that is a property. The address of the context tells it from others: an entry holds
    /// it, so that no other value can take that address meanwhile.
    Property(usize),
    /// The context of a term that is a type.
    Type(usize),
}

/// What is known about one [`ContextSet`](super::super::contexts::ContextSet).
#[derive(Debug, Default)]
pub(in crate::canon) struct Cache {
    contexts: Mutex<Contexts>,
}

#[derive(Debug, Default)]
struct Contexts {
    next_id: u64,
    initial: Option<Arc<Context>>,
    known: HashMap<(u64, Step), Entry>,
}

#[derive(Debug)]
struct Entry {
    context: Arc<Context>,
    /// Keeps the scoped context alive whose address is in the key.
    _scoped: Option<Arc<Value>>,
}

impl Cache {
    /// The context before any other.
    pub(super) fn initial(&self) -> Arc<Context> {
        let mut contexts = self.lock();
        if let Some(initial) = &contexts.initial {
            return Arc::clone(initial);
        }
        let initial = contexts.number(Context::default());
        contexts.initial = Some(Arc::clone(&initial));
        initial
    }

    /// What `step` made of the context `active` before.
    pub(super) fn find(&self, active: u64, step: &Step) -> Option<Arc<Context>> {
        self.lock()
            .known
            .get(&(active, step.clone()))
            .map(|entry| Arc::clone(&entry.context))
    }

    /// Keeps what `step` makes of the context `active`, and numbers it.
    pub(super) fn keep(
        &self,
        active: u64,
        step: Step,
        scoped: Option<Arc<Value>>,
        context: Context,
    ) -> Arc<Context> {
        let mut contexts = self.lock();
        if contexts.known.len() >= MAX_CONTEXTS {
            contexts.known.clear();
        }
        let context = contexts.number(context);
        contexts.known.insert(
            (active, step),
            Entry {
                context: Arc::clone(&context),
                _scoped: scoped,
            },
        );
        context
    }

    /// A thread that panicked while it held the lock left whole entries behind: each is inserted in one step.
    fn lock(&self) -> MutexGuard<'_, Contexts> {
        self.contexts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Contexts {
    /// Numbers are never given twice, so that a number always means the same context.
    fn number(&mut self, mut context: Context) -> Arc<Context> {
        context.id = Some(self.next_id);
        self.next_id = self.next_id.wrapping_add(1);
        Arc::new(context)
    }
}
