//! Writes what libFuzzer starts from: `seed-corpora FOLDER [VECTORS]` makes `FOLDER/NAME/` with the seeds and
//! `FOLDER/NAME.dict` with the words of each target. Badges of `issue-sample` come in on standard input.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use blason_fuzzing::{Sources, TARGETS, Target};

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().context("the first argument is a folder")?;
    let sources = match arguments.next() {
        None => Sources::default(),
        Some(vectors) => Sources::below(Path::new(&vectors))?,
    };
    let sources = sources.and_samples(&serde_json::from_reader(io::stdin().lock())?);
    for target in TARGETS {
        write(Path::new(&folder), &target, &sources)
            .with_context(|| format!("the corpus of {} was not written", target.name))?;
    }
    Ok(())
}

fn write(folder: &Path, target: &Target, sources: &Sources) -> Result<()> {
    let corpus = folder.join(target.name);
    fs::create_dir_all(&corpus)?;
    for (number, seed) in (target.seeds)(sources).iter().enumerate() {
        fs::write(corpus.join(format!("seed-{number:03}")), seed)?;
    }
    // libFuzzer refuses a dictionary of no bytes.
    let mut dictionary = format!("# Words of {}\n", target.name);
    for word in target.words {
        let escaped = word.replace('\\', "\\\\").replace('"', "\\\"");
        dictionary.push_str(&format!("\"{escaped}\"\n"));
    }
    fs::write(folder.join(format!("{}.dict", target.name)), dictionary)?;
    Ok(())
}
