//! Badges to check, a folder to keep them in, and the program itself.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use openbadges::did::key_did;
use openbadges::key::{Ed25519Signer, Signer as _};
use openbadges::limits::Limits;
use openbadges::model::{
    Achievement, AchievementSubject, Criteria, IdentityObject, Image, Iri, OpenBadgeCredential, Profile,
    RelatedResource,
};
use openbadges::sign::{SignOptions, sign};
use serde_json::{Value, json};
use tempfile::TempDir;
use time::macros::datetime;

/// The time at which the badges of [`Badge`] are good.
pub(crate) const NOW: &str = "2026-11-01T00:00:00Z";

/// The address of the document of [`did_web_badge`]'s issuer.
pub(crate) const DID_DOCUMENT_URL: &str = "https://badges.example.org/.well-known/did.json";

/// The address of the badges' picture.
pub(crate) const PICTURE_URL: &str = "https://badges.example.org/laser.png";

const SEED: [u8; 32] = [7; 32];

/// A badge about to be signed: the texts that tests vary.
pub(crate) struct Badge {
    pub(crate) name: &'static str,
    pub(crate) issuer_name: &'static str,
}

impl Default for Badge {
    fn default() -> Self {
        Self {
            name: "Laser cutter, level 1",
            issuer_name: "Example School",
        }
    }
}

impl Badge {
    /// Signed by a `did:key`: needs no document.
    pub(crate) fn by_did_key(&self) -> String {
        let signer = Ed25519Signer::from_seed(&SEED);
        let options = SignOptions::did_key(&signer, datetime!(2026-06-03 12:00 UTC)).unwrap();
        self.signed(&key_did(&signer.public_key()), &options)
    }

    /// Signed by a `did:web`, whose document is at [`DID_DOCUMENT_URL`].
    pub(crate) fn by_did_web(&self) -> String {
        let key = iri("did:web:badges.example.org#key-1");
        self.signed(
            "did:web:badges.example.org",
            &SignOptions::new(key, datetime!(2026-06-03 12:00 UTC)),
        )
    }

    /// Signed by a `did:key`, with a digest of the picture at [`PICTURE_URL`].
    pub(crate) fn with_picture(&self, picture: &[u8]) -> String {
        let signer = Ed25519Signer::from_seed(&SEED);
        let options = SignOptions::did_key(&signer, datetime!(2026-06-03 12:00 UTC)).unwrap();
        let resource = RelatedResource::new(iri(PICTURE_URL), "image/png", picture);
        let mut credential = self.credential(&key_did(&signer.public_key()));
        credential = credential.with_related_resource(resource);
        sign(&credential, &signer, &options, &Limits::default()).unwrap()
    }

    fn signed(&self, issuer: &str, options: &SignOptions) -> String {
        sign(
            &self.credential(issuer),
            &Ed25519Signer::from_seed(&SEED),
            options,
            &Limits::default(),
        )
        .unwrap()
    }

    fn credential(&self, issuer: &str) -> OpenBadgeCredential {
        let achievement = Achievement::new(
            iri("https://badges.example.org/achievements/laser"),
            self.name,
            "Can prepare, cut and clean up alone.",
            Criteria::narrative("Pass the quiz."),
        )
        .with_image(Image::new(iri(PICTURE_URL)));
        let learner = IdentityObject::hashed("emailAddress", "learner@example.org", "deadsea");
        OpenBadgeCredential::new(
            iri("https://badges.example.org/b/5f0c"),
            Profile::new(iri(issuer)).with_name(self.issuer_name),
            datetime!(2026-06-03 12:00 UTC),
            AchievementSubject::with_identity(learner, achievement),
        )
        .with_valid_until(datetime!(2027-06-03 12:00 UTC))
    }
}

/// The document that lists the key of [`Badge::by_did_web`].
pub(crate) fn did_document() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": "did:web:badges.example.org",
        "verificationMethod": [{
            "id": "did:web:badges.example.org#key-1",
            "type": "Multikey",
            "controller": "did:web:badges.example.org",
            "publicKeyMultibase": Ed25519Signer::from_seed(&SEED).public_key().to_multibase(),
        }],
        "assertionMethod": ["did:web:badges.example.org#key-1"],
    })
}

fn iri(text: &str) -> Iri {
    Iri::new(text).unwrap()
}

/// A folder that is gone after the test.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// The path of `name` in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and answers its path as an argument.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Writes a file for `--resources`.
    pub(crate) fn resources(&self, map: &Value) -> String {
        self.file("resources.json", map.to_string())
    }
}

/// What the program answered.
pub(crate) struct Answer {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Answer {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.stdout, self.stderr))
    }
}

/// Runs `blason` with `arguments`, in English and without a network to be tempted by.
pub(crate) fn blason(arguments: &[&str]) -> Answer {
    run(arguments, "C.UTF-8", b"")
}

/// The same in the environment of the locale `lang`.
pub(crate) fn blason_in(lang: &str, arguments: &[&str]) -> Answer {
    run(arguments, lang, b"")
}

/// The same with `input` on standard input.
pub(crate) fn blason_reading(input: &[u8], arguments: &[&str]) -> Answer {
    run(arguments, "C.UTF-8", input)
}

fn run(arguments: &[&str], lang: &str, input: &[u8]) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_blason"))
        .args(arguments)
        .env_clear()
        .env("LANG", lang)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that ends without reading closes its end; that is no fault of the test.
    let _written = child.stdin.take().unwrap().write_all(input);
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer {
        status: status.code(),
        stdout: text(stdout),
        stderr: text(stderr),
    }
}

/// The check `id` of a report, as `outcome code`.
pub(crate) fn check(report: &Value, id: &str) -> String {
    let checks = report["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["id"] == id).unwrap();
    format!(
        "{} {}",
        check["outcome"].as_str().unwrap(),
        check["code"].as_str().unwrap()
    )
}
