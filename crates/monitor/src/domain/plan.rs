//! The plan of a municipality or a region: actions with a day and a state, and targets with their progress.

use std::fmt;
use std::str::FromStr;

use geography::{Code, Geography, Region};
use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::Exact;

/// How long before its day people are reminded of an action.
pub const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How many municipalities must have told the effort of a step before it is shown.
pub const TELLERS: u64 = 5;

/// Whose plan it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Whose {
    /// Of a municipality.
    Municipality(Code),
    /// Of a Veilig Thuis region: joint actions.
    Region(Region),
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Municipality(code) => code.fmt(f),
            Self::Region(region) => f.write_str(&region.slug()),
        }
    }
}

impl FromStr for Whose {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let code = text.parse().ok().map(Self::Municipality);
        let region = || Geography::built_in().region(text).map(Self::Region);
        code.or_else(region).ok_or_else(|| format!("no plan is of {text}"))
    }
}

/// Where an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActionState {
    /// Not begun.
    Open,
    /// Worked on.
    Busy,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl ActionState {
    /// Every value.
    pub const ALL: [Self; 4] = [Self::Open, Self::Busy, Self::Done, Self::Dropped];

    /// Name in the database and in locale keys (`action-state-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Busy => "busy",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether there is still something to do.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::Busy)
    }
}

/// How an action stands to its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Nothing to worry about.
    Calm,
    /// Its day comes near.
    Near,
    /// Its day is over.
    Late,
}

impl Timing {
    /// How an action stands on a day.
    #[must_use]
    pub fn of(state: ActionState, due: Option<Date>, today: Date) -> Self {
        match due.filter(|_| state.is_live()) {
            Some(due) if due < today => Self::Late,
            Some(due) if due <= today.saturating_add(AHEAD) => Self::Near,
            _ => Self::Calm,
        }
    }

    /// Name in locale keys (`action-timing-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Near => "near",
            Self::Late => "late",
        }
    }
}

/// What a target is about, in the terms of the ombudsman.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TargetKind {
    /// The percentage of the target group that is really reached.
    Reach,
    /// The number of children affected.
    Affected,
}

impl TargetKind {
    /// Every value.
    pub const ALL: [Self; 2] = [Self::Reach, Self::Affected];

    /// Name in the database and in locale keys (`target-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Affected => "affected",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What is aimed at from a first figure, if nothing else is said: everybody reached; half the children affected.
    /// Both in three years.
    ///
    /// Source: Kinderombudsman/NJi 2017 (KOM012/2017), recommendations.
    #[must_use]
    pub const fn usual(self, first: Measured) -> Measured {
        let value = match self {
            Self::Reach => 100,
            Self::Affected => first.value / 2,
        };
        Measured { year: first.year + 3, value }
    }
}

/// A figure of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// The year.
    pub year: i64,
    /// Percent, or children.
    pub value: i64,
}

/// A target for a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The number of the goal.
    pub goal: u32,
    /// What it is about.
    pub kind: TargetKind,
    /// Where it began.
    pub first: Measured,
    /// What is aimed at.
    pub aim: Measured,
    /// Where it is now.
    pub now: Option<Measured>,
    /// Where the figures come from.
    pub source: String,
    /// How often it was saved.
    pub changed: i64,
}

impl Target {
    /// How far it is on the way from first to aim, in percent; below zero if it went the other way. Nothing without a
    /// figure of now, or if there is no way to go.
    #[must_use]
    pub fn progress(&self) -> Option<Exact> {
        let (way, gone) = (self.aim.value - self.first.value, self.now?.value - self.first.value);
        (way != 0).then(|| Exact::new(gone * 100, way))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn target(first: i64, aim: i64, now: Option<i64>) -> Target {
        let at = |year, value| Measured { year, value };
        Target {
            goal: 1,
            kind: TargetKind::Affected,
            first: at(2026, first),
            aim: at(2029, aim),
            now: now.map(|value| at(2027, value)),
            source: String::new(),
            changed: 0,
        }
    }

    #[test]
    fn half_way_down_is_fifty_percent_and_the_wrong_way_is_below_zero() {
        assert_eq!(target(200, 100, Some(150)).progress(), Some(Exact::whole(50)));
        assert_eq!(target(200, 100, Some(220)).progress(), Some(Exact::whole(-20)));
        assert_eq!(target(40, 100, Some(55)).progress(), Some(Exact::whole(25)));
        assert_eq!(target(200, 100, None).progress(), None);
        assert_eq!(target(100, 100, Some(90)).progress(), None);
    }

    #[test]
    fn the_usual_aim_is_half_the_children_in_three_years_and_everybody_reached() {
        let first = Measured { year: 2026, value: 301 };
        assert_eq!(TargetKind::Affected.usual(first), Measured { year: 2029, value: 150 });
        assert_eq!(TargetKind::Reach.usual(first).value, 100);
    }

    #[test]
    fn a_plan_is_of_a_municipality_or_a_region() {
        let geography = Geography::built_in();
        let of: Vec<Whose> =
            ["GM0296", "gelderland-zuid"].iter().filter_map(|text| text.parse().ok()).collect();
        assert!(matches!(of[..], [Whose::Municipality(_), Whose::Region(_)]), "{of:?}");
        for region in geography.regions() {
            assert_eq!(Whose::Region(region).to_string().parse(), Ok(Whose::Region(region)));
        }
        assert!("nergens".parse::<Whose>().is_err());
    }

    #[test]
    fn an_action_is_near_two_weeks_before_its_day_and_late_after_it_unless_it_is_done() {
        let (today, due) = (date(2027, 3, 1), Some(date(2027, 3, 15)));
        assert_eq!(Timing::of(ActionState::Busy, due, today), Timing::Near);
        assert_eq!(Timing::of(ActionState::Busy, due, date(2027, 2, 28)), Timing::Calm);
        assert_eq!(Timing::of(ActionState::Open, due, date(2027, 3, 16)), Timing::Late);
        assert_eq!(Timing::of(ActionState::Done, due, date(2027, 3, 16)), Timing::Calm);
        assert_eq!(Timing::of(ActionState::Open, None, today), Timing::Calm);
    }
}
