//! Helpers shared by the tests that cross rooms.

pub mod data_integrity;
pub mod document;
pub mod layers;
pub mod n_quads;
pub mod samples;
pub mod selective_disclosure;
pub mod suite;

use std::path::PathBuf;

/// The folder `name` of other people's test vectors, or `None` where it is absent.
///
/// Vectors are not part of the project: they are read from `../shared/vectors` beside the checkout, or from
/// where `BLASON_VECTORS` points. A test whose vectors are absent is reported as ignored, by its name.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "tests have no configuration file; this is their one variable"
)]
pub fn vectors(name: &str) -> Option<PathBuf> {
    let root = std::env::var("BLASON_VECTORS").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/vectors"),
        PathBuf::from,
    );
    let folder = root.join(name);
    folder.is_dir().then_some(folder)
}
