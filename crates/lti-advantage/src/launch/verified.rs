//! What is known once every check has passed.

use time::OffsetDateTime;

use crate::{
    claims::{
        Context, Custom, Endpoint, LaunchPresentation, Lis, Migration, NamesRoleService, Payload, Person,
        Roles, ToolPlatform, optional, required,
    },
    error::LaunchError,
    launch::checks,
    message::Message,
    records::{LoginState, Registration, RegistrationId, Tool},
};

/// A launch that passed every check. [`super::run()`] alone makes one.
#[derive(Debug, Clone)]
pub struct VerifiedLaunch {
    registration_id: RegistrationId,
    deployment_id: String,
    subject: Option<String>,
    target_link_uri: String,
    message: Message,
    roles: Roles,
    person: Person,
    context: Option<Context>,
    presentation: Option<LaunchPresentation>,
    platform: Option<ToolPlatform>,
    lis: Option<Lis>,
    custom: Custom,
    grades: Option<Endpoint>,
    roster: Option<NamesRoleService>,
    migration: Option<Migration>,
}

impl VerifiedLaunch {
    /// Runs every check of the claims. Gives, beside the launch, the moment from which the token counts no more.
    pub(super) fn check(
        payload: &Payload,
        login_state: &LoginState,
        registration: &Registration,
        tool: &Tool,
        now: OffsetDateTime,
    ) -> Result<(Self, OffsetDateTime), LaunchError> {
        checks::issuer(payload, registration)?;
        checks::audience(payload, registration)?;
        let dead_at = checks::times(payload, now)?;
        checks::nonce(payload, login_state)?;
        checks::version(payload)?;
        let deployment_id = checks::deployment_id(payload)?;
        let launch = Self {
            registration_id: registration.id.clone(),
            migration: Migration::read(payload, &deployment_id, &registration.client_id)?,
            deployment_id,
            target_link_uri: checks::target_link_uri(payload, tool)?,
            message: checks::message(payload)?,
            subject: checks::subject(payload)?,
            roles: required(payload)?,
            person: Person::read(payload)?,
            context: optional(payload)?,
            presentation: optional(payload)?,
            platform: optional(payload)?,
            lis: optional(payload)?,
            custom: optional(payload)?.unwrap_or_default(),
            grades: optional(payload)?,
            roster: optional(payload)?,
        };
        Ok((launch, dead_at))
    }

    /// The platform.
    #[must_use]
    pub fn registration_id(&self) -> &RegistrationId {
        &self.registration_id
    }

    /// Where on the platform the tool was set up. One issuer may serve many institutions: only registration and
    /// deployment together tell them apart.
    #[must_use]
    pub fn deployment_id(&self) -> &str {
        &self.deployment_id
    }

    /// The person, unique within the registration; nobody in an anonymous launch, which earns nothing.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// What is to be opened: an address of this tool.
    #[must_use]
    pub fn target_link_uri(&self) -> &str {
        &self.target_link_uri
    }

    /// What the launch is for.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// What the person may do.
    #[must_use]
    pub fn roles(&self) -> &Roles {
        &self.roles
    }

    /// Who the person is, as far as the platform tells.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The course.
    #[must_use]
    pub fn context(&self) -> Option<&Context> {
        self.context.as_ref()
    }

    /// How the launch is shown.
    #[must_use]
    pub fn presentation(&self) -> Option<&LaunchPresentation> {
        self.presentation.as_ref()
    }

    /// Which platform, and which product it runs.
    #[must_use]
    pub fn platform(&self) -> Option<&ToolPlatform> {
        self.platform.as_ref()
    }

    /// Identifiers of the student information system.
    #[must_use]
    pub fn lis(&self) -> Option<&Lis> {
        self.lis.as_ref()
    }

    /// Values that the link or the tool's set-up added; any teacher can edit them.
    #[must_use]
    pub fn custom(&self) -> &Custom {
        &self.custom
    }

    /// The grade service, if the platform offers it here.
    #[must_use]
    pub fn grades(&self) -> Option<&Endpoint> {
        self.grades.as_ref()
    }

    /// The roster service, if the platform offers it here.
    #[must_use]
    pub fn roster(&self) -> Option<&NamesRoleService> {
        self.roster.as_ref()
    }

    /// What activity and person were called under LTI 1.1, as far as the platform says; whoever uses it checks its
    /// own signature first.
    #[must_use]
    pub fn migration(&self) -> Option<&Migration> {
        self.migration.as_ref()
    }

    /// The language to speak: the presentation's, or else the person's.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        let presentation = self
            .presentation
            .as_ref()
            .and_then(|presentation| presentation.locale.as_deref());
        presentation
            .filter(|locale| !locale.is_empty())
            .or(self.person.locale.as_deref())
    }
}

/// A launch that is genuine, but from a deployment that nobody has approved yet. It opens nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingDeployment {
    /// The platform.
    pub registration_id: RegistrationId,
    /// The deployment that somebody has to approve.
    pub deployment_id: String,
    /// What the platform calls itself, for the person who approves. Untrusted text.
    pub platform_name: Option<String>,
    /// The course it was opened from, for the person who approves. Untrusted text.
    pub context_title: Option<String>,
    /// The language to speak.
    pub locale: Option<String>,
}

impl From<VerifiedLaunch> for PendingDeployment {
    fn from(launch: VerifiedLaunch) -> Self {
        Self {
            locale: launch.locale().map(str::to_owned),
            registration_id: launch.registration_id,
            deployment_id: launch.deployment_id,
            platform_name: launch.platform.and_then(|platform| platform.name),
            context_title: launch.context.and_then(|context| context.title),
        }
    }
}
