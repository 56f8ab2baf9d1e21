//! PostgreSQL is restarted, replaced or gone while people work: the program recovers by itself, and nothing
//! acknowledged is lost.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use kernel::Role;
use platform::audit;
use testkit::TestDatabase;

use crate::cluster::{Cluster, a_while};
use crate::installation::Installation;
use crate::process::{Browser, free_port};

const RESTARTS: usize = 6;
const WRITERS: usize = 3;

/// What the writers have seen.
#[derive(Default)]
struct Seen {
    acknowledged: Mutex<BTreeSet<String>>,
    number: AtomicUsize,
    over: AtomicBool,
}

/// Says that it is over, when it goes.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_of_postgresql_under_load_loses_nothing_and_the_program_recovers() {
    let mut cluster = Cluster::start();
    let installation = Installation::settle(TestDatabase::at(&cluster.address()), 41).await;
    let seen = under_load(&installation, |work_goes_on| {
        for round in 0..RESTARTS {
            work_goes_on();
            a_while(round as u64);
            cluster.restart(if round % 2 == 0 { "INT" } else { "QUIT" });
        }
    })
    .await;
    nothing_is_lost(&installation, &seen).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standby_that_takes_over_is_found_and_nothing_acknowledged_is_lost() {
    let mut primary = Cluster::start();
    let mut standby = primary.standby();
    let address = format!("postgres://postgres@{},{}/postgres", primary.host(), standby.host());
    let installation = Installation::settle(TestDatabase::at(&address), 43).await;
    let seen = under_load(&installation, |work_goes_on| {
        work_goes_on();
        // First they lose each other: what is acknowledged from here on would be on the primary only.
        standby.stop("QUIT");
        a_while(0);
        primary.stop("KILL");
        standby.start_again();
        standby.promote();
        work_goes_on();
        // An old primary that comes back by itself, and waits for nobody, is not gone back to; not even while the
        // new one does not answer: what it acknowledges would be lost.
        assert_eq!(
            now(port(&installation.database)).as_deref(),
            Some(&*standby.port()),
            "after the takeover"
        );
        primary.start_again();
        primary.waits_for_nobody();
        work_goes_on();
        standby.stop("INT");
        // Nor by connections that have not moved along yet, because nobody asked for them.
        assert_eq!(now(port(&installation.database.beside())), None, "the old primary is past");
        standby.start_again();
        assert_eq!(now(port(&installation.database.beside())).as_deref(), Some(&*standby.port()));
    })
    .await;
    nothing_is_lost(&installation, &seen).await;
    let found = TestDatabase::at(&address).open().await;
    assert_eq!(port(&found).await.as_deref(), Some(&*standby.port()), "the newest primary, not the first");
    found.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_gone_pages_say_so_and_nothing_needs_a_restart() {
    let mut cluster = Cluster::start();
    let installation = Installation::settle(TestDatabase::at(&cluster.address()), 44).await;
    let server = installation.serve(free_port(), "");
    let administrator = installation.society.member(&installation.society.home, Role::Administrator);
    let mut browser = installation.browser(server.address, administrator).await;
    let people = format!("/organisations/{}/people", installation.society.home.id);
    assert_eq!((browser.get("/ready").status, browser.get(&people).status), (200, 200));

    cluster.stop("INT");
    for (path, words) in [
        (people.clone(), "Zicht kan even niet bij zijn gegevens"),
        (format!("/en{people}"), "Zicht cannot reach its data for a moment"),
    ] {
        let reply = browser.get(&path);
        assert!(reply.status == 503 && reply.body.contains(words), "{reply:?}");
        assert!(reply.headers.iter().any(|(name, _)| name == "retry-after"), "{reply:?}");
    }
    let ready = browser.get("/ready");
    assert_eq!((ready.status, ready.body.as_str()), (503, "not ready"));
    assert_eq!(browser.get("/health").status, 200, "the program itself is alive");

    cluster.start_again();
    assert_eq!(browser.get(&people).status, 200, "in the same session");
    crate::wait_until("the program is ready", || browser.clone().get("/ready").status == 200);
    server.stop();
    installation.database.close().await;
}

/// Lets writers work while `happen` happens; it gets a function that waits until work has gone on since.
async fn under_load(installation: &Installation, happen: impl FnOnce(&dyn Fn())) -> Seen {
    let server = installation.serve(free_port(), "\n[limits]\nrequests_per_minute = 100000\n");
    let administrator = installation.society.member(&installation.society.home, Role::Administrator);
    let browser = installation.browser(server.address, administrator).await;
    let organisation = installation.society.home.id.to_string();
    let seen = Seen::default();
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            let (browser, organisation, seen) = (browser.clone(), organisation.as_str(), &seen);
            let log = &server.log;
            scope.spawn(move || invite(browser, organisation, seen, log));
        }
        let work_goes_on = || {
            let before = acknowledged(&seen);
            crate::wait_until("work goes on", || acknowledged(&seen) > before + WRITERS);
        };
        // The writers stop also when what happens fails; the test would wait for them for ever.
        let _over = Over(&seen.over);
        happen(&work_goes_on);
        work_goes_on();
    });
    let log = server.stop();
    assert!(!log.contains("a page took too long"), "{log}");
    seen
}

