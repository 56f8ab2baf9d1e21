//! Whether the triggers that protect the trail are there, switched on, and as the migration made them.
//!
//! A later migration that changes one must be read here too.

use std::collections::BTreeMap;

use super::Problem;
use crate::{Backend, Connection, DatabaseError};

const SQLITE: &str = include_str!("../../migrations/sqlite/0003_audit.sql");
const POSTGRES: &str = include_str!("../../migrations/postgres/0003_audit.sql");

/// Name and text of each trigger, and on PostgreSQL of each function that it calls.
type Texts = BTreeMap<String, String>;

/// What is missing, changed, or was put there by somebody else.
pub async fn check(db: &mut Connection, backend: Backend) -> Result<Vec<Problem>, DatabaseError> {
    let expected = match backend {
        Backend::Sqlite => triggers(SQLITE, "\nend;"),
        Backend::PostgreSql => {
            let mut texts = triggers(POSTGRES, ");");
            texts.extend(functions(POSTGRES));
            texts
        }
    };
    let found = match backend {
        Backend::Sqlite => in_sqlite(db).await?,
        Backend::PostgreSql => in_postgres(db).await?,
    };
    let missing = expected.keys().filter(|name| !found.contains_key(*name));
    let changed = found.iter().filter(|(name, text)| expected.get(*name) != Some(text));
    Ok(missing
        .map(|name| Problem::TriggerMissing { name: name.clone() })
        .chain(changed.map(|(name, _)| Problem::TriggerChanged { name: name.clone() }))
        .collect())
}

fn triggers(migration: &str, end: &str) -> Texts {
    migration
        .split("create trigger ")
        .skip(1)
        .filter_map(|rest| {
            let until = rest.find(end)? + end.len() - 1;
            Some((rest.split_whitespace().next()?.to_owned(), plain(&rest[..until])))
        })
        .collect()
}

fn functions(migration: &str) -> Texts {
    migration
        .split("create function ")
        .skip(1)
        .filter_map(|rest| {
            let body = rest.split("$$").nth(1)?;
            Some((rest.split('(').next()?.to_owned(), plain(body)))
        })
        .collect()
}

/// Without what a database may write otherwise: capitals of its words and white space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// As the migration has them, without the words that come before the name.
fn texts(rows: Vec<(String, String)>) -> Texts {
    let plain_text = |sql: &str| {
        let text = plain(sql);
        text.strip_prefix("create trigger ").unwrap_or(&text).to_owned()
    };
    rows.into_iter().map(|(name, sql)| (name, plain_text(&sql))).collect()
}

async fn in_sqlite(db: &mut Connection) -> Result<Texts, DatabaseError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select name, sql
           from sqlite_master
          where type = 'trigger' and tbl_name in ('audit_events', 'audit_head', 'audit_checkpoints')",
    )
    .fetch_all(db)
    .await?;
    Ok(texts(rows))
}

/// Triggers with their functions, and rules, of which there should be none.
async fn in_postgres(db: &mut Connection) -> Result<Texts, DatabaseError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select cast(tgname as text),
                case when tgenabled in ('O', 'A') then pg_get_triggerdef(t.oid, true) else 'off' end
           from pg_trigger t join pg_class c on c.oid = tgrelid
          where not tgisinternal and pg_table_is_visible(c.oid)
            and relname in ('audit_events', 'audit_head', 'audit_checkpoints')
          union all
         select distinct cast(proname as text), prosrc
           from pg_trigger t join pg_class c on c.oid = tgrelid join pg_proc p on p.oid = tgfoid
          where not tgisinternal and pg_table_is_visible(c.oid)
            and relname in ('audit_events', 'audit_head', 'audit_checkpoints')
          union all
         select cast(rulename as text), definition
           from pg_rules
          where tablename in ('audit_events', 'audit_head', 'audit_checkpoints')",
    )
    .fetch_all(db)
    .await?;
    Ok(texts(rows))
}
