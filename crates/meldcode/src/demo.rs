//! Made-up counts for the demonstration, so that the page of the counts has something to show.

use geography::Geography;
use jiff::ToSpan;
use kernel::{Clock, dutch_day};
use platform::Database;

use crate::store::uses::{self, Use};

/// How often somebody of a sector came to an outcome of the five steps, and of the guide, in a whole year in a region of
/// middle size.
const YEAR: [(&str, &str, &str, u32); 12] = [
    ("education", "weighing", "help", 41),
    ("education", "weighing", "advice", 27),
    ("education", "weighing", "report", 18),
    ("education", "sharing", "may", 33),
    ("health", "weighing", "report", 22),
    ("health", "weighing", "report-now", 12),
    ("health", "sharing", "only-if", 46),
    ("health", "sharing", "may-not", 14),
    ("childcare", "weighing", "advice", 16),
    ("youth", "weighing", "follow", 21),
    ("social", "sharing", "must", 11),
    ("volunteer", "weighing", "advice", 7),
];

/// Fills in the counts of the last twelve months, unless there are some.
///
/// # Errors
/// When the database can't be written.
pub async fn fill(
    database: &Database,
    clock: &dyn Clock,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let last = dutch_day(clock.now()).first_of_month().saturating_sub(1.month());
    let month = uses::month(last);
    let mut db = database.write().await?;
    if !uses::counted(&mut db, &month, &month).await?.is_empty() {
        return Ok(());
    }
    for (place, region) in (0_i64..).zip(Geography::built_in().regions()) {
        let slug = region.slug();
        for (sector, subject, outcome, year) in YEAR {
            // Regions differ: from a half to one and a half times the middle one.
            let times = i64::from(year) * (5 + (place * 3) % 11) / 10;
            // The guide asks no municipality.
            let region = if subject == "sharing" { "" } else { &slug };
            let one = Use { month: month.clone(), region, sector, subject, outcome };
            uses::add(&mut db, &one, times).await?;
        }
    }
    Ok(db.commit().await?)
}
