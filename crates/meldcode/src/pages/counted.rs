//! Counts what came out: once for each time that somebody walks.

use std::error::Error;

use platform::Database;

use crate::Site;
use crate::domain::state::State;
use crate::store::uses::{self, Use};

/// Counts the outcome of a table, unless this walk counted one before. A count that fails takes nothing from whoever
/// walks: it is told to the log, and the next page tries again.
pub async fn count(site: &Site, state: &mut State, table: &str, outcome: &str) {
    if state.counted {
        return;
    }
    let one = Use {
        month: uses::month(site.today()),
        region: &site.municipality(state).map(|one| one.region.slug()).unwrap_or_default(),
        sector: site.profession(state).map_or("", |profession| &profession.group),
        subject: table,
        outcome,
    };
    match add(&site.database, &one).await {
        Ok(()) => state.counted = true,
        Err(error) => tracing::warn!(%error, "an outcome was not counted"),
    }
}

async fn add(database: &Database, one: &Use<'_>) -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut db = database.write().await?;
    uses::add(&mut db, one, 1).await?;
    Ok(db.commit().await?)
}
