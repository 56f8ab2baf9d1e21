//! Stored figures of risk groups, and what is told of programmes and training.

use geography::Code;
use platform::Connection;
use sqlx::{Any, FromRow};

/// How many children of a risk group a municipality has in sight in a year.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct RiskFigure {
    /// Code of the group.
    pub risk: String,
    /// The year.
    pub year: i64,
    /// How many children.
    pub children: i64,
    /// Where the figure comes from.
    pub source: String,
}

/// The figures of a municipality, newest year first.
pub async fn figures(db: &mut Connection, municipality: Code) -> sqlx::Result<Vec<RiskFigure>> {
    sqlx::query_as(
        "select risk, year, children, source from risk_figures where municipality = $1 order by year desc, risk",
    )
    .bind(municipality.to_string())
    .fetch_all(db)
    .await
}

/// Sets the figure of a group in a year.
pub async fn set_figure(db: &mut Connection, municipality: Code, figure: &RiskFigure) -> sqlx::Result<()> {
    sqlx::query::<Any>(
        "insert into risk_figures (municipality, risk, year, children, source) values ($1, $2, $3, $4, $5)
         on conflict (municipality, risk, year) do update set children = $4, source = $5",
    )
    .bind(municipality.to_string())
    .bind(&figure.risk)
    .bind(figure.year)
    .bind(figure.children)
    .bind(&figure.source)
    .execute(db)
    .await?;
    Ok(())
}

/// What is told of programmes: goal, step and name of what is monitored.
pub async fn programmes(db: &mut Connection, municipality: Code) -> sqlx::Result<Vec<(i64, String, String)>> {
    sqlx::query_as("select goal, step, watches from programmes where municipality = $1 order by goal, step")
        .bind(municipality.to_string())
        .fetch_all(db)
        .await
}

/// Sets what is monitored of a programme; empty takes it away.
pub async fn set_programme(
    db: &mut Connection,
    municipality: Code,
    (goal, step): (u32, &str),
    watches: &str,
) -> sqlx::Result<()> {
    let text = if watches.is_empty() {
        "delete from programmes where municipality = $1 and goal = $2 and step = $3 and $4 = ''"
    } else {
        "insert into programmes (municipality, goal, step, watches) values ($1, $2, $3, $4)
         on conflict (municipality, goal, step) do update set watches = $4"
    };
    sqlx::query::<Any>(text)
        .bind(municipality.to_string())
        .bind(i64::from(goal))
        .bind(step)
        .bind(watches)
        .execute(db)
        .await?;
    Ok(())
}

/// What is told of training: profession and name of how far it was reached.
pub async fn training(db: &mut Connection, municipality: Code) -> sqlx::Result<Vec<(String, String)>> {
    sqlx::query_as("select profession, reached from training where municipality = $1 order by profession")
        .bind(municipality.to_string())
        .fetch_all(db)
        .await
}

/// Sets how far training reached a profession; empty takes it away.
pub async fn set_training(
    db: &mut Connection,
    municipality: Code,
    profession: &str,
    reached: &str,
) -> sqlx::Result<()> {
    let text = if reached.is_empty() {
        "delete from training where municipality = $1 and profession = $2 and $3 = ''"
    } else {
        "insert into training (municipality, profession, reached) values ($1, $2, $3)
         on conflict (municipality, profession) do update set reached = $3"
    };
    sqlx::query::<Any>(text)
        .bind(municipality.to_string())
        .bind(profession)
        .bind(reached)
        .execute(db)
        .await?;
    Ok(())
}
