//! What a platform shows, pasted as one block of text.

use std::collections::BTreeMap;

use url::Url;

use super::{GUIDES, Theirs};

/// The values that were found, each under what it is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The values.
    pub values: BTreeMap<Theirs, String>,
    /// Whether the issuer was not in the text and is the address of the platform's keys without its path, as it is
    /// for Open edX.
    pub is_issuer_guessed: bool,
}

/// What stands in `text` under the names that platforms use. A value is on the line of its name or on the next one;
/// of a name that stands twice, the first value counts.
#[must_use]
pub fn read(text: &str) -> Pasted {
    let mut values = BTreeMap::new();
    let mut waiting = None;
    for line in text.lines().map(clean).filter(|line| !line.is_empty()) {
        if let Some((theirs, value)) = named(line) {
            waiting = value.is_empty().then_some(theirs);
            if !value.is_empty() {
                values.entry(theirs).or_insert_with(|| value.to_owned());
            }
        } else if let Some(theirs) = waiting.take() {
            values.entry(theirs).or_insert_with(|| line.to_owned());
        }
    }
    let mut pasted = Pasted {
        values,
        is_issuer_guessed: false,
    };
    if !pasted.values.contains_key(&Theirs::Issuer)
        && let Some(origin) = pasted.values.get(&Theirs::KeysUrl).and_then(|url| origin(url))
    {
        pasted.values.insert(Theirs::Issuer, origin);
        pasted.is_issuer_guessed = true;
    }
    pasted
}

/// The line without what lists and tables put around it.
fn clean(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '•' | '|' | '-'))
}

/// What a line names, and what follows on it. The longest name counts: `Keyset URL` is the end of others.
fn named(line: &str) -> Option<(Theirs, &str)> {
    let names = GUIDES.iter().flat_map(|guide| guide.theirs);
    let (name, theirs) = names
        .filter(|(name, _)| is_prefix(name, line))
        .max_by_key(|(name, _)| name.len())?;
    let rest = line.get(name.len()..)?.trim_start();
    // "(provide to the tool)", as Sakai has it.
    let rest = match rest.strip_prefix('(') {
        Some(remark) => remark.split_once(')')?.1.trim_start(),
        None => rest,
    };
    let value = rest.trim_start_matches([':', '=', '|']).trim();
    Some((*theirs, value))
}

/// Whether `line` begins with `name`, in any case, and the word ends there.
fn is_prefix(name: &str, line: &str) -> bool {
    let Some(begin) = line.get(..name.len()) else {
        return false;
    };
    let ends = line
        .get(name.len()..)
        .and_then(|rest| rest.chars().next())
        .is_none_or(|next| !next.is_alphanumeric());
    begin.eq_ignore_ascii_case(name) && ends
}

fn origin(url: &str) -> Option<String> {
    let url = Url::parse(url).ok().filter(Url::has_host)?;
    Some(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pasted: &Pasted, theirs: Theirs) -> Option<&str> {
        pasted.values.get(&theirs).map(String::as_str)
    }

    #[test]
    fn the_block_of_open_edx_gives_everything_and_its_issuer_is_the_address_of_its_keys() {
        let pasted = read(
            "LTI 1.3 Launches can only be performed from the LMS.\n\n\
             To set up the LTI integration, you need to register the LMS in the tool.\n\n\
             Client ID: 6b1b7a52-5e2e-4c5c-a4ae-1b7e1f8f3f0a\n\nDeployment ID: 1\n\n\
             Keyset URL: https://lms.example/api/lti_consumer/v1/public_keysets/6b1b\n\n\
             Access Token URL: https://lms.example/api/lti_consumer/v1/token/6b1b\n\n\
             Login URL: https://lms.example/api/lti_consumer/v1/launch/\n",
        );
        assert_eq!(
            of(&pasted, Theirs::ClientId),
            Some("6b1b7a52-5e2e-4c5c-a4ae-1b7e1f8f3f0a")
        );
        assert_eq!(of(&pasted, Theirs::Deployment), Some("1"));
        assert_eq!(
            of(&pasted, Theirs::AuthUrl),
            Some("https://lms.example/api/lti_consumer/v1/launch/")
        );
        assert_eq!(
            of(&pasted, Theirs::TokenUrl),
            Some("https://lms.example/api/lti_consumer/v1/token/6b1b")
        );
        assert_eq!(of(&pasted, Theirs::Issuer), Some("https://lms.example"));
        assert!(pasted.is_issuer_guessed);
    }

    #[test]
    fn values_on_the_next_line_and_remarks_in_brackets_are_read() {
        let pasted = read(
            "Platform ID\nhttps://moodle.example\nClient ID\nabc\nPublic keyset URL\n\
             https://moodle.example/mod/lti/certs.php\n• LTI 1.3 LMS OAuth Token URL (provide to the tool): https://s.example/t",
        );
        assert_eq!(of(&pasted, Theirs::Issuer), Some("https://moodle.example"));
        assert!(!pasted.is_issuer_guessed);
        assert_eq!(of(&pasted, Theirs::ClientId), Some("abc"));
        assert_eq!(
            of(&pasted, Theirs::KeysUrl),
            Some("https://moodle.example/mod/lti/certs.php")
        );
        assert_eq!(of(&pasted, Theirs::TokenUrl), Some("https://s.example/t"));
    }

    #[test]
    fn a_text_that_names_nothing_gives_nothing() {
        assert_eq!(
            read("Client IDs are made by the platform\nhttps://moodle.example\n"),
            Pasted::default()
        );
    }
}
