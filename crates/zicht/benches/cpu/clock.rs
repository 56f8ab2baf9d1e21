//! The processor time of this process, from `/proc/self/stat` (Linux), in steps of 10 ms: measure for seconds.

use std::fs;
use std::time::Duration;

/// Linux counts in hundredths of a second for every program (`getconf CLK_TCK`).
const TICK: Duration = Duration::from_millis(10);

/// Processor time since the start.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    user: Duration,
    system: Duration,
}

/// What this process has used so far.
pub fn spent() -> Spent {
    let text = fs::read_to_string("/proc/self/stat").unwrap();
    // The name of the program is in brackets and may hold spaces; utime and stime are fields 14 and 15.
    let fields: Vec<&str> = text.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| TICK * fields[at].parse::<u32>().unwrap();
    Spent { user: ticks(11), system: ticks(12) }
}

/// Prints and gives what `times` repetitions since `start` cost each.
pub fn tell(what: &str, start: Spent, times: u32) -> Duration {
    let now = spent();
    let (user, system) = (now.user - start.user, now.system - start.system);
    let each = (user + system) / times;
    println!("{what:<56} {:>9} µs {:>9} µs", each.as_micros(), (system / times).as_micros());
    each
}
