//! Jobs over several workers, on SQLite and on PostgreSQL: each effect once, whatever breaks off.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::SignedDuration;
use kernel::{Clock as _, JobId};
use platform::jobs::{self, BACK_OFF, Counts, Failure, Job, NewJob, Reason, Row, State, Work, Worker};
use platform::{Connection, Database, Keys};
use testkit::{HandClock, SeededEntropy, databases};
use tokio::sync::{Notify, Semaphore};

/// What tests share: a clock, chance and keys, the same for every worker.
struct Bench {
    clock: HandClock,
    entropy: Arc<SeededEntropy>,
    keys: Keys,
}

impl Bench {
    fn new() -> Self {
        let entropy = Arc::new(SeededEntropy::new(7));
        let keys = Keys::generate(&*entropy);
        Self { clock: HandClock::at("2026-11-22T12:00:00Z"), entropy, keys }
    }

    fn worker(&self, database: &Database) -> Worker {
        let (clock, entropy) = (Arc::new(self.clock.clone()), Arc::clone(&self.entropy));
        Worker::new(database.clone(), clock, entropy, self.keys.clone())
    }

    async fn enqueue(&self, database: &Database, kind: &'static str, key: Option<&str>) -> Option<JobId> {
        let mut writer = database.write().await.expect("a writer");
        let job = NewJob {
            kind,
            key: key.map(str::to_owned),
            payload: b"aan wie".to_vec(),
            run_at: self.clock.now(),
        };
        let id = jobs::enqueue(&mut writer, &self.keys, &job, self.clock.now(), &*self.entropy).await;
        writer.commit().await.expect("a commit");
        id.expect("an insert")
    }

    async fn one(&self, database: &Database, kind: &'static str) -> JobId {
        self.enqueue(database, kind, None).await.expect("a job without a key is always new")
    }
}

async fn row(database: &Database, id: JobId) -> Row {
    let mut reader = database.read().await.expect("a reader");
    jobs::find(&mut reader, id).await.expect("a row").expect("the job is there")
}

async fn counts(database: &Database) -> Counts {
    jobs::counts(&mut database.read().await.expect("a reader")).await.expect("counts")
}

/// The effect of the tests' database jobs: one more in a row with the id of the job.
async fn effect(job: &Job, db: &mut Connection) -> Result<(), Failure> {
    assert_eq!(job.payload.as_slice(), b"aan wie");
    sqlx::query(
        "insert into attempts (key, count, since, expires_at) values ($1, 1, '', '9')
         on conflict (key) do update set count = attempts.count + 1",
    )
    .bind(job.id.to_string())
    .execute(db)
    .await?;
    Ok(())
}

fn count_up<'a>(job: &'a Job, db: &'a mut Connection) -> Work<'a> {
    Box::pin(effect(job, db))
}

/// How many jobs had their effect, and how many effects there were.
async fn effects(database: &Database) -> (i64, i64) {
    let mut reader = database.read().await.expect("a reader");
    sqlx::query_as("select count(*), cast(coalesce(sum(count), 0) as bigint) from attempts")
        .fetch_one(&mut *reader)
        .await
        .expect("a count")
}

