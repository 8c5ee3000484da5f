//! The files of a credential: baked on demand, never stored.

use openbadges::bake::bake;

use crate::{db::credentials::StoredCredential, error::AppError};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// The picture as PNG, with the credential inside.
    Png,
    /// The picture as SVG, with the credential inside.
    Svg,
    /// The credential alone.
    Json,
}

impl FileKind {
    /// The kinds that there are for a credential: no SVG when its picture was uploaded as PNG.
    #[must_use]
    pub fn of(credential: &StoredCredential) -> Vec<Self> {
        let svg = credential.picture_svg.is_some().then_some(Self::Svg);
        [Some(Self::Png), svg, Some(Self::Json)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// The kind of a file extension.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        [Self::Png, Self::Svg, Self::Json]
            .into_iter()
            .find(|kind| kind.extension() == extension)
    }

    /// The file extension.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Json => "json",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
            Self::Json => "application/vc+ld+json",
        }
    }
}

/// A file for the learner.
#[derive(Debug, Clone)]
pub struct File {
    /// What to call it: the badge's name.
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    /// Its content.
    pub bytes: Vec<u8>,
}

pub(super) fn make(
    credential: &StoredCredential,
    badge_name: &str,
    kind: FileKind,
) -> Result<File, AppError> {
    let document = &credential.document;
    let bytes = match kind {
        FileKind::Json => document.clone().into_bytes(),
        FileKind::Png => bake(&credential.picture_png, document).map_err(AppError::failed)?,
        FileKind::Svg => {
            let picture = credential.picture_svg.as_ref().ok_or(AppError::not_found())?;
            bake(picture, document).map_err(AppError::failed)?
        }
    };
    Ok(File {
        name: format!("{}.{}", file_stem(badge_name), kind.extension()),
        kind,
        bytes,
    })
}

/// The badge's name as a file name that every system takes.
pub(in crate::services) fn file_stem(badge_name: &str) -> String {
    let stem: String = badge_name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_') {
                c
            } else {
                ' '
            }
        })
        .collect();
    let stem: String = stem
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(80)
        .collect();
    if stem.is_empty() { "badge".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_has_nothing_that_a_system_could_misread() {
        assert_eq!(
            file_stem("Découpeuse laser, niveau 1"),
            "Découpeuse laser niveau 1"
        );
        assert_eq!(file_stem("../../etc/\"passwd\"\r\nX: y"), "etc passwd X y");
        assert_eq!(file_stem("🏅"), "badge");
    }
}
