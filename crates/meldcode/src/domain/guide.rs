//! The pages of the sharing guide in order, and what is asked on each: who and about whom, whom to tell, and then only
//! what can still change the outcome.

use rules::{Facts, Table};

/// A page of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Who you are, and about whom it is.
    Who,
    /// Whom you want to tell.
    Receiver,
    /// What else matters.
    Questions,
    /// What follows.
    Result,
}

impl Step {
    const ALL: [Self; 4] = [Self::Who, Self::Receiver, Self::Questions, Self::Result];

    /// Its name in forms and words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Receiver => "receiver",
            Self::Questions => "questions",
            Self::Result => "result",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The page on which an input is asked.
    #[must_use]
    pub fn of(input: &str) -> Self {
        match input {
            "bound" | "about" => Self::Who,
            "receiver" => Self::Receiver,
            _ => Self::Questions,
        }
    }
}

/// The inputs that can change what is decided by these facts, in the order of the table.
#[must_use]
pub fn open(table: &Table, facts: &Facts) -> Vec<String> {
    let missing =
        table.decide(&table.known_case(facts)).missing.into_iter().filter(|missing| missing.matters);
    missing.filter_map(|missing| Some(table.inputs.get(missing.input)?.name.clone())).collect()
}

/// The inputs on the page of questions: those that matter for who tells whom about whom.
#[must_use]
pub fn questions(table: &Table, facts: &Facts) -> Vec<String> {
    let mut before = facts.clone();
    before.retain(|input, _| Step::of(input) != Step::Questions);
    open(table, &before)
}

/// The facts that are asked for: an answer to a question that no longer matters says nothing here.
#[must_use]
pub fn asked(table: &Table, mut facts: Facts) -> Facts {
    let questions = questions(table, &facts);
    facts.retain(|input, _| Step::of(input) != Step::Questions || questions.contains(input));
    facts
}

/// The inputs on a page, without the profession.
#[must_use]
pub fn inputs(step: Step, table: &Table, facts: &Facts) -> Vec<String> {
    match step {
        Step::Who => vec!["about".to_owned()],
        Step::Receiver => vec!["receiver".to_owned()],
        Step::Questions => questions(table, facts),
        Step::Result => Vec::new(),
    }
}

/// The inputs of a page that must be answered before going on. What can no longer change anything need not be.
#[must_use]
pub fn required(step: Step, table: &Table, facts: &Facts) -> Vec<String> {
    match step {
        Step::Who => ["bound", "about"].map(str::to_owned).into(),
        Step::Receiver => vec!["receiver".to_owned()],
        Step::Questions => open(table, facts),
        Step::Result => Vec::new(),
    }
    .into_iter()
    .filter(|input| !facts.contains_key(input))
    .collect()
}

/// The furthest page that can be shown.
#[must_use]
pub fn reached(table: &Table, facts: &Facts) -> Step {
    let unfinished = [Step::Who, Step::Receiver, Step::Questions].into_iter();
    unfinished.into_iter().find(|step| !required(*step, table, facts).is_empty()).unwrap_or(Step::Result)
}

/// The page after one.
#[must_use]
pub fn next(step: Step, table: &Table, facts: &Facts) -> Step {
    match step {
        Step::Who => Step::Receiver,
        Step::Receiver if !questions(table, facts).is_empty() => Step::Questions,
        _ => Step::Result,
    }
}

/// The page before one.
#[must_use]
pub fn back(step: Step, table: &Table, facts: &Facts) -> Step {
    match step {
        Step::Result if !questions(table, facts).is_empty() => Step::Questions,
        Step::Result | Step::Questions => Step::Receiver,
        Step::Receiver | Step::Who => Step::Who,
    }
}

/// What one answer more or less would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// The place of the input.
    pub input: usize,
    /// The cell of the other answer.
    pub cell: usize,
    /// The place of the row that would decide.
    pub row: usize,
}

