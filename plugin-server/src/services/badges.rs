//! The design of a badge: four questions, checked.

use crate::{
    config::Limits,
    db::{
        badges::{self, Badge},
        organisations::Organisation,
    },
    error::AppError,
    ids::random_id,
    services::{
        pictures::{self, Colour, Picture, PictureError, Shape},
        plain_text,
    },
    state::App,
};

/// What a person answered about a badge, as it came.
#[derive(Debug, Clone, Default)]
pub struct Design {
    /// The name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub description: String,
    /// What someone who has it knows how to do, in Markdown.
    pub criteria: String,
    /// The language of these texts: `en` or `fr`.
    pub language: String,
    /// The shape of a drawn picture.
    pub shape: String,
    /// The colour of a drawn picture.
    pub colour: String,
    /// An uploaded picture, instead of a drawn one.
    pub upload: Option<Vec<u8>>,
}

impl Design {
    /// The design of a badge that there is, as its form shows it.
    #[must_use]
    pub fn of(badge: &Badge) -> Self {
        Self {
            name: badge.name.clone(),
            description: badge.description.clone(),
            criteria: badge.criteria.clone(),
            language: badge.language.clone(),
            shape: badge.shape.clone().unwrap_or_else(|| KEEP_UPLOADED.to_owned()),
            colour: badge
                .colour
                .clone()
                .unwrap_or_else(|| Colour::Blue.as_str().to_owned()),
            upload: None,
        }
    }
}

/// A field of a design, and the code of what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: &'static str,
    /// The code.
    pub code: &'static str,
    /// What exactly, where the code alone does not say it.
    pub detail: Option<String>,
}

impl Fault {
    const fn new(field: &'static str, code: &'static str) -> Self {
        Self {
            field,
            code,
            detail: None,
        }
    }
}

/// A design without faults.
#[derive(Debug, Clone)]
pub struct Checked {
    design: Design,
    /// The picture.
    pub picture: Picture,
    drawn: Option<(Shape, Colour)>,
}

/// Checks a design; `kept` is the picture that the badge has, for when no new one is asked for.
///
/// # Errors
/// Every fault, in the order of the form.
pub fn check(design: Design, kept: Option<&Badge>, limits: &Limits) -> Result<Checked, Vec<Fault>> {
    let design = Design {
        name: plain_text::single_line(&design.name),
        description: plain_text::paragraphs(&design.description),
        criteria: plain_text::paragraphs(&design.criteria),
        ..design
    };
    let mut faults = Vec::new();
    for (field, text, max) in [
        ("name", &design.name, limits.max_name_chars),
        ("description", &design.description, limits.max_text_chars),
        ("criteria", &design.criteria, limits.max_text_chars),
    ] {
        if text.is_empty() {
            faults.push(Fault::new(field, "field-empty"));
        } else if text.chars().count() > max {
            faults.push(Fault::new(field, "field-too-long"));
        }
    }
    if !matches!(design.language.as_str(), "en" | "fr") {
        faults.push(Fault::new("language", "field-unknown-choice"));
    }
    match picture(&design, kept, limits) {
        Ok((picture, drawn)) if faults.is_empty() => Ok(Checked {
            design,
            picture,
            drawn,
        }),
        Ok(_) => Err(faults),
        Err(fault) => {
            faults.push(fault);
            Err(faults)
        }
    }
}

type DrawnPicture = (Picture, Option<(Shape, Colour)>);

/// The uploaded picture; or the one that was uploaded before; or a drawing.
fn picture(design: &Design, kept: Option<&Badge>, limits: &Limits) -> Result<DrawnPicture, Fault> {
    let fault = |error: &PictureError| Fault {
        field: "picture",
        code: error.code(),
        detail: match error {
            PictureError::UnsafeSvg(what) => Some(what.clone()),
            _ => None,
        },
    };
    if let Some(bytes) = &design.upload {
        return pictures::accept(bytes, limits)
            .map(|picture| (picture, None))
            .map_err(|error| fault(&error));
    }
    if design.shape == KEEP_UPLOADED {
        let kept = kept
            .filter(|badge| badge.shape.is_none())
            .ok_or(Fault::new("shape", "field-unknown-choice"))?;
        return Ok((
            Picture {
                svg: kept.picture_svg.clone(),
                png: kept.picture_png.clone(),
            },
            None,
        ));
    }
    let shape = Shape::from_word(&design.shape).ok_or(Fault::new("shape", "field-unknown-choice"))?;
    let colour = Colour::from_word(&design.colour).ok_or(Fault::new("colour", "field-unknown-choice"))?;
    let drawn = pictures::draw(&design.name, shape, colour).map_err(|error| fault(&error))?;
    Ok((drawn, Some((shape, colour))))
}

/// The choice among the shapes that keeps the picture that was uploaded before.
pub const KEEP_UPLOADED: &str = "uploaded";

/// Somebody who makes a badge from within a platform.
#[derive(Debug, Clone, Copy)]
pub struct Author<'a> {
    /// The platform's registration.
    pub registration_id: &'a str,
    /// The person, as the platform names them; `None` when it does not.
    pub subject: Option<&'a str>,
}

/// Keeps a checked design, as a new badge of `author` or as the new content of `existing`: a new version of it once
/// it was awarded. Badges that were issued stay as they are.
///
/// # Errors
/// When the database cannot be written or there is no randomness.
pub async fn save(
    app: &App,
    organisation: &Organisation,
    existing: Option<&Badge>,
    author: Option<Author<'_>>,
    checked: Checked,
) -> Result<Badge, AppError> {
    let now = app.timestamp();
    let (shape, colour) = checked.drawn.unzip();
    let mut badge = Badge {
        id: existing.map_or_else(|| random_id(app.entropy.as_ref()), |badge| Ok(badge.id.clone()))?,
        organisation_id: existing
            .map_or(&organisation.id, |badge| &badge.organisation_id)
            .clone(),
        version: existing.map_or(1, |badge| badge.version),
        name: checked.design.name,
        description: checked.design.description,
        criteria: checked.design.criteria,
        language: checked.design.language,
        shape: shape.map(|shape| shape.as_str().to_owned()),
        colour: colour.map(|colour| colour.as_str().to_owned()),
        picture_svg: checked.picture.svg,
        picture_png: checked.picture.png,
        author_registration_id: author.map(|author| author.registration_id.to_owned()),
        author_subject: author.and_then(|author| author.subject).map(str::to_owned),
        created_at: existing.map_or(now, |badge| badge.created_at),
        updated_at: now,
    };
    if existing.is_some_and(|existing| says_the_same(existing, &badge)) {
        return Ok(badge);
    }
    badge.version = badges::upsert(&app.db, &badge).await?;
    Ok(badge)
}

/// Whether nothing would change for somebody who looks at the badge.
fn says_the_same(one: &Badge, other: &Badge) -> bool {
    let texts = |badge: &Badge| {
        [&badge.name, &badge.description, &badge.criteria, &badge.language].map(String::clone)
    };
    texts(one) == texts(other)
        && (&one.shape, &one.colour) == (&other.shape, &other.colour)
        && (&one.picture_svg, &one.picture_png) == (&other.picture_svg, &other.picture_png)
}
