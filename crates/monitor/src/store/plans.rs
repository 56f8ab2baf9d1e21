//! Stored plans of municipalities and regions: actions and targets.

use geography::Code;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::PersonId;
use platform::{Connection, decode, write_moment};
use sqlx::any::AnyRow;
use sqlx::{Any, FromRow, Row};

use crate::domain::plan::{ActionState, Measured, Target, TargetKind, Whose};

/// An action as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAction {
    /// Whose.
    pub whose: Whose,
    /// Its number in the plan.
    pub number: i64,
    /// The number of its goal.
    pub goal: u32,
    /// The step of the advice it came from; empty for an own one.
    pub step: String,
    /// What is done, in own words.
    pub title: String,
    /// Who sees to it; empty if nobody yet.
    pub owner: String,
    /// When it must be done.
    pub due: Option<Date>,
    /// Where it is.
    pub state: ActionState,
    /// What it cost, 1 to 3, told by who did it.
    pub effort: Option<u8>,
    /// How often it was saved.
    pub changed: i64,
}

/// The columns of a [`StoredAction`].
macro_rules! columns {
    () => {
        "whose, number, goal, step, title, owner, due, state, effort, changed"
    };
}

fn small<T: TryFrom<i64>>(value: i64) -> sqlx::Result<T> {
    T::try_from(value).map_err(|_| sqlx::Error::Decode("a number that does not fit".into()))
}

impl FromRow<'_, AnyRow> for StoredAction {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let state: String = row.try_get("state")?;
        let effort: Option<i64> = row.try_get("effort")?;
        Ok(Self {
            whose: decode::id(row, "whose")?,
            number: row.try_get("number")?,
            goal: small(row.try_get("goal")?)?,
            step: row.try_get("step")?,
            title: row.try_get("title")?,
            owner: row.try_get("owner")?,
            due: decode::optional(row, "due")?,
            state: ActionState::parse(&state).ok_or_else(|| sqlx::Error::Decode(state.into()))?,
            effort: effort.map(small).transpose()?,
            changed: row.try_get("changed")?,
        })
    }
}

/// The actions of a plan, in the order in which they were made.
pub async fn actions(db: &mut Connection, whose: Whose) -> sqlx::Result<Vec<StoredAction>> {
    sqlx::query_as(concat!("select ", columns!(), " from plan_actions where whose = $1 order by number"))
        .bind(whose.to_string())
        .fetch_all(db)
        .await
}

/// One action.
pub async fn action(db: &mut Connection, whose: Whose, number: i64) -> sqlx::Result<Option<StoredAction>> {
    sqlx::query_as(concat!("select ", columns!(), " from plan_actions where whose = $1 and number = $2"))
        .bind(whose.to_string())
        .bind(number)
        .fetch_optional(db)
        .await
}

/// Gives the next number in a plan, and holds the plan until the end of the transaction.
pub async fn next_number(db: &mut Connection, whose: Whose) -> sqlx::Result<i64> {
    sqlx::query_scalar(
        "insert into plans (whose, numbers) values ($1, 1)
         on conflict (whose) do update set numbers = plans.numbers + 1
         returning numbers",
    )
    .bind(whose.to_string())
    .fetch_one(db)
    .await
}

/// Holds a plan until the end of the transaction.
pub async fn hold(db: &mut Connection, whose: Whose) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into plans (whose, numbers) values ($1, 0)
         on conflict (whose) do update set numbers = plans.numbers",
    )
    .bind(whose.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Adds an action under a number of [`next_number`].
pub async fn insert(
    db: &mut Connection,
    action: &StoredAction,
    by: PersonId,
    now: Timestamp,
) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into plan_actions (whose, number, goal, step, title, owner, due, state, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(action.whose.to_string())
    .bind(action.number)
    .bind(i64::from(action.goal))
    .bind(&action.step)
    .bind(&action.title)
    .bind(&action.owner)
    .bind(action.due.map(|due| due.to_string()))
    .bind(action.state.name())
    .bind(by.to_string())
    .bind(write_moment(now))
    .execute(db)
    .await?;
    Ok(())
}

/// Changes an action, unless somebody changed it since `known`: then the answer is false.
pub async fn update(db: &mut Connection, action: &StoredAction, known: i64) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "update plan_actions
            set title = $3, owner = $4, due = $5, state = $6, effort = $7, changed = changed + 1
          where whose = $1 and number = $2 and changed = $8",
    )
    .bind(action.whose.to_string())
    .bind(action.number)
    .bind(&action.title)
    .bind(&action.owner)
    .bind(action.due.map(|due| due.to_string()))
    .bind(action.state.name())
    .bind(action.effort.map(i64::from))
    .bind(known)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Live actions whose day lies on or before `until` and of whose day nobody was reminded.
