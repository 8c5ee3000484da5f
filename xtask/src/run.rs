//! The main job on one machine: the server, a small LMS to try it with, and pages that show badges.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::progress::must;
use crate::{paths, web};

/// How many learners the demo's course has: enough for a teacher to read "3 of 12".
const LEARNERS: &str = "12";

/// How long a program may take to stop after it was asked to.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Address of the server
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Address of the demo LMS
    #[arg(long, default_value = "127.0.0.1:8081")]
    lms: String,
    /// Port of the example pages
    #[arg(long, default_value_t = 8082)]
    examples: u16,
    /// Where the database and the keys are kept
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// Builds everything, starts the server, the demo LMS and the example pages, prints where to go, and stops them on
/// Ctrl-C.
///
/// # Errors
/// When a tool is missing, a build fails, or one of the programs ends by itself.
pub(crate) fn run(options: &Options) -> Result<()> {
    web::build()?;
    web::build_examples()?;
    println!("building the server and the demo LMS");
    // The whole workspace, as the test command does: a part of it would resolve other features, and build anew.
    must(
        Command::new("cargo")
            .args(["build", "--workspace", "--bins"])
            .current_dir(paths::root()),
    )?;
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || _ = stop.send(())).context("could not listen for Ctrl-C")?;

    let tool = format!("http://{}", options.listen);
    let platform = format!("http://{}", options.lms);
    let blason = paths::binary("blason");
    must(
        Command::new(&blason)
            .args(["demo", "--platform", &platform, "--base-url", &tool])
            .arg("--data")
            .arg(&options.data),
    )?;
    let mut lms = Running::start(
        "the demo LMS",
        Command::new(paths::binary("demo-lms"))
            .args(["--listen", &options.lms, "--tool", &tool])
            .args(["--learners", LEARNERS]),
    )?;
    let mut examples = Running::start(
        "the example pages",
        Command::new("node")
            .arg(paths::root().join("examples/pages/server.mjs"))
            .arg(options.examples.to_string())
            .stdout(Stdio::null()),
    )?;
    let mut server = Running::start(
        "the server",
        Command::new(&blason)
            .args([
                "serve",
                "--development",
                "--listen",
                &options.listen,
                "--base-url",
                &tool,
            ])
            .arg("--data")
            .arg(&options.data)
            .stdout(Stdio::piped()),
    )?;
    let administer = server.first_line_with("/admin")?;
    println!();
    println!("  try it as a learner or a teacher   {platform}");
    println!("  check a badge                      {tool}/verify");
    println!(
        "  badges on web pages                http://127.0.0.1:{}/",
        options.examples
    );
    println!("  administer                         {administer}   (works once)");
    println!(
        "\nCtrl-C stops them; what was issued is kept in {}",
        options.data.display()
    );

    loop {
        match stopped.recv_timeout(Duration::from_millis(200)) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        for program in [&mut server, &mut lms, &mut examples] {
            if let Some(status) = program.child.try_wait()? {
                bail!("{} ended with {status}", program.name);
            }
        }
    }
    println!("stopping");
    server.stop()?;
    examples.stop()?;
    lms.stop()
}

/// A program that ends when this one does.
struct Running {
    name: &'static str,
    child: Child,
}

impl Running {
    fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {name}"))?;
        Ok(Self { name, child })
    }

    /// The first address with `part` that the program prints; its output is let through from then on.
    fn first_line_with(&mut self, part: &str) -> Result<String> {
        let output = self.child.stdout.take().context("the output is not piped")?;
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            let line = line?;
            if let Some(address) = line
                .split_whitespace()
                .find(|word| word.starts_with("http") && word.contains(part))
            {
                let address = address.to_owned();
                thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
                return Ok(address);
            }
        }
        bail!("{} ended before it was ready: its message is above", self.name)
    }

    /// Asks the program to end, waits, and ends it by force only when it does not.
    fn stop(&mut self) -> Result<()> {
        // `kill` sends SIGTERM, which the standard library cannot; where it is missing, the wait below ends it.
        drop(
            Command::new("kill")
                .arg(self.child.id().to_string())
                .stderr(Stdio::null())
                .status(),
        );
        let tick = Duration::from_millis(50);
        let mut waited = Duration::ZERO;
        while self.child.try_wait()?.is_none() {
            if waited >= PATIENCE {
                self.child.kill()?;
            }
            thread::sleep(tick);
            waited += tick;
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Reached with a living child only when something else failed first; that error is the one to show.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
