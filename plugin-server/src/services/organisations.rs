//! Organisations: each signs its own badges with its own keys.

use crate::{
    db::{
        organisations::{self, Organisation},
        registration_organisations,
    },
    error::AppError,
    ids::random_id,
    services::first_start,
    state::App,
};

/// Makes an organisation with its first key. `slug` is the part of its addresses that badges carry for ever.
///
/// # Errors
/// `organisation-exists` when another one has this slug; when the database cannot be written.
pub async fn create(app: &App, slug: &str, name: &str, url: Option<&str>) -> Result<Organisation, AppError> {
    let organisation = Organisation {
        id: random_id(app.entropy.as_ref())?,
        slug: slug.to_owned(),
        name: name.to_owned(),
        url: url.map(str::to_owned),
        created_at: app.timestamp(),
    };
    organisations::insert_if_absent(&app.db, &organisation).await?;
    let kept = organisations::find_by_slug(&app.db, slug).await?;
    if kept.is_none_or(|kept| kept.id != organisation.id) {
        return Err(AppError::bad_request("organisation-exists"));
    }
    first_start::open_or_make_organisation_key(
        &app.db,
        &app.vault,
        &organisation,
        app.now(),
        app.entropy.as_ref(),
    )
    .await
    .map_err(AppError::failed)?;
    Ok(organisation)
}

/// Whether `slug` can stand in an address and in a `did:web` identifier.
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    let is_fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (2..=40).contains(&slug.len())
        && slug.bytes().all(is_fit)
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        // What test badges are signed under.
        && slug != "test"
}

/// The organisation whose badges the teachers of a platform choose and make.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_registration(app: &App, registration_id: &str) -> Result<Organisation, AppError> {
    registration_organisations::find(&app.db, registration_id)
        .await?
        .ok_or(AppError::not_found())
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn a_slug_is_small_letters_digits_and_inner_hyphens() {
        for good in ["main", "univ-rennes", "lab2"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in [
            "a",
            "-ab",
            "ab-",
            "Ab",
            "a b",
            "é",
            "a:b",
            "a/b",
            "test",
            &"a".repeat(41),
        ] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
