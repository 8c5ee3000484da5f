//! What crosses the boundary.

mod request;
#[cfg(test)]
mod typescript;

pub(crate) use request::Request;

use openbadges::verify::Report;
use wasm_bindgen::JsValue;

use crate::js_error::BoundaryError;

/// The report as a plain JavaScript object.
///
/// It crosses as JSON text: the browser's own parser builds the objects faster than calls across the boundary
/// would, and the same bytes are what the command line prints.
pub(crate) fn write_report(report: &Report) -> Result<JsValue, BoundaryError> {
    let json = serde_json::to_string(report).map_err(|_cause| BoundaryError::UnwritableReport)?;
    js_sys::JSON::parse(&json).map_err(|_cause| BoundaryError::UnwritableReport)
}
