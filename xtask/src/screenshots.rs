//! Pictures of the verification page, for people to look at.

use std::process::Command;

use anyhow::Result;

use crate::progress::must;
use crate::{paths, setup, web};

/// Builds the page and takes a picture of each of its states, in each language, wide and narrow, light and dark,
/// into `tests/artifacts`.
///
/// # Errors
/// When a tool is missing (the sentence says what to type), the build fails, or a state does not look as it should.
pub(crate) fn take() -> Result<()> {
    web::build()?;
    setup::npm_packages("tests")?;
    let chromium = setup::chromium()?;
    must(
        Command::new("npm")
            .args(["run", "--silent", "screenshots"])
            .current_dir(paths::root().join("tests"))
            .env("BLASON_CHROMIUM", &chromium),
    )?;
    println!(
        "pictures are in {}",
        paths::root().join("tests/artifacts").display()
    );
    Ok(())
}
