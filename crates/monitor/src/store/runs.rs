//! Stored waves while they are held.

use geography::Code;
use jiff::Timestamp;
use kernel::Text;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::run::{Plan, Run, RunState};
use crate::domain::wave::Nature;

/// The columns of a [`Run`].
macro_rules! columns {
    () => {
        "id, year, title_nl, title_en, questionnaire, questionnaire_version, scoring_rule, reference_date,
         opens_on, closes_on, invited, four_eyes, most_reminders, nature, state, state_since,
         withdrawn_because, changed"
    };
}

impl FromRow<'_, AnyRow> for Run {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let damaged = |text: &str| sqlx::Error::Decode(text.to_owned().into());
        let small = |column: &str| {
            let value: i64 = row.try_get(column)?;
            u32::try_from(value).map_err(|error| sqlx::Error::Decode(error.into()))
        };
        let (nature, state): (String, String) = (row.try_get("nature")?, row.try_get("state")?);
        let invited: String = row.try_get("invited")?;
        let codes: Result<Vec<Code>, _> = invited.split_terminator(',').map(str::parse).collect();
        Ok(Self {
            plan: Plan {
                id: row.try_get("id")?,
                year: small("year")?,
                title: Text { nl: row.try_get("title_nl")?, en: row.try_get("title_en")? },
                questionnaire: (row.try_get("questionnaire")?, small("questionnaire_version")?),
                scoring_rule: row.try_get("scoring_rule")?,
                reference_date: decode::id(row, "reference_date")?,
                period: (decode::id(row, "opens_on")?, decode::id(row, "closes_on")?),
                invited: codes.map_err(|_| damaged("a code of a municipality"))?,
                four_eyes: row.try_get::<i64, _>("four_eyes")? == 1,
                most_reminders: u8::try_from(small("most_reminders")?).unwrap_or(u8::MAX),
                nature: Nature::parse(&nature).ok_or_else(|| damaged(&nature))?,
            },
            state: RunState::read(&state, row.try_get("withdrawn_because")?)
                .ok_or_else(|| damaged(&state))?,
            since: decode::id(row, "state_since")?,
            changed: row.try_get("changed")?,
        })
    }
}

/// Every wave that is or was held here, newest first.
pub async fn all(db: &mut Connection) -> sqlx::Result<Vec<Run>> {
    sqlx::query_as(concat!("select ", columns!(), " from runs order by year desc, id desc"))
        .fetch_all(db)
        .await
}

/// The wave with this name.
pub async fn find(db: &mut Connection, id: &str) -> sqlx::Result<Option<Run>> {
    sqlx::query_as(concat!("select ", columns!(), " from runs where id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await
}

/// Adds a draft. Fails if the name is taken: look first, in the same transaction.
pub async fn insert(db: &mut Connection, plan: &Plan, now: Timestamp) -> sqlx::Result<()> {
    let text = "insert into runs (id, year, title_nl, title_en, questionnaire, questionnaire_version, scoring_rule,
                                  reference_date, opens_on, closes_on, invited, four_eyes, most_reminders, nature,
                                  state, state_since)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', $15)";
    written(sqlx::query(text), plan).bind(write_moment(now)).execute(db).await?;
    Ok(())
}

/// Changes the plan of a draft, unless somebody changed it since `known`: then the answer is false.
pub async fn update(db: &mut Connection, plan: &Plan, known: i64) -> sqlx::Result<bool> {
    let text = "update runs
                   set year = $2, title_nl = $3, title_en = $4, questionnaire = $5, questionnaire_version = $6,
                       scoring_rule = $7, reference_date = $8, opens_on = $9, closes_on = $10, invited = $11,
                       four_eyes = $12, most_reminders = $13, nature = $14, changed = changed + 1
                 where id = $1 and state = 'draft' and changed = $15";
    let done = written(sqlx::query(text), plan).bind(known).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

type Statement<'q> = sqlx::query::Query<'q, Any, <Any as sqlx::Database>::Arguments>;

/// Binds `$1` to `$14`.
fn written<'q>(statement: Statement<'q>, plan: &Plan) -> Statement<'q> {
    let codes: Vec<String> = plan.invited.iter().map(ToString::to_string).collect();
    statement
        .bind(plan.id.clone())
        .bind(i64::from(plan.year))
        .bind(plan.title.nl.clone())
        .bind(plan.title.en.clone())
        .bind(plan.questionnaire.0.clone())
        .bind(i64::from(plan.questionnaire.1))
        .bind(plan.scoring_rule.clone())
        .bind(plan.reference_date.to_string())
        .bind(plan.period.0.to_string())
        .bind(plan.period.1.to_string())
        .bind(codes.join(","))
        .bind(i64::from(plan.four_eyes))
        .bind(i64::from(plan.most_reminders))
        .bind(plan.nature.name())
}

/// Moves a wave to another state, unless somebody changed it since `known`: then the answer is false.
pub async fn set_state(
    db: &mut Connection,
    id: &str,
    known: i64,
    state: &RunState,
    now: Timestamp,
) -> sqlx::Result<bool> {
    let because = if let RunState::Withdrawn { because } = state { Some(because.as_str()) } else { None };
    let done = sqlx::query::<Any>(
        "update runs set state = $3, state_since = $4, withdrawn_because = $5, changed = changed + 1
          where id = $1 and changed = $2",
    )
    .bind(id)
    .bind(known)
    .bind(state.name())
    .bind(write_moment(now))
    .bind(because)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a draft that nobody was invited to.
pub async fn delete_draft(db: &mut Connection, id: &str) -> sqlx::Result<bool> {
    let done =
        sqlx::query::<Any>("delete from runs where id = $1 and state = 'draft'").bind(id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
