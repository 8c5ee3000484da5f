//! A report as a page of text, for people.

use std::io::{self, Write};

use openbadges::verify::{Check, Nested, Relation, State, Summary};
use serde_json::Value;

use super::terminal::visible;
use super::texts::{Texts, date};
use super::verify::{Answer, Form, write_steps};
use crate::clients::evidence::FetchRecord;

/// A page for each input.
pub(super) struct Sheets<'a> {
    pub(super) texts: &'a Texts,
}

impl Form for Sheets<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
        write(out, self.texts, answer)
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Writes what was found out about one input: the state, what the badge says, and each check in a sentence.
fn write(out: &mut dyn Write, texts: &Texts, answer: &Answer) -> io::Result<()> {
    let Answer {
        input,
        report,
        fetched,
        trace,
    } = answer;
    writeln!(out, "{}: {}", visible(input), texts.state(report.state))?;
    if let Some(summary) = &report.credential {
        let is_genuine = matches!(report.state, State::Genuine | State::Caution);
        let heading = if is_genuine {
            "cli-badge-says"
        } else {
            "cli-badge-claims"
        };
        writeln!(out, "\n  {}", texts.text(heading))?;
        write_rows(out, 4, &said(texts, summary))?;
    }
    writeln!(out, "\n  {}", texts.text("cli-checks"))?;
    write_rows(
        out,
        4,
        &report
            .checks
            .iter()
            .flat_map(|check| answered(texts, check))
            .collect::<Vec<_>>(),
    )?;
    if !report.nested.is_empty() {
        writeln!(out, "\n  {}", texts.text("cli-inside"))?;
        write_rows(out, 4, &inside(texts, &report.nested, 0))?;
    }
    if !fetched.is_empty() {
        writeln!(out, "\n  {}", texts.text("cli-fetched"))?;
        for record in fetched {
            writeln!(out, "    {}", document(record))?;
        }
    }
    if let Some(trace) = trace {
        write_steps(out, texts, trace)?;
    }
    writeln!(out)
}

/// A word or two, and what belongs to it.
pub(super) type Row = (String, String);

/// Writes rows, `indent` columns from the left, with their second parts below each other.
pub(super) fn write_rows(out: &mut dyn Write, indent: usize, rows: &[Row]) -> io::Result<()> {
    let width = rows
        .iter()
        .map(|(label, _)| label.chars().count())
        .max()
        .unwrap_or_default();
    for (label, text) in rows {
        writeln!(out, "{:indent$}{label:width$}  {text}", "")?;
    }
    Ok(())
}

/// What the badge says of itself; every text is the issuer's.
fn said(texts: &Texts, summary: &Summary) -> Vec<Row> {
    let shown_date = |text: &String| date(text).unwrap_or_else(|| visible(text).into_owned());
    let issuer = summary.issuer.as_ref().map(|issuer| match &issuer.name {
        Some(name) => format!("{} ({})", visible(name), visible(&issuer.id)),
        None => visible(&issuer.id).into_owned(),
    });
    let recipient = summary.recipient.name.as_ref().or(summary.recipient.id.as_ref());
    let criteria = summary
        .criteria
        .as_ref()
        .and_then(|criteria| criteria.narrative.as_ref().or(criteria.id.as_ref()));
    let rows = [
        (
            "cli-badge",
            summary.name.as_ref().map(|name| visible(name).into_owned()),
        ),
        (
            "cli-description",
            summary.description.as_ref().map(|text| one_line(text)),
        ),
        ("cli-criteria", criteria.map(|text| one_line(text))),
        ("cli-issuer", issuer),
        ("cli-recipient", recipient.map(|name| visible(name).into_owned())),
        (
            "cli-given",
            summary
                .awarded
                .as_ref()
                .or(summary.valid_from.as_ref())
                .map(shown_date),
        ),
        ("cli-valid-until", summary.valid_until.as_ref().map(shown_date)),
    ];
    rows.into_iter()
        .filter_map(|(label, text)| Some((texts.text(label), text?)))
        .collect()
}

/// A text of several lines on one.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" ")).into_owned()
}

/// A check's answer, question and sentence, and the same for each remark beside it.
fn answered(texts: &Texts, check: &Check) -> Vec<Row> {
    let mut rows = vec![(texts.answer(check), sentence(texts, check))];
    rows.extend(
        check
            .notes
            .iter()
            .map(|note| (String::new(), texts.sentence(note.code.as_str(), &note.data))),
    );
    rows
}

/// A check's question and the sentence that answers it.
pub(super) fn sentence(texts: &Texts, check: &Check) -> String {
    let question = texts.text(&format!("check-{}", check.id.as_str()));
    let sentence = texts.sentence(check.code.as_str(), &check.data);
    match check.data.get("pointer").and_then(Value::as_str) {
        Some(pointer) => format!("{question}. {sentence} ({})", visible(pointer)),
        None => format!("{question}. {sentence}"),
    }
}

/// What stands inside the badge, each with its own answer and, where that is not a good one, its first reason.
fn inside(texts: &Texts, nested: &[Nested], depth: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for credential in nested {
        let report = &credential.report;
        let name = report
            .credential
            .as_ref()
            .and_then(|summary| summary.name.as_deref());
        let label = match (credential.relation, name) {
            (Relation::Endorsement, _) => texts.text("cli-inside-endorsement"),
            (_, Some(name)) => one_line(name),
            (_, None) => texts.text("cli-inside-credential"),
        };
        let reason = report
            .obstacles()
            .next()
            .map(|check| format!(". {}", sentence(texts, check)));
        let answer = format!(
            "{}{} ({})",
            texts.state(report.state),
            reason.unwrap_or_default(),
            visible(&credential.pointer)
        );
        rows.push((format!("{:1$}{label}", "", depth * 2), answer));
        rows.extend(inside(texts, &report.nested, depth + 1));
    }
    rows
}

fn document(record: &FetchRecord) -> String {
    let outcome = match (record.status, record.reason) {
        (Some(status), _) => status.to_string(),
        (None, reason) => reason.unwrap_or_default().to_owned(),
    };
    format!("{} ({outcome})", visible(&record.url))
}
