//! Writes responses as the lines of an answers file, the columns in their canonical order.

use crate::domain::answers::{Chosen, ExtraAnswer, Response};
use crate::domain::questionnaire::{Choice, Questionnaire};
use crate::import::columns::{Column, Field, columns};

/// The columns to be written.
pub struct Sheet<'a> {
    questionnaire: &'a Questionnaire,
    columns: Vec<Column>,
}

impl<'a> Sheet<'a> {
    /// All columns but those for free text and how children were heard; those for the municipality only if it is known.
    pub fn new(questionnaire: &'a Questionnaire, municipality_is_known: bool) -> Self {
        let mut columns = columns(questionnaire);
        columns.retain(|column| match column.field {
            Field::Text | Field::HeardHow(_) => false,
            Field::Municipality | Field::Named | Field::Heard(_) => municipality_is_known,
            _ => true,
        });
        Self { questionnaire, columns }
    }

    /// The header, with its line end.
    pub fn header(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(",") + "\n"
    }

    /// A response as a line, with its line end. No cell holds a comma or a quote: codes never do.
    pub fn line(&self, response: &Response) -> String {
        let mut line = String::with_capacity(1500);
        for (at, column) in self.columns.iter().enumerate() {
            if at > 0 {
                line.push(',');
            }
            self.cell(column.field, response, &mut line);
        }
        line.push('\n');
        line
    }

    fn cell(&self, field: Field, response: &Response, line: &mut String) {
        let goal = |at: usize| response.goals.get(at).and_then(Option::as_ref);
        let yes_no = |answer: Option<bool>| answer.map_or("", |yes| if yes { "ja" } else { "nee" });
        match field {
            Field::Text | Field::HeardHow(_) => {}
            Field::Respondent => line.push_str(&response.respondent),
            Field::SizeClass => line.push_str(&response.size_class.to_string()),
            Field::Municipality => {
                line.push_str(&response.municipality.map(|code| code.to_string()).unwrap_or_default());
            }
            Field::Named => line.push_str(yes_no(Some(response.named))),
            Field::Policy(at) => line.push_str(goal(at).map_or("", |goal| goal.policy.code())),
            Field::Documents(at) => {
                codes(goal(at).map(|goal| goal.documents), &self.questionnaire.documents, line);
            }
            Field::Measures(at, question) => {
                let chosen = goal(at).and_then(|goal| goal.measures.get(question).copied());
                codes(chosen, &self.questionnaire.goals[at].questions[question].options, line);
            }
            Field::OwnMeasure(at) => line.push_str(yes_no(goal(at).map(|goal| goal.own_measure))),
            Field::Sight(at) => line.push_str(yes_no(goal(at).and_then(|goal| goal.sight))),
            Field::Share(at) => {
                line.push_str(goal(at).and_then(|goal| goal.share).map_or("", |share| share.code()));
            }
            Field::Heard(at) => line.push_str(yes_no(goal(at).and_then(|goal| goal.heard))),
            Field::Extra(at) => match response.extra.get(at) {
                None | Some(ExtraAnswer::Open) => {}
                Some(ExtraAnswer::Grade(grade)) => line.push_str(&grade.to_string()),
                Some(ExtraAnswer::Chosen(chosen)) => {
                    codes(Some(*chosen), &self.questionnaire.extra[at].options, line);
                }
            },
        }
    }
}

/// Codes of what was chosen, with `;` between them.
fn codes(chosen: Option<Chosen>, options: &[Choice], line: &mut String) {
    let chosen = chosen.unwrap_or_default().iter().filter_map(|at| options.get(at));
    for (before, option) in chosen.enumerate() {
        if before > 0 {
            line.push(';');
        }
        line.push_str(&option.code);
    }
}
