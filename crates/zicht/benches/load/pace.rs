//! Work at a constant rate, whatever the server makes of it: how long each took counts from the moment that it was
//! planned, so that waiting for a slow server counts too.

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

/// How long everything took.
#[derive(Debug, Default)]
pub struct Figures {
    pub took: Vec<Duration>,
    pub failed: usize,
    pub whole: Duration,
}

impl Figures {
    /// Counts one.
    pub fn add(&mut self, took: Duration, is_good: bool) {
        self.took.push(took);
        self.failed += usize::from(!is_good);
    }

    /// Prints a line of the table.
    pub fn tell(mut self, what: &str, aim: &str) {
        self.took.sort_unstable();
        let part = |share: f64| {
            let at = ((self.took.len() as f64 * share).ceil() as usize).saturating_sub(1);
            self.took.get(at).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
        };
        let rate = self.took.len() as f64 / self.whole.as_secs_f64();
        println!(
            "{what:<44} {aim:>14} {:>8.1} {:>8.1} {:>8.1} {:>8.1} {:>8} {rate:>7.0} {:>7}",
            part(0.5),
            part(0.9),
            part(0.99),
            part(1.0),
            self.took.len(),
            self.failed
        );
    }
}

/// Prints what the columns are.
pub fn heading() {
    println!(
        "{:<44} {:>14} {:>8} {:>8} {:>8} {:>8} {:>8} {:>7} {:>7}",
        "", "aim, ms", "p50, ms", "p90", "p99", "most", "times", "per s", "failed"
    );
}

/// Begins work `rate` times a second. What the work gives is whether it went well.
pub async fn at<F>(rate: u32, lasts: Duration, work: impl Fn(usize) -> F) -> Figures
where
    F: Future<Output = bool> + Send + 'static,
{
    let begin = Instant::now() + Duration::from_millis(50);
    let times = lasts.as_secs() as u32 * rate;
    let mut under_way = JoinSet::new();
    for time in 0..times {
        let planned = begin + Duration::from_secs(u64::from(time)) / rate;
        sleep_until(planned).await;
        let asked = work(time as usize);
        under_way.spawn(async move {
            let is_good = asked.await;
            (planned.elapsed(), is_good)
        });
    }
    let mut figures = Figures::default();
    while let Some(done) = under_way.join_next().await {
        let (took, is_good) = done.unwrap();
        figures.add(took, is_good);
    }
    figures.whole = begin.elapsed();
    figures
}
