//! Codes that a teacher hands out, on paper or as a link: each opens one badge, for some time, for so many people.

use time::{Duration, OffsetDateTime};

use crate::{
    db::{
        claim_codes::{self, ClaimCode},
        placements::Placement,
    },
    entropy::bytes,
    error::AppError,
    ids::{fingerprint, random_id},
    services::completion::{Combine, Condition, Rule},
    state::App,
};

/// Letters and digits that nobody takes for one another
/// ([Crockford's base 32](https://www.crockford.com/base32.html)).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many of them a code has: 60 bits of chance.
const LENGTH: usize = 12;

/// What the names of people begin with who followed a code as a link, and whom no platform knows.
const BY_LINK: &str = "link:";

/// The name of somebody who followed a code as a link, from what tells their browser from others.
#[must_use]
pub fn subject_by_link(fingerprint: &str) -> String {
    format!("{BY_LINK}{fingerprint}")
}

/// Whether somebody followed a code as a link: no platform has heard of them, and they opened no activity.
#[must_use]
pub fn is_by_link(subject: &str) -> bool {
    subject.starts_with(BY_LINK)
}

/// How many wrong codes one person may try in an hour.
const MAX_MISSES: i64 = 10;

/// The most people who may use one code.
pub const MAX_CAP: i64 = 10_000;

/// What a teacher asks of a code.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// From when it is good.
    pub opens_at: OffsetDateTime,
    /// For how long.
    pub lasts: Duration,
    /// For how many people.
    pub cap: i64,
}

/// Makes a code for a placement.
///
/// # Errors
/// `code-wish-unfit` when it would never be open, or for nobody or too many; when the database cannot be written.
pub async fn create(
    app: &App,
    placement: &Placement,
    wish: Wish,
    created_by: Option<&str>,
) -> Result<String, AppError> {
    let is_sound = wish.lasts.is_positive() && (1..=MAX_CAP).contains(&wish.cap);
    if !is_sound {
        return Err(AppError::bad_request("code-wish-unfit"));
    }
    let entropy = app.entropy.as_ref();
    let letters = bytes::<LENGTH>(entropy)?;
    let code: String = letters
        .iter()
        .filter_map(|byte| ALPHABET.get(usize::from(byte % 32)))
        .map(|&letter| char::from(letter))
        .collect();
    let id = random_id(entropy)?;
    let row = ClaimCode {
        sealed_code: app.vault.seal(entropy, &purpose(&id), code.as_bytes())?,
        id,
        placement_id: placement.id.clone(),
        code_hash: fingerprint(&code),
        opens_at: wish.opens_at.unix_timestamp(),
        closes_at: (wish.opens_at + wish.lasts).unix_timestamp(),
        cap: wish.cap,
        used: 0,
        created_by: created_by.map(str::to_owned),
        created_at: app.timestamp(),
    };
    claim_codes::insert(&app.db, &row).await?;
    Ok(shown(&code))
}

/// A code, for the teacher to read again: in groups of four.
///
/// # Errors
/// When it does not open.
pub fn reveal(app: &App, code: &ClaimCode) -> Result<String, AppError> {
    let opened = app.vault.open(&purpose(&code.id), &code.sealed_code)?;
    let text = String::from_utf8(opened.to_vec()).map_err(AppError::failed)?;
    Ok(shown(&text))
}

/// The code that somebody typed or followed as a link, if there is one and it is open.
///
/// # Errors
/// `code-unknown`, `code-not-open-yet`, `code-closed`.
pub async fn find(app: &App, typed: &str) -> Result<ClaimCode, AppError> {
    let code = claim_codes::find(&app.db, &fingerprint(&plain(typed)))
        .await?
        .ok_or(AppError::forbidden("code-unknown"))?;
    let now = app.timestamp();
    if now < code.opens_at {
        return Err(AppError::forbidden("code-not-open-yet"));
    }
    if now >= code.closes_at {
        return Err(AppError::forbidden("code-closed"));
    }
    Ok(code)
}

/// Whether a code alone earns the badge of a placement: what its condition asks beside cannot be done by somebody whom
/// no platform knows.
#[must_use]
pub fn is_enough(placement: &Placement) -> bool {
    Condition::of(placement).is_ok_and(|condition| {
        let has_code = condition.rules.contains(&Rule::ClaimCode);
        has_code && (condition.rules.len() == 1 || condition.combine == Combine::Any)
    })
}

/// Uses the code that `subject` typed at a placement. Used again by the same person, it is one use.
///
/// # Errors
/// As [`find`]; `code-used-up` when nobody else may use it; `code-too-many-tries` after too many wrong ones.
pub async fn redeem(app: &App, placement: &Placement, subject: &str, typed: &str) -> Result<(), AppError> {
    let now = app.timestamp();
    let since = now - Duration::hours(1).whole_seconds();
    if claim_codes::misses(&app.db, &placement.id, subject, since).await? >= MAX_MISSES {
        return Err(AppError::forbidden("code-too-many-tries"));
    }
    let found = match find(app, typed).await {
        Ok(code) if code.placement_id != placement.id => Err(AppError::forbidden("code-unknown")),
        found => found,
    };
    let code = match found {
        Ok(code) => code,
        Err(error) => {
            claim_codes::miss(&app.db, &placement.id, subject, now, since).await?;
            return Err(error);
        }
    };
    if claim_codes::take(&app.db, &code, subject, now).await? {
        Ok(())
    } else {
        Err(AppError::forbidden("code-used-up"))
    }
}

/// A code as people type it: small letters, spaces and hyphens, and letters that look like digits.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        })
        .collect()
}

fn shown(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

fn purpose(id: &str) -> String {
    format!("claim-code:{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_people_write_it() {
        assert_eq!(plain("ab0d-efgh-jk1m"), "AB0DEFGHJK1M");
        assert_eq!(plain(" abod efgh jklm "), "AB0DEFGHJK1M");
        assert_eq!(plain("ABID"), "AB1D");
    }

    #[test]
    fn a_code_is_shown_in_groups() {
        assert_eq!(shown("AB0DEFGHJK1M"), "AB0D-EFGH-JK1M");
    }
}
