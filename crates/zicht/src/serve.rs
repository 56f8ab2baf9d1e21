//! `zicht serve`: the pages of a database, and the jobs that belong to it.

use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Entropy};
use platform::audit::{self, Who};
use platform::config::{Config, Log};
use platform::{Database, DatabaseError, Opening};

use crate::settings::{self, Place};
use crate::site::Wiring;
use crate::{Failure, belong, listen, log};

/// Serves the pages of a database until it is stopped.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address to listen on instead of that in the settings
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<SocketAddr>,
    /// Refuse tables that are older than this program, instead of bringing them up to date
    #[arg(long)]
    no_migrate: bool,
    /// Serve others than this machine without TLS and without a trusted proxy: for a network of your own only
    #[arg(long)]
    plain: bool,
}

impl Serve {
    /// Serves until the program is told to stop.
    pub fn run(self, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<(), Failure> {
        let mut config = self.place.read()?;
        config.listen = self.listen.unwrap_or(config.listen);
        if !self.plain && is_bare(&config) {
            return Err(format!(
                "{} can be reached by others, and nothing protects the connection. Set [tls], or listen on \
                 127.0.0.1 behind a proxy, or name the proxy in trusted_proxies. Give --plain to do it all the \
                 same.",
                config.listen
            )
            .into());
        }
        let keys = settings::keys(&config)?;
        let opening = if self.no_migrate { Opening::UpToDate } else { Opening::Migrate };
        start(config.log, async {
            tracing::info!(version = env!("CARGO_PKG_VERSION"), "Zicht starts");
            for warning in &config.warnings {
                tracing::warn!("{}", settings::line(warning));
            }
            let database = Database::open_as(config.database.reveal(), opening).await?;
            belong::check(&database, &keys, &config).await?;
            let now = clock.now();
            check_clock(&database, now).await?;
            keep(&database, &config, now).await?;
            let wiring = Wiring { database, keys, clock, entropy, config: Arc::new(config), demo: false };
            listen::serve(wiring, |address| println!("Zicht: {address}")).await
        })
    }
}

/// Whether what is served is open to others without anything that protects it.
fn is_bare(config: &Config) -> bool {
    !config.listen.ip().is_loopback() && config.tls.is_none() && config.trusted_proxies.is_empty()
}

/// Starts the log and does the work.
pub fn start(log: Log, work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    log::start(log);
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

/// Warns when the clock stands before what has already happened: times in the audit trail would be wrong, and
/// sessions would live too long.
async fn check_clock(database: &Database, now: Timestamp) -> Result<(), DatabaseError> {
    let mut db = database.read().await?;
    let last: Option<String> = sqlx::query_scalar("select at from audit_events order by seq desc limit 1")
        .fetch_optional(&mut *db)
        .await?;
    let last: Option<Timestamp> = last.and_then(|at| at.parse().ok());
    if let Some(last) = last.filter(|last| now + SignedDuration::from_mins(1) < *last) {
        tracing::warn!(%now, newest_event = %last, "the clock of this machine is behind the audit trail: set it right");
    }
    Ok(())
}

/// Events are kept from now on for the years in the settings.
async fn keep(database: &Database, config: &Config, now: Timestamp) -> Result<(), DatabaseError> {
    let years = u16::try_from(config.audit.keep_years).unwrap_or(u16::MAX);
    let mut db = database.write().await?;
    audit::set_retention(&mut db, years, now, Who::Job("settings")).await?;
    db.commit().await?;
    Ok(())
}
