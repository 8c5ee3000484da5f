//! How many credentials hold, do not hold, or could not be confirmed.

use crate::verify::{Check, Verdict};

/// How many credentials hold, do not hold, or could not be confirmed.
#[derive(Default)]
pub(in crate::verify) struct Tally {
    good: usize,
    pub(in crate::verify) bad: usize,
    pub(in crate::verify) unconfirmed: usize,
    /// There was no room to verify them.
    pub(in crate::verify) left_out: usize,
}

impl Tally {
    /// Counts one more; `None` when there was no room to verify it.
    pub(in crate::verify) const fn add(&mut self, verdict: Option<Verdict>) {
        let count = match verdict {
            Some(Verdict::Verified) => &mut self.good,
            Some(Verdict::NotVerified) => &mut self.bad,
            Some(Verdict::Unconfirmed) => &mut self.unconfirmed,
            None => &mut self.left_out,
        };
        *count = count.saturating_add(1);
    }

    pub(in crate::verify) const fn count(&self) -> usize {
        self.good
            .saturating_add(self.bad)
            .saturating_add(self.unconfirmed)
            .saturating_add(self.left_out)
    }

    /// The check with the numbers that its sentence needs; who was left out is not confirmed either.
    pub(in crate::verify) fn describe(&self, check: Check) -> Check {
        check
            .with("count", self.count())
            .with("good", self.good)
            .with("bad", self.bad)
            .with("unconfirmed", self.unconfirmed.saturating_add(self.left_out))
    }
}
