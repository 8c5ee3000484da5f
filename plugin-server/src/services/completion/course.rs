//! The course of a placement, as its platform lets us read it: the roster, and the activity's own column.

use std::collections::{BTreeMap, BTreeSet};

use lti_advantage::{
    ags::{self, GradeResult},
    error::ServiceError,
    nrps::{self, Filter, Member, Status},
    service::ServiceAddress,
    vocab::role,
};

use super::Reason;
use crate::{
    db::{
        placements::Placement,
        resource_links::{self, ResourceLink},
    },
    error::AppError,
    services::{
        platform_services::{self, PlatformServices},
        platforms,
    },
    state::App,
};

/// Why a course could not be read.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The platform, or what was set up there.
    Platform(Reason),
    /// Something on our side.
    Ours(AppError),
}

impl<E: Into<AppError>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Ours(error.into())
    }
}

/// The code of a course with more people than are read.
pub(super) const TOO_LARGE: &str = "course-too-large";

/// The course of a placement.
pub(super) struct Course<'a> {
    platform: PlatformServices<'a>,
    /// What the last launch of the activity said of it.
    pub(super) link: ResourceLink,
    max_members: usize,
}

impl<'a> Course<'a> {
    /// The course of `placement`.
    pub(super) async fn of(app: &'a App, placement: &Placement) -> Result<Self, Trouble> {
        let link = resource_links::find(
            &app.db,
            &placement.registration_id,
            &placement.deployment_id,
            &placement.resource_link_id,
        )
        .await?
        .ok_or(Trouble::Platform(Reason::new("activity-unknown")))?;
        let registration = platforms::find_registration(app, &placement.registration_id).await?;
        Ok(Self {
            platform: platform_services::of(app, registration)?,
            link,
            max_members: app.config.polling.max_members,
        })
    }

    /// The learners of the course, or those of them who may open `resource_link_id`.
    pub(super) async fn roster(&self, resource_link_id: Option<&str>) -> Result<Roster, Trouble> {
        let Some(address) = &self.link.memberships_url else {
            return Err(Trouble::Platform(Reason::new("roster-not-offered")));
        };
        let filter = Filter {
            resource_link_id,
            role: Some(role::LEARNER),
        };
        let service = self.platform.service();
        let members = nrps::members(&service, self.address(address)?, filter, self.max_members).await;
        members.map(Roster::of).map_err(|error| self.trouble(&error))
    }

    /// The results in the column at `line_item`, of one person if `subject` is given.
    pub(super) async fn results(
        &self,
        line_item: &str,
        subject: Option<&str>,
    ) -> Result<Vec<GradeResult>, Trouble> {
        let column = self.address(line_item)?;
        let results = ags::results(&self.platform.service(), &column, subject).await;
        results.map_err(|error| self.trouble(&error))
    }

    fn address(&self, text: &str) -> Result<ServiceAddress, Trouble> {
        self.platform.address(text).map_err(|error| self.trouble(&error))
    }

    fn trouble(&self, error: &ServiceError) -> Trouble {
        let reason = match error {
            ServiceError::TooMany { .. } => Reason::new(TOO_LARGE),
            error if error.is_passing() => Reason::new("platform-silent"),
            error => Reason::new("platform-refused").with("code", error.code()),
        };
        tracing::info!(
            registration.id = self.link.registration_id,
            error.code = error.code(),
            // Quoted by `?`: what a platform says may hold line ends.
            error.detail = ?error.to_string(),
            "a course could not be read"
        );
        Trouble::Platform(reason)
    }
}

/// The people of a course who take part as learners.
#[derive(Debug, Default)]
pub(super) struct Roster {
    /// Those who are nothing else.
    pub(super) learners: BTreeMap<String, Learner>,
    /// Those who also teach, help or observe.
    pub(super) with_other_roles: BTreeMap<String, Learner>,
}

/// Somebody on a roster, by what may be shown or hashed and is never kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Learner {
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
}

impl Roster {
    /// A person can be listed more than once, with a role each time: one other role is enough.
    fn of(members: Vec<Member>) -> Self {
        let takes_part = |member: &&Member| member.status == Status::Active && !member.roles.is_test_user();
        let active: Vec<&Member> = members.iter().filter(takes_part).collect();
        let with_another: BTreeSet<&str> = active
            .iter()
            .filter(|member| member.roles.is_staff())
            .map(|member| member.user_id.as_str())
            .collect();
        let mut roster = Self::default();
        for member in active.into_iter().filter(|member| member.roles.learns()) {
            let people = if with_another.contains(member.user_id.as_str()) {
                &mut roster.with_other_roles
            } else {
                &mut roster.learners
            };
            let learner = Learner {
                name: member.name.clone(),
                email: member.email.clone(),
            };
            people.insert(member.user_id.clone(), learner);
        }
        roster
    }

    /// Whether both list the same learners, and any at all.
    pub(super) fn equals(&self, other: &Self) -> bool {
        !self.learners.is_empty() && self.learners.keys().eq(other.learners.keys())
    }

    /// Everybody on it.
    pub(super) fn everybody(&self) -> impl Iterator<Item = (&String, &Learner)> {
        self.learners.iter().chain(&self.with_other_roles)
    }
}
