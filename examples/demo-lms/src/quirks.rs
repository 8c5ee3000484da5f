//! What is peculiar about this platform, each thing with a switch of its own.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The switches. As they stand by default the platform answers as Moodle 4.5 was seen to answer; `README.md` has the
/// table of what each one does when it is off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Quirks {
    /// A message hint works once; the same launch sent again is a page.
    pub hint_once: bool,
    /// Errors of a login are posted to the tool; when off, the visitor sees a page.
    pub errors_posted: bool,
    /// An id_token lives 60 seconds; when off, an hour.
    pub short_tokens: bool,
    /// The answer with an access token calls itself a web page.
    pub token_as_page: bool,
    /// A client assertion that is dated ahead of this clock is refused, by however little.
    pub no_leeway: bool,
    /// Errors of the token endpoint have quotes in them that make them no JSON.
    pub broken_errors: bool,
    /// The scopes that write (columns and scores) are left out of tokens without a word.
    pub reduced_scopes: bool,
    /// Services take one exact media type in `Accept` and answer 400 to any other.
    pub exact_accept: bool,
    /// Addresses of columns end in `?type_id=`.
    pub type_id: bool,
    /// `Link` headers of the grade book have typographic quotes and `&amp;`.
    pub curly_links: bool,
    /// Asking for results with `limit` breaks the platform.
    pub results_limit_breaks: bool,
    /// A result of 0 is listed without `resultScore`.
    pub zero_without_score: bool,
    /// A score that is not newer than the kept one is answered with 409.
    pub stale_conflict: bool,
    /// A grade that a teacher typed stays, and the score is answered as if it were taken.
    pub typed_grade_stays: bool,
    /// A score for somebody without a line in the grade book is answered with 400.
    pub gradable_only: bool,
    /// The figure of a score counts only when its grading is over.
    pub final_scores_only: bool,
    /// A link with two columns names none of them in its launches.
    pub second_column_hides: bool,
    /// Chosen content gets a column only when it brings one; when off, every link gets one of 100.
    pub delegated_columns: bool,
    /// The next page of the roster forgets the role that was asked for.
    pub role_lost: bool,
    /// The roster of one link lists who may open it; when off, the filter is not known and everybody is listed.
    pub gate_in_roster: bool,
    /// Roles on the roster are written short.
    pub short_roles: bool,
    /// A teacher who may not change activities is a learner on the roster.
    pub assistant_as_learner: bool,
    /// The roster has active members only; when off, a suspended one is listed as inactive.
    pub active_only: bool,
    /// The roster is refused as too large, as Open edX does in large courses.
    pub roster_refused: bool,
    /// Every service answers 503.
    pub services_down: bool,
}

impl Default for Quirks {
    fn default() -> Self {
        Self {
            hint_once: true,
            errors_posted: true,
            short_tokens: true,
            token_as_page: true,
            no_leeway: true,
            broken_errors: true,
            reduced_scopes: false,
            exact_accept: true,
            type_id: true,
            curly_links: true,
            results_limit_breaks: true,
            zero_without_score: false,
            stale_conflict: true,
            typed_grade_stays: true,
            gradable_only: true,
            final_scores_only: true,
            second_column_hides: true,
            delegated_columns: true,
            role_lost: true,
            gate_in_roster: true,
            short_roles: true,
            assistant_as_learner: true,
            active_only: true,
            roster_refused: false,
            services_down: false,
        }
    }
}

impl Quirks {
    /// The same switches with these turned, by the names they have in JSON and on the command line.
    ///
    /// # Errors
    ///
    /// A sentence that names the switch which does not exist or the value which is no truth value.
    pub fn turned(&self, switches: impl IntoIterator<Item = (String, Value)>) -> Result<Self, String> {
        let sentence = |error: serde_json::Error| error.to_string();
        let mut all: Map<String, Value> = serde_json::to_value(self)
            .and_then(serde_json::from_value)
            .map_err(sentence)?;
        all.extend(switches);
        serde_json::from_value(Value::Object(all)).map_err(sentence)
    }
}

/// A switch as the command line takes it: `curly-links=off`.
///
/// # Errors
///
/// A sentence that shows the form.
pub(crate) fn switch(text: &str) -> Result<(String, bool), String> {
    match text.split_once('=') {
        Some((name, "on")) => Ok((name.to_owned(), true)),
        Some((name, "off")) => Ok((name.to_owned(), false)),
        _ => Err("write it as curly-links=off or reduced-scopes=on".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Quirks, switch};

    #[test]
    fn one_switch_is_turned_and_the_others_stay() {
        let turned = Quirks::default().turned([("curly-links".to_owned(), json!(false))]);
        let expected = Quirks {
            curly_links: false,
            ..Quirks::default()
        };
        assert_eq!(turned, Ok(expected));
    }

    #[test]
    fn a_switch_that_does_not_exist_is_named() {
        let error = Quirks::default().turned([("curly".to_owned(), json!(false))]);
        assert!(error.unwrap_err().contains("`curly`"));
        assert!(switch("curly-links").is_err());
        assert_eq!(switch("curly-links=off"), Ok(("curly-links".to_owned(), false)));
    }

    #[test]
    fn every_switch_stands_in_the_readme() {
        let readme = include_str!("../README.md");
        let all = serde_json::to_value(Quirks::default()).unwrap();
        for (name, on) in all.as_object().unwrap() {
            let state = if on.as_bool().unwrap() { "on" } else { "off" };
            assert!(
                readme.contains(&format!("| `{name}` | {state} |")),
                "{name} is not {state} in the table"
            );
        }
    }
}
