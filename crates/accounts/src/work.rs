//! The jobs of this capability.

use std::sync::Arc;

use kernel::{Clock, Entropy};
use platform::audit::{self, Event, Who};
use platform::jobs::Worker;
use platform::{Database, Keys};
use serde_json::json;

use crate::acts::merge;

/// Goes along the whole audit trail.
const VERIFY: &str = "audit.verify";

/// Gives a worker the jobs of this capability: taking people along on the day of a merger, and going along the
/// audit trail once a day, so that its page can say whether the chain holds.
#[must_use]
pub fn job_handlers(
    worker: Worker,
    database: &Database,
    keys: &Keys,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
) -> Worker {
    let (sealing, trail, verifying) = (keys.clone(), database.clone(), keys.clone());
    worker
        .handle(merge::KIND, move |job, db| {
            let (keys, entropy) = (sealing.clone(), Arc::clone(&entropy));
            Box::pin(async move { merge::on_the_day(db, &keys, &*entropy, &job.payload, job.now).await })
        })
        .handle_external(VERIFY, move |_| {
            let (database, keys, clock) = (trail.clone(), verifying.clone(), Arc::clone(&clock));
            Box::pin(async move {
                let report = audit::verify(&database, &keys.all_verifying(), &[]).await?;
                let problems = u64::try_from(report.problems.len()).unwrap_or(u64::MAX) + report.more;
                if problems > 0 {
                    tracing::error!(
                        problems,
                        "the audit trail is not as it was recorded: run zicht audit verify"
                    );
                }
                let detail = json!({ "events": report.events, "last": report.last, "problems": problems });
                let event = Event::new("audit.verified", clock.now(), Who::Job(VERIFY)).detail(detail);
                let mut db = database.write().await?;
                audit::record(&mut db, &event).await?;
                db.commit().await?;
                Ok(())
            })
        })
        .daily(VERIFY)
}
