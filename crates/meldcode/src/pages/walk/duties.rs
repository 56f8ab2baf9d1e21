//! Special duties: what a profession must ask about its client, and what follows from the answers.

use rules::{Facts, Input, Row, Table};
use serde::Serialize;
use web::Tr;

use crate::Site;
use crate::domain::state::State;
use crate::pages::law::Law;

/// The inputs of the table that matter to this profession and this client, answered or not.
pub fn asked(site: &Site, table: &'static Table, state: &State) -> Vec<&'static Input> {
    let missing = table.decide(&table.known_case(&told(site, state))).missing.into_iter();
    missing.filter(|missing| missing.matters).filter_map(|missing| table.inputs.get(missing.input)).collect()
}

/// Something that must be done besides the steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// What.
    pub title: String,
    /// Why.
    pub because: String,
    /// On what ground, each with how certain it is.
    pub grounds: String,
    /// Whether an answer asks for it; if not, it holds for everybody with this work.
    pub special: bool,
}

/// The duties that the answers lead to, those that an answer asks for first.
pub fn follow(site: &Site, table: &Table, tr: Tr, state: &State) -> Vec<Duty> {
    let told = told(site, state);
    let asks = |row: &Row| {
        let inputs = table.inputs.iter().zip(&row.fits);
        let mut own = inputs.filter(|(input, _)| !told.contains_key(&input.name));
        own.any(|(input, fits)| fits.count_ones() as usize != input.cells.len())
    };
    let words = |row: &Row| {
        let laws = Law::all(&site.definitions().rules, &row.law, tr);
        let laws: Vec<String> = laws.into_iter().map(|law| format!("{} ({})", law.cite, law.mark)).collect();
        Duty {
            title: table.outcome(row).map_or("", |duty| duty.get(tr.0)).to_owned(),
            because: row.because.get(tr.0).to_owned(),
            grounds: laws.join("; "),
            special: asks(row),
        }
    };
    let mut facts = state.facts(table);
    facts.extend(told.clone());
    // What is not answered asks nothing of anybody: only rows that fit whatever it is speak.
    let rows = table.decide(&table.known_case(&facts)).rows;
    let mut duties: Vec<Duty> = rows.into_iter().map(|row| words(&table.rows[row])).collect();
    duties.sort_by_key(|duty| !duty.special);
    duties
}

/// What the start page told already.
fn told(site: &Site, state: &State) -> Facts {
    let sector = site.profession(state).map_or("", |profession| &profession.group);
    Facts::from(
        [("client", state.get("who")), ("sector", sector)]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
    )
}
