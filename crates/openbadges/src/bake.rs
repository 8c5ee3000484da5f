//! Putting a credential into a picture, and taking it out again.
//!
//! [Baking](https://www.imsglobal.org/spec/ob/v3p0/#baked-badge) hides the signed credential in a PNG or SVG
//! file, so that the picture can be passed on like any other and still be checked.

mod crc32;
mod inflate;
mod png;
mod svg;
mod text;

use serde::Serialize;
use serde_json::{Map, Value};

pub(crate) use inflate::{InflateError, gunzip};

pub use crate::error::{BakeError, UnbakeError};
use crate::json;
use crate::limits::Limits;
use crate::vocab::{
    CLR_CREDENTIAL, PNG_KEYWORD_CLR, PNG_KEYWORD_V2, PNG_KEYWORD_V3, SVG_ELEMENT_V2, SVG_ELEMENT_V3,
    SVG_NAMESPACE_CLR, SVG_NAMESPACE_V2, SVG_NAMESPACE_V3,
};

/// The kind of file that holds a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Container {
    /// Portable Network Graphics.
    Png,
    /// Scalable Vector Graphics, compressed or not.
    Svg,
    /// A JSON document.
    Json,
    /// A compact JSON Web Signature.
    Jwt,
}

/// Which generation of Open Badges a keyword or a namespace belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Generation {
    /// Open Badges 1.x and 2.x.
    V2,
    /// Open Badges 3.0.
    V3,
    /// A Comprehensive Learner Record 2.0, which holds badges of Open Badges 3.0.
    Clr,
}

impl Generation {
    /// The generation that a badge's text belongs to, by its shape: the assertions of 1.x and 2.x name their
    /// `badge` and their `recipient`, which no credential does; a record says that it is one. What cannot be read counts
    /// as 3.0.
    fn of(badge: &str) -> Self {
        let token = is_compact_jws(badge)
            .then(|| text::payload_of_jws(badge))
            .flatten();
        let json = token.as_deref().unwrap_or(badge.as_bytes());
        match json::parse(json, &Limits::default()).map(|parsed| parsed.value) {
            Ok(Value::Object(members))
                if ["badge", "recipient"]
                    .iter()
                    .all(|name| members.contains_key(*name)) =>
            {
                Self::V2
            }
            Ok(Value::Object(members)) if is_record(&members) => Self::Clr,
            _ => Self::V3,
        }
    }

    /// The keyword of PNG text chunks.
    const fn png_keyword(self) -> &'static str {
        match self {
            Self::V2 => PNG_KEYWORD_V2,
            Self::V3 => PNG_KEYWORD_V3,
            Self::Clr => PNG_KEYWORD_CLR,
        }
    }

    /// The namespace of the SVG element.
    const fn svg_namespace(self) -> &'static str {
        match self {
            Self::V2 => SVG_NAMESPACE_V2,
            Self::V3 => SVG_NAMESPACE_V3,
            Self::Clr => SVG_NAMESPACE_CLR,
        }
    }

    /// The local name of the SVG element.
    const fn svg_element(self) -> &'static str {
        match self {
            Self::V2 => SVG_ELEMENT_V2,
            Self::V3 | Self::Clr => SVG_ELEMENT_V3,
        }
    }
}

/// Whether this is a record, or a token's claims with one in `vc`.
fn is_record(members: &Map<String, Value>) -> bool {
    let members = members.get("vc").and_then(Value::as_object).unwrap_or(members);
    match members.get("type") {
        Some(Value::Array(types)) => types.iter().any(|name| name == CLR_CREDENTIAL),
        Some(name) => name == CLR_CREDENTIAL,
        None => false,
    }
}

/// A badge as it was found in a file; nothing about it is verified.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unbaked {
    /// What kind of file it was.
    pub container: Container,
    /// The badge's text: JSON, a compact JSON Web Signature, or (Open Badges 1.x) an address.
    pub payload: String,
    /// The generation whose keyword or namespace marked the badge; `None` where there is no picture.
    pub generation: Option<Generation>,
    /// Departures from the specification that were tolerated.
    pub remarks: Vec<Remark>,
}

/// A departure from the specification that was tolerated while a badge was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Remark {
    /// The same badge stands more than once.
    Repeated,
    /// The badge's text is compressed.
    CompressedBadge,
    /// The badge is in a PNG text chunk of this type instead of `iTXt`.
    OtherChunkType(&'static str),
    /// JSON in the `verify` attribute of an SVG element, or a token in its body.
    OtherPlace,
    /// The whole SVG file is compressed.
    CompressedFile,
    /// A document type declaration was not loaded.
    DoctypeIgnored,
    /// A byte-order mark or white space around the badge was left out.
    SurroundingSpace,
    /// Bytes follow the end of the picture.
    DataAfterEnd,
}

