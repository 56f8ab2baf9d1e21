//! The whole program from outside: its pages and its commands, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod archive;
mod audit;
mod commands;
mod http;
mod program;
