//! The test data of RFC 8785: each input gives the bytes of the output of the same name.

use std::fs;
use std::path::Path;

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};
use openbadges::canon::jcs;
use openbadges::json;
use openbadges::limits::Limits;

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    let trials = match blason_tests::vectors("jcs") {
        Some(folder) => trials(&folder)?,
        None => vec![Trial::test("vectors_are_absent", || Ok(())).with_ignored_flag(true)],
    };
    libtest_mimic::run(&arguments, trials).exit()
}

fn trials(folder: &Path) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for entry in fs::read_dir(folder.join("input"))? {
        let input = entry?.path();
        let Some(file) = input.file_name() else { continue };
        let output = folder.join("output").join(file);
        let name = file.to_string_lossy().into_owned();
        trials.push(Trial::test(name, move || run(&input, &output)));
    }
    Ok(trials)
}

fn run(input: &Path, output: &Path) -> Result<(), Failed> {
    let document = json::parse(&fs::read(input)?, &Limits::default())?.value;
    let expected = fs::read(output)?;
    let found = jcs(&document)?;
    if found.as_bytes() == expected {
        Ok(())
    } else {
        Err(format!(
            "expected:\n{}\nfound:\n{found}",
            String::from_utf8_lossy(&expected)
        )
        .into())
    }
}
