//! The administration pages.

use askama::Template;

use crate::{
    db::{
        badges::Badge, organisations::Organisation, pending_deployments::PendingDeployment,
        platform_apis::PlatformApi, registrations::Registration,
    },
    i18n::Texts,
    services::{choosing::TeachersMay, platform_apis::Kind},
    views::{
        connecting::InviteRow,
        design::{DesignForm, Problem},
    },
};

/// The button that uses up the one-time link.
#[derive(Debug, Template)]
#[template(path = "admin/enter.html")]
pub(crate) struct EnterPage<'a> {
    pub(crate) t: Texts,
    pub(crate) token: &'a str,
}

/// What there is, and what to do next.
#[derive(Debug, Template)]
#[template(path = "admin/overview.html")]
pub(crate) struct OverviewPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: &'a str,
    pub(crate) is_whole: bool,
    pub(crate) organisation: &'a Organisation,
    pub(crate) registrations: usize,
    pub(crate) badges: usize,
    pub(crate) placements: usize,
    pub(crate) claimed: i64,
}

/// An organisation that signs.
#[derive(Debug, Template)]
#[template(path = "admin/organisation.html")]
pub(crate) struct OrganisationPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) is_whole: bool,
    pub(crate) organisation: &'a Organisation,
    pub(crate) did: String,
    pub(crate) did_document_url: String,
    pub(crate) platforms: Vec<PlatformRow>,
    /// Platforms of other organisations, which may be given to this one.
    pub(crate) others: Vec<Registration>,
    pub(crate) problems: Vec<Problem>,
}

impl OrganisationPage<'_> {
    /// What the teachers of a platform may do, in words.
    fn permissions(&self, chosen: &TeachersMay) -> [(&'static str, String, bool); 3] {
        permissions(self.t, *chosen)
    }
}

/// A platform of an organisation.
#[derive(Debug)]
pub(crate) struct PlatformRow {
    pub(crate) registration: Registration,
    pub(crate) may: TeachersMay,
}

/// How a platform tells of completion outside LTI.
#[derive(Debug, Template)]
#[template(path = "admin/completion.html")]
pub(crate) struct CompletionPage {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) registration: Registration,
    pub(crate) api: Option<PlatformApi>,
    pub(crate) has_hook: bool,
    pub(crate) hook_url: String,
    /// The day of the last message that was taken.
    pub(crate) last_message: Option<String>,
    /// The secret of messages, just made.
    pub(crate) hook_secret: Option<String>,
    pub(crate) problems: Vec<Problem>,
}

impl CompletionPage {
    /// The kinds of platforms, with their names, and which one is set up.
    fn kinds(&self) -> [(&'static str, &'static str, bool); 3] {
        Kind::ALL.map(|kind| {
            let name = match kind {
                Kind::Moodle => "Moodle",
                Kind::OpenEdx => "Open edX",
                Kind::Canvas => "Canvas",
            };
            let is_set_up = self.api.as_ref().is_some_and(|api| api.kind == kind.as_str());
            (kind.as_str(), name, is_set_up)
        })
    }
}

/// What a person wrote about a new organisation.
#[derive(Debug, Default)]
pub(crate) struct OrganisationForm {
    pub(crate) name: String,
    pub(crate) slug: String,
}

/// The organisations, and the form for one more.
#[derive(Debug, Template)]
#[template(path = "admin/organisations.html")]
pub(crate) struct OrganisationsPage {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) origin: String,
    pub(crate) form: OrganisationForm,
    pub(crate) problems: Vec<Problem>,
}

/// A one-time link, which is shown once.
#[derive(Debug, Template)]
#[template(path = "admin/link.html")]
pub(crate) struct LinkPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) organisation: &'a Organisation,
    pub(crate) holder: &'a str,
    pub(crate) link: &'a str,
}

/// Who did what.
#[derive(Debug, Template)]
#[template(path = "admin/audit.html")]
pub(crate) struct AuditPage {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) is_whole: bool,
    pub(crate) rows: Vec<AuditRow>,
    /// The numbers of the pages beside this one.
    pub(crate) newer: Option<u16>,
    pub(crate) older: Option<u16>,
}

/// Something that somebody did, in words.
#[derive(Debug)]
pub(crate) struct AuditRow {
    pub(crate) when: String,
    pub(crate) who: String,
    pub(crate) what: String,
}

/// The platforms.
#[derive(Debug, Template)]
#[template(path = "admin/registrations.html")]
pub(crate) struct RegistrationsPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: &'a str,
    pub(crate) registrations: &'a [Registration],
    pub(crate) invites: Vec<InviteRow>,
}

/// What a person wrote about a platform.
#[derive(Debug, Default)]
pub(crate) struct RegistrationForm {
    pub(crate) name: String,
    pub(crate) issuer: String,
    pub(crate) client_id: String,
    pub(crate) auth_url: String,
    pub(crate) token_url: String,
    pub(crate) jwks_url: String,
    /// Empty where it is the token address.
    pub(crate) token_audience: String,
    pub(crate) teachers_may: TeachersMay,
    /// One on each line.
    pub(crate) deployments: String,
}

/// One platform.
#[derive(Debug, Template)]
#[template(path = "admin/registration.html")]
pub(crate) struct RegistrationPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) id: Option<String>,
    pub(crate) form: &'a RegistrationForm,
    pub(crate) problems: &'a [Problem],
    pub(crate) waiting: Vec<PendingDeployment>,
    /// What has to be done before anything opens from there; empty once something has.
    pub(crate) next: Vec<String>,
    pub(crate) login_url: String,
    pub(crate) launch_url: String,
    pub(crate) jwks_url: String,
}

impl RegistrationPage<'_> {
    fn permissions(&self) -> [(&'static str, String, bool); 3] {
        permissions(self.t, self.form.teachers_may)
    }
}

/// What teachers may do, in words, and which of it is `chosen`.
pub(crate) fn permissions(t: Texts, chosen: TeachersMay) -> [(&'static str, String, bool); 3] {
    TeachersMay::ALL.map(|may| {
        let label = match may {
            TeachersMay::Nothing => t.teachers_may_nothing(),
            TeachersMay::Choose => t.teachers_may_choose(),
            TeachersMay::Make => t.teachers_may_make(),
        };
        (may.as_str(), label, may == chosen)
    })
}

/// The badges.
#[derive(Debug, Template)]
#[template(path = "admin/badges.html")]
pub(crate) struct BadgesPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: &'a str,
    pub(crate) is_whole: bool,
    pub(crate) badges: &'a [Badge],
}

/// The design of one badge.
#[derive(Debug, Template)]
#[template(path = "admin/badge.html")]
pub(crate) struct BadgePage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) is_whole: bool,
    pub(crate) existing: Option<&'a Badge>,
    pub(crate) is_model: bool,
    pub(crate) form: DesignForm<'a>,
    pub(crate) problems: &'a [Problem],
}
