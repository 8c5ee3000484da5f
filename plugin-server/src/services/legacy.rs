//! LTI 1.1: launches that a platform signs with a shared secret, where an administrator switched them on.
//!
//! They prove less than LTI 1.3 does. Nothing ties them to the browser that they arrive in, and there is no service to
//! ask, so the only rule that can be met is that somebody opened the activity. What they bring lives under a deployment
//! and under names of people of its own, so that nobody of LTI 1.1 is taken for somebody of LTI 1.3;
//! [`migration`] joins the two when the platform says, and proves, who was who.
//!
//! [LTI 1.1.1 Implementation Guide](https://www.imsglobal.org/specs/ltiv1p1p1/implementation-guide),
//! [OAuth 1.0, section 3](https://www.rfc-editor.org/rfc/rfc5849#section-3).

pub mod migration;
mod signature;

use lti_advantage::claims::Roles;
use time::Duration;
use url::Url;
use zeroize::Zeroizing;

use crate::{
    db::{
        legacy_consumers::{self, LegacyConsumer},
        legacy_nonces,
    },
    error::AppError,
    ids::fingerprint,
    services::{
        launches::Entrant,
        platforms::{self, find_registration},
    },
    state::App,
};

/// The deployment under which activities of LTI 1.1 are kept, which has none.
pub const DEPLOYMENT: &str = "lti-1.1";

/// What stands before the name of a person of LTI 1.1.
const PERSON: &str = "lti-1.1:";

/// How far the time of a launch may be off; its nonce is kept for as long.
pub const WINDOW: Duration = Duration::minutes(5);

/// The longest identifier that is read, in characters.
const MAX_IDENTIFIER_CHARACTERS: usize = 255;

/// For what the secrets are sealed.
const PURPOSE: &str = "legacy-consumer-secret";

/// The name here of somebody whom LTI 1.1 calls `user_id`.
#[must_use]
pub fn subject(user_id: &str) -> String {
    format!("{PERSON}{user_id}")
}

/// Takes launches of a registration that are signed with `secret`, in the place of what it had.
///
/// # Errors
/// `legacy-key-taken` when another registration has this key.
pub async fn switch_on(
    app: &App,
    registration_id: &str,
    consumer_key: &str,
    secret: &str,
) -> Result<(), AppError> {
    let twin = legacy_consumers::find_by_key(&app.db, consumer_key).await?;
    if twin.is_some_and(|twin| twin.registration_id != registration_id) {
        return Err(AppError::bad_request("legacy-key-taken"));
    }
    let consumer = LegacyConsumer {
        registration_id: registration_id.to_owned(),
        consumer_key: consumer_key.to_owned(),
        secret: app.vault.seal(app.entropy.as_ref(), PURPOSE, secret.as_bytes())?,
        is_on: true,
        changed_at: app.timestamp(),
    };
    Ok(legacy_consumers::upsert(&app.db, &consumer).await?)
}

/// The person and the activity of the launch that was posted to `address` with these `fields`, those of the query
/// included. It can be taken once.
///
/// # Errors
/// The first thing that is wrong with it: `launch-field-missing`, `launch-field-repeated`, `version-unsupported`,
/// `legacy-not-allowed`, `signature-invalid`, `legacy-launch-late`, `state-consumed`, `identifier-too-long`.
pub async fn accept(app: &App, address: &str, fields: &[(String, String)]) -> Result<Entrant, AppError> {
    let launch = Fields::new(fields)?;
    let consumer = legacy_consumers::find_by_key(&app.db, launch.required("oauth_consumer_key")?).await?;
    let consumer = consumer
        .filter(|consumer| consumer.is_on)
        .ok_or(AppError::forbidden("legacy-not-allowed"))?;
    let secret = secret(app, &consumer)?;
    if launch.required("oauth_signature_method")? != signature::METHOD
        || !signature::is_by(&secret, address, fields, launch.required("oauth_signature")?)
    {
        return Err(AppError::forbidden("signature-invalid"));
    }
    is_launch(&launch)?;
    take(app, &consumer, &launch).await?;
    entrant(app, consumer.registration_id, &launch).await
}

