//! What to copy between this tool and each platform, under the platform's own names.
//!
//! Names of fields are not translated: they are what the platform's English pages say.

mod pasted;

pub use pasted::{Pasted, read};

/// A value of this tool that a platform asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ours {
    /// What platforms show as this tool's name.
    Name,
    /// Where logins begin.
    Login,
    /// Where launches are posted, and what links open.
    Launch,
    /// Where this tool's keys are.
    Keys,
    /// This tool's host.
    Domain,
    /// The value that tells which courses a course was copied from.
    ContextHistory,
    /// Where the description for Canvas is.
    CanvasDescription,
    /// A choice of the platform's own.
    Choice(&'static str),
}

/// A value of the platform that this tool asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theirs {
    /// What the platform's tokens call it.
    Issuer,
    /// What the platform calls this tool.
    ClientId,
    /// Where logins are sent.
    AuthUrl,
    /// Where service tokens are asked for.
    TokenUrl,
    /// The audience of requests for tokens.
    TokenAudience,
    /// Where the platform's keys are.
    KeysUrl,
    /// Where on the platform the tool was set up.
    Deployment,
}

/// One platform: what to fill in there, and what to bring back.
#[derive(Debug)]
pub struct Guide {
    /// Its word in addresses, and where it describes itself.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The way to its form, in the words of its pages.
    pub place: &'static str,
    /// Its fields, in its order, and what goes into them.
    pub ours: &'static [(&'static str, Ours)],
    /// The way to what it shows afterwards.
    pub theirs_place: &'static str,
    /// What it calls each value that this tool asks for.
    pub theirs: &'static [(&'static str, Theirs)],
    /// Values that are the same for everybody who uses it.
    pub known: &'static [(Theirs, &'static str)],
}

impl Guide {
    /// The platform of this word.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        GUIDES.iter().find(|guide| guide.id == id)
    }
}

