//! When to stop.

use std::process;

/// Waits for Ctrl-C or SIGTERM. The next one ends the program at once.
pub async fn asked() {
    signalled().await;
    tokio::spawn(async {
        signalled().await;
        tracing::warn!("stopped at once");
        process::exit(1);
    });
}

async fn signalled() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
