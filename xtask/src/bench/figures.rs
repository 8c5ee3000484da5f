//! What a measuring program printed, round after round.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

/// Operations per second by suite or algorithm, one figure a round.
#[derive(Default)]
pub(super) struct Figures {
    verify: BTreeMap<String, Vec<f64>>,
    sign: BTreeMap<String, Vec<f64>>,
}

impl Figures {
    /// Adds the figures of one round. A suite that the program does not read has `null` for a figure.
    pub(super) fn add(&mut self, printed: &[u8]) -> Result<()> {
        let figures: Value = serde_json::from_slice(printed)?;
        let verify = figures["verify"].as_object().context("no figures for verify")?;
        let sign = figures["sign"].as_object().context("no figures for sign")?;
        add_each(&mut self.verify, verify);
        add_each(&mut self.sign, sign);
        Ok(())
    }

    /// Verifications per second of one core, or `None` for what the program does not read.
    pub(super) fn verified(&self, name: &str) -> Option<f64> {
        median(self.verify.get(name)?)
    }

    /// Signatures per second of one core, or `None` for what was not measured.
    pub(super) fn signed(&self, name: &str) -> Option<f64> {
        median(self.sign.get(name)?)
    }
}

fn add_each(to: &mut BTreeMap<String, Vec<f64>>, figures: &Map<String, Value>) {
    for (name, figure) in figures {
        if let Some(figure) = figure.as_f64() {
            to.entry(name.clone()).or_default().push(figure);
        }
    }
}

fn median(figures: &[f64]) -> Option<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}
