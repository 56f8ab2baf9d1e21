//! `zicht serve` as a process: TLS, figures, its log, and how it stops.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use platform::audit::{self, Event, Who};

use crate::process::{Browser, Server, free_port};
use crate::program::{self, stderr, zicht};

const USUAL: &str = "listen = \"127.0.0.1:0\"\npublic_url = \"http://127.0.0.1:8080\"\n";

fn folder(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    program::keys(folder.path());
    fs::write(folder.path().join("zicht.toml"), settings).unwrap();
    folder
}

/// A certificate for this machine, that nobody else has signed.
fn certificate(folder: &Path, name: &str) {
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
        ])
        .args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"])
        .args(["-keyout", &format!("{name}.key"), "-out", &format!("{name}.pem")])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", stderr(&made));
    for kind in ["key", "pem"] {
        fs::copy(folder.join(format!("{name}.{kind}")), folder.join(format!("now.{kind}"))).unwrap();
    }
}

/// Whether the answer comes over a connection that this certificate vouches for.
fn trusted(folder: &Path, server: &Server, certificate: &str) -> bool {
    let url = format!("https://localhost:{}/health", server.address.port());
    let words = ["--silent", "--fail", "--http1.1", "--cacert", certificate, &url];
    let asked = Command::new("curl").args(words).current_dir(folder).output().unwrap();
    asked.status.success() && asked.stdout == b"alive"
}

#[test]
fn the_certificate_is_read_again_on_sighup_and_a_wrong_one_is_not_taken() {
    let folder = folder(&format!("{USUAL}[tls]\ncertificate = \"now.pem\"\nkey = \"now.key\"\n"));
    let folder = folder.path();
    certificate(folder, "one");
    let server = Server::start(folder, &["serve"], &[]);
    assert!(trusted(folder, &server, "one.pem"));
    certificate(folder, "two");
    assert!(trusted(folder, &server, "one.pem") && !trusted(folder, &server, "two.pem"));
    server.signal("HUP");
    assert!(server.logs("certificate read again"));
    assert!(trusted(folder, &server, "two.pem") && !trusted(folder, &server, "one.pem"));
    fs::write(folder.join("now.pem"), "-----BEGIN CERTIFICATE-----\nx").unwrap();
    server.signal("HUP");
    assert!(server.logs("the old one stays"));
    assert!(trusted(folder, &server, "two.pem"));
    let log = server.stop();
    assert!(!log.contains("PRIVATE"), "{log}");
}

#[test]
fn figures_are_on_an_address_of_their_own() {
    let port = free_port();
    let folder = folder(&format!("metrics = \"127.0.0.1:{port}\"\n{USUAL}"));
    let server = Server::start(folder.path(), &["serve"], &[]);
    let mut visitor = Browser::new(server.address);
    assert_eq!(visitor.get("/about").status, 200);
    assert_eq!(visitor.get("/metrics").status, 404);
    let figures = Browser::new(([127, 0, 0, 1], port).into()).get("/metrics");
    for name in [
        "zicht_http_requests_total{method=\"GET\",route=\"/about\",status=\"200\"} 1",
        "zicht_http_request_seconds_bucket",
        "zicht_info{version=",
    ] {
        assert!(figures.body.contains(name), "{name}: {}", figures.body);
    }
    server.stop();
}

/// What comes back for these bytes, until the program hangs up or has said enough.
fn said(server: &Server, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
    stream.write_all(bytes).unwrap();
    let mut answer = vec![0; 4096];
    let length = stream.read(&mut answer).unwrap_or(0);
    String::from_utf8_lossy(&answer[..length]).into_owned()
}

#[test]
fn no_request_hides_in_another() {
    let folder = folder(USUAL);
    let server = Server::start(folder.path(), &["serve"], &[]);
    for (request, status) in [
        ("GET /about HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"),
        ("POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "400"),
        ("GET /about HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n", "400"),
        ("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "405"),
    ] {
        let answer = said(&server, request.as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{request:?}: {answer}");
    }
    server.stop();
}

/// A request of which the last byte is still to come.
fn half_a_request(server: &Server) -> TcpStream {
    let mut stream = TcpStream::connect(server.address).unwrap();
    let head = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=";
    stream.write_all(head.as_bytes()).unwrap();
    // The answer to another request: by then the first is known to the program.
    Browser::new(server.address).get("/health");
    stream
}

#[test]
fn a_stop_finishes_what_is_under_way_and_takes_nothing_new() {
    let folder = folder(USUAL);
    let mut server = Server::start(folder.path(), &["serve"], &[]);
    let mut stream = half_a_request(&server);
    server.signal("TERM");
    assert!(server.logs("stopping"));
    stream.write_all(b"b").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 ") && answer.contains("</html>"), "{answer}");
    assert_eq!(server.ended(), Some(0));
    assert!(Browser::new(server.address).try_get("/health").is_err());
}

#[test]
fn a_second_signal_stops_at_once() {
    let folder = folder(USUAL);
    let mut server = Server::start(folder.path(), &["serve"], &[]);
    let stream = half_a_request(&server);
    server.signal("TERM");
    assert!(server.logs("stopping"));
    server.signal("INT");
    assert_eq!(server.ended(), Some(1));
    drop(stream);
}

#[tokio::test(flavor = "multi_thread")]
async fn older_tables_are_refused_when_migrating_is_not_for_serve() {
    for test in testkit::databases().await {
        let folder = folder(USUAL);
        let older = platform::Database::open_as(&test.address, platform::Opening::UpTo(1)).await.unwrap();
        older.close().await;
        let refused = zicht(folder.path(), &["serve", "--no-migrate", "--db", &test.address]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(stderr(&refused).contains("zicht migrate"), "{}", stderr(&refused));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_behind_is_told() {
    let (folder, test) = (folder(USUAL), testkit::sqlite());
    let database = test.open().await;
    let mut db = database.write().await.unwrap();
    let later = "2199-01-01T00:00:00Z".parse().unwrap();
    audit::record(&mut db, &Event::new("migrated", later, Who::Nobody)).await.unwrap();
    db.commit().await.unwrap();
    let server = Server::start(folder.path(), &["serve", "--db", &test.address], &[]);
    assert!(server.logs("the clock of this machine is behind"));
    server.stop();
}
