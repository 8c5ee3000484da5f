//! The pictures of the documentation for course designers.

use std::process::Command;

use anyhow::Result;

use crate::progress::must;
use crate::{paths, setup, web};

/// Builds everything, walks through the five steps of a course designer in a browser, in each language, and puts
/// the pictures of `docs/course-designers.md` into `docs/pictures`.
///
/// # Errors
/// When a tool is missing (the sentence says what to type), a build fails, or a step does not go as it should.
pub(crate) fn take() -> Result<()> {
    web::build()?;
    setup::npm_packages("tests")?;
    let chromium = setup::chromium()?;
    must(
        Command::new("cargo")
            .args(["build", "--workspace", "--bins"])
            .current_dir(paths::root()),
    )?;
    let folder = paths::root().join("docs/pictures");
    must(
        Command::new("npm")
            .args(["run", "--silent", "designer"])
            .current_dir(paths::root().join("tests"))
            .env("BLASON_CHROMIUM", &chromium)
            .env("BLASON_BIN", paths::binary("blason"))
            .env("DEMO_LMS_BIN", paths::binary("demo-lms"))
            .env("BLASON_PICTURES", &folder),
    )?;
    println!("pictures are in {}", folder.display());
    Ok(())
}
