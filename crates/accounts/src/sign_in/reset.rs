//! Asking for a new password. What happens at the request is the same for every address; a job finds out
//! afterwards whether there is an account, so that neither the answer nor its time tells.

use jiff::SignedDuration;
use platform::Connection;
use platform::audit::Who;
use platform::jobs::{self, Failure, NewJob, Reason};
use platform::limits::{self, Allowed};
use web::{Client, PageError};

use super::attempts::Wait;
use super::events::{By, Happened};
use super::notices::{self, Notice};
use super::password::account;
use crate::Site;
use crate::domain::delay;
use crate::domain::links::Purpose;
use crate::domain::people::{Address, PersonState};
use crate::store::{links, passwords, people};

/// The kind of job.
pub const KIND: &str = "accounts.reset";
/// So many mails a day to one address: more would be a nuisance to its owner.
const A_DAY: u32 = 3;
/// So many requests an hour from one network, for whatever address.
const AN_HOUR: u32 = 20;

/// Puts the question in the queue. The answer is a wait only for who asks very often, for whatever address.
pub async fn ask(site: &Site, typed: &str, client: &Client) -> Result<Option<Wait>, PageError> {
    let now = site.now();
    let mut db = site.database().write().await?;
    let network = site.keys().index("sign-in.network", &delay::network(client.address));
    let hour = SignedDuration::from_hours(1);
    if let Allowed::No { until } =
        limits::take(&mut db, &format!("reset/network/{network}"), AN_HOUR, hour, now).await?
    {
        return Ok(Some(Wait { until }));
    }
    let day = SignedDuration::from_hours(24);
    let key = format!("reset/{}", account(site, typed));
    if limits::take(&mut db, &key, A_DAY, day, now).await? == Allowed::Yes {
        let job = NewJob { kind: KIND, key: None, payload: typed.as_bytes().to_vec(), run_at: now };
        jobs::enqueue(&mut db, site.keys(), &job, now, site.entropy()).await?;
    }
    db.commit().await?;
    Ok(None)
}

/// Does the job: sends the link, if the address has an account that signs in with a password; tells an account
/// without password how it signs in; and otherwise does nothing.
pub async fn answer(site: &Site, payload: &[u8], db: &mut Connection) -> Result<(), Failure> {
    let typed = String::from_utf8_lossy(payload).into_owned();
    send(site, &typed, db).await.map_err(|error| {
        tracing::error!(?error, "a link for a new password could not be made");
        Failure::Later(Reason::new("reset-failed"))
    })
}

async fn send(site: &Site, typed: &str, db: &mut Connection) -> Result<(), PageError> {
    let Some(address) = Address::parse(typed) else { return Ok(()) };
    let index = people::index(site.keys(), &address);
    let row = people::by_email_index(db, &index).await?.filter(|row| row.state == PersonState::Active);
    let Some(row) = row else { return Ok(()) };
    let person = people::open(site.keys(), &row)?;
    if passwords::hash(db, person.id).await?.is_none() {
        return notices::tell(site, db, &person, &Notice::NoPassword).await;
    }
    let url = link(site, db, &person, &By { at: site.now(), who: Who::Job(KIND), client: None }).await?;
    notices::tell(site, db, &person, &Notice::Reset { url }).await
}

/// Makes a link to choose a new password, with its event.
pub async fn link(
    site: &Site,
    db: &mut Connection,
    person: &crate::domain::people::Person,
    by: &By<'_>,
) -> Result<String, PageError> {
    let purpose = Purpose::Reset;
    let token = links::make(db, purpose, person.id, site.now(), site.entropy()).await?;
    by.record(db, Some(person.id), Happened::LinkMade { purpose: purpose.name() }).await?;
    let path = web::localized(person.lang, &format!("{}{}", purpose.path(), token.text()));
    Ok(format!("{}{path}", site.settings().public_url))
}
