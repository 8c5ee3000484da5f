//! What a stranger will be told of a test badge is asked first: it must be refused, and for being a test.

use openbadges::verify::{CheckId, Code, Outcome, State};

use super::issuer;
use crate::{db::organisations::Organisation, error::AppError, services::issuing::read_back, state::App};

/// Refuses to hand out a test badge that reads as anything but an unchanged test.
pub(super) async fn check(app: &App, organisation: &Organisation, file: &[u8]) -> Result<(), AppError> {
    let document = issuer::did_document(app, organisation).await?;
    let url = issuer::did_document_url(&app.config, organisation);
    let report = read_back::report(app, url, &document, file);
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
