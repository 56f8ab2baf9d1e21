//! What the same municipality answered the last time, for its own people.

use std::collections::BTreeMap;

use geography::{Code, Comparability, Geography};
use jiff::civil::Date;
use platform::Connection;
use web::PageError;

use super::questions::NAMED;
use super::rows::Opened;
use crate::analysis::Through;
use crate::archive;
use crate::definitions::Definitions;
use crate::domain::questionnaire::measures_column;
use crate::domain::voice::{CHANGE, HEARD, HOW};
use crate::domain::wave::Nature;
use crate::store::{responses, waves};
use crate::versions;

/// The answers of a municipality in the newest earlier wave that it answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Last {
    /// The year of that wave; zero if there is none.
    pub year: u32,
    /// Its answers by column.
    pub cells: BTreeMap<String, String>,
}

impl Last {
    /// The answer on a column, if there was one.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str).filter(|value| !value.is_empty())
    }
}

/// Looks it up. Generated answers are never put beside real ones.
pub async fn last(
    db: &mut Connection,
    definitions: &Definitions,
    opened: &Opened,
) -> Result<Last, PageError> {
    let plan = &opened.run.plan;
    for stored in waves::all(db).await? {
        let is_earlier = (stored.year, &stored.id) < (plan.year, &plan.id);
        if !is_earlier || (stored.nature == Nature::Generated) != (plan.nature == Nature::Generated) {
            continue;
        }
        let (id, year) = (stored.id.clone(), stored.year);
        // A wave under a questionnaire of another program has nothing to take over.
        let Ok(wave) = archive::Opened::new(db, definitions, stored).await else { continue };
        let then = wave.wave.as_ref().map(|wave| wave.reference_date);
        let Some(code) = code_then(opened.municipality, then, plan.reference_date) else { continue };
        let Some(response) = responses::own(db, &id, &code.to_string()).await? else { continue };
        let cells: BTreeMap<String, String> =
            serde_json::from_str(&response.answers).map_err(PageError::internal)?;
        let asked = (wave.questionnaire.id.as_str(), wave.questionnaire.version);
        let through = versions::through(db, definitions, &opened.questionnaire, asked).await;
        let cells = match through.map_err(PageError::internal)? {
            // Another questionnaire altogether: the same column may ask something else.
            None => continue,
            Some(None) => cells,
            Some(Some(through)) => carried(&through, &cells),
        };
        return Ok(Last { year, cells });
    }
    Ok(Last::default())
}

/// Answers to an earlier questionnaire as answers to this one, where they mean the same.
fn carried(through: &Through, cells: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let Through { then, now, mapping, .. } = through;
    let mut carried = BTreeMap::new();
    let mut copy = |from: String, to: String| {
        if let Some(value) = cells.get(&from) {
            carried.insert(to, value.clone());
        }
    };
    let has = |column: &str, code: &str| {
        cells.get(column).is_some_and(|value| value.split(';').any(|found| found.trim() == code))
    };
    let mut chosen: Vec<(String, Vec<&str>)> = Vec::new();
    for (at, goal) in now.goals.iter().enumerate() {
        let Some(was) = mapping.goal(at).and_then(|was| then.goals.get(was)) else { continue };
        let scored =
            ["beleid", "document", "eigen-maatregel", "eigen-maatregel-tekst", "zicht-op-bereik", "bereik"];
        for name in scored.into_iter().chain([HEARD, HOW, CHANGE]) {
            copy(format!("d{}.{name}", was.number), format!("d{}.{name}", goal.number));
        }
        for (position, question) in goal.questions.iter().enumerate() {
            let is_ticked = |option: usize| {
                mapping.option(at, position, option).iter().any(|(goal, question, option)| {
                    let goal = &then.goals[*goal];
                    let question = &goal.questions[*question];
                    has(&measures_column(goal.number, question.number), &question.options[*option].code)
                })
            };
            let options = question.options.iter().enumerate().filter(|(option, _)| is_ticked(*option));
            let codes = options.map(|(_, option)| option.code.as_str()).collect();
            chosen.push((measures_column(goal.number, question.number), codes));
        }
    }
    for (at, question) in now.extra.iter().enumerate() {
        let Some(was) = mapping.extra(at).and_then(|was| then.extra.get(was)) else { continue };
        if question.options.is_empty() {
            copy(was.column.clone(), question.column.clone());
        }
        if let (Some(from), Some(to)) = (&was.text_column, &question.text_column) {
            copy(from.clone(), to.clone());
        }
        let is_chosen = |option: usize| {
            mapping.extra_option(at, option).iter().any(|(question, option)| {
                let question = &then.extra[*question];
                has(&question.column, &question.options[*option].code)
            })
        };
        let options = question.options.iter().enumerate().filter(|(option, _)| is_chosen(*option));
        chosen.push((question.column.clone(), options.map(|(_, option)| option.code.as_str()).collect()));
    }
    copy(NAMED.to_owned(), NAMED.to_owned());
    carried.extend(
        chosen
            .into_iter()
            .filter(|(_, codes)| !codes.is_empty())
            .map(|(name, codes)| (name, codes.join(";"))),
    );
    carried
}

