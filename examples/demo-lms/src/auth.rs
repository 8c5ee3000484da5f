//! The authentication request that a tool sends after a login initiation, and what is wrong with it if anything is.
//!
//! The order and the kind of each answer were seen on Moodle 4.5: as long as the redirect address is not known to be the
//! tool's own, nothing is posted anywhere and the visitor sees a page; afterwards errors go to the tool.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    link::Link,
    lms::Lms,
    memory::{Launch, Purpose},
    person::Person,
    tool::Tool,
};

/// Parameters of the request ([OpenID Connect Core, section 3.1.2.1][spec], with the two that LTI adds).
///
/// [spec]: https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct AuthRequest {
    pub(crate) scope: String,
    pub(crate) response_type: String,
    pub(crate) response_mode: String,
    pub(crate) prompt: String,
    pub(crate) client_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) login_hint: String,
    pub(crate) lti_message_hint: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
    /// Set when this LMS's own page sent the request a second time, to find its session cookie.
    pub(crate) repost: bool,
}

/// Why nothing is posted to the tool: the visitor sees a page with this code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageFault {
    MissingParameter,
    ScopeNotOpenid,
    ResponseTypeNotIdToken,
    MessageHintUnreadable,
    MessageHintUnknownOrUsed,
    RedirectUriNotRegistered,
    ActivityClosed,
    /// An error that this platform keeps to itself because its switch `errors-posted` is off.
    NotPosted(&'static str),
}

impl PageFault {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::MissingParameter => "missing-parameter",
            Self::ScopeNotOpenid => "scope-not-openid",
            Self::ResponseTypeNotIdToken => "response-type-not-id-token",
            Self::MessageHintUnreadable => "message-hint-unreadable",
            Self::MessageHintUnknownOrUsed => "message-hint-unknown-or-used",
            Self::RedirectUriNotRegistered => "redirect-uri-not-registered",
            Self::ActivityClosed => "activity-closed",
            Self::NotPosted(error) => error,
        }
    }
}

/// An error that is posted to the tool ([OpenID Connect Core, section 3.1.2.6][spec]).
///
/// [spec]: https://openid.net/specs/openid-connect-core-1_0.html#AuthError
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PostedError {
    pub(crate) error: &'static str,
    pub(crate) description: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    Page(PageFault),
    Posted(PostedError),
}

impl AuthRequest {
    /// The id of the launch that the message hint names, once everything that needs no session is in order.
    pub(crate) fn launch_id(&self) -> Result<String, PageFault> {
        let required = [
            &self.scope,
            &self.response_type,
            &self.client_id,
            &self.redirect_uri,
            &self.login_hint,
            &self.lti_message_hint,
            &self.nonce,
        ];
        if required.into_iter().any(String::is_empty) {
            return Err(PageFault::MissingParameter);
        }
        let hint: Value = serde_json::from_str(&self.lti_message_hint)
            .map_err(|_syntax| PageFault::MessageHintUnreadable)?;
        let launch_id = hint
            .get("launchid")
            .and_then(Value::as_str)
            .ok_or(PageFault::MessageHintUnreadable)?
            .to_owned();
        if self.scope != "openid" {
            return Err(PageFault::ScopeNotOpenid);
        }
        if self.response_type != "id_token" {
            return Err(PageFault::ResponseTypeNotIdToken);
        }
        Ok(launch_id)
    }

    /// What the person of this session may be told to the tool about, given the launch that was taken for this request.
    pub(crate) fn check(
        &self,
        lms: &Lms,
        person: Person,
        launch: Option<Launch>,
    ) -> Result<Granted, Refusal> {
        let launch = launch.ok_or(Refusal::Page(PageFault::MessageHintUnknownOrUsed))?;
        let memory = lms.memory();
        let closed = Refusal::Page(PageFault::ActivityClosed);
        let tool = memory.tool(launch.tool).ok_or(closed)?;
        if !tool.redirect_uris.contains(&self.redirect_uri) {
            return Err(Refusal::Page(PageFault::RedirectUriNotRegistered));
        }
        if let Some(error) = self.error_for(tool, person) {
            return Err(if memory.quirks.errors_posted {
                Refusal::Posted(error)
            } else {
                Refusal::Page(PageFault::NotPosted(error.error))
            });
        }
        let opens = match &launch.purpose {
            Purpose::Open(id) => {
                let link = memory
                    .link(id)
                    .filter(|link| memory.is_open_to(link, person, lms.today()));
                Opens::Activity(link.cloned().ok_or(closed)?)
            }
            Purpose::Choose(draft) if tool.is_active && person.edits_course() => {
                Opens::Choosing { draft: draft.clone() }
            }
            Purpose::Choose(_) => return Err(closed),
        };
        Ok(Granted {
            tool: tool.clone(),
            opens,
            launch,
        })
    }

    fn error_for(&self, tool: &Tool, person: Person) -> Option<PostedError> {
        let error = |error, description| Some(PostedError { error, description });
        if self.client_id != tool.client_id {
            error("unauthorized_client", None)
        } else if self.login_hint != person.id() {
            error("access_denied", None)
        } else if self.response_mode != "form_post" {
            error("invalid_request", Some("Invalid response_mode"))
        } else if !matches!(self.prompt.as_str(), "" | "none") {
            error("invalid_request", Some("Invalid prompt"))
        } else {
            None
        }
    }
}

/// A launch with everything in order.
#[derive(Debug, Clone)]
pub(crate) struct Granted {
    pub(crate) tool: Tool,
    pub(crate) opens: Opens,
    pub(crate) launch: Launch,
}

/// What a launch opens.
#[derive(Debug, Clone)]
pub(crate) enum Opens {
    Activity(Link),
    /// The choice of content for a draft.
    Choosing {
        draft: String,
    },
}