/// The secret of a consumer.
fn secret(app: &App, consumer: &LegacyConsumer) -> Result<Zeroizing<String>, AppError> {
    let bytes = app.vault.open(PURPOSE, &consumer.secret)?;
    let text = str::from_utf8(&bytes).map_err(AppError::failed)?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Opening an activity is all that is taken.
fn is_launch(launch: &Fields<'_>) -> Result<(), AppError> {
    if launch.required("lti_message_type")? != "basic-lti-launch-request" {
        return Err(AppError::forbidden("message-type-unsupported"));
    }
    if launch.required("lti_version")? != "LTI-1p0"
        || launch.text("oauth_version").is_some_and(|v| v != "1.0")
    {
        return Err(AppError::forbidden("version-unsupported"));
    }
    Ok(())
}

/// Uses up a launch, after its signature was checked: nobody else can fill the table.
async fn take(app: &App, consumer: &LegacyConsumer, launch: &Fields<'_>) -> Result<(), AppError> {
    let late = AppError::forbidden("legacy-launch-late");
    let made_at: i64 = launch
        .required("oauth_timestamp")?
        .parse()
        .map_err(|_not_a_number| late.clone())?;
    let now = app.timestamp();
    if made_at.abs_diff(now) > WINDOW.whole_seconds().unsigned_abs() {
        return Err(late);
    }
    legacy_nonces::delete_expired(&app.db, now).await?;
    let nonce = fingerprint(launch.required("oauth_nonce")?);
    // A launch may be dated ahead; it must not be taken again while its date still counts.
    let keep_until = made_at
        .max(now)
        .saturating_add(WINDOW.whole_seconds())
        .saturating_add(1);
    if legacy_nonces::take(&app.db, &consumer.registration_id, &nonce, keep_until).await? {
        Ok(())
    } else {
        Err(AppError::forbidden("state-consumed"))
    }
}

async fn entrant(app: &App, registration_id: String, launch: &Fields<'_>) -> Result<Entrant, AppError> {
    let registration = find_registration(app, &registration_id).await?;
    let owned = |name| launch.text(name).map(str::to_owned);
    let return_url = launch
        .text("launch_presentation_return_url")
        .and_then(|address| Url::parse(address).ok());
    Ok(Entrant {
        registration_id,
        deployment_id: DEPLOYMENT.to_owned(),
        subject: launch.identifier("user_id")?.map(subject),
        role: platforms::role(&roles(launch.text("roles").unwrap_or_default())),
        // A whole site shares the secret that this is signed with.
        may_manage: false,
        name: owned("lis_person_name_full"),
        email: owned("lis_person_contact_email_primary"),
        locale: owned("launch_presentation_locale"),
        resource_link_id: launch
            .identifier("resource_link_id")?
            .ok_or(AppError::bad_request("launch-field-missing"))?
            .to_owned(),
        resource_link_title: owned("resource_link_title"),
        context_id: launch.identifier("context_id")?.map(str::to_owned),
        context_title: owned("context_title"),
        frame_origins: platforms::origins_with(registration, return_url.into_iter().collect())?,
        offer: None,
    })
}

/// The roles of LTI 1.1, which are separated by commas. Those outside the course get the names that they have today;
/// those in the course are understood as they are.
fn roles(text: &str) -> Roles {
    text.split(',')
        .map(|role| {
            role.trim()
                .replace(
                    "urn:lti:instrole:ims/lis/",
                    "http://purl.imsglobal.org/vocab/lis/v2/institution/person#",
                )
                .replace(
                    "urn:lti:sysrole:ims/lis/",
                    "http://purl.imsglobal.org/vocab/lis/v2/system/person#",
                )
        })
        .collect()
}

/// The fields of a launch, each of which stands once.
struct Fields<'a>(&'a [(String, String)]);

impl<'a> Fields<'a> {
    fn new(fields: &'a [(String, String)]) -> Result<Self, AppError> {
        let mut names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        if names.len() == count {
            Ok(Self(fields))
        } else {
            Err(AppError::bad_request("launch-field-repeated"))
        }
    }

    /// The text of a field, unless it is empty.
    fn text(&self, name: &str) -> Option<&'a str> {
        self.0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    fn required(&self, name: &str) -> Result<&'a str, AppError> {
        self.text(name)
            .ok_or(AppError::bad_request("launch-field-missing"))
    }

    fn identifier(&self, name: &str) -> Result<Option<&'a str>, AppError> {
        match self.text(name) {
            Some(text) if text.chars().count() > MAX_IDENTIFIER_CHARACTERS => {
                Err(AppError::forbidden("identifier-too-long"))
            }
            text => Ok(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::roles;

    #[test]
    fn roles_of_the_course_and_of_the_institution_are_told_apart() {
        assert!(roles("Learner").is_learner());
        assert!(roles("urn:lti:role:ims/lis/Learner").is_learner());
        assert!(roles("Learner,urn:lti:instrole:ims/lis/Student").is_learner());
        assert!(roles("Instructor, urn:lti:instrole:ims/lis/Administrator").is_staff());
        for staff in [
            "Learner,Instructor",
            "Learner,urn:lti:sysrole:ims/lis/Administrator",
            "Learner,urn:lti:instrole:ims/lis/Administrator",
            "urn:lti:instrole:ims/lis/Learner",
            "",
        ] {
            assert!(!roles(staff).is_learner(), "{staff}");
        }
    }
}
