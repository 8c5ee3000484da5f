//! The administration pages.

use askama::Template;

use crate::{
    db::{
        badges::Badge, organisations::Organisation, pending_deployments::PendingDeployment,
        placements::Placement, registrations::Registration,
    },
    i18n::Texts,
    services::choosing::TeachersMay,
    views::design::{DesignForm, Problem},
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
    pub(crate) organisation: &'a Organisation,
    pub(crate) registrations: usize,
    pub(crate) badges: usize,
    pub(crate) placements: usize,
    pub(crate) claimed: i64,
}

/// The organisation that signs.
#[derive(Debug, Template)]
#[template(path = "admin/organisation.html")]
pub(crate) struct OrganisationPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) organisation: &'a Organisation,
    pub(crate) did: String,
    pub(crate) did_document_url: String,
    pub(crate) problems: &'a [Problem],
}

/// The platforms.
#[derive(Debug, Template)]
#[template(path = "admin/registrations.html")]
pub(crate) struct RegistrationsPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: &'a str,
    pub(crate) registrations: &'a [Registration],
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
    pub(crate) login_url: String,
    pub(crate) launch_url: String,
    pub(crate) jwks_url: String,
}

impl RegistrationPage<'_> {
    /// What teachers may do, in words.
    fn permissions(&self) -> [(&'static str, String, bool); 3] {
        TeachersMay::ALL.map(|may| {
            let label = match may {
                TeachersMay::Nothing => self.t.teachers_may_nothing(),
                TeachersMay::Choose => self.t.teachers_may_choose(),
                TeachersMay::Make => self.t.teachers_may_make(),
            };
            (may.as_str(), label, may == self.form.teachers_may)
        })
    }
}

/// The badges.
#[derive(Debug, Template)]
#[template(path = "admin/badges.html")]
pub(crate) struct BadgesPage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: &'a str,
    pub(crate) badges: &'a [Badge],
}

/// The design of one badge.
#[derive(Debug, Template)]
#[template(path = "admin/badge.html")]
pub(crate) struct BadgePage<'a> {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) existing: Option<&'a Badge>,
    pub(crate) form: DesignForm<'a>,
    pub(crate) problems: &'a [Problem],
}

/// What a person wrote about a placement.
#[derive(Debug, Default)]
pub(crate) struct PlacementForm {
    pub(crate) registration_id: String,
    pub(crate) deployment_id: String,
    pub(crate) resource_link_id: String,
    pub(crate) badge_id: String,
}

/// A placement with the names of what it joins.
#[derive(Debug)]
pub(crate) struct PlacementRow {
    pub(crate) placement: Placement,
    pub(crate) badge: Option<String>,
    pub(crate) platform: Option<String>,
}

/// The placements, and the form for one more.
#[derive(Debug, Template)]
#[template(path = "admin/placements.html")]
pub(crate) struct PlacementsPage {
    pub(crate) t: Texts,
    pub(crate) csrf: String,
    pub(crate) rows: Vec<PlacementRow>,
    pub(crate) badges: Vec<Badge>,
    pub(crate) registrations: Vec<Registration>,
    pub(crate) form: PlacementForm,
    pub(crate) problems: Vec<Problem>,
}
