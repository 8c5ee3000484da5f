//! Third-party-initiated login: from the platform's initiation to the redirect that answers it.
//!
//! [1EdTech Security Framework 1.0, section 5.1.1](https://www.imsglobal.org/spec/security/v1p0/#openid_connect_launch_flow).

mod storage;

pub use storage::{StorageFrame, StoredBinding, stored_key};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};
use url::Url;

use crate::{
    error::LoginError,
    records::{LOGIN_LIFETIME, LoginState, Registration, Tool},
};

/// The longest parameter that is read. Moodle's hints have about 60 bytes, Canvas's signed ones about 1 KiB.
pub const MAX_PARAMETER_BYTES: usize = 8 * 1024;

/// How many characters of the state stand in the name of the cookie: enough that two logins never share one.
const NAME_CHARACTERS: usize = 16;

/// What a platform says when somebody opens a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiation {
    /// The platform.
    pub iss: String,
    /// Who is there; goes back as it came.
    pub login_hint: String,
    /// What is to be opened.
    pub target_link_uri: String,
    /// What the platform calls this tool.
    pub client_id: Option<String>,
    /// The deployment.
    pub deployment_id: Option<String>,
    /// Which message; goes back as it came.
    pub lti_message_hint: Option<String>,
    /// The frame in which the platform keeps values for tools without cookies.
    pub lti_storage_target: Option<String>,
}

/// The random values of one login, 256 bits each, from a generator fit for secrets.
#[derive(Clone)]
pub struct LoginSecrets {
    /// Becomes the state.
    pub state: [u8; 32],
    /// Becomes the nonce.
    pub nonce: [u8; 32],
    /// Becomes the value of the browser's cookie.
    pub browser: [u8; 32],
}

impl std::fmt::Debug for LoginSecrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LoginSecrets")
    }
}

/// A login that has begun: store the state, set the cookie, then redirect.
#[derive(Debug, Clone)]
pub struct Login {
    /// Where the browser goes next.
    pub redirect: Url,
    /// What the host stores before it redirects.
    pub login_state: LoginState,
    /// What the browser keeps.
    pub cookie: BrowserCookie,
}

/// The cookie that ties a launch to the browser in which its login began. The host sets it `HttpOnly`, `Secure`,
/// `SameSite=None`, `Partitioned`, with path `/`.
#[derive(Clone, PartialEq, Eq)]
pub struct BrowserCookie {
    /// Its name, one for each login, so that two tabs do not disturb each other.
    pub name: String,
    /// Its value.
    pub value: String,
    /// For how long it is kept.
    pub max_age: Duration,
}

// The value opens a launch: it stays out of logs.
impl std::fmt::Debug for BrowserCookie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BrowserCookie")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// The initiation in `parameters`: the query of a `GET`, the form of a `POST`.
///
/// `deployment_id` is read where `lti_deployment_id` is absent, as some Canvas versions send it.
///
/// # Errors
/// [`LoginError::ParameterMissing`], [`LoginError::ParameterRepeated`], [`LoginError::ParameterTooLong`].
pub fn read(parameters: &[(String, String)]) -> Result<Initiation, LoginError> {
    let required = |name| {
        parameter(parameters, name)?
            .filter(|value| !value.is_empty())
            .ok_or(LoginError::ParameterMissing { parameter: name })
    };
    let optional = |name| parameter(parameters, name).map(|value| value.filter(|value| !value.is_empty()));
    let deployment_id = match optional("lti_deployment_id")? {
        Some(deployment_id) => Some(deployment_id),
        None => optional("deployment_id")?,
    };
    Ok(Initiation {
        iss: required("iss")?,
        login_hint: required("login_hint")?,
        target_link_uri: required("target_link_uri")?,
        client_id: optional("client_id")?,
        deployment_id,
        lti_message_hint: parameter(parameters, "lti_message_hint")?,
        lti_storage_target: optional("lti_storage_target")?,
    })
}

