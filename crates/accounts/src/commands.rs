//! `zicht user`: what an operator can do to accounts without a page. Each act is in the audit trail with the
//! name of the operator.

use clap::Subcommand;
use kernel::Role;
use platform::audit::Who;
use platform::{Connection, mail, write_moment};
use thiserror::Error;
use web::PageError;

use crate::Site;
use crate::acts::renew;
use crate::domain::links::Purpose;
use crate::domain::people::{Address, Person, PersonState};
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::sign_in::reset;
use crate::store::{ceremonies, day, links, memberships, organisations, people, sessions};

/// What can be done with accounts from the command line.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// List everybody with an account: state, day of making, address, name and roles
    List,
    /// Print a link with which somebody chooses a new password; the second step stays, except with --invitation
    ResetLink {
        /// The address of the account
        email: String,
        /// For who lost the second step too: an invitation, which asks for nothing and ends every older way to
        /// sign in when it is used. Sessions end at once. Hand it to the person alone
        #[arg(long)]
        invitation: bool,
    },
    /// Switch an account off: every session ends, every link stops working
    Off {
        /// The address of the account
        email: String,
    },
    /// Sessions of an account
    #[command(subcommand)]
    Sessions(SessionsCommand),
}

/// What can be done with sessions.
#[derive(Debug, Subcommand)]
pub enum SessionsCommand {
    /// Sign somebody out everywhere
    End {
        /// The address of the account
        email: String,
    },
}

/// Why it was not done.
#[derive(Debug, Error)]
pub enum CommandError {
    /// There is no such account. The address is not repeated: it may stand in a log of the shell already.
    #[error("There is no account with this address. List all with: zicht user list")]
    Unknown,
    /// It is switched off.
    #[error(
        "This account is switched off, so no link would work. An administrator can switch it on, on a page."
    )]
    Off,
    /// Nobody would be left.
    #[error("This is the last administrator of an organisation, or of all. Make another one first.")]
    Last,
    /// The database or the keys failed.
    #[error("{0}")]
    Failed(String),
}

impl From<PageError> for CommandError {
    fn from(error: PageError) -> Self {
        match error {
            PageError::Internal(error) => Self::Failed(error.to_string()),
            other => Self::Failed(format!("{other:?}")),
        }
    }
}

/// Any error of the database or the keys.
trait OrFailed<T> {
    fn or_failed(self) -> Result<T, CommandError>;
}

impl<T, E: std::error::Error> OrFailed<T> for Result<T, E> {
    fn or_failed(self) -> Result<T, CommandError> {
        self.map_err(|error| CommandError::Failed(error.to_string()))
    }
}

impl UserCommand {
    /// Carries it out; gives the lines to print.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn run(&self, site: &Site, who: Who) -> Result<Vec<String>, CommandError> {
        let by = By { at: site.now(), who, client: None };
        let mut db = site.database().write().await.or_failed()?;
        let lines = match self {
            Self::List => list(site, &mut db, &by).await?,
            Self::ResetLink { email, invitation } => {
                let person = find(site, &mut db, email).await?;
                vec![link(site, &mut db, &person, *invitation, &by).await?]
            }
            Self::Off { email } => {
                let person = find(site, &mut db, email).await?;
                off(site, &mut db, &person, &by).await?;
                vec!["The account is off.".to_owned()]
            }
            Self::Sessions(SessionsCommand::End { email }) => {
                let person = find(site, &mut db, email).await?;
                let count = end_sessions(&mut db, &person, &by).await?;
                if count > 0 {
                    notices::tell(site, &mut db, &person, &Notice::SessionsEnded).await?;
                }
                vec![format!("Sessions ended: {count}.")]
            }
        };
        db.commit().await.or_failed()?;
        Ok(lines)
    }
}

async fn find(site: &Site, db: &mut Connection, email: &str) -> Result<Person, CommandError> {
    let address = Address::parse(email).ok_or(CommandError::Unknown)?;
    let index = people::index(site.keys(), &address);
    let row = people::by_email_index(db, &index).await.or_failed()?.ok_or(CommandError::Unknown)?;
    people::open(site.keys(), &row).or_failed()
}

