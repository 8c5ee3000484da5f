//! The page of results, in Markdown.

use std::env;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use super::figures::Figures;
use super::sizes::Size;

/// How many times faster than a peer we want to be.
struct Goal {
    act: Act,
    /// The suite or algorithm.
    name: &'static str,
    ours: &'static str,
    peer: &'static str,
    times: f64,
}

#[derive(Clone, Copy)]
enum Act {
    Verify,
    Sign,
}

const fn goal(act: Act, name: &'static str, ours: &'static str, peer: &'static str, times: f64) -> Goal {
    Goal {
        act,
        name,
        ours,
        peer,
        times,
    }
}

const GOALS: [Goal; 6] = [
    goal(
        Act::Verify,
        "eddsa-rdfc-2022",
        "Blason",
        "@digitalbazaar/vc",
        20.0,
    ),
    goal(
        Act::Verify,
        "eddsa-rdfc-2022",
        "Blason, wasm",
        "@digitalbazaar/vc",
        12.0,
    ),
    goal(Act::Sign, "eddsa-rdfc-2022", "Blason", "@digitalbazaar/vc", 50.0),
    goal(Act::Verify, "VC-JWT EdDSA", "Blason", "openbadgeslib", 8.0),
    goal(Act::Verify, "VC-JWT ES256", "Blason", "openbadgeslib", 8.0),
    goal(Act::Verify, "VC-JWT RS256", "Blason", "openbadgeslib", 8.0),
];

const INTRODUCTION: &str = "\
# Benchmarks

Written by `cargo xtask bench`. Figures of one run, each program in turn; only the ratios carry over to another
machine. A rate is what one core does in a second of the program's own time, the median of the rounds, on a hundred
different badges of a course, from text to verdict. Each program is shown a changed badge first and must refuse it.

