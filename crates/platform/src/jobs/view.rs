//! Jobs as an administrator sees them. What is in a job is not shown, only that it is there.

use jiff::Timestamp;
use kernel::JobId;
use zeroize::Zeroizing;

use super::Reason;
use super::store::cell;
use crate::keys::Keys;
use crate::{Connection, DatabaseError, read_moment};

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It is to be done, now or later.
    Waiting,
    /// It waits for a person.
    Held,
    /// It failed too often, or will never do.
    Stuck,
    /// It is done.
    Done,
}

impl State {
    /// Every state, in the order in which it is shown.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Held, Self::Stuck, Self::Done];

    /// The name in the database and in locale keys (`job-state-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Held => "held",
            Self::Stuck => "stuck",
            Self::Done => "done",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A job as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: JobId,
    /// What is to be done (`job-kind-<with dashes>` in the locale files).
    pub kind: String,
    /// Its key, if it has one.
    pub key: Option<String>,
    /// Where it stands.
    pub state: State,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last attempt failed.
    pub reason: Option<Reason>,
    /// When its cause was.
    pub created_at: Timestamp,
    /// When it is tried next, if it waits.
    pub run_at: Timestamp,
    /// When it was done.
    pub finished_at: Option<Timestamp>,
}

/// How many jobs are in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// To be done, now or later.
    pub waiting: u64,
    /// Waiting for a person.
    pub held: u64,
    /// Failed too often.
    pub stuck: u64,
    /// Done, of the last 30 days.
    pub done: u64,
}

#[derive(sqlx::FromRow)]
struct Stored {
    id: String,
    kind: String,
    key: Option<String>,
    state: String,
    attempts: i64,
    reason: Option<String>,
    created_at: String,
    run_at: String,
    finished_at: Option<String>,
}

impl Stored {
    /// `None` only for a row that somebody changed by hand into something else.
    fn read(self) -> Option<Row> {
        Some(Row {
            id: self.id.parse().ok()?,
            kind: self.kind,
            key: self.key,
            state: State::parse(&self.state)?,
            attempts: u32::try_from(self.attempts).ok()?,
            reason: self.reason.as_deref().map(Reason::read),
            created_at: read_moment(&self.created_at)?,
            run_at: read_moment(&self.run_at)?,
            finished_at: self.finished_at.as_deref().and_then(read_moment),
        })
    }
}

/// Jobs in `state`, or all; newest first, those before `before`, at most `limit`.
pub async fn page(
    db: &mut Connection,
    state: Option<State>,
    before: Option<JobId>,
    limit: u32,
) -> Result<Vec<Row>, DatabaseError> {
    let stored: Vec<Stored> = sqlx::query_as(
        "select id, kind, key, state, attempts, reason, created_at, run_at, finished_at
           from jobs
          where ($1 = '' or state = $1) and ($2 = '' or id < $2)
          order by id desc
          limit $3",
    )
    .bind(state.map_or("", State::name))
    .bind(before.map(|id| id.to_string()).unwrap_or_default())
    .bind(i64::from(limit))
    .fetch_all(db)
    .await?;
    Ok(stored.into_iter().filter_map(Stored::read).collect())
}

/// One job.
pub async fn find(db: &mut Connection, id: JobId) -> Result<Option<Row>, DatabaseError> {
    let stored: Option<Stored> = sqlx::query_as(
        "select id, kind, key, state, attempts, reason, created_at, run_at, finished_at
           from jobs where id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(db)
    .await?;
    Ok(stored.and_then(Stored::read))
}

/// What a job of the kind `kind` was given; `None` if it is not there, is done, or the keys do not open it.
pub async fn payload(
    db: &mut Connection,
    keys: &Keys,
    kind: &str,
    id: JobId,
) -> Result<Option<Zeroizing<Vec<u8>>>, DatabaseError> {
    let name = id.to_string();
    let sealed: Option<Vec<u8>> =
        sqlx::query_scalar("select payload from jobs where id = $1 and kind = $2 and state <> 'done'")
            .bind(&name)
            .bind(kind)
            .fetch_optional(db)
            .await?;
    Ok(sealed.and_then(|sealed| keys.open(cell(&name), &sealed).ok()))
}

/// How many jobs of a kind wait for a person.
pub async fn held(db: &mut Connection, kind: &str) -> Result<u64, DatabaseError> {
    let number: i64 = sqlx::query_scalar("select count(*) from jobs where state = 'held' and kind = $1")
        .bind(kind)
        .fetch_one(db)
        .await?;
    Ok(u64::try_from(number).unwrap_or(0))
}

/// How many jobs are in each state.
pub async fn counts(db: &mut Connection) -> Result<Counts, DatabaseError> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("select state, count(*) from jobs group by state").fetch_all(db).await?;
    let mut counts = Counts::default();
    for (state, number) in rows {
        let number = u64::try_from(number).unwrap_or(0);
        match State::parse(&state) {
            Some(State::Waiting) => counts.waiting = number,
            Some(State::Held) => counts.held = number,
            Some(State::Stuck) => counts.stuck = number,
            Some(State::Done) => counts.done = number,
            None => {}
        }
    }
    Ok(counts)
}
