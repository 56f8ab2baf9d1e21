//! The questions of a form as people read them, by the column that keeps the answer.

use web::Tr;

use crate::domain::answers::{Policy, Share};
use crate::domain::questionnaire::{Choice, ExtraKind, Goal, Questionnaire};
use crate::domain::voice::{WAYS, is_voice};
use crate::import::columns::{Column, Field, columns};

/// Whether the municipality agrees to be shown by name: the column, and the last question.
pub const NAMED: &str = "openbaar";

/// A part of a form, with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The goal at this position.
    Goal(usize),
    /// The questions about the municipality as a whole.
    Other,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One of a few.
    One,
    /// Any of a few.
    Many,
    /// One of a row of numbers.
    Grade,
    /// In own words.
    Words,
}

/// A question as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The column that keeps the answer.
    pub name: String,
    /// How it is answered.
    pub kind: Kind,
    /// The question.
    pub label: String,
    /// What helps to answer it.
    pub hint: String,
    /// What can be chosen: code and words.
    pub options: Vec<(String, String)>,
}

impl Part {
    /// Every part, in the order of filling in.
    pub fn all(questionnaire: &Questionnaire) -> impl Iterator<Item = Self> {
        (0..questionnaire.goals.len()).map(Self::Goal).chain([Self::Other])
    }

    /// The part that follows.
    #[must_use]
    pub fn next(self, questionnaire: &Questionnaire) -> Option<Self> {
        Self::all(questionnaire).skip_while(|part| *part != self).nth(1)
    }

    /// The part of a column.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, column: &str) -> Self {
        let number = column.strip_prefix('d').and_then(|rest| rest.split_once('.')?.0.parse().ok());
        number.and_then(|number| questionnaire.goal_index(number)).map_or(Self::Other, Self::Goal)
    }

    /// Its address below that of the form.
    #[must_use]
    pub fn path(self, questionnaire: &Questionnaire) -> String {
        match self.goal(questionnaire) {
            Some(goal) => format!("/goals/{}", goal.number),
            None => "/other".to_owned(),
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn title(self, tr: Tr, questionnaire: &Questionnaire) -> String {
        match self.goal(questionnaire) {
            Some(goal) => format!("{} {}", goal.number, goal.title.get(tr.0)),
            None => tr.t("form-other"),
        }
    }

    /// Its goal, if it is one.
    #[must_use]
    pub fn goal(self, questionnaire: &Questionnaire) -> Option<&Goal> {
        if let Self::Goal(at) = self { questionnaire.goals.get(at) } else { None }
    }
}

/// The questions of a part, in the order of the questionnaire; consent comes last.
#[must_use]
pub fn questions(tr: Tr, questionnaire: &Questionnaire, part: Part) -> Vec<Question> {
    let maker = Maker { tr, questionnaire };
    let mut all: Vec<Question> = columns(questionnaire)
        .iter()
        .filter(|column| Part::of(questionnaire, &column.name) == part)
        .filter_map(|column| maker.question(column))
        .collect();
    all.sort_by_key(|question| question.name == NAMED);
    all
}

/// The question of one column.
#[must_use]
pub fn question(tr: Tr, questionnaire: &Questionnaire, column: &str) -> Option<Question> {
    let part = Part::of(questionnaire, column);
    questions(tr, questionnaire, part).into_iter().find(|question| question.name == column)
}

/// To whom the question in a column is put, in words; nothing if to everybody.
#[must_use]
pub fn only_if(tr: Tr, questionnaire: &Questionnaire, column: &str) -> Option<String> {
    let condition = questionnaire.condition(column)?;
    let asked = question(tr, questionnaire, &condition.column);
    let answer =
        asked.as_ref().map_or_else(|| condition.code.clone(), |asked| asked.words(tr, &condition.code));
    let asked = asked.map_or_else(|| condition.column.clone(), |asked| asked.label);
    let goal = Part::of(questionnaire, &condition.column).goal(questionnaire).map(|goal| goal.number);
    let asked =
        goal.map_or(asked.clone(), |goal| format!("{}. {asked}", tr.t1("edited-at-goal", "goal", goal)));
    Some(tr.t2("edited-only-if", "question", asked, "answer", answer))
}

impl Question {
    /// An answer in words; a code that is not known stands as it is.
    #[must_use]
    pub fn words(&self, tr: Tr, value: &str) -> String {
        if value.is_empty() {
            return tr.t("form-empty");
        }
        if matches!(self.kind, Kind::Words | Kind::Grade) {
            return value.to_owned();
        }
        let words = |code: &str| {
            let known = self.options.iter().find(|(found, _)| found == code);
            known.map_or_else(|| code.to_owned(), |(_, words)| words.clone())
        };
        value.split(';').map(words).collect::<Vec<_>>().join("; ")
    }

    /// Whether an answer of another wave can be an answer here.
    #[must_use]
    pub fn fits(&self, value: &str) -> bool {
        let known = |code: &str| self.options.iter().any(|(found, _)| found == code);
        match self.kind {
            Kind::Words => true,
            Kind::One | Kind::Grade => known(value),
            Kind::Many => value.split(';').all(known),
        }
    }
}

struct Maker<'a> {
    tr: Tr,
    questionnaire: &'a Questionnaire,
}

