//! All municipalities through time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use kernel::Finding;

use crate::{Code, Merger, Municipality, Province, Region, read, text};

static BUILT_IN: LazyLock<Geography> = LazyLock::new(|| {
    Geography::read(
        include_str!("../../../definitions/geography/gemeenten-2023.csv"),
        include_str!("../../../definitions/geography/herindelingen-2014-2023.csv"),
    )
});

/// Every municipality that existed from 31 December 2013 on, and how each went over into another.
///
/// An earlier date gets the state of 31 December 2013, a later one than the newest merger the newest state.
#[derive(Debug)]
pub struct Geography {
    municipalities: BTreeMap<Code, Municipality>,
    mergers: Vec<Merger>,
    findings: Vec<Finding>,
}

impl Geography {
    /// The municipalities that come with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Puts the two files together: the state of 2023, and back from there one merger at a time.
    pub(crate) fn read(municipalities: &'static str, mergers: &'static str) -> Self {
        let mut findings = Vec::new();
        let mut all = read::municipalities(municipalities, &mut findings);
        let mergers = read::mergers(mergers, &mut findings);
        // Newest first: the successor of a municipality that ended is then always there already.
        for merger in mergers.iter().rev().filter(|merger| merger.kind.ends_old()) {
            let Some(next) = all.get_mut(&merger.new) else {
                let place = read::mergers_place();
                findings.push(
                    Finding::error("geography-no-successor", place).with("code", merger.old.to_string()),
                );
                continue;
            };
            if merger.kind.begins_new() {
                next.from = Some(merger.date);
            }
            let ended = ended(merger, next);
            // Going back through the lines of a split, the first one is met last and stays.
            all.insert(merger.old, ended);
        }
        Self { municipalities: all, mergers, findings }
    }

    /// What is wrong with the data files; of the built-in ones a test proves that nothing is.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// All municipalities that ever existed, in code order.
    pub fn all(&self) -> impl Iterator<Item = &Municipality> {
        self.municipalities.values()
    }

    /// The municipality with this code, whether or not it still exists.
    #[must_use]
    pub fn get(&self, code: Code) -> Option<&Municipality> {
        self.municipalities.get(&code)
    }

    /// The municipalities on `date`, in code order, with the names they had then.
    #[must_use]
    pub fn at(&self, date: Date) -> Vec<&Municipality> {
        self.all().filter(|municipality| municipality.exists_on(date)).collect()
    }

    /// The codes of the municipalities on `date`.
    #[must_use]
    pub fn codes_at(&self, date: Date) -> BTreeSet<Code> {
        self.at(date).into_iter().map(|municipality| municipality.code).collect()
    }

    /// Whether `code` was in use on `date`.
    #[must_use]
    pub fn exists(&self, code: Code, date: Date) -> bool {
        self.get(code).is_some_and(|municipality| municipality.exists_on(date))
    }

    /// Every merger, oldest first.
    #[must_use]
    pub fn mergers(&self) -> &[Merger] {
        &self.mergers
    }

    /// In which municipalities of `to` the municipality `code` of `from` went on: itself if nothing
    /// happened, several after a split. A border change alone moves no municipality.
    ///
    /// A code that had already ended on `from` is followed from its last day. Empty if the code was never
    /// used, is younger than `to`, or `to` lies before `from`.
    #[must_use]
    pub fn successors(&self, code: Code, from: Date, to: Date) -> BTreeSet<Code> {
        let mut found = BTreeSet::new();
        let too_young = |m: &Municipality| m.from.is_some_and(|first| first > to);
        if to < from || self.get(code).is_none_or(too_young) {
            return found;
        }
        let (mut seen, mut left) = (BTreeSet::from([code]), vec![code]);
        while let Some(code) = left.pop() {
            if self.exists(code, to) {
                found.insert(code);
            } else {
                left.extend(self.endings(code).map(|merger| merger.new).filter(|next| seen.insert(*next)));
            }
        }
        found
    }

    /// The transitions with which a code ended: none, one, or one per part after a split.
    pub(crate) fn endings(&self, code: Code) -> impl Iterator<Item = &Merger> {
        self.mergers.iter().filter(move |merger| merger.old == code && merger.kind.ends_old())
    }

    /// The municipalities of `date` whose name holds what was typed, without regard to capitals, accents
    /// and punctuation; also by code, and `Den Haag` and `Den Bosch` by that name. Names that start with
    /// it come first, then by name. Nothing typed finds all.
    #[must_use]
    pub fn search(&self, typed: &str, date: Date) -> Vec<&Municipality> {
        let mut found: Vec<_> =
            self.at(date).into_iter().filter_map(|m| Some((m.fit(typed)?, text::fold(m.name), m))).collect();
        found.sort_by(|(fit, name, _), (other_fit, other, _)| (fit, name).cmp(&(other_fit, other)));
        found.into_iter().map(|(_, _, municipality)| municipality).collect()
    }

    /// The municipalities of a Veilig Thuis region on `date`, in code order.
    #[must_use]
    pub fn in_region(&self, region: Region, date: Date) -> Vec<&Municipality> {
        self.at(date).into_iter().filter(|municipality| municipality.region == region).collect()
    }

    /// The municipalities of a province on `date`, in code order.
    #[must_use]
    pub fn in_province(&self, province: Province, date: Date) -> Vec<&Municipality> {
        self.at(date).into_iter().filter(|municipality| municipality.province == province).collect()
    }

    /// The twelve provinces, by name.
    #[must_use]
    pub fn provinces(&self) -> Vec<Province> {
        self.all().map(|m| m.province).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The 25 Veilig Thuis regions, by name.
    #[must_use]
    pub fn regions(&self) -> Vec<Region> {
        self.all().map(|m| m.region).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The province with this slug.
    #[must_use]
    pub fn province(&self, slug: &str) -> Option<Province> {
        self.provinces().into_iter().find(|province| province.slug() == slug)
    }

    /// The Veilig Thuis region with this slug.
    #[must_use]
    pub fn region(&self, slug: &str) -> Option<Region> {
        self.regions().into_iter().find(|region| region.slug() == slug)
    }
}

/// The old municipality of a merger: province and region of its successor, all figures unknown.
fn ended(merger: &Merger, successor: &Municipality) -> Municipality {
    Municipality {
        code: merger.old,
        name: merger.old_name,
        from: None,
        until: Some(merger.date),
        population: None,
        share_0_15: None,
        share_15_25: None,
        households: None,
        share_with_children: None,
        urbanity: None,
        tile: None,
        ..*successor
    }
}
