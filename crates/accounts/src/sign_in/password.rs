//! The first step with a password. Its answer, and the work before it, are the same whether an address has an
//! account or not.

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use web::{Client, PageError};

use super::attempts::{Attempt, Wait};
use super::ceremony::{self, Ceremony};
use super::events::{By, Happened};
use crate::Site;
use crate::domain::people::{Address, PersonState};
use crate::domain::token::Token;
use crate::store::people::PersonRow;
use crate::store::{passwords, people, totp};

/// What is remembered between the password and the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterPassword {
    /// Where the person was going.
    pub next: Option<String>,
    /// What was typed in a form before signing in, sealed by `web`.
    pub resume: Option<String>,
    /// The blind index of the account.
    pub account: String,
}

impl Ceremony for AfterPassword {
    const KIND: &'static str = "after-password";
}

/// How it ended.
#[derive(Debug)]
pub enum First {
    /// Right: the second step follows, with this token.
    Right(Token),
    /// Wrong, or there is no such account; nobody is told which.
    Wrong,
    /// Too many failures.
    Wait(Wait),
}

/// The blind index of what somebody typed as an address. What can't be an address has one too, so that it is
/// counted and delayed as any other.
#[must_use]
pub fn account(site: &Site, typed: &str) -> String {
    match Address::parse(typed) {
        Some(address) => people::index(site.keys(), &address),
        None => site.keys().index("people.email", &typed.trim().to_lowercase()),
    }
}

/// Checks address and password.
pub async fn first_step(
    site: &Site,
    typed: &str,
    password: &str,
    going: (Option<String>, Option<String>),
    client: &Client,
    headers: &HeaderMap,
) -> Result<First, PageError> {
    let account = account(site, typed);
    let attempt = Attempt::new(site, &account, client, headers);
    let mut db = site.database().write().await?;
    if let Some(wait) = attempt.password(&mut db, site.now()).await? {
        // Kept: a full window stays full, and nothing else was written.
        db.commit().await?;
        return Ok(First::Wait(wait));
    }
    db.commit().await?;

    let (person, right) = check(site, &account, password).await?;

    let now = site.now();
    let mut db = site.database().write().await?;
    let first = match person {
        Some(person) if right => {
            attempt.forget_password(&mut db).await?;
            let state = AfterPassword { next: going.0, resume: going.1, account };
            First::Right(ceremony::begin(site, &mut db, Some(person.id), &state, now).await?)
        }
        person => {
            attempt.password_was_wrong(&mut db, now).await?;
            let unknown = person.is_none().then_some(account.as_str());
            let happened = Happened::SignInFailed { step: "password", account: unknown };
            By::nobody(client, now).record(&mut db, person.map(|person| person.id), happened).await?;
            First::Wrong
        }
    };
    db.commit().await?;
    Ok(first)
}

/// Whether the password is that of an active account with a second step. Argon2 runs in any case.
async fn check(site: &Site, account: &str, password: &str) -> Result<(Option<PersonRow>, bool), PageError> {
    let mut db = site.database().read().await?;
    let person = people::by_email_index(&mut db, account).await?;
    let (mut hash, mut usable) = (None, false);
    if let Some(person) = &person {
        hash = passwords::hash(&mut db, person.id).await?;
        let second = totp::find(&mut db, person.id).await?.is_some();
        usable = second && person.state == PersonState::Active;
    }
    // The connection goes back before the long work.
    drop(db);
    let right = site.hasher().verify(password, hash).await?;
    Ok((person, right && usable))
}
