//! What the five questions lead to, in words: outcome, norm, own help, and on what ground.

use rules::{Decision, Receipt, Row, Table, Verdict};
use web::Tr;

use crate::Site;
use crate::domain::point::Work;
use crate::domain::state::State;
use crate::pages::law::Law;

/// What the weighing leads to.
pub struct Outcome {
    /// The questions that are not answered and matter; while there are, nothing is decided.
    pub open: Vec<String>,
    /// What is decided.
    pub decided: Option<Decided>,
    /// While it is open: the weakest that it can still be, if that asks for something today.
    pub at_least: Option<Decided>,
    /// What holds, and what one other answer would have made of it: how it stands, and why it would hold.
    pub trace: Vec<(String, String)>,
    /// What proves later which table decided.
    pub receipt: Receipt,
}

/// What is decided.
pub struct Decided {
    /// The outcome by code.
    pub code: String,
    /// In words.
    pub words: String,
    /// The reporting norm.
    pub norm: String,
    /// The second decision: own help.
    pub own_help: String,
    /// When to weigh again.
    pub again: String,
    /// Why.
    pub because: String,
    /// On what ground.
    pub laws: Vec<Law>,
}

impl Outcome {
    /// What the answers lead to.
    pub fn of(site: &Site, table: &Table, tr: Tr, state: &State) -> Self {
        let case = table.known_case(&state.facts(table));
        let decision = table.decide(&case);
        let verdicts = table.trace(&case, &decision);
        let mut trace: Vec<_> =
            table.rows.iter().zip(&verdicts).filter(|(_, verdict)| is_near(verdict)).collect();
        trace.sort_by_key(|(_, verdict)| **verdict != Verdict::Decides);
        Self {
            open: open_questions(table, &decision, tr),
            decided: decision.row(table).and_then(|row| decided(site, tr, state, table, row)),
            at_least: at_least(table, &decision, "advice")
                .and_then(|row| decided(site, tr, state, table, row)),
            trace: trace
                .into_iter()
                .map(|(row, verdict)| (verdict_words(tr, table, verdict), row.because.get(tr.0).to_owned()))
                .collect(),
            receipt: table.receipt(&case, &decision),
        }
    }
}

/// Of a case that is open the row with the weakest outcome, if even that is at least the one called `floor`.
pub fn at_least<'t>(table: &'t Table, decision: &Decision, floor: &str) -> Option<&'t Row> {
    let rank = |row: &&Row| table.outcome(row).and_then(|outcome| outcome.rank).unwrap_or_default();
    let rows = decision.possible.iter().filter_map(|row| table.rows.get(*row));
    let weakest = rows.min_by_key(rank)?;
    let floor = table.outputs.first()?.options.iter().find(|option| option.code == floor)?.rank?;
    (decision.is_open() && rank(&weakest) >= floor).then_some(weakest)
}

/// The questions that are not answered and matter.
pub fn open_questions(table: &Table, decision: &Decision, tr: Tr) -> Vec<String> {
    let open = decision.missing.iter().filter(|missing| missing.matters);
    open.map(|missing| table.inputs[missing.input].question.get(tr.0).to_owned()).collect()
}

fn decided(site: &Site, tr: Tr, state: &State, table: &Table, row: &Row) -> Option<Decided> {
    let gives = |output| table.gives(row, output).map_or("", |option| option.get(tr.0)).to_owned();
    // The norms for professions do not bind a volunteer: anybody may report.
    let norm = match site.work(state) {
        Work::Volunteer => tr.t("walk-norm-volunteer"),
        Work::Profession => gives("norm"),
    };
    let framework = site.profession(state).map(|profession| &profession.framework);
    let law: Vec<String> = row.law.iter().chain(framework).cloned().collect();
    Some(Decided {
        code: table.outcome(row)?.code.clone(),
        words: gives("outcome"),
        norm,
        own_help: gives("own-help"),
        again: gives("again"),
        because: row.because.get(tr.0).to_owned(),
        laws: Law::binding(&site.definitions().rules, &law, &site.bound(state), tr),
    })
}

/// Whether a row decides, can still decide, or would with one other answer.
fn is_near(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Decides | Verdict::Open => true,
        Verdict::TooLate | Verdict::Same => false,
        Verdict::NotBecause(inputs) => inputs.len() == 1,
    }
}

/// Why a row does or does not decide.
pub fn verdict_words(tr: Tr, table: &Table, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Decides => tr.t("walk-trace-decides"),
        Verdict::TooLate => tr.t("walk-trace-late"),
        Verdict::Same => tr.t("walk-trace-same"),
        Verdict::Open => tr.t("walk-trace-open"),
        Verdict::NotBecause(inputs) => {
            let questions = inputs.iter().filter_map(|input| table.inputs.get(*input));
            let questions: Vec<&str> = questions.map(|input| input.question.get(tr.0)).collect();
            tr.t1("walk-trace-not", "questions", questions.join(" "))
        }
    }
}
