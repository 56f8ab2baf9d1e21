//! What follows: must, may, only if, may not; why, on what ground, and what goes with it. The first time that it
//! shows, the outcome is counted (`store::uses`), and nothing else.

use askama::Template;
use rules::{BOUND, Facts, Row, Table};
use web::{FormView, Frame, PageError, Tr};

use super::taken::{OWN, own};
use super::{Page, frame};
use crate::Site;
use crate::domain::guide;
use crate::domain::personal;
use crate::domain::state::State;
use crate::pages::conditions;
use crate::pages::counted::count;
use crate::pages::law::{Law, receipt};
use crate::pages::words;

/// The groups of notes, by the start of their codes, in the order of the page.
const GROUPS: [&str; 6] = ["model", "minimum", "inform", "consent", "record", "note"];

#[derive(Template)]
#[template(path = "guide/result.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    state: String,
    /// The outcome by code.
    code: String,
    outcome: String,
    condition: String,
    norm: String,
    /// Whether somebody is in danger now: then whom to call comes before anything else.
    danger: bool,
    because: String,
    laws: Vec<Law>,
    /// The row on the page of the table.
    rule: String,
    groups: Vec<Group>,
    /// The questions about keeping silent or speaking, where they apply: field, question and own words.
    five: Vec<(String, String, String)>,
    /// What in the own words perhaps tells who somebody is.
    hints: Vec<String>,
    answers: Vec<Answer>,
    otherwise: Vec<Otherwise>,
    receipt: String,
}

struct Group {
    title: String,
    notes: Vec<Note>,
    /// What the notes stand on, each once.
    laws: Vec<Law>,
    /// Whether these are sentences to say.
    is_spoken: bool,
}

struct Note {
    text: String,
    /// What a lawyer should look at, if it stands on something like that.
    doubtful: Option<Law>,
}

struct Answer {
    input: String,
    question: String,
    words: String,
}

/// What another answer would make of it.
struct Otherwise {
    question: String,
    answer: String,
    outcome: String,
    condition: String,
}

/// The page of the result.
pub async fn page(page: Page<'_>) -> Result<web::Page<impl Template>, PageError> {
    let Page { site, context, table, mut state, form, .. } = page;
    let tr = context.tr();
    let facts = guide::asked(table, state.facts(table));
    let case = table.known_case(&facts);
    let decision = table.decide(&case);
    let row = decision.row(table).ok_or_else(|| PageError::internal("nothing is decided"))?;
    let code = table.outcome(row).map_or("", |outcome| &outcome.code).to_owned();
    count(site, &mut state, &table.id, &code).await;
    let given = |output: &str| table.gives(row, output).map_or("", |given| given.get(tr.0)).to_owned();
    let condition = table.gives(row, "condition").map_or("", |given| given.code.as_str());
    let five = if is_conflict(condition) { five(&state, tr) } else { Vec::new() };
    let norm = table.gives(row, "norm").filter(|norm| norm.code != "none");
    Ok(web::Page(View {
        frame: frame(context, &form),
        action: context.url("/guide"),
        state: site.seal.close(&state),
        outcome: given("outcome"),
        // What may not be shared, has no further condition.
        condition: if code == "may-not" { String::new() } else { given("condition") },
        norm: norm.map_or("", |norm| norm.get(tr.0)).to_owned(),
        danger: facts.get("danger").is_some_and(|answer| answer == "yes"),
        because: row.because.get(tr.0).to_owned(),
        laws: grounds(site, &state, &facts, row, tr),
        rule: format!("{}#row-{}", context.url("/rules/sharing"), row.id),
        groups: groups(site, &state, &facts, &code, condition, &given("inform"), tr)?,
        hints: hints(&five, tr),
        five,
        answers: answers(site, table, &facts, &state, tr),
        otherwise: otherwise(table, &facts, tr),
        receipt: receipt(&table.receipt(&case, &decision), tr),
        code,
        form,
    }))
}

/// The questions about keeping silent or speaking, with what was written at each.
fn five(state: &State, tr: Tr) -> Vec<(String, String, String)> {
    let one = |number: usize| {
        let name = own(number);
        let words = state.get(&name).to_owned();
        let question = tr.t(&format!("guide-five-{number}"));
        (name, question, words)
    };
    (1..=OWN).map(one).collect()
}

fn hints(five: &[(String, String, String)], tr: Tr) -> Vec<String> {
    let hints = five.iter().flat_map(|(.., words)| personal::hints(words));
    hints.map(|hint| tr.t1(&format!("walk-hint-{}", hint.kind.code()), "part", hint.part)).collect()
}

