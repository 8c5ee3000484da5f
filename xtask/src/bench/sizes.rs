//! The files that a page fetches for a first verdict.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paths;

/// Brotli's best quality, as a server would compress once and keep.
const BROTLI_QUALITY: i32 = 11;

/// A file's name, its bytes as they are and its bytes under brotli.
pub(super) struct Size {
    pub(super) name: String,
    pub(super) raw: usize,
    pub(super) compressed: usize,
}

/// The files of the widget, by name.
pub(super) fn of_widget() -> Result<Vec<Size>> {
    let assets = paths::root().join("widget/dist/assets");
    let mut files = vec![paths::root().join("widget/dist/verifier.js")];
    for entry in fs::read_dir(&assets).with_context(|| format!("could not read {}", assets.display()))? {
        files.push(entry?.path());
    }
    files.sort();
    files.iter().map(|file| size(file)).collect()
}

fn size(file: &Path) -> Result<Size> {
    let bytes = fs::read(file)?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)?;
    Ok(Size {
        name: file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        raw: bytes.len(),
        compressed: compressed.len(),
    })
}
