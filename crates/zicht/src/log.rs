//! The log: to standard error, for people or for programs. Nothing personal is ever in it.

use std::io::IsTerminal as _;

use platform::config::{Log, LogFormat};
use tracing_subscriber::EnvFilter;

/// Our own crates; of all others only warnings are worth reading.
const OURS: [&str; 6] = ["zicht", "platform", "web", "accounts", "monitor", "documents"];

/// What a command that does one thing says: warnings.
pub const COMMAND: Log = Log { format: LogFormat::Text, level: "warn" };

/// Starts the log. A second call does nothing.
pub fn start(log: Log) {
    let others = if log.level == "error" { "error" } else { "warn" };
    let ours = OURS.map(|name| format!("{name}={}", log.level)).join(",");
    let filter = EnvFilter::new(format!("{others},{ours}"));
    let colours = std::io::stderr().is_terminal();
    let lines =
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(colours).with_env_filter(filter);
    let started = match log.format {
        LogFormat::Text => lines.with_target(false).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).try_init(),
    };
    // Only a program that starts its log twice comes here: the first one stays.
    drop(started);
}
