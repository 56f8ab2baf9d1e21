//! What an administrator does before anybody can visit: init, config check.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::program::{stderr, stdout, zicht};

fn init(folder: &Path, more: &[&str]) -> Output {
    init_at(folder, more, "")
}

/// With the password of the database in the environment, where it belongs.
fn init_at(folder: &Path, more: &[&str], password: &str) -> Output {
    let words =
        ["init", "place", "--email", "ada@example.org", "--name", "Ada", "--organisation", "Landelijk"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_zicht"));
    if !password.is_empty() {
        command.env("ZICHT_DATABASE_PASSWORD", password);
    }
    command.args(words).args(more).current_dir(folder).output().unwrap()
}

/// An address without its password, and the password.
fn apart(address: &str) -> (String, String) {
    let password = address
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('@'))
        .and_then(|(user, _)| user.split_once(':'))
        .map_or("", |(_, password)| password);
    (address.replace(&format!(":{password}@"), "@"), password.to_owned())
}

fn link(output: &Output) -> String {
    let said = stdout(output);
    let line = said.lines().find(|line| line.contains("/invitation/"));
    line.unwrap_or_else(|| panic!("{said}{}", stderr(output))).trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn init_makes_everything_once_and_can_be_done_again_after_half_a_failure() {
    for test in testkit::databases().await {
        let folder = tempfile::tempdir().unwrap();
        let (folder, place) = (folder.path(), folder.path().join("place"));
        let (address, password) = apart(&test.address);
        let words = ["--database", address.as_str()];
        let first = init_at(folder, &words, &password);
        assert!(first.status.success(), "{}", stderr(&first));
        let made = |name: &str| fs::read_to_string(place.join(name)).unwrap();
        let (settings, keys) = (made("zicht.toml"), made("keys.toml"));
        assert!(settings.contains(&address));
        assert!(zicht(folder, &["config", "check", "place/zicht.toml"]).status.success());

        // As if the power went off before the link was read: another link, everything else as it was.
        let second = init_at(folder, &words, &password);
        assert_ne!(link(&first), link(&second));
        assert_eq!((made("zicht.toml"), made("keys.toml")), (settings, keys));

        // The keys are lost: new ones would open nothing.
        fs::remove_file(place.join("keys.toml")).unwrap();
        let lost = init_at(folder, &words, &password);
        assert_eq!(lost.status.code(), Some(1));
        assert!(stderr(&lost).contains("Put the keys back"), "{}", stderr(&lost));
        assert!(!place.join("keys.toml").exists());
    }
}

#[cfg(unix)]
#[test]
fn what_init_makes_can_be_read_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    assert!(init(folder.path(), &[]).status.success());
    for name in ["zicht.toml", "keys.toml", "zicht.db"] {
        let mode = fs::metadata(folder.path().join("place").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn init_makes_nothing_of_what_cannot_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let refused = init(folder.path(), &["--public-url", "http://zicht.example.nl"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("https://"), "{}", stderr(&refused));
    assert!(!folder.path().join("place/zicht.toml").exists());
}

#[test]
fn every_problem_in_the_settings_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = "public_url = \"zicht\"\nlisten = \"here\"\n\n[audit]\nkeep_years = 2\nkep_years = 3\n";
    fs::write(folder.path().join("zicht.toml"), text).unwrap();
    let refused = zicht(folder.path(), &["config", "check"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = stderr(&refused);
    for row in ["row 1", "row 2", "row 5", "row 6"] {
        assert!(said.contains(row), "{said}");
    }
    let serve = zicht(folder.path(), &["serve"]);
    assert_eq!((serve.status.code(), stderr(&serve)), (Some(1), said));
}

#[test]
fn serve_tells_what_is_missing_and_what_is_not_safe() {
    let folder = tempfile::tempdir().unwrap();
    let no_keys = zicht(folder.path(), &["serve"]);
    assert!(stderr(&no_keys).contains("zicht init"), "{}", stderr(&no_keys));
    let bare = zicht(folder.path(), &["serve", "--listen", "0.0.0.0:0"]);
    assert!(stderr(&bare).contains("nothing protects the connection"), "{}", stderr(&bare));
    let demo = zicht(folder.path(), &["demo", "--listen", "0.0.0.0:0"]);
    assert!(stderr(&demo).contains("this machine only"), "{}", stderr(&demo));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
