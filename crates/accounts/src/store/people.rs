//! Stored people: name and address are sealed, and a blind index finds an address without opening any.

use jiff::Timestamp;
use kernel::{Entropy, Lang, PersonId};
use platform::decode;
use platform::keys::{Cell, Keys, KeysError};
use platform::{Connection, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use super::memberships;
use crate::domain::people::{Address, Person, PersonState};

/// A person as stored: open it with [`open`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// The sealed name.
    pub name: Vec<u8>,
    /// The sealed address.
    pub email: Vec<u8>,
    /// The language of mail.
    pub lang: Lang,
    /// Whether the person can sign in.
    pub state: PersonState,
    /// Counts the changes.
    pub changed: i64,
}

impl FromRow<'_, AnyRow> for PersonRow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let (lang, state): (String, String) = (row.try_get("lang")?, row.try_get("state")?);
        Ok(Self {
            id: decode::id(row, "id")?,
            name: row.try_get("name")?,
            email: row.try_get("email")?,
            lang: Lang::parse(&lang).ok_or_else(|| sqlx::Error::Decode(lang.into()))?,
            state: PersonState::parse(&state).ok_or_else(|| sqlx::Error::Decode(state.into()))?,
            changed: row.try_get("changed")?,
        })
    }
}

/// Somebody to add.
#[derive(Debug, Clone, Copy)]
pub struct NewPerson<'a> {
    /// The name as it is shown.
    pub name: &'a str,
    /// The address.
    pub email: &'a Address,
    /// The language of mail.
    pub lang: Lang,
    /// Whether the person can sign in.
    pub state: PersonState,
}

fn cell<'a>(column: &'a str, row: &'a str) -> Cell<'a> {
    Cell { table: "people", column, row }
}

/// The blind index of an address: the same address gives the same text, which cannot be turned back.
#[must_use]
pub fn index(keys: &Keys, email: &Address) -> String {
    keys.index("people.email", email.as_str())
}

/// Opens name and address.
///
/// # Errors
/// If the keys are not those it was sealed with, or the row was tampered with.
pub fn open(keys: &Keys, row: &PersonRow) -> Result<Person, KeysError> {
    let id = row.id.to_string();
    let name = keys.open_text(cell("name", &id), &row.name)?;
    let email = keys.open_text(cell("email", &id), &row.email)?;
    Ok(Person {
        id: row.id,
        name: name.to_string(),
        email: Address::parse(&email).ok_or(KeysError::NotText)?,
        lang: row.lang,
        state: row.state,
        changed: row.changed,
    })
}

/// The person with this id.
pub async fn find(db: &mut Connection, id: PersonId) -> sqlx::Result<Option<PersonRow>> {
    sqlx::query_as("select id, name, email, lang, state, changed from people where id = $1")
        .bind(id.to_string())
        .fetch_optional(db)
        .await
}

/// The person with the address that `index` stands for.
pub async fn by_email_index(db: &mut Connection, index: &str) -> sqlx::Result<Option<PersonRow>> {
    sqlx::query_as("select id, name, email, lang, state, changed from people where email_index = $1")
        .bind(index)
        .fetch_optional(db)
        .await
}

/// Adds a person. Fails if the address is somebody's already: look first, in the same transaction.
pub async fn insert(
    db: &mut Connection,
    keys: &Keys,
    person: NewPerson<'_>,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> sqlx::Result<PersonId> {
    let id = PersonId::new(now, entropy);
    insert_as(db, keys, id, person, now, entropy).await?;
    Ok(id)
}

/// Adds a person under an id that the caller made.
pub async fn insert_as(
    db: &mut Connection,
    keys: &Keys,
    id: PersonId,
    person: NewPerson<'_>,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> sqlx::Result<()> {
    let row = id.to_string();
    sqlx::query::<Any>(
        "insert into people (id, name, email, email_index, lang, state, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&row)
    .bind(keys.seal(cell("name", &row), person.name.as_bytes(), entropy))
    .bind(keys.seal(cell("email", &row), person.email.as_str().as_bytes(), entropy))
    .bind(index(keys, person.email))
    .bind(person.lang.code())
    .bind(person.state.name())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Sets another name and language, unless somebody changed the person since `known`.
pub async fn update(
    db: &mut Connection,
    keys: &Keys,
    id: PersonId,
    known: i64,
    name: &str,
    lang: Lang,
    entropy: &dyn Entropy,
) -> sqlx::Result<bool> {
    let row = id.to_string();
    let done = sqlx::query::<Any>(
        "update people set name = $3, lang = $4, changed = changed + 1 where id = $1 and changed = $2",
    )
    .bind(&row)
    .bind(known)
    .bind(keys.seal(cell("name", &row), name.as_bytes(), entropy))
    .bind(lang.code())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets where the account is.
pub async fn set_state(db: &mut Connection, id: PersonId, state: PersonState) -> sqlx::Result<()> {
    sqlx::query::<Any>("update people set state = $2, changed = changed + 1 where id = $1")
        .bind(id.to_string())
        .bind(state.name())
        .execute(db)
        .await?;
    Ok(())
}

/// Somebody who was invited has shown to be the one: the account is active and every role that was offered
/// until now is accepted. False if the account was not waiting for this.
pub async fn activate(db: &mut Connection, id: PersonId, now: Timestamp) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update people set state = 'active', changed = changed + 1 where id = $1 and state = 'invited'",
    )
    .bind(id.to_string())
    .execute(&mut *db)
    .await?;
    if done.rows_affected() == 1 {
        memberships::accept(&mut *db, id, None, now).await?;
        // Other invitations of the same person: a link that still works would open an account in use.
        sqlx::query::<Any>(
            "delete from one_time_links where purpose = 'invitation' and person = $1 and used_at is null",
        )
        .bind(id.to_string())
        .execute(db)
        .await?;
    }
    Ok(done.rows_affected() == 1)
}

/// Whether the person has a way to sign in: decides what an account is when it is switched on again.
pub async fn can_sign_in(db: &mut Connection, id: PersonId) -> sqlx::Result<bool> {
    let ways: i64 = sqlx::query_scalar(
        "select (select count(*) from passwords where person = $1)
              + (select count(*) from passkeys where person = $1)
              + (select count(*) from identities where person = $1)",
    )
    .bind(id.to_string())
    .fetch_one(db)
    .await?;
    Ok(ways > 0)
}

/// Whether nobody ever signed in to the account: invited, or switched off before that.
pub async fn is_unused(db: &mut Connection, id: PersonId, state: PersonState) -> sqlx::Result<bool> {
    Ok(match state {
        PersonState::Invited => true,
        PersonState::Active => false,
        PersonState::Off => !can_sign_in(db, id).await?,
    })
}

/// Everybody, in the order in which they were added, with the moment of that.
pub async fn all(db: &mut Connection) -> sqlx::Result<Vec<(PersonRow, String)>> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select id, name, email, lang, state, changed, created_at from people order by created_at, id",
    )
    .fetch_all(db)
    .await?;
    rows.iter().map(|row| Ok((PersonRow::from_row(row)?, row.try_get("created_at")?))).collect()
}