/// Every other answer to one question that gives another outcome or another condition, all else being the same.
#[must_use]
pub fn otherwise(table: &Table, facts: &Facts) -> Vec<Otherwise> {
    let Some(now) = decided(table, facts) else { return Vec::new() };
    let said =
        |row: usize| table.rows.get(row).map(|row| row.then.iter().take(2).copied().collect::<Vec<_>>());
    let mut all = Vec::new();
    for (place, input) in table.inputs.iter().enumerate() {
        if Step::of(&input.name) != Step::Questions || !facts.contains_key(&input.name) {
            continue;
        }
        for cell in 0..input.cells.len() {
            let mut other = facts.clone();
            other.insert(input.name.clone(), input.example(cell));
            if let Some(row) = decided(table, &other).filter(|row| said(*row) != said(now)) {
                all.push(Otherwise { input: place, cell, row });
            }
        }
    }
    all
}

/// The row that decides, once it is decided.
#[must_use]
pub fn decided(table: &Table, facts: &Facts) -> Option<usize> {
    table.decide(&table.known_case(facts)).rows.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definitions::BUILT_IN;

    fn table() -> &'static Table {
        let rules = &BUILT_IN.as_ref().expect("sound definitions").rules;
        &rules.bundles.iter().find(|bundle| bundle.table.id == "sharing").expect("the table").table
    }

    fn facts(given: &[(&str, &str)]) -> Facts {
        given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn only_what_can_change_the_outcome_is_asked() {
        let base = facts(&[("bound", "medical"), ("about", "child-12-15"), ("receiver", "gi-ots")]);
        assert_eq!(questions(table(), &base), ["initiative"]);
        let base = facts(&[("bound", "volunteer"), ("about", "child-12-15"), ("receiver", "verwijsindex")]);
        assert_eq!(questions(table(), &base), [""; 0]);
        assert_eq!(next(Step::Receiver, table(), &base), Step::Result);
        assert_eq!(back(Step::Result, table(), &base), Step::Receiver);
    }

    #[test]
    fn an_answer_that_settles_it_makes_the_others_optional() {
        let mut given =
            facts(&[("bound", "medical"), ("about", "child-12-15"), ("receiver", "veilig-thuis")]);
        assert_eq!(
            required(Step::Questions, table(), &given),
            ["initiative", "consent", "danger", "suspicion", "investigation"]
        );
        assert_eq!(reached(table(), &given), Step::Questions);
        given.insert("danger".to_owned(), "yes".to_owned());
        assert_eq!(required(Step::Questions, table(), &given), [""; 0]);
        assert_eq!(reached(table(), &given), Step::Result);
    }

    #[test]
    fn one_other_answer_can_change_the_outcome() {
        let given = facts(&[
            ("bound", "medical"),
            ("about", "child-under-12"),
            ("receiver", "gp"),
            ("consent", "refused"),
            ("danger", "no"),
            ("suspicion", "no"),
        ]);
        let table = table();
        let code = |row: usize| table.outcome(&table.rows[row]).map(|option| option.code.as_str());
        assert_eq!(code(decided(table, &given).expect("decided")), Some("may-not"));
        let others = otherwise(table, &given);
        let consent = table.input("consent").expect("an input");
        let given_cell = table.inputs[consent].cell("given").expect("a cell");
        let other = others.iter().find(|other| other.input == consent && other.cell == given_cell);
        assert_eq!(other.and_then(|other| code(other.row)), Some("may"));
    }

    #[test]
    fn every_first_three_answers_lead_to_a_result() {
        let table = table();
        let codes = |name: &str| {
            let input = &table.inputs[table.input(name).expect("an input")];
            (0..input.cells.len()).map(|cell| input.example(cell)).collect::<Vec<_>>()
        };
        for bound in codes("bound") {
            for about in codes("about") {
                for receiver in codes("receiver") {
                    let mut given = facts(&[("bound", &bound), ("about", &about), ("receiver", &receiver)]);
                    for question in questions(table, &given.clone()) {
                        let input = &table.inputs[table.input(&question).expect("an input")];
                        given.insert(question, input.example(input.cells.len() - 1));
                    }
                    assert!(decided(table, &given).is_some(), "{given:?}");
                }
            }
        }
    }
}
