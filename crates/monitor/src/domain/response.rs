//! Who has answered so far: counts of the invited by size, province and region, and how much those who are done look
//! like those who were asked.

use std::collections::BTreeMap;

use geography::{Code, Geography, Province, Region, SizeClass};
use kernel::Exact;

use super::form::FormState;

/// How far a municipality is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Progress {
    /// Nothing was saved.
    NotBegun,
    /// Something was.
    Busy,
    /// It waits for approval.
    Submitted,
    /// It counts.
    Approved,
}

impl Progress {
    /// Every value, from begin to end.
    pub const ALL: [Self; 4] = [Self::NotBegun, Self::Busy, Self::Submitted, Self::Approved];

    /// How far a form is that was saved `revision` times.
    #[must_use]
    pub const fn of(state: &FormState, revision: i64) -> Self {
        match state {
            FormState::Filling if revision == 0 => Self::NotBegun,
            FormState::Filling => Self::Busy,
            FormState::Submitted(_) => Self::Submitted,
            FormState::Approved { .. } => Self::Approved,
        }
    }

    /// Name in addresses and in locale keys (`progress-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::Busy => "busy",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
        }
    }
}

/// How many of a group are how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// In the order of [`Progress::ALL`].
    pub by_progress: [u64; 4],
}

impl Count {
    /// Everybody who was invited.
    #[must_use]
    pub fn invited(&self) -> u64 {
        self.by_progress.iter().sum()
    }

    /// Those whose answers count.
    #[must_use]
    pub const fn approved(&self) -> u64 {
        self.by_progress[3]
    }

    /// The share of the invited whose answers count, in percent; none if nobody was invited.
    #[must_use]
    pub fn share(&self) -> Option<Exact> {
        Exact::percent(self.approved(), self.invited())
    }

    fn add(&mut self, progress: Progress) {
        let at = Progress::ALL.iter().position(|known| *known == progress);
        at.and_then(|at| self.by_progress.get_mut(at)).into_iter().for_each(|count| *count += 1);
    }
}

/// The response of a wave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// Everybody.
    pub total: Count,
    /// By size class; `None` holds those whose size is not known.
    pub by_class: BTreeMap<Option<SizeClass>, Count>,
    /// By province.
    pub by_province: BTreeMap<Province, Count>,
    /// By Veilig Thuis region.
    pub by_region: BTreeMap<Region, Count>,
}

/// The size class that is furthest from its share of the invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deviation {
    /// Which class.
    pub class: SizeClass,
    /// Its share of the invited, in percent.
    pub invited: Exact,
    /// Its share of those who are done, in percent.
    pub approved: Exact,
}

impl Deviation {
    /// In percentage points: above zero if the class has more than its share.
    #[must_use]
    pub fn points(&self) -> Exact {
        self.approved - self.invited
    }

    fn size(&self) -> Exact {
        let points = self.points();
        if points < Exact::whole(0) { Exact::whole(0) - points } else { points }
    }
}

impl Response {
    /// Counts municipalities.
    #[must_use]
    pub fn count(forms: impl Iterator<Item = (Code, Progress)>) -> Self {
        let mut response = Self::default();
        for (code, progress) in forms {
            let found = Geography::built_in().get(code);
            response.total.add(progress);
            let class = found.and_then(geography::Municipality::size_class);
            response.by_class.entry(class).or_default().add(progress);
            if let Some(found) = found {
                response.by_province.entry(found.province).or_default().add(progress);
                response.by_region.entry(found.region).or_default().add(progress);
            }
        }
        response
    }

    /// How well those who are done stand for all: the size class whose share among them differs most from its share
    /// among the invited. None as long as nobody is done. See `docs/method.md#response-of-a-wave`.
    #[must_use]
    pub fn deviation(&self) -> Option<Deviation> {
        let (all, done) = (self.total.invited(), self.total.approved());
        let each = self.by_class.iter().filter_map(|(class, count)| {
            Some(Deviation {
                class: (*class)?,
                invited: Exact::percent(count.invited(), all)?,
                approved: Exact::percent(count.approved(), done)?,
            })
        });
        // Of two that are as far the smallest class is told.
        each.reduce(|far, next| if next.size() > far.size() { next } else { far })
    }
}

#[cfg(test)]
#[path = "response_tests.rs"]
mod tests;
