//! The `blason` binary: reads its arguments and hands over to [`plugin_server::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    plugin_server::cli::run(std::env::args_os())
}