/// Everybody who was acknowledged is there, and the audit trail is whole.
async fn nothing_is_lost(installation: &Installation, seen: &Seen) {
    let keys = &installation.keys;
    let mut db = installation.database.read().await.unwrap();
    let acknowledged = seen.acknowledged.lock().unwrap().clone();
    for email in &acknowledged {
        let found: Option<String> = sqlx::query_scalar("select id from people where email_index = $1")
            .bind(keys.index("people.email", email))
            .fetch_optional(&mut *db)
            .await
            .unwrap();
        assert!(found.is_some(), "{email} was acknowledged and is not there");
    }
    drop(db);
    let report = audit::verify(&installation.database, &keys.all_verifying(), &[]).await.unwrap();
    assert!(report.problems.is_empty(), "{report:?}");
    installation.database.close().await;
}

/// Of the server that answers; none if none does.
async fn port(database: &platform::Database) -> Option<String> {
    let mut db = database.read().await.ok()?;
    sqlx::query_scalar("select current_setting('port')").fetch_one(&mut *db).await.ok()
}

/// Waits for something in the middle of what does not wait.
fn now<T>(waited: impl Future<Output = T>) -> T {
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(waited))
}

fn acknowledged(seen: &Seen) -> usize {
    seen.acknowledged.lock().unwrap().len()
}

/// Invites one person after the other; what could not be reached is tried again, with another person.
fn invite(mut browser: Browser, organisation: &str, seen: &Seen, log: &Mutex<String>) {
    let path = format!("/organisations/{organisation}/people/invite");
    let token = browser.get(&path).hidden("form_token");
    while !seen.over.load(Ordering::Relaxed) {
        let email = format!("p{}@example.org", seen.number.fetch_add(1, Ordering::Relaxed));
        let fields = [
            ("form_token", &*token),
            ("name", "Iemand"),
            ("email", &*email),
            ("lang", "nl"),
            ("role", "reader"),
        ];
        let reply = browser.try_post(&path, &fields).expect("the program is there all the time");
        match reply.status {
            200 | 303 => {
                seen.acknowledged.lock().unwrap().insert(email);
            }
            503 => {
                assert!(reply.headers.iter().any(|(name, _)| name == "retry-after"), "{reply:?}");
            }
            status => {
                // What came last tells why; a lock that is held while this fails would fail everything else.
                let log = log.lock().unwrap().clone();
                let last: Vec<_> = log.lines().rev().take(5).collect();
                panic!("{status}: {last:#?}");
            }
        }
    }
}
