//! The administration pages.

use askama::Template;

use crate::{
    db::{
        badges::Badge, organisations::Organisation, pending_deployments::PendingDeployment,
        placements::Placement, registrations::Registration,
    },
    i18n::Texts,
    services::{
        badges::{Design, KEEP_UPLOADED},
        pictures::{Colour, Shape},
    },
};

/// What is wrong with one field of a form.
#[derive(Debug)]
pub(crate) struct Problem {
    /// The field's name.
    pub(crate) field: &'static str,
    /// The field's label.
    pub(crate) label: String,
    /// What is wrong, and what to do.
    pub(crate) sentence: String,
}

impl Problem {
    pub(crate) fn new(field: &'static str, label: &str, sentence: Option<String>) -> Self {
        Self {
            field,
            label: label.to_owned(),
            sentence: sentence.unwrap_or_default(),
        }
    }
}

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
    pub(crate) design: &'a Design,
    pub(crate) preview_url: String,
    pub(crate) problems: &'a [Problem],
}

impl BadgePage<'_> {
    /// The shapes, in words.
    fn shapes(&self) -> Vec<(&'static str, String)> {
        let t = self.t;
        let uploaded = self.existing.is_some_and(|badge| badge.shape.is_none());
        let kept = uploaded.then(|| (KEEP_UPLOADED, t.shape_uploaded()));
        let drawn = Shape::ALL.into_iter().map(|shape| {
            let label = match shape {
                Shape::Circle => t.shape_circle(),
                Shape::Shield => t.shape_shield(),
                Shape::Hexagon => t.shape_hexagon(),
                Shape::Rosette => t.shape_rosette(),
                Shape::Square => t.shape_square(),
            };
            (shape.as_str(), label)
        });
        kept.into_iter().chain(drawn).collect()
    }

    /// The colours, in words.
    fn colours(&self) -> Vec<(&'static str, String)> {
        let t = self.t;
        let label = |colour| match colour {
            Colour::Blue => t.colour_blue(),
            Colour::Teal => t.colour_teal(),
            Colour::Green => t.colour_green(),
            Colour::Violet => t.colour_violet(),
            Colour::Red => t.colour_red(),
            Colour::Orange => t.colour_orange(),
            Colour::Slate => t.colour_slate(),
        };
        Colour::ALL
            .into_iter()
            .map(|colour| (colour.as_str(), label(colour)))
            .collect()
    }
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
