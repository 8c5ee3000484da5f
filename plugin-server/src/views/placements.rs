//! The page of the placements.

use std::collections::BTreeMap;

use askama::Template;

use crate::{
    db::{badges::Badge, placements::Placement, registrations::Registration},
    i18n::Texts,
    services::completion::{Condition, Mode, Reason},
    views::{
        design::Problem,
        manage::{self, SettingForm},
    },
};

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
    /// What it asks: what to say before its parts, and its parts.
    pub(crate) asked: (Option<String>, Vec<String>),
    /// What happens when it is met.
    pub(crate) how: String,
    /// What the administrator should look at.
    pub(crate) remark: Option<String>,
}

/// What a placement asks, in words.
pub(crate) fn asked(t: Texts, placement: &Placement) -> (Option<String>, Vec<String>) {
    match Condition::of(placement) {
        Ok(condition) => manage::asked(t, &condition),
        Err(_of_a_newer_version) => (None, vec![t.look("rule-unknown", &BTreeMap::<String, _>::new())]),
    }
}

/// What happens when it is met, in words.
pub(crate) fn how(t: Texts, placement: &Placement) -> String {
    match (placement.is_on, Mode::from_word(&placement.mode)) {
        (false, _) => t.placement_off(),
        (true, Mode::Claim) => t.manage_mode_claim(),
        (true, Mode::Automatic) => t.manage_mode_automatic(),
    }
}

/// Why the platform could not tell who meets it when it was asked last, in words.
pub(crate) fn remark(t: Texts, placement: &Placement) -> Option<String> {
    let problem = placement.check_problem.as_deref().and_then(Reason::from_json)?;
    Some(t.look(&problem.code, &problem.data))
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
    pub(crate) setting: SettingForm,
    pub(crate) problems: Vec<Problem>,
}