/// State, day of making, address, name and roles, in columns. It is a read of personal data, so it is recorded.
async fn list(site: &Site, db: &mut Connection, by: &By<'_>) -> Result<Vec<String>, CommandError> {
    let mut lines = Vec::new();
    for (row, created_at) in people::all(db).await.or_failed()? {
        let person = people::open(site.keys(), &row).or_failed()?;
        let made = created_at.get(..10).unwrap_or_default();
        let roles = roles(site, db, &person).await?;
        let line = format!(
            "{:<10} {made}  {:<40} {:<30} {roles}",
            person.state.name(),
            person.email.as_str(),
            person.name
        );
        lines.push(line.trim_end().to_owned());
    }
    by.record(db, None, Happened::Listed { count: lines.len() }).await.or_failed()?;
    Ok(lines)
}

/// `administrator (Wijchen), reader (Druten, offered)`.
async fn roles(site: &Site, db: &mut Connection, person: &Person) -> Result<String, CommandError> {
    let mut words = Vec::new();
    for row in memberships::rows_of(db, person.id, day(site.now())).await.or_failed()? {
        let place = organisations::find(db, row.held.organisation).await.or_failed()?;
        let place = place.map_or_else(|| row.held.organisation.to_string(), |place| place.about.name);
        let offered = if row.held.accepted { "" } else { ", offered" };
        words.push(format!("{} ({place}{offered})", row.held.role.name()));
    }
    Ok(words.join(", "))
}

async fn link(
    site: &Site,
    db: &mut Connection,
    person: &Person,
    invitation: bool,
    by: &By<'_>,
) -> Result<String, CommandError> {
    if person.state == PersonState::Off {
        return Err(CommandError::Off);
    }
    let (purpose, url) = if invitation {
        (Purpose::Invitation, renewal(site, db, person, by).await?)
    } else {
        (Purpose::Reset, reset::link(site, db, person, by).await?)
    };
    let until = site.now().saturating_add(purpose.lifetime()).unwrap_or(site.now());
    Ok(format!("{url}\nIt works once, until {}.", write_moment(until)))
}

/// The link that asks for nothing. Who has an account in use hears of it.
async fn renewal(
    site: &Site,
    db: &mut Connection,
    person: &Person,
    by: &By<'_>,
) -> Result<String, CommandError> {
    let (now, entropy, public_url) = (site.now(), site.entropy(), &site.settings().public_url);
    let url = renew::link(db, person.id, person.lang, public_url, now, entropy).await.or_failed()?;
    let happened = if person.state == PersonState::Active {
        let letter = renew::letter(person.lang, None);
        let mail = crate::letters::mail(letter, person.email.as_str(), person.lang).or_failed()?;
        mail::send_later(db, site.keys(), &mail, None, now, entropy).await.or_failed()?;
        Happened::RenewalSent
    } else {
        Happened::LinkMade { purpose: Purpose::Invitation.name() }
    };
    by.record(db, Some(person.id), happened).await.or_failed()?;
    Ok(url)
}

async fn off(site: &Site, db: &mut Connection, person: &Person, by: &By<'_>) -> Result<(), CommandError> {
    let today = day(site.now());
    for membership in memberships::of(db, person.id, today).await.or_failed()? {
        let others = memberships::others(db, person.id, membership.organisation, today).await.or_failed()?;
        let last = match membership.role {
            Role::Administrator => others.administrators == 0,
            Role::NationalAdministrator => others.national_administrators == 0,
            _ => false,
        };
        if last {
            return Err(CommandError::Last);
        }
    }
    people::set_state(db, person.id, PersonState::Off).await.or_failed()?;
    for purpose in [Purpose::Invitation, Purpose::Reset] {
        links::end(db, purpose, person.id).await.or_failed()?;
    }
    ceremonies::end_all(db, person.id).await.or_failed()?;
    end_sessions(db, person, by).await?;
    by.record(db, Some(person.id), Happened::SwitchedOff).await.or_failed()
}

async fn end_sessions(db: &mut Connection, person: &Person, by: &By<'_>) -> Result<u64, CommandError> {
    let count = sessions::end_all(db, person.id, None).await.or_failed()?;
    if count > 0 {
        by.record(db, Some(person.id), Happened::SessionsEnded { count }).await.or_failed()?;
    }
    Ok(count)
}
