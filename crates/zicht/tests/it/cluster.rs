//! A PostgreSQL server of one test, which the test can stop and start.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::process::free_port;

/// A server on a port of this machine only; stopped and removed when dropped.
#[derive(Debug)]
pub struct Cluster {
    server: Child,
    port: u16,
    folder: TempDir,
}

impl Cluster {
    /// Makes and starts a server with the programs that Debian installed.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        if is_root() {
            // PostgreSQL refuses to run as the administrator; Debian's package made this account.
            assert!(Command::new("chown").arg("postgres:").arg(folder.path()).status().unwrap().success());
        }
        let made = as_server("initdb")
            .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
            .arg("--pgdata")
            .arg(&data)
            .current_dir("/")
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let server = serve(&data, port);
        let cluster = Self { server, port, folder };
        cluster.wait();
        cluster
    }

    /// Where the database is that each server has.
    pub fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Stops it by a signal (`INT`: in order, `QUIT`: as if it crashed), and starts it again.
    pub fn restart(&mut self, signal: &str) {
        self.stop(signal);
        self.server = serve(&self.folder.path().join("data"), self.port);
        self.wait();
    }

    fn stop(&mut self, signal: &str) {
        let words = ["-s", signal, &self.server.id().to_string()];
        assert!(Command::new("kill").args(words).status().unwrap().success());
        self.server.wait().unwrap();
    }

    fn wait(&self) {
        let port = self.port.to_string();
        crate::wait_until("PostgreSQL answers", || {
            let words = ["--quiet", "--host=127.0.0.1", "--port", &port];
            Command::new(program("pg_isready")).args(words).status().unwrap().success()
        });
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop("INT");
    }
}

fn serve(data: &Path, port: u16) -> Child {
    as_server("postgres")
        // With every commit on the disk, as it would be: that is what is tried.
        .args(["-h", "127.0.0.1", "-k", "", "-p", &port.to_string(), "-D"])
        .arg(data)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn as_server(name: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.arg(program(name));
    command
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout == b"0\n"
}

/// A program of the newest PostgreSQL.
fn program(name: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").unwrap();
    let newest = versions.filter_map(|entry| entry.unwrap().file_name().to_str()?.parse::<u32>().ok()).max();
    PathBuf::from(format!("/usr/lib/postgresql/{}/bin/{name}", newest.unwrap()))
}

/// Time for the program to be in the middle of something.
pub fn a_while(number: u64) {
    std::thread::sleep(Duration::from_millis(300 + 70 * number));
}
