//! PostgreSQL is restarted while people work: the program recovers by itself, and nothing acknowledged is lost.

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
    away: AtomicUsize,
    over: AtomicBool,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_of_postgresql_under_load_loses_nothing_and_the_program_recovers() {
    let mut cluster = Cluster::start();
    let installation = Installation::settle(TestDatabase::at(&cluster.address()), 41).await;
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
        for round in 0..RESTARTS {
            let before = acknowledged(&seen);
            crate::wait_until("work goes on", || acknowledged(&seen) > before + WRITERS);
            a_while(round as u64);
            cluster.restart(if round % 2 == 0 { "INT" } else { "QUIT" });
        }
        let before = acknowledged(&seen);
        crate::wait_until("work goes on after the last restart", || acknowledged(&seen) > before + WRITERS);
        seen.over.store(true, Ordering::Relaxed);
    });
    server.stop();

    let keys = &installation.keys;
    let mut db = installation.database.read().await.unwrap();
    let acknowledged = std::mem::take(&mut *seen.acknowledged.lock().unwrap());
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
                seen.away.fetch_add(1, Ordering::Relaxed);
            }
            status => panic!("{status}: {}", log.lock().unwrap()),
        }
    }
}
