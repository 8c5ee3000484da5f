//! Parts of pages with forms, and the form in which a badge is designed.

use crate::{
    i18n::Texts,
    services::{
        badges::{Design, KEEP_UPLOADED},
        pictures::{Colour, Shape},
    },
};

/// What is wrong with one field of a form.
#[derive(Debug)]
pub(crate) struct Problem {
    /// The field's name.
    pub(crate) field: &'static str,
    /// The field's label.
    pub(crate) label: String,
    /// What is wrong, and what to do.
    pub(crate) sentence: String,
}

impl Problem {
    pub(crate) fn new(field: &'static str, label: &str, sentence: Option<String>) -> Self {
        Self {
            field,
            label: label.to_owned(),
            sentence: sentence.unwrap_or_default(),
        }
    }
}

/// The form in which a badge is designed, in `design/fields.html`.
#[derive(Debug)]
pub(crate) struct DesignForm<'a> {
    pub(crate) design: &'a Design,
    pub(crate) preview_url: String,
    /// Whether the badge has an uploaded picture, which it may keep.
    pub(crate) has_upload: bool,
}

impl DesignForm<'_> {
    /// The shapes, in words.
    pub(crate) fn shapes(&self, t: &Texts) -> Vec<(&'static str, String)> {
        let kept = self.has_upload.then(|| (KEEP_UPLOADED, t.shape_uploaded()));
        let drawn = Shape::ALL.into_iter().map(|shape| {
            let label = match shape {
                Shape::Circle => t.shape_circle(),
                Shape::Shield => t.shape_shield(),
                Shape::Hexagon => t.shape_hexagon(),
                Shape::Rosette => t.shape_rosette(),
                Shape::Square => t.shape_square(),
            };
            (shape.as_str(), label)
        });
        kept.into_iter().chain(drawn).collect()
    }

    /// The colours, in words.
    #[expect(clippy::unused_self, reason = "templates call methods of values")]
    pub(crate) fn colours(&self, t: &Texts) -> Vec<(&'static str, String)> {
        let label = |colour| match colour {
            Colour::Blue => t.colour_blue(),
            Colour::Teal => t.colour_teal(),
            Colour::Green => t.colour_green(),
            Colour::Violet => t.colour_violet(),
            Colour::Red => t.colour_red(),
            Colour::Orange => t.colour_orange(),
            Colour::Slate => t.colour_slate(),
        };
        Colour::ALL
            .into_iter()
            .map(|colour| (colour.as_str(), label(colour)))
            .collect()
    }
}
