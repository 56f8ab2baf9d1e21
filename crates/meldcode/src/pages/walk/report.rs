//! The decision report: steps, reasons, outcome, articles, and what to do with it. Made from what was filled in, and
//! not kept. The first time that it shows an outcome, that is counted (`store::uses`).

use askama::Template;
use geography::{Geography, Municipality};
use serde::Serialize;
use web::{FormView, Frame, Page, PageError, RequestContext, Tr};

use super::ask::{Local, Points, duties, profession, verdict};
use super::outcome::{Outcome, all};
use super::shell::{self, Shell};
use crate::Site;
use crate::domain::state::State;
use crate::domain::step::{self, Step};
use crate::pages::words;
use crate::store::uses::{self, Use};

/// What was filled in at a question: the question and the answers.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The question.
    pub label: String,
    /// What was answered, one paragraph each.
    pub values: Vec<String>,
}

/// One step of the report.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// What was filled in; empty if nothing was.
    pub lines: Vec<Line>,
}

/// A list with a title.
#[derive(Debug, Clone, Serialize)]
pub struct List {
    /// The title.
    pub title: String,
    /// What stands under it.
    pub points: Vec<String>,
}

/// The whole report, in the words of one language.
pub struct Report {
    /// Who, where and when: pairs of label and words.
    pub facts: Vec<(String, String)>,
    /// What is decided, or what is still open.
    pub outcome: Outcome,
    /// What the user decided.
    pub own: Vec<Line>,
    /// What was filled in, by step.
    pub chapters: Vec<Chapter>,
    /// What follows, what to record, what to tell.
    pub lists: Vec<List>,
    /// Special duties.
    pub duties: Vec<List>,
    /// Questions without an answer.
    pub unanswered: Vec<String>,
    /// Where the municipality has help.
    pub local: Local,
}

#[derive(Template)]
#[template(path = "walk/report.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    report: Report,
    receipt: String,
}

/// Shows the report.
pub async fn page(
    site: &Site,
    context: &RequestContext,
    mut state: State,
    form: FormView,
) -> Result<Page<impl Template>, PageError> {
    let report = report(site, context.tr(), &state)?;
    count(site, &mut state, &report).await?;
    let receipt = receipt(context.tr(), &report.outcome);
    Ok(Page(View {
        frame: shell::frame(context, &form),
        shell: Shell::new(site, context, &state, Step::Report),
        form,
        report,
        receipt,
    }))
}

/// Counts the outcome once.
async fn count(site: &Site, state: &mut State, report: &Report) -> Result<(), PageError> {
    let Some(decided) = report.outcome.decided.as_ref().filter(|_| !state.counted) else { return Ok(()) };
    let region = municipality(site, state).map(|one| one.region.slug()).unwrap_or_default();
    let sector = profession(&site.definitions().content, state).map_or("", |profession| &profession.group);
    let one =
        Use { month: month(site), region: &region, sector, subject: "weighing", outcome: &decided.code };
    let mut db = site.database.write().await?;
    uses::add(&mut db, &one, 1).await?;
    db.commit().await?;
    state.counted = true;
    Ok(())
}

/// This month: `2026-11`.
fn month(site: &Site) -> String {
    let today = site.today();
    format!("{:04}-{:02}", today.year(), today.month())
}

/// The municipality that was filled in.
pub fn municipality(site: &Site, state: &State) -> Option<&'static Municipality> {
    let name = state.get("municipality");
    Geography::built_in().at(site.today()).into_iter().find(|one| one.name == name)
}

/// Which table decided, in one line.
pub fn receipt(tr: Tr, outcome: &Outcome) -> String {
    let receipt = &outcome.receipt;
    let from = crate::pages::law::day(&receipt.valid_from, tr);
    let hash: String = receipt.hash.chars().take(16).collect();
    let table = format!("{} {}", receipt.table, receipt.version);
    tr.with("walk-receipt", &[("table", table.into()), ("day", from.into()), ("hash", hash.into())])
}

/// Makes the report.
pub fn report(site: &Site, tr: Tr, state: &State) -> Result<Report, PageError> {
    let outcome = Outcome::of(site, tr, state)?;
    let chapters = Step::FIVE
        .into_iter()
        .take(4)
        .map(|step| chapter(site, tr, state, step))
        .collect::<Result<_, _>>()?;
    let unanswered = unanswered(site, tr, state)?;
    Ok(Report {
        facts: facts(site, tr, state),
        own: chapter(site, tr, state, Step::Decide)?.lines,
        chapters,
        lists: lists(site, tr, &outcome),
        duties: duties(site, tr, state)?
            .into_iter()
            .map(|Points { title, points }| List { title, points })
            .collect(),
        unanswered,
        local: Local::of(site, tr, state),
        outcome,
    })
}

fn facts(site: &Site, tr: Tr, state: &State) -> Vec<(String, String)> {
    let profession = profession(&site.definitions().content, state);
    let municipality = municipality(site, state);
    let who = state.get("who");
    let all = [
        ("walk-field-profession", profession.map(|one| one.title.get(tr.0).to_owned())),
        (
            "walk-field-who",
            (!who.is_empty())
                .then(|| tr.t(&format!("walk-who-{}", if who == "adult" { "adult" } else { "child" }))),
        ),
        ("walk-field-municipality", municipality.map(|one| one.name.to_owned())),
        ("walk-field-region", municipality.map(|one| format!("Veilig Thuis {}", one.region.name()))),
        ("walk-field-day", Some(crate::pages::law::day(&site.today().to_string(), tr))),
        ("walk-field-file", profession.map(|one| one.words.file.get(tr.0).to_owned())),
    ];
    all.into_iter().filter_map(|(key, value)| Some((tr.t(key), value?))).collect()
}

