//! Whoever does the jobs.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::{Clock, Entropy};
use tokio::sync::watch;

use super::{Failure, Job, Work, counts, purge, schedule};
use crate::keys::Keys;
use crate::{Connection, Database, DatabaseError, audit, limits};

/// How often a worker without work looks for it.
const LOOK: Duration = Duration::from_secs(1);
/// How often the numbers of jobs are counted, and whether a new day has come.
const COUNT: Duration = Duration::from_secs(30);
/// The longest pause while the database does not answer.
const LONGEST: Duration = Duration::from_secs(30);
/// How many external jobs are done at once: one slow mail server must not hold up all mail.
const EXTERNAL: usize = 4;

const PURGE: &str = "jobs.purge";

type InDatabase = dyn for<'a> Fn(&'a Job, &'a mut Connection) -> Work<'a> + Send + Sync;
type Outside = dyn for<'a> Fn(&'a Job) -> Work<'a> + Send + Sync;

/// How a kind of job is done.
#[derive(Clone)]
pub(super) enum Handler {
    /// In the transaction in which it is marked as done.
    Database(Arc<InDatabase>),
    /// Outside the database, and marked as done afterwards.
    External(Arc<Outside>),
}

/// What all the hands of a worker share.
pub(super) struct Shop {
    pub database: Database,
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    pub keys: Keys,
    pub handlers: BTreeMap<&'static str, Handler>,
    /// Whether the database was lost and that was told.
    trouble: AtomicBool,
}

/// Does the jobs of the kinds for which it was given a handler; leaves others to programs that know them.
pub struct Worker {
    shop: Shop,
    daily: Vec<&'static str>,
}

impl Worker {
    /// A worker that purges jobs done long ago, and knows nothing else yet.
    #[must_use]
    pub fn new(database: Database, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>, keys: Keys) -> Self {
        let trouble = AtomicBool::new(false);
        let shop = Shop { database, clock, entropy, keys, handlers: BTreeMap::new(), trouble };
        Self { shop, daily: Vec::new() }.handle(PURGE, tidy).daily(PURGE)
    }

    /// Does jobs of this kind in the transaction in which they are marked as done: exactly once.
    #[must_use]
    pub fn handle(
        mut self,
        kind: &'static str,
        work: impl for<'a> Fn(&'a Job, &'a mut Connection) -> Work<'a> + Send + Sync + 'static,
    ) -> Self {
        self.shop.handlers.insert(kind, Handler::Database(Arc::new(work)));
        self
    }

    /// Does jobs of this kind outside the database: at least once.
    #[must_use]
    pub fn handle_external(
        mut self,
        kind: &'static str,
        work: impl for<'a> Fn(&'a Job) -> Work<'a> + Send + Sync + 'static,
    ) -> Self {
        self.shop.handlers.insert(kind, Handler::External(Arc::new(work)));
        self
    }

    /// Puts a job of this kind in the queue each day, once over all programs on the database.
    #[must_use]
    pub fn daily(mut self, kind: &'static str) -> Self {
        self.daily.push(kind);
        self
    }

    /// Works until `shutdown` is ready, then finishes what it is at. Dropping it stops at once; what was
    /// under way is then undone, and done again by the next worker.
    ///
    /// A database that is lost is waited for: told once in the log when it goes and once when it is back.
    pub async fn run(self, shutdown: impl Future<Output = ()> + Send) {
        let (stop, stopped) = watch::channel(false);
        let shop = Arc::new(self.shop);
        let mut hands = tokio::task::JoinSet::new();
        let external = shop.kinds(|handler| matches!(handler, Handler::External(_)));
        for _ in 0..EXTERNAL {
            hands.spawn(look_for_work(Arc::clone(&shop), external.clone(), stopped.clone()));
        }
        let internal = shop.kinds(|handler| matches!(handler, Handler::Database(_)));
        hands.spawn(look_for_work(Arc::clone(&shop), internal, stopped.clone()));
        hands.spawn(keep_the_days(Arc::clone(&shop), self.daily, stopped));
        shutdown.await;
        // Whoever has nothing to stop has stopped.
        let _ = stop.send(true);
        while hands.join_next().await.is_some() {}
    }

    /// Does every job that is due, one by one, and gives how many were tried: for commands and tests.
    pub async fn run_due(&self) -> Result<u32, DatabaseError> {
        let kinds = self.shop.kinds(|_| true);
        let mut tried = 0;
        while let Some(claim) = self.shop.next(&kinds).await? {
            self.shop.work(claim).await?;
            tried += 1;
        }
        Ok(tried)
    }

    /// Puts the daily work of today in the queue; [`Worker::run`] does so by itself.
    pub async fn run_daily(&self) -> Result<(), DatabaseError> {
        self.shop.schedule(&self.daily).await
    }
}

