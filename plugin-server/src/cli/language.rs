//! Which language the command line answers in.

use clap::{Args, ValueEnum};

/// The languages that there are catalogues for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// English
    #[default]
    En,
    /// French
    Fr,
}

/// The choice of a language, by option or by the environment.
#[derive(Debug, Args)]
pub(super) struct LanguageArgs {
    /// Language of the answer; the environment's `LANG` where it is not given.
    #[arg(long = "lang", value_name = "LANGUAGE")]
    asked: Option<Language>,
    /// The environment's own choice, such as `fr_CA.UTF-8`: any text, and English where it is no language here.
    #[arg(long = "lang-of-environment", env = "LANG", hide = true)]
    environment: Option<String>,
}

impl LanguageArgs {
    pub(super) fn choice(&self) -> Language {
        self.asked
            .unwrap_or_else(|| self.environment.as_deref().map(of_locale).unwrap_or_default())
    }
}

/// The language of a POSIX locale name.
fn of_locale(locale: &str) -> Language {
    match locale.split(['_', '-', '.', '@']).next() {
        Some("fr") => Language::Fr,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_counts_before_the_environment() {
        let environment = Some("fr_CA.UTF-8".to_owned());
        assert_eq!(
            LanguageArgs {
                asked: None,
                environment: environment.clone()
            }
            .choice(),
            Language::Fr
        );
        assert_eq!(
            LanguageArgs {
                asked: Some(Language::En),
                environment
            }
            .choice(),
            Language::En
        );
        assert_eq!(
            LanguageArgs {
                asked: None,
                environment: None
            }
            .choice(),
            Language::En
        );
    }

    #[test]
    fn a_language_without_a_catalogue_is_answered_in_english() {
        assert_eq!(of_locale("frp_FR"), Language::En);
        assert_eq!(of_locale("C.UTF-8"), Language::En);
    }
}
