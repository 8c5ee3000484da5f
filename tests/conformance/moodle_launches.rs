//! Launches recorded on a real Moodle 4.5 validate, with the clock at the moment at which each was made.
//!
//! Taken from a recording: the login request's form; the `state` and `nonce` that the recording tool put into its
//! redirect; the raw id_token; Moodle's key set; the tool's registered redirect address. Not taken from it: the
//! browser's cookie, because the recording tool had none of our kind; the test's own login makes one.

use std::{
    collections::BTreeMap,
    convert::Infallible,
    fs,
    path::Path,
    pin::pin,
    sync::Mutex,
    task::{Context, Poll, Waker},
};

use anyhow::{Context as _, Result, bail, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use lti_advantage::{
    error::JwksError,
    http::Response,
    jwks::{KeySet, VerificationKey},
    launch::{self, BrowserProof, LaunchFailure, LaunchStore, Outcome, PlatformKeys, VerifiedLaunch},
    login::{self, Login, LoginSecrets},
    records::{Algorithm, Deployment, DeploymentStanding, LoginState, Registration, RegistrationId, Tool},
};
use serde_json::Value;
use time::{Duration, OffsetDateTime};
use url::Url;

/// The recording tool listened at both.
const TOOL_ADDRESSES: [&str; 2] = ["http://127.0.0.1:8080/", "http://localhost:8080/"];

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    let trials = match blason_tests::vectors("../platforms/moodle") {
        Some(folder) => trials(&folder)?,
        None => vec![Trial::test("recordings_are_absent", || Ok(())).with_ignored_flag(true)],
    };
    libtest_mimic::run(&arguments, trials).exit()
}

/// One trial for each recording that holds an id_token.
fn trials(folder: &Path) -> Result<Vec<Trial>> {
    let certs = read(&folder.join("certs.json"))?;
    let mut trials = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let recording = read(&path)?;
        if recording.get("id_token").is_some() {
            let name = path
                .file_stem()
                .context("a file without a name")?
                .to_string_lossy()
                .into_owned();
            let keys = recording.get("jwks").unwrap_or(&certs).clone();
            let trial = Trial::test(name.clone(), move || {
                check(&recording, &keys).map_err(Failed::from)
            });
            trials.insert(name, trial);
        }
    }
    ensure!(!trials.is_empty(), "{} holds no launch", folder.display());
    Ok(trials.into_values().collect())
}

fn read(path: &Path) -> Result<Value> {
    serde_json::from_slice(&fs::read(path)?).with_context(|| path.display().to_string())
}

fn check(recording: &Value, keys: &Value) -> Result<()> {
    let moodle = Moodle::of(recording, keys)?;
    let login = moodle.login(recording)?;
    let claims = &recording["id_token"]["claims"];

    let launch = moodle.verified(&login, Duration::ZERO)?;
    ensure!(launch.subject() == claims["sub"].as_str(), "subject");
    ensure!(claims[DEPLOYMENT_ID] == launch.deployment_id(), "deployment");
    let is_teacher = claims[ROLES].to_string().contains("membership#Instructor");
    ensure!(launch.roles().is_learner() != is_teacher, "roles");
    ensure!(
        launch.context().and_then(|context| context.title.as_deref()) == claims[CONTEXT]["title"].as_str(),
        "context"
    );

    // The same launches, spoilt, so that the trial is known to be able to fail.
    moodle.refused(&login, &moodle.token, Duration::seconds(120), "token-expired")?;
    moodle.refused(
        &login,
        &spoilt(&moodle.token),
        Duration::ZERO,
        "signature-invalid",
    )
}

const DEPLOYMENT_ID: &str = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";
const ROLES: &str = "https://purl.imsglobal.org/spec/lti/claim/roles";
const CONTEXT: &str = "https://purl.imsglobal.org/spec/lti/claim/context";

/// The token with another letter in the middle of its signature.
fn spoilt(token: &str) -> String {
    let middle = token.len() - 100;
    let letter = if token.as_bytes()[middle] == b'A' {
        "B"
    } else {
        "A"
    };
    format!("{}{letter}{}", &token[..middle], &token[middle + 1..])
}

/// The platform of one recording, and this test's records of it.
struct Moodle {
    token: String,
    issued_at: OffsetDateTime,
    recorded: BTreeMap<String, String>,
    registration: Registration,
    tool: Tool,
    keys: KeySet,
}

impl Moodle {
    fn of(recording: &Value, keys: &Value) -> Result<Self> {
        let form = &recording["login_request"]["form"];
        let text = |value: &Value| {
            value
                .as_str()
                .map(str::to_owned)
                .context("a text is missing in the recording")
        };
        let redirect = Url::parse(&text(&recording["login_request"]["redirect_answered"])?)?;
        let recorded: BTreeMap<_, _> = redirect.query_pairs().into_owned().collect();
        let issuer = text(&form["iss"])?;
        let at = |path: &str| Url::parse(&format!("{issuer}/mod/lti/{path}"));
        let redirect_uri = Url::parse(recorded.get("redirect_uri").context("redirect_uri")?)?;
        let mut tool = Tool::new(&redirect_uri);
        for address in TOOL_ADDRESSES {
            tool = tool.also_at(&Url::parse(address)?);
        }
        let response = Response {
            status: 200,
            headers: Vec::new(),
            body: keys.to_string().into_bytes(),
        };
        let issued_at = recording["id_token"]["claims"]["iat"].as_i64().context("iat")?;
        Ok(Self {
            token: text(&recording["id_token"]["raw"])?,
            issued_at: OffsetDateTime::from_unix_timestamp(issued_at)?,
            recorded,
            registration: Registration {
                id: RegistrationId("moodle".to_owned()),
                client_id: text(&form["client_id"])?,
                auth_url: at("auth.php")?,
                token_url: at("token.php")?,
                token_audience: None,
                jwks_url: at("certs.php")?,
                algorithms: vec![Algorithm::Rs256],
                issuer,
            },
            tool,
            keys: KeySet::read(&response)?,
        })
    }

