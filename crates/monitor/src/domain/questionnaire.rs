//! A questionnaire: goals with their measure questions, and extra questions about the whole municipality.
//!
//! Source of the first one: Kinderombudsman/NJi 2017 (KOM012/2017), tables 4.1-4.11 and annex 2.

use jiff::civil::Date;
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
    /// From which day on it is put.
    pub valid_from: Date,
    /// Name and version of the one that it was copied from. What in it has a `was` means that there.
    pub base: Option<(String, u32)>,
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Code in the answers file.
    pub code: String,
    /// What people read.
    pub label: Text,
    /// What it was in the questionnaire that this one was copied from: `column/code`, as [`option_name`] makes it.
    /// More than one where options were put together; none for a new option.
    pub was: Vec<String>,
}

/// A question is put only to who gave this answer on an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// Column of the earlier question.
    pub column: String,
    /// Code that must be (among) the answer.
    pub code: String,
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
    /// Number of the same goal in the questionnaire that this one was copied from.
    pub was: Option<u32>,
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
    /// To whom it is put; to everybody without one.
    pub shown: Option<Condition>,
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

/// The column of a question about measures, by the numbers of goal and question.
#[must_use]
pub fn measures_column(goal: u32, question: u32) -> String {
    format!("d{goal}.maatregelen.{question}")
}

/// The name of an option within its questionnaire: `d1.maatregelen.2/consultatiebureau`.
#[must_use]
pub fn option_name(column: &str, code: &str) -> String {
    format!("{column}/{code}")
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
    /// Column of the same question in the questionnaire that this one was copied from.
    pub was: Option<String>,
    /// To whom it is put; to everybody without one.
    pub shown: Option<Condition>,
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

    /// To whom the question in a column is put, if not to everybody.
    #[must_use]
    pub fn condition(&self, column: &str) -> Option<&Condition> {
        let goals = self.goals.iter();
        let measures = goals.flat_map(|goal| goal.questions.iter().map(|question| (goal.number, question)));
        let mut measures = measures.filter(|(_, question)| question.shown.is_some());
        let mut extra = self.extra.iter().filter(|question| question.shown.is_some());
        let found = measures.find(|(goal, question)| measures_column(*goal, question.number) == column);
        let found = found.and_then(|(_, question)| question.shown.as_ref());
        found.or_else(|| extra.find(|question| question.column == column)?.shown.as_ref())
    }

    /// Position of the extra question with this report name.
    #[must_use]
    pub fn extra_index(&self, key: &str) -> Option<usize> {
        self.extra.iter().position(|question| question.key == key)
    }
}
