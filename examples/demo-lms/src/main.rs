//! `demo-lms`: serves the stand-in for an LMS until it is interrupted.

use std::{io::IsTerminal as _, process::ExitCode};

use anyhow::Context as _;
use clap::Parser as _;
use demo_lms::{Config, Lms, build_router};
use time::OffsetDateTime;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("DEMO_LMS_LOG").unwrap_or_else(|_| "info".into()),
        )
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    match serve(Config::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let address = config.listen;
    let listener = tokio::net::TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address}; choose another with --listen 127.0.0.1:8081")
    })?;
    let lms = Lms::new(config, wall_clock)?;
    tracing::info!(platform.issuer = %lms.issuer(), tool.url = %lms.tool(), "demo LMS is ready");
    axum::serve(listener, build_router(lms))
        .with_graceful_shutdown(async {
            // Without a signal handler there is nothing to wait for, so the server simply keeps serving.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        })
        .await
        .context("the server stopped")
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place of this example that reads the clock"
)]
fn wall_clock() -> OffsetDateTime {
    OffsetDateTime::now_utc()
}
