//! When a parcel that did not arrive is tried again.

use time::Duration;

use crate::{
    db::outbox::Parcel,
    entropy::{Entropy, EntropyError, bytes},
};

/// From the first try to the second.
const FIRST_PAUSE: Duration = Duration::minutes(1);

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::hours(1);

/// For how long a parcel is tried whose other side is down: longer than a week of holidays.
const PATIENCE: Duration = Duration::days(10);

/// How often a parcel is tried that the other side refuses: its administrator may be at work on it.
const MAX_REFUSALS: i64 = 5;

/// When `parcel` is tried next, in seconds since 1970; `None` when it is given up. The pauses double, and chance
/// shortens each by up to half, so that what failed together does not come back together.
///
/// # Errors
/// As [`Entropy::fill`].
pub(super) fn next(
    parcel: &Parcel,
    is_refused: bool,
    now: i64,
    entropy: &dyn Entropy,
) -> Result<Option<i64>, EntropyError> {
    let is_over = if is_refused {
        parcel.attempts >= MAX_REFUSALS
    } else {
        now >= parcel.created_at.saturating_add(PATIENCE.whole_seconds())
    };
    if is_over {
        return Ok(None);
    }
    let doublings = u32::try_from(parcel.attempts.clamp(1, 16) - 1).unwrap_or_default();
    let pause = FIRST_PAUSE
        .whole_seconds()
        .saturating_mul(1 << doublings)
        .min(LONGEST_PAUSE.whole_seconds());
    let chance = i64::from(u16::from_be_bytes(bytes(entropy)?));
    let shortened = pause / 2 * chance / i64::from(u16::MAX);
    Ok(Some(now.saturating_add(pause - shortened)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chance that always gives the same byte.
    #[derive(Debug)]
    struct Always(u8);

    impl Entropy for Always {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
            bytes.fill(self.0);
            Ok(())
        }
    }

    fn pause(attempts: i64, is_refused: bool, age: Duration, chance: u8) -> Option<i64> {
        let now = 1_000_000_000;
        let parcel = Parcel {
            id: String::new(),
            kind: "score".to_owned(),
            dedup_key: String::new(),
            registration_id: None,
            payload: None,
            created_at: now - age.whole_seconds(),
            due_at: 0,
            attempts,
            lease_until: 0,
            state: "waiting".to_owned(),
            last_error: None,
            last_detail: None,
            ended_at: None,
        };
        next(&parcel, is_refused, now, &Always(chance))
            .unwrap()
            .map(|due| due - now)
    }

    #[test]
    fn the_pauses_double_up_to_an_hour() {
        let pauses = [1, 2, 3, 6, 7, 1_000_000].map(|attempts| pause(attempts, false, Duration::ZERO, 0));
        assert_eq!(pauses, [60, 120, 240, 1920, 3600, 3600].map(Some));
    }

    #[test]
    fn chance_takes_up_to_half_of_a_pause() {
        assert_eq!(pause(3, false, Duration::ZERO, 0xff), Some(120));
        assert_eq!(pause(3, false, Duration::ZERO, 0x80), Some(180));
    }

    #[test]
    fn what_is_down_is_tried_for_ten_days_and_what_says_no_five_times() {
        assert!(pause(500, false, Duration::days(10) - Duration::seconds(1), 0).is_some());
        assert_eq!(pause(500, false, Duration::days(10), 0), None);
        assert!(pause(4, true, Duration::days(30), 0).is_some());
        assert_eq!(pause(5, true, Duration::ZERO, 0), None);
    }
}
