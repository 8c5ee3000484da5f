//! Every name the LTI specifications fix, and the identifiers this platform gave to its course and its first tool.

/// The first tool's client id on this platform.
pub(crate) const CLIENT_ID: &str = "blason-demo";
/// Where the first tool starts a login, below its address.
pub(crate) const TOOL_LOGIN_PATH: &str = "/lti/login";
/// The first tool's only registered redirect address, below its address.
pub(crate) const TOOL_LAUNCH_PATH: &str = "/lti/launch";
/// Where the first tool publishes its keys, below its address.
pub(crate) const TOOL_KEYS_PATH: &str = "/lti/jwks.json";

/// The course: its number, and the short name staff know it by.
pub(crate) const CONTEXT_ID: &str = "2";
pub(crate) const CONTEXT_LABEL: &str = "DEMO101";

/// What this platform calls itself.
pub(crate) const PRODUCT: &str = "demo-lms";
/// Where a platform's configuration says what it can do.
pub(crate) const PLATFORM_CONFIGURATION: &str = "https://purl.imsglobal.org/spec/lti-platform-configuration";
/// Where a tool's registration says what it wants.
pub(crate) const TOOL_CONFIGURATION: &str = "https://purl.imsglobal.org/spec/lti-tool-configuration";

/// The version of LTI.
pub(crate) const VERSION: &str = "1.3.0";

/// Claims of messages: <https://www.imsglobal.org/spec/lti/v1p3/#resource-link-launch-request-message>.
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
    pub(crate) const DEEP_LINKING_SETTINGS: &str =
        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    pub(crate) const CONTENT_ITEMS: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
    pub(crate) const DEEP_LINKING_MESSAGE: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/msg";
    pub(crate) const CUSTOM: &str = "https://purl.imsglobal.org/spec/lti/claim/custom";
    pub(crate) const AGS_ENDPOINT: &str = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    pub(crate) const NAMES_ROLE_SERVICE: &str =
        "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
}

/// Kinds of message.
pub(crate) mod message_type {
    pub(crate) const RESOURCE_LINK: &str = "LtiResourceLinkRequest";
    pub(crate) const DEEP_LINKING: &str = "LtiDeepLinkingRequest";
    pub(crate) const DEEP_LINKING_RESPONSE: &str = "LtiDeepLinkingResponse";
}

/// Context roles: <https://www.imsglobal.org/spec/lti/v1p3/#lis-vocabulary-for-context-roles>.
pub(crate) mod role {
    pub(crate) const LEARNER: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    pub(crate) const INSTRUCTOR: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    pub(crate) const MENTOR: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor";
    pub(crate) const INSTITUTION_ADMINISTRATOR: &str =
        "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";
    pub(crate) const SYSTEM_ADMINISTRATOR: &str =
        "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator";
    /// What stands before a short role to make it a long one.
    pub(crate) const MEMBERSHIP: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
}

/// Context roles as rosters write them.
pub(crate) mod short_role {
    pub(crate) const LEARNER: &str = "Learner";
    pub(crate) const INSTRUCTOR: &str = "Instructor";
    pub(crate) const MENTOR: &str = "Mentor";
}

/// Scopes of the services: <https://www.imsglobal.org/spec/lti-ags/v2p0/>, <https://www.imsglobal.org/spec/lti-nrps/v2p0/>.
pub(crate) mod scope {
    pub(crate) const LINE_ITEM: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    pub(crate) const LINE_ITEM_READ_ONLY: &str =
        "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    pub(crate) const RESULT_READ_ONLY: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    pub(crate) const SCORE: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    pub(crate) const MEMBERSHIP: &str =
        "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /// Those of the grade book.
    pub(crate) const AGS: [&str; 4] = [LINE_ITEM, LINE_ITEM_READ_ONLY, RESULT_READ_ONLY, SCORE];
    /// All that a tool may be given.
    pub(crate) const ALL: [&str; 5] = [
        LINE_ITEM,
        LINE_ITEM_READ_ONLY,
        RESULT_READ_ONLY,
        SCORE,
        MEMBERSHIP,
    ];
}

/// Media types of the services.
pub(crate) mod media {
    pub(crate) const MEMBERSHIPS: &str = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    pub(crate) const LINE_ITEMS: &str = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    pub(crate) const LINE_ITEM: &str = "application/vnd.ims.lis.v2.lineitem+json";
    pub(crate) const RESULTS: &str = "application/vnd.ims.lis.v2.resultcontainer+json";
    pub(crate) const SCORE: &str = "application/vnd.ims.lis.v1.score+json";
}
