//! What somebody filled in. It travels in the form and in a file of the user; the server keeps nothing of it.

use std::collections::BTreeMap;

use rules::{Facts, Input, Table};
use serde::{Deserialize, Serialize};

/// The form of the state that this program writes. Version 1 called the reasons of the weighing `why-<input>`.
const VERSION: u32 = 2;

/// How much can be typed in all, in characters: what fits in a form with room to spare.
pub const MOST_TYPED: usize = 20_000;

/// What the state is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Walk {
    /// The five steps.
    Meldcode,
    /// The sharing guide.
    Guide,
}

/// Fields by name. Several values are several checkboxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    version: u32,
    walk: Walk,
    /// Whether the outcome was counted, so that going back and forth counts once.
    #[serde(default)]
    pub counted: bool,
    fields: BTreeMap<String, Vec<String>>,
}

/// Why a state is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It is not one, or somebody changed it.
    Changed,
    /// It was made by a newer program.
    Newer,
    /// It is of the other walk.
    Other,
}

/// The field of step 3 that asks the age, if the start did not tell it.
pub const TALK_AGE: &str = "conversation-age";

impl State {
    /// Nothing filled in yet.
    #[must_use]
    pub const fn new(walk: Walk) -> Self {
        Self { version: VERSION, walk, counted: false, fields: BTreeMap::new() }
    }

    /// Reads a state whose signature holds. One of an older version is brought up to date.
    ///
    /// # Errors
    /// Why it can't be used.
    pub fn read(walk: Walk, json: &str) -> Result<Self, Unusable> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let version = serde_json::from_str::<Version>(json).map_err(|_| Unusable::Changed)?.version;
        if version > VERSION {
            return Err(Unusable::Newer);
        }
        let mut state: Self = serde_json::from_str(json).map_err(|_| Unusable::Changed)?;
        if state.walk != walk {
            return Err(Unusable::Other);
        }
        if version < VERSION {
            state.fields = state.fields.into_iter().map(|(name, values)| (renamed(name), values)).collect();
            state.version = VERSION;
        }
        Ok(state)
    }

    /// As text, for the form and the file.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A map of texts can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The value of a field, or nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// All values of a field.
    #[must_use]
    pub fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has this value.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|found| found == value)
    }

    /// Sets a field; without a value it is gone.
    pub fn set(&mut self, name: &str, values: Vec<String>) {
        let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        if values.is_empty() {
            self.fields.remove(name);
        } else {
            self.fields.insert(name.to_owned(), values);
        }
    }

    /// Every field with its values.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.fields.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// The facts for a table: its fields are named `<table>-<input>`. What the table does not know is left out.
    #[must_use]
    pub fn facts(&self, table: &Table) -> Facts {
        let fact = |input: &Input| {
            let value = self.get(&field(table, &input.name));
            input.cell(value).is_some().then(|| (input.name.clone(), value.to_owned()))
        };
        table.inputs.iter().filter_map(fact).collect()
    }

    /// Whether it is about an adult.
    #[must_use]
    pub fn is_adult(&self) -> bool {
        match self.get("who") {
            "" => self.get(TALK_AGE) == "adult",
            who => who == "adult",
        }
    }

    /// The age that was told, at the start or with the talk. A talk with somebody else than the start tells of says
    /// nothing.
    #[must_use]
    pub fn age(&self) -> &str {
        let talk = self.get(TALK_AGE);
        match self.get("age") {
            "" if (talk == "adult") == self.is_adult() => talk,
            age => age,
        }
    }

    /// Whether something for these ages fits who it is about, as far as that was told; for no ages is for everybody.
    /// With an adult an unborn child can come along.
    #[must_use]
    pub fn fits(&self, ages: &[String]) -> bool {
        let (age, adult) = (self.age(), self.is_adult());
        let nobody_is_pregnant = self.get("duties-pregnancy") == "no";
        let fits = |one: &String| match age {
            "" => (one == "adult") == adult && !(one == "before-birth" && nobody_is_pregnant),
            _ => one == age || adult && one == "adult",
        };
        ages.is_empty() || ages.iter().any(fits)
    }

    /// Whether there is a child with whom to talk, or whom to see.
    #[must_use]
    pub fn has_child_to_talk_with(&self) -> bool {
        !self.is_adult() && self.age() != "before-birth"
    }

    /// How much is typed, in characters.
    #[must_use]
    pub fn typed(&self) -> usize {
        self.fields.values().flatten().map(|value| value.chars().count()).sum()
    }
}

/// The name of the field for an input of a table.
#[must_use]
pub fn field(table: &Table, input: &str) -> String {
    format!("{}-{input}", table.id)
}

/// What a field of version 1 is called now.
fn renamed(name: String) -> String {
    match name.strip_prefix("why-") {
        Some(input) => format!("weighing-{input}-why"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::definitions::BUILT_IN;

    #[test]
    fn an_older_state_is_brought_up_to_date() {
        let old = r#"{"version":1,"walk":"meldcode","fields":{"why-acute":["bang"],"profession":["nurse"]}}"#;
        let state = State::read(Walk::Meldcode, old).expect("an older state");
        assert_eq!((state.get("weighing-acute-why"), state.get("profession")), ("bang", "nurse"));
        assert_eq!(State::read(Walk::Meldcode, &state.to_json()), Ok(state));
    }

    #[test]
    fn the_age_of_the_talk_holds_where_the_start_told_none() {
        let mut state = State::new(Walk::Meldcode);
        state.set(TALK_AGE, vec!["adult".to_owned()]);
        assert!(state.is_adult() && state.age() == "adult" && !state.has_child_to_talk_with());
        state.set("who", vec!["child".to_owned()]);
        assert!(!state.is_adult() && state.age().is_empty());
        state.set(TALK_AGE, vec!["12-18".to_owned()]);
        assert_eq!(state.age(), "12-18");
        state.set("age", vec!["0-4".to_owned()]);
        assert_eq!(state.age(), "0-4", "the start goes before");
    }

    #[test]
    fn a_state_of_the_future_or_of_the_other_walk_is_refused() {
        let newer = r#"{"version":99,"walk":"meldcode","more":true,"fields":{}}"#;
        assert_eq!(State::read(Walk::Meldcode, newer), Err(Unusable::Newer));
        let guide = State::new(Walk::Guide).to_json();
        assert_eq!(State::read(Walk::Meldcode, &guide), Err(Unusable::Other));
        assert_eq!(State::read(Walk::Guide, "{}"), Err(Unusable::Changed));
    }

    #[test]
    fn the_facts_of_a_table_are_the_fields_with_its_name_and_a_value_that_it_knows() {
        let rules = &BUILT_IN.as_ref().expect("sound definitions").rules;
        let table = &rules.in_force("weighing", jiff::civil::date(2026, 11, 23)).expect("the table").table;
        let mut state = State::new(Walk::Meldcode);
        for (name, value) in [
            ("weighing-acute", "yes"),
            ("weighing-able", "perhaps"),
            ("weighing-acute-why", "no"),
            ("acute", "no"),
        ] {
            state.set(name, vec![value.to_owned()]);
        }
        assert_eq!(state.facts(table), Facts::from([("acute".to_owned(), "yes".to_owned())]));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(fields in prop::collection::btree_map("[a-z-]{1,9}", prop::collection::vec(".{1,9}", 1..3), 0..5)) {
            let mut state = State::new(Walk::Meldcode);
            for (name, values) in fields {
                state.set(&name, values);
            }
            prop_assert_eq!(State::read(Walk::Meldcode, &state.to_json()), Ok(state));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,200}") {
            let _ = State::read(Walk::Guide, &text);
        }
    }
}
