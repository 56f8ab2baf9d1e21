//! Whether the figures of a municipality on two dates are about the same place.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{Code, Geography, Kind};

/// Whether figures on two dates may be put side by side, and if not, why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparability {
    /// Same code, same place.
    Same,
    /// Same place under another code on the other date.
    Renumbered {
        /// Its code on the other date.
        to: Code,
    },
    /// Same municipality, of which a small part moved to or from another.
    BorderChanged {
        /// Its code on the other date, usually the same.
        to: Code,
        /// The other party or parties.
        with: BTreeSet<Code>,
    },
    /// It went on and took in others, whole or in part.
    Enlarged {
        /// Its code on the other date, usually the same.
        to: Code,
        /// The municipalities of the earlier date of which it got all or part.
        with: BTreeSet<Code>,
    },
    /// It ended in one other municipality.
    Merged {
        /// The municipality of the later date.
        into: Code,
        /// All municipalities of the earlier date of which that has all or part, this one included.
        from: BTreeSet<Code>,
    },
    /// It ended in several others.
    Split {
        /// The municipalities of the later date that have a part.
        into: BTreeSet<Code>,
    },
    /// It did not exist yet on the earlier date.
    Formed {
        /// The municipalities of the earlier date of which it has all or part.
        from: BTreeSet<Code>,
    },
    /// It existed on neither date, so there is nothing to compare.
    Absent,
}

impl Comparability {
    /// Whether the figures may be compared directly. A small border change does not stand in the way, but
    /// deserves a remark.
    #[must_use]
    pub const fn is_direct(&self) -> bool {
        matches!(self, Self::Same | Self::Renumbered { .. } | Self::BorderChanged { .. })
    }

    /// A plain code for the reason, in kebab-case; its words are `comparability-<reason>`.
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Renumbered { .. } => "renumbered",
            Self::BorderChanged { .. } => "border-changed",
            Self::Enlarged { .. } => "enlarged",
            Self::Merged { .. } => "merged",
            Self::Split { .. } => "split",
            Self::Formed { .. } => "formed",
            Self::Absent => "absent",
        }
    }

    /// The municipalities to be named with the reason, in code order: the `$names` of its words.
    #[must_use]
    pub fn others(&self) -> Vec<Code> {
        match self {
            Self::Same | Self::Absent => Vec::new(),
            Self::Renumbered { to: one } | Self::Merged { into: one, .. } => vec![*one],
            Self::BorderChanged { with: all, .. }
            | Self::Enlarged { with: all, .. }
            | Self::Split { into: all }
            | Self::Formed { from: all } => all.iter().copied().collect(),
        }
    }

    /// The same answer as seen from the other date, on which the municipality had the code `to`.
    fn seen_from(self, to: Code) -> Self {
        match self {
            Self::Renumbered { .. } => Self::Renumbered { to },
            Self::BorderChanged { with, .. } => Self::BorderChanged { to, with },
            Self::Enlarged { with, .. } => Self::Enlarged { to, with },
            other => other,
        }
    }
}

impl Geography {
    /// Whether figures of the municipality `code` on two dates may be compared. The order of the dates
    /// makes no difference, and the code may be that of either.
    #[must_use]
    pub fn comparable(&self, code: Code, from: Date, to: Date) -> Comparability {
        let (earlier, later) = (from.min(to), from.max(to));
        if self.exists(code, earlier) {
            return self.comparable_forward(code, earlier, later);
        }
        if !self.exists(code, later) {
            return Comparability::Absent;
        }
        let from = self.predecessors(code, earlier, later);
        match from.iter().find(|old| self.line(**old, later).last() == Some(&code)) {
            Some(old) => self.comparable_forward(*old, earlier, later).seen_from(*old),
            None => Comparability::Formed { from },
        }
    }

    /// The same for a code that existed on the earlier date.
    fn comparable_forward(&self, code: Code, earlier: Date, later: Date) -> Comparability {
        let into = self.successors(code, earlier, later);
        let Some(&only) = into.first().filter(|_| into.len() == 1) else {
            return if into.is_empty() { Comparability::Absent } else { Comparability::Split { into } };
        };
        let mut from = self.predecessors(only, earlier, later);
        let line = self.line(code, later);
        if line.last() != Some(&only) {
            return Comparability::Merged { into: only, from };
        }
        from.remove(&code);
        let with = self.border_parties(&line, earlier, later);
        if !from.is_empty() {
            Comparability::Enlarged { to: only, with: from }
        } else if !with.is_empty() {
            Comparability::BorderChanged { to: only, with }
        } else if only != code {
            Comparability::Renumbered { to: only }
        } else {
            Comparability::Same
        }
    }

    /// The municipalities of `earlier` of which `code` has all or part on `later`. Walks back from `code`,
    /// since a page asks this for every municipality at once.
    fn predecessors(&self, code: Code, earlier: Date, later: Date) -> BTreeSet<Code> {
        let mut found = BTreeSet::new();
        let (mut seen, mut left) = (BTreeSet::from([code]), vec![code]);
        while let Some(code) = left.pop() {
            if self.exists(code, earlier) {
                found.insert(code);
            }
            let before = self.mergers().iter().filter(|merger| {
                merger.new == code && merger.kind.ends_old() && earlier < merger.date && merger.date <= later
            });
            left.extend(before.map(|merger| merger.old).filter(|old| seen.insert(*old)));
        }
        found
    }

    /// The codes of one and the same municipality up to `later`: its own, and what it was renumbered to.
    fn line(&self, code: Code, later: Date) -> Vec<Code> {
        let mut line = vec![code];
        while let Some(next) = line.last().and_then(|code| {
            self.endings(*code).find(|merger| merger.kind == Kind::Renumbering && merger.date <= later)
        }) {
            if line.contains(&next.new) {
                break;
            }
            line.push(next.new);
        }
        line
    }

