//! The words that JSON-LD keeps for itself.

/// A [keyword](https://www.w3.org/TR/json-ld11/#keywords) that a document or a term definition may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Keyword {
    Base,
    Container,
    Context,
    Direction,
    Graph,
    Id,
    Import,
    Included,
    Index,
    Json,
    Language,
    List,
    Nest,
    None,
    Prefix,
    Propagate,
    Protected,
    Reverse,
    Set,
    Type,
    Value,
    Version,
    Vocab,
}

impl Keyword {
    /// The keyword that `word` is.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "@base" => Self::Base,
            "@container" => Self::Container,
            "@context" => Self::Context,
            "@direction" => Self::Direction,
            "@graph" => Self::Graph,
            "@id" => Self::Id,
            "@import" => Self::Import,
            "@included" => Self::Included,
            "@index" => Self::Index,
            "@json" => Self::Json,
            "@language" => Self::Language,
            "@list" => Self::List,
            "@nest" => Self::Nest,
            "@none" => Self::None,
            "@prefix" => Self::Prefix,
            "@propagate" => Self::Propagate,
            "@protected" => Self::Protected,
            "@reverse" => Self::Reverse,
            "@set" => Self::Set,
            "@type" => Self::Type,
            "@value" => Self::Value,
            "@version" => Self::Version,
            "@vocab" => Self::Vocab,
            _ => return None,
        })
    }
}

/// Whether `word` has the form of a keyword: `@` and letters only. JSON-LD keeps such words for later versions.
pub(super) fn looks_like_keyword(word: &str) -> bool {
    word.strip_prefix('@')
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphabetic()))
}
