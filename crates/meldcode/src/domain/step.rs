//! The pages of the meldcode in order, and the fields on each.

use rules::Table;

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
pub struct Field {
    /// Its name in the form and in the state.
    pub name: String,
    /// Whether several values can be chosen.
    pub many: bool,
    /// Whether it is free text.
    pub free: bool,
}

impl Field {
    fn one(name: &str) -> Self {
        Self { name: name.to_owned(), many: false, free: false }
    }

    fn many(name: &str) -> Self {
        Self { many: true, ..Self::one(name) }
    }

    fn free(name: &str) -> Self {
        Self { free: true, ..Self::one(name) }
    }
}

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

    /// The fields on its page.
    #[must_use]
    pub fn fields(self, tables: Tables<'_>) -> Vec<Field> {
        let inputs = |table: &Table| -> Vec<Field> {
            table.inputs.iter().map(|input| Field::one(&field(table, &input.name))).collect()
        };
        match self {
            Self::Start => vec![
                Field::one("profession"),
                Field::one("municipality"),
                Field::one("who"),
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
                own.into_iter().chain(inputs(tables.duties)).collect()
            }
            Self::Consult => {
                vec![Field::many("consulted"), Field::free("consult-text"), Field::free("advice-text")]
            }
            Self::Talk => {
                let own = [
                    Field::one("parents-talk"),
                    Field::free("parents-text"),
                    Field::one("child-talk"),
                    Field::free("child-wants"),
                    Field::free("child-text"),
                ];
                inputs(tables.conversation).into_iter().chain(own).collect()
            }
            Self::Weigh => {
                let why = |input: &rules::Input| Field::free(&why(tables.weighing, &input.name));
                let reasons: Vec<Field> = tables.weighing.inputs.iter().map(why).collect();
                inputs(tables.weighing).into_iter().chain(reasons).collect()
            }
            Self::Decide => vec![
                Field::one("agree"),
                Field::free("agree-why"),
                Field::one("own-help"),
                Field::free("help-text"),
                Field::many("told"),
                Field::free("told-text"),
                Field::one("again-day"),
                Field::free("again-text"),
            ],
            Self::Report => Vec::new(),
        }
    }
}

/// The name of the field for an input of a table.
#[must_use]
pub fn field(table: &Table, input: &str) -> String {
    format!("{}-{input}", table.id)
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
