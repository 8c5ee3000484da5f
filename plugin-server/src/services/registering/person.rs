//! What a platform is asked to tell of people.

/// What a platform is asked to tell of people. Everything works with nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Person {
    /// Neither name nor e-mail.
    #[default]
    Nothing,
    /// The name, which the badge carries if its holder wishes.
    Name,
    /// The name, and the e-mail that ties the badge to its holder as a fingerprint.
    NameAndEmail,
}

impl Person {
    /// All of them, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Name, Self::NameAndEmail];

    /// The word that the database and forms keep.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Name => "name",
            Self::NameAndEmail => "name-and-email",
        }
    }

    /// What a word stands for; for a word that is not known, nothing is asked.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|person| person.as_str() == word)
            .unwrap_or_default()
    }

    /// The claims to ask for. Platforms share the full name under its parts or under all of it.
    #[must_use]
    pub const fn claims(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &[],
            Self::Name => &["name", "given_name", "family_name"],
            Self::NameAndEmail => &["name", "given_name", "family_name", "email"],
        }
    }
}