impl Maker<'_> {
    fn question(&self, column: &Column) -> Option<Question> {
        let Self { tr, questionnaire } = self;
        let goal = |at: usize| questionnaire.goals.get(at);
        let plain = |kind, key: &str, options| Self::made(column, kind, tr.t(&format!("ask-{key}")), options);
        Some(match column.field {
            Field::Respondent | Field::SizeClass | Field::Municipality => return None,
            Field::Named => {
                Question { hint: tr.t("ask-named-hint"), ..plain(Kind::One, "named", self.yes_no()) }
            }
            Field::Policy(_) => {
                let words =
                    |policy: &Policy| (policy.code().to_owned(), tr.t(&format!("answer-{}", policy.code())));
                plain(Kind::One, "policy", Policy::ALL.iter().map(words).collect())
            }
            Field::Documents(_) => {
                let asked = plain(Kind::Many, "documents", self.choices(&questionnaire.documents));
                Question { hint: tr.t("ask-documents-hint"), ..asked }
            }
            Field::Measures(at, position) => {
                let question = goal(at)?.questions.get(position)?;
                let label = tr.t1("ask-measures", "question", question.title.get(tr.0));
                let asked = Self::made(column, Kind::Many, label, self.choices(&question.options));
                Question { hint: tr.t("ask-measures-hint"), ..asked }
            }
            Field::OwnMeasure(_) => plain(Kind::One, "own", self.yes_no()),
            Field::Sight(at) => {
                let hint = tr.t1("ask-sight-hint", "group", goal(at)?.target_group.get(tr.0));
                Question { hint, ..plain(Kind::One, "sight", self.yes_no()) }
            }
            Field::Share(_) => {
                let words =
                    |share: &Share| (share.code().to_owned(), tr.t(&format!("answer-{}", share.code())));
                let asked = plain(Kind::One, "share", Share::ALL.iter().map(words).collect());
                Question { hint: tr.t("ask-share-hint"), ..asked }
            }
            Field::Heard(_) => {
                Question { hint: tr.t("ask-heard-hint"), ..plain(Kind::One, "heard", self.yes_no()) }
            }
            Field::HeardHow(_) => plain(Kind::Many, "heard-how", self.ways()),
            Field::Extra(at) => {
                let extra = questionnaire.extra.get(at)?;
                let kind = match extra.kind {
                    ExtraKind::Many => Kind::Many,
                    ExtraKind::One => Kind::One,
                    ExtraKind::Grade => Kind::Grade,
                };
                let options = match kind {
                    Kind::Grade => (1..=10).map(|grade| (grade.to_string(), grade.to_string())).collect(),
                    _ => self.choices(&extra.options),
                };
                Self::made(column, kind, extra.question.get(tr.0).to_owned(), options)
            }
            Field::Text => {
                let key = match column.name.as_str() {
                    name if name.ends_with(".anders-tekst") => "other-measure",
                    name if name.ends_with(".eigen-maatregel-tekst") => "own-measure",
                    name if is_voice(name) => "heard-change",
                    _ => "more",
                };
                plain(Kind::Words, key, Vec::new())
            }
        })
    }

    fn made(column: &Column, kind: Kind, label: String, options: Vec<(String, String)>) -> Question {
        Question { name: column.name.clone(), kind, label, hint: String::new(), options }
    }

    fn choices(&self, choices: &[Choice]) -> Vec<(String, String)> {
        choices.iter().map(|choice| (choice.code.clone(), choice.label.get(self.tr.0).to_owned())).collect()
    }

    fn ways(&self) -> Vec<(String, String)> {
        WAYS.map(|code| (code.to_owned(), self.tr.t(&format!("heard-how-{code}")))).to_vec()
    }

    fn yes_no(&self) -> Vec<(String, String)> {
        ["ja", "nee"].map(|code| (code.to_owned(), self.tr.t(&format!("answer-{code}")))).to_vec()
    }
}

#[cfg(test)]
#[path = "questions_tests.rs"]
mod tests;
