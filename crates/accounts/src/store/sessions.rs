//! Sessions: one row for each sign-in that has not ended.

use jiff::Timestamp;
use kernel::{Membership, OrganisationKind, PersonId, Role, SessionId};
use platform::{Connection, DatabaseError, read_moment, write_moment};
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use super::damaged;
use crate::domain::sessions::Times;
use crate::domain::token::Token;

/// A session that begins.
#[derive(Debug)]
pub struct NewSession<'a> {
    /// Its name.
    pub id: SessionId,
    /// What the cookie holds.
    pub token: &'a Token,
    /// Whose.
    pub person: PersonId,
    /// How the person signed in: `password`, `passkey`, `oidc`, `demo`.
    pub method: &'a str,
    /// The device in fixed words.
    pub device: &'a str,
    /// Now.
    pub at: Timestamp,
    /// When it ends whatever happens.
    pub ends_at: Timestamp,
    /// The provider, its name for the session and for the person; for signing out there.
    pub provider: Option<Provider>,
}

/// What an OpenID provider said about a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Who it is.
    pub issuer: String,
    /// Its name for the session, where it gives one.
    pub sid: Option<String>,
    /// Its name for the person.
    pub subject: String,
}

/// A session with its person and the person's roles: what every signed-in page needs, in one statement.
#[derive(Debug)]
pub struct Opened {
    /// Its name.
    pub id: SessionId,
    /// Whose.
    pub person: PersonId,
    /// The name of the person, sealed.
    pub name: Vec<u8>,
    /// Its moments.
    pub times: Times,
    /// The roles that hold today.
    pub memberships: Vec<Membership>,
}

/// A line of the list of own sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub id: SessionId,
    /// How the person signed in.
    pub method: String,
    /// The device in fixed words.
    pub device: String,
    /// When it began.
    pub created_at: Timestamp,
    /// Its moments.
    pub times: Times,
}

/// Begins a session.
pub async fn begin(db: &mut Connection, new: &NewSession<'_>) -> Result<(), DatabaseError> {
    let provider = new.provider.as_ref();
    let at = write_moment(new.at);
    sqlx::query(
        "insert into sessions (id, token_hash, person, method, device, created_at, seen_at, confirmed_at,
                               ends_at, issuer, provider_sid, subject)
         values ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8, $9, $10)",
    )
    .bind(new.id.to_string())
    .bind(new.token.hash())
    .bind(new.person.to_string())
    .bind(new.method)
    .bind(new.device)
    .bind(at)
    .bind(write_moment(new.ends_at))
    .bind(provider.map(|provider| provider.issuer.clone()))
    .bind(provider.and_then(|provider| provider.sid.clone()))
    .bind(provider.map(|provider| provider.subject.clone()))
    .execute(db)
    .await?;
    Ok(())
}

/// The session of a token, with person and roles, if the account is active. Whether it still lives is for
/// [`Times::lives`] to say.
pub async fn open(
    db: &mut Connection,
    token: &Token,
    now: Timestamp,
) -> Result<Option<Opened>, DatabaseError> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select s.id, s.person, s.seen_at, s.confirmed_at, s.ends_at, p.name, o.id as organisation, o.kind, m.role
           from sessions s
           join people p on p.id = s.person and p.state = 'active'
           left join memberships m on m.person = s.person and m.accepted_at is not null
                and m.since <= $2 and (m.until is null or m.until > $2)
           left join organisations o on o.id = m.organisation
                and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
          where s.token_hash = $1
          order by o.id, m.role",
    )
    .bind(token.hash())
    .bind(super::day(now).to_string())
    .fetch_all(db)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let mut opened = Opened {
        id: id(first, "id")?,
        person: id(first, "person")?,
        name: first.try_get("name")?,
        times: times(first)?,
        memberships: Vec::new(),
    };
    for row in &rows {
        opened.memberships.extend(membership(row)?);
    }
    Ok(Some(opened))
}

/// A role of a row; none where the person has none or its organisation has ended. A role that this program
/// does not know gives no right.
pub(super) fn membership(row: &AnyRow) -> Result<Option<Membership>, sqlx::Error> {
    let organisation: Option<String> = row.try_get("organisation")?;
    let kind: Option<String> = row.try_get("kind")?;
    let role: Option<String> = row.try_get("role")?;
    let (Some(organisation), Some(kind), Some(role)) = (organisation, kind, role) else { return Ok(None) };
    let known = organisation.parse().ok().zip(OrganisationKind::parse(&kind)).zip(Role::parse(&role));
    Ok(known.map(|((organisation, kind), role)| Membership { organisation, kind, role }))
}

