//! Stored words of the mails of a wave, and whom it wrote to.

use std::collections::{BTreeMap, BTreeSet};

use geography::Code;
use kernel::PersonId;
use platform::{Connection, decode};
use sqlx::any::AnyRow;
use sqlx::{Any, Row};

use crate::domain::mail_text::{MailText, MailTexts};

/// Words that a researcher wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub texts: MailTexts,
    /// How many times they were saved.
    pub revision: i64,
}

/// What was written, by the name of the occasion.
pub type Mails = BTreeMap<String, Written>;

/// Everything that was written for a wave.
pub async fn of(db: &mut Connection, run: &str) -> sqlx::Result<Mails> {
    let rows: Vec<AnyRow> = sqlx::query(
        "select occasion, subject_nl, text_nl, subject_en, text_en, revision from run_mails where run = $1",
    )
    .bind(run)
    .fetch_all(db)
    .await?;
    let one = |row: &AnyRow, subject: &str, text: &str| {
        Ok::<_, sqlx::Error>(MailText { subject: row.try_get(subject)?, text: row.try_get(text)? })
    };
    let read = |row: &AnyRow| {
        let texts =
            MailTexts { nl: one(row, "subject_nl", "text_nl")?, en: one(row, "subject_en", "text_en")? };
        Ok((row.try_get("occasion")?, Written { texts, revision: row.try_get("revision")? }))
    };
    rows.iter().map(read).collect()
}

/// Keeps words, if they were saved `known` times until now; the answer says whether they were.
pub async fn set(
    db: &mut Connection,
    run: &str,
    occasion: &str,
    texts: &MailTexts,
    known: i64,
) -> sqlx::Result<bool> {
    let statement = if known == 0 {
        "insert into run_mails (run, occasion, subject_nl, text_nl, subject_en, text_en, revision)
         values ($1, $2, $3, $4, $5, $6, $7 + 1) on conflict (run, occasion) do nothing"
    } else {
        "update run_mails
            set subject_nl = $3, text_nl = $4, subject_en = $5, text_en = $6, revision = revision + 1
          where run = $1 and occasion = $2 and revision = $7"
    };
    let done = sqlx::query::<Any>(statement)
        .bind(run)
        .bind(occasion)
        .bind(&texts.nl.subject)
        .bind(&texts.nl.text)
        .bind(&texts.en.subject)
        .bind(&texts.en.text)
        .bind(known)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Goes back to the words of Zicht, if others were saved `known` times; the answer says whether they were.
pub async fn remove(db: &mut Connection, run: &str, occasion: &str, known: i64) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>("delete from run_mails where run = $1 and occasion = $2 and revision = $3")
        .bind(run)
        .bind(occasion)
        .bind(known)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the wave wrote to somebody.
pub async fn wrote(db: &mut Connection, run: &str, municipality: Code, person: PersonId) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into run_written (run, municipality, person) values ($1, $2, $3)
         on conflict (run, municipality, person) do nothing",
    )
    .bind(run)
    .bind(municipality.to_string())
    .bind(person.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Whom the wave wrote to, and about which municipality.
pub async fn written_to(db: &mut Connection, run: &str) -> sqlx::Result<BTreeSet<(Code, PersonId)>> {
    let rows: Vec<AnyRow> = sqlx::query("select municipality, person from run_written where run = $1")
        .bind(run)
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| Ok((decode::id(row, "municipality")?, decode::id(row, "person")?))).collect()
}
