//! How the monitor works: points, rules, statistics, what is shown of whom, and where figures come from.
//! Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::State;
use documents::table::{Cell, Column, Table};
use kernel::{Exact, Lang};
use web::{Arg, Frame, Page, PageError, RequestContext, Tr};

use super::explain::{Part, explain, points};
use super::parts::with_notice;
use super::site::Site;
use crate::definitions::Definitions;
use crate::domain::answers::{Chosen, GoalAnswers, Policy, Share};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::reference::{Reference, Unit};
use crate::domain::rule::{Counting, Parts, ScoringRule};
use crate::domain::wave::Nature;
use crate::report::tables::{number, tables};

#[derive(Template)]
#[template(path = "method.html")]
struct View {
    frame: Frame,
    rules: Table,
    explanations: Vec<(String, String)>,
    example: Option<Example>,
    compared: Option<Table>,
    published: Table,
    references: Vec<Table>,
    questionnaires: Vec<QuestionnaireView>,
    sources: Vec<(String, String)>,
    conclusions_url: String,
    about_url: String,
}

/// A made-up municipality on one goal, under every rule.
struct Example {
    goal: String,
    /// What a question can earn, as a fraction and in decimals.
    cap: String,
    /// The rule that the parts are counted by.
    rule: String,
    parts: [Part; 3],
    totals: Vec<(String, String)>,
}

struct QuestionnaireView {
    title: String,
    source: String,
    goals: Vec<(u32, String, String)>,
}

/// Shows the method. Everything in figures is read from the definitions, so that it can't differ from
/// what is computed.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let (tr, definitions) = (context.tr(), site.definitions());
    let frame = context
        .frame(tr.t("method-title"), tr.t("method-intro"), "method")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(tr.t("nav-method"), None);
    let newest = site.waves().await?.into_iter().next();
    Ok(Page(View {
        rules: rules(definitions, tr),
        explanations: definitions
            .rules
            .iter()
            .map(|rule| {
                (rule.title.get(context.lang).to_owned(), rule.explanation.get(context.lang).to_owned())
            })
            .collect(),
        example: definitions
            .questionnaires
            .first()
            .and_then(|questionnaire| example(definitions, questionnaire, tr)),
        compared: compared(&site, &context).await?,
        published: published(definitions, tr),
        references: references(&site, &context).await?,
        questionnaires: definitions
            .questionnaires
            .iter()
            .map(|found| questionnaire(found, context.lang))
            .collect(),
        sources: sources(definitions, tr),
        conclusions_url: context.url("/conclusions"),
        about_url: context.url("/about"),
        // Some of the figures are of the newest wave.
        frame: with_notice(frame, newest.map_or(Nature::Real, |wave| wave.nature)),
    }))
}

fn table(id: &str, tr: Tr, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.to_owned(),
        title: tr.t(&format!("method-table-{id}")),
        columns,
        rows,
        note: None,
        source: None,
    }
}

