//! Saving one answer as the script of the page does, and finding every acknowledged save back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use platform::Database;
use tokio::task::JoinSet;

use crate::client::Client;
use crate::country::{self, WAVE};
use crate::pace::{self, Figures};
use crate::process::hidden;

/// An editor with a form open.
#[derive(Debug, Clone)]
pub struct Editor {
    pub municipality: String,
    pub session: String,
    token: String,
}

/// By municipality and column the last acknowledged save: its number and its value.
type Kept = Arc<Mutex<HashMap<(String, String), (i64, String)>>>;

/// Lets every editor open a form.
pub async fn begin(client: &Arc<Client>, country: Vec<country::Editor>) -> Vec<Editor> {
    let mut editors = Vec::new();
    let (mut figures, begin) = (Figures::default(), Instant::now());
    for country::Editor { municipality, session } in country {
        let asked = Instant::now();
        let page = client.get(&format!("/forms/{WAVE}/{municipality}/goals/1"), &session, "").await.unwrap();
        figures.add(asked.elapsed(), page.status == 200);
        let token = hidden(&page.text(), "form_token").unwrap();
        editors.push(Editor { municipality, session, token });
    }
    figures.whole = begin.elapsed();
    figures.tell("a goal of the form opens", "");
    editors
}

/// Saves at a constant rate, over all forms.
pub async fn at_a_rate(
    client: &Arc<Client>,
    editors: &[Editor],
    database: &Database,
    rate: u32,
    lasts: Duration,
) {
    let (kept, before) = (Kept::default(), events(database).await);
    let figures = pace::at(rate, lasts, |time| {
        let (client, kept) = (Arc::clone(client), Arc::clone(&kept));
        let editor = editors[time % editors.len()].clone();
        async move { save(&client, &editor, time, &kept).await }
    })
    .await;
    let acknowledged = figures.took.len() - figures.failed;
    figures.tell(&format!("saving an answer, {rate} a second"), "p99 < 25");
    found(database, &kept, acknowledged, before).await;
}

/// Every editor saves, and saves again once that is acknowledged.
pub async fn without_pause(client: &Arc<Client>, editors: &[Editor], database: &Database, lasts: Duration) {
    let (kept, before) = (Kept::default(), events(database).await);
    let (begin, mut at_work) = (Instant::now(), JoinSet::new());
    for editor in editors {
        let (editor, client, kept) = (editor.clone(), Arc::clone(client), Arc::clone(&kept));
        at_work.spawn(async move {
            let (mut figures, mut time) = (Figures::default(), 1_000_000);
            while begin.elapsed() < lasts {
                let asked = Instant::now();
                let is_good = save(&client, &editor, time, &kept).await;
                figures.add(asked.elapsed(), is_good);
                time += 342;
            }
            figures
        });
    }
    let mut all = Figures::default();
    while let Some(figures) = at_work.join_next().await {
        let figures = figures.unwrap();
        all.took.extend(figures.took);
        all.failed += figures.failed;
    }
    all.whole = begin.elapsed();
    let acknowledged = all.took.len() - all.failed;
    all.tell("342 editors without a pause", "none lost");
    found(database, &kept, acknowledged, before).await;
}

async fn save(client: &Client, editor: &Editor, time: usize, kept: &Kept) -> bool {
    let goal = time / 342 % 10 + 1;
    let (column, value) = (format!("d{goal}.eigen-maatregel-tekst"), format!("keer-{time}"));
    let form = format!("form_token={}&seen=0&field={column}&{column}={value}", editor.token);
    let path = format!("/forms/{WAVE}/{}/goals/{goal}", editor.municipality);
    let Ok(answer) = client.save(&path, &editor.session, &form).await else { return false };
    let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let (200, Some(revision)) = (answer.status, said["revision"].as_i64()) else { return false };
    let mut kept = kept.lock().unwrap();
    let last = kept.entry((editor.municipality.clone(), column)).or_default();
    // Answers to two saves of one question may come in the other order.
    if revision > last.0 {
        *last = (revision, value);
    }
    true
}

async fn events(database: &Database) -> i64 {
    let mut db = database.read().await.unwrap();
    let count = sqlx::query_scalar("select count(*) from audit_events where kind = 'form.saved'");
    count.fetch_one(&mut *db).await.unwrap()
}

/// Finds every save back: its value, unless a later one took its place, and its event.
async fn found(database: &Database, kept: &Kept, acknowledged: usize, before: i64) {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as("select municipality, name, value from form_cells where run = $1")
            .bind(WAVE)
            .fetch_all(&mut *database.read().await.unwrap())
            .await
            .unwrap();
    let there: HashMap<(String, String), String> =
        rows.into_iter().map(|(municipality, name, value)| ((municipality, name), value)).collect();
    for (place, (_, value)) in &*kept.lock().unwrap() {
        assert_eq!(there.get(place), Some(value), "{place:?} was acknowledged");
    }
    let events = events(database).await - before;
    assert!(events >= acknowledged as i64, "{acknowledged} acknowledged, {events} events");
    println!("{:<44} all {acknowledged} acknowledged saves found back", "");
}
