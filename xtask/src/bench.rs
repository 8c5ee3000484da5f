//! Sizes and speeds, printed and written down.

use anyhow::Result;

/// Placeholder until the module exists.
pub(crate) fn bench() -> Result<()> {
    anyhow::bail!("no benchmark is built yet")
}