    /// Answers the recorded login request and compares with what Moodle accepted then; the login goes on with
    /// the recorded state and nonce.
    fn login(&self, recording: &Value) -> Result<Login> {
        let form = recording["login_request"]["form"]
            .as_object()
            .context("the login form")?;
        let parameters: Vec<_> = form
            .iter()
            .map(|(key, value)| (key.clone(), value.as_str().unwrap_or_default().to_owned()))
            .collect();
        let secrets = LoginSecrets {
            state: [1; 32],
            nonce: [2; 32],
            browser: [3; 32],
        };
        let registrations = std::slice::from_ref(&self.registration);
        let initiation = login::read(&parameters)?;
        let mut login = login::begin(&initiation, registrations, &self.tool, self.issued_at, &secrets)?;
        let recorded = |name: &str| self.recorded.get(name).cloned().context("state or nonce");
        (login.login_state.state, login.login_state.nonce) = (recorded("state")?, recorded("nonce")?);

        let own = |(name, _): &(String, String)| name != "state" && name != "nonce";
        let answered: BTreeMap<_, _> = login.redirect.query_pairs().into_owned().filter(own).collect();
        let accepted: BTreeMap<_, _> = self.recorded.clone().into_iter().filter(own).collect();
        ensure!(
            answered == accepted,
            "the redirect differs: {answered:?}, and Moodle accepted {accepted:?}"
        );
        Ok(login)
    }

    fn verified(&self, login: &Login, after: Duration) -> Result<VerifiedLaunch> {
        match self.run(login, &self.token, after)? {
            Ok(Outcome::Verified(launch)) => Ok(launch),
            Ok(Outcome::Pending(_)) => bail!("held as pending"),
            Err(LaunchFailure::Refused(error)) => bail!("refused with {}: {error}", error.code()),
        }
    }

    fn refused(&self, login: &Login, token: &str, after: Duration, code: &str) -> Result<()> {
        match self.run(login, token, after)? {
            Err(LaunchFailure::Refused(error)) if error.code() == code => Ok(()),
            other => bail!("expected {code}, got {other:?}"),
        }
    }

    fn run(
        &self,
        login: &Login,
        token: &str,
        after: Duration,
    ) -> Result<Result<Outcome, LaunchFailure<Infallible>>> {
        let state = &login.login_state.state;
        let form = [
            ("id_token".to_owned(), token.to_owned()),
            ("state".to_owned(), state.clone()),
        ];
        let unverified = launch::read(&form)?;
        let store = Records {
            moodle: self,
            login_state: Mutex::new(Some(login.login_state.clone())),
        };
        let now = self.issued_at + after;
        let cookie = Some(login.cookie.value.as_str());
        let future = pin!(launch::run(
            &store,
            self,
            &self.tool,
            &unverified,
            BrowserProof::of_cookie(cookie),
            now
        ));
        match future.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => Ok(result),
            Poll::Pending => bail!("records in memory waited"),
        }
    }
}

impl PlatformKeys for Moodle {
    async fn key(
        &self,
        _registration: &Registration,
        kid: &str,
        algorithm: Algorithm,
        _now: OffsetDateTime,
    ) -> Result<VerificationKey, JwksError> {
        self.keys.key(kid, algorithm)
    }
}

/// The records of one launch.
struct Records<'a> {
    moodle: &'a Moodle,
    login_state: Mutex<Option<LoginState>>,
}

impl Records<'_> {
    fn login_state(&self) -> std::sync::MutexGuard<'_, Option<LoginState>> {
        self.login_state
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl LaunchStore for Records<'_> {
    type Error = Infallible;

    async fn login_state(&self, state: &str) -> Result<Option<LoginState>, Infallible> {
        Ok(self.login_state().clone().filter(|login| login.state == state))
    }

    async fn registration(&self, id: &RegistrationId) -> Result<Option<Registration>, Infallible> {
        Ok(Some(self.moodle.registration.clone()).filter(|registration| registration.id == *id))
    }

    async fn consume_login_state(
        &self,
        _state: &str,
        _now: OffsetDateTime,
        _keep_until: OffsetDateTime,
    ) -> Result<bool, Infallible> {
        Ok(self.login_state().take().is_some())
    }

    async fn deployment(
        &self,
        registration_id: &RegistrationId,
        deployment_id: &str,
    ) -> Result<Option<Deployment>, Infallible> {
        Ok(Some(Deployment {
            registration_id: registration_id.clone(),
            deployment_id: deployment_id.to_owned(),
            standing: DeploymentStanding::Approved,
        }))
    }
}
