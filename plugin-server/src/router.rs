//! The whole route table, grouped by audience.

use axum::{
    Router,
    middleware::from_fn,
    routing::{get, post},
};
use tower_http::compression::CompressionLayer;

use crate::{middleware::public_data, routes, state::App};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(pages())
        .merge(for_verifiers())
        .merge(platforms())
        .merge(learners())
        .merge(courses())
        .merge(teachers())
        .merge(administrators())
        .fallback(routes::public::not_found)
}

/// What anybody may look at.
fn pages() -> Router<App> {
    use routes::public::{health, landing, relay, shared, verify_page};
    Router::new()
        .route("/", get(landing::show_landing))
        .route("/healthz", get(health))
        .route("/b/{page}", get(shared::show_badge))
        .route(
            "/c/{code}",
            get(routes::code::show_code).post(routes::code::use_code),
        )
        .route("/verify", get(verify_page::show_page))
        .route("/verify/", get(verify_page::redirect_page))
        .route("/offline.js", get(verify_page::show_worker))
        .route("/relay", get(relay::read_document))
        .route("/static/{file}", get(landing::show_static))
}

/// What verifiers and other people's web pages read.
fn for_verifiers() -> Router<App> {
    use routes::public::{badge, issuer, shared, verify_page};
    Router::new()
        .route("/issuers/{slug}", get(issuer::show_issuer))
        .route("/issuers/{slug}/did.json", get(issuer::show_did_document))
        .route(
            "/issuers/{slug}/test/did.json",
            get(issuer::show_test_did_document),
        )
        .route("/badges/{id}", get(badge::show_badge))
        .route("/badges/{id}/picture.png", get(badge::show_picture))
        .route("/badges/{id}/picture.svg", get(badge::show_drawing))
        .route("/badges/{id}/v/{version}", get(badge::show_version))
        .route(
            "/badges/{id}/v/{version}/picture.png",
            get(badge::show_picture_of_version),
        )
        .route(
            "/badges/{id}/v/{version}/picture.svg",
            get(badge::show_drawing_of_version),
        )
        .route("/b/{page}/badge.{extension}", get(shared::show_file))
        .route(
            "/assets/{*file}",
            get(verify_page::show_asset).layer(CompressionLayer::new()),
        )
        .route("/define.js", get(verify_page::show_script))
        .route("/open-badge.js", get(verify_page::show_script))
        .route("/integrity.json", get(verify_page::show_script))
        .route("/locales/{file}", get(verify_page::show_script))
        .route("/index.js", get(verify_page::show_script))
        .route("/verifier.js", get(verify_page::show_script))
        .layer(from_fn(public_data::open_to_all))
        .layer(public_data::cross_origin())
}

/// Where platforms send people, and where they read our keys.
fn platforms() -> Router<App> {
    use routes::lti::{canvas, jwks, launch, legacy, login, register, stored};
    Router::new()
        .route(
            "/lti/login",
            get(login::begin_by_query).post(login::begin_by_form),
        )
        .route("/lti/login/continue", get(login::continue_login))
        .route(
            "/lti/login/{registration}",
            get(login::begin_by_query_of_registration).post(login::begin_by_form_of_registration),
        )
        .route("/lti/launch", post(launch::accept_launch))
        .route("/lti/1.1/launch", post(legacy::accept_launch))
        .route("/lti/launch/stored", post(stored::accept_stored_launch))
        .route("/lti/jwks.json", get(jwks::show_jwks))
        .route("/lti/canvas.json", get(canvas::show_description))
        .route(
            "/lti/register/{invite}",
            get(register::show_proposal).post(register::register_platform),
        )
        .route("/hooks/{registration}", post(routes::hooks::take_message))
}

/// What a launch opens.
fn learners() -> Router<App> {
    use routes::claim;
    Router::new()
        .route("/claim/{launch}", get(claim::show_claim).post(claim::claim_badge))
        .route("/claim/{launch}/code", post(claim::use_code))
        .route("/claim/{launch}/sharing", post(claim::change_sharing))
        .route("/claim/{launch}/{file}", get(claim::download_file))
}

