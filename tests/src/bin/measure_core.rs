//! Measures the core on the samples of `issue-sample`, given on standard input: `measure-core SECONDS NAME`
//! prints `{"verify": R, "sign": R}`, each R operations per second on one core.
#![expect(clippy::print_stdout, reason = "the figures are the program's answer")]

use std::hint::black_box;
use std::io;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use openbadges::key::Ed25519Signer;
use openbadges::limits::Limits;
use openbadges::sign::{SignOptions, sign};
use openbadges::verify::{Evidence, Policy, Verdict, verify};
use serde::Deserialize;
use serde_json::{Value, json};
use time::macros::datetime;

#[derive(Deserialize)]
struct Sample {
    name: String,
    credential: String,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let seconds: f64 = arguments
        .next()
        .context("the first argument is a number of seconds")?
        .parse()?;
    let name = arguments
        .next()
        .context("the second argument is the name of a sample")?;
    let samples: Vec<Sample> = serde_json::from_reader(io::stdin().lock())?;
    let sample = samples
        .iter()
        .find(|sample| sample.name == name)
        .context("no sample has that name")?;
    let spell = Duration::from_secs_f64(seconds);
    let figures = json!({ "verify": verifications(&sample.credential, spell)?, "sign": signatures(&sample.credential, spell)? });
    println!("{figures}");
    Ok(())
}

/// Whole verifications per second, from bytes to report; a changed character must fail first.
fn verifications(credential: &str, spell: Duration) -> Result<f64> {
    let (now, policy, evidence) = (datetime!(2026-11-01 0:00 UTC), Policy::default(), Evidence::new());
    let verdict = |text: &str| verify(text.as_bytes(), &evidence, now, &policy).verdict;
    ensure!(
        verdict(credential) == Verdict::Verified,
        "the sample must be verified"
    );
    let changed = credential.replacen("Example School", "Example Schoo1", 1);
    ensure!(changed != credential, "the sample must name the Example School");
    ensure!(
        verdict(&changed) == Verdict::NotVerified,
        "a changed sample must not be verified"
    );
    Ok(per_second(spell, || {
        black_box(verdict(black_box(credential)));
    }))
}

/// Signatures per second of the same credential, from the unsigned document to signed text.
fn signatures(credential: &str, spell: Duration) -> Result<f64> {
    let mut unsigned: Value = serde_json::from_str(credential)?;
    unsigned
        .as_object_mut()
        .context("the sample is an object")?
        .remove("proof");
    let signer = Ed25519Signer::from_seed(&[2; 32]);
    let options = SignOptions::did_key(&signer, datetime!(2026-06-03 12:00 UTC))?;
    sign(&unsigned, &signer, &options, &Limits::default())?;
    Ok(per_second(spell, || {
        drop(black_box(sign(
            black_box(&unsigned),
            &signer,
            &options,
            &Limits::default(),
        )));
    }))
}

/// How often `operation` runs per second, over about `spell`.
fn per_second(spell: Duration, mut operation: impl FnMut()) -> f64 {
    let started = Instant::now();
    let mut done = 0.0;
    while started.elapsed() < spell {
        operation();
        done += 1.0;
    }
    done / started.elapsed().as_secs_f64()
}
