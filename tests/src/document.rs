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
pub fn section(file: &str, name: &str, text: &str) -> Result<()> {
    rewrite(file, name, |_| text.to_owned())
}

/// The same for one row of the table in the section: the one whose first cell is `key`.
///
/// A row that is not there yet is written where its key belongs in the alphabet.
///
/// # Errors
/// The file or the section is absent, or the row is another one.
pub fn row(file: &str, name: &str, key: &str, row: &str) -> Result<()> {
    rewrite(file, name, |table| {
        let (head, rows) = table
            .match_indices('\n')
            .nth(1)
            .map_or((table, ""), |(end, _)| table.split_at(end));
        let begin = format!("| {key} |");
        let mut rows: Vec<&str> = rows
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with(&begin))
            .chain([row])
            .collect();
        rows.sort_unstable();
        format!("{head}\n{}", rows.join("\n"))
    })
}

/// Compares the section `name` of `docs/{file}` with what `renew` makes of it, or writes that.
#[expect(clippy::disallowed_methods, reason = "tests have no configuration file")]
fn rewrite(file: &str, name: &str, renew: impl FnOnce(&str) -> String) -> Result<()> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(file);
    let document = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let (begin, end) = (format!("<!-- begin {name} -->"), format!("<!-- end {name} -->"));
    let (before, rest) = document
        .split_once(&begin)
        .with_context(|| format!("{file} has no `{begin}`"))?;
    let (written, after) = rest
        .split_once(&end)
        .with_context(|| format!("{file} has no `{end}`"))?;
    let renewed = renew(written.trim());
    let renewed = renewed.trim();
    if written.trim() == renewed {
        return Ok(());
    }
    let asked = env::var("BLASON_WRITE_DOCS").is_ok_and(|value| value == "1");
    ensure!(
        asked,
        "docs/{file} says otherwise; run again with BLASON_WRITE_DOCS=1 and read the difference"
    );
    fs::write(&path, format!("{before}{begin}\n{renewed}\n{end}{after}"))?;
    Ok(())
}
