//! `zicht demo`: the site with demonstration data.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use kernel::{Clock, Entropy};
use platform::Database;
use platform::config::Secret;
use platform::keys::Keys;

use crate::archive::file_of;
use crate::site::{self, Wiring};
use crate::{Failure, listen, log, serve, settings};

/// Fills a database with demonstration data, unless it is there already, and serves it.
#[derive(Debug, Args)]
pub struct Demo {
    /// Database for the demonstration; made if it is not there
    #[arg(long, default_value = "zicht-demo.db")]
    db: String,
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

impl Demo {
    /// Fills the database and serves until the program is told to stop.
    pub fn run(self, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<(), Failure> {
        if !self.listen.ip().is_loopback() {
            return Err(
                "In the demonstration anyone signs in as anyone: it is served on this machine only. \
                        Listen on 127.0.0.1."
                    .into(),
            );
        }
        let mut config = settings::on_this_machine(&self.listen)?;
        config.database = Secret::new(self.db.as_str());
        let keys = keys(&self.db, &*entropy)?;
        serve::start(log::COMMAND, async {
            let database = Database::open(&self.db).await?;
            monitor::fill_demo(&database, &*clock).await?;
            accounts::fill_demo(&database, &keys, &*clock, &*entropy, &config.public_url).await?;
            let wiring = Wiring { database, keys, clock, entropy, config: Arc::new(config), demo: true };
            let directory = accounts::directory(site::accounts(&wiring));
            let sealing = (&wiring.keys, &*wiring.entropy);
            monitor::fill_demo_wave(&wiring.database, &*directory, &*wiring.clock, sealing).await?;
            meldcode::fill_demo(&wiring.database, &*wiring.clock).await?;
            listen::serve(wiring, |address| {
                println!("Zicht demonstratie: {address} (English: {address}/en)");
                println!("Inloggen met één klik / Sign in with one click: {address}/demo/sign-in");
                println!(
                    "De antwoorden van 2017 zijn een reconstructie, die van 2022 en 2026 zijn gegenereerd."
                );
                println!("Stoppen: Ctrl-C");
            })
            .await
        })
    }
}

/// The keys of the demonstration, beside its database: made at the first time.
fn keys(db: &str, entropy: &dyn Entropy) -> Result<Keys, Failure> {
    let mut file = file_of(db).unwrap_or_else(|| PathBuf::from("zicht-demo")).into_os_string();
    file.push(".keys");
    let file = Path::new(&file);
    if file.exists() {
        return Ok(Keys::read(file)?);
    }
    let keys = Keys::generate(entropy);
    keys.write(file)?;
    Ok(keys)
}
