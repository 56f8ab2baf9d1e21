//! The own dashboard and the comparison with each group, at 100 requests a second.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::country::Editor;
use crate::pace::{self, Figures};

const RATE: u32 = 100;
/// What a municipality looks at: the newest wave and the one before, whole and in part, beside each group.
const VIEWS: [&str; 8] = [
    "",
    "?with=similar",
    "?with=country",
    "?with=province",
    "?with=region",
    "?parts=embedding,measures&with=similar",
    "?wave=2024-land&with=size",
    "?with=chosen&of=GM0344,GM0014,GM0034,GM0363,GM0518,GM0599",
];

pub async fn measure(client: &Arc<Client>, country: &[Editor], lasts: Duration) {
    // A wave is computed once after it was published; that is told by itself.
    let mut first = Figures::default();
    let begin = Instant::now();
    for view in VIEWS {
        let asked = Instant::now();
        let is_good = look(client, &country[0].municipality, view, &country[0].session).await;
        first.add(asked.elapsed(), is_good);
    }
    first.whole = begin.elapsed();
    first.tell("each view for the first time", "");
    let asked: Vec<(String, String)> =
        country.iter().map(|editor| (editor.municipality.clone(), editor.session.clone())).collect();
    for (what, views) in [("own dashboard", &VIEWS[..1]), ("comparison with each group", &VIEWS[1..])] {
        let figures = pace::at(RATE, lasts / 2, |time| {
            let (client, (municipality, session)) = (Arc::clone(client), asked[time % asked.len()].clone());
            let view = views[time % views.len()];
            async move { look(&client, &municipality, view, &session).await }
        })
        .await;
        figures.tell(what, "p99 < 30");
    }
}

async fn look(client: &Client, municipality: &str, view: &str, session: &str) -> bool {
    let answer = client.get(&format!("/own/{municipality}{view}"), session, "").await;
    answer.is_ok_and(|answer| answer.status == 200 && answer.body.len() > 10_000)
}
