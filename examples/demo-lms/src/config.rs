//! What the command line or the environment decides.

use std::net::SocketAddr;

use clap::{Parser, ValueEnum};
use serde::Deserialize;
use url::Url;

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

    /// What the launches tell the tool about people.
    #[arg(long, env = "DEMO_LMS_PRIVACY", value_enum, default_value_t = Privacy::Full)]
    pub privacy: Privacy,
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
