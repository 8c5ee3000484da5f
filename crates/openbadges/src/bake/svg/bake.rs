//! Putting a badge into an SVG picture by splicing its text; every other byte stays as it was.

use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::generation_of;
use crate::bake::text;
use crate::error::BakeError;
use crate::vocab::{SVG_ELEMENT_V3, SVG_NAMESPACE_V3, SVG_PREFIX};

/// Puts `credential` right after the `<svg …>` tag and leaves out any older badge element.
pub(crate) fn bake(picture: &[u8], credential: &str) -> Result<Vec<u8>, BakeError> {
    let picture = std::str::from_utf8(picture).map_err(|error| BakeError::DamagedPicture {
        offset: error.valid_up_to(),
    })?;
    let layout = Layout::of(picture)?;
    let element = element(credential, layout.root.prefix);
    let mut baked = String::with_capacity(picture.len().saturating_add(element.len()));
    let root = layout.root;
    let tag = &picture[root.tag.clone()];
    baked.push_str(&picture[..root.tag.start]);
    // `<svg …/>` has to be opened before anything can stand inside it.
    let (open, is_empty) = match tag.strip_suffix("/>") {
        Some(open) => (open, true),
        None => (tag.strip_suffix('>').unwrap_or(tag), false),
    };
    baked.push_str(open);
    if root.prefix == Prefix::DeclareOnRoot {
        baked.push_str(&format!(r#" xmlns:{SVG_PREFIX}="{SVG_NAMESPACE_V3}""#));
    }
    baked.push('>');
    baked.push_str(&element);
    if is_empty {
        baked.push_str(&format!("</{}>", root.name));
    }
    let mut copied = root.tag.end;
    for older in layout.older_badges {
        baked.push_str(&picture[copied..older.start]);
        copied = older.end;
    }
    baked.push_str(&picture[copied..]);
    Ok(baked.into_bytes())
}

/// The badge element: a token in `verify`, JSON as character data.
fn element(credential: &str, prefix: Prefix) -> String {
    let declaration = match prefix {
        Prefix::Declared | Prefix::DeclareOnRoot => String::new(),
        Prefix::DeclareOnElement => format!(r#" xmlns:{SVG_PREFIX}="{SVG_NAMESPACE_V3}""#),
    };
    let name = format!("{SVG_PREFIX}:{SVG_ELEMENT_V3}");
    if text::is_compact_jws(credential.as_bytes()) {
        return format!(r#"<{name}{declaration} verify="{credential}"/>"#);
    }
    // The end mark of character data cannot stand inside it: it is split over two sections.
    let data = credential.replace("]]>", "]]]]><![CDATA[>");
    format!("<{name}{declaration}><![CDATA[{data}]]></{name}>")
}

struct Layout {
    root: Root,
    /// Where older badge elements stand, in order.
    older_badges: Vec<Range<usize>>,
}

struct Root {
    name: String,
    /// The start tag, from `<` to `>`.
    tag: Range<usize>,
    prefix: Prefix,
}

/// Where the namespace of the badge element is declared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    /// The root declares it already.
    Declared,
    /// The root is free to declare it, as the specification asks.
    DeclareOnRoot,
    /// The root uses the prefix for another namespace, or elements use it undeclared: what they mean stays as it is.
    DeclareOnElement,
}

impl Layout {
    fn of(picture: &str) -> Result<Self, BakeError> {
        // Positions count from here.
        let skipped = picture.len() - picture.trim_start_matches('\u{feff}').len();
        let mut reader = NsReader::from_str(&picture[skipped..]);
        let mut root = None;
        let mut older_badges = Vec::new();
        let mut open: Option<(usize, usize)> = None;
        let mut has_undeclared_prefix = false;
        loop {
            let start = position(&reader, skipped);
            let damaged = |_error: quick_xml::Error| BakeError::DamagedPicture { offset: start };
            let (namespace, event) = reader.read_resolved_event().map_err(damaged)?;
            has_undeclared_prefix |=
                matches!(&namespace, ResolveResult::Unknown(prefix) if prefix == SVG_PREFIX);
            let is_badge = match &event {
                Event::Start(tag) | Event::Empty(tag) => generation_of(&namespace, tag).is_some(),
                _ => false,
            };
            match event {
                Event::Start(tag) | Event::Empty(tag) if root.is_none() => {
                    if tag.local_name().as_ref() != "svg" {
                        return Err(BakeError::NotAPicture);
                    }
                    let (name, prefix) = (tag.name().as_ref().to_owned(), prefix_of(&tag, start)?);
                    root = Some(Root {
                        name,
                        tag: start..position(&reader, skipped),
                        prefix,
                    });
                }
                Event::Start(_) => match &mut open {
                    Some((_, depth)) => *depth += 1,
                    None if is_badge => open = Some((start, 0)),
                    None => {}
                },
                Event::Empty(_) if is_badge && open.is_none() => {
                    older_badges.push(start..position(&reader, skipped));
                }
                Event::End(_) => match open.take() {
                    Some((from, 0)) => older_badges.push(from..position(&reader, skipped)),
                    Some((from, depth)) => open = Some((from, depth - 1)),
                    None => {}
                },
                Event::Eof if open.is_some() => return Err(BakeError::DamagedPicture { offset: start }),
                Event::Eof => break,
                _ => {}
            }
        }
        let mut root = root.ok_or(BakeError::NotAPicture)?;
        if has_undeclared_prefix && root.prefix == Prefix::DeclareOnRoot {
            root.prefix = Prefix::DeclareOnElement;
        }
        Ok(Self { root, older_badges })
    }
}

fn position(reader: &NsReader<&[u8]>, skipped: usize) -> usize {
    usize::try_from(reader.buffer_position())
        .unwrap_or(usize::MAX)
        .saturating_add(skipped)
}

fn prefix_of(root: &BytesStart<'_>, offset: usize) -> Result<Prefix, BakeError> {
    let declaration = format!("xmlns:{SVG_PREFIX}");
    for attribute in root.attributes() {
        let attribute = attribute.map_err(|_error| BakeError::DamagedPicture { offset })?;
        if attribute.key.as_ref() == declaration {
            let is_ours = attribute.value == SVG_NAMESPACE_V3;
            return Ok(if is_ours {
                Prefix::Declared
            } else {
                Prefix::DeclareOnElement
            });
        }
    }
    Ok(Prefix::DeclareOnRoot)
}
