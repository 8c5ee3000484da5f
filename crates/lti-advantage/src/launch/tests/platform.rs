//! A platform with a real key, and a host that keeps its records in memory.

use std::{
    convert::Infallible,
    pin::pin,
    sync::{Mutex, OnceLock},
    task::{Context, Poll, Waker},
};

use aws_lc_rs::{
    hmac,
    rand::SystemRandom,
    rsa::KeySize,
    signature::{KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use time::{OffsetDateTime, macros::datetime};
use url::Url;

use crate::{
    error::JwksError,
    http::Response,
    jwks::{KeySet, VerificationKey},
    launch::{BrowserProof, LaunchFailure, LaunchStore, Outcome, PlatformKeys, Unverified, run},
    login::{self, Initiation, Login, LoginSecrets},
    records::{Algorithm, Deployment, DeploymentStanding, LoginState, Registration, RegistrationId, Tool},
    vocab::{VERSION, claim, message_type},
};

pub(super) const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);
pub(super) const ISSUER: &str = "https://moodle.example";
pub(super) const CLIENT: &str = "client-1";
pub(super) const KID: &str = "platform-key-1";
const LEARNER: &str = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";

/// Signs, and publishes its key.
pub(super) struct Platform {
    pair: RsaKeyPair,
    key_set: KeySet,
}

impl Platform {
    pub(super) fn shared() -> &'static Self {
        static SHARED: OnceLock<Platform> = OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    pub(super) fn new() -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let public = pair.public_key();
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let n = encode(public.modulus().big_endian_without_leading_zero());
        let e = encode(public.exponent().big_endian_without_leading_zero());
        let body = json!({ "keys": [{ "kty": "RSA", "kid": KID, "n": n, "e": e }] });
        let response = Response {
            status: 200,
            headers: Vec::new(),
            body: body.to_string().into_bytes(),
        };
        Self {
            pair,
            key_set: KeySet::read(&response).unwrap(),
        }
    }

    pub(super) fn sign(&self, header: &Value, claims: &Value) -> String {
        let message = message(header, claims);
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message.as_bytes(),
                &mut signature,
            )
            .unwrap();
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    /// A token whose HMAC secret is the platform's public key, as a verifier would use it that trusts `alg`.
    pub(super) fn sign_with_public_key_as_secret(&self, header: &Value, claims: &Value) -> String {
        let message = message(header, claims);
        let secret = hmac::Key::new(hmac::HMAC_SHA256, self.pair.public_key().as_ref());
        format!(
            "{message}.{}",
            URL_SAFE_NO_PAD.encode(hmac::sign(&secret, message.as_bytes()))
        )
    }
}

impl PlatformKeys for Platform {
    async fn key(
        &self,
        _registration: &Registration,
        kid: &str,
        algorithm: Algorithm,
        _now: OffsetDateTime,
    ) -> Result<VerificationKey, JwksError> {
        self.key_set.key(kid, algorithm)
    }
}

pub(super) fn message(header: &Value, claims: &Value) -> String {
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", encode(header), encode(claims))
}

/// What a Moodle says for a learner who opens an activity.
pub(super) fn claims(login: &Login) -> Value {
    json!({
        (claim::ISS): ISSUER,
        (claim::AUD): CLIENT,
        (claim::IAT): NOW.unix_timestamp(),
        (claim::EXP): NOW.unix_timestamp() + 60,
        (claim::NONCE): login.login_state.nonce,
        (claim::SUB): "4",
        (claim::VERSION): VERSION,
        (claim::MESSAGE_TYPE): message_type::RESOURCE_LINK,
        (claim::DEPLOYMENT_ID): "1",
        (claim::TARGET_LINK_URI): "https://badges.example/lti/launch?badge=42",
        (claim::RESOURCE_LINK): { "id": "1", "title": "Badge tool", "description": "" },
        (claim::ROLES): [LEARNER],
        (claim::CONTEXT): { "id": "2", "label": "DEMO101", "title": "Demo course", "type": ["CourseSection"] },
        (claim::LAUNCH_PRESENTATION): { "locale": "fr", "document_target": "iframe" },
    })
}

/// Keeps records in memory.
pub(super) struct Host {
    registration: Registration,
    tool: Tool,
    states: Mutex<Vec<LoginState>>,
}