pub async fn to_remind(db: &mut Connection, until: Date) -> sqlx::Result<Vec<StoredAction>> {
    sqlx::query_as(concat!(
        "select ",
        columns!(),
        " from plan_actions
          where state in ('open', 'busy') and due is not null and due <= $1
            and (reminded_for is null or reminded_for <> due)
          order by whose, number"
    ))
    .bind(until.to_string())
    .fetch_all(db)
    .await
}

/// Notes that people were reminded of the day of an action.
pub async fn reminded(db: &mut Connection, whose: Whose, number: i64) -> sqlx::Result<()> {
    sqlx::query::<Any>("update plan_actions set reminded_for = due where whose = $1 and number = $2")
        .bind(whose.to_string())
        .bind(number)
        .execute(db)
        .await?;
    Ok(())
}

/// What a step cost those who did it: goal, step, how many municipalities told it, and the sum of what they told. One
/// municipality counts once for a step, with the most that it told.
pub async fn efforts(db: &mut Connection) -> sqlx::Result<Vec<(i64, String, i64, i64)>> {
    sqlx::query_as(
        "select goal, step, cast(count(*) as bigint), cast(sum(most) as bigint)
           from (select whose, goal, step, max(effort) as most
                   from plan_actions
                  where effort is not null and step <> ''
                  group by whose, goal, step) told
          group by goal, step
          order by goal, step",
    )
    .fetch_all(db)
    .await
}

/// Who takes part in the joint actions of a plan: number of the action and municipality, in that order.
pub async fn members(db: &mut Connection, whose: Whose) -> sqlx::Result<Vec<(i64, Code)>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "select number, municipality from plan_members where whose = $1 order by number, municipality",
    )
    .bind(whose.to_string())
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(|(number, code)| Some((number, code.parse().ok()?))).collect())
}

/// Says who takes part in a joint action, instead of who did.
pub async fn set_members(
    db: &mut Connection,
    whose: Whose,
    number: i64,
    members: &[Code],
) -> sqlx::Result<()> {
    sqlx::query::<Any>("delete from plan_members where whose = $1 and number = $2")
        .bind(whose.to_string())
        .bind(number)
        .execute(&mut *db)
        .await?;
    for member in members {
        sqlx::query::<Any>("insert into plan_members (whose, number, municipality) values ($1, $2, $3)")
            .bind(whose.to_string())
            .bind(number)
            .bind(member.to_string())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

impl FromRow<'_, AnyRow> for Target {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let kind: String = row.try_get("kind")?;
        let now: (Option<i64>, Option<i64>) = (row.try_get("now_year")?, row.try_get("now_value")?);
        Ok(Self {
            goal: small(row.try_get("goal")?)?,
            kind: TargetKind::parse(&kind).ok_or_else(|| sqlx::Error::Decode(kind.into()))?,
            first: Measured { year: row.try_get("first_year")?, value: row.try_get("first_value")? },
            aim: Measured { year: row.try_get("aim_year")?, value: row.try_get("aim_value")? },
            now: now.0.zip(now.1).map(|(year, value)| Measured { year, value }),
            source: row.try_get("source")?,
            changed: row.try_get("changed")?,
        })
    }
}

/// The targets of a municipality, by goal.
pub async fn targets(db: &mut Connection, municipality: Code) -> sqlx::Result<Vec<Target>> {
    sqlx::query_as(
        "select goal, kind, first_year, first_value, aim_year, aim_value, now_year, now_value, source, changed
           from plan_targets where municipality = $1 order by goal, kind",
    )
    .bind(municipality.to_string())
    .fetch_all(db)
    .await
}

/// Sets a target, unless somebody set it since `target.changed` was seen: then the answer is false.
pub async fn set_target(db: &mut Connection, municipality: Code, target: &Target) -> sqlx::Result<bool> {
    let done = sqlx::query::<Any>(
        "insert into plan_targets (municipality, goal, kind, first_year, first_value, aim_year, aim_value, now_year,
                                   now_value, source, changed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 + 1)
         on conflict (municipality, goal, kind) do update
            set first_year = $4, first_value = $5, aim_year = $6, aim_value = $7, now_year = $8, now_value = $9,
                source = $10, changed = $11 + 1
          where plan_targets.changed = $11",
    )
    .bind(municipality.to_string())
    .bind(i64::from(target.goal))
    .bind(target.kind.name())
    .bind(target.first.year)
    .bind(target.first.value)
    .bind(target.aim.year)
    .bind(target.aim.value)
    .bind(target.now.map(|now| now.year))
    .bind(target.now.map(|now| now.value))
    .bind(&target.source)
    .bind(target.changed)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
