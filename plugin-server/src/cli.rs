//! The command line: one module per command.

mod bake;
mod demo;
mod input;
mod inspect;
mod keys;
mod language;
mod migrate;
mod serve;
mod sheet;
mod terminal;
mod texts;
mod verify;

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use openbadges::verify::RegisterError;
use thiserror::Error;

use crate::clients::ResourcesError;
use crate::config::{DemoArgs, ServeArgs, StoreArgs};

/// The exit status for a command that was not understood or whose files are not there (`EX_USAGE` of
/// `sysexits.h`), apart from 1 and 2, which are answers of `verify`.
const USAGE: u8 = 64;

/// Issue Open Badges from a course, and check them.
#[derive(Debug, Parser)]
#[command(name = "blason", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server.
    Serve(ServeArgs),
    /// Bring the database up to date, and stop.
    Migrate(StoreArgs),
    /// Links and keys of the installation.
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Connect the demonstration LMS and make a badge for it. Safe to repeat.
    Demo(DemoArgs),
    /// Check badges. The exit status is 0 when all are verified, 1 when one is not, 2 when one could not be
    /// confirmed, 64 when the command was not understood.
    Verify(verify::VerifyArgs),
    /// Show what is inside badges, without judging them.
    Inspect(inspect::InspectArgs),
    /// Put a credential into a picture.
    Bake(bake::BakeArgs),
    /// Take the credential out of a picture.
    Unbake(bake::UnbakeArgs),
}

/// Carries out the command that `arguments` (the program's name first) ask for, and answers its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(not_a_command) => return say_usage(&not_a_command),
    };
    outcome(match cli.command {
        Command::Serve(args) => done(serve::run(&args)),
        Command::Migrate(args) => done(migrate::run(&args)),
        Command::Keys(command) => done(keys::run(&command)),
        Command::Demo(args) => done(demo::run(&args)),
        Command::Verify(args) => verify::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Bake(args) => done(bake::bake(&args)),
        Command::Unbake(args) => done(bake::unbake(&args)),
    })
}

fn done(result: anyhow::Result<()>) -> anyhow::Result<ExitCode> {
    result.map(|()| ExitCode::SUCCESS)
}

/// Prints help and version where they were asked for, and otherwise what was wrong with the arguments.
fn say_usage(error: &clap::Error) -> ExitCode {
    // Nobody is left to tell when the terminal itself is gone.
    let _printed = error.print();
    if error.use_stderr() {
        ExitCode::from(USAGE)
    } else {
        ExitCode::SUCCESS
    }
}

/// Says on standard error why a command could not be carried out.
#[expect(clippy::print_stderr, reason = "a command line speaks to the terminal")]
fn outcome(result: anyhow::Result<ExitCode>) -> ExitCode {
    let error = match result {
        Ok(status) => return status,
        Err(error) => error,
    };
    if error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    {
        // The reader has seen enough, as `head` has.
        return ExitCode::FAILURE;
    }
    eprintln!("blason: {error:#}");
    if error.is::<UsageError>() {
        ExitCode::from(USAGE)
    } else {
        ExitCode::FAILURE
    }
}

/// Runs a command that needs the async runtime.
fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(work)
}

/// A command that was understood and cannot be carried out as it was given.
#[derive(Debug, Error)]
enum UsageError {
    #[error("{path} cannot be read: {cause}")]
    Unreadable { path: String, cause: io::Error },
    #[error("{path} is a folder; name the files in it")]
    Folder { path: String },
    #[error("{path} is a folder without a badge file")]
    EmptyFolder { path: String },
    #[error("{path} cannot be used as --resources: {cause}")]
    Resources { path: String, cause: ResourcesError },
    #[error("{path} cannot be used as --trust: {cause}")]
    Trust { path: String, cause: RegisterError },
    #[error("{path} is there already; choose another name for --output, or --force to replace it")]
    Exists { path: String },
}

impl UsageError {
    fn unreadable(path: &Path, cause: io::Error) -> Self {
        Self::Unreadable {
            path: path.display().to_string(),
            cause,
        }
    }
}