fn later() -> Failure {
    Failure::Later(Reason::new("database"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_do_two_hundred_jobs_each_once() {
    for test in databases().await {
        let bench = Bench::new();
        let (one, two) = (test.open().await, test.open().await);
        for _ in 0..200 {
            bench.one(&one, "count").await;
        }
        let workers = [&one, &two].map(|database| {
            let worker = bench.worker(database).handle("count", count_up);
            tokio::spawn(async move { worker.run_due().await.expect("a database") })
        });
        let mut tried = 0;
        for worker in workers {
            tried += worker.await.expect("a worker");
        }
        assert_eq!(tried, 200);
        assert_eq!(effects(&one).await, (200, 200));
        assert_eq!(counts(&two).await, Counts { done: 200, ..Counts::default() });
    }
}

#[tokio::test]
async fn a_job_whose_cause_was_undone_is_not_there() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let mut writer = database.write().await.expect("a writer");
        let job = NewJob { kind: "count", key: None, payload: Vec::new(), run_at: bench.clock.now() };
        let now = bench.clock.now();
        jobs::enqueue(&mut writer, &bench.keys, &job, now, &*bench.entropy).await.expect("an insert");
        drop(writer);
        assert_eq!(counts(&database).await, Counts::default());
    }
}

#[tokio::test]
async fn a_key_is_there_once_even_when_its_job_is_done() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        assert!(bench.enqueue(&database, "count", Some("a")).await.is_some());
        assert!(bench.enqueue(&database, "count", Some("a")).await.is_none());
        let worker = bench.worker(&database).handle("count", count_up);
        assert_eq!(worker.run_due().await.expect("a database"), 1);
        assert!(bench.enqueue(&database, "count", Some("a")).await.is_none());
        assert!(bench.enqueue(&database, "count", Some("b")).await.is_some());
    }
}

#[tokio::test]
async fn a_payload_is_sealed_and_emptied_when_done() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "count").await;
        let stored = async || -> Vec<u8> {
            let mut reader = database.read().await.expect("a reader");
            sqlx::query_scalar("select payload from jobs").fetch_one(&mut *reader).await.expect("bytes")
        };
        let sealed = stored().await;
        assert!(!sealed.is_empty() && !sealed.windows(7).any(|bytes| bytes == b"aan wie"));
        let open = async |kind: &'static str| {
            let mut reader = database.read().await.expect("a reader");
            jobs::payload(&mut reader, &bench.keys, kind, id).await.expect("a query")
        };
        assert_eq!(open("count").await.expect("it opens").as_slice(), b"aan wie");
        assert!(open("mail.send").await.is_none());
        bench.worker(&database).handle("count", count_up).run_due().await.expect("a database");
        assert!(stored().await.is_empty());
        assert!(open("count").await.is_none());
    }
}

#[tokio::test]
async fn a_handler_that_panics_leaves_nothing_and_is_tried_again() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "count").await;
        let worker = bench.worker(&database).handle("count", |job, db| {
            Box::pin(async move {
                effect(job, db).await?;
                assert!(job.attempt > 1, "the first attempt breaks");
                Ok(())
            })
        });
        worker.run_due().await.expect("a database");
        assert_eq!(effects(&database).await, (0, 0));
        let failed = row(&database, id).await;
        assert_eq!((failed.state, failed.reason), (State::Waiting, Some(Reason::new("panicked"))));
        bench.clock.advance(BACK_OFF[0]);
        worker.run_due().await.expect("a database");
        assert_eq!(effects(&database).await, (1, 1));
        assert_eq!(row(&database, id).await.state, State::Done);
    }
}

#[tokio::test]
async fn a_worker_that_is_dropped_midway_leaves_nothing_and_another_takes_over() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "count").await;
        let begun = Arc::new(Notify::new());
        let signal = Arc::clone(&begun);
        let worker = bench.worker(&database).handle("count", move |job, db| {
            let signal = Arc::clone(&signal);
            Box::pin(async move {
                effect(job, db).await?;
                signal.notify_one();
                std::future::pending().await
            })
        });
        let running = tokio::spawn(worker.run(std::future::pending()));
        begun.notified().await;
        running.abort();
        assert!(running.await.is_err());
        assert_eq!(effects(&database).await, (0, 0));

        let other = bench.worker(&database).handle("count", count_up);
        other.run_due().await.expect("a database");
        assert_eq!(effects(&database).await, (0, 0), "the lock of the first still holds");
        bench.clock.advance(SignedDuration::from_secs(60));
        other.run_due().await.expect("a database");
        assert_eq!(effects(&database).await, (1, 1));
        assert_eq!(row(&database, id).await.attempts, 2);
    }
}

