//! One job: claimed, done, and written down.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use super::store::{self, Claim};
use super::worker::{Handler, Shop};
use super::{BACK_OFF, Failure, Job, Reason};
use crate::{Database, DatabaseError};

/// How often a claim is renewed while an external job is under way.
const RENEW: Duration = Duration::from_secs(20);

/// How long to wait for the database after a job, in seconds: together less than a claim holds.
const PAUSES: [u64; 5] = [1, 2, 4, 8, 16];

enum Outcome {
    /// It is done, and that is in the database.
    Done,
    /// Its handler is through, and that is still to be written.
    Through,
    /// It was not done.
    Failed(Failure),
    /// Another worker took over.
    Lost,
}

impl Shop {
    /// Claims the next job that is due.
    pub async fn next(&self, kinds: &str) -> Result<Option<Claim>, DatabaseError> {
        let now = self.now();
        if !store::is_due(&mut *self.database.read().await?, kinds, now).await? {
            return Ok(None);
        }
        let mut writer = self.database.write().await?;
        let claim = store::claim(&mut writer, self.database.backend(), kinds, now, &*self.entropy).await?;
        writer.commit().await?;
        Ok(claim)
    }

    /// Does a job and writes down how it went. An error means that this could not be written: the claim
    /// ends by itself then, and the job is done by whoever comes next.
    pub async fn work(&self, claim: Claim) -> Result<(), DatabaseError> {
        let outcome = self.try_to(&claim).await;
        let state = match &outcome {
            Outcome::Done => "done",
            Outcome::Lost => "taken over",
            Outcome::Through | Outcome::Failed(_) => self.insist(&claim, &outcome).await?,
        };
        tell(&claim, &outcome, state);
        Ok(())
    }

    /// Writes down how it went, and waits a while for a database that is away: what happened outside and is
    /// not written happens again.
    async fn insist(&self, claim: &Claim, outcome: &Outcome) -> Result<&'static str, DatabaseError> {
        for pause in PAUSES {
            match self.write_down(claim, outcome).await {
                Ok(state) => return Ok(state),
                Err(error) => self.lost(&error),
            }
            tokio::time::sleep(Duration::from_secs(pause)).await;
        }
        self.write_down(claim, outcome).await
    }

    async fn write_down(&self, claim: &Claim, outcome: &Outcome) -> Result<&'static str, DatabaseError> {
        let mut writer = self.database.write().await?;
        let state = if let Outcome::Failed(failure) = outcome {
            store::fail(&mut writer, claim, failure, self.now()).await?
        } else {
            store::finish(&mut writer, claim, self.now()).await?;
            "done"
        };
        writer.commit().await?;
        Ok(state)
    }

    async fn try_to(&self, claim: &Claim) -> Outcome {
        // An attempt that was never finished is one that broke off the whole program.
        if claim.attempt as usize > BACK_OFF.len() + 1 {
            return Outcome::Failed(Failure::Never(Reason::new("cut-off")));
        }
        let job = match claim.open(&self.keys, self.now()) {
            Ok(job) => job,
            Err(failure) => return Outcome::Failed(failure),
        };
        let Some(handler) = self.handlers.get(claim.kind.as_str()) else {
            return Outcome::Failed(Failure::Later(Reason::new("unknown-kind")));
        };
        // A task of its own: a panic stays in it, and it ends when the worker is dropped.
        let mut task = JoinSet::new();
        match handler {
            Handler::Database(work) => {
                let (work, database, claim) = (Arc::clone(work), self.database.clone(), claim.clone());
                task.spawn(async move { in_database(&*work, &database, &claim, &job).await });
            }
            Handler::External(work) => {
                let work = Arc::clone(work);
                task.spawn(
                    async move { work(&job).await.map_or_else(Outcome::Failed, |()| Outcome::Through) },
                );
            }
        }
        loop {
            tokio::select! {
                ended = task.join_next() => {
                    let panicked = || Outcome::Failed(Failure::Later(Reason::new("panicked")));
                    return ended.and_then(Result::ok).unwrap_or_else(panicked);
                }
                () = tokio::time::sleep(RENEW), if matches!(handler, Handler::External(_)) => {
                    // A database that does not answer now may do so at the next time; until then the job
                    // goes on, for it can't be undone.
                    if matches!(self.renew(claim).await, Ok(false)) {
                        return Outcome::Lost;
                    }
                }
            }
        }
    }

    async fn renew(&self, claim: &Claim) -> Result<bool, DatabaseError> {
        let mut writer = self.database.write().await?;
        let ours = store::renew(&mut writer, claim, self.now()).await?;
        writer.commit().await?;
        Ok(ours)
    }
}

async fn in_database(
    work: &(dyn for<'a> Fn(&'a Job, &'a mut crate::Connection) -> super::Work<'a> + Send + Sync),
    database: &Database,
    claim: &Claim,
    job: &Job,
) -> Outcome {
    let attempt = async {
        let mut writer = database.write().await?;
        if !store::finish(&mut writer, claim, job.now).await? {
            return Ok(Outcome::Lost);
        }
        work(job, &mut writer).await?;
        writer.commit().await?;
        Ok(Outcome::Done)
    };
    attempt.await.unwrap_or_else(Outcome::Failed)
}

fn tell(claim: &Claim, outcome: &Outcome, state: &'static str) {
    let (kind, id, attempt) = (claim.kind.clone(), claim.id, claim.attempt);
    match outcome {
        Outcome::Failed(Failure::Later(reason) | Failure::Never(reason) | Failure::Held(reason)) => {
            tracing::warn!(kind, %id, attempt, %reason, state, "a job was not done");
            metrics::counter!("zicht_jobs_failed_total", "kind" => kind.clone()).increment(1);
        }
        Outcome::Lost => tracing::warn!(kind, %id, attempt, "another worker took over a job"),
        Outcome::Done | Outcome::Through => tracing::debug!(kind, %id, attempt, "a job is done"),
    }
    match state {
        "done" => metrics::counter!("zicht_jobs_done_total", "kind" => kind).increment(1),
        "stuck" => metrics::counter!("zicht_jobs_stuck_total", "kind" => kind).increment(1),
        _ => {}
    }
}
