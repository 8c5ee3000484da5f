//! Languages, and the sentences of the server in each.
//!
//! Sentences live in `locales/<language>/server.ftl`; each message of the English catalogue is a function of
//! [`Texts`], written by the build script, so a wrong name does not compile.

use std::{collections::BTreeMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde_json::Value;
use time::OffsetDateTime;
use unic_langid::LanguageIdentifier;

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language of a tag such as `fr`, `fr-CA` or `fr_FR` (as LMSs write it).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language that an `Accept-Language` header wishes most among those there are pages in; English if
    /// there is none.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut wishes: Vec<(f32, Self)> = header.split(',').filter_map(wish).collect();
        wishes.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        wishes.first().map_or(Self::English, |(_, language)| *language)
    }

    /// The sentences in this language.
    #[must_use]
    pub const fn texts(self) -> Texts {
        Texts { language: self }
    }
}

/// One entry of an `Accept-Language` header, with its weight; `None` when it is not wished, or not known.
fn wish(entry: &str) -> Option<(f32, Language)> {
    let (tag, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
    (weight > 0.0).then_some((weight, Language::from_tag(tag)?))
}

/// The sentences in one language: a function for each message.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    language: Language,
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Texts {
    /// The language of these sentences.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence for the code of an error; `None` when the catalogue has none.
    #[must_use]
    pub fn error(&self, code: &str) -> Option<String> {
        let id = format!("error-{code}");
        bundle(self.language)
            .has_message(&id)
            .then(|| self.message(&id, []))
    }

    /// The sentence that tells a learner why not, by the code of the reason and what it speaks of.
    #[must_use]
    pub fn why<N: AsRef<str>>(&self, code: &str, data: &BTreeMap<N, Value>) -> String {
        self.of_reason("why", code, data)
    }

    /// The sentence that tells a teacher why not, about a course or a person.
    #[must_use]
    pub fn look<N: AsRef<str>>(&self, code: &str, data: &BTreeMap<N, Value>) -> String {
        self.of_reason("look", code, data)
    }

    /// The sentence of a reason. One that a newer version wrote reads as something that is not set up here.
    fn of_reason<N: AsRef<str>>(&self, reader: &str, code: &str, data: &BTreeMap<N, Value>) -> String {
        let id = format!("{reader}-{code}");
        let id = if bundle(self.language).has_message(&id) {
            id
        } else {
            format!("{reader}-rule-not-set-up")
        };
        let arguments = data.iter().map(|(name, value)| (name.as_ref(), fluent(value)));
        self.format(&id, &arguments.collect())
    }

    /// What somebody did, by the word of the act, to `target`.
    #[must_use]
    pub fn did(&self, action: &str, target: &str) -> String {
        self.message(&format!("did-{action}"), [("target", target.into())])
    }

    /// A day, such as "3 June 2026".
    #[must_use]
    pub fn date(&self, at: OffsetDateTime) -> String {
        self.day(
            u16::from(at.day()),
            u16::from(u8::from(at.month())),
            at.year().to_string(),
        )
    }

    /// A moment that the database keeps, in seconds since 1970: day and time, in universal time.
    #[must_use]
    pub fn day_and_time(&self, seconds: i64) -> String {
        let Ok(at) = OffsetDateTime::from_unix_timestamp(seconds) else {
            return String::new();
        };
        self.moment(self.date(at), format!("{:02}:{:02}", at.hour(), at.minute()))
    }

    fn message<const N: usize>(&self, id: &str, arguments: [(&str, FluentValue<'_>); N]) -> String {
        self.format(id, &arguments.into_iter().collect())
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        let bundle = bundle(self.language);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        bundle
            .format_pattern(pattern, Some(arguments), &mut Vec::new())
            .into_owned()
    }
}

fn fluent(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
        Value::String(text) => FluentValue::from(text.as_str()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => FluentValue::None,
    }
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| {
    load(
        Language::English,
        &[
            include_str!("../../locales/en/server.ftl"),
            include_str!("../../locales/en/lti.ftl"),
        ],
    )
});
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| {
    load(
        Language::French,
        &[
            include_str!("../../locales/fr/server.ftl"),
            include_str!("../../locales/fr/lti.ftl"),
        ],
    )
});

fn bundle(language: Language) -> &'static Bundle {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    }
}

/// A catalogue with a fault keeps its good messages; the tests below refuse any fault.
fn load(language: Language, sources: &[&str]) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Isolation marks would end up in file names and in copied text; pages isolate names with <bdi>.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
