//! Headers that must not be followed. Each token here is rightly signed, so nothing else is wrong with it.

use openbadges::verify::{CheckId, Outcome, Verdict};
use serde_json::{Value, json};

use super::{header, jwk_of, payload, token};
use crate::support::{assert_check, assert_only_failure, notes, report, signer};

fn header_with(name: &str, value: Value) -> Value {
    let mut header = header();
    header[name] = value;
    header
}

#[test]
fn an_algorithm_that_proves_nothing_is_refused() {
    for alg in ["none", "None", "HS256", "HS384", "HS512", "eddsa", "", "RSA256"] {
        let report = report(token(&header_with("alg", json!(alg)), &payload()));
        assert_only_failure(&report, CheckId::Signature, "refused-algorithm");
        assert_eq!(report.check(CheckId::Signature).unwrap().data["algorithm"], alg);
        assert_check(
            &report,
            CheckId::IssuerBinding,
            Outcome::NotChecked,
            "not-reached",
        );
        assert_eq!(report.verdict, Verdict::NotVerified);
    }
}

#[test]
fn an_unsigned_token_is_refused() {
    let token = token(&header_with("alg", json!("none")), &payload());
    let (unsigned, _) = token.rsplit_once('.').unwrap();
    assert_only_failure(
        &report(format!("{unsigned}.")),
        CheckId::Signature,
        "refused-algorithm",
    );
}

#[test]
fn a_known_algorithm_that_is_not_read_here_is_not_checked() {
    for alg in ["PS256", "RS512", "ES384", "ES256K"] {
        let report = report(token(&header_with("alg", json!(alg)), &payload()));
        assert_check(
            &report,
            CheckId::Signature,
            Outcome::NotChecked,
            "unsupported-cryptosuite",
        );
        assert_eq!(report.verdict, Verdict::Unconfirmed);
    }
}

#[test]
fn an_algorithm_that_does_not_fit_the_key_is_refused() {
    for alg in ["ES256", "RS256"] {
        let report = report(token(&header_with("alg", json!(alg)), &payload()));
        assert_only_failure(&report, CheckId::Signature, "wrong-key-type");
    }
}

#[test]
fn extensions_that_must_be_understood_are_refused() {
    let report = report(token(&header_with("crit", json!(["exp"])), &payload()));
    assert_only_failure(&report, CheckId::Signature, "critical-header");
}

#[test]
fn an_unencoded_payload_is_refused() {
    let report = report(token(&header_with("b64", json!(false)), &payload()));
    assert_only_failure(&report, CheckId::Signature, "unencoded-payload");
}

#[test]
fn a_private_key_in_the_header_is_refused() {
    let mut jwk = jwk_of(&signer());
    jwk["d"] = json!("AAAA");
    let report = report(token(&header_with("jwk", jwk), &payload()));
    assert_only_failure(&report, CheckId::Signature, "private-key-in-token");
}

#[test]
fn members_of_the_wrong_kind_are_refused() {
    for (name, value) in [("alg", json!(null)), ("kid", json!(7)), ("jwk", json!("key"))] {
        let report = report(token(&header_with(name, value), &payload()));
        assert_only_failure(&report, CheckId::Signature, "malformed-proof");
        assert_eq!(
            report.check(CheckId::Signature).unwrap().data["pointer"],
            format!("/{name}")
        );
    }
}

#[test]
fn an_unusual_type_is_said_and_decides_nothing() {
    let report = report(token(&header_with("typ", json!("at+jwt")), &payload()));
    assert_check(&report, CheckId::Signature, Outcome::Warning, "signature-good");
    assert_eq!(notes(&report, CheckId::Signature), ["unusual-token-type"]);
    assert_eq!(report.verdict, Verdict::Verified);
}
