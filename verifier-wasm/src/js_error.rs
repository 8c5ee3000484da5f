//! What a caller sees when the boundary was used wrongly.

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// A call that could not be understood. It says nothing about any badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BoundaryError {
    /// A member of the options is absent, or has another type than `VerifyOptions` asks for.
    InvalidOption(&'static str),
    /// `now` is not a date and time of RFC 3339, such as `2026-06-03T14:02:00Z`.
    InvalidNow,
    /// The report could not be turned into a JavaScript value.
    UnwritableReport,
}

impl BoundaryError {
    /// The stable kebab-case code.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::InvalidOption(_) => "invalid-option",
            Self::InvalidNow => "invalid-now",
            Self::UnwritableReport => "unwritable-report",
        }
    }

    /// The member of the options at fault, if one is.
    pub(crate) const fn option(self) -> Option<&'static str> {
        match self {
            Self::InvalidOption(name) => Some(name),
            Self::InvalidNow => Some("now"),
            Self::UnwritableReport => None,
        }
    }
}

impl From<BoundaryError> for JsValue {
    /// An `Error` with `code`, and `data.option` where a member of the options is at fault.
    fn from(error: BoundaryError) -> Self {
        let value: Self = Error::new(error.code()).into();
        let data = js_sys::Object::new();
        if let Some(name) = error.option() {
            set(&data, "option", &name.into());
        }
        set(&value, "code", &error.code().into());
        set(&value, "data", &data);
        value
    }
}

/// Sets a member of an object made here, which cannot refuse it.
fn set(target: &JsValue, name: &str, value: &JsValue) {
    let _accepted = Reflect::set(target, &name.into(), value);
}
