//! Registration: a platform opens the address that an administrator pasted, and somebody agrees.

use axum::{
    Extension,
    extract::{Path, RawQuery, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{fields, framed_by_any};
use crate::{
    db::organisations,
    error::AppError,
    i18n::Texts,
    middleware::{locale::Wish, security_headers},
    routes::{extract::Submission, respond},
    services::registering::{self, Proposal, Refusal},
    state::App,
    views::register::{RegisterPage, RegisterRefusedPage, RegisteredPage},
};

/// Who asks, and what will be asked of them. Opening the page registers nothing and uses nothing up.
pub(crate) async fn show_proposal(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(invite): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let query = fields(query.unwrap_or_default().as_bytes());
    let value = |name: &str| {
        let found = query.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    };
    let configuration = value("openid_configuration").unwrap_or_default();
    let proposal = match registering::propose(&app, &invite, configuration).await {
        Ok(proposal) => proposal,
        Err(refusal) => return refused(t, refusal),
    };
    let organisation = organisations::first(&app.db)
        .await?
        .ok_or(AppError::not_found())?;
    let token = value("registration_token");
    let page = respond::page(&RegisterPage::new(t, organisation.name, &proposal, token))?;
    with_policy(page, &security_headers::framed_by(&frame_origins(&proposal)))
}

/// Registers. The page is in another site's frame and has no session: the invitation's secret, which only its
/// holder knows, is what its form proves.
pub(crate) async fn register_platform(
    State(app): State<App>,
    Extension(wish): Extension<Wish>,
    Path(invite): Path<String>,
    submission: Submission,
) -> Result<Response, AppError> {
    let t = wish.language().texts();
    let proposal = match registering::propose(&app, &invite, submission.text("openid_configuration")).await {
        Ok(proposal) => proposal,
        Err(refusal) => return refused(t, refusal),
    };
    let token = submission.optional("registration_token").map(str::to_owned);
    let (host, origin) = (proposal.host().to_owned(), proposal.origin());
    let policy = security_headers::scripted(&frame_origins(&proposal));
    match registering::register(&app, proposal, token, wish.language()).await {
        Ok(connected) => {
            let page = respond::page(&RegisteredPage::new(t, &connected, host, &origin))?;
            with_policy(page, &policy)
        }
        Err(refusal) => refused(t, refusal),
    }
}

/// The origins of the platform that opened the page.
fn frame_origins(proposal: &Proposal) -> String {
    let mut origins = vec![proposal.origin()];
    let issuer = url::Url::parse(&proposal.platform.issuer).ok();
    origins.extend(issuer.map(|issuer| issuer.origin().ascii_serialization()));
    origins.dedup();
    origins.join(" ")
}

/// Why not, in the platform's own words where it has some. The page says nothing that its visitor did not bring.
fn refused(t: Texts, refusal: Refusal) -> Result<Response, AppError> {
    let (code, detail) = (refusal.code(), refusal.detail());
    let status = match refusal {
        Refusal::Ours(error) => return Err(error),
        Refusal::Registration(_) => StatusCode::FORBIDDEN,
        Refusal::Unreachable(_) => StatusCode::BAD_GATEWAY,
    };
    let page = respond::page(&RegisterRefusedPage {
        t,
        sentence: t.error(code).unwrap_or_else(|| t.failure_unnamed()),
        detail,
        code,
    })?;
    Ok(framed_by_any((status, page).into_response()))
}

fn with_policy(answer: Response, policy: &str) -> Result<Response, AppError> {
    let policy = HeaderValue::from_str(policy).map_err(AppError::failed)?;
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], answer).into_response())
}
