//! The demonstration platform, as an attacker would wish to imitate it.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    hmac,
    rsa::{KeyPair, KeySize},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lti_advantage::{
    tool_key::{ToolKey, key_set},
    vocab::{VERSION, claim, message_type},
};
use plugin_server::state::App;
use serde_json::{Value, json};

use crate::server::Login;

pub(crate) const ISSUER: &str = "http://127.0.0.1:8081";
pub(crate) const LEARNER: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";

/// A platform with a key of its own.
pub(crate) struct Platform {
    // A platform signs its tokens as a tool signs its own: RS256, key named in the header.
    key: ToolKey,
    app: App,
}

impl Platform {
    pub(crate) fn new(app: &App) -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let pkcs8: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        Self {
            key: ToolKey::from_pkcs8(pkcs8.as_ref()).unwrap(),
            app: app.clone(),
        }
    }

    pub(crate) fn key_set(&self) -> Value {
        key_set([&self.key])
    }

    pub(crate) fn kid(&self) -> &str {
        self.key.kid()
    }

    pub(crate) fn claims(&self, login: &Login) -> Value {
        let now = self.app.now().unix_timestamp();
        json!({
            (claim::ISS): ISSUER,
            (claim::AUD): "blason-demo",
            (claim::IAT): now,
            (claim::EXP): now + 60,
            (claim::NONCE): login.nonce,
            (claim::SUB): "4",
            (claim::VERSION): VERSION,
            (claim::MESSAGE_TYPE): message_type::RESOURCE_LINK,
            (claim::DEPLOYMENT_ID): "1",
            (claim::TARGET_LINK_URI): self.app.config.url("/lti/launch"),
            (claim::RESOURCE_LINK): { "id": "badge-1" },
            (claim::ROLES): [LEARNER],
        })
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.key.sign(claims).unwrap()
    }

    pub(crate) fn token(&self, login: &Login) -> String {
        self.sign(&self.claims(login))
    }

    /// A token whose secret is the public key, as it stands in the key set.
    pub(crate) fn hs256_with_the_public_key(&self, claims: &Value) -> String {
        let message = message(&json!({ "alg": "HS256", "kid": self.kid() }), claims);
        let secret = hmac::Key::new(hmac::HMAC_SHA256, self.key.public_jwk().to_string().as_bytes());
        format!(
            "{message}.{}",
            URL_SAFE_NO_PAD.encode(hmac::sign(&secret, message.as_bytes()))
        )
    }
}

/// A token with somebody else's signature, or none.
pub(crate) fn unsigned(header: &Value, claims: &Value, signature: &str) -> String {
    format!("{}.{signature}", message(header, claims))
}

fn message(header: &Value, claims: &Value) -> String {
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", encode(header), encode(claims))
}
