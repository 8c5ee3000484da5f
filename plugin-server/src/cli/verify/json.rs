//! Reports for programs: one JSON document, or one object a line.

use std::io::{self, Write};

use openbadges::verify::{Check, FormatInfo, Nested, State, Summary, Verdict};
use serde::Serialize;
use serde_json::Value;

use super::answer::{Answer, Form};
use super::explain;
use crate::clients::evidence::FetchRecord;

/// One input's answer.
#[derive(Serialize)]
struct Entry<'a> {
    input: &'a str,
    verdict: Verdict,
    state: State,
    format: &'a FormatInfo,
    credential: Option<&'a Summary>,
    checks: &'a [Check],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    nested: &'a [Nested],
    fetched: &'a [FetchRecord],
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<Value>,
}

impl<'a> From<&'a Answer> for Entry<'a> {
    fn from(answer: &'a Answer) -> Self {
        let report = &answer.report;
        Self {
            input: &answer.input,
            verdict: report.verdict,
            state: report.state,
            format: &report.format,
            credential: report.credential.as_ref(),
            checks: &report.checks,
            nested: &report.nested,
            fetched: &answer.fetched,
            trace: answer.trace.as_ref().map(explain::to_json),
        }
    }
}

/// One object for one input, an array for several. Each is written as it comes, in the order of the inputs.
pub(super) struct Document {
    is_array: bool,
    is_begun: bool,
}

impl Document {
    pub(super) const fn new(are_several: bool) -> Self {
        Self {
            is_array: are_several,
            is_begun: false,
        }
    }
}

impl Form for Document {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_array { writeln!(out, "[") } else { Ok(()) }
    }

    fn write(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
        if self.is_begun {
            writeln!(out, ",")?;
        }
        self.is_begun = true;
        serde_json::to_writer_pretty(out, &Entry::from(answer)).map_err(io::Error::from)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_array {
            writeln!(out, "\n]")
        } else {
            writeln!(out)
        }
    }
}

/// One object a line.
pub(super) struct Lines;

impl Form for Lines {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
        let mut line = serde_json::to_vec(&Entry::from(answer)).map_err(io::Error::from)?;
        line.push(b'\n');
        out.write_all(&line)?;
        out.flush()
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
