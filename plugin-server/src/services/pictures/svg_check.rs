//! Uploaded SVG files: an allow-list of elements, and no reference out of the file.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::PictureError;

/// Shapes, text, paint and structure. Not here: scripts, styles sheets, foreign content, links, pictures in the
/// picture, animation, and filters, whose cost has no bound.
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "marker",
    "pattern",
];

/// Elements of editors (Inkscape's settings, RDF) that draw nothing; the renderer leaves them out.
const IGNORED_PREFIXES: &[&str] = &["sodipodi", "inkscape", "rdf", "cc", "dc"];

/// Bounds on the cost of drawing: `use` multiplies what it names.
const MAX_ELEMENTS: usize = 5_000;
const MAX_USES: usize = 32;
const MAX_DEPTH: usize = 64;

/// Refuses an SVG that could act, load something, or cost too much.
pub(super) fn check(text: &str) -> Result<(), PictureError> {
    let mut reader = Reader::from_str(text);
    let mut state = Seen::default();
    loop {
        match reader.read_event().map_err(|_not_xml| state.unreadable())? {
            Event::Start(element) => {
                state.element(&element)?;
                state.depth += 1;
                if state.depth > MAX_DEPTH {
                    return Err(refused("too deeply nested elements"));
                }
            }
            Event::Empty(element) => state.element(&element)?,
            Event::End(_) => state.depth = state.depth.saturating_sub(1),
            Event::DocType(_) => return Err(refused("a document type")),
            Event::PI(_) => return Err(refused("a processing instruction")),
            Event::GeneralRef(reference) if !is_plain(&reference) => return Err(refused("an entity")),
            Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::GeneralRef(_) => {}
            Event::Eof => break,
        }
    }
    if state.elements == 0 {
        Err(PictureError::UnknownKind)
    } else {
        Ok(())
    }
}

/// What was met so far.
#[derive(Default)]
struct Seen {
    elements: usize,
    uses: usize,
    depth: usize,
}

impl Seen {
    fn element(&mut self, element: &BytesStart<'_>) -> Result<(), PictureError> {
        let name = element.name();
        let (prefix, local) = name.as_ref().split_once(':').unwrap_or(("", name.as_ref()));
        if self.elements == 0 && local != "svg" {
            return Err(PictureError::UnknownKind);
        }
        self.elements += 1;
        if local == "use" {
            self.uses += 1;
        }
        if self.elements > MAX_ELEMENTS || self.uses > MAX_USES {
            return Err(refused("too many elements"));
        }
        let is_drawing = matches!(prefix, "" | "svg") && ELEMENTS.contains(&local);
        if !is_drawing && !IGNORED_PREFIXES.contains(&prefix) {
            return Err(refused(&format!("<{}>", name.as_ref())));
        }
        element.attributes().try_for_each(|attribute| {
            let attribute = attribute.map_err(|_malformed| PictureError::Damaged)?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|_entity| refused("an entity"))?;
            check_attribute(attribute.key.as_ref(), &value)
        })
    }

    /// What unreadable XML means: before the first element, that this is no SVG at all.
    const fn unreadable(&self) -> PictureError {
        if self.elements == 0 {
            PictureError::UnknownKind
        } else {
            PictureError::Damaged
        }
    }
}

fn check_attribute(name: &str, value: &str) -> Result<(), PictureError> {
    let local = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
    let compact: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let compact = compact.to_ascii_lowercase();
    if local.starts_with("on") {
        return Err(refused(&format!("the attribute {name}")));
    }
    if matches!(local.as_str(), "href" | "src" | "base") && !compact.starts_with('#') {
        return Err(refused(&format!("a reference out of the file ({name})")));
    }
    if compact.contains("javascript:") || compact.contains("expression(") || compact.contains("@import") {
        return Err(refused(&format!("a script in the attribute {name}")));
    }
    let references_outside = compact
        .split("url(")
        .skip(1)
        .any(|rest| !rest.trim_start_matches(['"', '\'']).starts_with('#'));
    // A backslash can spell any of the above in another way.
    if references_outside || (local == "style" && compact.contains('\\')) {
        return Err(refused(&format!("a reference out of the file ({name})")));
    }
    Ok(())
}

/// The five entities that XML itself defines, and character references.
fn is_plain(reference: &str) -> bool {
    reference.starts_with('#') || matches!(reference, "amp" | "lt" | "gt" | "quot" | "apos")
}

fn refused(what: &str) -> PictureError {
    PictureError::UnsafeSvg(what.to_owned())
}
