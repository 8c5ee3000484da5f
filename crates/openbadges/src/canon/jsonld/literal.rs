//! Literals: values that are no nodes.

use std::sync::Arc;

use serde_json::Value;

use super::super::jcs::jcs;
use super::fault::Fault;
use super::number::{self, XSD_BOOLEAN, XSD_DOUBLE};
use super::term::Direction;

const RDF_JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
const RDF_LANG_STRING: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
const I18N: &str = "https://www.w3.org/ns/i18n#";

/// An RDF literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Literal {
    pub(super) text: String,
    pub(super) kind: LiteralKind,
}

/// What a literal has beside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LiteralKind {
    Plain,
    Known(&'static str),
    Datatype(Arc<str>),
    Language(Arc<str>),
}

/// What coercion or a value object says about a value.
#[derive(Debug, Clone, Default)]
pub(super) struct Annotation {
    pub(super) datatype: Option<Arc<str>>,
    pub(super) language: Option<Arc<str>>,
    pub(super) direction: Option<Direction>,
}

/// The literal for a string, a number or a boolean:
/// [Object to RDF Conversion](https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion).
pub(super) fn literal(value: &Value, annotation: Annotation) -> Result<Literal, Fault> {
    let Annotation {
        datatype,
        language,
        direction,
    } = annotation;
    let (text, known) = match value {
        Value::String(text) => return string(text, datatype, language, direction),
        Value::Bool(value) => (value.to_string(), XSD_BOOLEAN),
        Value::Number(number) => number::lexical(number, datatype.as_deref())?,
        Value::Null | Value::Array(_) | Value::Object(_) => {
            return Err(Fault::Invalid("invalid value object value"));
        }
    };
    if direction.is_some() {
        return Err(Fault::Unsupported("direction-of-what-is-no-text"));
    }
    Ok(Literal {
        text,
        kind: datatype.map_or(LiteralKind::Known(known), LiteralKind::Datatype),
    })
}

/// The literal that keeps a value as JSON.
pub(super) fn json(value: &Value) -> Result<Literal, Fault> {
    let text = jcs(value).map_err(|_not_exact| Fault::Unsupported("inexact-number"))?;
    Ok(Literal {
        text,
        kind: LiteralKind::Known(RDF_JSON),
    })
}

fn string(
    text: &str,
    datatype: Option<Arc<str>>,
    language: Option<Arc<str>>,
    direction: Option<Direction>,
) -> Result<Literal, Fault> {
    let kind = match (datatype, language, direction) {
        (Some(datatype), _, _) => match &*datatype {
            // jsonld.js rewrites the text as a number; the specification keeps it.
            XSD_DOUBLE => return Err(Fault::Unsupported("text-as-double")),
            RDF_LANG_STRING => return Err(Fault::Unsupported("language-string-without-language")),
            _ => LiteralKind::Datatype(datatype),
        },
        (None, language, Some(direction)) => {
            let language = language.as_deref().unwrap_or_default();
            LiteralKind::Datatype(format!("{I18N}{language}_{}", direction.as_str()).into())
        }
        (None, Some(language), None) => LiteralKind::Language(language),
        (None, None, None) => LiteralKind::Plain,
    };
    Ok(Literal {
        text: text.to_owned(),
        kind,
    })
}
