//! `zicht serve` and `zicht demo`: the pages on a local address.

use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Args;
use kernel::Clock;
use platform::Database;
use tokio::net::TcpListener;
use web::{NavItem, RouteInfo};

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

type Failure = Box<dyn Error + Send + Sync>;

impl Serve {
    /// Serves until the program is told to stop.
    pub fn run(self) -> ExitCode {
        finish(start(async {
            let database = Database::open(&self.db).await?;
            serve(database, self.listen, |address| println!("Zicht: http://{address}")).await
        }))
    }
}

impl Demo {
    /// Fills the database and serves until the program is told to stop.
    pub fn run(self, clock: &dyn Clock) -> ExitCode {
        finish(start(async {
            let database = Database::open(&self.db).await?;
            monitor::fill_demo(&database, clock).await?;
            serve(database, self.listen, |address| {
                println!("Zicht demonstratie: http://{address} (English: http://{address}/en)");
                println!("Alle pagina's zijn openbaar: inloggen is niet nodig. / All pages are public: no sign-in needed.");
                println!("De antwoorden van 2017 zijn een reconstructie, die van 2022 en 2026 zijn gegenereerd.");
                println!("Stoppen: Ctrl-C");
            })
            .await
        }))
    }
}

fn start(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(work)
}

fn finish(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(database: Database, listen: SocketAddr, tell: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let site = monitor::Site::new(database.clone())
        .map_err(|_| "The definitions in this program are not sound: run `zicht definitions check`.")?;
    let router = monitor::routes().with_state(site).into_router(menu());
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("{listen}: {error}"))?;
    tell(listener.local_addr()?);
    axum::serve(listener, router).with_graceful_shutdown(stopped()).await?;
    database.close().await;
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM; requests under way are finished.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// The menu and the footer: what this binary has mounted.
fn menu() -> web::Site {
    let item = |key, path: &str, section| NavItem { key, path: path.to_owned(), section };
    web::Site {
        navigation: vec![
            item("nav-monitor", "/", "monitor"),
            item("nav-regions", "/regions", "regions"),
            item("nav-conclusions", "/conclusions", "conclusions"),
            item("nav-method", "/method", "method"),
            item("nav-downloads", "/downloads", "downloads"),
        ],
        footer: vec![
            item("nav-accessibility", "/about#accessibility", ""),
            item("nav-privacy", "/about#privacy", ""),
            item("nav-method", "/method", "method"),
        ],
    }
}

/// Prints every route with its permission.
pub fn list_routes() -> ExitCode {
    for RouteInfo { method, path, permission } in monitor::routes().list() {
        println!("{method:<5} {path:<48} {}", permission.name());
    }
    ExitCode::SUCCESS
}
