//! Something for each registration, behind a lock of its own.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use lti_advantage::records::RegistrationId;

/// Something for each registration. One registration's lock may be held for as long as its platform takes to answer:
/// the others do not wait for it.
#[derive(Debug)]
pub(crate) struct PerRegistration<T>(Mutex<HashMap<RegistrationId, Arc<tokio::sync::Mutex<T>>>>);

impl<T> Default for PerRegistration<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Default> PerRegistration<T> {
    /// What there is for `id`, made when it is asked for the first time.
    pub(crate) fn of(&self, id: &RegistrationId) -> Arc<tokio::sync::Mutex<T>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(id.clone()).or_default())
    }
}
