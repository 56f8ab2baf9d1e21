//! The settings file: what is right, and every mistake at its line in a sentence without secrets.

mod cases;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use cases::{CASES, URL};
use fluent_templates::{Loader as _, fluent_bundle::FluentValue, langid};
use kernel::{Finding, Severity};
use platform::Keys;
use platform::config::{Config, KEYS, Security, Surroundings};
use proptest::prelude::*;
use tempfile::TempDir;
use testkit::SeededEntropy;

fluent_templates::static_loader! {
    static WORDS = {
        locales: "../../locales",
        fallback_language: "nl",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A folder with the files that the cases name.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str, mode: u32| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("its mode");
    };
    file("secret", "geheim\n", 0o600);
    file("open", "geheim\n", 0o644);
    file("empty", "\n", 0o600);
    file("cert.pem", "-----BEGIN CERTIFICATE-----\n", 0o644);
    file("cert-key.pem", "-----BEGIN PRIVATE KEY-----\n", 0o600);
    fs::create_dir(folder.path().join("folder")).expect("a folder");
    Keys::generate(&SeededEntropy::new(1)).write(&folder.path().join("keys.toml")).expect("keys");
    folder
}

fn environment(name: &str) -> Option<String> {
    (name == "ZICHT_OIDC_TWICE_SECRET").then(|| "geheim".to_owned())
}

fn check(folder: &Path, text: &str) -> Result<Config, Vec<Finding>> {
    Config::check_in("zicht.toml", text, &Surroundings { folder, env: &environment })
}

/// What is told about `text`, warnings too.
fn findings(folder: &Path, text: &str) -> Vec<Finding> {
    check(folder, text).map_or_else(|findings| findings, |config| config.warnings)
}

fn case(text: &str) -> String {
    text.strip_prefix('!').map_or_else(|| format!("{URL}{text}"), str::to_owned)
}

fn sentence(finding: &Finding) -> String {
    let args = finding.params.iter().map(|(name, value)| (name.clone(), FluentValue::from(value.clone())));
    let key = format!("finding-{}", finding.code);
    let words = WORDS.try_lookup_complete(&langid!("en"), &key, Some(&args.collect()));
    let severity = if finding.severity == Severity::Warning { "warning, " } else { "" };
    let (row, key) = (finding.place.row.unwrap_or(0), finding.place.column.clone().unwrap_or_default());
    format!("{severity}row {row}, key {key}: {}", words.expect("a code has words"))
}

