//! A fresh database on each back end, gone after the test.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use platform::Database;
use sqlx::{AssertSqlSafe, Connection as _};
use tempfile::TempDir;

/// Names the server on which tests make and drop databases: `postgres://USER@HOST:PORT`.
const SERVER: &str = "ZICHT_TEST_POSTGRES";

/// A database of one test, not yet opened.
#[derive(Debug)]
pub struct TestDatabase {
    /// What `Database::open` and `zicht --db` take.
    pub address: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// Dropping the folder removes the file.
    Folder(#[expect(dead_code, reason = "held for its drop")] TempDir),
    /// Whoever made it drops it.
    Elsewhere,
    /// The server and the name of the database on it.
    Server { server: String, name: String },
}

/// A fresh SQLite file and a fresh PostgreSQL database: every test of a store runs on both.
///
/// # Panics
/// If there is no PostgreSQL to test on: a test that skips a back end has not tested it.
pub async fn databases() -> Vec<TestDatabase> {
    vec![sqlite(), postgres().await]
}

/// A SQLite file that does not exist yet, in a folder of its own.
///
/// # Panics
/// If no folder can be made.
#[must_use]
pub fn sqlite() -> TestDatabase {
    let folder = tempfile::tempdir().expect("a folder for the test's database");
    let address = folder.path().join("zicht.db").to_string_lossy().into_owned();
    TestDatabase { address, place: Place::Folder(folder) }
}

/// An empty database on the PostgreSQL server of the test run.
///
/// # Panics
/// If there is none, or it does not let us make a database.
pub async fn postgres() -> TestDatabase {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var(SERVER) else {
        panic!(
            "This test needs PostgreSQL. Run `cargo xtask test`, or set {SERVER} to a server on which \
             databases may be made and dropped, such as postgres://postgres@127.0.0.1:5432"
        );
    };
    let server = server.trim_end_matches('/').to_owned();
    let name = format!("zicht_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    // A run that was killed may have left the same name behind.
    on_server(&server, format!("drop database if exists {name} with (force)")).await;
    on_server(&server, format!("create database {name}")).await;
    TestDatabase { address: format!("{server}/{name}"), place: Place::Server { server, name } }
}

impl TestDatabase {
    /// A database that the test made by itself, on a server of its own.
    #[must_use]
    pub fn at(address: &str) -> Self {
        Self { address: address.to_owned(), place: Place::Elsewhere }
    }

    /// Opens it, as the program does.
    ///
    /// # Panics
    /// If that fails.
    pub async fn open(&self) -> Database {
        Database::open(&self.address).await.expect("the test's database opens")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Place::Server { server, name } = &self.place else { return };
        let (server, statement) = (server.clone(), format!("drop database if exists {name} with (force)"));
        // A test's own runtime cannot be entered twice, so the dropping has a thread and a runtime to itself.
        let dropped = std::thread::spawn(move || block_on(on_server(&server, statement))).join();
        assert!(dropped.is_ok() || std::thread::panicking(), "the test's database could not be dropped");
    }
}

/// Runs one statement outside any transaction. Only names that were made here go into its text.
async fn on_server(server: &str, statement: String) {
    sqlx::any::install_default_drivers();
    let mut connection = platform::Connection::connect(&format!("{server}/postgres"))
        .await
        .unwrap_or_else(|error| panic!("the PostgreSQL server of {SERVER} cannot be reached: {error}"));
    sqlx::raw_sql(AssertSqlSafe(statement.clone()))
        .execute(&mut connection)
        .await
        .unwrap_or_else(|error| panic!("`{statement}` failed: {error}"));
    connection.close().await.expect("the connection closes");
}

fn block_on(work: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(work);
}
