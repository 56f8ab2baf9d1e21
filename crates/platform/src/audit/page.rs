//! Looking events up, newest first.

use jiff::Timestamp;
use kernel::OrganisationId;
use sqlx::{AssertSqlSafe, FromRow};

use super::record::text;
use crate::{Connection, DatabaseError};

/// Which events. Begin with the scope that the row rule gives; the default sees nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of which organisations.
    pub organisations: Scope,
    /// Done by this one: the id of a person, the name of an operator, the kind of a job.
    pub actor: Option<String>,
    /// About this one, by id.
    pub about: Option<String>,
    /// Of this kind.
    pub kind: Option<String>,
    /// Not before this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

/// The organisations whose events may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Every event, also those of no organisation.
    All,
    /// The events of these organisations only.
    Only(Vec<OrganisationId>),
}

impl Default for Scope {
    fn default() -> Self {
        Self::Only(Vec::new())
    }
}

/// An event as it is kept. Everything is text, so that a damaged event can be shown too.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Row {
    /// Its number: 1 for the first event ever.
    pub seq: i64,
    /// When, in UTC with three decimals; see [`Row::moment`].
    pub at: String,
    /// `person`, `operator`, `job` or `nobody`.
    pub actor_kind: String,
    /// The id of the person, the name of the operator or the kind of the job.
    pub actor: Option<String>,
    /// For whom it was done, by id.
    pub on_behalf_of: Option<String>,
    /// The organisation it concerns, by id.
    pub organisation: Option<String>,
    /// What happened; its words are [`Row::words`].
    pub kind: String,
    /// What it is about.
    pub about_kind: Option<String>,
    /// Which one.
    pub about: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What else there is to know, as a JSON object.
    pub detail: String,
    /// The id of the request.
    pub request: Option<String>,
    /// Until when it is kept at least.
    pub keep_until: String,
    /// The hash that chains it to the event before it.
    pub hash: String,
}

impl Row {
    /// When it happened, unless that was damaged.
    #[must_use]
    pub fn moment(&self) -> Option<Timestamp> {
        self.at.parse().ok()
    }

    /// The key of its words in the locale files: `audit-kind-account-signed-in`.
    #[must_use]
    pub fn words(&self) -> String {
        format!("audit-kind-{}", self.kind.replace('.', "-"))
    }
}

/// One page of events, newest first; those with a number under `before`, if it is given. The last number of
/// one page is the `before` of the next.
pub async fn page(
    db: &mut Connection,
    filter: &Filter,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Row>, DatabaseError> {
    let Where { sql, values } = conditions(filter);
    let sql = format!(
        "select seq, at, actor_kind, actor, on_behalf_of, organisation, kind, about_kind, about, reason,
                detail, request, keep_until, hash
           from audit_events
          where seq < $1{sql}
          order by seq desc
          limit $2"
    );
    let mut query =
        sqlx::query_as(AssertSqlSafe(sql)).bind(before.unwrap_or(i64::MAX)).bind(i64::from(limit));
    for value in values {
        query = query.bind(value);
    }
    Ok(query.fetch_all(db).await?)
}

/// How many events there are, exactly.
pub async fn count(db: &mut Connection, filter: &Filter) -> Result<u64, DatabaseError> {
    let Where { sql, values } = conditions(filter);
    // The same two first parameters as a page has, so that the conditions are the same text.
    let sql = format!("select count(*) from audit_events where seq < $1 and $2 > 0{sql}");
    let mut query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(i64::MAX).bind(1_i64);
    for value in values {
        query = query.bind(value);
    }
    let count: i64 = query.fetch_one(db).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// All events of a filter, a thousand at a time, so that an export of any size stays small in memory. Events
/// that come after its first page are not in it.
#[derive(Debug, Clone)]
pub struct Export {
    filter: Filter,
    before: Option<i64>,
    finished: bool,
}

impl Export {
    /// Begins at the newest event.
    #[must_use]
    pub fn new(filter: Filter) -> Self {
        Self { filter, before: None, finished: false }
    }

    /// The next events, newest first; empty at the end. Any connection will do, a fresh one each time.
    pub async fn next(&mut self, db: &mut Connection) -> Result<Vec<Row>, DatabaseError> {
        const AT_ONCE: u32 = 1000;
        if self.finished {
            return Ok(Vec::new());
        }
        let rows = page(db, &self.filter, self.before, AT_ONCE).await?;
        self.finished = rows.len() < AT_ONCE as usize;
        self.before = rows.last().map(|row| row.seq);
        Ok(rows)
    }
}

/// Conditions from constants, with their values apart. Parameters are counted from 3.
#[derive(Default)]
struct Where {
    sql: String,
    values: Vec<String>,
}

impl Where {
    fn value(&mut self, value: String) -> String {
        self.values.push(value);
        format!("${}", self.values.len() + 2)
    }

    fn compare(&mut self, column_and_operator: &'static str, value: Option<String>) {
        let Some(value) = value else { return };
        let parameter = self.value(value);
        self.sql.push_str(" and ");
        self.sql.push_str(column_and_operator);
        self.sql.push_str(&parameter);
    }
}

fn conditions(filter: &Filter) -> Where {
    let mut found = Where::default();
    match &filter.organisations {
        Scope::All => {}
        Scope::Only(ids) if ids.is_empty() => found.sql.push_str(" and 1 = 0"),
        Scope::Only(ids) => {
            let parameters: Vec<_> = ids.iter().map(|id| found.value(id.to_string())).collect();
            found.sql.push_str(" and organisation in (");
            found.sql.push_str(&parameters.join(", "));
            found.sql.push(')');
        }
    }
    found.compare("actor = ", filter.actor.clone());
    found.compare("about = ", filter.about.clone());
    found.compare("kind = ", filter.kind.clone());
    found.compare("at >= ", filter.from.map(text));
    found.compare("at < ", filter.until.map(text));
    found
}