impl Host {
    pub(super) fn new(_platform: &Platform) -> Self {
        let url = |path: &str| Url::parse(&format!("{ISSUER}{path}")).unwrap();
        Self {
            registration: Registration {
                id: RegistrationId("r1".to_owned()),
                issuer: ISSUER.to_owned(),
                client_id: CLIENT.to_owned(),
                auth_url: url("/auth"),
                token_url: url("/token"),
                token_audience: None,
                jwks_url: url("/jwks"),
                algorithms: vec![Algorithm::Rs256],
            },
            tool: Tool::new(&Url::parse("https://badges.example/lti/launch").unwrap()),
            states: Mutex::new(Vec::new()),
        }
    }

    /// Begins a login whose secrets depend on `seed`.
    pub(super) fn login(&mut self, seed: u8) -> Login {
        let initiation = Initiation {
            iss: ISSUER.to_owned(),
            login_hint: "4".to_owned(),
            target_link_uri: "https://badges.example/lti/launch".to_owned(),
            client_id: Some(CLIENT.to_owned()),
            deployment_id: Some("1".to_owned()),
            lti_message_hint: None,
            lti_storage_target: None,
        };
        let secrets = LoginSecrets {
            state: [seed; 32],
            nonce: [seed ^ 0x55; 32],
            browser: [seed ^ 0xaa; 32],
        };
        let registrations = std::slice::from_ref(&self.registration);
        let login = login::begin(&initiation, registrations, &self.tool, NOW, &secrets).unwrap();
        self.states.lock().unwrap().push(login.login_state.clone());
        login
    }

    /// Keeps another content of a login.
    pub(super) fn replace(&self, login_state: &LoginState) {
        let mut states = self.states.lock().unwrap();
        states.retain(|state| state.state != login_state.state);
        states.push(login_state.clone());
    }

    pub(super) fn registration(&self) -> &Registration {
        &self.registration
    }

    /// Forgets the registration, as an administrator may between login and launch.
    pub(super) fn remove_registration(&mut self) {
        self.registration.id = RegistrationId("another".to_owned());
    }

    /// Allows no algorithm at all.
    pub(super) fn allow_no_algorithm(&mut self) {
        self.registration.algorithms.clear();
    }

    pub(super) fn consumed(&self) -> usize {
        self.states
            .lock()
            .unwrap()
            .iter()
            .filter(|state| state.consumed_at.is_some())
            .count()
    }

    pub(super) fn run<K: PlatformKeys + Sync>(
        &self,
        keys: &K,
        unverified: &Unverified,
        browser: BrowserProof<'_>,
        now: OffsetDateTime,
    ) -> Result<Outcome, LaunchFailure<Infallible>> {
        let future = pin!(run(self, keys, &self.tool, unverified, browser, now));
        // Nothing here ever waits.
        match future.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => panic!("a store in memory waited"),
        }
    }
}

impl LaunchStore for Host {
    type Error = Infallible;

    async fn login_state(&self, state: &str) -> Result<Option<LoginState>, Infallible> {
        Ok(self
            .states
            .lock()
            .unwrap()
            .iter()
            .find(|login| login.state == state)
            .cloned())
    }

    async fn registration(&self, id: &RegistrationId) -> Result<Option<Registration>, Infallible> {
        Ok((self.registration.id == *id).then(|| self.registration.clone()))
    }

    async fn consume_login_state(
        &self,
        state: &str,
        now: OffsetDateTime,
        keep_until: OffsetDateTime,
    ) -> Result<bool, Infallible> {
        assert!(keep_until > now);
        let mut states = self.states.lock().unwrap();
        let login = states
            .iter_mut()
            .find(|login| login.state == state && login.consumed_at.is_none());
        Ok(login.map(|login| login.consumed_at = Some(now)).is_some())
    }

    async fn deployment(
        &self,
        registration_id: &RegistrationId,
        deployment_id: &str,
    ) -> Result<Option<Deployment>, Infallible> {
        let standing = match deployment_id {
            "1" => DeploymentStanding::Approved,
            "waiting" => DeploymentStanding::Pending,
            "blocked" => DeploymentStanding::Blocked,
            _ => return Ok(None),
        };
        Ok(Some(Deployment {
            registration_id: registration_id.clone(),
            deployment_id: deployment_id.to_owned(),
            standing,
        }))
    }
}
