//! The roster of a course, whole or as far as it may open one link.
//!
//! [Names and Role Provisioning Services 2.0](https://www.imsglobal.org/spec/lti-nrps/v2p0/).

mod member;

pub use member::{Member, Status};

use serde::Deserialize;

use crate::{
    error::ServiceError,
    http::Transport,
    service::{AccessTokens, Service, ServiceAddress},
    vocab::scope::CONTEXT_MEMBERSHIP_READ_ONLY,
};

const MEDIA_TYPE: &str = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

/// Whom to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter<'a> {
    /// Those who may open this link only, [`crate::claims::ResourceLink::id`].
    ///
    /// [NRPS 2.0, section 2.4.3](https://www.imsglobal.org/spec/lti-nrps/v2p0/#resource-link-membership-service).
    /// Moodle lists the people who meet the link's access restrictions; a platform that does not know the
    /// filter lists everybody.
    pub resource_link_id: Option<&'a str>,
    /// Those with this role only, such as [`crate::vocab::role::LEARNER`].
    pub role: Option<&'a str>,
}

impl Filter<'_> {
    fn apply(self, address: ServiceAddress) -> ServiceAddress {
        let asked = [("rlid", self.resource_link_id), ("role", self.role)];
        asked
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .fold(address, |address, (name, value)| address.asking(name, value))
    }
}

/// The members at `roster` ([`crate::claims::NamesRoleService::context_memberships_url`]) that `filter` lets
/// through.
///
/// At most `max_members` are read. A person who is listed twice is given twice, as the platform says it.
///
/// # Errors
/// [`ServiceError::TooMany`] above `max_members`, and also when the platform itself says that the course is too
/// large, as Open edX does; every other [`ServiceError`] as it is.
pub async fn members<T: Transport + Sync, K: AccessTokens + Sync>(
    service: &Service<'_, T, K>,
    roster: ServiceAddress,
    filter: Filter<'_>,
    max_members: usize,
) -> Result<Vec<Member>, ServiceError> {
    #[derive(Deserialize)]
    struct Container {
        members: Vec<Member>,
    }
    let members = service.read_pages(
        filter.apply(roster),
        &[CONTEXT_MEMBERSHIP_READ_ONLY],
        MEDIA_TYPE,
        max_members,
        // The address of Moodle's next page lacks the role.
        |next| filter.apply(next),
        |container: Container| container.members,
    );
    members.await.map_err(|error| match error {
        ServiceError::Refused { status: 403, detail } if detail.contains("above_response_limit") => {
            ServiceError::TooMany { max: max_members }
        }
        other => other,
    })
}

#[cfg(test)]
mod tests;
