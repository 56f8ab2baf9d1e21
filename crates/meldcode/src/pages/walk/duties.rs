//! Special duties: what must be done besides the steps.

use rules::{Row, Table};
use serde::Serialize;
use web::Tr;

use super::facts;
use crate::Site;
use crate::domain::state::State;
use crate::pages::law::Law;

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
    let told = facts::told(site, state);
    let asks = |row: &Row| {
        let inputs = table.inputs.iter().zip(&row.fits);
        let mut own = inputs.filter(|(input, _)| !told.contains_key(&input.name));
        own.any(|(input, fits)| fits.count_ones() as usize != input.cells.len())
    };
    let words = |row: &Row| {
        let laws = Law::binding(&site.definitions().rules, &row.law, &site.bound(state), tr);
        let laws: Vec<String> = laws.into_iter().map(|law| format!("{} ({})", law.cite, law.mark)).collect();
        Duty {
            title: table.outcome(row).map_or("", |duty| duty.get(tr.0)).to_owned(),
            because: row.because.get(tr.0).to_owned(),
            grounds: laws.join("; "),
            special: asks(row),
        }
    };
    let facts = facts::duties(site, table, state);
    // What is not answered asks nothing of anybody: only rows that fit whatever it is speak.
    let rows = table.decide(&table.known_case(&facts)).rows;
    let mut duties: Vec<Duty> = rows.into_iter().map(|row| words(&table.rows[row])).collect();
    duties.sort_by_key(|duty| !duty.special);
    duties
}
