//! A scoring rule: how many points an answer earns. Published versions never change.
//!
//! Source: Kinderombudsman/NJi 2017 (KOM012/2017), section 3.3; the two readings of its rule for measures
//! are explained in `docs/method.md`.

use kernel::{Norms, Points, Text};

/// A published scoring rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoringRule {
    /// Stable name, such as `2017-a`.
    pub id: String,
    /// Version within the name, from 1.
    pub version: u32,
    /// Name for people.
    pub title: Text,
    /// How it counts, for people.
    pub explanation: Text,
    /// Where it comes from.
    pub source: String,
    /// Points for policy and its record.
    pub embedding: EmbeddingRule,
    /// Points for measures.
    pub measures: MeasuresRule,
    /// Points for reach.
    pub reach: ReachRule,
    /// The norms that colour a score.
    pub norms: Norms,
}

/// Points for being in policy, at most `in_policy + recorded`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmbeddingRule {
    /// The goal is in policy.
    pub in_policy: Points,
    /// It is not, but it is intended.
    pub intended: Points,
    /// It is recorded in a document.
    pub recorded: Points,
}

/// How ticked measures count within a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// These points for every measure, up to the question's part of the pool.
    Each(Points),
    /// The question's whole part of the pool as soon as one measure is ticked.
    Any,
}

/// Points for measures, at most `pool + own`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasuresRule {
    /// How ticked measures count.
    pub counting: Counting,
    /// Divided evenly over a goal's questions, exactly: 45 over 4 questions is 45/4 each.
    pub pool: Points,
    /// A measure that the questionnaire does not name.
    pub own: Points,
}

/// Points for reach, at most `sight` plus the highest share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReachRule {
    /// The municipality sees whom it reaches.
    pub sight: Points,
    /// Per share reached, in the order of [`super::answers::Share::ALL`].
    pub share: [Points; 4],
}

/// The three parts of a score; any of them can be left out of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Parts {
    /// Count embedding.
    pub embedding: bool,
    /// Count measures.
    pub measures: bool,
    /// Count reach.
    pub reach: bool,
}

impl Parts {
    /// All three: the ordinary score.
    pub const ALL: Self = Self { embedding: true, measures: true, reach: true };

    /// Whether nothing is left out.
    #[must_use]
    pub fn is_all(self) -> bool {
        self == Self::ALL
    }
}

impl ScoringRule {
    /// The highest score per part: 25, 50 and 25 in the rules of 2017.
    #[must_use]
    pub fn maxima(&self) -> [Points; 3] {
        let share = self.reach.share.into_iter().max().unwrap_or(Points::ZERO);
        [
            self.embedding.in_policy.max(self.embedding.intended) + self.embedding.recorded,
            self.measures.pool + self.measures.own,
            self.reach.sight + share,
        ]
    }

    /// The highest total when only `parts` count.
    #[must_use]
    pub fn maximum(&self, parts: Parts) -> Points {
        let [embedding, measures, reach] = self.maxima();
        let counted = [(parts.embedding, embedding), (parts.measures, measures), (parts.reach, reach)];
        counted.into_iter().filter(|(on, _)| *on).map(|(_, points)| points).sum()
    }
}
