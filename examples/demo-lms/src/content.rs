//! Content that a teacher chose in a tool, as the tool sends it back
//! ([Deep Linking 2.0, section 4.5](https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-response-message)).

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    tool::Tool,
    vocab::{VERSION, claim, message_type},
};

/// A link that the tool proposes.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Item {
    #[serde(default)]
    pub(crate) title: String,
    /// What it opens; the tool's own address if there is none.
    pub(crate) url: Option<String>,
    #[serde(default)]
    pub(crate) custom: Map<String, Value>,
    pub(crate) line_item: Option<LineItem>,
}

/// The column that a link asks for. As in Moodle its label is not looked at: the activity's name is used.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LineItem {
    pub(crate) score_maximum: f64,
    #[serde(default)]
    pub(crate) resource_id: String,
    #[serde(default)]
    pub(crate) tag: String,
}

/// What the tool sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Chosen {
    pub(crate) items: Vec<Item>,
    /// What the tool tells the teacher.
    pub(crate) message: Option<String>,
}

/// Why nothing is taken from the tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentFault {
    Issuer,
    Audience,
    MessageType,
    Version,
    Deployment,
    Nonce,
    Items,
    /// An item that is no link: Moodle would make a broken activity of it.
    NotALink,
}

impl ContentFault {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Issuer => "content-issuer",
            Self::Audience => "content-audience",
            Self::MessageType => "content-message-type",
            Self::Version => "content-version",
            Self::Deployment => "content-deployment",
            Self::Nonce => "content-nonce",
            Self::Items => "content-items",
            Self::NotALink => "content-not-a-link",
        }
    }
}

impl Item {
    /// The custom values as text, as Moodle keeps them.
    pub(crate) fn custom_values(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.custom
            .iter()
            .map(|(name, value)| (name.clone(), text(value)))
            .collect()
    }
}

/// What was chosen, with the nonce of the answer, from claims that `tool` signed for the platform `issuer`.
pub(crate) fn read(
    claims: &Map<String, Value>,
    tool: &Tool,
    issuer: &str,
) -> Result<(Chosen, String), ContentFault> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    let audience = match claims.get("aud") {
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        one => Vec::from_iter(one.and_then(Value::as_str)),
    };
    let nonce = text("nonce");
    let number = tool.number.to_string();
    for (holds, fault) in [
        (text("iss") == tool.client_id, ContentFault::Issuer),
        (audience.contains(&issuer), ContentFault::Audience),
        (
            text(claim::MESSAGE_TYPE) == message_type::DEEP_LINKING_RESPONSE,
            ContentFault::MessageType,
        ),
        (text(claim::VERSION) == VERSION, ContentFault::Version),
        (text(claim::DEPLOYMENT_ID) == number, ContentFault::Deployment),
        (!nonce.is_empty(), ContentFault::Nonce),
    ] {
        if !holds {
            return Err(fault);
        }
    }
    let items = match claims.get(claim::CONTENT_ITEMS) {
        None => &Vec::new(),
        Some(Value::Array(items)) => items,
        Some(_) => return Err(ContentFault::Items),
    };
    let message = claims.get(claim::DEEP_LINKING_MESSAGE).and_then(Value::as_str);
    let chosen = Chosen {
        items: items.iter().map(item).collect::<Result<_, _>>()?,
        message: message.map(str::to_owned),
    };
    Ok((chosen, nonce.to_owned()))
}

fn item(written: &Value) -> Result<Item, ContentFault> {
    if written.get("type").and_then(Value::as_str) != Some("ltiResourceLink") {
        return Err(ContentFault::NotALink);
    }
    Item::deserialize(written).map_err(|_shape| ContentFault::Items)
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::{ContentFault, read};
    use crate::{config::Privacy, tool::Tool};

    const ISSUER: &str = "http://127.0.0.1:8081";
    const LTI: &str = "https://purl.imsglobal.org/spec/lti/claim/";
    const DL: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    /// A good answer with some claims changed; `null` takes one away.
    fn answer(changes: &[(&str, Value)]) -> Map<String, Value> {
        let mut claims = Map::new();
        let mut put = |name: String, value| claims.insert(name, value);
        put("iss".to_owned(), json!("blason-demo"));
        put("aud".to_owned(), json!(ISSUER));
        put("nonce".to_owned(), json!("n-1"));
        put(format!("{LTI}message_type"), json!("LtiDeepLinkingResponse"));
        put(format!("{LTI}version"), json!("1.3.0"));
        put(format!("{LTI}deployment_id"), json!("1"));
        let item = json!({"type": "ltiResourceLink", "title": "Laser cutter", "custom": {"offer": "abc"}});
        put(format!("{DL}content_items"), json!([item]));
        put(format!("{DL}msg"), json!("Choose below."));
        for (name, value) in changes {
            put((*name).to_owned(), value.clone());
        }
        claims.into_iter().filter(|(_, value)| !value.is_null()).collect()
    }

    fn fault(name: &str, value: Value) -> Option<ContentFault> {
        let tool = Tool::first("http://127.0.0.1:8080", Privacy::Full);
        read(&answer(&[(name, value)]), &tool, ISSUER).err()
    }

    #[test]
    fn a_good_answer_gives_its_links_and_its_message() {
        let tool = Tool::first("http://127.0.0.1:8080", Privacy::Full);
        let (chosen, nonce) = read(&answer(&[]), &tool, ISSUER).unwrap();
        assert_eq!(nonce, "n-1");
        assert_eq!(chosen.message.as_deref(), Some("Choose below."));
        assert_eq!(chosen.items[0].title, "Laser cutter");
        let values = chosen.items[0].custom_values();
        assert_eq!(values, [("offer".to_owned(), "abc".to_owned())]);
    }

    #[test]
    fn an_answer_that_was_not_made_for_this_request_is_refused_with_its_reason() {
        for (name, value, expected) in [
            ("iss", json!("someone"), ContentFault::Issuer),
            ("aud", json!("https://other.example"), ContentFault::Audience),
            ("nonce", json!(null), ContentFault::Nonce),
            (
                &format!("{LTI}message_type"),
                json!("LtiResourceLinkRequest"),
                ContentFault::MessageType,
            ),
            (&format!("{LTI}version"), json!("1.1"), ContentFault::Version),
            (
                &format!("{LTI}deployment_id"),
                json!("2"),
                ContentFault::Deployment,
            ),
            (&format!("{DL}content_items"), json!("x"), ContentFault::Items),
            (
                &format!("{DL}content_items"),
                json!([{"type": "html"}]),
                ContentFault::NotALink,
            ),
        ] {
            assert_eq!(fault(name, value), Some(expected), "{name}");
        }
        assert_eq!(fault("aud", json!(["https://other.example", ISSUER])), None);
        assert_eq!(
            fault(&format!("{DL}content_items"), json!(null)),
            None,
            "nothing chosen"
        );
    }
}