impl Shop {
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn kinds(&self, belongs: impl Fn(&Handler) -> bool) -> String {
        let kinds = self.handlers.iter().filter(|(_, handler)| belongs(handler));
        kinds.fold(",".to_owned(), |text, (kind, _)| text + kind + ",")
    }

    async fn schedule(&self, kinds: &[&'static str]) -> Result<(), DatabaseError> {
        let mut writer = self.database.write().await?;
        for kind in kinds {
            schedule(&mut writer, &self.keys, kind, self.now(), &*self.entropy).await?;
        }
        writer.commit().await?;
        Ok(())
    }

    async fn count(&self) -> Result<(), DatabaseError> {
        let mut db = self.database.read().await?;
        let counts = counts(&mut db).await?;
        metrics::gauge!("zicht_jobs_waiting").set(counts.waiting as f64);
        metrics::gauge!("zicht_jobs_held").set(counts.held as f64);
        metrics::gauge!("zicht_jobs_stuck").set(counts.stuck as f64);
        // Absent before the first time, so that an alarm on 0 does not go off at a new installation.
        if let Some(verified) = audit::last_verified(&mut db).await? {
            metrics::gauge!("zicht_audit_trail_whole").set(f64::from(u8::from(verified.whole)));
            metrics::gauge!("zicht_audit_trail_verified_timestamp_seconds")
                .set(verified.at.as_second() as f64);
        }
        Ok(())
    }

    /// Tells once that the database is lost.
    pub fn lost(&self, error: &DatabaseError) {
        if !self.trouble.swap(true, Ordering::Relaxed) {
            tracing::warn!(%error, "jobs wait for the database");
        }
    }

    fn found(&self) {
        if self.trouble.swap(false, Ordering::Relaxed) {
            tracing::info!("the database is back, jobs go on");
        }
    }
}

async fn look_for_work(shop: Arc<Shop>, kinds: String, mut stop: watch::Receiver<bool>) {
    let mut failures = 0;
    while !*stop.borrow() {
        let tried = match shop.next(&kinds).await {
            Ok(Some(claim)) => shop.work(claim).await.map(|()| true),
            Ok(None) => Ok(false),
            Err(error) => Err(error),
        };
        let pause = match tried {
            Ok(worked) => {
                shop.found();
                failures = 0;
                (!worked).then_some(LOOK)
            }
            Err(error) => {
                shop.lost(&error);
                failures += 1;
                Some(back_off(failures))
            }
        };
        if let Some(pause) = pause {
            rest(pause, &mut stop).await;
        }
    }
}

async fn keep_the_days(shop: Arc<Shop>, daily: Vec<&'static str>, mut stop: watch::Receiver<bool>) {
    let mut scheduled: Option<Date> = None;
    while !*stop.borrow() {
        let today = shop.now().to_zoned(TimeZone::UTC).date();
        let done = async {
            if scheduled != Some(today) {
                shop.schedule(&daily).await?;
            }
            shop.count().await
        };
        match done.await {
            Ok(()) => {
                scheduled = Some(today);
                rest(COUNT, &mut stop).await;
            }
            Err(error) => {
                shop.lost(&error);
                rest(LONGEST, &mut stop).await;
            }
        }
    }
}

/// How long to wait after so many failures in a row.
fn back_off(failures: u32) -> Duration {
    LOOK.saturating_mul(1 << failures.min(5)).min(LONGEST)
}

/// Waits, or less long when it is time to stop.
async fn rest(pause: Duration, stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = tokio::time::sleep(pause) => {}
        _ = stop.changed() => {}
    }
}

fn tidy<'a>(job: &'a Job, db: &'a mut Connection) -> Work<'a> {
    Box::pin(async move {
        purge(db, job.now).await?;
        limits::sweep(db, job.now).await?;
        Ok::<(), Failure>(())
    })
}
