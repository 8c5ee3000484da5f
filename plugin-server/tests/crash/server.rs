//! A `blason serve` process.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::Duration,
};

use plugin_server::steps::Step;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::house::House;

/// How long a line may take to come. It takes a second or two; a busy machine takes longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server. It is killed when it is dropped, as by a power cut.
pub(crate) struct Server {
    /// Where it listens.
    pub(crate) origin: String,
    process: Child,
    lines: UnboundedReceiver<String>,
}

impl Server {
    /// A server on the data of `house`, once it listens. It stops at `pause_at` and goes no further.
    pub(crate) async fn start(house: &House, pause_at: Option<Step>) -> Self {
        let port = free_port();
        let mut command = Command::new(env!("CARGO_BIN_EXE_blason"));
        command
            .args([
                "serve",
                "--development",
                "--background-seconds",
                "1",
                "--lease-seconds",
                "1",
            ])
            .args([
                "--listen",
                &format!("127.0.0.1:{port}"),
                "--base-url",
                &house.base_url,
                "--data",
            ])
            .arg(house.data())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(step) = pause_at {
            command.args(["--pause-at", step.as_str()]);
        }
        let mut process = command.spawn().unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (line, lines) = unbounded_channel();
        std::thread::spawn(move || {
            for text in output.lines().map_while(Result::ok) {
                if line.send(text).is_err() {
                    return;
                }
            }
        });
        let mut server = Self {
            origin: format!("http://127.0.0.1:{port}"),
            process,
            lines,
        };
        server.wait_for("Blason is ready at").await;
        server
    }

    /// Waits for a line that begins so.
    pub(crate) async fn wait_for(&mut self, beginning: &str) {
        let lines = &mut self.lines;
        let found = async {
            while let Some(line) = lines.recv().await {
                if line.starts_with(beginning) {
                    return;
                }
            }
            panic!("the server ended before it said {beginning:?}");
        };
        let in_time = tokio::time::timeout(PATIENCE, found).await;
        in_time.unwrap_or_else(|_| panic!("the server never said {beginning:?}"));
    }

    /// Kills it (`SIGKILL`), and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have been killed before; then there is nothing left to do.
        let _killed = self.process.kill();
        let _gone = self.process.wait();
    }
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}