/// Notes that a request came.
pub async fn seen(db: &mut Connection, session: SessionId, now: Timestamp) -> Result<(), DatabaseError> {
    sqlx::query("update sessions set seen_at = $2 where id = $1")
        .bind(session.to_string())
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that the person showed again who it is, and gives the session another token: one that was stolen
/// before is worth nothing from now on.
pub async fn confirm(
    db: &mut Connection,
    session: SessionId,
    token: &Token,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("update sessions set token_hash = $2, confirmed_at = $3, seen_at = $3 where id = $1")
        .bind(session.to_string())
        .bind(token.hash())
        .bind(write_moment(now))
        .execute(db)
        .await?;
    Ok(())
}

/// The sessions of a person, the one seen last first.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<Listed>, DatabaseError> {
    Ok(sqlx::query_as(
        "select id, method, device, created_at, seen_at, confirmed_at, ends_at
           from sessions
          where person = $1
          order by seen_at desc, id",
    )
    .bind(person.to_string())
    .fetch_all(db)
    .await?)
}

/// Ends a session of this person; `false` if there was none.
pub async fn end(db: &mut Connection, person: PersonId, session: SessionId) -> Result<bool, DatabaseError> {
    let done = sqlx::query("delete from sessions where id = $1 and person = $2")
        .bind(session.to_string())
        .bind(person.to_string())
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The provider at which a session began.
pub async fn issuer(db: &mut Connection, session: SessionId) -> Result<Option<String>, DatabaseError> {
    let row: Option<(Option<String>,)> = sqlx::query_as("select issuer from sessions where id = $1")
        .bind(session.to_string())
        .fetch_optional(db)
        .await?;
    Ok(row.and_then(|(issuer,)| issuer))
}

/// Ends all sessions of a person but `keep`; says how many. Without one to keep, the keys of the API end too: the
/// account is off, or somebody else may have had it.
pub async fn end_all(
    db: &mut Connection,
    person: PersonId,
    keep: Option<SessionId>,
) -> Result<u64, DatabaseError> {
    if keep.is_none() {
        sqlx::query("delete from api_keys where person = $1")
            .bind(person.to_string())
            .execute(&mut *db)
            .await?;
    }
    let done = sqlx::query("delete from sessions where person = $1 and id <> $2")
        .bind(person.to_string())
        .bind(keep.map_or_else(String::new, |keep| keep.to_string()))
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

/// Ends the sessions that a provider ended: one of its sessions, or all of a person there. Gives whose.
pub async fn end_at_provider(
    db: &mut Connection,
    issuer: &str,
    sid: Option<&str>,
    subject: Option<&str>,
) -> Result<Vec<(SessionId, PersonId)>, DatabaseError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "delete from sessions
          where issuer = $1
            and (provider_sid = $2 or $2 is null)
            and (subject = $3 or $3 is null)
            and ($2 is not null or $3 is not null)
         returning id, person",
    )
    .bind(issuer)
    .bind(sid)
    .bind(subject)
    .fetch_all(db)
    .await?;
    let ids = rows.into_iter().map(|(session, person)| Some((session.parse().ok()?, person.parse().ok()?)));
    ids.collect::<Option<_>>().ok_or_else(|| damaged("id").into())
}

/// Removes sessions and keys of the API that have ended by themselves.
pub async fn sweep(db: &mut Connection, now: Timestamp) -> Result<(), DatabaseError> {
    for statement in ["delete from sessions where ends_at <= $1", "delete from api_keys where ends_at <= $1"]
    {
        sqlx::query(statement).bind(write_moment(now)).execute(&mut *db).await?;
    }
    Ok(())
}

fn id<T: std::str::FromStr>(row: &AnyRow, column: &'static str) -> Result<T, sqlx::Error> {
    let text: String = row.try_get(column)?;
    text.parse().map_err(|_| damaged(column))
}

fn moment(row: &AnyRow, column: &'static str) -> Result<Timestamp, sqlx::Error> {
    let text: String = row.try_get(column)?;
    read_moment(&text).ok_or_else(|| damaged(column))
}

fn times(row: &AnyRow) -> Result<Times, sqlx::Error> {
    Ok(Times {
        seen_at: moment(row, "seen_at")?,
        confirmed_at: moment(row, "confirmed_at")?,
        ends_at: moment(row, "ends_at")?,
    })
}

impl FromRow<'_, AnyRow> for Listed {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: id(row, "id")?,
            method: row.try_get("method")?,
            device: row.try_get("device")?,
            created_at: moment(row, "created_at")?,
            times: times(row)?,
        })
    }
}
