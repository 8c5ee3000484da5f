//! Steps with a name, a duration and a tally, so that a long command shows where it is.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The steps of one command, in order, and what they counted.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    ended: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    took: Duration,
    tally: Tally,
    failed: bool,
}

/// Tests counted from the closing lines of the runners.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Steps {
    /// Runs `command` to its end, letting its output through and counting the tests it names.
    ///
    /// A step that fails is recorded, and the next ones still run: one run tells everything.
    pub(crate) fn run(&mut self, name: &str, command: &mut Command) {
        println!("\n=== {name}");
        let started = Instant::now();
        let (tally, outcome) = stream(command);
        if let Err(error) = &outcome {
            eprintln!("{name}: {error:#}");
        }
        self.ended.push(Step {
            name: name.to_owned(),
            took: started.elapsed(),
            tally,
            failed: outcome.is_err(),
        });
    }

    /// Runs `work` as a step.
    pub(crate) fn work(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        println!("\n=== {name}");
        let started = Instant::now();
        let outcome = work();
        if let Err(error) = &outcome {
            eprintln!("{name}: {error:#}");
        }
        let failed = outcome.is_err();
        self.ended.push(Step {
            name: name.to_owned(),
            took: started.elapsed(),
            tally: Tally::default(),
            failed,
        });
    }

    /// Prints the table of steps and the closing line; fails if a step did.
    pub(crate) fn close(&self) -> Result<()> {
        println!(
            "\n{:<52} {:>8} {:>8} {:>8} {:>8}",
            "step", "seconds", "passed", "failed", "skipped"
        );
        let mut total = Tally::default();
        for step in &self.ended {
            let Tally {
                passed,
                failed,
                skipped,
            } = step.tally;
            let mark = if step.failed { "  FAILED" } else { "" };
            let seconds = step.took.as_secs_f32();
            println!(
                "{:<52} {seconds:>8.1} {passed:>8} {failed:>8} {skipped:>8}{mark}",
                step.name
            );
            total.passed += passed;
            total.failed += failed;
            total.skipped += skipped;
        }
        println!(
            "\n{} passed, {} failed, {} skipped",
            total.passed, total.failed, total.skipped
        );
        let failed: Vec<&str> = self
            .ended
            .iter()
            .filter(|step| step.failed)
            .map(|step| step.name.as_str())
            .collect();
        if !failed.is_empty() {
            bail!("these steps failed: {}", failed.join(", "));
        }
        Ok(())
    }
}

/// Runs a command that must succeed, with its output let through.
pub(crate) fn must(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command
        .status()
        .with_context(|| format!("could not start {shown}"))?;
    if !status.success() {
        bail!("{shown} ended with {status}");
    }
    Ok(())
}

/// Runs `command`, echoes both its streams line by line and counts the tests that the lines tell of.
fn stream(command: &mut Command) -> (Tally, Result<()>) {
    let mut child = match command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .stdin(Stdio::null())
        .spawn()
    {
        Ok(child) => child,
        Err(error) => {
            return (
                Tally::default(),
                Err(error).context(format!("could not start {command:?}")),
            );
        }
    };
    let errors = child.stderr.take().map(|stream| {
        thread::spawn(move || {
            BufReader::new(stream)
                .lines()
                .map_while(Result::ok)
                .for_each(|line| eprintln!("{line}"))
        })
    });
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            tally.count(&line);
        }
    }
    if let Some(errors) = errors {
        // The thread only prints: that it ended is all there is to know.
        drop(errors.join());
    }
    let outcome = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(anyhow::anyhow!("ended with {status}")),
        Err(error) => Err(error.into()),
    };
    (tally, outcome)
}

impl Tally {
    /// Adds what one line of output tells: the closing lines of libtest, of node's runner in both its styles, of
    /// vitest and of pytest.
    fn count(&mut self, line: &str) {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result: ") {
            self.add(rest.split([';', '.']));
        } else if let Some(rest) = line.strip_prefix("Tests  ") {
            self.add(rest.split('|'));
        } else if let Some((rest, _duration)) = line.trim_matches(['=', ' ']).split_once(" in ")
            && line.starts_with("==")
        {
            self.add(rest.split(','));
        } else if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
            let words: Vec<&str> = rest.split_whitespace().collect();
            if let [word, number] = words[..] {
                self.add_one(number, word);
            }
        }
    }

    /// Adds parts such as `12 passed`.
    fn add<'a>(&mut self, parts: impl Iterator<Item = &'a str>) {
        for part in parts {
            let mut words = part.split_whitespace();
            if let (Some(number), Some(word)) = (words.next(), words.next()) {
                self.add_one(number, word);
            }
        }
    }

    fn add_one(&mut self, number: &str, word: &str) {
        let Ok(number) = number.parse::<u64>() else {
            return;
        };
        match word {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" | "error" | "errors" => self.failed += number,
            "ignored" | "skipped" => self.skipped += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(lines: &[&str]) -> (u64, u64, u64) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.count(line));
        (tally.passed, tally.failed, tally.skipped)
    }

    #[test]
    fn libtest_closing_lines_are_added_up() {
        let line =
            "test result: ok. 12 passed; 1 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(tally(&[line, line]), (24, 2, 6));
    }

    #[test]
    fn the_closing_line_of_vitest_is_read() {
        assert_eq!(
            tally(&[
                "      Tests  2 failed | 348 passed | 1 skipped (351)",
                " Test Files  1 failed (4)"
            ]),
            (348, 2, 1)
        );
    }

    #[test]
    fn the_closing_line_of_pytest_is_read() {
        assert_eq!(
            tally(&[
                "=================== 1 failed, 47 passed, 2 skipped, 3 errors in 6.02s ===================",
                "============================== 3 passed in 0.42s ==============================",
                "=================================== FAILURES ===================================",
                "collected 48 items in 3 files"
            ]),
            (50, 4, 2)
        );
    }

    #[test]
    fn node_summaries_are_read_in_both_styles() {
        assert_eq!(
            tally(&[
                "# pass 4",
                "# fail 0",
                "ℹ pass 2",
                "ℹ skipped 1",
                "# Subtest: pass 9"
            ]),
            (6, 0, 1)
        );
    }
}
