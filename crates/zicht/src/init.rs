//! `zicht init`: from an empty folder to something that can be served.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use accounts::{ActError, First};
use clap::Args;
use kernel::{Clock, Entropy, Lang};
use platform::Database;
use platform::config::{Config, KeysPlace};
use platform::keys::Keys;

use crate::operator::operator;
use crate::settings::{self, USUAL};
use crate::{Failure, archive, log, serve};

/// Makes settings, keys and tables, and the first administrator. What is there is never overwritten; after a
/// failure it can be done again.
#[derive(Debug, Args)]
pub struct Init {
    /// Folder for the settings, the keys and a SQLite database; made if it is not there
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Address that people will type, such as https://zicht.example.nl
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    public_url: String,
    /// Database: a file for SQLite, or postgres://USER@HOST/NAME without its password
    #[arg(long, value_name = "ADDRESS", default_value = "zicht.db")]
    database: String,
    /// Mail address of the first administrator
    #[arg(long)]
    email: String,
    /// Name of the first administrator
    #[arg(long)]
    name: String,
    /// Name of the national organisation that the administrator works for
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// Language of the first administrator: nl or en
    #[arg(long, default_value = "nl", value_parser = parse_lang)]
    lang: Lang,
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "nl or en".to_owned())
}

impl Init {
    /// Makes what is not there yet, and tells what to do next.
    pub fn run(self, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<(), Failure> {
        std::fs::create_dir_all(&self.folder)
            .map_err(|error| format!("{}: {error}", self.folder.display()))?;
        let file = self.folder.join(USUAL);
        if file.exists() {
            println!("Settings are there already, and are kept as they are: {}", file.display());
        } else {
            // Looked at before it is written: a wrong address must not stay behind in a file.
            let text = self.settings();
            check(&self.folder, &text)?;
            archive::write_private(&file, &text)?;
            println!("Settings made: {}", file.display());
        }
        let config = Config::read(&file).map_err(|findings| settings::words(&findings))?;
        serve::start(log::COMMAND, async {
            let database = Database::open(config.database.reveal()).await?;
            println!("Tables are up to date: {database}");
            let keys = keys(&config, &database, &*entropy).await?;
            let link = self.administrator(&database, &keys, &config, &*clock, &*entropy).await?;
            database.close().await;
            Self::tell(&file, link.as_deref());
            Ok(())
        })
    }

    async fn administrator(
        &self,
        database: &Database,
        keys: &Keys,
        config: &Config,
        clock: &dyn Clock,
        entropy: &dyn Entropy,
    ) -> Result<Option<String>, Failure> {
        let first = First {
            organisation: self.organisation.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            lang: self.lang,
        };
        let (who, now) = (operator(), clock.now());
        let mut db = database.write().await?;
        let link =
            accounts::first_administrator(&mut db, keys, &first, &config.public_url, who, now, entropy);
        let link = link.await.map_err(|error| match error {
            ActError::Findings(findings) => settings::words(&findings).into(),
            other => Failure::from(other),
        })?;
        db.commit().await?;
        Ok(link)
    }

    fn tell(file: &Path, link: Option<&str>) {
        let file = file.display();
        let Some(link) = link else {
            println!(
                "There are people already: no administrator was made. Who can't sign in any more needs:"
            );
            println!("  zicht user --config {file} reset-link --invitation ADDRESS");
            return;
        };
        println!("First administrator: the link below works once, for a week. Whoever has it is");
        println!("administrator: give it to nobody else.\n\n  {link}\n");
        println!("Next:");
        println!("  1. Keep a copy of the keys elsewhere: without them nobody can read names and addresses.");
        println!("  2. Read {file}, and check what you change: zicht config check {file}");
        println!("  3. Serve: zicht serve --config {file}");
        println!("  4. Open the link and choose how to sign in.");
    }

    fn settings(&self) -> String {
        TEMPLATE.replace("PUBLIC_URL", &quoted(&self.public_url)).replace("DATABASE", &quoted(&self.database))
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn check(folder: &Path, text: &str) -> Result<(), Failure> {
    let env = |name: &str| std::env::var(name).ok();
    let around = platform::config::Surroundings { folder, env: &env };
    Config::check_in(USUAL, text, &around).map_err(|findings| settings::words(&findings))?;
    Ok(())
}

/// The keys that are there, or new ones; never new ones beside data that was sealed with others.
async fn keys(config: &Config, database: &Database, entropy: &dyn Entropy) -> Result<Keys, Failure> {
    let KeysPlace::File(file) = &config.keys else { return settings::keys(config) };
    if file.exists() {
        println!("Keys are there already: {}", file.display());
        return settings::keys(config);
    }
    let mut db = database.read().await?;
    let people: i64 = sqlx::query_scalar("select count(*) from people").fetch_one(&mut *db).await?;
    if people > 0 {
        let file = file.display();
        return Err(format!(
            "The keys are not at {file}, and there are people in {database} whose names only those keys open. \
             Put the keys back; new ones would be of no use."
        )
        .into());
    }
    let keys = Keys::generate(entropy);
    keys.write(file)?;
    println!("Keys made: {}", file.display());
    Ok(keys)
}

const TEMPLATE: &str = r#"# Settings of Zicht. Every key is explained in docs/configuration.md; check this file with
# `zicht config check`. No secret stands here: secrets are in files of their own, or in the environment.

# The address that people type. Behind a proxy it is the proxy's.
public_url = PUBLIC_URL

# Where pages are served. On this machine only, for a proxy that does TLS; see [tls] to do it here.
listen = "127.0.0.1:8080"

# A SQLite file, or a PostgreSQL address without password, as
# "postgres://zicht@db.example.nl/zicht?sslmode=verify-full".
database = DATABASE
# database_password_file = "database-password"

# Seals names and addresses, and signs the audit trail. Keep a copy elsewhere.
keys = "keys.toml"

# Proxies whose word about the address of a visitor is taken. Behind a proxy that is not named here all
# visitors count as one address, and share its limits.
# trusted_proxies = ["127.0.0.1"]

# Figures for Prometheus, on this machine or in your own network only.
# metrics = "127.0.0.1:9464"

# [tls]
# certificate = "certificate.pem"
# key = "certificate-key.pem"

[log]
format = "json"
level = "info"

# Without a mail server, invitations wait on the page "Beheer" and an administrator hands their links over.
# [smtp]
# host = "mail.example.nl"
# from = "Zicht <zicht@example.nl>"
# user = "zicht"
# password_file = "smtp-password"

# A provider with which people can sign in; there can be several.
# [[oidc]]
# id = "gemeente"
# name = "Account of the municipality"
# issuer = "https://login.example.nl"
# client_id = "zicht"
# client_secret_file = "oidc-gemeente"

[sessions]
idle_minutes = 30
absolute_hours = 12

# At least 5 years (NEN 7513).
[audit]
keep_years = 7
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_are_right_as_they_are_and_with_everything_uncommented() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = TEMPLATE.replace("PUBLIC_URL", "\"https://z.example\"").replace("DATABASE", "\"z.db\"");
        check(folder.path(), &text).expect("right");
        for name in ["smtp-password", "oidc-gemeente", "database-password"] {
            archive::write_private(&folder.path().join(name), "secret").expect("a file");
        }
        let is_key = |line: &str| {
            line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
        };
        let uncommented: String = text
            .lines()
            .map(|line| line.strip_prefix("# ").filter(|rest| is_key(rest)).unwrap_or(line))
            .filter(|line| {
                !["[tls]", "certificate ", "key ", "database_password_file"]
                    .iter()
                    .any(|no| line.starts_with(no))
            })
            .flat_map(|line| [line, "\n"])
            .collect();
        assert!(uncommented.contains("\nmetrics = ") && uncommented.contains("\n[smtp]"), "{uncommented}");
        check(folder.path(), &uncommented).expect("right");
    }
}
