//! From SVG to PNG, and to an SVG whose text is drawn as outlines.

use std::sync::{Arc, LazyLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, Options, Tree, WriteOptions, fontdb},
};

use super::PictureError;

/// Longest side of a rendered PNG, in pixels.
const SIDE: u32 = 600;

/// The one font, so that a picture looks the same on every machine.
static FONT: &[u8] = include_bytes!("../../../assets/fonts/AtkinsonHyperlegible_700Bold.ttf");

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    Arc::new(fonts)
});

pub(super) struct Rendered {
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
}

pub(super) fn render(svg: &str) -> Result<Rendered, PictureError> {
    let tree = tree(svg)?;
    let scale = scale(tree.size())?;
    let size = tree
        .size()
        .to_int_size()
        .scale_by(scale)
        .ok_or(PictureError::Damaged)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PictureError::Damaged)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let png = pixels
        .encode_png()
        .map_err(|_not_encoded| PictureError::Damaged)?;
    Ok(Rendered {
        svg: tree.to_string(&WriteOptions::default()),
        png,
    })
}

/// The PNG with a drawing over it; `drawing` gives the SVG for its width and height.
pub(super) fn draw_over(
    png: &[u8],
    drawing: impl FnOnce(u32, u32) -> String,
) -> Result<Vec<u8>, PictureError> {
    let mut pixels = Pixmap::decode_png(png).map_err(|_not_read| PictureError::Damaged)?;
    let tree = tree(&drawing(pixels.width(), pixels.height()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_not_encoded| PictureError::Damaged)
}

fn tree(svg: &str) -> Result<Tree, PictureError> {
    let options = Options {
        font_family: "Atkinson Hyperlegible".to_owned(),
        fontdb: Arc::clone(&FONTS),
        // Whatever slipped through the check: no picture is loaded from anywhere.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|_not_drawable| PictureError::Damaged)
}

/// How much larger or smaller to draw, so that the longest side is [`SIDE`].
fn scale(size: usvg::Size) -> Result<f32, PictureError> {
    let longest = size.width().max(size.height());
    let scale = SIDE as f32 / longest;
    // A picture a thousand times longer than it is wide would have no pixels on one side.
    let shortest = size.width().min(size.height()) * scale;
    if shortest >= 8.0 {
        Ok(scale)
    } else {
        Err(PictureError::Damaged)
    }
}
