//! `blason bake` and `blason unbake`: a credential into a picture, and out of it again.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use openbadges::bake::{BakeError, UnbakeError, unbake as take_out};
use openbadges::limits::Limits;
use thiserror::Error;

use super::UsageError;
use super::input::read_file;

/// What to put where.
#[derive(Debug, Args)]
pub(super) struct BakeArgs {
    /// A PNG or SVG picture. A badge that it holds already is replaced.
    #[arg(value_name = "PICTURE")]
    picture: PathBuf,
    /// A signed credential, JSON or JWT.
    #[arg(value_name = "CREDENTIAL")]
    credential: PathBuf,
    /// Where to write the baked picture.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// Replace the output file if it is there.
    #[arg(long)]
    force: bool,
}

/// What to take out.
#[derive(Debug, Args)]
pub(super) struct UnbakeArgs {
    /// A picture that holds a badge.
    #[arg(value_name = "PICTURE")]
    picture: PathBuf,
    /// Where to write the credential; standard output where it is not given.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Replace the output file if it is there.
    #[arg(long)]
    force: bool,
}

/// A picture or a credential that cannot be used.
#[derive(Debug, Error)]
enum Refused {
    #[error("{path} holds no credential that can be read: {cause}")]
    Credential { path: String, cause: UnbakeError },
    #[error("{path} cannot be baked: {cause}")]
    Picture { path: String, cause: BakeError },
    #[error("{path} holds no badge that can be read: {cause}")]
    Badge { path: String, cause: UnbakeError },
}

pub(super) fn bake(args: &BakeArgs) -> anyhow::Result<()> {
    let limits = Limits::default();
    let picture = read_file(&args.picture, limits.max_input_bytes)?;
    let credential = read_file(&args.credential, limits.max_input_bytes)?;
    // Also refuses a picture that was named where the credential belongs and holds none.
    let credential = take_out(&credential, &limits).map_err(|cause| Refused::Credential {
        path: args.credential.display().to_string(),
        cause,
    })?;
    let baked = openbadges::bake::bake(&picture, &credential.payload).map_err(|cause| Refused::Picture {
        path: args.picture.display().to_string(),
        cause,
    })?;
    write(&args.output, args.force, &baked)
}

pub(super) fn unbake(args: &UnbakeArgs) -> anyhow::Result<()> {
    let limits = Limits::default();
    let unbaked = take_out(&read_file(&args.picture, limits.max_input_bytes)?, &limits).map_err(|cause| {
        Refused::Badge {
            path: args.picture.display().to_string(),
            cause,
        }
    })?;
    match &args.output {
        Some(path) => write(path, args.force, unbaked.payload.as_bytes()),
        None => {
            io::stdout().write_all(unbaked.payload.as_bytes())?;
            Ok(())
        }
    }
}

/// Writes a new file; an old one is replaced only by `force`.
fn write(path: &Path, force: bool, bytes: &[u8]) -> anyhow::Result<()> {
    let opened = if force {
        File::create(path)
    } else {
        File::create_new(path)
    };
    let mut file = match opened {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(UsageError::Exists {
                path: path.display().to_string(),
            }
            .into());
        }
        opened => opened.with_context(|| format!("{} cannot be written", path.display()))?,
    };
    file.write_all(bytes)
        .with_context(|| format!("{} cannot be written", path.display()))
}
