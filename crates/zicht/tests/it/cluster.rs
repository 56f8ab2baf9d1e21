//! A PostgreSQL server of one test, which the test can stop, start and give a standby.

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
        let folder = owned_folder();
        let words =
            ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        made(as_server("initdb").args(words).arg("--pgdata").arg(folder.path().join("data")));
        Self::serve(folder)
    }

    fn serve(folder: TempDir) -> Self {
        let port = free_port();
        let server = serve(&folder.path().join("data"), port);
        let cluster = Self { server, port, folder };
        cluster.wait();
        cluster
    }

    /// A standby of this server: a copy that follows it, and for which each commit waits from now on.
    pub fn standby(&self) -> Self {
        self.sql("select pg_create_physical_replication_slot('standby')");
        let folder = owned_folder();
        let data = folder.path().join("data");
        let primary = format!("host=127.0.0.1 port={} user=postgres application_name=standby", self.port);
        let words = [
            "--slot=standby",
            "--write-recovery-conf",
            "--checkpoint=fast",
            "--no-sync",
            "--dbname",
            &primary,
        ];
        made(as_server("pg_basebackup").args(words).arg("--pgdata").arg(&data));
        let standby = Self::serve(folder);
        self.sql("alter system set synchronous_standby_names = 'standby'");
        self.sql("select pg_reload_conf()");
        crate::wait_until("the primary waits for its standby", || {
            self.sql("select sync_state from pg_stat_replication") == "sync"
        });
        standby
    }

    /// Lets a standby be the primary.
    pub fn promote(&self) {
        assert_eq!(self.sql("select pg_promote()"), "t");
    }

    /// Lets a primary acknowledge what only it has.
    pub fn waits_for_nobody(&self) {
        self.sql("alter system set synchronous_standby_names = ''");
        self.sql("select pg_reload_conf()");
    }

    /// Where the database is that each server has.
    pub fn address(&self) -> String {
        format!("postgres://postgres@{}/postgres", self.host())
    }

    /// Host and port.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Its port, as it tells itself.
    pub fn port(&self) -> String {
        self.port.to_string()
    }

    /// Stops it by a signal (`INT`: in order, `QUIT`: as if it crashed), and starts it again.
    pub fn restart(&mut self, signal: &str) {
        self.stop(signal);
        self.start_again();
    }

    /// Stops it by a signal.
    pub fn stop(&mut self, signal: &str) {
        let words = ["-s", signal, &self.server.id().to_string()];
        assert!(Command::new("kill").args(words).status().unwrap().success());
        self.server.wait().unwrap();
    }

    /// Starts it after a stop.
    pub fn start_again(&mut self) {
        self.server = serve(&self.folder.path().join("data"), self.port);
        self.wait();
    }

    /// The first value that a statement gives.
    fn sql(&self, statement: &str) -> String {
        let mut psql = Command::new(program("psql"));
        psql.args(["--no-psqlrc", "--tuples-only", "--no-align", "--command", statement]).arg(self.address());
        made(&mut psql).trim().to_owned()
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
        // It may have been stopped already.
        if self.server.try_wait().unwrap().is_none() {
            self.stop("INT");
        }
    }
}

/// A folder of the account that PostgreSQL runs as.
fn owned_folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    if is_root() {
        // PostgreSQL refuses to run as the administrator; Debian's package made this account.
        made(Command::new("chown").arg("postgres:").arg(folder.path()));
    }
    folder
}

/// What it printed, when it went well.
fn made(command: &mut Command) -> String {
    let done = command.current_dir("/").output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
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
