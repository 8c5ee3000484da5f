//! How many of the inputs ended how, and the exit status that follows.

use std::process::ExitCode;

use fluent_bundle::FluentArgs;
use openbadges::verify::{Report, State, Verdict};

use crate::cli::texts::Texts;

/// How many of the inputs ended how.
#[derive(Debug, Default)]
pub(super) struct Tally {
    verified: usize,
    not_verified: usize,
    unconfirmed: usize,
    /// Of those that are not verified, how many hold no badge.
    without_badge: usize,
}

impl Tally {
    pub(super) fn add(&mut self, report: &Report) {
        let count = match report.verdict {
            Verdict::Verified => &mut self.verified,
            Verdict::NotVerified => &mut self.not_verified,
            Verdict::Unconfirmed => &mut self.unconfirmed,
        };
        *count = count.saturating_add(1);
        if report.state == State::None {
            self.without_badge = self.without_badge.saturating_add(1);
        }
    }

    /// 0 when all are verified, 1 when some are not, 2 when some are unconfirmed.
    pub(super) fn exit_status(&self) -> ExitCode {
        if self.not_verified > 0 {
            ExitCode::from(1)
        } else if self.unconfirmed > 0 || self.verified == 0 {
            ExitCode::from(2)
        } else {
            ExitCode::SUCCESS
        }
    }

    /// Says the counts on standard error, apart from the answers.
    #[expect(clippy::print_stderr, reason = "a command line speaks to the terminal")]
    pub(super) fn say(&self, texts: &Texts) {
        let mut arguments = FluentArgs::new();
        let total = self.verified + self.not_verified + self.unconfirmed;
        for (name, count) in [
            ("total", total),
            ("verified", self.verified),
            ("not_verified", self.not_verified),
            ("unconfirmed", self.unconfirmed),
            ("without_badge", self.without_badge),
        ] {
            arguments.set(name, count);
        }
        eprintln!("{}", texts.format("cli-tally", &arguments));
    }
}
