//! Several reports as a list for people: one line an input, and below it what is wrong.

use std::io::{self, Write};

use openbadges::verify::State;

use super::answer::{Answer, Form};
use crate::cli::sheet::sentence;
use crate::cli::terminal::visible;
use crate::cli::texts::Texts;

/// One line for each input, and one for each check that keeps it from being verified.
pub(super) struct Table<'a> {
    texts: &'a Texts,
    /// Characters of the longest state.
    width: usize,
}

impl<'a> Table<'a> {
    pub(super) fn new(texts: &'a Texts) -> Self {
        let states = [
            State::Genuine,
            State::Caution,
            State::Invalid,
            State::Unchecked,
            State::None,
        ];
        let lengths = states.map(|state| texts.state(state).chars().count());
        Self {
            texts,
            width: lengths.into_iter().max().unwrap_or_default(),
        }
    }
}

impl Form for Table<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
        let state = self.texts.state(answer.report.state);
        writeln!(
            out,
            "{state:width$}  {}",
            visible(&answer.input),
            width = self.width
        )?;
        answer
            .report
            .obstacles()
            .try_for_each(|check| writeln!(out, "    {}", sentence(self.texts, check)))
    }

    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
