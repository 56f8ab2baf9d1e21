//! A site on its address, with its jobs, until it is told to stop.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use tokio::net::TcpSocket;
use tokio::sync::watch;
use tokio::time::timeout;

use crate::health::Health;
use crate::site::{self, Wiring};
use crate::stop::Signals;
use crate::{Failure, figures, tls, work};

/// How long requests and jobs under way may take to finish once it is time to stop.
const FINISH: Duration = Duration::from_secs(30);
/// How long closing the connections to the database may take after that.
const CLOSE: Duration = Duration::from_secs(5);
/// How many may wait to be let in; the system may hold it to less.
const WAITING: u32 = 4096;
/// How long somebody may take to send the first lines of a request.
const HEADERS: Duration = Duration::from_secs(20);

/// Serves until the program is told to stop. `tell` hears the address once it is open.
pub async fn serve(wiring: Wiring, tell: impl FnOnce(String)) -> Result<(), Failure> {
    let signals = Signals::listen()?;
    let health = Health::new(wiring.database.clone());
    let router = site::router(&wiring)?.merge(health.routes());
    let worker = work::worker(&wiring)?;
    let listen = wiring.config.listen;
    let listener = open(listen).map_err(|error| format!("{listen}: {error}"))?;
    let address = listener.local_addr()?;
    let (handle, metrics) = (Handle::new(), Handle::new());
    if let Some(address) = wiring.config.metrics {
        figures::start(address, metrics.clone())?;
    }

    let (stopping, mut stopped) = watch::channel(false);
    let jobs = tokio::spawn(worker.run(async move {
        // Nobody can tell any more: then it is time as well.
        let _ = stopped.wait_for(|stop| *stop).await;
    }));
    let server = handle.clone();
    let ending = tokio::spawn(async move {
        signals.asked().await;
        tracing::info!("stopping: requests and jobs under way are finished");
        health.stop();
        let _ = stopping.send(true);
        server.graceful_shutdown(Some(FINISH));
    });

    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = if let Some(settings) = &wiring.config.tls {
        let config = RustlsConfig::from_config(tls::read(settings)?);
        tls::follow(settings.clone(), config.clone());
        let mut server = axum_server::from_tcp_rustls(listener, config)?.handle(handle);
        server.http_builder().http1().header_read_timeout(HEADERS);
        tell(format!("https://{address}"));
        server.first_request_timeout(HEADERS).serve(service).await
    } else {
        let mut server = axum_server::from_tcp(listener)?.handle(handle);
        server.http_builder().http1().header_read_timeout(HEADERS);
        tell(format!("http://{address}"));
        server.first_request_timeout(HEADERS).serve(service).await
    };
    served?;
    ending.await?;
    if timeout(FINISH, jobs).await.is_err() {
        tracing::warn!("a job was not finished in time; it will be done again");
    }
    metrics.shutdown();
    // What such a job still holds is let go by the end of the process.
    if timeout(CLOSE, wiring.database.close()).await.is_err() {
        tracing::warn!("a connection to the database was still in use");
    }
    tracing::info!("stopped");
    Ok(())
}

/// Opens the address. Without a say in it the system lets 128 wait to be let in: fewer than there are municipalities,
/// and the others are sent away.
fn open(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)?.into_std()
}
