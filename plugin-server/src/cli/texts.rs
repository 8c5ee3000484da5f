//! The sentences of the command line: the catalogue of checks that the server and the widget share, and a
//! small one of its own.

use anyhow::anyhow;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use openbadges::verify::{Check, Outcome, State};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use time::UtcOffset;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use unic_langid::LanguageIdentifier;
use url::Url;

use super::language::Language;
use super::terminal::visible;

/// Values that a sentence may choose by; where a check has none, the sentence is told `none`.
const CHOSEN_BY: [&str; 12] = [
    "algorithm",
    "domain",
    "host",
    "method",
    "of",
    "offset",
    "reason",
    "register",
    "since",
    "status",
    "url",
    "what",
];

/// The catalogues of one language.
pub(super) struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The catalogues of `language`, compiled into the program.
    ///
    /// # Errors
    /// A catalogue is damaged, which the tests rule out.
    pub(super) fn load(language: Language) -> anyhow::Result<Self> {
        let (tag, catalogues) = match language {
            Language::En => (
                "en",
                [
                    include_str!("../../../locales/en/checks.ftl"),
                    include_str!("../../../locales/en/cli.ftl"),
                ],
            ),
            Language::Fr => (
                "fr",
                [
                    include_str!("../../../locales/fr/checks.ftl"),
                    include_str!("../../../locales/fr/cli.ftl"),
                ],
            ),
        };
        let mut bundle = FluentBundle::new(vec![tag.parse::<LanguageIdentifier>()?]);
        // The isolating marks would be shown as boxes by many terminals; values have none of their own left.
        bundle.set_use_isolating(false);
        for catalogue in catalogues {
            let resource = FluentResource::try_new(catalogue.to_owned())
                .map_err(|(_, errors)| anyhow!("a catalogue is damaged: {errors:?}"))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| anyhow!("a catalogue is damaged: {errors:?}"))?;
        }
        Ok(Self { bundle })
    }

    /// The message `id` without values.
    pub(super) fn text(&self, id: &str) -> String {
        self.format(id, &FluentArgs::new())
    }

    /// The message `id` about this many of something, `$count`.
    pub(super) fn counted(&self, id: &str, count: usize) -> String {
        let mut arguments = FluentArgs::new();
        // As text: how a reader's language groups digits is not known here.
        arguments.set("count", count.to_string());
        self.format(id, &arguments)
    }

    /// The headline of a report.
    pub(super) fn state(&self, state: State) -> String {
        self.text(match state {
            State::Genuine => "state-genuine",
            State::Caution => "state-caution",
            State::Invalid => "state-invalid",
            State::Unchecked => "state-unchecked",
            State::None => "state-none",
        })
    }

    /// The one or two words that answer a check's question.
    pub(super) fn answer(&self, check: &Check) -> String {
        self.text(match check.outcome {
            Outcome::Passed => "answer-yes",
            Outcome::Warning => "answer-care",
            Outcome::Failed => "answer-no",
            Outcome::NotChecked if check.code.does_not_apply() => "answer-neutral",
            Outcome::NotChecked => "answer-unknown",
        })
    }

    /// The sentence of a code, with the values that the check or the remark carries.
    pub(super) fn sentence(&self, code: &str, data: &Map<String, Value>) -> String {
        let mut arguments = FluentArgs::new();
        for name in CHOSEN_BY {
            arguments.set(name, "none");
        }
        for (name, value) in data {
            arguments.set(name.clone(), shown(name, value));
        }
        let url = data
            .get("url")
            .and_then(Value::as_str)
            .and_then(|url| Url::parse(url).ok());
        if let Some(host) = url.as_ref().and_then(Url::host_str) {
            arguments.set("host", visible(host).into_owned());
        }
        self.format(code, &arguments)
    }

    /// The message `id` with these values, as they are.
    pub(super) fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(arguments), &mut errors)
            .into_owned()
    }
}

/// A value of a check's data as a reader sees it.
fn shown(name: &str, value: &Value) -> String {
    match value {
        Value::String(reason) if name == "reason" && is_refusal(reason) => "refused".to_owned(),
        Value::String(text) => date(text).unwrap_or_else(|| visible(text).into_owned()),
        other => visible(&other.to_string()).into_owned(),
    }
}

/// Whether the fetcher would not ask, in the words of [`FetchError`](crate::clients::FetchError).
fn is_refusal(reason: &str) -> bool {
    matches!(
        reason,
        "blocked-address" | "not-https" | "invalid-url" | "redirect-to-other-host"
    )
}

/// A date and time of a badge in the reader's form, in UTC; `None` when the text is none.
pub(super) fn date(text: &str) -> Option<String> {
    let time = OffsetDateTime::parse(text, &Rfc3339)
        .ok()?
        .to_offset(UtcOffset::UTC);
    time.format(format_description!("[year]-[month]-[day] [hour]:[minute] UTC"))
        .ok()
}

#[cfg(test)]
mod tests {
    use openbadges::verify::{CheckId, Code};

    use super::*;

    #[test]
    fn every_code_and_every_question_has_a_sentence_in_each_language() {
        for language in [Language::En, Language::Fr] {
            let texts = Texts::load(language).unwrap();
            for code in Code::ALL {
                assert_ne!(
                    texts.sentence(code.as_str(), &Map::new()),
                    code.as_str(),
                    "{language:?}"
                );
            }
            for id in CheckId::ALL {
                let key = format!("check-{}", id.as_str());
                assert_ne!(texts.text(&key), key, "{language:?}");
            }
        }
    }

    #[test]
    fn every_value_that_a_sentence_chooses_by_is_told_none_where_it_is_absent() {
        for catalogue in [
            include_str!("../../../locales/en/checks.ftl"),
            include_str!("../../../locales/fr/checks.ftl"),
        ] {
            let selectors = catalogue.split("{ $").skip(1);
            for name in selectors.filter_map(|text| text.split_once(" ->").map(|(name, _)| name)) {
                let is_a_name = name
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '_');
                assert!(!is_a_name || CHOSEN_BY.contains(&name), "{name}");
            }
        }
    }

    #[test]
    fn a_sentence_names_the_host_and_a_refusal_reads_as_one() {
        let texts = Texts::load(Language::En).unwrap();
        let data = |reason: &str| {
            Map::from_iter([
                (
                    "url".to_owned(),
                    Value::from("https://badges.example.org/did.json"),
                ),
                ("reason".to_owned(), Value::from(reason)),
            ])
        };
        let refused = texts.sentence("document-unreachable", &data("blocked-address"));
        assert!(
            refused.contains("badges.example.org") && refused.contains("refused"),
            "{refused}"
        );
        let late = texts.sentence("document-unreachable", &data("timeout"));
        assert!(late.contains("in time"), "{late}");
    }

    #[test]
    fn a_date_is_written_for_a_reader_and_other_text_made_harmless() {
        let texts = Texts::load(Language::Fr).unwrap();
        let until = |value: &str| Map::from_iter([("valid_until".to_owned(), Value::from(value))]);
        let sentence = texts.sentence("expired", &until("2026-06-03T16:02:00+02:00"));
        assert!(sentence.contains("2026-06-03 14:02 UTC"), "{sentence}");
        let sentence = texts.sentence("expired", &until("\u{1b}[2Jnever"));
        assert!(sentence.contains("\\u{1b}[2Jnever"), "{sentence}");
    }
}
