//! Who did what.

use std::collections::BTreeMap;

use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;

use crate::{
    db::{
        audit_entries::{self, AuditEntry},
        registrations,
    },
    error::AppError,
    i18n::Texts,
    middleware::locale::Wish,
    routes::{extract::Manager, respond},
    state::App,
    views::admin::{self as views, AuditRow},
};

/// How many entries a page shows.
const PAGE: u32 = 50;

/// Which page.
#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    page: u16,
}

/// The newest entries first: all of them, or those of one's own organisation.
pub(crate) async fn show_audit(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Query(which): Query<Which>,
    manager: Manager,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let own = (!manager.is_whole()).then_some(manager.organisation.id.as_str());
    let skip = u32::from(which.page) * PAGE;
    let mut entries = audit_entries::list(&app.db, own, skip, PAGE + 1).await?;
    let has_older = entries.len() > PAGE as usize;
    entries.truncate(PAGE as usize);
    let platforms = registrations::list(&app.db).await?;
    let names: BTreeMap<_, _> = platforms.into_iter().map(|row| (row.id, row.name)).collect();
    let rows = entries.into_iter().map(|entry| row(t, &names, entry));
    respond::page(&views::AuditPage {
        t,
        csrf: manager.csrf(),
        is_whole: manager.is_whole(),
        rows: rows.collect(),
        newer: which.page.checked_sub(1),
        older: has_older.then(|| which.page.saturating_add(1)),
    })
}

fn row(t: Texts, platforms: &BTreeMap<String, String>, entry: AuditEntry) -> AuditRow {
    let name = entry.actor.unwrap_or_default();
    let who = match entry.actor_kind.as_str() {
        "administrator" if name.is_empty() => t.audit_administrator(),
        "administrator" | "organisation" => name,
        "person" => {
            let (registration, subject) = name.split_once(' ').unwrap_or((name.as_str(), "?"));
            let platform = platforms.get(registration).map_or("?", String::as_str);
            t.audit_person(platform, subject)
        }
        _ => t.audit_server(),
    };
    AuditRow {
        when: t.day_and_time(entry.at),
        who,
        what: t.did(&entry.action, &entry.target),
    }
}
