//! Putting a badge into an SVG picture by splicing its text; every other byte stays as it was.

use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use serde_json::Value;

use super::generation_of;
use crate::address::WebAddress;
use crate::bake::{Generation, text};
use crate::error::BakeError;
use crate::vocab::{SVG_NAMESPACE_V3, SVG_PREFIX};

/// Puts `credential` right after the `<svg …>` tag and leaves out any older badge element.
pub(crate) fn bake(picture: &[u8], credential: &str, generation: Generation) -> Result<Vec<u8>, BakeError> {
    let picture = text_of(picture)?;
    let layout = Layout::of(picture)?;
    // What an older badge or a record declares stays in its element: the `<svg …>` tag is for the namespace of badges.
    let prefix = match generation {
        Generation::V2 | Generation::Clr => Prefix::DeclareOnElement,
        Generation::V3 => layout.root.prefix,
    };
    let element = element(credential, prefix, generation);
    let mut baked = String::with_capacity(picture.len().saturating_add(element.len()));
    let root = layout.root;
    let tag = &picture[root.tag.clone()];
    baked.push_str(&picture[..root.tag.start]);
    // `<svg …/>` has to be opened before anything can stand inside it.
    let (open, is_empty) = opened(tag);
    baked.push_str(open);
    if prefix == Prefix::DeclareOnRoot {
        baked.push_str(&declaration(generation));
    }
    baked.push('>');
    baked.push_str(&element);
    if is_empty {
        baked.push_str(&format!("</{}>", root.name));
    }
    baked.push_str(&without(&layout.older_badges, picture, root.tag.end));
    Ok(baked.into_bytes())
}

/// Leaves out any badge element, and what [`bake`] did to the `<svg …>` tag for it.
pub(crate) fn unbaked_picture(file: &[u8]) -> Result<Vec<u8>, BakeError> {
    let file = text_of(file)?;
    let Layout {
        root,
        older_badges,
        needs_declaration,
    } = Layout::of(file)?;
    let tag = &file[root.tag.clone()];
    let (open, is_empty) = opened(tag);
    let open = match open.strip_suffix(&declaration(Generation::V3)) {
        Some(before) if !needs_declaration => before,
        _ => open,
    };
    let content = without(&older_badges, file, root.tag.end);
    let end_tag = format!("</{}>", root.name);
    let (close, content) = match content.strip_prefix(&end_tag) {
        // `<svg/>` was opened for the badge alone.
        Some(after) => ("/>", after),
        None if is_empty => ("/>", content.as_str()),
        None => (">", content.as_str()),
    };
    Ok([&file[..root.tag.start], open, close, content]
        .concat()
        .into_bytes())
}

fn text_of(picture: &[u8]) -> Result<&str, BakeError> {
    std::str::from_utf8(picture).map_err(|error| BakeError::DamagedPicture {
        offset: error.valid_up_to(),
    })
}

/// A start tag without its end, and whether it ends the element too.
fn opened(tag: &str) -> (&str, bool) {
    match tag.strip_suffix("/>") {
        Some(open) => (open, true),
        None => (tag.strip_suffix('>').unwrap_or(tag), false),
    }
}

/// What stands in `picture` from `start` on, but for these pieces.
fn without(pieces: &[Range<usize>], picture: &str, start: usize) -> String {
    let mut rest = String::with_capacity(picture.len().saturating_sub(start));
    let mut copied = start;
    for piece in pieces {
        rest.push_str(&picture[copied..piece.start]);
        copied = piece.end;
    }
    rest.push_str(&picture[copied..]);
    rest
}

/// The declaration of the badge's namespace, as an attribute.
fn declaration(generation: Generation) -> String {
    format!(r#" xmlns:{SVG_PREFIX}="{}""#, generation.svg_namespace())
}

/// The badge element: a token in `verify`, JSON as character data.
fn element(credential: &str, prefix: Prefix, generation: Generation) -> String {
    let declaration = match prefix {
        Prefix::Declared | Prefix::DeclareOnRoot => String::new(),
        Prefix::DeclareOnElement => self::declaration(generation),
    };
    let name = format!("{SVG_PREFIX}:{}", generation.svg_element());
    if text::is_compact_jws(credential.as_bytes()) {
        return format!(r#"<{name}{declaration} verify="{credential}"/>"#);
    }
    let verify = match generation {
        Generation::V2 => address_of(credential)
            .map(|address| format!(r#" verify="{}""#, escape(&address)))
            .unwrap_or_default(),
        Generation::V3 | Generation::Clr => String::new(),
    };
    // The end mark of character data cannot stand inside it: it is split over two sections.
    let data = credential.replace("]]>", "]]]]><![CDATA[>");
    format!("<{name}{declaration}{verify}><![CDATA[{data}]]></{name}>")
}

/// The address at which a hosted assertion is published, which stands beside it in its
/// [element](https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/index.html).
fn address_of(assertion: &str) -> Option<String> {
    let assertion: Value = serde_json::from_str(assertion).ok()?;
    let id = assertion.get("id")?.as_str()?;
    WebAddress::parse(id).ok().map(|_address| id.to_owned())
}

struct Layout {
    root: Root,
    /// Where older badge elements stand, in order.
    older_badges: Vec<Range<usize>>,
    /// Whether an element that is no badge relies on the declaration that badges rely on.
    needs_declaration: bool,
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
        let mut needs_declaration = false;
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
            if let Event::Start(tag) | Event::Empty(tag) = &event {
                let has_prefix = tag
                    .name()
                    .prefix()
                    .is_some_and(|prefix| prefix.as_ref() == SVG_PREFIX);
                let is_of_badges =
                    matches!(&namespace, ResolveResult::Bound(bound) if bound.0 == SVG_NAMESPACE_V3);
                needs_declaration |= has_prefix && is_of_badges && !is_badge && open.is_none();
            }
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
        Ok(Self {
            root,
            older_badges,
            needs_declaration,
        })
    }
}

fn position(reader: &NsReader<&[u8]>, skipped: usize) -> usize {
    usize::try_from(reader.buffer_position())
        .unwrap_or(usize::MAX)
        .saturating_add(skipped)
}

fn prefix_of(root: &BytesStart<'_>, offset: usize) -> Result<Prefix, BakeError> {
    let declaration = format!("xmlns:{SVG_PREFIX}");
    let mut prefix = Prefix::DeclareOnRoot;
    // To the last one: a tag that says one thing twice is no XML, and readers differ in which they believe.
    for attribute in root.attributes() {
        let attribute = attribute.map_err(|_error| BakeError::DamagedPicture { offset })?;
        if attribute.key.as_ref() == declaration {
            prefix = if attribute.value == SVG_NAMESPACE_V3 {
                Prefix::Declared
            } else {
                Prefix::DeclareOnElement
            };
        }
    }
    Ok(prefix)
}
