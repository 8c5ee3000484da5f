//! `cargo xtask run | test | bench | …`: the set-up, and the commands that people and continuous integration
//! run. It runs tools and links no other room of the workspace.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on standard output"
)]

mod bench;
mod fuzz;
mod layers;
mod paths;
mod pictures;
mod progress;
mod run;
mod screenshots;
mod setup;
mod test;
mod web;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The commands of the project.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Set up, run, test and measure Blason"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set everything up, then run the server and the demo LMS until Ctrl-C
    Run(run::Options),
    /// Set everything up, then pass every test
    Test,
    /// Print sizes and speeds, and write docs/benchmarks.md
    Bench,
    /// Look for inputs that the core crashes, hangs or swells on
    Fuzz(fuzz::Options),
    /// Build the WebAssembly module and the widget
    Web,
    /// Take pictures of the verification page in each state, in each language, for people to look at
    Screenshots,
    /// Take the pictures of docs/course-designers.md
    Pictures,
    /// Print the imports between rooms that point up
    Layers,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Test => test::test(),
        Command::Bench => bench::bench(),
        Command::Fuzz(options) => fuzz::fuzz(&options),
        Command::Web => web::build(),
        Command::Screenshots => screenshots::take(),
        Command::Pictures => pictures::take(),
        Command::Layers => layers::check(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