#[tokio::test]
async fn an_external_job_that_broke_off_goes_again_with_the_same_id() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "tell").await;
        let begun = Arc::new(Notify::new());
        let signal = Arc::clone(&begun);
        let worker = bench.worker(&database).handle_external("tell", move |_| {
            let signal = Arc::clone(&signal);
            Box::pin(async move {
                signal.notify_one();
                std::future::pending().await
            })
        });
        let running = tokio::spawn(worker.run(std::future::pending()));
        begun.notified().await;
        running.abort();
        assert!(running.await.is_err());
        bench.clock.advance(SignedDuration::from_secs(60));
        let other = bench.worker(&database).handle_external("tell", move |job| {
            assert_eq!((job.id, job.attempt), (id, 2));
            Box::pin(async { Ok(()) })
        });
        other.run_due().await.expect("a database");
        let told = row(&database, id).await;
        assert_eq!((told.state, told.attempts), (State::Done, 2));
    }
}

#[tokio::test]
async fn a_job_that_fails_waits_longer_each_time_and_is_stuck_in_the_end() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "count").await;
        let worker = bench.worker(&database).handle("count", |_, _| Box::pin(async { Err(later()) }));
        for (attempt, pause) in (1..).zip(BACK_OFF) {
            worker.run_due().await.expect("a database");
            let failed = row(&database, id).await;
            assert_eq!((failed.state, failed.attempts), (State::Waiting, attempt));
            assert_eq!(failed.run_at, bench.clock.now() + pause);
            bench.clock.advance(pause - SignedDuration::from_secs(1));
            assert_eq!(worker.run_due().await.expect("a database"), 0, "one second too early");
            bench.clock.advance(SignedDuration::from_secs(1));
        }
        worker.run_due().await.expect("a database");
        let stuck = row(&database, id).await;
        assert_eq!((stuck.state, stuck.attempts), (State::Stuck, 6));
        assert_eq!(stuck.reason, Some(Reason::new("database")));
        bench.clock.advance(SignedDuration::from_hours(24));
        assert_eq!(worker.run_due().await.expect("a database"), 0);
    }
}

#[tokio::test]
async fn what_is_stuck_or_held_goes_on_when_an_administrator_says_so() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let (never, held) = (bench.one(&database, "never").await, bench.one(&database, "held").await);
        let worker = bench
            .worker(&database)
            .handle("never", |job, db| {
                Box::pin(async move {
                    effect(job, db).await?;
                    let refused = Failure::Never(Reason::new("mail-refused").with(550));
                    if bench_allows(job) { Ok(()) } else { Err(refused) }
                })
            })
            .handle_external("held", |_| {
                Box::pin(async { Err(Failure::Held(Reason::new("mail-without-server"))) })
            });
        worker.run_due().await.expect("a database");
        assert_eq!(counts(&database).await, Counts { held: 1, stuck: 1, ..Counts::default() });
        assert_eq!(effects(&database).await, (0, 0));
        let reason = row(&database, never).await.reason.expect("a reason");
        assert_eq!((&*reason.code, reason.detail.as_deref()), ("mail-refused", Some("550")));

        bench.clock.advance(SignedDuration::from_hours(12));
        let mut writer = database.write().await.expect("a writer");
        assert!(jobs::retry(&mut writer, never, bench.clock.now()).await.expect("an update"));
        assert!(!jobs::retry(&mut writer, never, bench.clock.now()).await.expect("an update"));
        assert!(jobs::discard(&mut writer, held, bench.clock.now()).await.expect("an update"));
        writer.commit().await.expect("a commit");
        worker.run_due().await.expect("a database");
        assert_eq!(counts(&database).await, Counts { done: 2, ..Counts::default() });
        assert_eq!(effects(&database).await, (1, 1));
    }
}

#[tokio::test]
async fn everything_held_of_one_kind_goes_on_at_once() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        for kind in ["held", "held", "other"] {
            bench.one(&database, kind).await;
        }
        let hold = || Box::pin(async { Err(Failure::Held(Reason::new("mail-without-server"))) });
        let worker = bench.worker(&database).handle_external("held", move |_| hold());
        worker.handle_external("other", move |_| hold()).run_due().await.expect("a database");
        let mut writer = database.write().await.expect("a writer");
        assert_eq!(jobs::release(&mut writer, "held", bench.clock.now()).await.expect("an update"), 2);
        assert_eq!(jobs::release(&mut writer, "held", bench.clock.now()).await.expect("an update"), 0);
        writer.commit().await.expect("a commit");
        assert_eq!(counts(&database).await, Counts { held: 1, waiting: 2, ..Counts::default() });
    }
}

