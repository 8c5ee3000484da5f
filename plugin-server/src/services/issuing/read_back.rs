//! What leaves the house is read first, with the verifier that everybody else uses.

use openbadges::verify::{CheckId, Document, Evidence, Outcome, Policy, Report, Verdict, verify};
use serde_json::Value;

use crate::{db::organisations::Organisation, error::AppError, services::issuer, state::App};

/// Refuses a file that does not verify with nothing but the issuer's DID document as evidence.
pub(super) async fn check(app: &App, organisation: &Organisation, file: &[u8]) -> Result<(), AppError> {
    let document = issuer::did_document(app, organisation).await?;
    let url = issuer::did_document_url(&app.config, organisation);
    let report = report(app, url, &document, file);
    if report.verdict == Verdict::Verified {
        return Ok(());
    }
    Err(AppError::failed(Unverifiable(complaints(&report))))
}

/// What a stranger reads of `file` who has the issuer's DID document, and nothing else.
pub(in crate::services) fn report(
    app: &App,
    did_document_url: String,
    did_document: &Value,
    file: &[u8],
) -> Report {
    let mut evidence = Evidence::new();
    evidence.insert(
        did_document_url,
        Document::Answered {
            status: 200,
            content_type: Some("application/did+json".to_owned()),
            body: did_document.to_string().into_bytes(),
        },
    );
    let mut policy = Policy::default();
    // Plain http as a base address is accepted for loopback hosts only; see the settings.
    policy.allow_loopback_http = app.config.base_url.scheme() == "http";
    verify(file, &evidence, app.now(), &policy)
}

fn complaints(report: &Report) -> String {
    let open = |outcome| matches!(outcome, Outcome::Failed | Outcome::NotChecked);
    let complaints: Vec<String> = report
        .checks
        .iter()
        .filter(|check| open(check.outcome) && check.id != CheckId::Trust)
        .map(|check| format!("{} {}", check.id.as_str(), check.code.as_str()))
        .collect();
    complaints.join(", ")
}

/// A file of our own did not verify.
#[derive(Debug, thiserror::Error)]
#[error("a badge of our own does not verify, and is not offered: {0}")]
struct Unverifiable(String);
