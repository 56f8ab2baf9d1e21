//! The whole site over a test's database, with a clock that stands still.

use std::sync::Arc;

use axum::Router;
use platform::Database;
use platform::config::Config;
use platform::keys::Keys;
use tempfile::TempDir;
use testkit::{FixedClock, SeededEntropy};
use zicht::site::{self, Wiring};

use crate::society::NOW;

/// A site and the keys that its people are sealed with.
#[derive(Debug)]
pub struct House {
    pub router: Router,
    pub keys: Keys,
    /// Where the keys are while the site stands.
    _folder: TempDir,
}

/// The site as `zicht serve` has it.
pub async fn open(database: &Database) -> House {
    build(database, false).await
}

/// The site as `zicht demo` has it.
pub async fn open_demo(database: &Database) -> House {
    build(database, true).await
}

async fn build(database: &Database, demo: bool) -> House {
    monitor::fill_demo(database, &FixedClock::at(NOW)).await.unwrap();
    let entropy = Arc::new(SeededEntropy::new(11));
    let keys = Keys::generate(&*entropy);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.toml");
    keys.write(&file).unwrap();
    let settings = format!(
        "public_url = \"http://localhost:8080\"\nkeys = \"{}\"\n[limits]\nrequests_per_minute = 1000000\n",
        file.display()
    );
    let config = Arc::new(Config::check(&settings).unwrap());
    let clock = Arc::new(FixedClock::at(NOW));
    let wiring = Wiring { database: database.clone(), keys: keys.clone(), clock, entropy, config, demo };
    let directory = accounts::directory(site::accounts(&wiring));
    let sealing = (&wiring.keys, &*wiring.entropy);
    monitor::fill_demo_wave(database, &*directory, &*wiring.clock, sealing).await.unwrap();
    House { router: site::router(&wiring).unwrap(), keys, _folder: folder }
}

/// Gives a municipality an empty form of a wave that is open.
pub async fn give_form(database: &Database, run: &str, municipality: &str) {
    let mut db = database.write().await.unwrap();
    sqlx::query(
        "insert into forms (run, municipality, state) values ($1, $2, 'filling')
         on conflict (run, municipality) do nothing",
    )
    .bind(run)
    .bind(municipality)
    .execute(&mut *db)
    .await
    .unwrap();
    sqlx::query("delete from form_cells where run = $1 and municipality = $2")
        .bind(run)
        .bind(municipality)
        .execute(&mut *db)
        .await
        .unwrap();
    db.commit().await.unwrap();
}
