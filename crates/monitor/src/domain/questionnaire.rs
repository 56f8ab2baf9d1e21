//! A questionnaire: goals with their measure questions, and extra questions about the whole municipality.
//!
//! Source of the first one: Kinderombudsman/NJi 2017 (KOM012/2017), tables 4.1-4.11 and annex 2.

use kernel::Text;

/// Code of the option "no part of policy": it is counted, earns nothing and excludes every other option.
pub const NONE: &str = "geen";

/// A published version of a questionnaire. It never changes after publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    /// Stable name, such as `preventie-2017`.
    pub id: String,
    /// Version within the name, from 1.
    pub version: u32,
    /// Name for people.
    pub title: Text,
    /// Document and tables it comes from.
    pub source: String,
    /// In which documents a goal can be recorded.
    pub documents: Vec<Choice>,
    /// Sets of goals, in order; the monitor later had a second one, on domestic violence.
    pub sets: Vec<GoalSet>,
    /// All goals of all sets, in order. A goal's position here is its index everywhere.
    pub goals: Vec<Goal>,
    /// The extra questions, in order.
    pub extra: Vec<ExtraQuestion>,
}

/// An answer that can be chosen: its code in files and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Code in the answers file.
    pub code: String,
    /// What people read.
    pub label: Text,
}

/// A set of goals that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalSet {
    /// Stable name.
    pub id: String,
    /// Name for people.
    pub title: Text,
}

/// One goal of prevention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Number in the source and in the columns of the answers file (`d7.`).
    pub number: u32,
    /// Position of its set in [`Questionnaire::sets`].
    pub set: usize,
    /// Short title.
    pub title: Text,
    /// What the goal asks, in a sentence.
    pub explanation: Text,
    /// Why it matters.
    pub why: Text,
    /// Whom it should reach.
    pub target_group: Text,
    /// Where the goal and its options come from.
    pub source: String,
    /// The questions about measures, in order.
    pub questions: Vec<MeasureQuestion>,
}

/// "Which measures do you take?", about one kind of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureQuestion {
    /// Number within the goal, from 1.
    pub number: u32,
    /// Short heading.
    pub title: Text,
    /// What can be ticked, `geen` included.
    pub options: Vec<Choice>,
}

impl MeasureQuestion {
    /// Position of the option "no part of policy", if the question has it.
    #[must_use]
    pub fn none(&self) -> Option<usize> {
        self.options.iter().position(|option| option.code == NONE)
    }
}

/// How an extra question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtraKind {
    /// Any number of options.
    Many,
    /// Exactly one option.
    One,
    /// A school grade from 1 to 10.
    Grade,
}

/// A question about the municipality as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtraQuestion {
    /// Number in the source.
    pub number: u32,
    /// Column in the answers file.
    pub column: String,
    /// Name in reports: `risk_groups`, `grade_now` and so on.
    pub key: String,
    /// How it is answered.
    pub kind: ExtraKind,
    /// Short heading.
    pub title: Text,
    /// The question itself.
    pub question: Text,
    /// Column of the free text that goes with it, if any.
    pub text_column: Option<String>,
    /// What can be chosen; empty for a grade.
    pub options: Vec<Choice>,
}

impl Questionnaire {
    /// Position of the goal with this number.
    #[must_use]
    pub fn goal_index(&self, number: u32) -> Option<usize> {
        self.goals.iter().position(|goal| goal.number == number)
    }

    /// Position of the extra question with this report name.
    #[must_use]
    pub fn extra_index(&self, key: &str) -> Option<usize> {
        self.extra.iter().position(|question| question.key == key)
    }
}
