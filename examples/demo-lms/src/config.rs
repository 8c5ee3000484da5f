//! What the command line or the environment decides.

use std::net::SocketAddr;

use clap::{Parser, ValueEnum};
use serde::Deserialize;
use serde_json::json;
use url::Url;

use crate::quirks::{self, Quirks};

/// Where to listen and which tool to launch.
#[derive(Debug, Clone, Parser)]
#[command(
    name = "demo-lms",
    about = "A small stand-in for an LMS, to try a badge tool with",
    version
)]
pub struct Config {
    /// Address and port to listen on.
    #[arg(long, env = "DEMO_LMS_LISTEN", default_value = "127.0.0.1:8081")]
    pub listen: SocketAddr,

    /// Address under which browsers reach this LMS, which is also its LTI issuer; by default `http://` and --listen.
    #[arg(long, env = "DEMO_LMS_BASE_URL")]
    pub base_url: Option<Url>,

    /// Address of the tool to launch, without a path.
    #[arg(long, env = "DEMO_LMS_TOOL", default_value = "http://127.0.0.1:8080")]
    pub tool: Url,

    /// Start with no tool connected and no badge activity, to try how a tool is registered.
    #[arg(long)]
    pub unconnected: bool,

    /// What the launches tell the tool about people.
    #[arg(long, env = "DEMO_LMS_PRIVACY", value_enum, default_value_t = Privacy::Full)]
    pub privacy: Privacy,

    /// How many learners the course has.
    #[arg(long, env = "DEMO_LMS_LEARNERS", default_value_t = 2, value_parser = clap::value_parser!(u16).range(2..=10_000))]
    pub learners: u16,

    /// Turn a switch, as in `curly-links=off`; may be given several times. README.md lists them.
    #[arg(long = "quirk", value_name = "NAME=on|off", value_parser = quirks::switch)]
    pub switches: Vec<(String, bool)>,

    /// Answer at /control, where tests turn switches and do what people do: never where others can reach it.
    #[arg(long)]
    pub control: bool,
}

impl Config {
    /// An LMS at `listen` that knows the tool at `tool`, and everything else by default; neither the command line nor
    /// the environment is read.
    #[must_use]
    pub fn new(listen: SocketAddr, tool: Url) -> Self {
        Self {
            listen,
            base_url: None,
            tool,
            unconnected: false,
            privacy: Privacy::Full,
            learners: 2,
            switches: Vec::new(),
            control: false,
        }
    }

    /// The switches as they stand at the start.
    ///
    /// # Errors
    ///
    /// When a switch does not exist.
    pub(crate) fn quirks(&self) -> anyhow::Result<Quirks> {
        let switches = self.switches.iter().map(|(name, on)| (name.clone(), json!(on)));
        Quirks::default().turned(switches).map_err(anyhow::Error::msg)
    }
}

/// How much of a person a launch tells the tool, as the privacy settings of a tool in Moodle decide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
#[value(rename_all = "lowercase")]
pub enum Privacy {
    /// Name and e-mail address.
    Full,
    /// Neither: the tool knows an opaque user number and the role.
    Minimal,
}
