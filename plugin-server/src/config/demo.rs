//! Settings of `blason demo`.

use clap::Args;
use url::Url;

use super::ServeArgs;

/// Settings of the demonstration.
#[derive(Debug, Clone, Args)]
pub struct DemoArgs {
    /// The address of the demonstration LMS.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8081")]
    pub(crate) platform: Url,
    #[command(flatten)]
    pub(crate) server: ServeArgs,
}
