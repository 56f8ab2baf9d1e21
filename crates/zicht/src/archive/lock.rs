//! What an archive is encrypted with: age, <https://age-encryption.org/v1>.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use age::secrecy::{ExposeSecret as _, SecretString};
use age::{scrypt, x25519};
use clap::Args;

use super::ArchiveError;

/// How much work a passphrase costs whoever guesses: 128 MiB and about half a second for each try.
const WORK: u8 = 17;

/// Who will be able to open a backup.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = true)]
pub struct LockArgs {
    /// Encrypt to this age recipient (age1...); may be given several times
    #[arg(long, value_name = "AGE1...")]
    recipient: Vec<String>,
    /// Encrypt with the key in this file, as `zicht backup-key` makes it
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Encrypt with the passphrase on the first line of this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["recipient", "key_file"])]
    passphrase_file: Option<PathBuf>,
}

/// What opens a backup.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct UnlockArgs {
    /// The file with the key that opens the backup
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// The file with the passphrase that opens the backup
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Encrypts an archive.
pub enum Lock {
    /// With a passphrase.
    Passphrase(SecretString, u8),
    /// To whoever holds one of the keys.
    Recipients(Vec<x25519::Recipient>),
}

/// Decrypts an archive.
pub enum Unlock {
    /// With a passphrase.
    Passphrase(SecretString),
    /// With a key.
    Keys(Vec<x25519::Identity>),
}

impl LockArgs {
    /// Reads the files that were named.
    pub fn read(&self) -> Result<Lock, ArchiveError> {
        if let Some(file) = &self.passphrase_file {
            return Ok(Lock::Passphrase(passphrase(file)?, WORK));
        }
        let mut recipients = Vec::new();
        for text in &self.recipient {
            let recipient = x25519::Recipient::from_str(text.trim());
            recipients.push(recipient.map_err(|_| ArchiveError::Recipient(text.clone()))?);
        }
        if let Some(file) = &self.key_file {
            recipients.extend(keys(file)?.iter().map(x25519::Identity::to_public));
        }
        Ok(Lock::Recipients(recipients))
    }
}

impl UnlockArgs {
    /// Reads the file that was named.
    pub fn read(&self) -> Result<Unlock, ArchiveError> {
        match (&self.passphrase_file, &self.key_file) {
            (Some(file), _) => Ok(Unlock::Passphrase(passphrase(file)?)),
            (None, Some(file)) => Ok(Unlock::Keys(keys(file)?)),
            (None, None) => Err(ArchiveError::Locked("give --key-file or --passphrase-file".to_owned())),
        }
    }
}

impl Lock {
    /// An encryptor, and what opens its archive in this run only: so that the archive can be read back here,
    /// also when its key is far away.
    pub fn encryptor(&self) -> Result<(age::Encryptor, Unlock), ArchiveError> {
        let (encryptor, unlock) = match self {
            Self::Passphrase(passphrase, work) => {
                let mut recipient = scrypt::Recipient::new(passphrase.clone());
                recipient.set_work_factor(*work);
                let encryptor =
                    age::Encryptor::with_recipients([&recipient as &dyn age::Recipient].into_iter());
                (encryptor, Unlock::Passphrase(passphrase.clone()))
            }
            Self::Recipients(recipients) => {
                let here = x25519::Identity::generate();
                let check = here.to_public();
                let all = recipients.iter().chain([&check]).map(|recipient| recipient as &dyn age::Recipient);
                (age::Encryptor::with_recipients(all), Unlock::Keys(vec![here]))
            }
        };
        Ok((encryptor.map_err(|reason| ArchiveError::Locked(reason.to_string()))?, unlock))
    }
}

impl Unlock {
    /// What age asks for.
    pub fn identities(&self) -> Vec<Box<dyn age::Identity>> {
        match self {
            Self::Passphrase(passphrase) => {
                let mut identity = scrypt::Identity::new(passphrase.clone());
                // Somewhat more than we use, for archives that another program encrypted again.
                identity.set_max_work_factor(WORK + 3);
                vec![Box::new(identity)]
            }
            Self::Keys(keys) => {
                keys.iter().map(|key| Box::new(key.clone()) as Box<dyn age::Identity>).collect()
            }
        }
    }
}

/// A new key: the text of its file, and the recipient to encrypt to.
pub fn new_key() -> (SecretString, String) {
    let key = x25519::Identity::generate();
    let recipient = key.to_public().to_string();
    let text = format!("# public key: {recipient}\n{}\n", key.to_string().expose_secret());
    (SecretString::from(text), recipient)
}

fn passphrase(file: &Path) -> Result<SecretString, ArchiveError> {
    let text = fs::read_to_string(file).map_err(|reason| ArchiveError::file(file, reason))?;
    let line = text.lines().next().unwrap_or_default().trim();
    if line.chars().count() < 16 {
        let file = file.display();
        return Err(ArchiveError::Locked(format!("the passphrase in {file} has fewer than 16 characters")));
    }
    Ok(SecretString::from(line.to_owned()))
}

/// The keys in a file: a line each, as age-keygen and `zicht backup-key` write them.
fn keys(file: &Path) -> Result<Vec<x25519::Identity>, ArchiveError> {
    let text = fs::read_to_string(file).map_err(|reason| ArchiveError::file(file, reason))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Result<Vec<_>, _> = lines.map(x25519::Identity::from_str).collect();
    // The reason is left out: it may repeat a part of the key.
    keys.ok().filter(|keys| !keys.is_empty()).ok_or_else(|| {
        ArchiveError::Locked(format!("{} does not hold an age key (AGE-SECRET-KEY-1...)", file.display()))
    })
}
