//! The test of a connection.

use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};

use crate::{
    db::registrations,
    error::AppError,
    middleware::locale::Wish,
    routes::{
        extract::{Admin, AdminForm},
        respond,
    },
    services::self_test,
    state::App,
    views::connecting::SelfTestPage,
};

/// What is known so far.
pub(crate) async fn show_self_test(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(id): Path<String>,
    admin: Admin,
) -> Result<Response, AppError> {
    let registration = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    let known = self_test::known(&app, &registration).await?;
    let t = wish.language().texts();
    respond::page(&SelfTestPage::new(t, admin.csrf(), &registration, known))
}

/// Asks the platform now, and shows what came of it.
pub(crate) async fn run_self_test(
    State(app): State<App>,
    Path(id): Path<String>,
    _form: AdminForm,
) -> Result<Response, AppError> {
    let registration = registrations::find(&app.db, &id)
        .await?
        .ok_or(AppError::not_found())?;
    self_test::run(&app, registration).await?;
    respond::see_other(&format!("/admin/registrations/{id}/test"))
}
