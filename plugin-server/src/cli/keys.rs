//! `blason keys`: links and keys of the installation.

use clap::{Args, Subcommand};

use crate::{
    config::ServeArgs,
    db::organisations,
    services::{
        admin_access,
        audit::Actor,
        key_rotation::{self, Cause},
    },
    state::App,
};

/// What to do with keys and links.
#[derive(Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// Print a new one-time link to the administration page.
    AdminLink(ServeArgs),
    /// Replace a signing key: the new one is published now and signs a day later.
    Rotate(RotateArgs),
}

/// Which key is replaced.
#[derive(Debug, Args)]
pub(super) struct RotateArgs {
    /// The key that platforms know this tool by.
    #[arg(
        long,
        required_unless_present = "organisation",
        conflicts_with = "organisation"
    )]
    tool: bool,
    /// The key that signs the badges of this organisation, by the last part of its address.
    #[arg(long, value_name = "SLUG")]
    organisation: Option<String>,
    /// Somebody else may have the key. The new one signs at once, and the old ones count no more: of an organisation,
    /// no badge that they signed verifies any longer.
    #[arg(long)]
    compromised: bool,
    #[command(flatten)]
    server: ServeArgs,
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
        KeysCommand::Rotate(args) => {
            let config = args.server.resolve()?;
            super::block_on(async move { rotate(&App::start(config).await?, args).await })
        }
    }
}

async fn rotate(app: &App, args: &RotateArgs) -> anyhow::Result<()> {
    let cause = if args.compromised {
        Cause::Compromised
    } else {
        Cause::Age(None)
    };
    let actor = Actor::Administrator(None);
    let made = match &args.organisation {
        Some(slug) => {
            let organisation = organisations::find_by_slug(&app.db, slug).await?;
            let organisation =
                organisation.ok_or_else(|| anyhow::anyhow!("there is no organisation “{slug}”"))?;
            key_rotation::rotate_organisation(app, &organisation, cause, &actor).await?
        }
        None => key_rotation::rotate_tool(app, cause, &actor).await?,
    };
    let Some(key) = made else {
        anyhow::bail!("a new key is on its way already; wait until it signs, or add --compromised");
    };
    let at = key.signs_from;
    say(&format!(
        "The new key {} is published now, and signs from {} {:02}:{:02} UTC.",
        key.name,
        at.date(),
        at.hour(),
        at.minute()
    ));
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what it says is the answer of the command")]
fn say(answer: &str) {
    println!("{answer}");
}
