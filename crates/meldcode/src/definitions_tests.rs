//! What must hold of the tables and texts in the program, beside what `rules check` proves.

use std::collections::BTreeSet;

use kernel::Lang;
use proptest::prelude::*;
use rules::{Certainty, Facts, Hit, Row, Rules, Table};

use super::*;
use crate::domain::content::Content;
use crate::domain::guide;

fn definitions() -> &'static Definitions {
    BUILT_IN.as_ref().expect("definitions that can be read")
}

fn in_force(id: &str) -> &'static Table {
    let bundle = definitions().rules.in_force(id, jiff::civil::date(2026, 11, 23));
    &bundle.expect("a table in force").table
}

#[test]
fn the_tables_in_the_program_are_whole() {
    assert_eq!(definitions().rules.check(), []);
}

/// Every row of the tables D2 (the five questions and the three norms) and D3 (sharing) of the domain's facts.
const COVERED: [&str; 19] = [
    "D2.1",
    "D2.2",
    "D2.3",
    "D2.4",
    "D2.5",
    "D2.norm-1",
    "D2.norm-2",
    "D2.norm-3",
    "D3.1",
    "D3.2",
    "D3.3",
    "D3.4",
    "D3.5",
    "D3.6",
    "D3.7",
    "D3.8",
    "D3.9",
    "D3.10",
    "D3.11",
];

#[test]
fn scenarios_cover_every_fact_of_the_domain_that_a_table_stands_on() {
    let scenarios = || definitions().rules.bundles.iter().flat_map(|bundle| &bundle.scenarios);
    assert!(scenarios().count() >= 120, "{} scenarios", scenarios().count());
    let covers: BTreeSet<&str> = scenarios().filter_map(|scenario| scenario.covers.as_deref()).collect();
    let missing: Vec<_> = COVERED.iter().filter(|fact| !covers.contains(*fact)).collect();
    assert_eq!(missing, [&""; 0]);
}

#[test]
fn every_certainty_mark_has_words_in_both_languages() {
    for certainty in [Certainty::Source, Certainty::Found, Certainty::High, Certainty::Middle, Certainty::Low]
    {
        let words = Lang::ALL.map(|lang| crate::pages::law::mark(certainty, web::Tr(lang)));
        assert!(words.iter().all(|words| !words.contains("Unknown")) && words[0] != words[1], "{words:?}");
    }
}

#[test]
fn every_outcome_of_the_weighing_says_what_follows_and_how_to_explain_it() {
    let content: &Content = &definitions().content;
    for outcome in &in_force("weighing").outputs[0].options {
        assert!(content.after(&outcome.code).is_some(), "{}", outcome.code);
        assert!(content.explain(&outcome.code).is_some(), "{}", outcome.code);
    }
}

#[test]
fn every_profession_knows_its_framework_its_law_and_its_sector() {
    let (rules, content): (&Rules, _) = (&definitions().rules, &definitions().content);
    let values = |table: &str, input: &str| -> Vec<String> {
        let table = in_force(table);
        let input = &table.inputs[table.input(input).expect("an input")];
        (0..input.cells.len()).map(|cell| input.example(cell)).collect()
    };
    let (bound, sectors) = (values("sharing", "bound"), values("duties", "sector"));
    assert!(content.professions.len() >= 14);
    for profession in &content.professions {
        let code = &profession.code;
        assert!(rules.source(&profession.framework).is_some(), "{code}: {}", profession.framework);
        for law in [&profession.bound].into_iter().chain(&profession.also_bound) {
            assert!(bound.contains(law), "{code}: {law}");
        }
        let words = web::t(Lang::Nl, &format!("sector-{}", profession.group));
        assert!(!words.contains("Unknown"), "{code}: {words}");
        let known = sectors.contains(&profession.group);
        assert!(known, "{code}: the duties do not know {}", profession.group);
        for examples in [&profession.acute, &profession.structural, &profession.disclosure, &profession.help]
        {
            assert!(!examples.is_empty(), "{code}");
        }
    }
    for signal in &content.signals {
        assert!(content.kinds.iter().any(|kind| kind.code == signal.kind), "{}", signal.code);
        assert!(
            signal.ages.iter().all(|age| content.ages.iter().any(|one| one.code == *age)),
            "{}",
            signal.code
        );
    }
}

