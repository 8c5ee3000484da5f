//! A badge that is a file of its own: JSON, or a compact JSON Web Signature.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Container, Remark, Unbaked};
use crate::error::UnbakeError;
use crate::limits::Limits;

/// The kind of text that `input` seems to be.
pub(super) fn detect(input: &[u8]) -> Option<Container> {
    let text = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input).trim_ascii();
    match text.first()? {
        b'{' => Some(Container::Json),
        b'<' => Some(Container::Svg),
        _ if is_compact_jws(text) => Some(Container::Jwt),
        _ => None,
    }
}

/// Takes the badge out of a text file.
pub(super) fn unbake(input: &[u8], container: Container, limits: &Limits) -> Result<Unbaked, UnbakeError> {
    if input.len() > limits.max_credential_bytes {
        return Err(UnbakeError::TooLarge {
            limit: "credential-bytes",
            max: limits.max_credential_bytes,
        });
    }
    let text = match std::str::from_utf8(input) {
        Ok(text) => text,
        Err(error) => {
            return Err(UnbakeError::DamagedFile {
                offset: error.valid_up_to(),
            });
        }
    };
    let payload = trim(text);
    // JSON may end in a line end; a token is its bytes and nothing else.
    let expected = if container == Container::Jwt {
        text
    } else {
        text.trim_end()
    };
    let remarks = if payload.len() == expected.len() {
        Vec::new()
    } else {
        vec![Remark::SurroundingSpace]
    };
    Ok(Unbaked {
        container,
        payload: payload.to_owned(),
        generation: None,
        remarks,
    })
}

/// `text` without a byte-order mark and without white space around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

/// The payload of a [compact JWS](https://www.rfc-editor.org/rfc/rfc7515#section-7.1), not verified; `None` when it
/// is not base64url.
pub(super) fn payload_of_jws(text: &str) -> Option<Vec<u8>> {
    let payload = text.split('.').nth(1)?.trim_end_matches('=');
    URL_SAFE_NO_PAD.decode(payload).ok()
}

/// Whether `text` has the three parts of a [compact JWS](https://www.rfc-editor.org/rfc/rfc7515#section-7.1),
/// of which the first is a JSON object.
pub(super) fn is_compact_jws(text: &[u8]) -> bool {
    let is_base64url = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'=');
    // "eyJ" is what `{"` becomes in base64; `{` followed by a space or a line end becomes "ey" or "ew" too.
    let starts_as_object = text.starts_with(b"ey") || text.starts_with(b"ew");
    let mut parts = 0_usize;
    let well_formed = text.split(|byte| *byte == b'.').all(|part| {
        parts = parts.saturating_add(1);
        part.iter().all(is_base64url)
    });
    starts_as_object && well_formed && parts == 3
}