/// The points of all rules side by side.
fn rules(definitions: &Definitions, tr: Tr) -> Table {
    let all = &definitions.rules;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = |label: String, cell: &dyn Fn(&ScoringRule) -> String| {
        rows.push(
            std::iter::once(Cell::Text(label)).chain(all.iter().map(|rule| Cell::Text(cell(rule)))).collect(),
        );
    };
    row(tr.t("column-in-policy"), &|rule| points(tr, rule.embedding.in_policy));
    row(tr.t("method-intended"), &|rule| points(tr, rule.embedding.intended));
    row(tr.t("column-recorded"), &|rule| points(tr, rule.embedding.recorded));
    row(tr.t("method-measure"), &|rule| match rule.measures.counting {
        Counting::Each(each) => tr.t1("method-each", "points", points(tr, each)),
        Counting::Any => tr.t("method-any"),
    });
    row(tr.t("method-cap"), &|rule| tr.t1("method-cap-of", "points", points(tr, rule.measures.pool)));
    row(tr.t("own-measure"), &|rule| points(tr, rule.measures.own));
    row(tr.t("column-sight"), &|rule| points(tr, rule.reach.sight));
    for (at, share) in Share::ALL.into_iter().enumerate() {
        let words = tr.t(&format!("share-{}", share.code()));
        row(tr.t1("method-share", "share", words), &|rule| points(tr, rule.reach.share[at]));
    }
    row(tr.t("method-maximum"), &|rule| {
        let maxima = rule.maxima().map(|maximum| points(tr, maximum));
        format!("{} = {}", maxima.join(" + "), points(tr, rule.maximum(Parts::ALL)))
    });
    row(tr.t("method-norms"), &|rule| {
        let limits = [("low", rule.norms.low_below), ("high", rule.norms.high_above)];
        tr.with("method-limits", &limits.map(|(name, limit)| (name, Arg::from(points(tr, limit)))))
    });
    let mut columns = vec![Column::text(tr.t("column-answer"))];
    columns.extend(all.iter().map(|rule| Column::text(&rule.id)));
    table("rules", tr, columns, rows)
}

/// Three measures, none, one and two on the first goal of four questions: it meets every rule.
fn example(definitions: &Definitions, questionnaire: &Questionnaire, tr: Tr) -> Option<Example> {
    let at = questionnaire.goals.iter().position(|goal| goal.questions.len() == 4)?;
    let goal = &questionnaire.goals[at];
    let tick = |question: usize, count: usize| -> Chosen {
        let none = goal.questions[question].none();
        (0..goal.questions[question].options.len())
            .filter(|option| Some(*option) != none)
            .take(count)
            .collect()
    };
    let nothing = goal.questions[1].none().into_iter().collect();
    let answers = GoalAnswers {
        policy: Policy::Yes,
        documents: [0].into_iter().collect(),
        measures: vec![tick(0, 3), nothing, tick(2, 1), tick(3, 2)],
        own_measure: true,
        sight: Some(true),
        share: Some(Share::MoreThanHalf),
        heard: None,
    };
    let explained = |rule| explain(tr, questionnaire, rule, at, &answers);
    let first = definitions.rules.first()?;
    let cap = first.measures.pool.per(4)?;
    let totals = definitions.rules.iter().filter_map(|rule| {
        let total = explained(rule)?.0.total(Parts::ALL);
        Some((rule.id.clone(), fraction(tr, total)))
    });
    Some(Example {
        goal: format!("{} {}", goal.number, goal.title.get(tr.0)),
        cap: fraction(tr, cap),
        rule: first.id.clone(),
        parts: explained(first)?.1,
        totals: totals.collect(),
    })
}

/// `45/4 = 11,25`; a whole number as it is.
fn fraction(tr: Tr, value: Exact) -> String {
    match value.parts() {
        (_, 1) => points(tr, value),
        (top, bottom) => format!("{top}/{bottom} = {}", points(tr, value)),
    }
}

/// The mean of each goal in the newest wave under every rule.
async fn compared(site: &Site, context: &RequestContext) -> Result<Option<Table>, PageError> {
    let Some(newest) = site.waves().await?.into_iter().next() else { return Ok(None) };
    let tr = context.tr();
    let mut reports = Vec::new();
    for rule in &site.definitions().rules {
        reports.push(site.report(&newest.id, Some(&rule.id), Parts::ALL).await?);
    }
    let Some(first) = reports.first() else { return Ok(None) };
    let mut columns = vec![Column::count(tr.t("column-number")), Column::text(tr.t("column-goal"))];
    columns.extend(reports.iter().map(|report| Column::number(report.analysis.rule.id.as_str())));
    let goals = first.analysis.questionnaire.goals.iter().enumerate();
    let mut rows: Vec<Vec<Cell>> = goals
        .map(|(at, goal)| {
            let mean = |at: usize, goals: &[crate::domain::statistics::GoalCounts]| {
                number(goals[at].total.distribution().mean())
            };
            let mut row = vec![Cell::Count(u64::from(goal.number)), goal.title.get(context.lang).into()];
            row.extend(reports.iter().map(|report| mean(at, &report.analysis.statistics.all.goals)));
            row
        })
        .collect();
    let mut last = vec![Cell::Empty, Cell::Text(tr.t("column-mean-total"))];
    last.extend(reports.iter().map(|report| number(report.mean())));
    rows.push(last);
    let mut table = table("compared", tr, columns, rows);
    let nature = tr.t(&format!("notice-{}-text", first.analysis.nature.name()));
    table.note = Some(format!("{}. {nature}", first.wave_title(context.lang)));
    Ok(Some(table))
}

