//! Special duties: what a profession must ask about its client, and what follows from the answers.

use rules::{Facts, Input, Row, Table};
use web::Tr;

use crate::Site;
use crate::domain::state::State;
use crate::pages::law::Law;
use crate::pages::words::Points;

/// The inputs of the table that matter to this profession and this client, answered or not.
pub fn asked(site: &Site, table: &'static Table, state: &State) -> Vec<&'static Input> {
    let missing = table.decide(&table.known_case(&told(site, state))).missing.into_iter();
    missing.filter(|missing| missing.matters).filter_map(|missing| table.inputs.get(missing.input)).collect()
}

/// The duties that the answers lead to, each with its ground.
pub fn follow(site: &Site, table: &Table, tr: Tr, state: &State) -> Vec<Points> {
    let mut facts = state.facts(table);
    facts.extend(told(site, state));
    // What is not answered asks nothing of anybody: only rows that fit whatever it is speak.
    let rows = table.decide(&table.known_case(&facts)).rows.into_iter().map(|row| &table.rows[row]);
    let words = |row: &Row| {
        let laws = Law::all(&site.definitions().rules, &row.law, tr);
        let laws: Vec<String> = laws.into_iter().map(|law| format!("{} ({})", law.cite, law.mark)).collect();
        let title = table.outcome(row).map_or("", |duty| duty.get(tr.0)).to_owned();
        Points { title, points: vec![row.because.get(tr.0).to_owned(), laws.join("; ")] }
    };
    rows.map(words).collect()
}

/// What the start page told already.
fn told(site: &Site, state: &State) -> Facts {
    let sector = site.profession(state).map_or("", |profession| &profession.group);
    Facts::from(
        [("client", state.get("who")), ("sector", sector)]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
    )
}