/// The code under which the same municipality answered on another day, if it was the same one.
pub fn code_then(code: Code, then: Option<Date>, now: Date) -> Option<Code> {
    let Some(then) = then else { return Some(code) };
    let geography = Geography::built_in();
    match geography.comparable(code, then, now) {
        Comparability::Same => Some(code),
        Comparability::Renumbered { to } | Comparability::BorderChanged { to, .. } => {
            Some(if geography.exists(code, then) { code } else { to })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn answers_are_carried_to_where_their_question_is_now() {
        use crate::domain::editing::{GoalTexts, Line, PartEdit, PartOf, copied, edit_part};
        use crate::domain::mapping::Mapping;
        let then = std::sync::Arc::new(crate::sample::questionnaire().clone());
        let mut now = copied(&then, 2, date(2027, 1, 1));
        let lines = now.goals[0].questions.iter().map(|_| Line { order: 0, retired: false });
        let mut lines: Vec<Line> = lines.collect();
        lines[0].order = 1;
        let texts = GoalTexts::of(&now.goals[0]);
        edit_part(&mut now, PartOf::Goal(0), PartEdit { texts, lines, added: None });
        let mapping = Mapping::to_base(&now, &then);
        let comparison = mapping.compare(&now, &then);
        let through = Through { then, now: std::sync::Arc::new(now), mapping, comparison };
        let (first, last) = (&through.then.goals[0].questions[0], through.now.goals[0].questions.len());
        assert!(last > 1);
        let code = first.options[0].code.clone();
        let cells = BTreeMap::from([
            ("d1.beleid".to_owned(), "ja".to_owned()),
            ("d1.maatregelen.1".to_owned(), code.clone()),
            ("openbaar".to_owned(), "ja".to_owned()),
        ]);
        let found = carried(&through, &cells);
        assert_eq!(found.get(&measures_column(1, u32::try_from(last).expect("small"))), Some(&code));
        assert_eq!((found.get("d1.beleid").map(String::as_str), found.len()), (Some("ja"), 3));
    }

    #[test]
    fn a_municipality_with_another_number_has_its_own_answers() {
        let code = |text: &str| text.parse::<Code>().expect("a code");
        let now = date(2023, 1, 1);
        assert_eq!(code_then(code("GM0344"), Some(date(2017, 1, 1)), now), Some(code("GM0344")));
        // Vijfheerenlanden came from three others in 2019: none of them is it.
        assert_eq!(code_then(code("GM1961"), Some(date(2017, 1, 1)), now), None);
        assert_eq!(code_then(code("GM1961"), None, now), Some(code("GM1961")));
    }
}
