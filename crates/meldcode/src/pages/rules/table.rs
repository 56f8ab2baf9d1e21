//! One table: its questions, its rows with why and on what ground, its scenarios and its other versions. Anyone may see
//! it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::{Path, State};
use rules::{BOUND, Bundle, Hit, Labelled, Row, Rules, Scenario, Source, Table};
use web::{Frame, Page, PageError, RequestContext, Tr};

use crate::Site;
use crate::pages::conditions::{self, Condition};
use crate::pages::law::{Law, day};

#[derive(Template)]
#[template(path = "rules/table.html")]
struct View {
    frame: Frame,
    about: String,
    since: String,
    version: String,
    /// How its rows decide, in words.
    hit: String,
    cases: u64,
    proposal: String,
    /// Whether any question has an order from less to more danger.
    ranks_danger: bool,
    inputs: Vec<InputShown>,
    rows: Vec<RowShown>,
    scenarios: Vec<ScenarioShown>,
    /// Each ground, and whom it binds if not everybody.
    laws: Vec<(Law, Vec<String>)>,
    /// Address and first day of the other versions.
    versions: Vec<(String, String)>,
    hash: String,
}

struct InputShown {
    question: String,
    help: String,
    values: Vec<String>,
    /// From the least danger to the most.
    danger: Option<String>,
}

struct RowShown {
    id: String,
    outcome: String,
    /// What else it gives.
    also: Vec<String>,
    when: Vec<Condition>,
    because: String,
    laws: Vec<Law>,
}

struct ScenarioShown {
    tells: String,
    given: Vec<Condition>,
    outcomes: Vec<String>,
    /// The rows that decide.
    rows: Vec<String>,
}

/// Shows the version in force, or the one from the day that `from` in the address names.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let rules = &site.definitions().rules;
    let versions = || rules.bundles.iter().filter(|bundle| bundle.table.id == id);
    let bundle = match context.query_value("from") {
        Some(from) => versions().find(|bundle| bundle.table.valid_from.to_string() == from),
        None => rules.in_force(&id, site.today()),
    };
    let bundle = bundle.ok_or(PageError::NotFound)?;
    let table = &bundle.table;
    let others = versions().filter(|other| other.table.valid_from != table.valid_from);
    let others = others.map(|other| {
        let from = other.table.valid_from.to_string();
        (context.url(&format!("/rules/{id}?from={from}")), day(&from, tr))
    });
    let key = match table.hit {
        Hit::Unique => "rules-hit-unique",
        Hit::First => "rules-hit-first",
        Hit::Collect => "rules-hit-collect",
    };
    let title = table.title.get(tr.0).to_owned();
    let frame = context
        .frame(title.clone(), table.about.get(tr.0), "rules")
        .crumb(tr.t("rules-title"), Some("/rules"))
        .crumb(title, None);
    Ok(Page(View {
        frame,
        about: table.about.get(tr.0).to_owned(),
        since: day(&table.valid_from.to_string(), tr),
        version: table.version.to_string(),
        hit: tr.t(key),
        cases: table.cases(),
        proposal: context.url(&format!("/rules/{id}/proposal")),
        ranks_danger: table.inputs.iter().any(|input| !input.danger.is_empty()),
        inputs: inputs(table, tr),
        rows: table.rows.iter().map(|row| shown(rules, table, row, tr)).collect(),
        scenarios: scenarios(bundle, tr),
        laws: laws(rules, table, tr),
        versions: others.collect(),
        hash: table.hash.clone(),
    }))
}

fn inputs(table: &Table, tr: Tr) -> Vec<InputShown> {
    let shown = table.inputs.iter().map(|input| {
        let danger: Vec<String> =
            input.danger.iter().map(|cell| conditions::value(input, *cell, tr)).collect();
        InputShown {
            question: input.question.get(tr.0).to_owned(),
            help: input.help.as_ref().map_or("", |help| help.get(tr.0)).to_owned(),
            values: (0..input.cells.len()).map(|cell| conditions::value(input, cell, tr)).collect(),
            danger: (!danger.is_empty()).then(|| danger.join(" < ")),
        }
    });
    shown.collect()
}

fn shown(rules: &Rules, table: &Table, row: &Row, tr: Tr) -> RowShown {
    let given = table.outputs.iter().map(|output| table.gives(row, &output.name));
    let mut given =
        given.map(|given: Option<&Labelled>| given.map_or("", |given| given.get(tr.0)).to_owned());
    RowShown {
        id: row.id.clone(),
        outcome: given.next().unwrap_or_default(),
        also: given.collect(),
        when: conditions::conditions(table, &row.region(), tr),
        because: row.because.get(tr.0).to_owned(),
        laws: Law::binding(rules, &row.law, &[], tr),
    }
}

fn scenarios(bundle: &Bundle, tr: Tr) -> Vec<ScenarioShown> {
    let table = &bundle.table;
    let shown = bundle.scenarios.iter().map(|scenario: &Scenario| {
        let (outcomes, rows) = scenario.outcome(table).unwrap_or_default();
        ScenarioShown {
            tells: scenario.tells.get(tr.0).to_owned(),
            given: conditions::facts(table, &scenario.given, tr),
            outcomes: outcomes.iter().map(|code| conditions::outcome(table, code, tr).to_owned()).collect(),
            rows: rows.iter().filter_map(|row| Some(table.rows.get(*row)?.id.clone())).collect(),
        }
    });
    shown.collect()
}

/// The grounds of the table, each with whom it binds.
fn laws(rules: &Rules, table: &Table, tr: Tr) -> Vec<(Law, Vec<String>)> {
    let named = |id: &str| table.rows.iter().any(|row| row.law.iter().any(|law| law == id));
    let tables = rules.bundles.iter().map(|bundle| &bundle.table);
    let bound = tables.filter_map(|table| table.inputs.get(table.input(BOUND)?)).next_back();
    let binds = |source: &Source| -> Vec<String> {
        let cells = source.binds.iter().filter_map(|code| Some((bound?, bound?.cell(code)?)));
        cells.map(|(input, cell)| conditions::value(input, cell, tr)).collect()
    };
    let sources = rules.sources.iter().filter(|source| named(&source.id));
    sources.map(|source| (Law::of(source, tr), binds(source))).collect()
}
