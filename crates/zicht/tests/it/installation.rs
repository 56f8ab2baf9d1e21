//! A Zicht as an administrator has it: a folder with settings and keys, a database with people, and processes.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use platform::keys::Keys;
use tempfile::TempDir;
use testkit::{SeededEntropy, TestDatabase};

use crate::asking::session_cookie;
use crate::process::{Browser, Server, free_port};
use crate::society::{Member, Society};

/// One database, and the settings of each process on it.
#[derive(Debug)]
pub struct Installation {
    pub database: platform::Database,
    pub keys: Keys,
    pub society: Society,
    /// The address of the database, held so that it goes when the test does.
    test: TestDatabase,
    folder: TempDir,
}

impl Installation {
    /// Settles on an empty database, at the time that it really is: the processes know no other.
    pub async fn settle(test: TestDatabase, seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::generate(&SeededEntropy::new(seed));
        keys.write(&folder.path().join("keys.toml")).unwrap();
        let database = test.open().await;
        let society = Society::found_now(&database, &keys, seed).await;
        Self { database, keys, society, test, folder }
    }

    /// An installation whose database is still empty, without tables.
    pub fn unsettled(test: &TestDatabase) -> (TempDir, String) {
        let folder = tempfile::tempdir().unwrap();
        Keys::generate(&SeededEntropy::new(1)).write(&folder.path().join("keys.toml")).unwrap();
        (folder, test.address.clone())
    }

    /// The file of the keys.
    pub fn keys_path(&self) -> std::path::PathBuf {
        self.folder.path().join("keys.toml")
    }

    /// Every value in the file of the keys.
    pub fn key_texts(&self) -> Vec<String> {
        let text = fs::read_to_string(self.keys_path()).unwrap();
        let values = text.split('"').skip(1).step_by(2).filter(|value| value.len() >= 32);
        values.map(str::to_owned).collect()
    }

    /// Starts a process at a port, with more lines of settings.
    pub fn serve(&self, port: u16, more: &str) -> Server {
        serve(self.folder.path(), &self.test.address, port, more)
    }

    /// A browser in which somebody is signed in.
    pub async fn browser(&self, server: SocketAddr, member: &Member) -> Browser {
        let token = self.society.session(&self.database, member.person).await;
        let mut browser = Browser::new(server);
        browser.take_cookie(&session_cookie(&token));
        browser
    }
}

/// Starts a process in a folder with keys, on the database at `address`.
pub fn serve(folder: &Path, address: &str, port: u16, more: &str) -> Server {
    let settings = format!("zicht-{port}.toml");
    let text = format!(
        "public_url = \"http://127.0.0.1:{port}\"\nlisten = \"127.0.0.1:{port}\"\nkeys = \"keys.toml\"\n{more}"
    );
    fs::write(folder.join(&settings), text).unwrap();
    Server::start(folder, &["serve", "--config", &settings], &[("ZICHT_DATABASE", address)])
}

/// Two ports that are free now.
pub fn two_ports() -> (u16, u16) {
    let one = free_port();
    loop {
        let two = free_port();
        if two != one {
            return (one, two);
        }
    }
}
