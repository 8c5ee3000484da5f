//! What this tool says of itself to platforms.

use lti_advantage::registration::ToolConfiguration;
use url::Url;

use super::Person;
use crate::{error::AppError, i18n::Language, services::links, state::App};

/// The value that tells which courses a course was copied from, and the variable that platforms put there.
pub const CONTEXT_HISTORY: (&str, &str) = (links::CONTEXT_HISTORY, "$Context.id.history");

/// What this tool says of itself; `language` is the one in which platforms without languages show it.
///
/// # Errors
/// When an address of this server is none.
pub fn tool(app: &App, person: Person, language: Language) -> Result<ToolConfiguration, AppError> {
    let url = |path: &str| Url::parse(&app.config.url(path)).map_err(AppError::failed);
    let t = language.texts();
    let (name, value) = CONTEXT_HISTORY;
    Ok(ToolConfiguration {
        name: t.tool_name(),
        names: Language::ALL
            .into_iter()
            .map(|language| (language.tag().to_owned(), language.texts().tool_name()))
            .collect(),
        description: t.tool_description(),
        initiate_login_uri: url("/lti/login")?,
        redirect_uri: url("/lti/launch")?,
        jwks_uri: url("/lti/jwks.json")?,
        logo_uri: Some(url("/static/icon.svg")?),
        deep_linking_label: t.choose_title(),
        claims: person.claims().iter().map(|&claim| claim.to_owned()).collect(),
        custom_parameters: vec![(name.to_owned(), value.to_owned())],
    })
}