/// The second time, half a day later, it works.
fn bench_allows(job: &Job) -> bool {
    job.now > "2026-11-22T13:00:00Z".parse().expect("a moment")
}

#[tokio::test]
async fn a_job_that_breaks_the_program_each_time_is_stuck() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "count").await;
        let mut writer = database.write().await.expect("a writer");
        sqlx::query("update jobs set attempts = 6").execute(&mut *writer).await.expect("an update");
        writer.commit().await.expect("a commit");
        bench.worker(&database).handle("count", count_up).run_due().await.expect("a database");
        let stuck = row(&database, id).await;
        assert_eq!((stuck.state, stuck.reason), (State::Stuck, Some(Reason::new("cut-off"))));
        assert_eq!(effects(&database).await, (0, 0));
    }
}

#[tokio::test]
async fn work_that_this_program_does_not_know_is_left_to_one_that_does() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        bench.one(&database, "newer").await;
        let worker = bench.worker(&database).handle("new", count_up).handle("ewe", count_up);
        assert_eq!(worker.run_due().await.expect("a database"), 0);
        assert_eq!(counts(&database).await.waiting, 1);
    }
}

#[tokio::test]
async fn daily_work_is_there_once_a_day_over_all_workers() {
    for test in databases().await {
        let bench = Bench::new();
        let (one, two) = (test.open().await, test.open().await);
        let workers = [&one, &two].map(|database| bench.worker(database).daily("audit.checkpoint"));
        for day in 1..=2 {
            for worker in &workers {
                worker.run_daily().await.expect("a database");
            }
            let mut reader = one.read().await.expect("a reader");
            let rows = jobs::page(&mut reader, Some(State::Waiting), None, 10).await.expect("rows");
            let of_kind = rows.iter().filter(|row| row.kind == "audit.checkpoint").count();
            assert_eq!(of_kind, day);
            bench.clock.advance(SignedDuration::from_hours(24));
        }
        let mut reader = one.read().await.expect("a reader");
        let rows = jobs::page(&mut reader, None, None, 10).await.expect("rows");
        let newest = rows.iter().find(|row| row.kind == "audit.checkpoint").expect("the work of a day");
        assert_eq!(newest.key.as_deref(), Some("audit.checkpoint:2026-11-23"));
        assert_eq!(newest.run_at.to_string(), "2026-11-23T01:00:00Z");
    }
}

#[tokio::test]
async fn jobs_that_are_done_are_purged_after_thirty_days_and_the_stuck_stay() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        bench.one(&database, "count").await;
        bench.one(&database, "never").await;
        let worker = bench
            .worker(&database)
            .handle("count", count_up)
            .handle("never", |_, _| Box::pin(async { Err(Failure::Never(Reason::new("payload"))) }));
        worker.run_due().await.expect("a database");
        bench.clock.advance(SignedDuration::from_hours(29 * 24));
        worker.run_daily().await.expect("a database");
        worker.run_due().await.expect("a database");
        assert_eq!(counts(&database).await, Counts { done: 2, stuck: 1, ..Counts::default() });
        bench.clock.advance(SignedDuration::from_hours(24));
        worker.run_daily().await.expect("a database");
        worker.run_due().await.expect("a database");
        // Both days' own purges are there, the job of the first day is not.
        assert_eq!(counts(&database).await, Counts { done: 2, stuck: 1, ..Counts::default() });
    }
}

