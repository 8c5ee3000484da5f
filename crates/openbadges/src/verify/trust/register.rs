//! Registers of issuers, as a caller gives them.

use std::collections::BTreeSet;

use serde_json::Value;
use thiserror::Error;

use crate::json::{self, JsonError};
use crate::limits::Limits;

/// Issuers that the caller trusts, under one name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    name: Option<String>,
    issuers: BTreeSet<String>,
}

impl Register {
    /// A register of the issuers with these identifiers, such as `did:web:badges.example`.
    #[must_use]
    pub fn new(name: Option<String>, issuers: impl IntoIterator<Item = String>) -> Self {
        Self {
            name,
            issuers: issuers.into_iter().collect(),
        }
    }

    /// Reads a trust file, which is JSON: a list of identifiers; or a register, `{"name": …, "issuers": […]}`; or
    /// a list of registers. An issuer is its identifier, or an object with an `id`.
    ///
    /// ```
    /// use openbadges::{limits::Limits, verify::Register};
    ///
    /// let file = br#"{"name": "Fab labs of Brittany", "issuers": ["did:web:fablab.example"]}"#;
    /// let registers = Register::read_all(file, &Limits::default())?;
    /// assert!(registers[0].lists("did:web:fablab.example"));
    /// # Ok::<(), openbadges::verify::RegisterError>(())
    /// ```
    ///
    /// # Errors
    /// When the text is no strict JSON, or has another shape.
    pub fn read_all(file: &[u8], limits: &Limits) -> Result<Vec<Self>, RegisterError> {
        let content = json::parse(file, limits)?.value;
        match content {
            Value::Object(_) => Ok(vec![Self::read(&content)?]),
            Value::Array(members) if members.iter().any(|member| member.get("issuers").is_some()) => {
                members.iter().map(Self::read).collect()
            }
            Value::Array(members) => Ok(vec![Self::new(None, identifiers(&members)?)]),
            _ => Err(RegisterError::Shape),
        }
    }

    fn read(register: &Value) -> Result<Self, RegisterError> {
        let issuers = register
            .get("issuers")
            .and_then(Value::as_array)
            .ok_or(RegisterError::Shape)?;
        let name = match register.get("name") {
            None => None,
            Some(name) => Some(name.as_str().ok_or(RegisterError::Shape)?.to_owned()),
        };
        Ok(Self::new(name, identifiers(issuers)?))
    }

    /// What the register calls itself.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether the issuer with exactly this identifier is in the register.
    #[must_use]
    pub fn lists(&self, issuer: &str) -> bool {
        self.issuers.contains(issuer)
    }
}

fn identifiers(issuers: &[Value]) -> Result<Vec<String>, RegisterError> {
    issuers
        .iter()
        .map(|issuer| {
            issuer
                .get("id")
                .unwrap_or(issuer)
                .as_str()
                .map(str::to_owned)
                .ok_or(RegisterError::Shape)
        })
        .collect()
}

/// Why a trust file was not read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// It is no strict JSON.
    #[error("it is no JSON: {0}")]
    Json(#[from] JsonError),
    /// It is JSON of another shape.
    #[error(
        "it must be a list of issuer identifiers, or an object with \"issuers\", or a list of such objects"
    )]
    Shape,
}

impl RegisterError {
    /// The stable kebab-case code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(error) => error.code(),
            Self::Shape => "not-a-register",
        }
    }
}
