//! The whole program from outside: its pages and its commands, on both databases.

mod commands;
mod http;
