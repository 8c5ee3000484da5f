//! A badge as an [Achievement](https://www.imsglobal.org/spec/ob/v3p0/#achievement).

use serde_json::{Value, json};

use crate::{config::Config, db::badges::Badge};

/// The address of this version of a badge, which is also the achievement's identifier.
#[must_use]
pub fn url(config: &Config, badge: &Badge) -> String {
    config.url(&badge.path())
}

/// The address of a badge's picture.
#[must_use]
pub fn picture_url(config: &Config, badge: &Badge) -> String {
    config.url(&badge.picture_path())
}

/// The address of the same picture as SVG, if there is one.
#[must_use]
pub fn drawing_url(config: &Config, badge: &Badge) -> Option<String> {
    let url = || config.url(&format!("{}/picture.svg", badge.path()));
    badge.picture_svg.as_ref().map(|_| url())
}

/// The achievement, without a context.
#[must_use]
pub fn document(config: &Config, badge: &Badge) -> Value {
    json!({
        "id": url(config, badge),
        "type": ["Achievement"],
        "name": badge.name,
        "description": badge.description,
        "criteria": {"narrative": badge.criteria},
        "image": {"id": picture_url(config, badge), "type": "Image", "caption": badge.name},
        "inLanguage": badge.language,
    })
}