/// What goes with it, from the table `sharing-notes`: each note that fits whatever was not asked.
fn groups(
    site: &Site,
    state: &State,
    facts: &Facts,
    code: &str,
    condition: &str,
    inform: &str,
    tr: Tr,
) -> Result<Vec<Group>, PageError> {
    let table = site.table("sharing-notes")?;
    let rows = table.decide(&table.known_case(facts)).rows;
    let rows: Vec<&Row> = rows.iter().filter_map(|row| table.rows.get(*row)).collect();
    let group = |name: &&str| {
        let mut group = Group {
            title: tr.t(&format!("guide-group-{name}")),
            notes: Vec::new(),
            laws: Vec::new(),
            is_spoken: *name == "model",
        };
        if *name == "inform" && !inform.is_empty() {
            group.notes.push(Note { text: inform.to_owned(), doubtful: None });
        }
        // Nothing to say of consent where a yes would change nothing.
        if *name == "consent" && code == "may-not" && !facts.contains_key("consent") {
            return None;
        }
        if *name == "consent" && !asks_consent(code, condition) {
            let text =
                tr.t(if condition == "anonymous" { "guide-no-consent-nameless" } else { "guide-no-consent" });
            return Some(Group { notes: vec![Note { text, doubtful: None }], ..group });
        }
        for row in &rows {
            let Some(given) = table.outcome(row) else { continue };
            if given.code.split('-').next() == Some(*name) && fits(&given.code, code, condition) {
                group.add(given.get(tr.0).to_owned(), grounds(site, state, facts, row, tr));
            }
        }
        (!group.notes.is_empty()).then_some(group)
    };
    Ok(GROUPS.iter().filter_map(group).collect())
}

/// The grounds of a row that bind who asks: by profession, or by the law that was chosen for other work.
fn grounds(site: &Site, state: &State, facts: &Facts, row: &Row, tr: Tr) -> Vec<Law> {
    let mut bound = site.bound(state);
    bound.extend(facts.get(BOUND).map(String::as_str));
    Law::binding(&site.definitions().rules, &row.law, &bound, tr)
}

impl Group {
    fn add(&mut self, text: String, laws: Vec<Law>) {
        let with = |certainty: &str| laws.iter().find(|law| law.certainty == certainty).cloned();
        self.notes.push(Note { text, doubtful: with("low").or_else(|| with("middle")) });
        let known: Vec<String> = self.laws.iter().map(|law| law.id.clone()).collect();
        self.laws.extend(laws.into_iter().filter(|law| !known.contains(&law.id)));
    }
}

/// Whether keeping silent and speaking clash, so that the five questions are asked.
fn is_conflict(condition: &str) -> bool {
    matches!(condition, "conflict-of-duties" | "silence-unless")
}

/// Whether consent makes a difference to the outcome: what may be shared without, needs none, and nor does what names
/// nobody. What may not be shared because of a refusal, might with a yes.
fn asks_consent(outcome: &str, condition: &str) -> bool {
    match outcome {
        "may-not" => true,
        "must" | "must-unless" => false,
        "may" => condition == "within-consent",
        _ => {
            is_conflict(condition)
                || matches!(
                    condition,
                    "ask-consent"
                        | "within-consent"
                        | "child-interest"
                        | "safety-first"
                        | "discuss-objection"
                )
        }
    }
}

/// Whether a note goes with the outcome. What may not be shared has no least that is shared, nor words to share it
/// with; who gives no names does not say whom it is about, and tells nobody.
fn fits(note: &str, outcome: &str, condition: &str) -> bool {
    let about_sharing = note.starts_with("minimum-") || note.starts_with("model-");
    let about_telling = note.starts_with("inform-");
    match (outcome, condition) {
        // The five questions stand on the page themselves.
        (_, condition) if is_conflict(condition) => note != "note-five-questions",
        ("may-not", _) => {
            let of_silence = ["model-silence", "model-silence-other", "model-wait", "model-ask-consent"];
            !(about_sharing || about_telling) || of_silence.contains(&note)
        }
        // Until it is known who has custody, nothing is shared.
        (_, "find-custody") => !note.starts_with("minimum-"),
        (_, "anonymous") => {
            !(about_sharing || about_telling)
                || matches!(
                    note,
                    "minimum-colleague-other"
                        | "model-colleague-other"
                        | "model-ask-consent"
                        | "model-silence"
                )
        }
        _ => true,
    }
}

/// What was answered, as far as it is asked for.
fn answers(site: &Site, table: &Table, facts: &Facts, state: &State, tr: Tr) -> Vec<Answer> {
    let shown = table.inputs.iter().filter(|input| facts.contains_key(&input.name));
    let one = |input: &rules::Input| {
        let value = facts.get(&input.name).map_or("", String::as_str);
        let profession = site.profession(state);
        let (question, words) = match (input.name.as_str(), profession) {
            ("bound", Some(profession)) => (tr.t("guide-profession"), profession.title.get(tr.0).to_owned()),
            _ => (input.question.get(tr.0).to_owned(), words::value(tr, input, value)),
        };
        Answer { input: input.name.clone(), question, words }
    };
    shown.map(one).collect()
}

fn otherwise(table: &Table, facts: &Facts, tr: Tr) -> Vec<Otherwise> {
    let shown = guide::otherwise(table, facts).into_iter().filter_map(|other| {
        let (input, row) = (table.inputs.get(other.input)?, table.rows.get(other.row)?);
        let outcome = table.outcome(row)?;
        let condition = table.gives(row, "condition").filter(|_| outcome.code != "may-not");
        Some(Otherwise {
            question: input.question.get(tr.0).to_owned(),
            answer: conditions::value(input, other.cell, tr),
            outcome: outcome.get(tr.0).to_owned(),
            condition: condition.map_or("", |condition| condition.get(tr.0)).to_owned(),
        })
    });
    shown.collect()
}
