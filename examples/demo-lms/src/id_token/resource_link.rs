//! A launch of an activity.

use serde_json::{Map, Value, json};

use super::{common, custom};
use crate::{
    link::Link,
    lms::Lms,
    memory::{DocumentTarget, Launch},
    person::Person,
    service_urls,
    texts::Texts,
    tool::Tool,
    vocab::{claim, message_type},
};

/// The claims of a resource link launch
/// ([LTI 1.3, section 5.3](https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims)).
pub(crate) fn claims(
    lms: &Lms,
    tool: &Tool,
    link: &Link,
    person: Person,
    launch: &Launch,
) -> Map<String, Value> {
    let texts = Texts::of(launch.language);
    let memory = lms.memory();
    let mut claims = common(lms, tool, person, launch, &memory.quirks);
    let mut put = |name: &str, value: Value| {
        claims.insert(name.to_owned(), value);
    };
    let title = link.name.as_deref().unwrap_or(texts.badge);
    let target = link.url.as_ref().unwrap_or(&tool.target_link_uri);
    put(claim::MESSAGE_TYPE, json!(message_type::RESOURCE_LINK));
    put(claim::TARGET_LINK_URI, json!(target));
    put(
        claim::RESOURCE_LINK,
        json!({"id": link.id, "title": title, "description": ""}),
    );
    put(claim::LAUNCH_PRESENTATION, launch_presentation(lms, launch));
    let scopes = tool.grade_scopes();
    if !scopes.is_empty() {
        let mut endpoint = json!({
            "scope": scopes,
            "lineitems": service_urls::line_items(lms, tool, &memory.quirks),
        });
        let mut columns = memory.grades.of_link(&link.id);
        // Moodle names the column of a link only while there is no doubt which one it is.
        if let (Some(column), second) = (columns.next(), columns.next())
            && (second.is_none() || !memory.quirks.second_column_hides)
        {
            endpoint["lineitem"] = json!(service_urls::line_item(lms, tool, &memory.quirks, column.id));
        }
        put(claim::AGS_ENDPOINT, endpoint);
    }
    let about_link = custom::AboutLink { link, title };
    put(
        claim::CUSTOM,
        custom::values(lms, tool, person, launch, Some(about_link)),
    );
    claims
}

fn launch_presentation(lms: &Lms, launch: &Launch) -> Value {
    let document_target = match launch.target {
        DocumentTarget::Iframe => "iframe",
        DocumentTarget::Window => "window",
    };
    json!({
        "locale": launch.language.tag(),
        "document_target": document_target,
        "return_url": format!("{}/course", lms.issuer()),
    })
}