#[test]
fn every_mistake_is_told_at_its_line_in_a_sentence() {
    let folder = folder();
    let mut told = String::new();
    for (name, text) in CASES {
        let _ = writeln!(told, "# {name}");
        let found = findings(folder.path(), &case(text));
        assert!(!found.is_empty(), "nothing is told about {name}");
        for finding in found {
            let _ = writeln!(told, "{}", sentence(&finding));
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn every_code_that_the_sources_name_is_told_in_some_case() {
    let folder = folder();
    let mut known = BTreeSet::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/config");
    for entry in fs::read_dir(sources).expect("the sources") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("a source");
        let codes = text.split('"').filter(|part| part.starts_with("config-"));
        known.extend(codes.map(str::to_owned));
    }
    let mut told: BTreeSet<String> = CASES
        .iter()
        .flat_map(|(_, text)| findings(folder.path(), &case(text)))
        .map(|finding| finding.code.to_owned())
        .collect();
    for path in ["absent.toml", "folder"] {
        let errors = Config::read(&folder.path().join(path)).map(|_| ()).expect_err("no settings");
        told.extend(errors.iter().map(|finding| finding.code.to_owned()));
    }
    assert!(known.len() >= 40, "{known:?}");
    assert_eq!(known.difference(&told).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn no_finding_repeats_a_secret() {
    let folder = folder();
    // Every text in every case, and every key, becomes one.
    for (name, text) in CASES {
        let text = case(text);
        let mut parts: Vec<&str> = text.split('"').collect();
        for at in (1..parts.len()).step_by(2) {
            let kept = parts[at];
            parts[at] = "postgres://zicht:geheim@db:geheim";
            for finding in findings(folder.path(), &parts.join("\"")) {
                // Where a name of few, an address or a network is asked for, no secret goes.
                let public = ["config-choice", "config-address", "config-network"];
                let told = format!("{finding:?}");
                assert!(public.contains(&finding.code) || !told.contains("geheim"), "{name}: {told}");
            }
            parts[at] = kept;
        }
        for finding in findings(folder.path(), &text) {
            assert!(!sentence(&finding).contains("geheim"), "{name}: {finding:?}");
        }
    }
}

#[test]
fn each_of_several_servers_gets_the_password_and_must_be_reached_safely() {
    let folder = folder();
    let database = |hosts: &str| {
        let address = format!("postgres://zicht@{hosts}/zicht");
        format!("database = \"{address}\"\ndatabase_password_file = \"secret\"\n{URL}")
    };
    let config = check(folder.path(), &database("127.0.0.1:5433,localhost")).expect("right settings");
    assert_eq!(config.database.reveal(), "postgres://zicht:geheim@127.0.0.1:5433,localhost/zicht");
    let unsafe_one = findings(folder.path(), &database("127.0.0.1,db.example.nl"));
    assert!(unsafe_one.iter().any(|finding| finding.code == "config-database-plain"), "{unsafe_one:?}");
}

#[test]
fn settings_are_printed_without_their_secrets() {
    let folder = folder();
    let text = format!(
        "database = \"postgres://zicht@127.0.0.1/zicht\"\ndatabase_password_file = \"secret\"\n{URL}\
         [smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\nuser = \"zicht\"\npassword_file = \"secret\"\n\
         [[oidc]]\nid = \"a\"\nname = \"A\"\nissuer = \"https://a.nl\"\nclient_id = \"z\"\n\
         client_secret_file = \"secret\"",
    );
    let config = check(folder.path(), &text).expect("right settings");
    assert_eq!(config.database.reveal(), "postgres://zicht:geheim@127.0.0.1/zicht");
    let (user, password) = config.smtp.clone().and_then(|smtp| smtp.sign_in).expect("a sign-in");
    assert_eq!((user.as_str(), password.reveal()), ("zicht", "geheim"));
    assert_eq!(config.oidc[0].client_secret.as_ref().expect("a secret").reveal(), "geheim");
    assert!(!format!("{config:?}").contains("geheim"));
}

#[test]
fn a_public_address_is_enough_and_the_rest_has_a_default() {
    let folder = folder();
    let config = check(folder.path(), "public_url = \"http://localhost:8080/\"").expect("right settings");
    assert_eq!(config.public_url, "http://localhost:8080");
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(Path::new(config.database.reveal()).file_name(), Some("zicht.db".as_ref()));
    assert_eq!(config.keys.file(), Some(folder.path().join("keys.toml").as_path()));
    assert!(config.keys.read().is_ok());
    assert_eq!((config.sessions.idle_minutes, config.sessions.absolute_hours), (30, 12));
    assert_eq!(config.audit.keep_years, 7);
    assert!(config.tls.is_none() && config.smtp.is_none() && config.metrics.is_none());
    assert_eq!(config.warnings, []);
}

#[test]
fn a_proxy_that_is_named_or_ruled_out_gives_no_warning() {
    let folder = folder();
    for proxies in ["[\"127.0.0.1\"]", "[]"] {
        let text = format!("public_url = \"https://zicht.example.nl\"\ntrusted_proxies = {proxies}");
        assert_eq!(check(folder.path(), &text).expect("right settings").warnings, []);
    }
}

#[test]
fn the_environment_goes_before_the_file() {
    let folder = folder();
    let keys = Keys::generate(&SeededEntropy::new(2)).to_toml().to_string();
    let env = move |name: &str| match name {
        "ZICHT_DATABASE" => Some("postgres://zicht:geheim@127.0.0.1/ander".to_owned()),
        "ZICHT_KEYS" => Some(keys.clone()),
        _ => None,
    };
    let text = format!("{URL}database = \"zicht.db\"");
    let around = Surroundings { folder: folder.path(), env: &env };
    let config = Config::check_in("zicht.toml", &text, &around).expect("right settings");
    assert!(config.database.reveal().ends_with("/ander"));
    assert_eq!(config.keys.file(), None);
    assert!(config.keys.read().is_ok());
}

#[test]
fn mail_goes_to_the_usual_port_of_its_protection() {
    let folder = folder();
    for (security, port) in [("tls", 465), ("starttls", 587), ("none", 25)] {
        let text = format!(
            "{URL}[smtp]\nhost = \"localhost\"\nfrom = \"Zicht <a@b.nl>\"\nsecurity = \"{security}\""
        );
        let smtp = check(folder.path(), &text).expect("right settings").smtp.expect("a mail server");
        assert_eq!(smtp.port, port);
        assert_eq!(smtp.security == Security::Tls, security == "tls");
    }
}

/// The rows of the manual: key, default and example.
fn manual() -> Vec<(String, String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    let text = fs::read_to_string(path).expect("the manual");
    let (_, rows) = text.split_once("| key | when absent |").expect("the table of keys");
    let cell = |text: &str| text.trim().trim_matches('`').to_owned();
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        Some((cell(cells.next()?), cell(cells.next()?), cell(cells.next()?)))
    };
    rows.lines().skip(2).map_while(row).collect()
}

#[test]
fn the_manual_has_every_key_with_its_default_and_example() {
    let known: Vec<_> = KEYS
        .iter()
        .map(|key| (key.path.to_owned(), key.default.to_owned(), key.example.to_owned()))
        .collect();
    assert_eq!(manual(), known);
}

/// Settings with every key of the manual, as its examples write them.
fn everything() -> String {
    let mut text = String::new();
    for key in KEYS.iter().filter(|key| !key.path.starts_with("oidc[].roles[]")) {
        let name = key.path.rsplit('.').next().unwrap_or(key.path);
        let _ = match key.example {
            part if part.starts_with('[') && part.contains(name) && !part.contains('=') => {
                writeln!(text, "{part}")
            }
            value => writeln!(text, "{name} = {value}"),
        };
    }
    text
}

#[test]
fn the_examples_of_the_manual_together_are_settings() {
    let folder = folder();
    // The files in them are not on the machine of the test, and that is all that is wrong.
    let wrong: Vec<_> = findings(folder.path(), &everything())
        .into_iter()
        .filter(|finding| !matches!(finding.code, "config-file-missing" | "config-keys-missing"))
        .collect();
    assert_eq!(wrong, []);
    let text = everything().replace("/etc/zicht/", "");
    for (file, name) in [("cert.pem", "certificate.pem"), ("cert-key.pem", "certificate-key.pem")] {
        fs::rename(folder.path().join(file), folder.path().join(name)).expect("a file");
    }
    for name in ["database-password", "smtp-password", "oidc-gemeente"] {
        fs::copy(folder.path().join("secret"), folder.path().join(name)).expect("a file");
    }
    let config = check(folder.path(), &text).expect("right settings");
    assert_eq!(config.oidc[0].roles[0].organisation, "GM0344");
    assert_eq!(config.limits.requests_per_minute, 300);
    assert_eq!(config.warnings, []);
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading(text in any::<String>()) {
        let _ = findings(Path::new("/nowhere"), &text);
    }

    #[test]
    fn no_change_to_right_settings_breaks_the_reading(
        from in 0_usize..1800, length in 0_usize..12, by in "[\\[\\]{}=\"'.,\\\\a-z0-9 \n-]{0,8}"
    ) {
        let text = everything();
        let mut characters: Vec<char> = text.chars().collect();
        let from = from.min(characters.len());
        let to = (from + length).min(characters.len());
        characters.splice(from..to, by.chars());
        let text: String = characters.into_iter().collect();
        let lines = text.split('\n').count() as u64;
        for finding in findings(Path::new("/nowhere"), &text) {
            prop_assert!(finding.place.row.is_some_and(|row| (1..=lines).contains(&row)));
        }
    }
}