#[test]
fn every_profession_keeps_a_ground_in_the_tables_that_do_not_ask_what_binds_it() {
    let rules = &definitions().rules;
    for profession in &definitions().content.professions {
        let holds = |id: &String| rules.source(id).is_some_and(|source| source.holds_for(&profession.bound));
        // The weighing always has the framework of the profession.
        assert!(holds(&profession.framework), "{}: {}", profession.code, profession.framework);
        for table in [in_force("duties"), in_force("conversation")] {
            let sector = table.input("sector");
            let fits = |row: &&Row| {
                sector.is_none_or(|place| {
                    let cell = table.inputs[place].cell(&profession.group).expect("a sector");
                    row.fits[place] >> cell & 1 == 1
                })
            };
            for row in table.rows.iter().filter(fits) {
                assert!(row.law.iter().any(holds), "{}: {}", profession.code, row.id);
            }
        }
    }
}

#[test]
fn every_note_is_read_by_somebody_who_answers_what_the_guide_asks() {
    let (sharing, notes) = (in_force("sharing"), in_force("sharing-notes"));
    let values = |name: &str| -> Vec<String> {
        let input = &sharing.inputs[sharing.input(name).expect("an input")];
        (0..input.cells.len()).map(|cell| input.example(cell)).collect()
    };
    let mut never: BTreeSet<&str> = notes.rows.iter().map(|row| row.id.as_str()).collect();
    let mut todo = vec![Facts::new()];
    while let Some(given) = todo.pop() {
        let open = ["bound", "about", "receiver"].map(str::to_owned).into_iter();
        let next = open.chain(guide::open(sharing, &given)).find(|name| !given.contains_key(name));
        match next {
            Some(name) => todo.extend(values(&name).into_iter().map(|value| {
                let mut more = given.clone();
                more.insert(name.clone(), value);
                more
            })),
            None => {
                for row in notes.decide(&notes.known_case(&given)).rows {
                    never.remove(notes.rows[row].id.as_str());
                }
            }
        }
    }
    assert_eq!(never, BTreeSet::new());
}

/// Facts for every input of a table, by numbers that stand for cells.
fn facts(table: &Table, numbers: &[usize]) -> Facts {
    let fact = |(input, number): (&rules::Input, &usize)| {
        (input.name.clone(), input.example(number % input.cells.len()))
    };
    table.inputs.iter().zip(numbers).map(fact).collect()
}

fn rank(table: &Table, facts: &Facts) -> Option<u32> {
    let case = table.case(facts).ok()?;
    table.outcome(table.decide(&case).row(table)?)?.rank
}

proptest! {
    #[test]
    fn more_danger_never_leads_to_a_weaker_advice(
        id in prop::sample::select(vec!["weighing", "conversation", "sharing"]),
        numbers in prop::collection::vec(0_usize..1000, 12),
        place in 0_usize..12,
    ) {
        let table = in_force(id);
        prop_assert_ne!(table.hit, Hit::Collect);
        let dangerous: Vec<_> = table.inputs.iter().filter(|input| !input.danger.is_empty()).collect();
        prop_assert!(!dangerous.is_empty());
        let input = dangerous[place % dangerous.len()];
        let calm = facts(table, &numbers);
        let mut before = None;
        for cell in &input.danger {
            let mut worse = calm.clone();
            worse.insert(input.name.clone(), input.example(*cell));
            let now = rank(table, &worse);
            prop_assert!(now.is_some(), "{worse:?} is not decided");
            prop_assert!(before <= now, "{} {worse:?}", input.name);
            before = now;
        }
    }
}
