//! Pictures of badges: drawn from a name, a colour and a shape, or uploaded and checked.

mod drawing;
mod png_check;
mod raster;
mod svg_check;

pub use drawing::{Colour, Shape};

use crate::config::Limits;

/// A picture that is fit to be baked and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// As SVG; `None` when a PNG was uploaded.
    pub svg: Option<Vec<u8>>,
    /// As PNG.
    pub png: Vec<u8>,
}

/// Why a picture is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// Neither PNG nor SVG.
    #[error("the file is neither PNG nor SVG")]
    UnknownKind,
    /// More bytes than allowed.
    #[error("the file is larger than {max_bytes} bytes")]
    TooLarge {
        /// The bound.
        max_bytes: usize,
    },
    /// More pixels than allowed, or none.
    #[error("the picture is wider or higher than {max_pixels} pixels")]
    TooManyPixels {
        /// The bound on each side.
        max_pixels: u32,
    },
    /// The bytes are not what their kind asks for.
    #[error("the file is damaged")]
    Damaged,
    /// The SVG could act, load something, or cost too much.
    #[error("the SVG holds {0}, which is not allowed")]
    UnsafeSvg(String),
}

impl PictureError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind => "picture-unknown-kind",
            Self::TooLarge { .. } => "picture-too-large",
            Self::TooManyPixels { .. } => "picture-too-many-pixels",
            Self::Damaged => "picture-damaged",
            Self::UnsafeSvg(_) => "picture-unsafe-svg",
        }
    }
}

/// Draws a picture with `name` on it.
///
/// # Errors
/// [`PictureError::Damaged`] when the drawing cannot be rendered; no name causes it.
pub fn draw(name: &str, shape: Shape, colour: Colour) -> Result<Picture, PictureError> {
    let rendered = raster::render(&drawing::svg(name, shape, colour))?;
    Ok(Picture {
        svg: Some(rendered.svg.into_bytes()),
        png: rendered.png,
    })
}

/// The PNG with `word` on a band across it, so that nobody takes it for the badge's own.
///
/// # Errors
/// [`PictureError::Damaged`] when the PNG cannot be read.
pub fn marked(png: &[u8], word: &str) -> Result<Vec<u8>, PictureError> {
    raster::draw_over(png, |width, height| drawing::band(word, width, height))
}

/// Checks an uploaded file. An SVG is refused when it holds anything but shapes and text, and is kept in a
/// plain form with its text drawn as outlines, so that it looks the same everywhere.
///
/// # Errors
/// [`PictureError`], by what is wrong.
pub fn accept(bytes: &[u8], limits: &Limits) -> Result<Picture, PictureError> {
    if bytes.len() > limits.max_picture_bytes {
        return Err(PictureError::TooLarge {
            max_bytes: limits.max_picture_bytes,
        });
    }
    if png_check::looks_like_png(bytes) {
        png_check::check(bytes, limits)?;
        return Ok(Picture {
            svg: None,
            png: bytes.to_vec(),
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|_not_text| PictureError::UnknownKind)?;
    svg_check::check(text)?;
    let rendered = raster::render(text)?;
    Ok(Picture {
        svg: Some(rendered.svg.into_bytes()),
        png: rendered.png,
    })
}

#[cfg(test)]
mod tests;
