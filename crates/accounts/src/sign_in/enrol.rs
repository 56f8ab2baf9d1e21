//! Choosing how to sign in, for the first time or anew: a password with an authenticator app, between two pages.

use kernel::PersonId;
use platform::Connection;
use serde::{Deserialize, Serialize};
use web::PageError;

use super::ceremony::Ceremony;
use super::events::{Entry, Happened};
use super::notices::{self, Notice};
use super::second_step;
use crate::Site;
use crate::domain::codes::RecoveryCode;
use crate::domain::links::{Link, Purpose};
use crate::domain::people::{Person, PersonState};
use crate::domain::token::Token;
use crate::store::{ceremonies, links, passwords, people, sessions, ways};

/// What is remembered between the password and the first code of the app. Sealed in the database, and gone
/// after ten minutes.
#[derive(Serialize, Deserialize)]
pub struct Enrolling {
    /// The hash of the password that was chosen.
    pub hash: String,
    /// The secret that the app is given.
    pub secret: Vec<u8>,
}

impl Ceremony for Enrolling {
    const KIND: &'static str = "enrolling";
}

/// A link that works, and its person.
#[derive(Debug)]
pub struct Held {
    /// What the person holds.
    pub token: Token,
    /// Whose it is.
    pub person: Person,
}

/// The person of a link, if it works now and the account is not switched off. Looking does not use it up.
pub async fn holder(
    site: &Site,
    db: &mut Connection,
    purpose: Purpose,
    token: &str,
) -> Result<Option<Held>, PageError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let found: Option<Link> = links::find(db, &token).await?;
    let works = |link: &Link| link.purpose == purpose && link.works(site.now());
    let Some(link) = found.filter(works) else { return Ok(None) };
    let row = people::find(db, link.person).await?.filter(|row| row.state != PersonState::Off);
    let person = row.map(|row| people::open(site.keys(), &row)).transpose()?;
    Ok(person.map(|person| Held { token, person }))
}

/// Uses the invitation up and makes the account active, if it waited for that; gives what happened. For an
/// account that was active this is a new way to sign in: every older one ends, but for the passkey `made` just
/// now. `None` if another request was first.
pub async fn accept(
    site: &Site,
    db: &mut Connection,
    held: &Held,
    made: Option<&str>,
) -> Result<Option<Vec<Entry<'static>>>, PageError> {
    let now = site.now();
    if !links::use_up(db, &held.token, now).await? {
        return Ok(None);
    }
    let mut happened = vec![(None, Happened::LinkUsed { purpose: Purpose::Invitation.name() })];
    if people::activate(db, held.person.id, now).await? {
        happened.push((None, Happened::Activated));
    } else {
        ways::end_all(db, held.person.id, made).await?;
        ceremonies::end_all(db, held.person.id).await?;
        sessions::end_all(db, held.person.id, None).await?;
        notices::tell(site, db, &held.person, &Notice::Renewed).await?;
        happened.push((None, Happened::Renewed));
    }
    Ok(Some(happened))
}

/// What [`keep`] does, for the trail.
pub const KEPT: [Entry<'static>; 3] =
    [(None, Happened::PasswordChanged), (None, Happened::TotpSet), (None, Happened::RecoveryCodesMade)];

/// Keeps password and app, and makes recovery codes, to be shown once.
pub async fn keep(
    site: &Site,
    db: &mut Connection,
    person: PersonId,
    chosen: &Enrolling,
    step: i64,
) -> Result<Vec<RecoveryCode>, PageError> {
    let now = site.now();
    passwords::set(db, person, &chosen.hash, now).await?;
    second_step::set_totp(site, db, person, &chosen.secret, step, now).await?;
    second_step::new_recovery_codes(site, db, person).await
}
