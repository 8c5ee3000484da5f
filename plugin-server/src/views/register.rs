//! Pages of a platform that registers by itself, shown inside the platform.

use askama::Template;
use lti_advantage::{
    registration::{PlatformConfiguration, requested_scopes},
    vocab::scope,
};

use crate::{
    i18n::Texts,
    services::registering::{Connected, FirstDeployment, Person, Proposal},
};

/// Who asks, what will be asked of the platform, and the button that agrees.
#[derive(Debug, Template)]
#[template(path = "lti/register.html")]
pub(crate) struct RegisterPage<'a> {
    pub(crate) t: Texts,
    pub(crate) organisation: String,
    pub(crate) host: String,
    pub(crate) issuer: &'a str,
    pub(crate) product: Option<String>,
    pub(crate) is_expected: bool,
    pub(crate) is_known: bool,
    pub(crate) asks: Vec<(String, String)>,
    pub(crate) lacks: Vec<String>,
    pub(crate) next: Vec<String>,
    pub(crate) configuration: &'a str,
    /// The platform's own, which goes back to it and nowhere else.
    pub(crate) token: Option<&'a str>,
}

impl<'a> RegisterPage<'a> {
    /// The page of `proposal`.
    pub(crate) fn new(
        t: Texts,
        organisation: String,
        proposal: &'a Proposal,
        token: Option<&'a str>,
    ) -> Self {
        let platform = &proposal.platform;
        Self {
            t,
            organisation,
            host: proposal.host().to_owned(),
            issuer: &platform.issuer,
            product: product(platform),
            is_expected: proposal.is_expected(),
            is_known: proposal.is_known,
            asks: asks(t, platform, Person::from_word(&proposal.invite.person)),
            lacks: lacks(t, platform),
            next: next(
                t,
                platform.product_family_code.as_deref(),
                !proposal.is_expected(),
            ),
            configuration: proposal.configuration.as_str(),
            token,
        }
    }
}

/// What happened, what comes next, and the message that closes the page.
#[derive(Debug, Template)]
#[template(path = "lti/registered.html")]
pub(crate) struct RegisteredPage<'a> {
    pub(crate) t: Texts,
    pub(crate) host: String,
    pub(crate) is_update: bool,
    pub(crate) next: Vec<String>,
    /// The only origin that the message goes to.
    pub(crate) origin: &'a str,
}

impl<'a> RegisteredPage<'a> {
    /// The page of a platform that registered.
    pub(crate) fn new(t: Texts, connected: &Connected, host: String, origin: &'a str) -> Self {
        let family = connected.registration.product_family.as_deref();
        Self {
            t,
            host,
            is_update: connected.is_update,
            next: next(t, family, connected.deployment == FirstDeployment::Waiting),
            origin,
        }
    }
}

/// Why nothing was registered.
#[derive(Debug, Template)]
#[template(path = "lti/register_refused.html")]
pub(crate) struct RegisterRefusedPage<'a> {
    pub(crate) t: Texts,
    pub(crate) sentence: String,
    /// The platform's own words, or the part of its description that is at fault.
    pub(crate) detail: Option<String>,
    pub(crate) code: &'a str,
}

/// What a person has to do after a registration, in order.
pub(crate) fn next(t: Texts, product_family: Option<&str>, waits_for_approval: bool) -> Vec<String> {
    let mut steps = match product_family {
        Some("moodle") => vec![t.register_next_moodle_activate(), t.register_next_moodle_show()],
        _ => vec![t.register_next_activate()],
    };
    if waits_for_approval {
        steps.push(t.register_next_approve());
    }
    steps.push(t.register_next_test());
    steps
}

fn product(platform: &PlatformConfiguration) -> Option<String> {
    let family = platform.product_family_code.as_deref()?;
    let version = platform.version.as_deref().unwrap_or_default();
    Some(format!("{family} {version}").trim().to_owned())
}

/// What is asked of the platform, each with its reason.
fn asks(t: Texts, platform: &PlatformConfiguration, person: Person) -> Vec<(String, String)> {
    let scopes = requested_scopes(platform);
    let mut asks = vec![(t.register_ask_launch(), t.register_ask_launch_why())];
    if scopes
        .iter()
        .any(|scope| *scope != scope::CONTEXT_MEMBERSHIP_READ_ONLY)
    {
        asks.push((t.register_ask_grades(), t.register_ask_grades_why()));
    }
    if scopes.contains(&scope::CONTEXT_MEMBERSHIP_READ_ONLY) {
        asks.push((t.register_ask_roster(), t.register_ask_roster_why()));
    }
    asks.push((t.register_ask_history(), t.register_ask_history_why()));
    asks.push(match person {
        Person::Nothing => (t.register_ask_nobody(), t.register_ask_nobody_why()),
        Person::Name => (t.register_ask_name(), t.register_ask_name_why()),
        Person::NameAndEmail => (t.register_ask_email(), t.register_ask_email_why()),
    });
    asks
}

/// What will not work because the platform does not offer it.
fn lacks(t: Texts, platform: &PlatformConfiguration) -> Vec<String> {
    let scopes = requested_scopes(platform);
    let mut lacks = Vec::new();
    if !scopes.contains(&scope::CONTEXT_MEMBERSHIP_READ_ONLY) {
        lacks.push(t.register_lack_roster());
    }
    if !scopes.contains(&scope::RESULT_READ_ONLY) {
        lacks.push(t.register_lack_results());
    }
    lacks
}
