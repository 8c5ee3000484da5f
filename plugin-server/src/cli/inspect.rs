//! `blason inspect`: what is inside a badge file, without a verdict.

mod payload;
mod png_chunks;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use openbadges::bake::{Container, detect, unbake};
use openbadges::verify::{CheckId, Evidence, Policy, Report, verify};
use time::OffsetDateTime;

use super::input::Input;
use super::language::LanguageArgs;
use super::terminal::visible;
use super::texts::Texts;
use crate::clients::{Guard, GuardedFetcher};

/// What to show.
#[derive(Debug, Args)]
pub(super) struct InspectArgs {
    /// Files, addresses, or `-` for standard input.
    #[arg(required = true, value_name = "FILE|URL|-")]
    inputs: Vec<Input>,
    #[command(flatten)]
    language: LanguageArgs,
}

/// Shows every input; the exit status is 1 when one of them holds no badge that can be read.
pub(super) fn run(args: &InspectArgs) -> anyhow::Result<ExitCode> {
    args.inputs.iter().try_for_each(Input::check)?;
    let texts = Texts::load(args.language.choice())?;
    let fetcher = GuardedFetcher::new(Guard::public_only())?;
    super::block_on(async move {
        let mut out = io::stdout();
        let mut all_read = true;
        for input in &args.inputs {
            let content = input
                .read(&fetcher, Policy::default().limits.max_input_bytes)
                .await;
            writeln!(out, "{}", visible(&input.to_string()))?;
            all_read &= match content.bytes {
                Ok(bytes) => show(&mut out, &texts, &bytes)?,
                Err(unread) => {
                    let report = unread.report();
                    let format = report.check(CheckId::Format);
                    let sentence = format.map(|format| texts.sentence(format.code.as_str(), &format.data));
                    writeln!(out, "  {}", sentence.unwrap_or_default())?;
                    false
                }
            };
        }
        Ok(if all_read {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    })
}

/// Shows one file; whether it held a badge that could be read.
fn show(out: &mut dyn Write, texts: &Texts, bytes: &[u8]) -> io::Result<bool> {
    let policy = Policy::default();
    // The check of the format depends on the bytes alone; whatever else is in the report is not shown.
    let report = verify(bytes, &Evidence::new(), OffsetDateTime::UNIX_EPOCH, &policy);
    writeln!(out, "  {}", kinds(texts, &report, bytes.len()).join(", "))?;
    if detect(bytes) == Some(Container::Png) {
        png_chunks::write(out, texts, bytes, policy.limits.max_png_chunks)?;
    }
    if let Some(format) = report.check(CheckId::Format) {
        writeln!(out, "  {}", texts.sentence(format.code.as_str(), &format.data))?;
        for note in &format.notes {
            writeln!(out, "  {}", texts.sentence(note.code.as_str(), &note.data))?;
        }
    }
    match unbake(bytes, &policy.limits) {
        Ok(unbaked) => {
            payload::write(out, texts, &unbaked.payload)?;
            Ok(true)
        }
        Err(_) => Ok(false),
    }
}

/// What kind of file it is and what is in it, in a few words.
fn kinds(texts: &Texts, report: &Report, length: usize) -> Vec<String> {
    let container = report.format.container.map(|container| match container {
        Container::Png => "PNG",
        Container::Svg => "SVG",
        Container::Json => "JSON",
        Container::Jwt => "JWT",
    });
    let version = report
        .format
        .version
        .as_ref()
        .map(|version| format!("Open Badges {}", visible(version)));
    let size = texts.counted("cli-bytes", length);
    container
        .map(str::to_owned)
        .into_iter()
        .chain([size])
        .chain(version)
        .collect()
}
