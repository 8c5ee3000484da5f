//! The options of one call, read from a JavaScript object.

use js_sys::{Array, Reflect, Uint8Array};
use openbadges::limits::Limits;
use openbadges::verify::{Document, Evidence, Policy, Register};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use wasm_bindgen::{JsCast, JsValue};

use crate::js_error::BoundaryError;

/// What `openbadges::verify::verify` needs beside the bytes.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) now: OffsetDateTime,
    pub(crate) evidence: Evidence,
    pub(crate) policy: Policy,
}

impl Request {
    /// Reads a `VerifyOptions`. Members it does not know are left alone.
    ///
    /// # Errors
    /// When `now` is absent or no RFC 3339 date, a member has the wrong type, or a register cannot be read.
    pub(crate) fn read(options: &JsValue) -> Result<Self, BoundaryError> {
        let now = text(options, "now")?.ok_or(BoundaryError::InvalidOption("now"))?;
        let now = OffsetDateTime::parse(&now, &Rfc3339).map_err(|_cause| BoundaryError::InvalidNow)?;
        let mut policy = Policy::default();
        policy.recipient = text(options, "recipient")?;
        policy.allow_loopback_http = member(options, "allowLoopbackHttp").is_truthy();
        policy.refresh = member(options, "refresh").is_truthy();
        policy.fetch_images = member(options, "fetchImages").is_truthy();
        policy.registers = registers(options)?;
        Ok(Self {
            now,
            evidence: documents(options)?,
            policy,
        })
    }
}

/// The registers of issuers that the page's host trusts, each entry the text of one file.
fn registers(options: &JsValue) -> Result<Vec<Register>, BoundaryError> {
    let invalid = BoundaryError::InvalidOption("registers");
    let files = member(options, "registers");
    if files.is_undefined() || files.is_null() {
        return Ok(Vec::new());
    }
    let files: Array = files.dyn_into().map_err(|_other| invalid)?;
    let mut registers = Vec::new();
    for file in files.iter() {
        let text = file.as_string().ok_or(invalid)?;
        let read = Register::read_all(text.as_bytes(), &Limits::default()).map_err(|_cause| invalid)?;
        registers.extend(read);
    }
    Ok(registers)
}

/// The documents that the page fetched, or could not fetch.
fn documents(options: &JsValue) -> Result<Evidence, BoundaryError> {
    let mut evidence = Evidence::new();
    let list = member(options, "documents");
    if list.is_undefined() || list.is_null() {
        return Ok(evidence);
    }
    let list: Array = list
        .dyn_into()
        .map_err(|_other| BoundaryError::InvalidOption("documents"))?;
    for entry in list.iter() {
        let url = text(&entry, "url")?.ok_or(BoundaryError::InvalidOption("documents.url"))?;
        evidence.insert(url, document(&entry)?);
    }
    Ok(evidence)
}

fn document(entry: &JsValue) -> Result<Document, BoundaryError> {
    if let Some(reason) = text(entry, "unreachable")? {
        return Ok(Document::Unreachable { reason });
    }
    let status = member(entry, "status")
        .as_f64()
        .filter(|status| (100.0..1000.0).contains(status))
        .ok_or(BoundaryError::InvalidOption("documents.status"))?;
    let body: Uint8Array = member(entry, "body")
        .dyn_into()
        .map_err(|_other| BoundaryError::InvalidOption("documents.body"))?;
    // The range is checked above, so the conversion only cuts off a fraction.
    Ok(Document::Answered {
        status: status as u16,
        content_type: text(entry, "contentType")?,
        body: body.to_vec(),
    })
}

/// A member that is text; `None` when it is absent or null.
fn text(object: &JsValue, name: &'static str) -> Result<Option<String>, BoundaryError> {
    let value = member(object, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value
        .as_string()
        .map(Some)
        .ok_or(BoundaryError::InvalidOption(name))
}

/// A member of `object`; undefined when there is none, or when `object` is not an object.
fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
