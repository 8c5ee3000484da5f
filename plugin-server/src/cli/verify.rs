//! `blason verify`: checks badges, for people and for programs.

mod answer;
mod csv;
mod explain;
mod json;
mod progress;
mod setup;
mod table;
mod tally;

use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;

use clap::Args;
use futures_util::{StreamExt as _, stream};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

pub(super) use self::answer::{Answer, Form};
pub(super) use self::explain::write as write_steps;
use self::progress::Progress;
use self::setup::Setup;
use self::tally::Tally;
use super::input::{self, Input};
use super::language::LanguageArgs;
use super::sheet::Sheets;
use super::texts::Texts;

/// Inputs that are under way for each thread: while some wait for the network, others are computed.
const UNDER_WAY_PER_JOB: usize = 8;

/// What to check, and how.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Files, folders, addresses, or `-` for standard input. Of a folder, and of the folders in it, every file counts
    /// that is named like a badge (png, svg, svgz, json, jsonld, jwt, jws, txt, 1ob) or begins like one.
    #[arg(required = true, value_name = "FILE|FOLDER|URL|-")]
    inputs: Vec<Input>,
    /// Answer in JSON: one object for one input, an array for several.
    #[arg(long, group = "form")]
    json: bool,
    /// Answer in JSON, one object a line, each as soon as it is there.
    #[arg(long, group = "form")]
    json_lines: bool,
    /// Answer in CSV, one row for each input, for spreadsheets.
    #[arg(long, group = "form", conflicts_with = "explain")]
    csv: bool,
    /// Show each step too: what was signed, its hashes, the key and where it was found.
    #[arg(long)]
    explain: bool,
    /// Verify on this many threads; on as many as the machine has cores where it is not given.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Judge the dates as of this time instead of the present, such as `2026-06-03T14:02:00Z`.
    #[arg(long, value_name = "RFC3339", value_parser = time_of)]
    now: Option<OffsetDateTime>,
    /// Read nothing from the network. What would have to be read stays unchecked.
    #[arg(long, conflicts_with = "resources")]
    offline: bool,
    /// Take every document from this file instead of the network: a JSON object of address to
    /// `{status, content_type, body or body_base64}`. An address that is absent cannot be reached.
    #[arg(long, value_name = "MAP.json")]
    resources: Option<PathBuf>,
    /// Check that the badge was given to this person, such as an e-mail address.
    #[arg(long, value_name = "ID")]
    recipient: Option<String>,
    /// Look the issuer up in this file: a JSON list of issuer identifiers, or `{"name", "issuers"}`, or a list
    /// of those. An issuer that it does not list is neither good nor bad.
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// Look for a newer version of the badge where its issuer offers one, and check that one.
    #[arg(long)]
    refresh: bool,
    /// Fetch the badge's picture too, where its issuer signed what it looks like. Whoever serves it learns that somebody
    /// looks at the badge.
    #[arg(long)]
    pictures: bool,
    /// Read this machine's own services too, by plain http: for a server under development.
    #[arg(long)]
    development: bool,
    #[command(flatten)]
    language: LanguageArgs,
}

fn time_of(text: &str) -> Result<OffsetDateTime, String> {
    OffsetDateTime::parse(text, &Rfc3339)
        .map_err(|error| format!("{error}; write it like 2026-06-03T14:02:00Z"))
}

/// Checks every input and answers with the exit status: 0 all verified, 1 some not verified, 2 none of
/// those but some unconfirmed.
pub(super) fn run(args: &VerifyArgs) -> anyhow::Result<ExitCode> {
    let setup = Arc::new(Setup::of(args)?);
    let are_several = args.inputs.len() > 1 || args.inputs.iter().any(Input::is_folder);
    let inputs = input::expand(&args.inputs)?;
    let texts = Texts::load(args.language.choice())?;
    let jobs = args.jobs.or_else(|| available_parallelism().ok());
    let jobs = jobs.map_or(1, NonZeroUsize::get);
    let progress = Progress::new(if are_several { inputs.len() } else { 0 });
    let mut form = form(args, &texts, are_several);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(jobs)
        .enable_all()
        .build()?;
    let tally = runtime.block_on(async {
        let mut tally = Tally::default();
        let mut out = io::stdout();
        let started = stream::iter(inputs).map(|input| {
            let setup = Arc::clone(&setup);
            tokio::spawn(async move { setup.check(&input).await })
        });
        let under_way = jobs.saturating_mul(UNDER_WAY_PER_JOB);
        // Both keep no more answers than are under way, however many inputs there are.
        let mut answers = if args.json_lines {
            started.buffer_unordered(under_way).left_stream()
        } else {
            started.buffered(under_way).right_stream()
        };
        progress.show(|| form.begin(&mut out))?;
        while let Some(answer) = answers.next().await {
            let answer = answer?;
            tally.add(&answer.report);
            progress.advance(|| form.write(&mut out, &answer))?;
        }
        progress.finish(|| form.end(&mut out))?;
        out.flush()?;
        anyhow::Ok(tally)
    })?;
    if are_several {
        tally.say(&texts);
    }
    Ok(tally.exit_status())
}

fn form<'a>(args: &VerifyArgs, texts: &'a Texts, are_several: bool) -> Box<dyn Form + 'a> {
    if args.json_lines {
        Box::new(json::Lines)
    } else if args.json {
        Box::new(json::Document::new(are_several))
    } else if args.csv {
        Box::new(csv::Rows { texts })
    } else if are_several && !args.explain {
        Box::new(table::Table::new(texts))
    } else {
        Box::new(Sheets { texts })
    }
}
