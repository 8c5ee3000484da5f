//! How the launch is shown.

use serde::Deserialize;

use super::Claim;
use crate::vocab::claim;

/// How the launch is shown, in which language, and where the way back leads.
/// [LTI Core, section 5.4.4](https://www.imsglobal.org/spec/lti/v1p3/#launch-presentation-claim).
///
/// ```json
/// {"locale": "en", "document_target": "iframe",
///  "return_url": "https://moodle.example/mod/lti/return.php?course=2&instanceid=1"}
/// ```
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct LaunchPresentation {
    /// The language, as a BCP 47 tag.
    #[serde(default)]
    pub locale: Option<String>,
    /// `iframe`, `frame` or `window`.
    #[serde(default)]
    pub document_target: Option<String>,
    /// Where the way back leads. Moodle puts a session key into it.
    #[serde(default)]
    pub return_url: Option<String>,
}

impl Claim for LaunchPresentation {
    const KEY: &'static str = claim::LAUNCH_PRESENTATION;
}

// The way back may hold a session key of the platform: it stays out of logs.
impl std::fmt::Debug for LaunchPresentation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LaunchPresentation")
            .field("locale", &self.locale)
            .field("document_target", &self.document_target)
            .finish_non_exhaustive()
    }
}
