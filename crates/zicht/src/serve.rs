//! `zicht serve`: the pages of a database.

use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use kernel::{Clock, Entropy};
use platform::Database;
use tokio::net::TcpListener;

use crate::site::{self, Wiring};
use crate::{Failure, stop};

/// Serves the pages of a database until it is stopped.
#[derive(Debug, Args)]
pub struct Serve {
    /// Database: a file for SQLite, or postgres://USER@HOST/NAME
    #[arg(long, default_value = "zicht.db")]
    db: String,
    /// Address to listen on; put a proxy with TLS before it when others must reach it
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

impl Serve {
    /// Serves until the program is told to stop.
    pub fn run(self, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<(), Failure> {
        start(async {
            let database = Database::open(&self.db).await?;
            let wiring = Wiring { database, clock, entropy, demo: false };
            serve(wiring, self.listen, |address| println!("Zicht: http://{address}")).await
        })
    }
}

/// Starts the log and does the work.
pub fn start(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(work)
}

/// Serves until the program is told to stop. `tell` hears the address once it is open.
pub async fn serve(wiring: Wiring, listen: SocketAddr, tell: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let router = site::router(&wiring)?;
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("{listen}: {error}"))?;
    tell(listener.local_addr()?);
    axum::serve(listener, router).with_graceful_shutdown(stop::asked()).await?;
    wiring.database.close().await;
    Ok(())
}
