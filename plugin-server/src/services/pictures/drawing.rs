//! The picture of a badge from its name, a shape and a colour.

use std::fmt::Write;

/// The outline of a drawn picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A disc.
    Circle,
    /// A shield.
    Shield,
    /// A hexagon standing on its point.
    Hexagon,
    /// A rosette of sixteen points.
    Rosette,
    /// A square with round corners.
    Square,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 5] = [
        Self::Circle,
        Self::Shield,
        Self::Hexagon,
        Self::Rosette,
        Self::Square,
    ];

    /// The word for forms and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Shield => "shield",
            Self::Hexagon => "hexagon",
            Self::Rosette => "rosette",
            Self::Square => "square",
        }
    }

    /// The shape of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.as_str() == word)
    }

    /// The outline, centred on (256, 256) and scaled by `scale` around it.
    fn outline(self, scale: f32) -> String {
        match self {
            Self::Circle => format!(r#"<circle cx="256" cy="256" r="{}"/>"#, 240.0 * scale),
            Self::Square => {
                let (start, side) = (256.0 - 228.0 * scale, 456.0 * scale);
                format!(
                    r#"<rect x="{start}" y="{start}" width="{side}" height="{side}" rx="{}"/>"#,
                    72.0 * scale
                )
            }
            Self::Hexagon => polygon(6, scale, |_| 248.0),
            Self::Rosette => polygon(32, scale, |corner| if corner % 2 == 0 { 248.0 } else { 224.0 }),
            Self::Shield => {
                let at = |x: f32, y: f32| format!("{:.1} {:.1}", 256.0 + x * scale, 256.0 + y * scale);
                format!(
                    r#"<path d="M{} L{} L{} C{} {} {} C{} {} {} Z"/>"#,
                    at(-208.0, -204.0),
                    at(0.0, -240.0),
                    at(208.0, -204.0),
                    at(208.0, 60.0),
                    at(140.0, 190.0),
                    at(0.0, 246.0),
                    at(-140.0, 190.0),
                    at(-208.0, 60.0),
                    at(-208.0, -204.0),
                )
            }
        }
    }

    /// Width and height of the room for the name, and how far above the middle its middle is.
    const fn room(self) -> (f32, f32, f32) {
        match self {
            Self::Circle | Self::Rosette => (330.0, 230.0, 0.0),
            Self::Shield => (330.0, 240.0, 30.0),
            Self::Hexagon => (330.0, 250.0, 0.0),
            Self::Square => (370.0, 330.0, 0.0),
        }
    }
}

/// The colour of a drawn picture. White text on each has a contrast of at least 4.5 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// A deep blue.
    Blue,
    /// A blue green.
    Teal,
    /// A green.
    Green,
    /// A violet.
    Violet,
    /// A raspberry red.
    Red,
    /// A burnt orange.
    Orange,
    /// A dark grey.
    Slate,
}

impl Colour {
    /// Every colour.
    pub const ALL: [Self; 7] = [
        Self::Blue,
        Self::Teal,
        Self::Green,
        Self::Violet,
        Self::Red,
        Self::Orange,
        Self::Slate,
    ];

    /// The word for forms and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Teal => "teal",
            Self::Green => "green",
            Self::Violet => "violet",
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Slate => "slate",
        }
    }

    /// The colour of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.as_str() == word)
    }

    /// Top and bottom of the gradient.
    const fn paint(self) -> (&'static str, &'static str) {
        match self {
            Self::Blue => ("#2a5bb8", "#173a80"),
            Self::Teal => ("#0f7480", "#0a4b57"),
            Self::Green => ("#2c7a3f", "#174f2a"),
            Self::Violet => ("#6f45ad", "#452478"),
            Self::Red => ("#b3294e", "#7a1536"),
            Self::Orange => ("#b04a12", "#7c300a"),
            Self::Slate => ("#4a5666", "#29323f"),
        }
    }
}

/// The picture as SVG of 512 by 512.
pub(super) fn svg(name: &str, shape: Shape, colour: Colour) -> String {
    let (top, bottom) = colour.paint();
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512"><defs><linearGradient id="paint" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient></defs><g fill="url(#paint)">{}</g><g fill="none" stroke="#ffffff" stroke-opacity="0.75" stroke-width="5">{}</g>"##,
        shape.outline(1.0),
        shape.outline(0.91),
    );
    text(&mut svg, name, shape);
    svg.push_str("</svg>");
    svg
}

/// A band with `word` on it across a picture of this size, as SVG of the same size.
pub(super) fn band(word: &str, width: u32, height: u32) -> String {
    // A word of four letters fills two thirds of the width.
    let size = (f64::from(width) * 0.24).min(f64::from(height) * 0.3);
    let (left, middle) = (f64::from(width) / 2.0, f64::from(height) / 2.0);
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><rect x="0" y="{:.1}" width="{width}" height="{:.1}" fill="#7a1536"/><text x="{left:.1}" y="{:.1}" font-family="Atkinson Hyperlegible" font-weight="700" font-size="{size:.1}" fill="#ffffff" text-anchor="middle">{}</text></svg>"##,
        middle - size * 0.6,
        size * 1.2,
        middle + size * 0.35,
        escape(word),
    )
}

fn polygon(corners: u16, scale: f32, radius: impl Fn(u16) -> f32) -> String {
    let points: Vec<String> = (0..corners)
        .map(|corner| {
            let angle = f32::from(corner) / f32::from(corners) * std::f32::consts::TAU;
            let radius = radius(corner) * scale;
            format!(
                "{:.1},{:.1}",
                256.0 + radius * angle.sin(),
                256.0 - radius * angle.cos()
            )
        })
        .collect();
    format!(r#"<polygon points="{}"/>"#, points.join(" "))
}

/// Writes the name in the largest size that fits; a name in a script that the font lacks, or too long for any
/// size, is left out, and the picture stays a plain emblem.
fn text(svg: &mut String, name: &str, shape: Shape) {
    if !name.chars().all(has_glyph) {
        return;
    }
    let (width, height, raise) = shape.room();
    let fitting = (22..=64u16).rev().step_by(2).find_map(|size| {
        let size = f32::from(size);
        let lines = wrap(name, width / size)?;
        (f32::from(u16::try_from(lines.len()).ok()?) * size * LEADING <= height).then_some((size, lines))
    });
    let Some((size, lines)) = fitting else { return };
    let count = f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    let first = 256.0 - raise - (count - 1.0) * size * LEADING / 2.0 + size * 0.35;
    let mut y = first;
    for line in lines {
        let line = escape(&line);
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            r##"<text x="256" y="{y:.1}" font-family="Atkinson Hyperlegible" font-weight="700" font-size="{size}" fill="#ffffff" text-anchor="middle">{line}</text>"##
        );
        y += size * LEADING;
    }
}

/// Distance of two lines, in font sizes.
const LEADING: f32 = 1.18;

/// Breaks `name` into lines of at most `width` font sizes; `None` when a word alone is wider.
fn wrap(name: &str, width: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        if advance(word) > width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if advance(line) + advance(" ") + advance(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// How wide a text is, in font sizes: a little more than the font's own widths, by kinds of letters.
fn advance(text: &str) -> f32 {
    text.chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '|' => 0.33,
            ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' => 0.42,
            'm' | 'w' | 'M' | 'W' | 'Œ' | 'œ' | 'Æ' | 'æ' | '—' | '@' | '%' => 0.95,
            c if c.is_uppercase() => 0.72,
            _ => 0.6,
        })
        .sum()
}

/// Whether the font has this character: Latin letters and common punctuation.
const fn has_glyph(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{17f}' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '€')
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
