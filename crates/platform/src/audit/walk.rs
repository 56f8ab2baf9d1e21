//! Following the chain from event to event, without a database.

use std::collections::BTreeMap;

use super::Problem;
use super::chain::{Record, hash, take};

/// Where the chain has been followed to, and what was found on the way.
#[derive(Debug, Default)]
pub struct Walk {
    /// The last event that the walk has passed, or what comes before the first.
    last: i64,
    /// Its hash, if it is known: not after a gap.
    hash: Option<String>,
    /// Where the walk began.
    begin: i64,
    events: u64,
    /// What was signed, by event: moment and hash.
    signed: BTreeMap<i64, Vec<(String, String)>>,
    checkpoints: u64,
    problems: Vec<Problem>,
    more: u64,
}

/// What a walk along the whole trail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many events there are.
    pub events: u64,
    /// After which event the trail begins: 0 if nothing was ever taken away.
    pub begin: i64,
    /// The number of the last event; 0 if there is none.
    pub last: i64,
    /// Its hash, which stands for the whole trail.
    pub hash: String,
    /// With how many checkpoints it was compared, those kept elsewhere included.
    pub checkpoints: u64,
    /// What is wrong; empty if everything is as it was recorded.
    pub problems: Vec<Problem>,
    /// How many problems there are beside these.
    pub more: u64,
}

impl Report {
    /// How many problems there are, named or not.
    #[must_use]
    pub fn found(&self) -> u64 {
        u64::try_from(self.problems.len()).unwrap_or(u64::MAX).saturating_add(self.more)
    }
}

/// How many problems are named; the rest is counted.
const NAMED: usize = 100;

impl Walk {
    /// Begins after event `seq` with this hash.
    pub fn new(seq: i64, hash: String) -> Self {
        Self { last: seq, begin: seq, hash: Some(hash), ..Self::default() }
    }

    /// Notes what is wrong.
    pub fn problem(&mut self, problem: Problem) {
        if self.problems.len() < NAMED {
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Adds something that was signed, to be compared when the walk comes by. Not what was signed about
    /// events that were pruned: nothing is left to compare it with.
    pub fn signed(&mut self, seq: i64, at: String, hash: String) {
        if seq < self.begin {
            return;
        }
        self.checkpoints += 1;
        if seq > self.begin {
            self.signed.entry(seq).or_default().push((at, hash));
        } else if self.hash.as_ref() != Some(&hash) {
            self.problem(Problem::Rewritten { seq, at });
        }
    }

    /// Walks along records that follow each other.
    pub fn records(&mut self, mut text: &str) {
        while !text.is_empty() {
            let Some(record) = take(&mut text) else {
                // What is left of this text can't be told apart; the walk sees a gap then.
                return self.problem(Problem::Unreadable { seq: self.last + 1 });
            };
            self.record(&record);
        }
    }

    /// Passes an event whose text cannot be read.
    pub fn unreadable(&mut self, seq: i64) {
        self.step_to(seq);
        self.problem(Problem::Unreadable { seq });
        self.hash = None;
        self.events += 1;
    }

    fn record(&mut self, record: &Record<'_>) {
        let Record { seq, hash: kept, canonical } = *record;
        if seq <= self.begin {
            return self.problem(Problem::BeforeBeginning { seq });
        }
        self.step_to(seq);
        if self.hash.as_ref().is_some_and(|previous| hash(previous, canonical) != kept) {
            self.problem(Problem::Changed { seq });
        }
        for (at, hash) in self.signed.remove(&seq).unwrap_or_default() {
            if hash != kept {
                self.problem(Problem::Rewritten { seq, at });
            }
        }
        self.hash = Some(kept.to_owned());
        self.events += 1;
    }

    /// Goes on to the event with this number, over a gap if there is one.
    fn step_to(&mut self, seq: i64) {
        if seq > self.last + 1 {
            self.problem(Problem::Missing { from: self.last + 1, to: seq - 1 });
            self.hash = None;
        }
        self.last = seq;
    }

    /// Ends the walk at the head, if there is one.
    pub fn finish(mut self, head: Option<(i64, String)>) -> Report {
        let last = self.last;
        match head {
            None => self.problem(Problem::NoEnd),
            Some((seq, _)) if seq > last => self.problem(Problem::CutOff { from: last + 1, to: seq }),
            Some((seq, _)) if seq < last => self.problem(Problem::AfterEnd { from: seq + 1, to: last }),
            Some((_, hash)) if self.hash.as_ref().is_some_and(|last| *last != hash) => {
                self.problem(Problem::EndChanged { seq: last });
            }
            Some(_) => {}
        }
        // What was signed and not passed: behind the end, or in a gap that is a problem already.
        for (seq, signed) in std::mem::take(&mut self.signed).split_off(&(last + 1)) {
            for (at, _) in signed {
                self.problem(Problem::ShorterThanCheckpoint { last, seq, at });
            }
        }
        let Self { events, begin, hash, checkpoints, problems, more, .. } = self;
        Report { events, begin, last, hash: hash.unwrap_or_default(), checkpoints, problems, more }
    }
}
