//! What the same municipality answered the last time, for its own people.

use std::collections::BTreeMap;

use geography::{Code, Comparability, Geography};
use jiff::civil::Date;
use platform::Connection;
use web::PageError;

use super::rows::Opened;
use crate::archive;
use crate::definitions::Definitions;
use crate::domain::wave::Nature;
use crate::store::{responses, waves};

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
        let Ok(wave) = archive::Opened::new(definitions, stored) else { continue };
        let then = wave.wave.as_ref().map(|wave| wave.reference_date);
        let Some(code) = code_then(opened.municipality, then, plan.reference_date) else { continue };
        let Some(response) = responses::own(db, &id, &code.to_string()).await? else { continue };
        let cells: BTreeMap<String, String> =
            serde_json::from_str(&response.answers).map_err(PageError::internal)?;
        return Ok(Last { year, cells });
    }
    Ok(Last::default())
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
    fn a_municipality_with_another_number_has_its_own_answers() {
        let code = |text: &str| text.parse::<Code>().expect("a code");
        let now = date(2023, 1, 1);
        assert_eq!(code_then(code("GM0344"), Some(date(2017, 1, 1)), now), Some(code("GM0344")));
        // Vijfheerenlanden came from three others in 2019: none of them is it.
        assert_eq!(code_then(code("GM1961"), Some(date(2017, 1, 1)), now), None);
        assert_eq!(code_then(code("GM1961"), None, now), Some(code("GM1961")));
    }
}
