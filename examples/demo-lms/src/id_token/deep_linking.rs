//! A request for content.

use serde_json::{Map, Value, json};

use super::{common, custom};
use crate::{
    lms::Lms,
    memory::Launch,
    person::Person,
    service_urls,
    tool::Tool,
    vocab::{claim, message_type},
};

/// The claims of a deep linking request
/// ([Deep Linking 2.0, section 4.4](https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-request-message)).
///
/// As in Moodle only links are taken, several at once, and there is no `data`.
pub(crate) fn claims(
    lms: &Lms,
    tool: &Tool,
    person: Person,
    launch: &Launch,
    return_url: &str,
) -> Map<String, Value> {
    let quirks = lms.memory().quirks.clone();
    let mut claims = common(lms, tool, person, launch, &quirks);
    let mut put = |name: &str, value: Value| {
        claims.insert(name.to_owned(), value);
    };
    put(claim::MESSAGE_TYPE, json!(message_type::DEEP_LINKING));
    put(claim::TARGET_LINK_URI, json!(tool.choosing_uri));
    put(
        claim::LAUNCH_PRESENTATION,
        json!({ "locale": launch.language.tag() }),
    );
    put(
        claim::DEEP_LINKING_SETTINGS,
        json!({
            "accept_types": ["ltiResourceLink"],
            "accept_presentation_document_targets": ["frame", "iframe", "window"],
            "accept_multiple": true,
            "accept_unsigned": false,
            "auto_create": false,
            "can_confirm": false,
            "accept_copy_advice": false,
            "title": tool.name,
            "text": "",
            "deep_link_return_url": return_url,
        }),
    );
    let scopes = tool.grade_scopes();
    if !scopes.is_empty() {
        let lineitems = service_urls::line_items(lms, tool, &quirks);
        put(
            claim::AGS_ENDPOINT,
            json!({ "scope": scopes, "lineitems": lineitems }),
        );
    }
    put(claim::CUSTOM, custom::values(lms, tool, person, launch, None));
    claims
}
