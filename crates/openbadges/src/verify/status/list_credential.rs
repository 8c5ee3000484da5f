//! A status list as it was fetched: a credential of its own, with its own signature, key and dates.

use serde_json::{Map, Value};

use super::{failed, not_checked};
use crate::bake;
use crate::json::{self, JsonError};
use crate::limits::Limits;
use crate::suite::JwsError;
use crate::verify::case::{Case, Wants};
use crate::verify::jwt::{self, Token};
use crate::verify::{Check, CheckId, Code, Outcome, context, signature, validity};

/// A list credential that was read; [`verify`](Self::verify) says whether it counts.
pub(super) enum ListCredential {
    /// JSON, with or without embedded proofs.
    Embedded(Map<String, Value>),
    /// A token.
    Token(Box<Token>),
}

impl ListCredential {
    /// The list in `body`, told by its content: servers name its media type in every way there is.
    pub(super) fn read(body: &[u8], limits: &Limits) -> Result<Self, Check> {
        let text = body.trim_ascii();
        if bake::is_compact_jws(text) {
            let text = str::from_utf8(text).map_err(|_not_utf8| failed(Code::StatusListDamaged))?;
            return match Token::read(text, limits) {
                Ok(token) => Ok(Self::Token(Box::new(token))),
                Err(JwsError::Json { error, .. }) => Err(of_json_error(&error)),
                Err(_) => Err(failed(Code::StatusListDamaged)),
            };
        }
        read_object(body, limits).map(Self::Embedded)
    }

    /// The credential without what secures it as a token.
    pub(super) const fn members(&self) -> &Map<String, Value> {
        match self {
            Self::Embedded(members) => members,
            Self::Token(token) => &token.credential,
        }
    }

    /// Checks the list's own terms, signature, key and dates; its issuer is the answer.
    ///
    /// Its own status is not followed: no specification asks for it, and a list that names itself would never end.
    pub(super) fn verify(&self, case: &Case<'_>, wants: &mut Wants) -> Result<(), Check> {
        let list = Case::new(self.members(), case.evidence, case.now, case.policy);
        let (context, rdf) = context::check(&list);
        let signed = match self {
            Self::Embedded(_) => signature::check(&list, rdf.as_ref(), wants),
            Self::Token(token) => jwt::check(&list, token, wants),
        };
        let checks = [context, signed.signature, signed.binding];
        let by = |outcome| checks.iter().find(move |check| check.outcome == outcome);
        if let Some(bad) = by(Outcome::Failed) {
            return Err(failed(Code::StatusListNotVerified).with("code", bad.code.as_str()));
        }
        if let Some(open) = by(Outcome::NotChecked) {
            return Err(not_checked(Code::StatusListNotConfirmed).with("code", open.code.as_str()));
        }
        let validity = validity::check(&list);
        let validity = match self {
            Self::Embedded(_) => validity,
            Self::Token(token) => jwt::dates(&list, token, validity),
        };
        match validity.code {
            Code::WithinValidity | Code::NoExpiry => Ok(()),
            Code::Expired => Err(Check {
                id: CheckId::Status,
                code: Code::StatusListExpired,
                ..validity
            }),
            other => Err(failed(Code::StatusListNotVerified).with("code", other.as_str())),
        }
    }
}

/// The JSON object that `body` is.
pub(super) fn read_object(body: &[u8], limits: &Limits) -> Result<Map<String, Value>, Check> {
    match json::parse(body, limits) {
        Ok(json::Parsed {
            value: Value::Object(members),
            ..
        }) => Ok(members),
        Ok(_) => Err(failed(Code::StatusListDamaged)),
        Err(error) => Err(of_json_error(&error)),
    }
}

/// What is too large for this verifier may be right for another; all else is damage.
fn of_json_error(error: &JsonError) -> Check {
    let (limit, max) = match error {
        JsonError::TooLarge { max } => ("credential-bytes", *max),
        JsonError::TooManyObjects { max } => ("json-objects", *max),
        JsonError::TooDeep { max } => ("json-depth", *max),
        _ => return failed(Code::StatusListDamaged),
    };
    not_checked(Code::WorkLimitReached)
        .with("limit", limit)
        .with("max", max)
}
