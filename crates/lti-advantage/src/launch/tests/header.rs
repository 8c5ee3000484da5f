//! What a token's header may say.

use super::*;

#[test]
fn members_that_bring_or_fetch_a_key_are_refused() {
    for member in ["jku", "jwk", "x5u", "x5c", "crit", "zip", "enc", "cty", "b64"] {
        let error = Attempt::new()
            .with_header(member, "https://evil.example/keys")
            .refused();
        assert_eq!(error, LaunchError::HeaderForbidden { member });
    }
}

#[test]
fn algorithms_that_the_registration_does_not_allow_are_refused() {
    for algorithm in [
        "RS384", "RS512", "PS256", "ES256", "EdDSA", "HS256", "HS512", "rs256", "None",
    ] {
        assert_eq!(
            Attempt::new().with_header("alg", algorithm).code(),
            "algorithm-forbidden",
            "{algorithm}"
        );
    }
    let mut attempt = Attempt::new();
    attempt.host.allow_no_algorithm();
    assert_eq!(attempt.code(), "algorithm-forbidden");
}

#[test]
fn a_token_that_names_no_key_is_refused() {
    let mut attempt = Attempt::new();
    attempt.header.as_object_mut().unwrap().remove("kid");
    assert_eq!(attempt.code(), "key-id-missing");
    assert_eq!(Attempt::new().with_header("kid", "").code(), "key-id-missing");
}

#[test]
fn what_is_no_token_is_refused() {
    for token in ["x", "a.b", "a.b.c", "a.b.c.d", "..", "e30.e30.", "bnVsbA.e30."] {
        assert_eq!(
            read(&form(token, "s")).unwrap_err(),
            LaunchError::TokenMalformed,
            "{token}"
        );
    }
}

#[test]
fn a_form_without_token_or_state_is_refused() {
    assert_eq!(
        read(&form("", "s")).unwrap_err(),
        LaunchError::FieldMissing { field: "id_token" }
    );
    assert_eq!(
        read(&form("a.b.c", "")).unwrap_err(),
        LaunchError::FieldMissing { field: "state" }
    );
    assert_eq!(
        read(&[]).unwrap_err(),
        LaunchError::FieldMissing { field: "id_token" }
    );
}

#[test]
fn a_form_with_two_tokens_or_two_states_is_refused() {
    let mut fields = form("a.b.c", "s");
    fields.extend(form("a.b.c", "s"));
    assert_eq!(
        read(&fields).unwrap_err(),
        LaunchError::FieldRepeated { field: "id_token" }
    );
}

#[test]
fn a_token_that_is_too_long_is_refused() {
    assert_eq!(
        read(&form(&"x".repeat(200_000), "s")).unwrap_err().code(),
        "launch-field-too-long"
    );
}

#[test]
fn an_error_of_the_platform_is_passed_on() {
    let fields = [
        ("error", "access_denied"),
        ("error_description", "No access"),
        ("state", "s"),
    ];
    let fields: Vec<_> = fields
        .iter()
        .map(|&(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    let expected = LaunchError::PlatformRefused {
        error: "access_denied".to_owned(),
        description: Some("No access".to_owned()),
        state: Some("s".to_owned()),
    };
    assert_eq!(read(&fields).unwrap_err(), expected);
    assert_eq!(expected.code(), "platform-refused");
}
