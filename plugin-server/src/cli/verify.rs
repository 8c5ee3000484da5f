//! `blason verify`: checks badges, for people and for programs.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use openbadges::limits::Limits;
use openbadges::verify::{Policy, Register, Report, Verdict};
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::UsageError;
use super::input::Input;
use super::language::LanguageArgs;
use super::sheet;
use super::texts::Texts;
use crate::clients::evidence::{Budget, FetchRecord, Verification, verify_with};
use crate::clients::{Fetch, Guard, GuardedFetcher, Offline, Resources};
use crate::clock::{Clock, SystemClock};

/// What to check, and how.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Files, addresses, or `-` for standard input.
    #[arg(required = true, value_name = "FILE|URL|-")]
    inputs: Vec<Input>,
    /// Answer in JSON: one object for one input, an array for several.
    #[arg(long)]
    json: bool,
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
    let setup = Setup::of(args)?;
    args.inputs.iter().try_for_each(Input::check)?;
    let texts = Texts::load(args.language.choice())?;
    super::block_on(async move {
        let mut checked = Vec::new();
        let mut verdicts = Vec::with_capacity(args.inputs.len());
        let mut out = std::io::stdout();
        for input in &args.inputs {
            let verification = setup.check(input).await?;
            verdicts.push(verification.report.verdict);
            if args.json {
                checked.push((input.to_string(), verification));
            } else {
                sheet::write(&mut out, &texts, &input.to_string(), &verification)?;
            }
        }
        if args.json {
            write_json(&mut out, &checked)?;
        }
        Ok(exit_status(&verdicts))
    })
}

fn exit_status(verdicts: &[Verdict]) -> ExitCode {
    if verdicts.contains(&Verdict::NotVerified) {
        ExitCode::from(1)
    } else if verdicts.iter().all(|&verdict| verdict == Verdict::Verified) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    }
}

/// What is the same for every input.
struct Setup {
    source: Source,
    now: OffsetDateTime,
    policy: Policy,
    budget: Budget,
}

/// Where documents come from.
enum Source {
    Network(GuardedFetcher),
    File(Resources),
    Nowhere,
}

impl Setup {
    fn of(args: &VerifyArgs) -> anyhow::Result<Self> {
        let mut policy = Policy::default();
        if let Some(path) = &args.trust {
            policy.registers = registers(path)?;
        }
        policy.recipient.clone_from(&args.recipient);
        policy.allow_loopback_http = args.development;
        policy.refresh = args.refresh;
        let guard = if args.development {
            Guard::with_loopback()
        } else {
            Guard::public_only()
        };
        let source = match &args.resources {
            Some(path) => Source::File(resources(path)?),
            None if args.offline => Source::Nowhere,
            None => Source::Network(GuardedFetcher::new(guard)?),
        };
        let now = args.now.unwrap_or_else(|| SystemClock.now());
        Ok(Self {
            source,
            now,
            policy,
            budget: Budget::default(),
        })
    }

    fn fetch(&self) -> &dyn Fetch {
        match &self.source {
            Source::Network(fetcher) => fetcher,
            Source::File(resources) => resources,
            Source::Nowhere => &Offline,
        }
    }

    async fn check(&self, input: &Input) -> Result<Verification, UsageError> {
        let content = input
            .read(self.fetch(), self.policy.limits.max_input_bytes)
            .await?;
        // Without a source nothing is asked for, so that the report says "not contacted" and not "no answer".
        let budget = match self.source {
            Source::Nowhere => Budget::NOTHING,
            Source::Network(_) | Source::File(_) => self.budget,
        };
        let mut verification = match content.bytes {
            Ok(bytes) => verify_with(self.fetch(), &bytes, self.now, &self.policy, budget).await,
            Err(data) => Verification {
                report: Report::unread(data),
                fetched: Vec::new(),
            },
        };
        verification.fetched.splice(0..0, content.fetched);
        Ok(verification)
    }
}

fn registers(path: &Path) -> Result<Vec<Register>, UsageError> {
    let json = std::fs::read(path).map_err(|error| UsageError::unreadable(path, error))?;
    Register::read_all(&json, &Limits::default()).map_err(|cause| UsageError::Trust {
        path: path.display().to_string(),
        cause,
    })
}

fn resources(path: &Path) -> Result<Resources, UsageError> {
    let json = std::fs::read(path).map_err(|error| UsageError::unreadable(path, error))?;
    Resources::parse(&json).map_err(|cause| UsageError::Resources {
        path: path.display().to_string(),
        cause,
    })
}

/// One input's answer, for programs.
#[derive(Serialize)]
struct Entry<'a> {
    input: &'a str,
    verdict: Verdict,
    state: openbadges::verify::State,
    format: &'a openbadges::verify::FormatInfo,
    credential: Option<&'a openbadges::verify::Summary>,
    checks: &'a [openbadges::verify::Check],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    nested: &'a [openbadges::verify::Nested],
    fetched: &'a [FetchRecord],
}

fn write_json(out: &mut dyn Write, checked: &[(String, Verification)]) -> anyhow::Result<()> {
    let entries: Vec<Entry<'_>> = checked
        .iter()
        .map(|(input, Verification { report, fetched })| Entry {
            input,
            verdict: report.verdict,
            state: report.state,
            format: &report.format,
            credential: report.credential.as_ref(),
            checks: &report.checks,
            nested: &report.nested,
            fetched,
        })
        .collect();
    match entries.as_slice() {
        [only] => serde_json::to_writer_pretty(&mut *out, only)?,
        several => serde_json::to_writer_pretty(&mut *out, several)?,
    }
    writeln!(out)?;
    Ok(())
}