/// Figures that a source prints otherwise than they work out, of every wave.
fn published(definitions: &Definitions, tr: Tr) -> Table {
    let figures = definitions.waves.iter().flat_map(|wave| &wave.published);
    let rows = figures.map(|figure| {
        let cells = [&figure.figure, &figure.printed, &figure.ours].map(|text| Cell::Text(text.clone()));
        cells.into_iter().chain([Cell::Text(figure.note.get(tr.0).to_owned())]).collect()
    });
    let columns = ["column-figure", "column-printed", "column-ours", "column-why"];
    let columns = columns.into_iter().map(|key| Column::text(tr.t(key))).collect();
    table("published", tr, columns, rows.collect())
}

/// Published figures of earlier years: beside ours where a wave followed them, alone otherwise.
async fn references(site: &Site, context: &RequestContext) -> Result<Vec<Table>, PageError> {
    let waves = site.waves().await?;
    if let Some(wave) = waves.iter().find(|wave| wave.nature != Nature::Generated) {
        let report = site.report(&wave.id, None, Parts::ALL).await?;
        let found = tables(&report, context.lang).into_iter().find(|table| table.id == "reference");
        if let Some(table) = found {
            return Ok(vec![table]);
        }
    }
    Ok(site.definitions().references.iter().map(|found| reference(found, context.tr())).collect())
}

fn reference(reference: &Reference, tr: Tr) -> Table {
    let print = |unit: Unit, value: Exact| match unit {
        Unit::Count => tr.decimal(&value, 0),
        Unit::Percent => tr.percent(&value, 0),
        Unit::Grade => tr.decimal(&value, 1),
    };
    let rows = reference.figures.iter().map(|figure| {
        vec![
            figure.title.get(tr.0).into(),
            Cell::Text(print(figure.unit, figure.value)),
            figure.also.map_or(Cell::Empty, |also| Cell::Text(print(figure.unit, also))),
            Cell::Text(figure.source.clone()),
        ]
    });
    let columns = vec![
        Column::text(tr.t("column-figure")),
        Column::text(reference.year.to_string()),
        Column::text(tr.t("column-also")),
        Column::text(tr.t("column-source")),
    ];
    let mut table = table("reference", tr, columns, rows.collect());
    table.note = Some(reference.note.get(tr.0).to_owned());
    table
}

fn questionnaire(found: &Questionnaire, lang: Lang) -> QuestionnaireView {
    let goals = found.goals.iter();
    QuestionnaireView {
        title: found.title.get(lang).to_owned(),
        source: found.source.clone(),
        goals: goals
            .map(|goal| (goal.number, goal.title.get(lang).to_owned(), goal.explanation.get(lang).to_owned()))
            .collect(),
    }
}

/// What each definition comes from.
fn sources(definitions: &Definitions, tr: Tr) -> Vec<(String, String)> {
    let lang = tr.0;
    let rules = definitions.rules.iter().map(|rule| (rule.title.get(lang), &rule.source));
    let waves = definitions.waves.iter().map(|wave| (wave.title.get(lang), &wave.source));
    let references = definitions.references.iter().map(|found| (found.title.get(lang), &found.source));
    let all = rules.chain(waves).chain(references);
    all.map(|(title, source)| (title.to_owned(), source.clone())).collect()
}
