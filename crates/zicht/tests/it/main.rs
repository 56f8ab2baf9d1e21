//! The whole program from outside: its pages and its commands, on both databases.
#![allow(clippy::panic, clippy::unwrap_used, clippy::pedantic)] // what a test or a measurement stands on may stop it
#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod administration;
mod anything;
mod api;
mod archive;
mod asking;
mod audit;
mod authenticator;
mod cluster;
mod commands;
mod country;
mod editors;
mod guide;
mod house;
mod http;
mod installation;
mod kill;
mod logs;
mod mailbox;
mod meldcode;
mod process;
mod program;
mod provider;
mod restart;
mod rights;
mod serving;
mod society;
mod tables;
mod two;
mod waves;
mod youth;

use std::time::{Duration, Instant};

/// Waits until something in a database holds.
///
/// # Panics
/// After half a minute.
async fn wait_for(what: &str, holds: impl AsyncFn() -> bool) {
    let begin = Instant::now();
    while !holds().await {
        assert!(begin.elapsed() < Duration::from_secs(30), "in half a minute not: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Waits until something holds that other processes work on.
///
/// # Panics
/// After half a minute.
fn wait_until(what: &str, holds: impl Fn() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < Duration::from_secs(30), "in half a minute not: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