/// A login for `initiation`, answered by the one of `registrations` that it names. The host gives those of the
/// issuer, or the single one of a login address that belongs to one registration.
///
/// # Errors
/// [`LoginError::RegistrationUnknown`], [`LoginError::RegistrationAmbiguous`],
/// [`LoginError::TargetLinkForeign`].
pub fn begin(
    initiation: &Initiation,
    registrations: &[Registration],
    tool: &Tool,
    now: OffsetDateTime,
    secrets: &LoginSecrets,
) -> Result<Login, LoginError> {
    let registration = choose(initiation, registrations)?;
    if !tool.opens(&initiation.target_link_uri) {
        return Err(LoginError::TargetLinkForeign {
            target_link_uri: initiation.target_link_uri.clone(),
        });
    }
    let state = URL_SAFE_NO_PAD.encode(secrets.state);
    let nonce = URL_SAFE_NO_PAD.encode(secrets.nonce);
    let cookie = BrowserCookie {
        name: cookie_name(&state),
        value: URL_SAFE_NO_PAD.encode(secrets.browser),
        max_age: LOGIN_LIFETIME,
    };
    Ok(Login {
        redirect: redirect(initiation, registration, tool, &state, &nonce),
        login_state: LoginState {
            state,
            nonce,
            registration_id: registration.id.clone(),
            target_link_uri: initiation.target_link_uri.clone(),
            deployment_id: initiation.deployment_id.clone(),
            browser_binding_hash: Sha256::digest(&cookie.value).into(),
            stored_binding_hash: None,
            storage_target: initiation.lti_storage_target.clone(),
            created_at: now,
            consumed_at: None,
        },
        cookie,
    })
}

/// The name of the cookie of the login with this `state`.
#[must_use]
pub fn cookie_name(state: &str) -> String {
    format!("__Host-lti-{}", short(state))
}

/// What of `state` stands in names.
fn short(state: &str) -> String {
    state.chars().take(NAME_CHARACTERS).collect()
}

fn parameter(parameters: &[(String, String)], name: &'static str) -> Result<Option<String>, LoginError> {
    let mut values = parameters
        .iter()
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value);
    let value = values.next();
    if values.next().is_some() {
        return Err(LoginError::ParameterRepeated { parameter: name });
    }
    match value {
        Some(value) if value.len() > MAX_PARAMETER_BYTES => Err(LoginError::ParameterTooLong {
            parameter: name,
            max_bytes: MAX_PARAMETER_BYTES,
        }),
        value => Ok(value.cloned()),
    }
}

fn choose<'a>(
    initiation: &Initiation,
    registrations: &'a [Registration],
) -> Result<&'a Registration, LoginError> {
    let mut candidates = registrations.iter().filter(|registration| {
        let same_client = initiation
            .client_id
            .as_ref()
            .is_none_or(|client_id| *client_id == registration.client_id);
        registration.issuer == initiation.iss && same_client
    });
    let first = candidates.next().ok_or_else(|| LoginError::RegistrationUnknown {
        issuer: initiation.iss.clone(),
        client_id: initiation.client_id.clone(),
    })?;
    match candidates.count() {
        0 => Ok(first),
        others => Err(LoginError::RegistrationAmbiguous {
            issuer: initiation.iss.clone(),
            registrations: others.saturating_add(1),
        }),
    }
}

fn redirect(
    initiation: &Initiation,
    registration: &Registration,
    tool: &Tool,
    state: &str,
    nonce: &str,
) -> Url {
    let mut url = registration.auth_url.clone();
    {
        let mut query = url.query_pairs_mut();
        query
            .append_pair("scope", "openid")
            .append_pair("response_type", "id_token")
            .append_pair("response_mode", "form_post")
            .append_pair("prompt", "none")
            .append_pair("client_id", &registration.client_id)
            .append_pair("redirect_uri", tool.redirect_uri())
            .append_pair("login_hint", &initiation.login_hint)
            .append_pair("state", state)
            .append_pair("nonce", nonce);
        if let Some(hint) = &initiation.lti_message_hint {
            query.append_pair("lti_message_hint", hint);
        }
    }
    url
}

#[cfg(test)]
mod tests;
