//! Who the person is, as far as the platform tells.

use crate::{
    claims::{Payload, value},
    error::LaunchError,
    vocab::claim,
};

/// Who the person is, as far as the platform tells. Platforms withhold all of it by default.
/// [LTI Core, section 5.3.6](https://www.imsglobal.org/spec/lti/v1p3/#user-identity-claims).
///
/// ```json
/// {"name": "Learner One", "given_name": "Learner", "family_name": "One", "email": "learner1@example.test"}
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The full name.
    pub name: Option<String>,
    /// The given name.
    pub given_name: Option<String>,
    /// The family name.
    pub family_name: Option<String>,
    /// The address. No platform says whether it belongs to the person.
    pub email: Option<String>,
    /// The name that the person has in the platform's own services, where these do not use `sub`; Open edX gives it.
    pub preferred_username: Option<String>,
    /// The language, as a BCP 47 tag.
    pub locale: Option<String>,
}

impl Person {
    pub(crate) fn read(payload: &Payload) -> Result<Self, LaunchError> {
        let text =
            |key| value::<String>(payload, key).map(|text| text.filter(|text| !text.trim().is_empty()));
        Ok(Self {
            name: text(claim::NAME)?,
            given_name: text(claim::GIVEN_NAME)?,
            family_name: text(claim::FAMILY_NAME)?,
            email: text(claim::EMAIL)?,
            preferred_username: text(claim::PREFERRED_USERNAME)?,
            locale: text(claim::LOCALE)?,
        })
    }
}

// Names and addresses stay out of logs.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").finish_non_exhaustive()
    }
}
