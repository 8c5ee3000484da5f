//! Every claim key, message type, role and scope that this crate reads or writes: the only place where they
//! are spelled.

/// The value of the version claim. [LTI Core, section 5.3.2](https://www.imsglobal.org/spec/lti/v1p3/#lti-version-claim).
pub const VERSION: &str = "1.3.0";

/// Claim keys of an id_token. [LTI Core, section 5.3 and 5.4](https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims).
pub mod claim {
    /// The issuer.
    pub const ISS: &str = "iss";
    /// The audience: one client, or several.
    pub const AUD: &str = "aud";
    /// The authorized party, when there are several audiences.
    pub const AZP: &str = "azp";
    /// The time after which the token counts no more.
    pub const EXP: &str = "exp";
    /// The time at which the token was made.
    pub const IAT: &str = "iat";
    /// The time before which the token does not count.
    pub const NBF: &str = "nbf";
    /// The value that ties the token to our login request.
    pub const NONCE: &str = "nonce";
    /// The person; absent in an anonymous launch.
    pub const SUB: &str = "sub";
    /// The person's full name.
    pub const NAME: &str = "name";
    /// The person's given name.
    pub const GIVEN_NAME: &str = "given_name";
    /// The name in the platform's own services.
    pub const PREFERRED_USERNAME: &str = "preferred_username";
    /// The person's family name.
    pub const FAMILY_NAME: &str = "family_name";
    /// The person's address.
    pub const EMAIL: &str = "email";
    /// The person's language.
    pub const LOCALE: &str = "locale";
    /// The kind of message.
    pub const MESSAGE_TYPE: &str = "https://purl.imsglobal.org/spec/lti/claim/message_type";
    /// The version of LTI.
    pub const VERSION: &str = "https://purl.imsglobal.org/spec/lti/claim/version";
    /// Where on the platform the tool was set up.
    pub const DEPLOYMENT_ID: &str = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";
    /// What the launch opens.
    pub const TARGET_LINK_URI: &str = "https://purl.imsglobal.org/spec/lti/claim/target_link_uri";
    /// The activity.
    pub const RESOURCE_LINK: &str = "https://purl.imsglobal.org/spec/lti/claim/resource_link";
    /// What the person may do there.
    pub const ROLES: &str = "https://purl.imsglobal.org/spec/lti/claim/roles";
    /// The course.
    pub const CONTEXT: &str = "https://purl.imsglobal.org/spec/lti/claim/context";
    /// The platform.
    pub const TOOL_PLATFORM: &str = "https://purl.imsglobal.org/spec/lti/claim/tool_platform";
    /// How the launch is shown.
    pub const LAUNCH_PRESENTATION: &str = "https://purl.imsglobal.org/spec/lti/claim/launch_presentation";
    /// Identifiers of the student information system.
    pub const LIS: &str = "https://purl.imsglobal.org/spec/lti/claim/lis";
    /// Values that the link or the tool's set-up added.
    pub const CUSTOM: &str = "https://purl.imsglobal.org/spec/lti/claim/custom";
    /// Addresses of the grade service.
    pub const AGS_ENDPOINT: &str = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    /// Address of the roster service.
    pub const NAMES_ROLE_SERVICE: &str = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    /// What activity and person were called under LTI 1.1.
    pub const LTI1P1: &str = "https://purl.imsglobal.org/spec/lti/claim/lti1p1";
    /// What a deep linking request accepts.
    pub const DEEP_LINKING_SETTINGS: &str =
        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    /// What a deep linking response gives.
    pub const CONTENT_ITEMS: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
    /// The value of the request that goes back as it came.
    pub const DEEP_LINKING_DATA: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/data";
    /// What the platform shows to the person who chose.
    pub const DEEP_LINKING_MESSAGE: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/msg";
}

/// Values of the message type claim.
pub mod message_type {
    /// [LTI Core, section 5.3.1](https://www.imsglobal.org/spec/lti/v1p3/#message-type-claim).
    pub const RESOURCE_LINK: &str = "LtiResourceLinkRequest";
    /// [Deep Linking 2.0, section 4.4.1](https://www.imsglobal.org/spec/lti-dl/v2p0/#message-type).
    pub const DEEP_LINKING: &str = "LtiDeepLinkingRequest";
    /// [Deep Linking 2.0, section 4.5.1](https://www.imsglobal.org/spec/lti-dl/v2p0/#message-type-0).
    pub const DEEP_LINKING_RESPONSE: &str = "LtiDeepLinkingResponse";
}

/// Kinds of content. [Deep Linking 2.0, section 3](https://www.imsglobal.org/spec/lti-dl/v2p0/#content-item-types).
pub mod content_type {
    /// A link that launches a tool.
    pub const RESOURCE_LINK: &str = "ltiResourceLink";
}

/// Where a registration holds what it says of LTI.
pub mod tool_configuration {
    /// [LTI Dynamic Registration, section 3.5.1](https://www.imsglobal.org/spec/lti-dr/v1p0/#lti-configuration-0).
    pub const KEY: &str = "https://purl.imsglobal.org/spec/lti-tool-configuration";
}

/// Role vocabularies. [LTI Core, appendix A.2](https://www.imsglobal.org/spec/lti/v1p3/#role-vocabularies).
pub mod role {
    /// What stands before `#` in a context role.
    pub const MEMBERSHIP: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    /// What stands before `#` in an institution role.
    pub const INSTITUTION: &str = "http://purl.imsglobal.org/vocab/lis/v2/institution/person";
    /// What stands before `#` in a system role.
    pub const SYSTEM: &str = "http://purl.imsglobal.org/vocab/lis/v2/system/person";
    /// What stands before `#` in the LTI system role, whose only member is `TestUser`.
    pub const LTI_SYSTEM: &str = "http://purl.imsglobal.org/vocab/lti/system/person";
    /// What stands before the name of a context role of LTI 1.1, which some platforms still send.
    pub const LEGACY_MEMBERSHIP: &str = "urn:lti:role:ims/lis/";

    /// Learns in the course.
    pub const LEARNER: &str = "Learner";
    /// Teaches in the course.
    pub const INSTRUCTOR: &str = "Instructor";
    /// Makes the course's content.
    pub const CONTENT_DEVELOPER: &str = "ContentDeveloper";
    /// Runs the course, the institution or the platform.
    pub const ADMINISTRATOR: &str = "Administrator";
    /// Watches over a learner.
    pub const MENTOR: &str = "Mentor";
    /// Helps the instructor.
    pub const TEACHING_ASSISTANT: &str = "TeachingAssistant";
    /// A person who does not exist, made to try a course.
    pub const TEST_USER: &str = "TestUser";
}

/// OAuth 2 scopes of the LTI Advantage services.
pub mod scope {
    /// Read and write columns of the grade book. [AGS 2.0](https://www.imsglobal.org/spec/lti-ags/v2p0/#scope-and-allowed-http-methods).
    pub const LINE_ITEM: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    /// Read columns of the grade book.
    pub const LINE_ITEM_READ_ONLY: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    /// Read results.
    pub const RESULT_READ_ONLY: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    /// Write scores.
    pub const SCORE: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    /// Read the roster. [NRPS 2.0](https://www.imsglobal.org/spec/lti-nrps/v2p0/#lti-1-3-integration).
    pub const CONTEXT_MEMBERSHIP_READ_ONLY: &str =
        "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
}
