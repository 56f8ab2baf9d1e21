//! `kill -9` in the middle of writing, fifty times on each database: what was acknowledged is there, the audit trail
//! is whole, and each job was done once.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kernel::{Clock as _, Role};
use platform::audit::{self, Event, Who};
use platform::jobs::{self, NewJob};
use testkit::{SeededEntropy, TestDatabase};

use crate::installation::Installation;
use crate::mailbox::Mailbox;
use crate::process::{Browser, free_port};

const ROUNDS: usize = 50;
const WRITERS: usize = 3;
/// Job of the database whose effect is counted: each leaves one event in the audit trail.
const COUNTED: &str = "audit.checkpoint";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    survives(testkit::sqlite(), 31).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_on_postgresql() {
    survives(testkit::postgres().await, 32).await;
}

async fn survives(test: TestDatabase, seed: u64) {
    let installation = Installation::settle(test, seed).await;
    begin_trail(&installation).await;
    let mailbox = Mailbox::open();
    let settings = format!("{}\n[limits]\nrequests_per_minute = 100000\n", mailbox.settings());
    let (port, chance) = (free_port(), SeededEntropy::new(seed));
    let acknowledged = Mutex::new(BTreeSet::new());
    let counter = AtomicUsize::new(0);
    for round in 0..ROUNDS {
        enqueue_counted(&installation, round, &chance).await;
        let server = installation.serve(port, &settings);
        let administrator = installation.society.member(&installation.society.home, Role::Administrator);
        let browser = installation.browser(server.address, administrator).await;
        let organisation = installation.society.home.id.to_string();
        let before = counter.load(Ordering::Relaxed);
        std::thread::scope(|scope| {
            for _ in 0..WRITERS {
                let (browser, organisation) = (browser.clone(), organisation.as_str());
                let (acknowledged, counter) = (&acknowledged, &counter);
                scope.spawn(move || invite_until_it_dies(browser, organisation, acknowledged, counter));
            }
            crate::wait_until("a first invitation", || counter.load(Ordering::Relaxed) > before);
            let mut byte = [0];
            kernel::Entropy::fill(&chance, &mut byte);
            std::thread::sleep(Duration::from_millis(u64::from(byte[0]) / 3));
            server.kill();
        });
    }
    let_go_of_the_dead(&installation).await;
    let server = installation.serve(port, &settings);
    crate::wait_for("every job is done", async || waiting(&installation).await == 0).await;
    server.stop();
    holds(&installation, &mailbox, &acknowledged.into_inner().unwrap()).await;
}

/// Invites one person after the other, and notes who was acknowledged, until the server is gone.
fn invite_until_it_dies(
    mut browser: Browser,
    organisation: &str,
    acknowledged: &Mutex<BTreeSet<String>>,
    counter: &AtomicUsize,
) {
    let path = format!("/organisations/{organisation}/people/invite");
    let Ok(page) = browser.try_get(&path) else { return };
    let token = page.hidden("form_token");
    loop {
        let number = counter.load(Ordering::Relaxed);
        let email = format!("p{number}-{:?}@example.org", std::thread::current().id())
            .replace(['(', ')'], "")
            .to_lowercase();
        let fields = [
            ("form_token", &*token),
            ("name", "Iemand"),
            ("email", &*email),
            ("lang", "nl"),
            ("role", "reader"),
        ];
        let Ok(reply) = browser.try_post(&path, &fields) else { return };
        assert_eq!(reply.status, 303, "{}", reply.body);
        acknowledged.lock().unwrap().insert(email);
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

/// An empty trail has nothing to sign: the first job would be done without an effect to count.
async fn begin_trail(installation: &Installation) {
    let mut db = installation.database.write().await.unwrap();
    let event = Event::new("account.signed-in", zicht::SystemClock.now(), Who::Nobody);
    audit::record(&mut db, &event).await.unwrap();
    db.commit().await.unwrap();
}

async fn enqueue_counted(installation: &Installation, round: usize, entropy: &SeededEntropy) {
    let now = zicht::SystemClock.now();
    let job = NewJob { kind: COUNTED, key: Some(format!("kill-{round}")), payload: Vec::new(), run_at: now };
    let mut db = installation.database.write().await.unwrap();
    jobs::enqueue(&mut db, &installation.keys, &job, now, entropy).await.unwrap();
    db.commit().await.unwrap();
}

/// A job in the hands of a process that was killed is held for a while, and one that failed is put off. The test
/// lets that time go by at once.
async fn let_go_of_the_dead(installation: &Installation) {
    let mut db = installation.database.write().await.unwrap();
    sqlx::query(
        "update jobs set locked_until = null, locked_by = null, run_at = created_at where state = 'waiting'",
    )
    .execute(&mut *db)
    .await
    .unwrap();
    db.commit().await.unwrap();
}

async fn waiting(installation: &Installation) -> i64 {
    count(installation, "select count(*) from jobs where state = 'waiting'").await
}

async fn count(installation: &Installation, query: &'static str) -> i64 {
    let mut db = installation.database.read().await.unwrap();
    sqlx::query_scalar(query).fetch_one(&mut *db).await.unwrap()
}

async fn holds(installation: &Installation, mailbox: &Mailbox, acknowledged: &BTreeSet<String>) {
    let mut db = installation.database.read().await.unwrap();
    assert!(acknowledged.len() >= ROUNDS, "only {} writes", acknowledged.len());
    for email in acknowledged {
        let index = installation.keys.index("people.email", email);
        let found: Option<String> = sqlx::query_scalar("select id from people where email_index = $1")
            .bind(index)
            .fetch_optional(&mut *db)
            .await
            .unwrap();
        assert!(found.is_some(), "{email} was acknowledged and is not there");
    }
    drop(db);
    let keys = installation.keys.all_verifying();
    let report = audit::verify(&installation.database, &keys, &[]).await.unwrap();
    assert!(report.problems.is_empty(), "{report:?}");

    // A job of the database: its effect is there exactly as often as it was done, which is once each.
    let done =
        count(installation, "select count(*) from jobs where kind = 'audit.checkpoint' and state = 'done'")
            .await;
    let effects =
        count(installation, "select count(*) from audit_events where kind = 'audit.checkpoint'").await;
    assert!(done >= i64::try_from(ROUNDS).unwrap(), "{done} of {ROUNDS}");
    assert_eq!(done, effects);

    // Mail goes out at least once; the same mail again carries the same id.
    let ids = mailbox.ids();
    let different: BTreeSet<_> = ids.iter().cloned().collect();
    let sent =
        count(installation, "select count(*) from jobs where kind = 'mail.send' and state = 'done'").await;
    assert_eq!(different.len(), usize::try_from(sent).unwrap());
    assert!(different.len() >= acknowledged.len());
    assert!(
        ids.len() - different.len() <= ROUNDS * 8,
        "{} of {} again",
        ids.len() - different.len(),
        ids.len()
    );
}
