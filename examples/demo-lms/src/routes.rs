//! The whole route table, grouped by who asks.

mod activity;
mod activity_form;
mod adding;
mod assets;
mod auth;
mod badge;
mod choosing;
mod control;
mod course;
mod grades;
mod hand_over;
mod notice;
mod people;
mod registration;
mod services;
mod settings;
mod storage;
mod tools;

use axum::{
    Router,
    http::{HeaderValue, header},
    middleware,
    response::Response,
    routing::{get, post},
};

use crate::lms::Lms;

/// Every page and endpoint of the LMS, ready to serve or to call in a test.
pub fn build_router(lms: Lms) -> Router {
    let for_tests = if lms.is_controlled() {
        control::routes()
    } else {
        Router::new()
    };
    Router::new()
        .merge(for_tests)
        // People.
        .route("/", get(people::show_choice))
        .route("/enter", post(people::enter))
        .route("/leave", post(people::leave))
        .route("/language/{tag}", get(people::choose_language))
        .route("/course", get(course::show_course))
        .route("/course/start-again", post(course::start_again))
        .route("/activity/quiz/answer", post(activity::answer_quiz))
        .route("/activity/{activity}", get(activity::show_activity))
        .route("/activity/{activity}/done", post(activity::finish_activity))
        .route("/badge", get(badge::show_first))
        .route("/badge/{link}", get(badge::show_badge))
        .route("/launch", get(badge::launch_first))
        .route("/launch/{link}", get(badge::start_launch))
        .route("/storage", get(storage::frame))
        .route("/storage.js", get(storage::script))
        // Teachers.
        .route("/add", get(adding::show_tools))
        .route("/add/{tool}", get(adding::show_form).post(adding::save))
        .route("/add/{tool}/content", get(choosing::show_frame))
        .route("/contentitem/{draft}", get(choosing::start))
        .route(
            "/badge/{link}/settings",
            get(settings::show_settings).post(settings::change_settings),
        )
        .route("/grades", get(grades::show_grades).post(grades::type_grade))
        // The administrator.
        .route("/admin/tools", get(tools::show_tools).post(tools::begin))
        .route("/admin/tools/start/{client_id}", get(tools::start))
        .route("/admin/tools/{tool}/activate", post(tools::activate))
        // The tool, through the visitor's browser.
        .route("/auth", get(auth::answer_get).post(auth::answer_post))
        .route("/contentitem_return", post(choosing::take))
        // The tool itself.
        .route("/jwks.json", get(assets::jwks))
        .route("/openid-configuration", get(registration::show_platform))
        .route(
            "/openid-registration",
            get(registration::show).post(registration::take),
        )
        .merge(services::routes())
        // Everybody.
        .route("/healthz", get(assets::healthz))
        .route("/style.css", get(assets::style))
        .fallback(notice::show_missing)
        .layer(middleware::map_response(keep_out_of_caches))
        .with_state(lms)
}

/// What is done changes with each click, and a kept copy of the course page would deny it.
async fn keep_out_of_caches(mut response: Response) -> Response {
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}
