//! What the host stores: platforms, their deployments, logins under way.

use time::{Duration, OffsetDateTime};
use url::{Origin, Url};

/// How long a login may take, from our redirect to the platform's answer.
pub const LOGIN_LIFETIME: Duration = Duration::minutes(10);

/// The tool itself, as platforms know it.
#[derive(Debug, Clone)]
pub struct Tool {
    redirect_uri: String,
    origins: Vec<Origin>,
}

impl Tool {
    /// The tool whose launches are posted to `redirect_uri`, exactly as it stands in the platforms' settings:
    /// platforms compare it letter by letter.
    #[must_use]
    pub fn new(redirect_uri: &Url) -> Self {
        Self {
            redirect_uri: redirect_uri.to_string(),
            origins: vec![redirect_uri.origin()],
        }
    }

    /// The same tool, reached at the origin of `address` too; links may point there.
    #[must_use]
    pub fn also_at(mut self, address: &Url) -> Self {
        self.origins.push(address.origin());
        self
    }

    /// Where platforms post launches.
    #[must_use]
    pub fn redirect_uri(&self) -> &str {
        &self.redirect_uri
    }

    /// Whether `target_link_uri` is an address of this tool that a launch may open: our own origin, no user
    /// name, and a path under `/lti`.
    #[must_use]
    pub fn opens(&self, target_link_uri: &str) -> bool {
        let Ok(url) = Url::parse(target_link_uri) else {
            return false;
        };
        let own_origin = self.origins.contains(&url.origin());
        let own_path = url.path() == "/lti" || url.path().starts_with("/lti/");
        own_origin && own_path && url.username().is_empty() && url.password().is_none()
    }
}

/// The identifier that the host gives a registration.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RegistrationId(pub String);

/// A platform that knows this tool under a client identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The host's identifier.
    pub id: RegistrationId,
    /// The platform's issuer, compared letter by letter.
    pub issuer: String,
    /// What the platform calls this tool.
    pub client_id: String,
    /// Where logins are sent.
    pub auth_url: Url,
    /// Where service tokens are asked for.
    pub token_url: Url,
    /// The audience of client assertions where it differs from `token_url`, as on Brightspace.
    pub token_audience: Option<String>,
    /// Where the platform's keys are.
    pub jwks_url: Url,
    /// With what the platform may sign. The token's own header only chooses among these.
    pub algorithms: Vec<Algorithm>,
}

/// A signature algorithm that a platform may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, the one that LTI requires.
    Rs256,
}

impl Algorithm {
    /// Its name in a token's header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
        }
    }
}

/// One place on a platform where the tool was set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployment {
    /// The platform.
    pub registration_id: RegistrationId,
    /// What the platform calls the place.
    pub deployment_id: String,
    /// Whether launches from there are taken.
    pub standing: DeploymentStanding,
}

/// Whether launches from a deployment are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeploymentStanding {
    /// They are.
    Approved,
    /// Not yet: somebody has to say yes.
    Pending,
    /// No.
    Blocked,
}

/// A login under way. One record holds state, nonce and expiry, so that one atomic statement consumes them all.
#[derive(Clone, PartialEq, Eq)]
pub struct LoginState {
    /// The value that travels through the platform and back.
    pub state: String,
    /// The value that the platform signs.
    pub nonce: String,
    /// Who may answer.
    pub registration_id: RegistrationId,
    /// What the login said it wants to open. The signed claim decides, not this.
    pub target_link_uri: String,
    /// The deployment that the login named, if any. The signed claim decides, not this.
    pub deployment_id: Option<String>,
    /// SHA-256 of the value of the browser's cookie.
    pub browser_binding_hash: [u8; 32],
    /// SHA-256 of the value that the platform was given to keep, once it was given one; see
    /// [`crate::login::StoredBinding`].
    pub stored_binding_hash: Option<[u8; 32]>,
    /// The frame in which the platform keeps values for tools without cookies, if it offers one.
    pub storage_target: Option<String>,
    /// When the login began.
    pub created_at: OffsetDateTime,
    /// When it was consumed, if it was.
    pub consumed_at: Option<OffsetDateTime>,
}

impl LoginState {
    /// The moment from which the login is too old.
    #[must_use]
    pub fn expires_at(&self) -> OffsetDateTime {
        self.created_at.saturating_add(LOGIN_LIFETIME)
    }
}

// State and nonce open a launch: they stay out of logs.
impl std::fmt::Debug for LoginState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LoginState")
            .field("registration_id", &self.registration_id)
            .field("target_link_uri", &self.target_link_uri)
            .field("created_at", &self.created_at)
            .field("consumed_at", &self.consumed_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool() -> Tool {
        Tool::new(&Url::parse("https://badges.example/lti/launch").unwrap())
    }

    #[test]
    fn a_link_under_lti_on_our_origin_opens() {
        assert!(tool().opens("https://badges.example/lti/launch?badge=42"));
        assert!(tool().opens("https://badges.example:443/lti"));
    }

    #[test]
    fn a_link_elsewhere_does_not_open() {
        for link in [
            "https://evil.example/lti/launch",
            "http://badges.example/lti/launch",
            "https://badges.example:8443/lti/launch",
            "https://badges.example@evil.example/lti/launch",
            "https://someone@badges.example/lti/launch",
            "https://badges.example/lti/../admin",
            "https://badges.example/ltinot",
            "https://badges.example/",
            "/lti/launch",
            "javascript:alert(1)",
            "",
        ] {
            assert!(!tool().opens(link), "{link}");
        }
    }

    #[test]
    fn a_second_address_of_the_tool_opens_too() {
        let tool = tool().also_at(&Url::parse("http://localhost:8080/").unwrap());
        assert!(tool.opens("http://localhost:8080/lti/launch"));
        assert_eq!(tool.redirect_uri(), "https://badges.example/lti/launch");
    }
}
