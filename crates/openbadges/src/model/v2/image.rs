//! [Image](https://www.imsglobal.org/spec/ob/v2p0/#Image): an address, an object that describes the picture, or the
//! picture itself as a data URL.

use serde_json::Value;

use super::super::reading::{FaultKind, Faults, Need, Node};
use super::Rules;

/// Whether the picture itself may stand in the place of its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DataUrl {
    Allowed,
    Refused,
}

/// The media types that pictures of badges have.
const MEDIA_TYPES: [&str; 2] = ["image/png", "image/svg+xml"];

/// The member `image` of `node`.
pub(super) fn check(node: Node<'_>, data_url: DataUrl, need: Need, rules: Rules, faults: &mut Faults) {
    match node.members.get("image") {
        Some(Value::String(address)) if !is_good(address, data_url) => {
            node.fault(FaultKind::WrongValue, "image", "picture", faults);
        }
        Some(Value::String(_)) if rules == Rules::Older => {}
        _ => node.object_or_iri("image", need, faults, |image, faults| {
            let address = image.iri("id", Need::Required, faults);
            if address.is_some_and(|address| !is_good(address, data_url)) {
                image.fault(FaultKind::WrongValue, "id", "picture", faults);
            }
            image.text("caption", Need::Optional, faults);
            image.iri("author", Need::Optional, faults);
        }),
    }
}

fn is_good(address: &str, data_url: DataUrl) -> bool {
    let Some(data) = address.strip_prefix("data:") else {
        return true;
    };
    let media_type = data.split([';', ',']).next().unwrap_or_default();
    data_url == DataUrl::Allowed && MEDIA_TYPES.contains(&media_type)
}
