//! Counts what came out: once for each time that somebody walks.

use web::PageError;

use crate::Site;
use crate::domain::state::State;
use crate::store::uses::{self, Use};

/// Counts the outcome of a table, unless this walk counted one before.
///
/// # Errors
/// When the database can't be written.
pub async fn count(site: &Site, state: &mut State, table: &str, outcome: &str) -> Result<(), PageError> {
    if state.counted {
        return Ok(());
    }
    let today = site.today();
    let one = Use {
        month: format!("{:04}-{:02}", today.year(), today.month()),
        region: &site.municipality(state).map(|one| one.region.slug()).unwrap_or_default(),
        sector: site.profession(state).map_or("", |profession| &profession.group),
        subject: table,
        outcome,
    };
    let mut db = site.database.write().await?;
    uses::add(&mut db, &one, 1).await?;
    db.commit().await?;
    state.counted = true;
    Ok(())
}
