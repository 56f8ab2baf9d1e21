//! The whole country at once on this machine: dashboards and saves at a constant rate, 342 editors without a pause,
//! and what a page weighs. `cargo bench -p zicht --bench load`, on SQLite and, with `ZICHT_TEST_POSTGRES`, on
//! PostgreSQL too; further words choose: `-- sqlite 10` measures ten seconds of each on SQLite. Nothing here fails on a
//! slow machine, only on a save that is lost; docs/performance.md keeps the figures.
#![allow(clippy::panic, clippy::unwrap_used, clippy::pedantic)] // what a test or a measurement stands on may stop it
#![expect(clippy::unwrap_used, reason = "a measurement that can't go on stops")]
#![allow(missing_docs, dead_code)]

#[path = "../../tests/it/asking.rs"]
mod asking;
mod client;
#[path = "../../tests/it/country.rs"]
mod country;
mod dashboard;
#[path = "../../tests/it/installation.rs"]
mod installation;
mod large;
mod pace;
#[path = "../../tests/it/process.rs"]
mod process;
mod save;
#[path = "../../tests/it/society.rs"]
mod society;
mod waves;
mod weight;

use std::sync::Arc;
use std::time::Duration;

use kernel::Role;
use testkit::TestDatabase;

use crate::client::Client;
use crate::installation::Installation;
use crate::process::free_port;

/// Nobody is refused for asking often: what is measured is the rest.
const SETTINGS: &str = "[limits]\nrequests_per_minute = 1000000\n[log]\nlevel = \"warn\"\n";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let seconds = words.iter().find_map(|word| word.parse().ok()).unwrap_or(60);
    let asked = |name: &str| words.iter().all(|word| word.parse::<u64>().is_ok() || word == name);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        if asked("sqlite") {
            measure("SQLite", testkit::sqlite(), Duration::from_secs(seconds)).await;
        }
        if asked("postgres") && std::env::var_os("ZICHT_TEST_POSTGRES").is_some() {
            measure("PostgreSQL", testkit::postgres().await, Duration::from_secs(seconds)).await;
        }
    });
}

async fn measure(name: &str, test: TestDatabase, lasts: Duration) {
    let installation = Installation::settle(test, 1).await;
    let (database, keys, society) = (&installation.database, &installation.keys, &installation.society);
    waves::fill(database).await;
    let country = country::open(database, keys, society).await;
    waves::begin_forms(database, country::WAVE).await;
    let server = installation.serve(free_port(), SETTINGS);
    let client = Arc::new(Client::new(server.address));
    println!("\n{name}: 342 municipalities, {} waves and one open", waves::YEARS.count());
    pace::heading();
    dashboard::measure(&client, &country, lasts).await;
    let editors = save::begin(&client, country).await;
    save::at_a_rate(&client, &editors, database, 500, lasts).await;
    save::without_pause(&client, &editors, database, lasts).await;
    large::measure(&client, &editors[0], database).await;
    let researcher = society.member(&society.national, Role::NationalResearcher).person;
    let sessions = [String::new(), editors[0].session.clone(), society.session(database, researcher).await];
    weight::measure(&client, &sessions).await;
    server.stop();
}
