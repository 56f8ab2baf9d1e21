//! 342 editors who all save at once, and `kill -9` in the middle, twice on each database: every save that was
//! acknowledged is on the page afterwards, and each save has its event.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kernel::Entropy as _;
use platform::audit;
use testkit::{SeededEntropy, TestDatabase};

use crate::asking::session_cookie;
use crate::country::{self, WAVE};
use crate::installation::Installation;
use crate::process::{Browser, Reply, free_port};

const ROUNDS: usize = 2;
/// Questions that take any text.
const COLUMNS: [&str; 3] =
    ["d1.eigen-maatregel-tekst", "d1.maatregelen.1.anders-tekst", "d1.maatregelen.2.anders-tekst"];

/// An editor at work, who remembers what was acknowledged.
struct AtWork {
    browser: Browser,
    path: String,
    number: usize,
    /// By column, the value that was acknowledged last.
    acknowledged: BTreeMap<&'static str, String>,
    /// Sent, and not answered: it may be there and it may not.
    under_way: Option<(&'static str, String)>,
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_answer_of_342_editors_is_lost_on_sqlite() {
    survives(testkit::sqlite(), 41).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_answer_of_342_editors_is_lost_on_postgresql() {
    survives(testkit::postgres().await, 42).await;
}

async fn survives(test: TestDatabase, seed: u64) {
    let installation = Installation::settle(test, seed).await;
    let (port, chance) = (free_port(), SeededEntropy::new(seed));
    let settings = "[limits]\nrequests_per_minute = 1000000\n";
    let country = country::open(&installation.database, &installation.keys, &installation.society).await;
    let at_work = country.into_iter().map(|editor| {
        let mut browser = Browser::new(([127, 0, 0, 1], port).into());
        browser.take_cookie(&session_cookie(&editor.session));
        let path = format!("/forms/{WAVE}/{}/goals/1", editor.municipality);
        AtWork { browser, path, number: 0, acknowledged: BTreeMap::new(), under_way: None }
    });
    let mut editors: Vec<AtWork> = at_work.collect();
    assert_eq!(editors.len(), 342);
    for _ in 0..ROUNDS {
        let server = installation.serve(port, settings);
        let saves = AtomicUsize::new(0);
        let enough = editors.len();
        std::thread::scope(|scope| {
            for editor in &mut editors {
                scope.spawn(|| editor.save_until_it_dies(&saves));
            }
            crate::wait_until("as many saves as editors", || saves.load(Ordering::Relaxed) >= enough);
            let mut byte = [0];
            chance.fill(&mut byte);
            std::thread::sleep(Duration::from_millis(u64::from(byte[0]) / 3));
            server.kill();
        });
    }
    let server = installation.serve(port, settings);
    std::thread::scope(|scope| {
        for editor in &mut editors {
            scope.spawn(|| editor.look().expect("the program answers"));
        }
    });
    server.stop();
    whole(&installation).await;
}

impl AtWork {
    /// Opens the page and finds everything back. An error says that the program is gone.
    fn look(&mut self) -> std::io::Result<String> {
        let page = self.browser.try_get(&self.path)?;
        assert_eq!(page.status, 200, "{}", page.body);
        let under_way = self.under_way.take();
        for column in COLUMNS {
            let found = page.hidden(&format!("was.{column}"));
            if under_way.as_ref().is_some_and(|sent| *sent == (column, found.clone())) {
                self.acknowledged.insert(column, found);
                continue;
            }
            let told = self.acknowledged.get(column).map_or("", String::as_str);
            assert_eq!(found, told, "{column} of {} was acknowledged", self.path);
        }
        Ok(page.hidden("form_token"))
    }

    /// Saves one answer after the other until the program is gone.
    fn save_until_it_dies(&mut self, saves: &AtomicUsize) {
        let Ok(token) = self.look() else { return };
        loop {
            let (column, value) = (COLUMNS[self.number % COLUMNS.len()], format!("keer {}", self.number));
            self.number += 1;
            self.under_way = Some((column, value.clone()));
            let Ok(reply) = self.save(&token, column, &value) else { return };
            assert_eq!(reply.status, 303, "{}", reply.body);
            self.acknowledged.insert(column, value);
            self.under_way = None;
            saves.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn save(&mut self, token: &str, column: &str, value: &str) -> std::io::Result<Reply> {
        let fields = [("form_token", token), ("field", column), (column, value)];
        self.browser.try_post(&self.path, &fields)
    }
}

/// No save without its event, no event without its save, and the trail is one chain.
async fn whole(installation: &Installation) {
    let mut db = installation.database.read().await.unwrap();
    let (saves,): (i64,) =
        sqlx::query_as("select cast(sum(revision) as bigint) from forms").fetch_one(&mut *db).await.unwrap();
    let (events,): (i64,) = sqlx::query_as("select count(*) from audit_events where kind = 'form.saved'")
        .fetch_one(&mut *db)
        .await
        .unwrap();
    drop(db);
    assert_eq!(saves, events);
    let report =
        audit::verify(&installation.database, &installation.keys.all_verifying(), &[]).await.unwrap();
    assert!(report.problems.is_empty(), "{report:?}");
}
