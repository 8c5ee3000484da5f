//! Settings that say where data is kept.

use std::path::PathBuf;

use clap::Args;
use zeroize::Zeroizing;

/// Where data is kept.
#[derive(Debug, Clone, Args)]
pub struct StoreArgs {
    /// The folder of the database, the files and the master key. It is made at the first start.
    #[arg(
        long = "data",
        env = "BLASON_DATA",
        value_name = "DIR",
        default_value = "./data"
    )]
    data_dir: PathBuf,
    /// Another database than `blason.sqlite` in the data folder, such as `sqlite:///srv/blason/blason.sqlite`.
    #[arg(
        long = "database",
        env = "BLASON_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    database_url: Option<String>,
    /// The master key that seals secrets: 64 hexadecimal digits. Without it, the file `master.key` in the data
    /// folder is read, or made at the first start.
    #[arg(env = "BLASON_MASTER_KEY", long = "master-key", hide = true, hide_env_values = true, value_parser = secret)]
    master_key: Option<MasterKeySource>,
}

impl StoreArgs {
    /// The settings that these arguments ask for.
    #[must_use]
    pub fn resolve(&self) -> Store {
        Store {
            data_dir: self.data_dir.clone(),
            database_url: self.database_url.clone(),
            master_key: self.master_key.clone().unwrap_or(MasterKeySource::File),
        }
    }
}

/// Wraps a secret at once, so that no debug output can show it.
fn secret(text: &str) -> Result<MasterKeySource, std::convert::Infallible> {
    Ok(MasterKeySource::Given(Zeroizing::new(text.to_owned())))
}

/// Where data is kept.
#[derive(Debug, Clone)]
pub struct Store {
    /// The folder of the database, the files and the master key.
    pub data_dir: PathBuf,
    /// The database, when it is not `blason.sqlite` in that folder.
    pub database_url: Option<String>,
    /// Where the master key comes from.
    pub master_key: MasterKeySource,
}

/// Where the master key comes from.
#[derive(Clone)]
pub enum MasterKeySource {
    /// The file `master.key` in the data folder.
    File,
    /// The setting itself, in hexadecimal.
    Given(Zeroizing<String>),
}

impl std::fmt::Debug for MasterKeySource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::File => "File",
            Self::Given(_) => "Given(..)",
        })
    }
}
