//! Every name the LTI specifications fix, and the identifiers this platform gave its one tool.

/// The tool's client id on this platform.
pub(crate) const CLIENT_ID: &str = "blason-demo";
/// The one deployment of the tool.
pub(crate) const DEPLOYMENT_ID: &str = "1";
/// Where the tool starts a login, below its address.
pub(crate) const TOOL_LOGIN_PATH: &str = "/lti/login";
/// The tool's only registered redirect address, below its address.
pub(crate) const TOOL_LAUNCH_PATH: &str = "/lti/launch";
/// How long an id_token is good for, in seconds; Moodle's are this short.
pub(crate) const ID_TOKEN_LIFETIME_SECONDS: i64 = 60;

/// The course: its number, and the short name staff know it by.
pub(crate) const CONTEXT_ID: &str = "2";
pub(crate) const CONTEXT_LABEL: &str = "DEMO101";

/// Claims of a resource link launch: <https://www.imsglobal.org/spec/lti/v1p3/#resource-link-launch-request-message>.
pub(crate) mod claim {
    pub(crate) const MESSAGE_TYPE: &str = "https://purl.imsglobal.org/spec/lti/claim/message_type";
    pub(crate) const VERSION: &str = "https://purl.imsglobal.org/spec/lti/claim/version";
    pub(crate) const DEPLOYMENT_ID: &str = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";
    pub(crate) const TARGET_LINK_URI: &str = "https://purl.imsglobal.org/spec/lti/claim/target_link_uri";
    pub(crate) const RESOURCE_LINK: &str = "https://purl.imsglobal.org/spec/lti/claim/resource_link";
    pub(crate) const ROLES: &str = "https://purl.imsglobal.org/spec/lti/claim/roles";
    pub(crate) const CONTEXT: &str = "https://purl.imsglobal.org/spec/lti/claim/context";
    pub(crate) const TOOL_PLATFORM: &str = "https://purl.imsglobal.org/spec/lti/claim/tool_platform";
    pub(crate) const LAUNCH_PRESENTATION: &str =
        "https://purl.imsglobal.org/spec/lti/claim/launch_presentation";
    pub(crate) const LIS: &str = "https://purl.imsglobal.org/spec/lti/claim/lis";
    pub(crate) const EXT: &str = "https://purl.imsglobal.org/spec/lti/claim/ext";
}

/// Context roles: <https://www.imsglobal.org/spec/lti/v1p3/#lis-vocabulary-for-context-roles>.
pub(crate) mod role {
    pub(crate) const LEARNER: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    pub(crate) const INSTRUCTOR: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
}