Beside Blason, native and as WebAssembly in Node:
[@digitalbazaar/vc](https://www.npmjs.com/package/@digitalbazaar/vc) with its cryptosuites,
[@digitalcredentials/verifier-core](https://www.npmjs.com/package/@digitalcredentials/verifier-core), whose schema is
answered here, and PyPI's [openbadgeslib](https://pypi.org/project/openbadgeslib/), which would read `ecdsa-sd-2023`
with one package more. Versions stand in `tests/package.json` and `tests/interop/python/requirements.txt`. A dash: the
program, as it is installed there, does not read such badges.
";

/// The page: rates, ratios, and what a browser and the wire say.
///
/// `names` are the suites and algorithms, in their order.
pub(super) fn write(
    names: &[String],
    figures: &[(&str, Figures)],
    page: &Value,
    sizes: &[Size],
) -> Result<String> {
    let mut text = String::from(INTRODUCTION);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    writeln!(
        text,
        "\nMachine: {cores} cores, {} {}.",
        env::consts::OS,
        env::consts::ARCH
    )?;
    let (ours, peers) = figures.split_at_checked(2).context("two columns of our own")?;
    rates(&mut text, names, figures)?;
    ratios(&mut text, names, ours, peers)?;
    goals(&mut text, figures)?;
    browser(&mut text, page)?;
    writeln!(text, "\n## Bytes\n\n| file | raw | brotli |\n|---|---|---|")?;
    for size in sizes {
        writeln!(text, "| {} | {} | {} |", size.name, size.raw, size.compressed)?;
    }
    Ok(text)
}

fn rates(text: &mut String, names: &[String], figures: &[(&str, Figures)]) -> Result<()> {
    writeln!(text, "\n## Badges verified per second and core\n")?;
    header(text, figures.iter().map(|(program, _)| (*program).to_owned()))?;
    for name in names {
        let cells = figures.iter().map(|(_, figures)| match figures.verified(name) {
            Some(rate) => format!("{rate:.0}"),
            None => "–".to_owned(),
        });
        row(text, name, cells)?;
    }
    Ok(())
}

fn ratios(
    text: &mut String,
    names: &[String],
    ours: &[(&str, Figures)],
    peers: &[(&str, Figures)],
) -> Result<()> {
    writeln!(text, "\n## How many times faster\n")?;
    let pairs: Vec<_> = ours
        .iter()
        .flat_map(|our| peers.iter().map(move |peer| (our, peer)))
        .collect();
    header(
        text,
        pairs.iter().map(|(our, peer)| format!("{} / {}", our.0, peer.0)),
    )?;
    for name in names {
        let cells = pairs.iter().map(
            |(our, peer)| match our.1.verified(name).zip(peer.1.verified(name)) {
                Some((our, peer)) => format!("{:.1}", our / peer),
                None => "–".to_owned(),
            },
        );
        row(text, name, cells)?;
    }
    Ok(())
}

fn goals(text: &mut String, figures: &[(&str, Figures)]) -> Result<()> {
    writeln!(
        text,
        "\n## Goals\n\n| what | against | times faster | goal |\n|---|---|---|---|"
    )?;
    for goal in GOALS {
        let rate = |program: &str| {
            let (_, figures) = figures.iter().find(|(name, _)| *name == program)?;
            match goal.act {
                Act::Verify => figures.verified(goal.name),
                Act::Sign => figures.signed(goal.name),
            }
        };
        let (ours, peer) = rate(goal.ours)
            .zip(rate(goal.peer))
            .context("a figure is missing")?;
        let ratio = ours / peer;
        let verdict = if ratio >= goal.times { "met" } else { "falls short" };
        let act = match goal.act {
            Act::Verify => "verifies",
            Act::Sign => "signs",
        };
        writeln!(
            text,
            "| {} {act} {} | {} | {ratio:.1} | {:.0}, {verdict} |",
            goal.ours, goal.name, goal.peer, goal.times
        )?;
    }
    Ok(())
}

fn browser(text: &mut String, page: &Value) -> Result<()> {
    let figure = |at: &str| {
        let value = page.pointer(at).and_then(Value::as_f64);
        value.with_context(|| format!("a figure of the page is missing: {at}"))
    };
    let empty = figure("/empty")?;
    let (vc, core) = ("/peers/digitalbazaar", "/peers/verifier-core");
    writeln!(
        text,
        "\n## One `eddsa-rdfc-2022` badge in Chromium\n\n\
         The peers are bundled by esbuild into one file each; @digitalbazaar/vc with this suite alone. In turn, in fresh \
         profiles, on the page's own thread or in our worker.\n\n\
         | what | Blason | @digitalbazaar/vc | verifier-core |\n|---|---|---|---|"
    )?;
    writeln!(
        text,
        "| page load to first verdict, over an empty page, ms | {:.0} | {:.0} | {:.0} |",
        figure("/first")? - empty,
        figure(&format!("{vc}/first"))? - empty,
        figure(&format!("{core}/first"))? - empty,
    )?;
    writeln!(
        text,
        "| warm verdict, ms | {:.2} | {:.2} | {:.2} |",
        figure("/warm")?,
        figure(&format!("{vc}/warm"))?,
        figure(&format!("{core}/warm"))?,
    )?;
    writeln!(
        text,
        "| bytes over the wire, brotli | the table below | {} | {} |",
        figure(&format!("{vc}/bytes"))?,
        figure(&format!("{core}/bytes"))?,
    )?;
    writeln!(text, "\n| page | figure | goal |\n|---|---|---|")?;
    writeln!(
        text,
        "| a hundred badges: longest task, ms of its thread's own time | {:.0} | 50 |",
        figure("/hundred")?
    )?;
    writeln!(
        text,
        "| a thousand files at once: all answered, ms | {:.0} | 1500 |",
        figure("/pile/done")?
    )?;
    writeln!(
        text,
        "| a thousand files: longest task, ms of its thread's own time | {:.0} | 50 |",
        figure("/pile/longest")?
    )?;
    writeln!(
        text,
        "| a thousand files: what the page's process holds more afterwards, MB | {:.0} | 150 |",
        figure("/pile/memory")? / 1e6
    )?;
    Ok(())
}

/// A table's first lines: the suites stand in the first column.
fn header(text: &mut String, columns: impl ExactSizeIterator<Item = String>) -> Result<()> {
    let rule = "|---".repeat(columns.len().saturating_add(1));
    row(text, "suite", columns)?;
    writeln!(text, "{rule}|")?;
    Ok(())
}

fn row(text: &mut String, first: &str, cells: impl Iterator<Item = String>) -> Result<()> {
    let cells: Vec<String> = cells.collect();
    writeln!(text, "| {first} | {} |", cells.join(" | "))?;
    Ok(())
}
