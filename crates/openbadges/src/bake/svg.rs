//! Badges in SVG pictures: found by namespace, whatever the prefix.
//!
//! See [baking into SVG](https://www.imsglobal.org/spec/ob/v3p0/#svg). No document type is loaded, no entity
//! is expanded, nothing external is read.

mod bake;

use std::borrow::Cow;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

pub(super) use bake::{bake, unbaked_picture};

use super::inflate::{GZIP_MAGIC, InflateError, gunzip};
use super::{Container, Found, Generation, Remark, Unbaked, text};
use crate::error::UnbakeError;
use crate::limits::Limits;
use crate::vocab::{SVG_ELEMENT_V2, SVG_ELEMENT_V3, SVG_NAMESPACE_CLR, SVG_NAMESPACE_V2, SVG_NAMESPACE_V3};

/// Takes the badge out of an SVG file, compressed (`.svgz`) or not.
pub(super) fn unbake(input: &[u8], limits: &Limits) -> Result<Unbaked, UnbakeError> {
    let mut found = Found::default();
    let bytes = if input.starts_with(GZIP_MAGIC) {
        found.remark(Remark::CompressedFile);
        Cow::Owned(
            gunzip(input, limits.max_inflated_bytes).map_err(|error| match error {
                InflateError::TooLarge => UnbakeError::TooLarge {
                    limit: "inflated-bytes",
                    max: limits.max_inflated_bytes,
                },
                InflateError::Damaged => UnbakeError::DamagedFile { offset: 0 },
            })?,
        )
    } else {
        Cow::Borrowed(input)
    };
    let picture = std::str::from_utf8(&bytes).map_err(|error| UnbakeError::DamagedFile {
        offset: error.valid_up_to(),
    })?;
    scan(text::trim(picture), limits, &mut found)?;
    found.finish(Container::Svg)
}

fn scan(picture: &str, limits: &Limits, found: &mut Found) -> Result<(), UnbakeError> {
    let mut reader = NsReader::from_str(picture);
    let mut seen_root = false;
    // The badge element that is open, and how many elements inside it are.
    let mut open: Option<(BadgeElement, usize)> = None;
    loop {
        let offset = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let damaged = |_error: quick_xml::Error| UnbakeError::DamagedFile { offset };
        let (namespace, event) = reader.read_resolved_event().map_err(damaged)?;
        match event {
            Event::Start(tag) => {
                require_svg_root(&mut seen_root, &tag)?;
                match &mut open {
                    Some((_, depth)) => *depth = depth.saturating_add(1),
                    None => open = BadgeElement::of(&namespace, &tag, offset)?.map(|element| (element, 0)),
                }
            }
            Event::Empty(tag) => {
                require_svg_root(&mut seen_root, &tag)?;
                if open.is_none()
                    && let Some(element) = BadgeElement::of(&namespace, &tag, offset)?
                {
                    element.close(limits, found)?;
                }
            }
            Event::End(_) => match open.take() {
                Some((element, 0)) => element.close(limits, found)?,
                Some((element, depth)) => open = Some((element, depth.saturating_sub(1))),
                None => {}
            },
            // Text comes in as many events as the parser likes: all of them are the body.
            Event::Text(piece) => append(&mut open, &piece),
            Event::CData(piece) => append(&mut open, &piece),
            Event::GeneralRef(reference) => {
                if open.is_some() {
                    append(&mut open, resolve(&reference)?.encode_utf8(&mut [0; 4]));
                }
            }
            Event::DocType(_) => found.remark(Remark::DoctypeIgnored),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if open.is_some() => return Err(UnbakeError::DamagedFile { offset }),
            Event::Eof => return Ok(()),
        }
    }
}

/// Refuses HTML and other XML, in which a badge's markup proves nothing about a picture.
fn require_svg_root(seen_root: &mut bool, tag: &BytesStart<'_>) -> Result<(), UnbakeError> {
    if !*seen_root && tag.local_name().as_ref() != "svg" {
        return Err(UnbakeError::NoBadge);
    }
    *seen_root = true;
    Ok(())
}

fn append(open: &mut Option<(BadgeElement, usize)>, piece: &str) {
    if let Some((element, 0)) = open {
        element.body.push_str(piece);
    }
}

/// The character that a reference stands for: one of XML's own five, or a number.
fn resolve(reference: &BytesRef<'_>) -> Result<char, UnbakeError> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(character);
    }
    match &**reference {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        _ => Err(UnbakeError::EntityRefused),
    }
}

/// An element whose namespace and name mark a badge.
struct BadgeElement {
    generation: Generation,
    offset: usize,
    verify: Option<String>,
    body: String,
}

/// The generation whose badge element this is.
fn generation_of(namespace: &ResolveResult<'_>, tag: &BytesStart<'_>) -> Option<Generation> {
    let ResolveResult::Bound(namespace) = namespace else {
        return None;
    };
    match (namespace.0, tag.local_name().as_ref()) {
        (SVG_NAMESPACE_V3, SVG_ELEMENT_V3) => Some(Generation::V3),
        (SVG_NAMESPACE_CLR, SVG_ELEMENT_V3) => Some(Generation::Clr),
        (SVG_NAMESPACE_V2, SVG_ELEMENT_V2) => Some(Generation::V2),
        _ => None,
    }
}

impl BadgeElement {
    fn of(
        namespace: &ResolveResult<'_>,
        tag: &BytesStart<'_>,
        offset: usize,
    ) -> Result<Option<Self>, UnbakeError> {
        let Some(generation) = generation_of(namespace, tag) else {
            return Ok(None);
        };
        let mut verify = None;
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|_error| UnbakeError::DamagedChunk { offset })?;
            if attribute.key.as_ref() == "verify" {
                verify = Some(value_of(&attribute, offset)?);
            }
        }
        Ok(Some(Self {
            generation,
            offset,
            verify,
            body: String::new(),
        }))
    }

    /// The badge of a finished element: its body, or its `verify` attribute when the body is empty.
    fn close(self, limits: &Limits, found: &mut Found) -> Result<(), UnbakeError> {
        let body = text::trim(&self.body);
        let payload = match &self.verify {
            _ if !body.is_empty() => {
                if text::is_compact_jws(body.as_bytes()) {
                    found.remark(Remark::OtherPlace);
                }
                body
            }
            Some(verify) => {
                let verify = text::trim(verify);
                if verify.starts_with('{') {
                    found.remark(Remark::OtherPlace);
                }
                verify
            }
            None => return Err(UnbakeError::DamagedChunk { offset: self.offset }),
        };
        if payload.len() > limits.max_credential_bytes {
            return Err(UnbakeError::TooLarge {
                limit: "credential-bytes",
                max: limits.max_credential_bytes,
            });
        }
        found.add(payload.to_owned(), self.generation)
    }
}

fn value_of(attribute: &Attribute<'_>, offset: usize) -> Result<String, UnbakeError> {
    match attribute.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => Ok(value.into_owned()),
        Err(quick_xml::Error::Escape(_)) => Err(UnbakeError::EntityRefused),
        Err(_) => Err(UnbakeError::DamagedChunk { offset }),
    }
}
