//! A token, and the credential in it.

use serde_json::{Map, Value};
use time::OffsetDateTime;

use crate::limits::Limits;
use crate::model::format_date_time;
use crate::suite::{CompactJws, JwsError};
use crate::verify::case::list;
use crate::vocab::CREDENTIALS_V1;

/// The [registered claims](https://www.rfc-editor.org/rfc/rfc7519#section-4.1): about the token, and no words of
/// the credential that may stand beside them.
const REGISTERED_CLAIMS: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// A token, and the credential in it.
pub(in crate::verify) struct Token {
    pub(in crate::verify) jws: CompactJws,
    /// The credential without the registered claims.
    pub(in crate::verify) credential: Map<String, Value>,
}

impl Token {
    pub(in crate::verify) fn read(text: &str, limits: &Limits) -> Result<Self, JwsError> {
        let jws = CompactJws::read(text, limits)?;
        // Told apart by content: types of tokens in the wild say little. Who writes both shapes at once is read as
        // the whole payload, in which `vc` is a word like any other, and an undefined one.
        let credential = match jws.payload.get("vc") {
            Some(Value::Object(claim)) if !jws.payload.contains_key("@context") => {
                with_claims(claim.clone(), &jws.payload)
            }
            _ => {
                let mut whole = jws.payload.clone();
                whole.retain(|name, _| !REGISTERED_CLAIMS.contains(&name.as_str()));
                whole
            }
        };
        Ok(Self { jws, credential })
    }

    /// Whether a part of the text ends in `=`.
    pub(in crate::verify) const fn is_padded(&self) -> bool {
        self.jws.is_padded
    }

    /// When the token stops counting, by its claim.
    pub(in crate::verify) fn end(&self) -> Option<OffsetDateTime> {
        moment_of(self.jws.payload.get("exp"))
    }

    /// Text of a member of the header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.jws.header.get(name).and_then(Value::as_str)
    }
}

/// The credential of a `vc` claim, whose issuer may have moved members to the registered claims.
///
/// See [JWT decoding](https://www.w3.org/TR/vc-data-model-1.1/#jwt-decoding). What stands in both places stays as
/// the credential has it: where they differ, the token is refused.
fn with_claims(mut credential: Map<String, Value>, claims: &Map<String, Value>) -> Map<String, Value> {
    let text = |name: &str| claims.get(name).filter(|value| value.is_string()).cloned();
    let fill = |members: &mut Map<String, Value>, name: &str, value: Option<Value>| {
        if let Some(value) = value
            && !members.contains_key(name)
        {
            members.insert(name.to_owned(), value);
        }
    };
    fill(&mut credential, "id", text("jti"));
    match credential.get_mut("issuer") {
        Some(Value::Object(profile)) => fill(profile, "id", text("iss")),
        _ => fill(&mut credential, "issuer", text("iss")),
    }
    if let Some(Value::Object(subject)) = credential.get_mut("credentialSubject") {
        fill(subject, "id", text("sub"));
    }
    let is_v1 = list(credential.get("@context"))
        .first()
        .is_some_and(|context| context == CREDENTIALS_V1);
    let names = if is_v1 {
        [("nbf", "issuanceDate"), ("exp", "expirationDate")]
    } else {
        [("nbf", "validFrom"), ("exp", "validUntil")]
    };
    for (claim, name) in names {
        let date = moment_of(claims.get(claim))
            .and_then(format_date_time)
            .map(Value::from);
        fill(&mut credential, name, date);
    }
    credential
}

/// The moment of a [NumericDate](https://www.rfc-editor.org/rfc/rfc7519#section-2), in whole seconds.
pub(super) fn moment_of(value: Option<&Value>) -> Option<OffsetDateTime> {
    let number = value?.as_number()?;
    let seconds = number.as_i64().or_else(|| {
        let whole = number.as_f64()?.floor();
        // Written without a fraction, so that no conversion can round or overflow unseen.
        format!("{whole:.0}").parse().ok()
    })?;
    OffsetDateTime::from_unix_timestamp(seconds).ok()
}
