//! Which version an object was written for.

use serde_json::{Map, Value};

use crate::model::v2::Rules;
use crate::verify::case::list;
use crate::vocab::{OPEN_BADGES_ORG, OPEN_BADGES_V2, OPEN_BADGES_V2_ALIASES};

/// A version of Open Badges before 3.0; 2.1 has the objects of 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V0_5,
    V1_0,
    V1_1,
    V2_0,
}

impl Version {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::V0_5 => "0.5",
            Self::V1_0 => "1.0",
            Self::V1_1 => "1.1",
            Self::V2_0 => "2.0",
        }
    }

    /// The version of an object with a context, by that; of one without, 1.0 or 0.5 by its shape.
    pub(super) fn of(members: &Map<String, Value>) -> Self {
        match (members.get("@context"), members.get("recipient")) {
            (Some(context), _) => Self::of_context(context),
            (None, Some(Value::String(_))) => Self::V0_5,
            (None, _) => Self::V1_0,
        }
    }

    /// The version of an object that stands inside one of version `outer`.
    pub(super) fn of_part(members: &Map<String, Value>, outer: Self) -> Self {
        members.get("@context").map_or(outer, Self::of_context)
    }

    fn of_context(context: &Value) -> Self {
        let mut urls = list(Some(context)).iter().filter_map(Value::as_str);
        if urls.any(|url| version_path(url).is_some_and(|path| path.starts_with("v1"))) {
            Self::V1_1
        } else {
            Self::V2_0
        }
    }

    pub(super) const fn rules(self) -> Rules {
        match self {
            Self::V0_5 | Self::V1_0 | Self::V1_1 => Rules::Older,
            Self::V2_0 => Rules::V2,
        }
    }
}

/// Whether `members` are an object of a version before 3.0: one that says so, or an assertion by its shape.
pub(in crate::verify) fn is_before_3(members: &Map<String, Value>) -> bool {
    let is_named = |context: &Value| match context {
        Value::String(url) => version_path(url).is_some() || is_v2(url),
        _ => false,
    };
    list(members.get("@context")).iter().any(is_named)
        || members.contains_key("badge") && members.contains_key("recipient")
}

/// Whether `url` is an address of the context of version 2.
pub(super) fn is_v2(url: &str) -> bool {
    url == OPEN_BADGES_V2 || OPEN_BADGES_V2_ALIASES.contains(&url)
}

/// Whether `url` is an address of the context of version 1.1.
pub(super) fn is_v1(url: &str) -> bool {
    version_path(url) == Some("v1")
}

/// What stands behind the address that the contexts of 1.1 and 2.0 begin with.
fn version_path(url: &str) -> Option<&str> {
    let secure = url.strip_prefix(OPEN_BADGES_ORG);
    // Some write the same address with http.
    secure.or_else(|| {
        let rest = url.strip_prefix("http://")?;
        rest.strip_prefix(OPEN_BADGES_ORG.strip_prefix("https://")?)
    })
}
