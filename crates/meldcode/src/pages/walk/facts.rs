//! What the pages know from each other: facts for a table that come from another page, and fields that are therefore not
//! asked.

use rules::{Facts, Table};

use crate::Site;
use crate::domain::state::{State, field};
use crate::domain::step::{Field, Step, Tables};

/// Special duties whose yes answers an input of the table `conversation` too.
const CARRIED: [(&str, &str); 3] =
    [("duties-cutting", "honour"), ("duties-forced-marriage", "honour"), ("duties-sexual", "sexual")];

/// What the start page tells the table of duties.
pub fn told(site: &Site, state: &State) -> Facts {
    let sector = site.profession(state).map_or("", |profession| &profession.group);
    let is_unborn = state.age() == "before-birth";
    let client = match (state.is_adult(), is_unborn) {
        (true, true) => "both",
        (true, false) => "adult",
        (false, _) => state.get("who"),
    };
    let mut told = vec![("client", client), ("sector", sector)];
    if !state.is_adult() {
        told.push(("elder", "no"));
    }
    if is_unborn {
        told.push(("pregnancy", "yes"));
    }
    told.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The facts for the table of duties.
pub fn duties(site: &Site, table: &Table, state: &State) -> Facts {
    let mut facts = state.facts(table);
    facts.extend(told(site, state));
    facts
}

/// The facts for the table `conversation`: with the age of the start page, and what the signals told already.
pub fn conversation(table: &Table, state: &State) -> Facts {
    let mut facts = state.facts(table);
    facts.remove("age");
    if !state.age().is_empty() {
        facts.insert("age".to_owned(), state.age().to_owned());
    }
    for (_, input) in carried(state) {
        facts.insert((*input).to_owned(), "yes".to_owned());
    }
    facts
}

/// The special duties with a yes that answers an input of the table `conversation`.
fn carried(state: &State) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    CARRIED.iter().filter(|(duty, _)| state.get(duty) == "yes")
}

/// The fields that the page of a step shows. Those of the others stay as they are.
pub fn shown<'t>(site: &Site, tables: Tables<'t>, state: &State, step: Step) -> Vec<Field<'t>> {
    let table = tables.duties;
    let missing = table.decide(&table.known_case(&told(site, state))).missing.into_iter();
    let asked: Vec<String> = missing
        .filter(|missing| missing.matters)
        .filter_map(|missing| Some(field(table, &table.inputs.get(missing.input)?.name)))
        .collect();
    let known: Vec<String> = carried(state).map(|(_, input)| field(tables.conversation, input)).collect();
    let is_shown = |one: &Field<'_>| match one.name.as_str() {
        "conversation-age" => state.get("age").is_empty(),
        name if name.starts_with("duties-") => asked.iter().any(|asked| asked == name),
        name if name.starts_with("child-") => state.has_child_to_talk_with(),
        name => !known.iter().any(|known| known == name),
    };
    step.fields(tables).into_iter().filter(is_shown).collect()
}
