//! One person on a roster.

use serde::Deserialize;

use crate::{
    claims::Roles,
    service::{text_or_number, text_or_number_if_any},
};

/// One person on a roster.
/// [NRPS 2.0, section 2.2](https://www.imsglobal.org/spec/lti-nrps/v2p0/#sharing-of-personal-data): all but the
/// identifier and the roles may be absent.
///
/// ```json
/// {"status": "Active", "roles": ["Learner"], "user_id": "5", "name": "Learner One", "email": "one@lms.example"}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Member {
    /// The same identifier as a launch's subject.
    #[serde(deserialize_with = "text_or_number")]
    pub user_id: String,
    /// What the person may do. Moodle writes the short form here.
    #[serde(default)]
    pub roles: Roles,
    /// Whether the person takes part.
    #[serde(default)]
    pub status: Status,
    /// The full name.
    #[serde(default)]
    pub name: Option<String>,
    /// The given name.
    #[serde(default)]
    pub given_name: Option<String>,
    /// The family name.
    #[serde(default)]
    pub family_name: Option<String>,
    /// The address.
    #[serde(default)]
    pub email: Option<String>,
    /// The identifier in the student information system.
    #[serde(default, deserialize_with = "text_or_number_if_any")]
    pub lis_person_sourcedid: Option<String>,
}

impl Member {
    /// Whether this person takes part as a learner and as nothing else: the only people who earn.
    #[must_use]
    pub fn is_active_learner(&self) -> bool {
        self.status == Status::Active && self.roles.is_learner()
    }
}

/// Whether somebody on a roster takes part.
/// [NRPS 2.0, section 2.3](https://www.imsglobal.org/spec/lti-nrps/v2p0/#membership-status).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Status {
    /// They do; so does a member without a status.
    #[default]
    Active,
    /// Not now.
    Inactive,
    /// No longer.
    Deleted,
    /// A word that the specification does not have: they are not counted as taking part.
    #[serde(other)]
    Unknown,
}
