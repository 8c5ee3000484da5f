//! What a platform answers to a registration.

use serde::Deserialize;
use serde_json::Value;

use crate::{
    error::RegistrationError,
    http::Response,
    service::{text_or_number, text_or_number_if_any},
    vocab::tool_configuration,
};

/// What a platform calls this tool from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The client identifier.
    pub client_id: String,
    /// The deployment that came with it, if one did.
    pub deployment_id: Option<String>,
    /// What the tool may ask for; platforms leave out silently what they do not give.
    pub scopes: Vec<String>,
}

impl Registered {
    /// What the answer to [`super::registration_request`] says.
    ///
    /// # Errors
    /// [`RegistrationError::Refused`] with the platform's own words, or
    /// [`RegistrationError::AnswerMalformed`] when there is no client identifier in it.
    pub fn read(response: &Response) -> Result<Self, RegistrationError> {
        #[derive(Deserialize)]
        struct Answer {
            #[serde(deserialize_with = "text_or_number")]
            client_id: String,
            #[serde(default)]
            scope: Option<String>,
        }
        #[derive(Deserialize)]
        struct Tool {
            #[serde(default, deserialize_with = "text_or_number_if_any")]
            deployment_id: Option<String>,
        }
        if !(200..300).contains(&response.status) {
            return Err(RegistrationError::refused(response));
        }
        let malformed = |_error: serde_json::Error| RegistrationError::AnswerMalformed;
        let answer: Value = serde_json::from_slice(&response.body).map_err(malformed)?;
        let deployment_id = match answer.get(tool_configuration::KEY) {
            Some(tool) => Tool::deserialize(tool).map_err(malformed)?.deployment_id,
            None => None,
        };
        let Answer { client_id, scope } = Answer::deserialize(&answer).map_err(malformed)?;
        if client_id.is_empty() {
            return Err(RegistrationError::AnswerMalformed);
        }
        let scopes = scope.unwrap_or_default();
        Ok(Self {
            client_id,
            deployment_id,
            scopes: scopes.split_ascii_whitespace().map(str::to_owned).collect(),
        })
    }
}