/// What a launch opens to those who teach.
fn courses() -> Router<App> {
    use routes::manage;
    Router::new()
        .route(
            "/manage/{launch}",
            get(manage::show_page).post(manage::change_setting),
        )
        .route("/manage/{launch}/confirm", get(manage::show_confirmation))
        .route("/manage/{launch}/turn-on", post(manage::turn_on))
        .route("/manage/{launch}/turn-off", post(manage::turn_off))
        .route(
            "/manage/{launch}/choices",
            get(manage::show_choices).post(manage::change_choices),
        )
        .route(
            "/manage/{launch}/codes",
            get(manage::show_codes).post(manage::make_code),
        )
        .route("/manage/{launch}/codes/end", post(manage::end_code))
        .route("/manage/{launch}/decide", post(manage::decide))
        .route("/manage/{launch}/renew", post(manage::renew))
        .route("/manage/{launch}/preview", get(manage::show_preview))
        .route("/manage/{launch}/test.png", get(manage::download_test_badge))
        .route("/manage/{launch}/follow-up.csv", get(manage::download_follow_up))
}

/// What a request for content opens.
fn teachers() -> Router<App> {
    use routes::choose;
    Router::new()
        .route(
            "/choose/{choice}",
            get(choose::show_badges).post(choose::choose_badge),
        )
        .route(
            "/choose/{choice}/new",
            get(choose::show_new_badge).post(choose::make_badge),
        )
        .route(
            "/choose/{choice}/badges/{badge}",
            get(choose::show_badge).post(choose::change_badge),
        )
        .route("/choose/{choice}/preview.png", get(choose::preview_picture))
}

/// What the one-time link opens.
fn administrators() -> Router<App> {
    use routes::admin::{audit, badges, completion, entry, organisation, outbox, overview, placements};
    Router::new()
        .route("/admin", get(overview::show_overview))
        .route("/admin/enter", post(entry::open_session))
        .route("/admin/leave", post(entry::close_session))
        .route("/admin/organisation", get(organisation::show_own_organisation))
        .route(
            "/admin/organisations",
            get(organisation::list_organisations).post(organisation::create_organisation),
        )
        .route(
            "/admin/organisations/{id}",
            get(organisation::show_organisation).post(organisation::change_organisation),
        )
        .route(
            "/admin/organisations/{id}/teachers",
            post(organisation::settle_teachers),
        )
        .route(
            "/admin/organisations/{id}/platforms",
            post(organisation::give_platform),
        )
        .route("/admin/organisations/{id}/link", post(organisation::make_link))
        .route("/admin/audit", get(audit::show_audit))
        .merge(connections())
        .route(
            "/admin/registrations/{id}/completion",
            get(completion::show_completion).post(completion::keep_api),
        )
        .route(
            "/admin/registrations/{id}/completion/forget",
            post(completion::forget_api),
        )
        .route(
            "/admin/registrations/{id}/completion/hook",
            post(completion::change_hook),
        )
        .route("/admin/badges", get(badges::list_badges))
        .route(
            "/admin/badges/new",
            get(badges::show_new_badge).post(badges::create_badge),
        )
        .route(
            "/admin/badges/{id}",
            get(badges::show_badge).post(badges::change_badge),
        )
        .route("/admin/badges/{id}/model", post(badges::share_model))
        .route("/admin/badges/{id}/picture.png", get(badges::show_picture))
        .route("/admin/preview.png", get(badges::preview_picture))
        .route(
            "/admin/placements",
            get(placements::list_placements).post(placements::create_placement),
        )
        .route(
            "/admin/placements/{id}/remove",
            post(placements::remove_placement),
        )
        .route(
            "/admin/outbox",
            get(outbox::show_outbox).post(outbox::replay_outbox),
        )
}

/// Where administrators connect platforms.
fn connections() -> Router<App> {
    use routes::admin::{invites, legacy, pasting, registrations, self_test};
    Router::new()
        .route("/admin/registrations", get(registrations::list_registrations))
        .route(
            "/admin/registrations/invite",
            get(invites::show_new_invite).post(invites::create_invite),
        )
        .route(
            "/admin/registrations/invites/{id}/withdraw",
            post(invites::withdraw_invite),
        )
        .route(
            "/admin/registrations/paste",
            get(pasting::show_guide).post(pasting::read_pasted),
        )
        .route(
            "/admin/registrations/new",
            get(registrations::show_new_registration).post(registrations::create_registration),
        )
        .route(
            "/admin/registrations/{id}",
            get(registrations::show_registration).post(registrations::change_registration),
        )
        .route(
            "/admin/registrations/{id}/approve",
            post(registrations::approve_deployment),
        )
        .route(
            "/admin/registrations/{id}/legacy",
            get(legacy::show_legacy).post(legacy::switch_on),
        )
        .route("/admin/registrations/{id}/legacy/off", post(legacy::switch_off))
        .route(
            "/admin/registrations/{id}/test",
            get(self_test::show_self_test).post(self_test::run_self_test),
        )
}
