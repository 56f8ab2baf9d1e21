//! What a proposed table would alter: its problems at their lines, or the scenarios and cases that come out otherwise.
//! Anyone may try (`Permission::SeePublished`): nothing of it is kept.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use kernel::{Finding, Place};
use rules::{Bundle, Change, Hit, Region, Table, TooMany, change, check};
use web::{Form, FormView, Frame, Page, PageError, RequestContext, Tr, finding_text, on_field};

use crate::Site;
use crate::definitions::{Definitions, built_in_rules};
use crate::pages::conditions::{self, Condition};

/// The field with the proposed table.
const FIELD: &str = "toml";

/// The largest text that is looked at, in bytes: a few times our largest table.
const MOST: usize = 200_000;

/// How many problems are told, and how many examples of cases that change.
const MOST_TOLD: usize = 50;
const MOST_EXAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "rules/proposal.html")]
struct View {
    frame: Frame,
    form: FormView,
    table: String,
    /// The problem in words, and the line that it is about.
    problems: Vec<(String, String)>,
    more_problems: usize,
    altered: Option<Altered>,
}

/// What the proposal changes.
#[derive(Debug, Default)]
struct Altered {
    /// Scenarios that come out otherwise: what they tell, and the outcome before and after.
    scenarios: Vec<(String, String, String)>,
    /// How many cases change; nothing if they can't be laid side by side.
    cases: Option<u64>,
    /// Why they can't.
    why_not: String,
    groups: Vec<Group>,
}

/// Cases that change in the same way.
#[derive(Debug)]
struct Group {
    before: String,
    after: String,
    cases: u64,
    examples: Vec<Vec<Condition>>,
}

/// A table, and a row of it that gives what is decided.
type Decided<'t> = (&'t Table, Option<usize>);

/// A row that gives what is decided before and after, with how many cases there are and a few of them.
type Alike<'r> = ((Option<usize>, Option<usize>), (u64, Vec<&'r Region>));

/// Shows the table in force, to be changed.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let bundle = in_force(site.definitions(), &id, site.today())?;
    let text = built_in_rules().remove(&bundle.table.path).unwrap_or_default();
    let form = FormView::new(&context).value(FIELD, text);
    Ok(Page(view(&context, bundle, form, Outcome::default())))
}

/// Tells what a proposal alters. What is wrong with it comes with everything that was typed.
pub async fn send(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let (definitions, tr) = (site.definitions(), context.tr());
    let bundle = in_force(definitions, &id, site.today())?;
    let text = form.raw(FIELD).to_owned();
    let wrong = match text.len() {
        0 => Some("field-required"),
        MOST.. => Some("rules-too-long"),
        _ => None,
    };
    if let Some(code) = wrong {
        let form = FormView::of(&context, &form, vec![on_field(code, FIELD)]);
        let view = view(&context, bundle, form, Outcome::default());
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response());
    }
    // A text made to be hard takes a while: one at a time, and beside the pages.
    let outcome = site.in_turn(move || look(definitions, bundle, &text, tr)).await?;
    let status = if outcome.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = FormView::of(&context, &form, Vec::new());
    Ok((status, Page(view(&context, bundle, form, outcome))).into_response())
}

