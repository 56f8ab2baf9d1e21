//! Size classes as they may be shown: too small ones joined with their neighbour.

use super::groups::{Size, joined, shown};
use super::statistics::{Group, Statistics};

/// Neighbouring size classes and everybody in them.
#[derive(Debug, Clone)]
pub struct SizeGroup {
    /// Number of the smallest class in it, 1 to 5.
    pub first: u8,
    /// Number of the largest class in it.
    pub last: u8,
    /// Everybody in these classes.
    pub group: Group,
}

/// The size classes of `statistics`, joined where a class alone would tell about single municipalities.
#[must_use]
pub fn size_groups(statistics: &Statistics) -> Vec<SizeGroup> {
    let sizes = statistics.by_size.each_ref().map(Group::size);
    let groups = joined(&sizes).into_iter().map(|(first, last)| {
        let mut group = statistics.by_size[first].clone();
        statistics.by_size[first + 1..=last].iter().for_each(|other| group.merge(other));
        let number = |at: usize| u8::try_from(at + 1).unwrap_or(u8::MAX);
        SizeGroup { first: number(first), last: number(last), group }
    });
    groups.collect()
}

/// First and last number of the size groups whose score on a goal is shown.
#[must_use]
pub fn size_groups_of_goal(statistics: &Statistics, goal: usize) -> Vec<(u8, u8)> {
    let groups = size_groups(statistics);
    let show = shown(&groups.iter().map(|group| group.group.goal_size(goal)).collect::<Vec<_>>());
    groups.iter().zip(show).filter(|(_, show)| *show).map(|(group, _)| (group.first, group.last)).collect()
}

impl Group {
    /// How many answered the goal at a position, for deciding whether its score may be shown.
    #[must_use]
    pub fn goal_size(&self, at: usize) -> Size {
        Size { count: self.goals[at].respondents, unnamed: self.goals[at].unnamed }
    }

    /// How large the group is, for deciding whether it may be shown.
    #[must_use]
    pub fn size(&self) -> Size {
        Size { count: self.respondents, unnamed: self.unnamed }
    }
}
