//! The pages of the meldcode in order, and the fields on each.

use rules::{Input, Table};

use super::state::field;

/// Where somebody is: the start, one of the five steps, or the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Who are you, and about whom is it.
    Start,
    /// Step 1: what do you see.
    Signals,
    /// Step 2: with whom do you consult.
    Consult,
    /// Step 3: the talk with parents and child.
    Talk,
    /// Step 4: weighing.
    Weigh,
    /// Step 5: two decisions.
    Decide,
    /// The decision report.
    Report,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// Its name in the form and in the state.
    pub name: String,
    /// Whether several values can be chosen.
    pub many: bool,
    /// Whether it is free text.
    pub free: bool,
    /// What can be chosen, if that is a fixed list; the words are `walk-<name>-<code>`.
    pub codes: &'static [&'static str],
    /// The input of a table that it answers; with free text the input whose answer it gives the reason for.
    pub input: Option<&'a Input>,
}

impl<'a> Field<'a> {
    fn one(name: &str) -> Self {
        Self { name: name.to_owned(), many: false, free: false, codes: &[], input: None }
    }

    fn many(name: &str) -> Self {
        Self { many: true, ..Self::one(name) }
    }

    fn free(name: &str) -> Self {
        Self { free: true, ..Self::one(name) }
    }

    fn of(self, codes: &'static [&'static str]) -> Self {
        Self { codes, ..self }
    }

    fn answer(table: &Table, input: &'a Input) -> Self {
        Self { input: Some(input), ..Self::one(&field(table, &input.name)) }
    }

    fn reason(table: &Table, input: &'a Input) -> Self {
        Self { input: Some(input), ..Self::free(&why(table, &input.name)) }
    }
}

/// About whom it is.
pub const WHO: &[&str] = &["child", "adult"];
/// With whom somebody consulted.
pub const CONSULTED: &[&str] = &["colleague", "attention", "trust", "veilig-thuis", "expert", "nobody"];
/// How far the talk with the parents, or with the adult, is.
pub const PARENTS_TALK: &[&str] = &["done", "later", "not"];
/// How far the talk with the child is.
pub const CHILD_TALK: &[&str] = &["spoken", "seen", "not"];
/// Whether somebody follows the advice.
pub const AGREE: &[&str] = &["yes", "no"];
/// Whether somebody helps.
pub const OWN_HELP: &[&str] = &["yes", "with", "no"];
/// Who is told.
pub const TOLD: &[&str] = &["parents", "child", "colleagues", "other"];

/// The tables whose inputs stand on the pages.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    /// Special duties, on the page of the signals.
    pub duties: &'a Table,
    /// Whether a talk is possible now.
    pub conversation: &'a Table,
    /// The five questions.
    pub weighing: &'a Table,
}

impl Step {
    /// Every page, in order.
    pub const ALL: [Self; 7] =
        [Self::Start, Self::Signals, Self::Consult, Self::Talk, Self::Weigh, Self::Decide, Self::Report];

    /// The five steps of the meldcode.
    pub const FIVE: [Self; 5] = [Self::Signals, Self::Consult, Self::Talk, Self::Weigh, Self::Decide];

    /// Its name in forms and words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Signals => "signals",
            Self::Consult => "consult",
            Self::Talk => "talk",
            Self::Weigh => "weigh",
            Self::Decide => "decide",
            Self::Report => "report",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Its number among the five; nothing for the start and the report.
    #[must_use]
    pub fn number(self) -> Option<usize> {
        Self::FIVE.iter().position(|step| *step == self).map(|place| place + 1)
    }

    /// The page after it; the report is the last.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().find(|step| *step > self).unwrap_or(Self::Report)
    }

    /// The page before it; the start is the first.
    #[must_use]
    pub fn back(self) -> Self {
        Self::ALL.into_iter().rfind(|step| *step < self).unwrap_or(Self::Start)
    }

    /// The fields on its page, in their order.
    #[must_use]
    pub fn fields(self, tables: Tables<'_>) -> Vec<Field<'_>> {
        match self {
            Self::Start => vec![
                Field::one("profession"),
                Field::one("municipality"),
                Field::one("who").of(WHO),
                Field::one("age"),
            ],
            Self::Signals => {
                let own = [
                    Field::many("signals"),
                    Field::free("fact"),
                    Field::free("origin"),
                    Field::free("meaning"),
                    Field::many("protective"),
                    Field::free("protective-text"),
                ];
                own.into_iter().chain(answers(tables.duties)).collect()
            }
            Self::Consult => vec![
                Field::many("consulted").of(CONSULTED),
                Field::free("consult-text"),
                Field::free("advice-text"),
            ],
            Self::Talk => {
                let own = [
                    Field::one("parents-talk").of(PARENTS_TALK),
                    Field::free("parents-text"),
                    Field::one("child-talk").of(CHILD_TALK),
                    Field::free("child-wants"),
                    Field::free("child-text"),
                ];
                answers(tables.conversation).chain(own).collect()
            }
            Self::Weigh => {
                let table = tables.weighing;
                let asked = |input| [Field::answer(table, input), Field::reason(table, input)];
                table.inputs.iter().flat_map(asked).collect()
            }
            Self::Decide => vec![
                Field::one("agree").of(AGREE),
                Field::free("agree-why"),
                Field::one("own-help").of(OWN_HELP),
                Field::free("help-text"),
                Field::many("told").of(TOLD),
                Field::free("told-text"),
                Field::one("again-day"),
                Field::free("again-text"),
            ],
            Self::Report => Vec::new(),
        }
    }
}

fn answers(table: &Table) -> impl Iterator<Item = Field<'_>> {
    table.inputs.iter().map(|input| Field::answer(table, input))
}

/// The name of the field with the reason for an answer.
#[must_use]
pub fn why(table: &Table, input: &str) -> String {
    format!("{}-{input}-why", table.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_follow_each_other_and_have_names() {
        for step in Step::ALL {
            assert_eq!(Step::parse(step.name()), Some(step));
            if step != Step::Report {
                assert_eq!(step.next().back(), step);
            }
        }
        assert_eq!((Step::Start.back(), Step::Report.next()), (Step::Start, Step::Report));
        assert_eq!(Step::FIVE.map(Step::number), [Some(1), Some(2), Some(3), Some(4), Some(5)]);
    }
}
