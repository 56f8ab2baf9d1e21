//! `zicht demo`: the site with demonstration data.

use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use kernel::{Clock, Entropy};
use platform::Database;

use crate::site::Wiring;
use crate::{Failure, serve};

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
        serve::start(async {
            let database = Database::open(&self.db).await?;
            monitor::fill_demo(&database, &*clock).await?;
            let wiring = Wiring { database, clock, entropy, demo: true };
            serve::serve(wiring, self.listen, |address| {
                println!("Zicht demonstratie: http://{address} (English: http://{address}/en)");
                println!("Alle pagina's zijn openbaar: inloggen is niet nodig. / All pages are public: no sign-in needed.");
                println!("De antwoorden van 2017 zijn een reconstructie, die van 2022 en 2026 zijn gegenereerd.");
                println!("Stoppen: Ctrl-C");
            })
            .await
        })
    }
}
