//! Calls to a platform's services: which addresses are called, with which token, and how pages follow each
//! other.
//!
//! [LTI Core, section 6.1](https://www.imsglobal.org/spec/lti/v1p3/#services),
//! [1EdTech Security Framework 1.0, section 4](https://www.imsglobal.org/spec/security/v1p0/#securing_web_services).

mod address;
mod call;
mod link_header;
mod text_or_number;

pub use address::ServiceAddress;
pub use call::{AccessTokens, Service};

pub(crate) use address::is_same_site;
pub(crate) use call::json;
pub(crate) use text_or_number::{text_or_number, text_or_number_if_any};

/// The most pages of one list that are read.
pub const MAX_PAGES: usize = 500;

/// The largest page that is read, in bytes. A roster of 2,000 people has about 1 MB.
pub const MAX_PAGE_BYTES: usize = 4 * 1024 * 1024;

#[cfg(test)]
pub(crate) mod tests;
