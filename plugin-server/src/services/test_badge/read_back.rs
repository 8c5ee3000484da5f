//! What a stranger will be told of a test badge is asked first: it must be refused, and for being a test.

use openbadges::verify::{CheckId, Code, Document, Evidence, Outcome, Policy, State, verify};

use super::issuer;
use crate::{db::organisations::Organisation, error::AppError, state::App};

/// Refuses to hand out a test badge that reads as anything but an unchanged test.
pub(super) async fn check(app: &App, organisation: &Organisation, file: &[u8]) -> Result<(), AppError> {
    let document = issuer::did_document(app, organisation).await?;
    let mut evidence = Evidence::new();
    evidence.insert(
        issuer::did_document_url(&app.config, organisation),
        Document::Answered {
            status: 200,
            content_type: Some("application/did+json".to_owned()),
            body: document.to_string().into_bytes(),
        },
    );
    let mut policy = Policy::default();
    // Plain http as a base address is accepted for loopback hosts only; see the settings.
    policy.allow_loopback_http = app.config.base_url.scheme() == "http";
    let report = verify(file, &evidence, app.now(), &policy);
    let found = |id| report.check(id).map(|check| (check.outcome, check.code));
    let is_test = found(CheckId::Signature) == Some((Outcome::Passed, Code::SignatureGood))
        && found(CheckId::IssuerBinding) == Some((Outcome::Failed, Code::TestBadge))
        && found(CheckId::Validity) == Some((Outcome::Failed, Code::Expired))
        && report.state == State::Invalid;
    if is_test {
        Ok(())
    } else {
        Err(AppError::failed(NotATest))
    }
}

/// A test badge does not read as one.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("a test badge of our own does not read as a test, and is not handed out")]
struct NotATest;
