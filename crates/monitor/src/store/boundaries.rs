//! The boundaries of municipalities, if somebody loaded a file of them.

use std::collections::BTreeMap;

use platform::Connection;
use sqlx::Any;

/// Boundaries as SVG paths by municipality code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBoundaries {
    /// The view box of the drawing.
    pub view_box: String,
    /// Whom to credit.
    pub source: String,
    /// Path data per code.
    pub paths: BTreeMap<String, String>,
}

/// Replaces the boundaries by others.
pub async fn replace(db: &mut Connection, boundaries: &StoredBoundaries) -> sqlx::Result<()> {
    sqlx::query::<Any>("delete from boundaries").execute(&mut *db).await?;
    sqlx::query::<Any>("delete from boundary_set").execute(&mut *db).await?;
    sqlx::query::<Any>("insert into boundary_set (id, view_box, source) values (1, $1, $2)")
        .bind(&boundaries.view_box)
        .bind(&boundaries.source)
        .execute(&mut *db)
        .await?;
    for (code, path) in &boundaries.paths {
        sqlx::query::<Any>("insert into boundaries (code, path) values ($1, $2)")
            .bind(code)
            .bind(path)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// The boundaries, if there are any.
pub async fn load(db: &mut Connection) -> sqlx::Result<Option<StoredBoundaries>> {
    let set: Option<(String, String)> =
        sqlx::query_as("select view_box, source from boundary_set where id = 1")
            .fetch_optional(&mut *db)
            .await?;
    let Some((view_box, source)) = set else { return Ok(None) };
    let paths: Vec<(String, String)> =
        sqlx::query_as("select code, path from boundaries order by code").fetch_all(db).await?;
    Ok(Some(StoredBoundaries { view_box, source, paths: paths.into_iter().collect() }))
}
