//! The `format` check: is there exactly one badge in these bytes, and of which version?

use serde_json::{Map, Value};

use super::case::{has_type, list};
use super::jwt::Token;
use super::{Check, CheckId, Code, Encoding, FormatInfo, Note};
use crate::bake::{self, Generation, Remark, Unbaked};
use crate::error::UnbakeError;
use crate::json::{self, JsonError};
use crate::limits::Limits;
use crate::suite::JwsError;
use crate::vocab::{
    ACHIEVEMENT_CREDENTIAL, CREDENTIALS_V1, CREDENTIALS_V2, ENDORSEMENT_CREDENTIAL, OPEN_BADGE_CREDENTIAL,
    OPEN_BADGES_ORG, PNG_KEYWORD_V2, PNG_KEYWORD_V3, VERIFIABLE_CREDENTIAL,
};

/// What the bytes hold.
pub(super) struct Found {
    pub(super) check: Check,
    pub(super) info: FormatInfo,
    /// `None` when the check failed.
    pub(super) badge: Option<Badge>,
}

/// A badge that was read.
pub(super) enum Badge {
    /// A verifiable credential with or without an embedded proof.
    Credential(Map<String, Value>),
    /// A verifiable credential in a token that is signed.
    Token(Box<Token>),
    /// A badge of a kind that is recognised and not verified here; the text names the kind.
    NotSupported(&'static str),
}

pub(super) fn check(input: &[u8], limits: &Limits) -> Found {
    let mut info = FormatInfo {
        container: bake::detect(input),
        ..FormatInfo::default()
    };
    let outcome = bake::unbake(input, limits)
        .map_err(|error| of_unbake_error(&error))
        .and_then(|unbaked| {
            info.container = Some(unbaked.container);
            let badge = recognise(&unbaked.payload, &mut info, limits)?;
            let mut check = with_remarks(Check::passed(CheckId::Format, Code::BadgeFound), &unbaked, &info);
            if matches!(&badge, Badge::Token(token) if token.is_padded()) {
                check = check.note(Note::new(Code::PaddedToken));
            }
            Ok((check, badge))
        });
    match outcome {
        Ok((check, badge)) => Found {
            check,
            info,
            badge: Some(badge),
        },
        Err(check) => Found {
            check,
            info,
            badge: None,
        },
    }
}

/// What kind of badge `payload` is; the failed check when it is none.
fn recognise(payload: &str, info: &mut FormatInfo, limits: &Limits) -> Result<Badge, Check> {
    if payload.starts_with('{') {
        info.encoding = Some(Encoding::Json);
        let parsed = json::parse(payload.as_bytes(), limits).map_err(|error| of_json_error(&error))?;
        let Value::Object(members) = parsed.value else {
            return Err(failed(Code::NoBadge));
        };
        return recognise_object(members, info);
    }
    if payload.starts_with("https://") || payload.starts_with("http://") {
        // Open Badges 1.0 baked the address of a hosted assertion.
        info.version = Some("1.0".to_owned());
        return Ok(Badge::NotSupported("hosted-address"));
    }
    if bake::is_compact_jws(payload) {
        info.encoding = Some(Encoding::Jwt);
        let token = Token::read(payload, limits).map_err(|error| of_jws_error(&error))?;
        return match recognise_object(token.credential.clone(), info)? {
            Badge::Credential(_) => Ok(Badge::Token(Box::new(token))),
            other => Ok(other),
        };
    }
    Err(failed(Code::UnreadableBadge))
}

fn recognise_object(members: Map<String, Value>, info: &mut FormatInfo) -> Result<Badge, Check> {
    let has_context = |url: &str| list(members.get("@context")).iter().any(|context| context == url);
    if has_type(&members, VERIFIABLE_CREDENTIAL) || has_context(CREDENTIALS_V2) || has_context(CREDENTIALS_V1)
    {
        let classes = [
            OPEN_BADGE_CREDENTIAL,
            ACHIEVEMENT_CREDENTIAL,
            ENDORSEMENT_CREDENTIAL,
        ];
        if classes.iter().any(|class| has_type(&members, class)) {
            info.version = Some("3.0".to_owned());
        }
        return Ok(Badge::Credential(members));
    }
    match version_before_3(&members) {
        Some(version) => {
            info.version = Some(version.to_owned());
            Ok(Badge::NotSupported("open-badges-before-3"))
        }
        None => Err(failed(Code::NoBadge)),
    }
}

/// The version of an assertion of [Open Badges 1.x or 2.x](https://www.imsglobal.org/spec/ob/v2p0/), by its shape.
fn version_before_3(members: &Map<String, Value>) -> Option<&'static str> {
    let context = list(members.get("@context")).iter().filter_map(Value::as_str);
    let version = context.filter_map(|url| url.strip_prefix(OPEN_BADGES_ORG)).next();
    let is_assertion = members.contains_key("badge") && members.contains_key("recipient");
    match (version, members.get("recipient")) {
        (Some(version), _) if version.starts_with("v1") => Some("1.1"),
        (Some(_), _) => Some("2.0"),
        (None, Some(Value::String(_))) if is_assertion => Some("0.5"),
        (None, _) if is_assertion => Some("1.0"),
        (None, _) => None,
    }
}