/// The kind of file that `input` seems to be, by its first bytes; `None` when it is none that can hold a badge.
#[must_use]
pub fn detect(input: &[u8]) -> Option<Container> {
    if input.starts_with(png::SIGNATURE) {
        return Some(Container::Png);
    }
    if input.starts_with(inflate::GZIP_MAGIC) {
        return Some(Container::Svg);
    }
    text::detect(input)
}

/// Takes the badge out of a PNG, SVG, JSON or JWT file. Nothing about it is verified.
///
/// ```
/// use openbadges::bake::{UnbakeError, bake, unbake};
/// use openbadges::limits::Limits;
///
/// let picture = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>"#;
/// let limits = Limits::default();
/// assert_eq!(unbake(picture, &limits), Err(UnbakeError::NoBadge));
/// let baked = bake(picture, r#"{"type": "VerifiableCredential"}"#)?;
/// assert_eq!(unbake(&baked, &limits)?.payload, r#"{"type": "VerifiableCredential"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`UnbakeError`] when there is no badge, more than one, a damaged one, or one past a limit.
pub fn unbake(input: &[u8], limits: &Limits) -> Result<Unbaked, UnbakeError> {
    if input.len() > limits.max_input_bytes {
        return Err(UnbakeError::TooLarge {
            limit: "input-bytes",
            max: limits.max_input_bytes,
        });
    }
    match detect(input) {
        Some(Container::Png) => png::unbake(input, limits),
        Some(Container::Svg) => svg::unbake(input, limits),
        Some(container @ (Container::Json | Container::Jwt)) => text::unbake(input, container, limits),
        None => Err(UnbakeError::NoBadge),
    }
}

/// Puts `credential` (JSON or a compact JSON Web Signature) into `picture` (PNG or SVG).
///
/// It goes under the keyword or into the element of its own generation, by its content. Any badge that the picture
/// already holds is replaced; every other byte stays as it was.
///
/// # Errors
/// [`BakeError`] when the picture is of another kind or its structure cannot be followed.
pub fn bake(picture: &[u8], credential: &str) -> Result<Vec<u8>, BakeError> {
    match detect(picture) {
        Some(Container::Png) => png::bake(picture, credential, Generation::of(credential)),
        Some(Container::Svg) => svg::bake(picture, credential, Generation::of(credential)),
        Some(Container::Json | Container::Jwt) | None => Err(BakeError::NotAPicture),
    }
}

/// The picture in `file` without any badge, to be compared or hashed.
///
/// It is what [`bake`] was given, byte for byte, as long as that picture was written as pictures are: without a badge of
/// its own, without the declaration of a badge's namespace at the end of the `<svg>` tag, and with something in it.
/// Whatever a picture was, `unbaked_picture` of it stays the same when badges are baked into it.
///
/// # Errors
/// [`BakeError`] when the file is no picture of the two kinds or its structure cannot be followed.
pub fn unbaked_picture(file: &[u8]) -> Result<Vec<u8>, BakeError> {
    match detect(file) {
        Some(Container::Png) => png::unbaked_picture(file),
        Some(Container::Svg) => svg::unbaked_picture(file),
        Some(Container::Json | Container::Jwt) | None => Err(BakeError::NotAPicture),
    }
}

/// Whether `text` has the shape of a [compact JWS](https://www.rfc-editor.org/rfc/rfc7515#section-7.1).
pub(crate) fn is_compact_jws(text: impl AsRef<[u8]>) -> bool {
    text::is_compact_jws(text.as_ref())
}

/// Collects the badges of one file: the same one twice is a remark, two different ones are refused.
#[derive(Default)]
struct Found {
    badge: Option<(String, Generation)>,
    remarks: Vec<Remark>,
}

impl Found {
    fn add(&mut self, payload: String, generation: Generation) -> Result<(), UnbakeError> {
        match &self.badge {
            None => self.badge = Some((payload, generation)),
            Some((earlier, _)) if *earlier == payload => self.remark(Remark::Repeated),
            Some(_) => return Err(UnbakeError::ConflictingBadges),
        }
        Ok(())
    }

    fn remark(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn finish(mut self, container: Container) -> Result<Unbaked, UnbakeError> {
        let (payload, generation) = self.badge.take().ok_or(UnbakeError::NoBadge)?;
        let trimmed = text::trim(&payload);
        if trimmed.is_empty() {
            return Err(UnbakeError::NoBadge);
        }
        let payload = if trimmed.len() == payload.len() {
            payload
        } else {
            let trimmed = trimmed.to_owned();
            self.remark(Remark::SurroundingSpace);
            trimmed
        };
        Ok(Unbaked {
            container,
            payload,
            generation: Some(generation),
            remarks: self.remarks,
        })
    }
}
