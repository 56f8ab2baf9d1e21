//! A dry run: what a scoring rule makes of a draft, with the answers of the last wave. Researchers
//! (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use kernel::Exact;
use web::{Frame, Page, PageError, RequestContext, Tr};

use super::rows::{self, Named};
use crate::Desk;
use crate::acts::dry_run::{DryRun, Tried, dry_run};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::{Counting, ScoringRule};
use crate::pages::parts::decimal;
use crate::report::comparable::reason;
use crate::report::words::listed;

#[derive(Template)]
#[template(path = "questionnaires/trial.html")]
struct View {
    frame: Frame,
    title: String,
    intro: String,
    /// Rules to try: words, page, and whether it is the one that is tried.
    rules: Vec<(String, String, bool)>,
    /// What the rule does, a sentence each.
    facts: Vec<String>,
    rows: Vec<Row>,
    back: String,
}

struct Row {
    goal: String,
    before: String,
    after: String,
    cap: String,
    changed: String,
}

/// Shows it, for the rule of the address or the first one.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let mut db = desk.read().await?;
    let (questionnaire, _) = rows::seen(&desk, &mut db, &named).await?;
    let rules = &desk.definitions().rules;
    let asked = context.query_value("rule");
    let rule = rules.iter().find(|rule| asked.as_ref() == Some(&rule.id)).or(rules.first());
    let rule = rule.ok_or(PageError::NotFound)?;
    let tried = dry_run(&mut db, desk.definitions(), &questionnaire, rule).await.map_err(rows::page_error)?;
    drop(db);
    let path = rows::path(&questionnaire);
    let title = tr.t("edited-trial");
    Ok(Page(View {
        frame: rows::frame(&context, &questionnaire, &title, &[(title.clone(), None)]),
        intro: match &tried {
            Some(tried) => tr.t2("edited-trial-intro", "wave", tried.wave.clone(), "n", tried.respondents),
            None => tr.t("edited-trial-none"),
        },
        rules: rules
            .iter()
            .map(|known| {
                let url = context.url(&format!("{path}/trial?rule={}", known.id));
                (known.title.get(context.lang).to_owned(), url, known.id == rule.id)
            })
            .collect(),
        facts: facts(tr, rule),
        rows: tried.iter().flat_map(|tried| table(tr, &questionnaire, tried)).collect(),
        back: context.url(&path),
        title,
    }))
}

fn facts(tr: Tr, rule: &ScoringRule) -> Vec<String> {
    let counting = match rule.measures.counting {
        Counting::Each(points) => tr.t1("edited-trial-each", "points", tr.decimal(&points, 0)),
        Counting::Any => tr.t("edited-trial-any"),
    };
    let pool = tr.t1("edited-trial-divided", "pool", tr.decimal(&rule.measures.pool, 0));
    vec![counting, pool, tr.t("edited-trial-extra"), tr.t("edited-trial-hidden")]
}

fn table(tr: Tr, questionnaire: &Questionnaire, tried: &DryRun) -> Vec<Row> {
    let score = |value: Option<Exact>| decimal(tr, value, 1);
    let row = |one: &Tried| {
        let goal = &questionnaire.goals[one.at];
        let (before, after) = (one.question.0, one.question.1);
        let reasons = one.breaks.iter().map(|found| reason(tr.0, found));
        Row {
            goal: format!("{} {}", goal.number, goal.title.get(tr.0)),
            before: score(one.before),
            after: score(one.after),
            cap: match before.filter(|before| *before != after) {
                Some(before) => tr.t2(
                    "edited-trial-cap-changed",
                    "before",
                    tr.decimal(&before, 1),
                    "after",
                    tr.decimal(&after, 1),
                ),
                None => tr.decimal(&after, 1),
            },
            changed: if one.breaks.is_empty() {
                tr.t("edited-trial-unchanged")
            } else {
                listed(tr.0, reasons)
            },
        }
    };
    let mut rows: Vec<Row> = tried.goals.iter().map(row).collect();
    rows.push(Row {
        goal: tr.t("edited-trial-mean"),
        before: score(tried.mean.0),
        after: score(tried.mean.1),
        cap: String::new(),
        changed: String::new(),
    });
    rows
}