fn failed(code: Code) -> Check {
    Check::failed(CheckId::Format, code)
}

fn of_unbake_error(error: &UnbakeError) -> Check {
    match *error {
        UnbakeError::NoBadge => failed(Code::NoBadge),
        UnbakeError::TooLarge { limit, max } => failed(Code::TooLarge).with("limit", limit).with("max", max),
        UnbakeError::DamagedFile { offset } => failed(Code::DamagedFile).with("offset", offset),
        UnbakeError::DamagedChunk { offset } => failed(Code::DamagedChunk).with("offset", offset),
        UnbakeError::ConflictingBadges => failed(Code::ConflictingBadges),
        UnbakeError::EntityRefused => failed(Code::EntityRefused),
    }
}

fn of_json_error(error: &JsonError) -> Check {
    match error {
        JsonError::TooLarge { max } => failed(Code::TooLarge)
            .with("limit", "credential-bytes")
            .with("max", *max),
        JsonError::TooDeep { max } => failed(Code::TooDeep).with("max", *max),
        JsonError::DuplicateMemberName { name } => {
            failed(Code::DuplicateMemberNames).with("name", name.as_str())
        }
        JsonError::InvalidUtf8 { offset } => failed(Code::UnreadableBadge).with("offset", *offset),
        JsonError::TrailingData { line, column } | JsonError::Syntax { line, column } => {
            failed(Code::UnreadableBadge)
                .with("line", *line)
                .with("column", *column)
        }
    }
}

fn of_jws_error(error: &JwsError) -> Check {
    match error {
        JwsError::Json { part, error } => of_json_error(error).with("part", *part),
        JwsError::NotBase64Url { part } | JwsError::NotAnObject { part } => {
            failed(Code::UnreadableBadge).with("part", *part)
        }
        JwsError::NotThreeParts => failed(Code::UnreadableBadge),
    }
}

fn with_remarks(mut check: Check, unbaked: &Unbaked, info: &FormatInfo) -> Check {
    for remark in &unbaked.remarks {
        check = check.note(match *remark {
            Remark::Repeated => Note::new(Code::RepeatedBadge),
            Remark::CompressedBadge => Note::new(Code::CompressedBadge),
            Remark::OtherChunkType(chunk) => Note::new(Code::OtherChunkType).with("chunk", chunk),
            Remark::OtherPlace => Note::new(Code::OtherPlace),
            Remark::CompressedFile => Note::new(Code::CompressedFile),
            Remark::DoctypeIgnored => Note::new(Code::DoctypeIgnored),
            Remark::SurroundingSpace => Note::new(Code::SurroundingSpace),
            Remark::DataAfterEnd => Note::new(Code::DataAfterEnd),
        });
    }
    let is_before_3 = info
        .version
        .as_deref()
        .is_some_and(|version| !version.starts_with('3'));
    match unbaked.generation {
        Some(Generation::V2) if info.version.is_some() && !is_before_3 => {
            check.note(Note::new(Code::OtherVersionKeyword).with("keyword", PNG_KEYWORD_V2))
        }
        Some(Generation::V3) if is_before_3 => {
            check.note(Note::new(Code::OtherVersionKeyword).with("keyword", PNG_KEYWORD_V3))
        }
        _ => check,
    }
}
