//! What was found out about one input, and the forms in which it is told.

use std::io::{self, Write};

use openbadges::verify::Report;
use openbadges::verify::trace::Trace;

use crate::clients::evidence::FetchRecord;

/// What was found out about one input.
pub(in crate::cli) struct Answer {
    /// The input, as it was typed or as its path in a folder that was.
    pub(in crate::cli) input: String,
    pub(in crate::cli) report: Report,
    /// Each fetch, in the order they were asked for.
    pub(in crate::cli) fetched: Vec<FetchRecord>,
    /// The steps, where they were asked for.
    pub(in crate::cli) trace: Option<Trace>,
}

/// A form in which answers are told, one after the other.
pub(in crate::cli) trait Form {
    /// Writes what comes before the first answer.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;

    /// Writes one answer.
    fn write(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()>;

    /// Writes what comes after the last.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}