/// The platforms, the most used first.
pub static GUIDES: [Guide; 6] = [
    Guide {
        id: "moodle",
        name: "Moodle",
        place: "Site administration › Plugins › Activity modules › External tool › Manage tools › configure a tool manually",
        ours: &[
            ("Tool name", Ours::Name),
            ("Tool URL", Ours::Launch),
            ("LTI version", Ours::Choice("LTI 1.3")),
            ("Public key type", Ours::Choice("Keyset URL")),
            ("Public keyset", Ours::Keys),
            ("Initiate login URL", Ours::Login),
            ("Redirection URI(s)", Ours::Launch),
            ("Custom parameters", Ours::ContextHistory),
            (
                "Tool configuration usage",
                Ours::Choice("Show in activity chooser and as a preconfigured tool"),
            ),
            ("Supports Deep Linking (Content-Item Message)", Ours::Choice("✓")),
            ("Content Selection URL", Ours::Launch),
            (
                "IMS LTI Assignment and Grade Services",
                Ours::Choice("Use this service for grade sync and column management"),
            ),
            (
                "IMS LTI Names and Role Provisioning",
                Ours::Choice("Use this service to retrieve members' information as per privacy settings"),
            ),
            ("Accept grades from the tool", Ours::Choice("Delegate to teacher")),
        ],
        theirs_place: "Manage tools › View configuration details",
        theirs: &[
            ("Platform ID", Theirs::Issuer),
            ("Client ID", Theirs::ClientId),
            ("Authentication request URL", Theirs::AuthUrl),
            ("Access token URL", Theirs::TokenUrl),
            ("Public keyset URL", Theirs::KeysUrl),
            ("Deployment ID", Theirs::Deployment),
        ],
        known: &[],
    },
    Guide {
        id: "openedx",
        name: "Open edX",
        place: "Studio › unit › Advanced › LTI Consumer › Edit",
        ours: &[
            ("LTI Version", Ours::Choice("LTI 1.3")),
            ("Launch URL", Ours::Launch),
            ("Tool Initiate Login URL (OIDC)", Ours::Login),
            ("Registered Redirect URIs", Ours::Launch),
            ("Tool Public Key Mode", Ours::Choice("Keyset URL")),
            ("Tool Keyset URL", Ours::Keys),
            ("Names & Roles (NRPS)", Ours::Choice("True")),
            ("Deep linking", Ours::Choice("True")),
            ("Deep Linking Launch URL", Ours::Launch),
            ("Assignment and Grades", Ours::Choice("Declarative")),
        ],
        theirs_place: "Studio › unit",
        theirs: &[
            ("Client ID", Theirs::ClientId),
            ("Deployment ID", Theirs::Deployment),
            ("Keyset URL", Theirs::KeysUrl),
            ("Access Token URL", Theirs::TokenUrl),
            ("Login URL", Theirs::AuthUrl),
        ],
        known: &[(Theirs::Deployment, "1")],
    },
    Guide {
        id: "canvas",
        name: "Canvas",
        place: "Admin › Developer Keys › + Developer Key › + LTI Key",
        ours: &[
            ("Key Name", Ours::Name),
            ("Redirect URIs", Ours::Launch),
            ("Method", Ours::Choice("Enter URL")),
            ("JSON URL", Ours::CanvasDescription),
        ],
        theirs_place: "Developer Keys › Details; Settings › Apps › View App Configurations › + App › By Client ID; then Deployment Id",
        theirs: &[
            ("Details", Theirs::ClientId),
            ("Deployment Id", Theirs::Deployment),
        ],
        known: &[
            (Theirs::Issuer, "https://canvas.instructure.com"),
            (
                Theirs::AuthUrl,
                "https://sso.canvaslms.com/api/lti/authorize_redirect",
            ),
            (Theirs::TokenUrl, "https://sso.canvaslms.com/login/oauth2/token"),
            (Theirs::KeysUrl, "https://sso.canvaslms.com/api/lti/security/jwks"),
        ],
    },
    Guide {
        id: "desire2learn",
        name: "Brightspace",
        place: "Admin Tools › Manage Extensibility › LTI Advantage › Register Tool › Standard",
        ours: &[
            ("Name", Ours::Name),
            ("Domain", Ours::Domain),
            ("Redirect URLs", Ours::Launch),
            ("OpenID Connect Login URL", Ours::Login),
            ("Target Link URI", Ours::Launch),
            ("Keyset URL", Ours::Keys),
            (
                "Extensions",
                Ours::Choice(
                    "Assignment and Grade Services, Deep Linking, Names and Role Provisioning Services",
                ),
            ),
        ],
        theirs_place: "Register Tool; then View Deployments › New Deployment",
        theirs: &[
            ("Client Id", Theirs::ClientId),
            ("Brightspace Keyset URL", Theirs::KeysUrl),
            ("Brightspace OAuth2 Access Token URL", Theirs::TokenUrl),
            ("OpenID Connect Authentication Endpoint", Theirs::AuthUrl),
            ("Brightspace OAuth2 Audience", Theirs::TokenAudience),
            ("Issuer", Theirs::Issuer),
            ("Deployment ID", Theirs::Deployment),
        ],
        known: &[(Theirs::TokenAudience, "https://api.brightspace.com/auth/token")],
    },
    Guide {
        id: "blackboard",
        name: "Blackboard",
        place: "developer.anthology.com › Register a REST or LTI application › My integration supports LTI 1.3",
        ours: &[
            ("Application Name", Ours::Name),
            ("Domain(s)", Ours::Domain),
            ("Login Initiation URL", Ours::Login),
            ("Tool Redirect URL(s)", Ours::Launch),
            ("Tool JWKS URL", Ours::Keys),
            ("Signing Algorithm", Ours::Choice("RS256")),
        ],
        theirs_place: "developer.anthology.com › My Applications; then in Blackboard: Admin › LTI Tool Providers › Register LTI 1.3/Advantage Tool",
        theirs: &[
            ("Application ID", Theirs::ClientId),
            ("Issuer", Theirs::Issuer),
            ("Public keyset URL", Theirs::KeysUrl),
            ("Auth token endpoint", Theirs::TokenUrl),
            ("OIDC auth request endpoint", Theirs::AuthUrl),
            ("Deployment ID", Theirs::Deployment),
        ],
        known: &[
            (Theirs::Issuer, "https://blackboard.com"),
            (
                Theirs::AuthUrl,
                "https://developer.blackboard.com/api/v1/gateway/oidcauth",
            ),
            (
                Theirs::TokenUrl,
                "https://developer.blackboard.com/api/v1/gateway/oauth2/jwttoken",
            ),
        ],
    },
    Guide {
        id: "sakai",
        name: "Sakai",
        place: "Administration Workspace › External Tools",
        ours: &[
            ("Tool Title", Ours::Name),
            ("Launch URL (1.1) / Target Link URI (1.3)", Ours::Launch),
            ("Tool supports LTI 1.3", Ours::Choice("✓")),
            ("LTI 1.3 Tool OpenID Connect/Initialization Endpoint", Ours::Login),
            ("LTI 1.3 Tool Redirect Endpoint(s)", Ours::Launch),
            ("LTI 1.3 Tool Keyset / JWK URL", Ours::Keys),
            (
                "Custom Parameters (key=value on separate lines)",
                Ours::ContextHistory,
            ),
            ("Allow External Tool to create grade columns", Ours::Choice("✓")),
            ("Provide Roster to External Tool", Ours::Choice("✓")),
        ],
        theirs_place: "External Tools",
        theirs: &[
            ("LTI 1.3 Client ID", Theirs::ClientId),
            ("LTI 1.3 Deployment Id", Theirs::Deployment),
            ("LTI 1.3 Platform Issuer", Theirs::Issuer),
            ("LTI 1.3 LMS Keyset URL", Theirs::KeysUrl),
            ("LTI 1.3 LMS OIDC Endpoint URL", Theirs::AuthUrl),
            ("LTI 1.3 LMS OAuth Token URL", Theirs::TokenUrl),
        ],
        known: &[],
    },
];
