//! How far a long run has come, on a terminal.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on standard error, where that is a terminal and there are several inputs; nothing elsewhere.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Whether the answers go to a terminal too, through which the bar runs.
    shares_terminal: bool,
}

impl Progress {
    /// A bar that ends at `total`; none when that is 0.
    pub(super) fn new(total: usize) -> Self {
        let shares_terminal = io::stdout().is_terminal();
        if total == 0 || !io::stderr().is_terminal() {
            return Self {
                bar: ProgressBar::hidden(),
                shares_terminal,
            };
        }
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
        let style = style.unwrap_or_else(|_unknown_key| ProgressStyle::default_bar());
        Self {
            bar: bar.with_style(style),
            shares_terminal,
        }
    }

    /// Writes to standard output, with the bar out of the way where that is the same terminal.
    pub(super) fn show<T>(&self, write: impl FnOnce() -> T) -> T {
        if self.shares_terminal {
            self.bar.suspend(write)
        } else {
            write()
        }
    }

    /// The same, one input further.
    pub(super) fn advance<T>(&self, write: impl FnOnce() -> T) -> T {
        let written = self.show(write);
        self.bar.inc(1);
        written
    }

    /// The same, at the end: the bar is gone afterwards.
    pub(super) fn finish<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.finish_and_clear();
        write()
    }
}
