//! How much the relay reads.

use std::sync::{Mutex, PoisonError};

const MINUTE: i64 = 60;

/// How much was read in the current minute, for everybody together.
#[derive(Debug, Default)]
pub struct Allowance(Mutex<Used>);

#[derive(Debug, Default, Clone, Copy)]
struct Used {
    minute: i64,
    count: u32,
}

impl Allowance {
    /// Whether one more may be read at `now` (Unix seconds), when `per_minute` may be read in each minute; it then
    /// counts as read.
    pub fn take(&self, now: i64, per_minute: u32) -> bool {
        let minute = now.div_euclid(MINUTE);
        let mut used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if used.minute != minute {
            *used = Used { minute, count: 0 };
        }
        if used.count >= per_minute {
            return false;
        }
        used.count = used.count.saturating_add(1);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_has_its_number_and_the_next_begins_anew() {
        let allowance = Allowance::default();
        let answers: Vec<bool> = (0..3).map(|second| allowance.take(second, 2)).collect();
        assert_eq!(answers, [true, true, false]);
        assert!(allowance.take(60, 2));
    }
}
