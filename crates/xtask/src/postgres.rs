//! A PostgreSQL server of our own for one test run, on a free port of this machine only.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::shell;

/// How long the server may take to start.
const START_WAIT: Duration = Duration::from_mins(1);

/// A running server; stopped and removed when dropped.
pub struct Cluster {
    server: Child,
    port: u16,
    password: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "held for its drop, after the server has stopped"))]
    folder: TempDir,
}

impl Cluster {
    /// Makes and starts a server with the programs of the newest PostgreSQL that Debian installed.
    pub fn start() -> Result<Self, String> {
        let programs = programs().ok_or("no PostgreSQL under /usr/lib/postgresql")?;
        let folder = tempfile::tempdir().map_err(|error| format!("no folder for PostgreSQL: {error}"))?;
        let data = folder.path().join("data");
        // A server without one would let every user of this machine act as us.
        let password = password().map_err(|error| format!("no password for PostgreSQL: {error}"))?;
        let password_file = folder.path().join("password");
        fs::write(&password_file, &password).map_err(|error| format!("no password file: {error}"))?;
        if shell::is_root() {
            // PostgreSQL refuses to run as the administrator; Debian's package made this account.
            shell::run(Command::new("chown").args(["-R", "postgres:"]).arg(folder.path()))?;
        }
        // Sorts as people in the Netherlands do, so that a column that forgets to sort by bytes is noticed.
        let mut init = as_server(&programs.join("initdb"));
        init.args(["--username=postgres", "--auth=md5", "--encoding=UTF8", "--locale=C.UTF-8"])
            .args(["--locale-provider=icu", "--icu-locale=nl-NL", "--no-sync", "--pwfile"])
            .arg(&password_file)
            .arg("--pgdata")
            .arg(&data)
            .current_dir("/");
        shell::run(&mut init)?;
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let log = folder.path().join("log");
        let server = serve(&programs, &data, &log, port)?;
        let mut cluster = Self { server, port, password, folder };
        cluster.wait(&programs, &log)?;
        Ok(cluster)
    }

    /// What the tests connect to.
    pub fn address(&self) -> String {
        format!("postgres://postgres:{}@127.0.0.1:{}", self.password, self.port)
    }

    fn wait(&mut self, programs: &Path, log: &Path) -> Result<(), String> {
        let start = Instant::now();
        let port = self.port.to_string();
        while start.elapsed() < START_WAIT {
            if matches!(self.server.try_wait(), Ok(Some(_))) {
                break;
            }
            let ready = Command::new(programs.join("pg_isready"))
                .args(["--quiet", "--host=127.0.0.1", "--port", &port])
                .status()
                .is_ok_and(|status| status.success());
            if ready {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        Err(format!("PostgreSQL did not start:\n{}", fs::read_to_string(log).unwrap_or_default()))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT ends the sessions and closes the files in order; a kill would leave its children behind.
        let stopped = shell::run(Command::new("kill").arg("-INT").arg(self.server.id().to_string()));
        if let Err(message) = stopped.and_then(|_| self.server.wait().map_err(|error| error.to_string())) {
            eprintln!("PostgreSQL could not be stopped: {message}");
        }
    }
}

/// The folder with the programs of the newest PostgreSQL, if there is one.
pub fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(Result::ok)
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, programs)| programs.join("initdb").is_file() && programs.join("postgres").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, programs)| programs)
}

fn serve(programs: &Path, data: &Path, log: &Path, port: u16) -> Result<Child, String> {
    let log = File::create(log).map_err(|error| format!("no log file for PostgreSQL: {error}"))?;
    let errors = log.try_clone().map_err(|error| error.to_string())?;
    // Nothing has to survive a power cut here, so -F; no socket file, because only tests come in.
    as_server(&programs.join("postgres"))
        .args(["-F", "-h", "127.0.0.1", "-k", "", "-c", "max_connections=200", "-p"])
        .arg(port.to_string())
        .arg("-D")
        .arg(data)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(errors)
        .spawn()
        .map_err(|error| format!("PostgreSQL cannot be started: {error}"))
}

/// A command that runs as `postgres` when we are the administrator, and that ends when we do, however.
fn as_server(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if shell::is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.arg(program);
    command
}

/// 128 random bits of the system, in hexadecimal.
fn password() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn the_server_of_a_test_run_is_gone_afterwards() {
        let cluster = Cluster::start().expect("a server");
        let (port, folder) = (cluster.port, cluster.folder.path().to_owned());
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(cluster);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
    }
}
