//! Bounds on what comes in.

/// Bounds on what comes in. The defaults suit every installation; they are settings so that tests can lower
/// them.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// Largest request body, in bytes, pictures included.
    pub max_body_bytes: usize,
    /// Largest picture of a badge, in bytes.
    pub max_picture_bytes: usize,
    /// Largest width and height of a picture of a badge, in pixels.
    pub max_picture_pixels: u32,
    /// Longest name (of a badge, a person, an organisation), in characters.
    pub max_name_chars: usize,
    /// Longest description or criteria, in characters.
    pub max_text_chars: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_body_bytes: 2_000_000,
            max_picture_bytes: 1_000_000,
            max_picture_pixels: 2_048,
            max_name_chars: 200,
            max_text_chars: 10_000,
        }
    }
}
