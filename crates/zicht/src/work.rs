//! The jobs that `serve` does: what capabilities put in the queue, and what has to be done each day.

use platform::Connection;
use platform::audit::{self, Who};
use platform::jobs::{Failure as JobFailure, Job, Work, Worker};
use platform::keys::Keys;
use platform::mail::{self, Mailer, MailerError};

use crate::site::{self, Wiring};

const CHECKPOINT: &str = "audit.checkpoint";
const PRUNE: &str = "audit.prune";

/// A worker with every kind of job of this program.
pub fn worker(wiring: &Wiring) -> Result<Worker, MailerError> {
    let (signing, pruning) = (wiring.keys.clone(), wiring.keys.clone());
    let mailer = Mailer::new(wiring.config.smtp.as_ref())?;
    let worker = Worker::new(
        wiring.database.clone(),
        wiring.clock.clone(),
        wiring.entropy.clone(),
        wiring.keys.clone(),
    );
    let worker = accounts::job_handlers(worker, site::accounts(wiring));
    Ok(monitor::job_handlers(worker, site::reminding(wiring))
        .handle_external(mail::KIND, mailer.handler())
        .handle(CHECKPOINT, move |job, db| checkpoint(job, db, signing.clone()))
        .daily(CHECKPOINT)
        .handle(PRUNE, move |job, db| prune(job, db, pruning.clone()))
        .daily(PRUNE))
}

fn checkpoint<'a>(job: &'a Job, db: &'a mut Connection, keys: Keys) -> Work<'a> {
    Box::pin(async move {
        audit::checkpoint(db, &keys, job.now, Who::Job(CHECKPOINT)).await?;
        Ok::<(), JobFailure>(())
    })
}

fn prune<'a>(job: &'a Job, db: &'a mut Connection, keys: Keys) -> Work<'a> {
    Box::pin(async move {
        audit::prune(db, &keys, job.now, Who::Job(PRUNE)).await?;
        Ok::<(), JobFailure>(())
    })
}
