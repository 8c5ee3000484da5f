//! The Open Badges verifier for web pages: JavaScript values in, JavaScript values out.
//!
//! One function, and no logic of its own: what a badge is worth is decided in [`openbadges::verify`]. The
//! TypeScript that describes the boundary is written from the Rust types by this crate's tests.

mod dto;
mod js_error;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The report on the badge in `bytes`, as a plain JavaScript object: the very shape that `blason verify --json`
/// prints, plus `wanted`, the documents that would let more be checked.
///
/// `options` is a `VerifyOptions` (see `widget/src/generated/report.ts`). Nothing is fetched and no clock is
/// read here: fetch what `wanted` lists, add it to `options.documents`, and call again.
///
/// # Errors
/// When the options cannot be understood: an `Error` whose `code` and `data` say which member is wrong. A badge
/// that is bad, damaged or absent is a report, not an error.
#[wasm_bindgen]
pub fn verify(bytes: &[u8], options: &JsValue) -> Result<JsValue, JsValue> {
    let request = dto::Request::read(options)?;
    let report = openbadges::verify::verify(bytes, &request.evidence, request.now, &request.policy);
    Ok(dto::write_report(&report)?)
}