    /// With whom the municipality of `line` exchanged a small part after `earlier`, up to `later`.
    fn border_parties(&self, line: &[Code], earlier: Date, later: Date) -> BTreeSet<Code> {
        self.mergers()
            .iter()
            .filter(|merger| {
                merger.kind == Kind::BorderChange && earlier < merger.date && merger.date <= later
            })
            .filter_map(|merger| {
                if line.contains(&merger.old) {
                    Some(merger.new)
                } else {
                    line.contains(&merger.new).then_some(merger.old)
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn code(number: u16) -> Code {
        Code::from_number(number).unwrap()
    }

    fn codes(numbers: &[u16]) -> BTreeSet<Code> {
        numbers.iter().copied().map(code).collect()
    }

    fn compare(number: u16, from: i16, to: i16) -> Comparability {
        Geography::built_in().comparable(code(number), date(from, 6, 1), date(to, 6, 1))
    }

    #[test]
    fn a_municipality_to_which_nothing_happened_is_the_same() {
        assert_eq!(compare(344, 2013, 2023), Comparability::Same);
        assert_eq!(compare(518, 2017, 2026), Comparability::Same);
    }

    #[test]
    fn a_new_code_and_name_is_the_same_place_seen_from_both_sides() {
        assert_eq!(compare(1921, 2014, 2016), Comparability::Renumbered { to: code(1940) });
        assert_eq!(compare(1940, 2014, 2016), Comparability::Renumbered { to: code(1921) });
        assert!(compare(1940, 2016, 2014).is_direct());
    }

    #[test]
    fn one_that_took_in_others_is_enlarged_also_under_a_new_code() {
        assert_eq!(compare(363, 2021, 2023), Comparability::Enlarged { to: code(363), with: codes(&[457]) });
        assert_eq!(compare(824, 2020, 2021), Comparability::Enlarged { to: code(824), with: codes(&[788]) });
        let with = codes(&[265, 282]);
        assert_eq!(compare(241, 2014, 2016), Comparability::Enlarged { to: code(1945), with: with.clone() });
        assert_eq!(compare(1945, 2014, 2016), Comparability::Enlarged { to: code(241), with });
        assert!(!compare(363, 2021, 2023).is_direct());
    }

    #[test]
    fn one_that_ended_is_merged_or_split() {
        let from = codes(&[501, 530, 614]);
        assert_eq!(compare(501, 2022, 2023), Comparability::Merged { into: code(1992), from: from.clone() });
        assert_eq!(compare(1992, 2022, 2023), Comparability::Formed { from });
        assert_eq!(compare(788, 2017, 2022), Comparability::Split { into: codes(&[757, 824, 855, 865]) });
        assert_eq!(
            compare(457, 2021, 2022),
            Comparability::Merged { into: code(363), from: codes(&[363, 457]) }
        );
    }

    #[test]
    fn one_that_existed_on_neither_date_is_absent() {
        assert_eq!(compare(1921, 2013, 2023), Comparability::Absent);
        assert_eq!(compare(1992, 2013, 2022), Comparability::Absent);
        assert_eq!(compare(9999, 2013, 2023), Comparability::Absent);
    }

    #[test]
    fn a_border_change_beside_a_merger_is_not_counted_as_its_part() {
        assert_eq!(
            compare(15, 2018, 2019),
            Comparability::Merged { into: code(1969), from: codes(&[15, 22, 25, 56]) }
        );
        assert_eq!(
            compare(53, 2018, 2019),
            Comparability::Merged { into: code(1966), from: codes(&[5, 53, 1651, 1663]) }
        );
    }

    #[test]
    fn a_small_border_change_alone_keeps_both_comparable() {
        let geography = Geography::read(
            "code,naam,provincie,vt_regio,inwoners,pct_0_15,pct_15_25,huishoudens,pct_hh_kinderen,stedelijkheid,tegel_x,tegel_y\n\
             GM0001,Aa,P,R,,,,,,,,\n\
             GM0002,Bb,P,R,,,,,,,,\n",
            "datum,soort,oud_code,oud_naam,nieuw_code,nieuw_naam,opmerking\n\
             2020-01-01,grenswijziging,GM0001,Aa,GM0002,Bb,\n",
        );
        let compare = |number, from, to| geography.comparable(code(number), date(from, 1, 1), date(to, 1, 1));
        assert_eq!(compare(1, 2019, 2020), Comparability::BorderChanged { to: code(1), with: codes(&[2]) });
        assert_eq!(compare(2, 2020, 2019), Comparability::BorderChanged { to: code(2), with: codes(&[1]) });
        assert_eq!(compare(1, 2020, 2021), Comparability::Same);
        assert!(compare(1, 2019, 2020).is_direct());
    }

    #[test]
    fn walking_back_finds_exactly_those_that_walk_forward_to_it() {
        let geography = Geography::built_in();
        let dates: Vec<Date> = (2013..=2023).map(|year| date(year, 6, 1)).collect();
        for later in &dates {
            for earlier in dates.iter().filter(|earlier| *earlier <= later) {
                let old = geography.codes_at(*earlier);
                for code in geography.codes_at(*later) {
                    let reaches = |old: &&Code| geography.successors(**old, *earlier, *later).contains(&code);
                    if geography.mergers().iter().any(|merger| merger.new == code) {
                        let slow: BTreeSet<Code> = old.iter().filter(reaches).copied().collect();
                        assert_eq!(geography.predecessors(code, *earlier, *later), slow, "{code}");
                    }
                }
            }
        }
    }
}
