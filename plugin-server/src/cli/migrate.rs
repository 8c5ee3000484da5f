//! `blason migrate`: brings the database up to date, and stops.

use crate::{config::StoreArgs, db};

pub(super) fn run(args: &StoreArgs) -> anyhow::Result<()> {
    let store = args.resolve();
    super::block_on(async move {
        db::open(&store).await?;
        Ok(())
    })
}
