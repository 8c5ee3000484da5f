//! `blason serve`: starts the server and stops it cleanly.

use std::{io::IsTerminal, sync::Arc, time::Duration};

use axum::Router;
use tokio::{net::TcpListener, sync::Notify};

use crate::{
    app::build_handler,
    config::ServeArgs,
    services::{admin_access, background},
    state::App,
};

pub(super) fn run(args: &ServeArgs) -> anyhow::Result<()> {
    let config = args.resolve()?;
    super::block_on(async move {
        tracing_subscriber::fmt()
            .with_writer(std::io::stderr)
            .with_ansi(std::io::stderr().is_terminal())
            .with_env_filter(
                tracing_subscriber::EnvFilter::try_from_default_env()
                    .unwrap_or_else(|_unset| tracing_subscriber::EnvFilter::new("info")),
            )
            .init();
        let app = App::start(config).await?;
        let listener = TcpListener::bind(app.config.listen).await?;
        say_links(&app).await?;
        tokio::select! {
            served = serve_until_stopped(listener, build_handler(app.clone())) => served,
            () = background::run(&app) => Ok(()),
        }
    })
}

/// How long requests under way may take once the server is asked to stop.
const PATIENCE: Duration = Duration::from_secs(10);

async fn serve_until_stopped(listener: TcpListener, handler: Router) -> anyhow::Result<()> {
    let stopping = Arc::new(Notify::new());
    let asked = Arc::clone(&stopping);
    let server = axum::serve(listener, handler).with_graceful_shutdown(async move {
        stop_signal().await;
        tracing::info!("stopping");
        asked.notify_one();
    });
    let too_long = async move {
        stopping.notified().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        served = server => served?,
        () = too_long => tracing::warn!("stopped with requests under way"),
    }
    Ok(())
}

/// Prints where to go, once the server listens.
#[expect(clippy::print_stdout, reason = "the links are for whoever started the server")]
async fn say_links(app: &App) -> anyhow::Result<()> {
    println!("Blason is ready at {}", app.config.origin());
    println!("  Check a badge:  {}", app.config.url("/verify"));
    println!(
        "  Administer:     {}   (works once)",
        admin_access::new_link(app).await?
    );
    Ok(())
}

/// Ends when the process is asked to stop, by Ctrl-C or by a supervisor.
async fn stop_signal() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "Ctrl-C cannot be listened to");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "SIGTERM cannot be listened to");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
