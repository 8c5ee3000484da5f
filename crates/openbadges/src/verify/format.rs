//! The `format` check: is there exactly one badge in these bytes, and of which version?

use serde_json::{Map, Value};

use super::case::{has_type, list};
use super::jwt::Token;
use super::{Check, CheckId, Code, Encoding, FormatInfo, Note, assertion};
use crate::address::WebAddress;
use crate::bake::{self, Generation, Remark, Unbaked};
use crate::error::UnbakeError;
use crate::json::{self, JsonError};
use crate::limits::Limits;
use crate::suite::JwsError;
use crate::vocab::{
    ACHIEVEMENT_CREDENTIAL, CLR_CREDENTIAL, CREDENTIALS_V1, CREDENTIALS_V2, ENDORSEMENT_CREDENTIAL,
    ENVELOPED_VERIFIABLE_CREDENTIAL, OPEN_BADGE_CREDENTIAL, PNG_KEYWORD_CLR, PNG_KEYWORD_V2, PNG_KEYWORD_V3,
    TOKEN_DATA_URL, VERIFIABLE_CREDENTIAL,
};

/// How the version of an envelope of credentials is given, apart from the versions of badges.
const CLR_VERSION: &str = "CLR 2.0";

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
    /// A badge of a version before 3.0.
    Assertion(Box<assertion::Source>),
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

/// The same for what stands in the place of a credential inside another: an object, or the text of a token.
pub(super) fn check_inside(value: &Value, limits: &Limits) -> Found {
    let mut info = FormatInfo::default();
    match recognise_inside(value, &mut info, limits) {
        Ok(badge) => Found {
            check: Check::passed(CheckId::Format, Code::CredentialFound),
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

fn recognise_inside(value: &Value, info: &mut FormatInfo, limits: &Limits) -> Result<Badge, Check> {
    let token = match value {
        Value::String(text) => text,
        Value::Object(members) if has_type(members, ENVELOPED_VERIFIABLE_CREDENTIAL) => {
            let id = members.get("id").and_then(Value::as_str);
            id.and_then(|id| id.strip_prefix(TOKEN_DATA_URL)).ok_or_else(|| {
                Check::not_checked(CheckId::Format, Code::NotSupported).with("what", "envelope")
            })?
        }
        Value::Object(members) => {
            info.encoding = Some(Encoding::Json);
            return match recognise_object(members.clone(), info) {
                Ok(credential @ Badge::Credential(_)) => Ok(credential),
                _ => Err(failed(Code::UnreadableBadge)),
            };
        }
        _ => return Err(failed(Code::UnreadableBadge)),
    };
    if !bake::is_compact_jws(token) {
        return Err(failed(Code::UnreadableBadge));
    }
    info.encoding = Some(Encoding::Jwt);
    let token = Token::read(token, limits).map_err(|error| of_jws_error(&error))?;
    match recognise_object(token.credential.clone(), info) {
        Ok(Badge::Credential(_)) => Ok(Badge::Token(Box::new(token))),
        _ => Err(failed(Code::UnreadableBadge)),
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
    // Open Badges 1.0 baked the address of a hosted assertion.
    if let Ok(address) = WebAddress::parse(payload) {
        return Ok(before_3(assertion::Source::Address(address), info));
    }
    if bake::is_compact_jws(payload) {
        info.encoding = Some(Encoding::Jwt);
        let token = Token::read(payload, limits).map_err(|error| of_jws_error(&error))?;
        return match recognise_object(token.credential.clone(), info)? {
            Badge::Assertion(_) => Ok(before_3(assertion::Source::Token(token.jws), info)),
            Badge::Credential(_) | Badge::Token(_) => Ok(Badge::Token(Box::new(token))),
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
        } else if has_type(&members, CLR_CREDENTIAL) {
            info.version = Some(CLR_VERSION.to_owned());
        }
        return Ok(Badge::Credential(members));
    }
    if assertion::is_before_3(&members) {
        Ok(before_3(assertion::Source::File(members), info))
    } else {
        Err(failed(Code::NoBadge))
    }
}

fn before_3(source: assertion::Source, info: &mut FormatInfo) -> Badge {
    info.version = Some(source.version().to_owned());
    Badge::Assertion(Box::new(source))
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
        JsonError::TooManyObjects { max } => failed(Code::TooLarge)
            .with("limit", "json-objects")
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
    let generation = match info.version.as_deref() {
        Some(CLR_VERSION) => Generation::Clr,
        Some(version) if version.starts_with('3') => Generation::V3,
        Some(_) => Generation::V2,
        None => return check,
    };
    let keyword = match unbaked.generation {
        Some(found) if found == generation => return check,
        Some(Generation::V2) => PNG_KEYWORD_V2,
        Some(Generation::V3) => PNG_KEYWORD_V3,
        Some(Generation::Clr) => PNG_KEYWORD_CLR,
        None => return check,
    };
    check.note(Note::new(Code::OtherVersionKeyword).with("keyword", keyword))
}
