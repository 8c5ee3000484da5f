//! One thing to put into a course.

use serde_json::{Map, Value, json};

use crate::vocab::content_type;

/// A link to be put into a course.
/// [Deep Linking 2.0, section 3.4](https://www.imsglobal.org/spec/lti-dl/v2p0/#lti-resource-link).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContentItem {
    /// What the link opens: an address of this tool. Blackboard makes a broken link of an item without one.
    pub url: String,
    /// The link's title.
    pub title: String,
    /// A text under the title.
    pub text: Option<String>,
    /// Values that launches of the link bring back. Any teacher can edit them, so what they name has to prove
    /// itself.
    pub custom: Vec<(String, String)>,
    /// The column that the link gets, if it gets one.
    pub line_item: Option<ContentItemLineItem>,
}

/// The column that comes with a link. Open edX ignores it; Moodle ignores its title.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentItemLineItem {
    /// Its title.
    pub label: String,
    /// The best score, above 0.
    pub score_maximum: f64,
    /// The tool's own identifier for it.
    pub resource_id: String,
}

impl ContentItem {
    /// The item as it stands in an answer.
    pub(super) fn written(&self) -> Value {
        let mut item = Map::from_iter([
            ("type".to_owned(), json!(content_type::RESOURCE_LINK)),
            ("url".to_owned(), json!(self.url)),
            ("title".to_owned(), json!(self.title)),
        ]);
        if let Some(text) = &self.text {
            item.insert("text".to_owned(), json!(text));
        }
        if !self.custom.is_empty() {
            let custom: Map<String, Value> = self
                .custom
                .iter()
                .map(|(name, value)| (name.clone(), json!(value)))
                .collect();
            item.insert("custom".to_owned(), Value::Object(custom));
        }
        if let Some(column) = &self.line_item {
            let column = json!({
                "label": column.label,
                "scoreMaximum": column.score_maximum,
                "resourceId": column.resource_id,
            });
            item.insert("lineItem".to_owned(), column);
        }
        Value::Object(item)
    }
}