fn in_force(definitions: &'static Definitions, id: &str, today: Date) -> Result<&'static Bundle, PageError> {
    definitions.rules.in_force(id, today).ok_or(PageError::NotFound)
}

/// What came of a proposal.
#[derive(Debug, Default)]
struct Outcome {
    problems: Vec<(String, String)>,
    more_problems: usize,
    altered: Option<Altered>,
}

fn look(definitions: &Definitions, bundle: &Bundle, text: &str, tr: Tr) -> Outcome {
    let current = &bundle.table;
    let proposed = match Table::read(&current.path, text) {
        Ok(table) => table,
        Err(findings) => return Outcome { altered: None, ..told(&findings, text, tr) },
    };
    let mut findings = check(&proposed, &bundle.scenarios, &bundle.scenarios_path);
    let too_many = findings.iter().any(|finding| finding.code == "rules-too-many");
    // A scenario that comes out otherwise is what is asked for here, not a problem.
    findings.retain(|finding| !matches!(finding.code, "rules-scenario" | "rules-scenario-open"));
    findings.extend(definitions.rules.check_sources(&proposed));
    let altered = match change(current, &proposed, &bundle.scenarios) {
        _ if too_many => None,
        Ok(change) => Some(altered(&change, bundle, &proposed, tr)),
        Err(TooMany) => {
            findings.push(Finding::error("rules-too-many", Place::file(current.path.clone())));
            None
        }
    };
    Outcome { altered, ..told(&findings, text, tr) }
}

/// Problems in words, each with the line of the text that it is about.
fn told(findings: &[Finding], text: &str, tr: Tr) -> Outcome {
    let lines: Vec<&str> = text.lines().collect();
    let line = |finding: &Finding| {
        let row = usize::try_from(finding.place.row?).ok()?;
        let at = row.checked_sub(1)?;
        // The head of a row says less than what comes after it.
        let next = lines.get(at).filter(|line| line.starts_with("[[")).and_then(|_| lines.get(at + 1));
        Some(next.or_else(|| lines.get(at))?.chars().take(200).collect())
    };
    let problem = |finding: &Finding| (finding_text(tr.0, finding), line(finding).unwrap_or_default());
    Outcome {
        problems: findings.iter().take(MOST_TOLD).map(problem).collect(),
        more_problems: findings.len().saturating_sub(MOST_TOLD),
        altered: None,
    }
}

fn altered(change: &Change, bundle: &Bundle, proposed: &Table, tr: Tr) -> Altered {
    let current = &bundle.table;
    let words = |table: &Table, outcomes: &Option<Vec<String>>| match outcomes {
        None => tr.t("rules-undecided"),
        Some(codes) if codes.is_empty() => tr.t("rules-nothing-fits"),
        Some(codes) => {
            let words: Vec<&str> = codes.iter().map(|code| conditions::outcome(table, code, tr)).collect();
            words.join("; ")
        }
    };
    let scenarios = change.scenarios.iter().filter_map(|changed| {
        let tells = bundle.scenarios.get(changed.scenario)?.tells.get(tr.0).to_owned();
        Some((tells, words(current, &changed.before), words(proposed, &changed.after)))
    });
    let mut groups: BTreeMap<_, (u64, Vec<&Region>)> = BTreeMap::new();
    for (region, before, after) in change.parts.iter().flatten() {
        let (cases, examples) = groups.entry((*before, *after)).or_default();
        *cases = cases.saturating_add(region.cases());
        if examples.len() < MOST_EXAMPLES {
            examples.push(region);
        }
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, (cases, _))| Reverse(*cases));
    let group = |((before, after), (cases, examples)): Alike<'_>| Group {
        before: given((current, before), (proposed, after), tr),
        after: given((proposed, after), (current, before), tr),
        cases,
        examples: examples.into_iter().map(|region| conditions::conditions(current, region, tr)).collect(),
    };
    let groups = groups.into_iter().take(MOST_TOLD).map(group).collect();
    let collects = current.hit == Hit::Collect;
    Altered {
        scenarios: scenarios.collect(),
        cases: change.parts.is_some().then(|| change.cases()),
        why_not: tr.t(if collects { "rules-altered-collect" } else { "rules-altered-other-questions" }),
        groups,
    }
}

/// What is decided: the outcome, and of the rest what the other table gives otherwise.
fn given<'t>(ours: Decided<'t>, theirs: Decided<'t>, tr: Tr) -> String {
    let row = |decided: Decided<'t>| decided.0.rows.get(decided.1?);
    let (Some(decides), other) = (row(ours), row(theirs)) else { return tr.t("rules-nothing-fits") };
    let code = |output: &str| Some(theirs.0.gives(other?, output)?.code.as_str());
    let words = ours.0.outputs.iter().enumerate().filter_map(|(place, output)| {
        let gives = ours.0.gives(decides, &output.name)?;
        (place == 0 || code(&output.name) != Some(&gives.code)).then(|| gives.get(tr.0))
    });
    words.collect::<Vec<_>>().join(" ")
}

fn view(context: &RequestContext, bundle: &Bundle, form: FormView, outcome: Outcome) -> View {
    let tr = context.tr();
    let table = &bundle.table;
    let title = table.title.get(tr.0);
    let frame = context
        .frame(
            form.title(&tr.t1("rules-proposal-title", "table", title)),
            tr.t("rules-proposal-intro"),
            "rules",
        )
        .crumb(tr.t("rules-title"), Some("/rules"))
        .crumb(title, Some(&format!("/rules/{}", table.id)))
        .crumb(tr.t("rules-proposal"), None);
    let Outcome { problems, more_problems, altered } = outcome;
    View { frame, form, table: title.to_owned(), problems, more_problems, altered }
}
