//! The jobs of accounts: mail that was asked for, people who go along in a merger, and going along the audit trail.

use platform::audit::{self, Who};
use platform::jobs::{Failure, Worker};

use crate::Site;
use crate::acts::merge;
use crate::sign_in::reset;
use crate::store::{ceremonies, sessions};

/// Goes along the whole audit trail, once a day, so that its page can say whether the chain holds.
const VERIFY: &str = "audit.verify";

/// Removes sessions and sign-ins that have ended by themselves, once a day. Nothing that has ended works until
/// then; it only takes room.
const SWEEP: &str = "accounts.sweep";

/// Gives a worker the jobs of accounts.
#[must_use]
pub fn job_handlers(worker: Worker, site: Site) -> Worker {
    let (resetting, merging) = (site.clone(), site.clone());
    worker
        .handle(reset::KIND, move |job, db| {
            let site = resetting.clone();
            Box::pin(async move {
                reset::answer(&site, &job.payload, db).await?;
                Ok::<(), Failure>(())
            })
        })
        .handle(merge::KIND, move |job, db| {
            let site = merging.clone();
            Box::pin(async move {
                merge::on_the_day(db, site.keys(), site.entropy(), &job.payload, job.now).await
            })
        })
        .handle(SWEEP, |job, db| {
            Box::pin(async move {
                sessions::sweep(db, job.now).await?;
                ceremonies::sweep(db, job.now).await?;
                Ok(())
            })
        })
        .daily(SWEEP)
        .handle_external(VERIFY, move |_| {
            let site = site.clone();
            Box::pin(async move { verify(&site).await })
        })
        .daily(VERIFY)
}

/// Outside the database, because it takes seconds for a long trail and must keep nobody from writing.
async fn verify(site: &Site) -> Result<(), Failure> {
    let report = audit::verify(site.database(), &site.keys().all_verifying(), &[]).await?;
    let problems = report.found();
    if problems > 0 {
        tracing::error!(problems, "the audit trail is not as it was recorded: run zicht audit verify");
    }
    let mut db = site.database().write().await?;
    audit::record_verified(&mut db, &report, site.now(), Who::Job(VERIFY)).await?;
    db.commit().await?;
    Ok(())
}
