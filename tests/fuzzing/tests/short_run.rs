//! Every target over its seeds and over mutations of them, the same ones each time.

use std::time::{Duration, Instant};
use std::{panic, path::PathBuf};

use blason_fuzzing::{Sources, TARGETS, Target};
use fastrand::Rng;
use libtest_mimic::{Arguments, Failed, Trial};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Mutations tried on each target.
const MUTATIONS: usize = 600;

/// No input may ask for more memory than this, in bytes.
const MAX_BYTES: usize = 256 * 1024 * 1024;

/// No input may take longer: far above what any takes without optimisation, so that a slow machine is no fault.
const MAX_TIME: Duration = Duration::from_secs(20);

/// Longer inputs are cut, so that the run stays short.
const MAX_INPUT: usize = 40_000;

fn main() {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let trials = TARGETS
        .map(|target| Trial::test(target.name, move || try_target(&target)))
        .into();
    libtest_mimic::run(&arguments, trials).exit();
}

fn try_target(target: &Target) -> Result<(), Failed> {
    let sources = match vectors() {
        Some(folder) => Sources::below(&folder)?,
        None => Sources::default(),
    };
    let mut seeds = (target.seeds)(&sources);
    for seed in &mut seeds {
        seed.truncate(MAX_INPUT);
    }
    let mut rng = Rng::with_seed(3);
    for seed in &seeds {
        try_input(target, seed)?;
    }
    for _ in 0..MUTATIONS {
        try_input(target, &mutated(target, &seeds, &mut rng))?;
    }
    Ok(())
}

/// Runs the target on one input; an input that is too much for it is named in the failure.
fn try_input(target: &Target, input: &[u8]) -> Result<(), Failed> {
    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let started = Instant::now();
    let outcome = panic::catch_unwind(|| (target.run)(input));
    let took = started.elapsed();
    let bytes = ALLOCATOR.peak_usage().saturating_sub(before);
    let fault = if outcome.is_err() {
        "panicked".to_owned()
    } else if took > MAX_TIME {
        format!("took {took:?}")
    } else if bytes > MAX_BYTES {
        format!("took {bytes} bytes of memory")
    } else {
        return Ok(());
    };
    Err(format!(
        "{} {fault} on {:?}",
        target.name,
        input.escape_ascii().to_string()
    )
    .into())
}

/// One seed after a few random changes.
fn mutated(target: &Target, seeds: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    let mut input = rng.choice(seeds).cloned().unwrap_or_default();
    for _ in 0..rng.usize(1..=4) {
        change(&mut input, target, seeds, rng);
    }
    input.truncate(MAX_INPUT);
    input
}

fn change(input: &mut Vec<u8>, target: &Target, seeds: &[Vec<u8>], rng: &mut Rng) {
    let place = rng.usize(..=input.len());
    let end = rng.usize(place..=input.len().min(place + 64));
    match rng.u8(..6) {
        0 => {
            if let Some(byte) = input.get_mut(place) {
                *byte ^= 1 << rng.u8(..8);
            }
        }
        1 => {
            if let Some(byte) = input.get_mut(place) {
                *byte = *rng
                    .choice(&[0, 1, 0x7f, 0x80, 0xff, b'"', b'{', b'<', b'.'])
                    .unwrap_or(&0);
            }
        }
        2 => drop(input.drain(place..end)),
        3 => {
            let piece = input[place..end].repeat(rng.usize(1..=8));
            input.splice(place..place, piece);
        }
        4 => {
            let word = rng.choice(target.words).map_or(&[][..], |word| word.as_bytes());
            input.splice(place..end, word.iter().copied());
        }
        _ => {
            let other = rng.choice(seeds).map_or(&[][..], Vec::as_slice);
            let from = rng.usize(..=other.len());
            let to = rng.usize(from..=other.len());
            input.splice(place..end, other[from..to].iter().copied());
        }
    }
}

/// Other people's vectors, as the conformance tests find them.
#[expect(
    clippy::disallowed_methods,
    reason = "tests have no configuration file; this is their one variable"
)]
fn vectors() -> Option<PathBuf> {
    let folder = std::env::var("BLASON_VECTORS").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/vectors"),
        PathBuf::from,
    );
    folder.is_dir().then_some(folder)
}