#[tokio::test]
async fn pages_of_jobs_follow_one_another_newest_first() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let mut ids = Vec::new();
        for _ in 0..5 {
            bench.clock.advance(SignedDuration::from_secs(1));
            ids.insert(0, bench.one(&database, "count").await);
        }
        let mut reader = database.read().await.expect("a reader");
        let first = jobs::page(&mut reader, None, None, 3).await.expect("rows");
        let rest = jobs::page(&mut reader, Some(State::Waiting), Some(first[2].id), 3).await.expect("rows");
        let found: Vec<JobId> = first.iter().chain(&rest).map(|row| row.id).collect();
        assert_eq!(found, ids);
        assert!(jobs::page(&mut reader, Some(State::Stuck), None, 3).await.expect("rows").is_empty());
    }
}

#[tokio::test]
async fn a_worker_that_is_asked_to_stop_finishes_what_it_is_at() {
    for test in databases().await {
        let (bench, database) = (Bench::new(), test.open().await);
        let id = bench.one(&database, "count").await;
        let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Semaphore::new(0)));
        let (signal, gate) = (Arc::clone(&begun), Arc::clone(&go_on));
        let worker = bench.worker(&database).handle("count", move |job, db| {
            let (signal, gate) = (Arc::clone(&signal), Arc::clone(&gate));
            Box::pin(async move {
                signal.notify_one();
                gate.acquire().await.expect("the gate stays").forget();
                effect(job, db).await
            })
        });
        let stop = Arc::new(Notify::new());
        let stopped = Arc::clone(&stop);
        let running = tokio::spawn(worker.run(async move { stopped.notified().await }));
        begun.notified().await;
        stop.notify_one();
        tokio::task::yield_now().await;
        assert!(!running.is_finished(), "it waits for the job");
        go_on.add_permits(1);
        running.await.expect("the worker ends by itself");
        assert_eq!(row(&database, id).await.state, State::Done);
        assert_eq!(effects(&database).await, (1, 1));
    }
}

#[tokio::test]
async fn a_worker_goes_on_when_the_server_has_thrown_out_its_connections() {
    let test = testkit::postgres().await;
    let (bench, database, other) = (Bench::new(), test.open().await, test.open().await);
    let tries = Arc::new(AtomicU32::new(0));
    let first = Arc::new(Notify::new());
    let (tried, begun) = (Arc::clone(&tries), Arc::clone(&first));
    let worker = bench.worker(&database).handle("count", move |job, db| {
        let (tried, begun) = (Arc::clone(&tried), Arc::clone(&begun));
        Box::pin(async move {
            if tried.fetch_add(1, Ordering::Relaxed) == 0 {
                begun.notify_one();
                // Broken off here by the server.
                sqlx::query("select pg_sleep(60)").execute(&mut *db).await?;
            }
            effect(job, db).await
        })
    });
    let id = bench.one(&other, "count").await;
    let stop = Arc::new(Notify::new());
    let stopped = Arc::clone(&stop);
    let running = tokio::spawn(worker.run(async move { stopped.notified().await }));
    first.notified().await;
    let mut writer = other.write().await.expect("a writer");
    sqlx::query(
        "select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()",
    )
    .execute(&mut *writer)
    .await
    .expect("the connections end");
    drop(writer);
    // It is tried again later: when that is seen, later has come.
    loop {
        let now = row(&other, id).await;
        if now.state == State::Done {
            break;
        }
        if now.run_at > bench.clock.now() {
            bench.clock.advance(now.run_at.duration_since(bench.clock.now()));
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    stop.notify_one();
    running.await.expect("the worker ends by itself");
    assert_eq!(effects(&other).await, (1, 1));
    assert_eq!(row(&other, id).await.state, State::Done);
}

#[test]
fn every_reason_in_the_sources_has_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let words = std::fs::read_to_string(root.join("locales/nl/operations.ftl")).expect("the words");
    let mut folders = vec![root.join("crates")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.ends_with("tests") && !path.ends_with("node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs")
                && !path.to_string_lossy().ends_with("_tests.rs")
            {
                let text = std::fs::read_to_string(path).expect("a source");
                let codes = text.split("Reason::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
                for code in
                    codes.chain(text.split("later(\"").skip(1).filter_map(|rest| rest.split('"').next()))
                {
                    assert!(words.contains(&format!("\njob-reason-{code} = ")), "{code} has no words");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 12);
}
