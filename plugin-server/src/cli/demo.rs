//! `blason demo`: connects the demonstration LMS and makes a badge for it.

use crate::{config::DemoArgs, services::demo, state::App};

pub(super) fn run(args: &DemoArgs) -> anyhow::Result<()> {
    let config = args.server.resolve()?;
    super::block_on(async move {
        let app = App::start(config).await?;
        Ok(demo::seed(&app, &args.platform).await?)
    })
}
