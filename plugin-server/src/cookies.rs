//! The cookies of this server, made in one place.
//!
//! All are `__Host-` cookies: this host only, whole site, `Secure` (which browsers also accept on a loopback
//! address over plain http).

use axum::http::{HeaderMap, header::COOKIE};
use axum_extra::extract::cookie::{Cookie, SameSite};

/// The cookie of the administration session.
pub const ADMIN: &str = "__Host-blason-admin";

/// The cookie of the language that the visitor chose.
pub const LANGUAGE: &str = "__Host-blason-language";

/// The name of the cookie that binds a browser to one launch: each launch has its own, so two badges open in
/// two tabs do not disturb each other.
#[must_use]
pub fn launch(launch_id: &str) -> String {
    format!("__Host-blason-launch-{launch_id}")
}

/// The name of the cookie that binds a browser to one request for content.
#[must_use]
pub fn content_choice(choice_id: &str) -> String {
    format!("__Host-blason-choice-{choice_id}")
}

/// The name of the cookie that knows a browser again in which a code for a placement was followed as a link.
#[must_use]
pub fn code(placement_id: &str) -> String {
    format!("__Host-blason-code-{placement_id}")
}

/// A cookie that works inside the LMS's frame: `SameSite=None`, and `Partitioned` so that a browser that blocks
/// third-party cookies keeps it for this LMS alone.
#[must_use]
pub fn for_frame(name: String, value: String, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::None)
        .partitioned(true)
        .max_age(max_age)
        .build()
}

/// A cookie that no other site's page can cause to be sent.
#[must_use]
pub fn for_own_pages(name: &'static str, value: String, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(max_age)
        .build()
}

/// A cookie that is there too when somebody follows a link from elsewhere.
#[must_use]
pub fn for_followers(name: String, value: String, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(max_age)
        .build()
}

/// The value of the cookie `name` in a request.
#[must_use]
pub fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}
