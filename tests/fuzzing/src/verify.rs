//! A whole verification of any bytes.

use openbadges::verify::{CheckId, Code, Outcome, Verdict};
use serde_json::Value;

use crate::{Sources, badges, jwt, status_list, unbake_png, unbake_svg};

/// Verifies the bytes; whatever is fetched for them answers with the same bytes. A JSON object is verified again
/// once it is signed here, so that what comes after the signature is reached.
///
/// # Panics
/// What was signed here reads as changed, or a verdict is better than its checks.
pub fn run(input: &[u8]) {
    try_input(input);
    let Ok(Value::Object(document)) = serde_json::from_slice(input) else {
        return;
    };
    if let Some(signed) = badges::signed(document) {
        let code = try_input(signed.as_bytes());
        assert_ne!(code, Some(Code::ChangedAfterSigning), "{signed}");
    }
}

/// The code of the signature check.
fn try_input(input: &[u8]) -> Option<Code> {
    let report = badges::verified(input, |_| input.to_vec());
    assert_eq!(report.checks.len(), CheckId::ALL.len());
    if report.verdict == Verdict::Verified {
        for id in [
            CheckId::Format,
            CheckId::Context,
            CheckId::Signature,
            CheckId::IssuerBinding,
        ] {
            let outcome = report.check(id).map(|check| check.outcome);
            assert!(outcome.is_some_and(Outcome::is_good), "{id:?}: {outcome:?}");
        }
    }
    report.check(CheckId::Signature).map(|check| check.code)
}

/// The seeds of all other targets that read whole files, and every badge of the vectors.
pub fn seeds(sources: &Sources) -> Vec<Vec<u8>> {
    let mut seeds = sources.files(&[".json", ".1ob"]);
    seeds.extend(sources.samples().map(|sample| sample.as_bytes().to_vec()));
    seeds.extend(unbake_png::seeds(sources));
    seeds.extend(unbake_svg::seeds(sources));
    seeds.extend(jwt::seeds(sources));
    seeds.extend(status_list::seeds(sources));
    seeds.extend(badges::signed(badges::badge(Value::Null)).map(String::into_bytes));
    seeds
}
