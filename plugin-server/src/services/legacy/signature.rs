//! OAuth 1.0 signatures of forms ([RFC 5849, section 3.4](https://www.rfc-editor.org/rfc/rfc5849#section-3.4)).

use subtle::ConstantTimeEq;

/// The one method that LTI 1.1 names.
pub(super) const METHOD: &str = "HMAC-SHA1";

/// The field that holds the signature, which does not cover itself.
const SIGNATURE: &str = "oauth_signature";

/// Whether `given` is the signature of the form `fields`, posted to `address`, with `secret`. The comparison takes the
/// same time wherever the two differ.
pub(super) fn is_by(secret: &str, address: &str, fields: &[(String, String)], given: &str) -> bool {
    let expected = lti::signature("POST", address, &normalized(fields), secret, None);
    expected.as_bytes().ct_eq(given.as_bytes()).into()
}

/// The fields as they are signed: encoded, sorted by name and then by value.
fn normalized(fields: &[(String, String)]) -> String {
    let mut pairs: Vec<(String, String)> = fields
        .iter()
        .filter(|(name, _)| name != SIGNATURE)
        .map(|(name, value)| (encoded(name), encoded(value)))
        .collect();
    pairs.sort();
    let pairs: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("&")
}

/// Percent-encoded as OAuth wants it: everything but letters, digits and `-._~`.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// The fields of RFC 5849, section 3.4.1.3.1; the specification prints them normalized.
    #[test]
    fn fields_are_normalized_as_the_specification_shows() {
        let fields = pairs(&[
            ("b5", "=%3D"),
            ("a3", "a"),
            ("c@", ""),
            ("a2", "r b"),
            ("oauth_signature", "djosJKDKJSD8743243/jdk33klY="),
            ("c2", ""),
            ("a3", "2 q"),
        ]);
        assert_eq!(
            normalized(&fields),
            "a2=r%20b&a3=2%20q&a3=a&b5=%3D%253D&c%40=&c2="
        );
    }

    #[test]
    fn a_signature_belongs_to_its_secret_address_and_fields() {
        let address = "https://badges.example/lti/1.1/launch";
        let fields = pairs(&[("user_id", "4"), ("roles", "Learner")]);
        let given = lti::signature("POST", address, "roles=Learner&user_id=4", "secret", None);
        assert!(is_by("secret", address, &fields, &given));
        assert!(!is_by("Secret", address, &fields, &given));
        assert!(!is_by(
            "secret",
            "https://badges.example/lti/launch",
            &fields,
            &given
        ));
        assert!(!is_by("secret", address, &fields[..1], &given));
        assert!(!is_by("secret", address, &fields, ""));
        assert!(!is_by("secret", address, &fields, &given[..given.len() - 1]));
    }
}
