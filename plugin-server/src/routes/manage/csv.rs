//! The follow-up as a spreadsheet.

use axum::{Extension, extract::State, response::Response};
use time::{OffsetDateTime, macros::format_description};

use crate::{
    error::AppError,
    middleware::locale::Wish,
    routes::{extract::TeacherPage, respond},
    services::{
        completion::{self, Mode},
        following, issuing,
        plain_text::single_line,
    },
    spreadsheet::harmless,
    state::App,
    views::manage::FollowUp,
};

/// Tells spreadsheets that what follows is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Everybody whom the badge concerns, one on each line, with the names that the course gives at this moment.
pub(crate) async fn download_follow_up(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    teacher: TeacherPage,
) -> Result<Response, AppError> {
    let placement = &teacher.placement;
    let t = wish.language_in(teacher.page.launch.locale.as_deref()).texts();
    let (badge, _) = issuing::badge_and_organisation(&app, &placement.badge_id).await?;
    let survey = completion::survey(&app, placement).await?;
    let people = following::people(&app, placement).await?;
    let mode = Mode::from_word(&placement.mode);
    let sheet = FollowUp::with_dates(t, &badge, mode, &people, &survey, day);
    let mut rows = ::csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
    for row in [&sheet.heading].into_iter().chain(&sheet.rows) {
        let cells = row.iter().map(|cell| harmless(&single_line(cell)).into_owned());
        rows.write_record(cells).map_err(AppError::failed)?;
    }
    let bytes = rows
        .into_inner()
        .map_err(|error| AppError::failed(error.into_error()))?;
    let name = format!("{} – {}.csv", t.manage_follow_up(), badge.name);
    Ok(respond::download(&name, "text/csv; charset=utf-8", bytes))
}

/// A day as spreadsheets sort it, such as `2026-11-22`.
fn day(at: i64) -> String {
    OffsetDateTime::from_unix_timestamp(at)
        .ok()
        .and_then(|at| at.format(format_description!("[year]-[month]-[day]")).ok())
        .unwrap_or_default()
}