/// What was filled in on the page of a step.
fn chapter(site: &Site, tr: Tr, state: &State, step: Step) -> Result<Chapter, PageError> {
    let tables = all(site)?;
    let mut lines = Vec::new();
    for field in step.fields(tables) {
        let values = state.all(&field.name);
        if !values.is_empty() {
            let values = values.iter().map(|value| spoken(site, tr, &field.name, value)).collect();
            lines.push(Line { label: label(site, tr, &field.name)?, values });
        }
    }
    // An answer stands beside its reason.
    if step == Step::Weigh {
        lines.sort_by_key(|line: &Line| order(site, tr, &line.label));
    }
    if step == Step::Talk
        && let Some((words, why, _)) = verdict(site, tr, state)?
    {
        lines.insert(0, Line { label: tr.t("walk-talk-verdict"), values: vec![words, why] });
    }
    Ok(Chapter { title: tr.t(&format!("walk-{}", step.name())), lines })
}

/// The place of a question of the weighing among the questions; a reason comes after its answer.
fn order(site: &Site, tr: Tr, label: &str) -> usize {
    let Some(table) = site.table("weighing") else { return 0 };
    let at = |input: &rules::Input| label.starts_with(input.question.get(tr.0));
    table.inputs.iter().position(at).unwrap_or(usize::MAX)
}

/// The words of a field: of an input of a table its question.
fn label(site: &Site, tr: Tr, name: &str) -> Result<String, PageError> {
    let tables = all(site)?;
    for table in [tables.duties, tables.conversation, tables.weighing] {
        for input in &table.inputs {
            let question = input.question.get(tr.0);
            if name == step::field(table, &input.name) {
                return Ok(question.to_owned());
            }
            if name == step::why(table, &input.name) {
                return Ok(format!("{question} {}", tr.t("walk-why")));
            }
        }
    }
    Ok(tr.t(&format!("walk-field-{name}")))
}

/// A value in words.
fn spoken(site: &Site, tr: Tr, name: &str, value: &str) -> String {
    let content = &site.definitions().content;
    let lang = tr.0;
    let pick = |nl: &str, en: &str| if lang == kernel::Lang::Nl { nl.to_owned() } else { en.to_owned() };
    let option = |prefix: &str| tr.t(&format!("walk-{prefix}-{value}"));
    let known =
        |prefix: &str, codes: &[&str]| if codes.contains(&value) { option(prefix) } else { value.to_owned() };
    match name {
        "signals" => content
            .signals
            .iter()
            .find(|one| one.code == value)
            .map_or_else(String::new, |one| pick(&one.nl, &one.en)),
        "protective" => content
            .protective
            .iter()
            .find(|one| one.code == value)
            .map_or_else(String::new, |one| pick(&one.nl, &one.en)),
        "age" => content
            .ages
            .iter()
            .find(|one| one.code == value)
            .map_or_else(String::new, |one| one.title.get(lang).to_owned()),
        "consulted" => {
            known("consulted", &["colleague", "attention", "trust", "veilig-thuis", "expert", "nobody"])
        }
        "parents-talk" => known("parents", &["done", "later", "not"]),
        "child-talk" => known("child", &["spoken", "seen", "not"]),
        "agree" => known("agree", &["yes", "no"]),
        "own-help" => known("own-help", &["yes", "with", "no"]),
        "told" => known("told", &["parents", "child", "colleagues", "other"]),
        "again-day" => crate::pages::law::day(value, tr),
        _ => {
            let answers = ["duties-", "conversation-", "weighing-"];
            let is_answer = answers.iter().any(|table| name.starts_with(table)) && !name.ends_with("-why");
            let table = name.split('-').next().and_then(|id| site.table(id)).filter(|_| is_answer);
            let input = table
                .and_then(|table| table.inputs.iter().find(|input| step::field(table, &input.name) == name));
            input.map_or_else(|| value.to_owned(), |input| words::value(tr, input, value))
        }
    }
}

/// Lists by outcome: what follows, what to record, what to tell, how to follow, and if you see it differently.
fn lists(site: &Site, tr: Tr, outcome: &Outcome) -> Vec<List> {
    let content = &site.definitions().content;
    let Some(decided) = &outcome.decided else { return Vec::new() };
    let (after, explain) = (content.after(&decided.code), content.explain(&decided.code));
    let mut lists = Vec::new();
    let mut add = |key: &str, texts: &[kernel::Text]| {
        if !texts.is_empty() {
            lists.push(List { title: tr.t(key), points: words::texts(tr.0, texts) });
        }
    };
    if let Some(after) = after {
        add("walk-list-follows", &after.follows);
        add("walk-list-record", &after.record);
    }
    if let Some(explain) = explain {
        add("walk-list-parents", &explain.parents);
        add("walk-list-child", &explain.child);
    }
    if let Some(after) = after {
        add("walk-list-follow", &after.follow);
        add("walk-list-below", &after.below);
        add("walk-list-differ", &after.differ);
    }
    lists
}

/// Questions without an answer: of the weighing, and what a report can't do without.
fn unanswered(site: &Site, tr: Tr, state: &State) -> Result<Vec<String>, PageError> {
    let table = all(site)?.weighing;
    let mut open: Vec<String> = ["fact", "consulted", "parents-talk", "child-talk"]
        .iter()
        .filter(|name| state.get(name).is_empty() && !(state.get("who") == "adult" && **name == "child-talk"))
        .map(|name| tr.t(&format!("walk-field-{name}")))
        .collect();
    let of_table = table.inputs.iter().filter(|input| state.get(&step::field(table, &input.name)).is_empty());
    open.extend(of_table.map(|input| input.question.get(tr.0).to_owned()));
    Ok(open)
}
