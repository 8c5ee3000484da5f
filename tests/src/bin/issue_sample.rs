//! Prints badges signed by the core, for other people's verifiers: a JSON array of `{name, credential,
//! documents}`, where `credential` is the signed text and `documents` is what its issuer publishes.
//!
//! `issue-sample` prints badges of growing size, `issue-sample proofs` one by each suite and kind of key, and
//! `issue-sample tokens` one by each algorithm of tokens. `issue-sample measured` prints many by each, as `Measured`
//! of the library says.
#![expect(clippy::print_stdout, reason = "the samples are the program's answer")]

use anyhow::{Result, bail};
use blason_tests::samples::{badges, measured, proofs, tokens};

fn main() -> Result<()> {
    let samples = match std::env::args().nth(1).as_deref() {
        None => badges()?,
        Some("proofs") => proofs()?,
        Some("tokens") => tokens()?,
        Some("measured") => {
            println!("{}", serde_json::to_string(&measured()?)?);
            return Ok(());
        }
        Some(other) => {
            bail!(
                "there are no samples called {other}: ask for `proofs`, `tokens`, `measured`, or for nothing"
            )
        }
    };
    println!("{}", serde_json::to_string(&samples)?);
    Ok(())
}
