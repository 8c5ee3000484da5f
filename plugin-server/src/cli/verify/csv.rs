//! Reports as rows of a spreadsheet.

use std::io::{self, Write};

use serde_json::Value;

use super::answer::{Answer, Form};
use crate::cli::terminal::visible;
use crate::cli::texts::Texts;
use crate::spreadsheet;

/// The columns. `check`, `code` and `reason` belong to the first check that keeps the badge from being verified.
const COLUMNS: [&str; 14] = [
    "input",
    "verdict",
    "state",
    "check",
    "code",
    "reason",
    "name",
    "issuer",
    "issuer_name",
    "recipient",
    "valid_from",
    "valid_until",
    "version",
    "proof",
];

/// One row for each input, below a row of names.
pub(super) struct Rows<'a> {
    pub(super) texts: &'a Texts,
}

impl Form for Rows<'_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write_row(out, COLUMNS)
    }

    fn write(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
        let report = &answer.report;
        let name_of = |value: serde_json::Result<Value>| match value {
            Ok(Value::String(name)) => name,
            _ => String::new(),
        };
        let obstacle = report.obstacles().next();
        let reason = obstacle.map(|check| self.texts.sentence(check.code.as_str(), &check.data));
        let summary = report.credential.as_ref();
        let issuer = summary.and_then(|summary| summary.issuer.as_ref());
        let recipient =
            summary.and_then(|summary| summary.recipient.name.as_ref().or(summary.recipient.id.as_ref()));
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let cells = [
            answer.input.clone(),
            name_of(serde_json::to_value(report.verdict)),
            name_of(serde_json::to_value(report.state)),
            obstacle
                .map(|check| check.id.as_str().to_owned())
                .unwrap_or_default(),
            obstacle
                .map(|check| check.code.as_str().to_owned())
                .unwrap_or_default(),
            reason.unwrap_or_default(),
            text(summary.and_then(|summary| summary.name.as_ref())),
            text(issuer.map(|issuer| &issuer.id)),
            text(issuer.and_then(|issuer| issuer.name.as_ref())),
            text(recipient),
            text(summary.and_then(|summary| summary.valid_from.as_ref())),
            text(summary.and_then(|summary| summary.valid_until.as_ref())),
            text(report.format.version.as_ref()),
            text(report.format.proof.as_ref()),
        ];
        write_row(out, cells.iter().map(|cell| harmless(cell)))
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

fn write_row(out: &mut dyn Write, cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<()> {
    let mut row = csv::Writer::from_writer(Vec::new());
    row.write_record(cells).map_err(io::Error::from)?;
    let row = row.into_inner().map_err(|error| error.into_error())?;
    out.write_all(&row)?;
    out.flush()
}

/// A cell that no program takes for a formula, on one line: text of a badge is a stranger's.
fn harmless(cell: &str) -> String {
    spreadsheet::harmless(&visible(cell)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_made_text() {
        for (cell, expected) in [
            (
                "=HYPERLINK(\"https://example.org\")",
                "'=HYPERLINK(\"https://example.org\")",
            ),
            ("+33 1 23 45", "'+33 1 23 45"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1+1", "' =1+1"),
            ("＝1+1", "'＝1+1"),
            ("\t=1+1", "\\u{9}=1+1"),
            ("a\nb", "a\\u{a}b"),
            ("Niveau 1 = débutant", "Niveau 1 = débutant"),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
