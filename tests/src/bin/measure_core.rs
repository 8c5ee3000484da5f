//! Measures the core on the badges of `issue-sample measured`: `measure-core SECONDS FILE` prints `{"verify": {NAME:
//! R}, "sign": {NAME: R}}`, each R operations per second of one core's time.
#![expect(clippy::print_stdout, reason = "the figures are the program's answer")]

use std::fs;
use std::hint::black_box;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use blason_tests::samples::Measured;
use cpu_time::ProcessTime;
use openbadges::key::Ed25519Signer;
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::suite::Cryptosuite;
use openbadges::verify::{Document, Evidence, Policy, Verdict, verify};
use serde_json::{Map, Value, json};
use time::macros::datetime;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments
        .next()
        .context("the first argument is a number of seconds")?;
    let file = arguments
        .next()
        .context("the second argument is a file of badges")?;
    let measured: Vec<Measured> = serde_json::from_slice(&fs::read(file)?)?;
    let spell = Duration::from_secs_f64(seconds.parse()?);
    let mut verified = Map::new();
    let mut signed = Map::new();
    for badges in &measured {
        let rate = verifications(badges, spell).with_context(|| badges.name.clone())?;
        verified.insert(badges.name.clone(), rate.into());
        if badges.name == Cryptosuite::EddsaRdfc2022.name() {
            signed.insert(badges.name.clone(), signatures(badges, spell)?.into());
        }
    }
    println!("{}", json!({ "verify": verified, "sign": signed }));
    Ok(())
}

/// Whole verifications per second, from bytes to report; the changed badge must fail first.
fn verifications(badges: &Measured, spell: Duration) -> Result<f64> {
    let (now, policy) = (datetime!(2026-11-01 0:00 UTC), Policy::default());
    let mut evidence = Evidence::new();
    for (url, document) in &badges.documents {
        let answer = Document::Answered {
            status: 200,
            content_type: Some("application/json".to_owned()),
            body: document.to_string().into_bytes(),
        };
        evidence.insert(url.as_str(), answer);
    }
    let report = |text: &str| verify(text.as_bytes(), &evidence, now, &policy);
    for credential in &badges.credentials {
        let report = report(credential);
        ensure!(
            report.verdict == Verdict::Verified,
            "not verified: {:?}",
            report.checks
        );
    }
    ensure!(
        report(&badges.changed).verdict == Verdict::NotVerified,
        "a changed badge is not refused"
    );
    Ok(per_second(spell, &badges.credentials, |credential| {
        black_box(report(black_box(credential)));
    }))
}

/// Signatures per second of the same badges, from the unsigned document to signed text.
fn signatures(badges: &Measured, spell: Duration) -> Result<f64> {
    let unsigned = badges.credentials.iter().map(|credential| {
        let mut credential: Map<String, Value> = serde_json::from_str(credential)?;
        credential.remove("proof");
        Ok(credential)
    });
    let unsigned = unsigned.collect::<Result<Vec<_>>>()?;
    let signer = Ed25519Signer::from_seed(&[6; 32]);
    let options = SignOptions::did_key(&signer, datetime!(2026-06-03 12:00 UTC))?;
    sign(&unsigned[0], &signer, &options, &Limits::default())?;
    Ok(per_second(spell, &unsigned, |credential| {
        drop(black_box(sign(
            black_box(credential),
            &signer,
            &options,
            &Limits::default(),
        )));
    }))
}

/// How often `operation` runs per second of this program's own time, over about `spell`, on one badge after another.
fn per_second<T>(spell: Duration, badges: &[T], mut operation: impl FnMut(&T)) -> f64 {
    let started = ProcessTime::now();
    let mut done = 0.0;
    for badge in badges.iter().cycle() {
        operation(badge);
        done += 1.0;
        if started.elapsed() >= spell {
            break;
        }
    }
    done / started.elapsed().as_secs_f64()
}
