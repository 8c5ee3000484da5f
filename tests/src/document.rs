//! Results that are written into the documentation by the command that ran them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};

/// Compares the section `name` of `docs/{file}` with `text`; with `BLASON_WRITE_DOCS=1`, writes it there.
///
/// A section stands between `<!-- begin {name} -->` and `<!-- end {name} -->`.
///
/// # Errors
/// The file or the section is absent, or the section is another one.
#[expect(clippy::disallowed_methods, reason = "tests have no configuration file")]
pub fn section(file: &str, name: &str, text: &str) -> Result<()> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(file);
    let document = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let (begin, end) = (format!("<!-- begin {name} -->"), format!("<!-- end {name} -->"));
    let (before, rest) = document
        .split_once(&begin)
        .with_context(|| format!("{file} has no `{begin}`"))?;
    let (written, after) = rest
        .split_once(&end)
        .with_context(|| format!("{file} has no `{end}`"))?;
    if written.trim() == text.trim() {
        return Ok(());
    }
    let asked = env::var("BLASON_WRITE_DOCS").is_ok_and(|value| value == "1");
    ensure!(
        asked,
        "docs/{file} says otherwise; run again with BLASON_WRITE_DOCS=1 and read the difference"
    );
    fs::write(&path, format!("{before}{begin}\n{}\n{end}{after}", text.trim()))?;
    Ok(())
}
