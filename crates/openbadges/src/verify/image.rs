//! The `image` check: is the picture the one that was signed?

use serde_json::Value;

use super::case::{Case, list};
use super::{Check, CheckId, Code};

/// A credential signs a picture by listing it, with a digest, among its
/// [related resources](https://www.w3.org/TR/vc-data-model-2.0/#integrity-of-related-resources).
pub(super) fn check(case: &Case<'_>) -> Check {
    let achievement = case
        .members
        .get("credentialSubject")
        .and_then(|subject| subject.get("achievement"));
    let own = case.members.get("image");
    let images = [own, achievement.and_then(|achievement| achievement.get("image"))];
    let mut addresses = images.into_iter().flatten().filter_map(|image| match image {
        Value::Object(image) => image.get("id").and_then(Value::as_str),
        other => other.as_str(),
    });
    let related = list(case.members.get("relatedResource"));
    let is_signed = |address: &str| {
        related
            .iter()
            .any(|resource| resource.get("id").and_then(Value::as_str) == Some(address))
    };
    if addresses.any(is_signed) {
        Check::not_checked(CheckId::Image, Code::NotSupported).with("what", "relatedResource")
    } else {
        Check::not_checked(CheckId::Image, Code::ImageNotSigned)
    }
}
