//! `blason keys`: links and keys of the installation.

use clap::Subcommand;

use crate::{config::ServeArgs, services::admin_access, state::App};

/// What to do with keys and links.
#[derive(Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// Print a new one-time link to the administration page.
    AdminLink(ServeArgs),
}

pub(super) fn run(command: &KeysCommand) -> anyhow::Result<()> {
    match command {
        KeysCommand::AdminLink(args) => {
            let config = args.resolve()?;
            super::block_on(async move {
                let app = App::start(config).await?;
                say(&admin_access::new_link(&app).await?);
                Ok(())
            })
        }
    }
}

#[expect(clippy::print_stdout, reason = "the link is the answer of the command")]
fn say(link: &str) {
    println!("{link}");
}
