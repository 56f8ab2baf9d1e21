//! A letter of two pages to the council, as PDF/UA: the score, beside whom, what changed, and what would help most.
//! Everybody of the municipality (`Permission::SeeForm`).

use axum::body::Bytes;
use axum::extract::{Path, Query as FromQuery, State};
use axum::response::Response;
use documents::pdf::{Document, compile};
use jiff::civil::Date;
use kernel::Exact;
use serde_json::{Value, json};
use web::charts::standalone;
use web::{Arg, PageError, RequestContext};

use super::advice::{in_order, ranked, words};
use super::changes::{changes, missing};
use super::compare::{Compared, compare, place};
use super::files::picture;
use super::plan::{ActionRow, TargetRow, load};
use super::print::{inline, notice};
use super::query::{Query, With};
use super::rows::{self, Answered, Mine};
use crate::Desk;
use crate::domain::rule::Parts;
use crate::pages::explain::points;
use crate::pages::own::mean_of;
use crate::pages::parts::{norm, score_words};
use crate::pages::peers::size_counts;
use crate::pages::words::day;
use crate::report::words::listed;

/// How many goals, changes and steps fit.
const MOST: usize = 4;

/// Gives the letter.
pub async fn give(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    FromQuery(query): FromQuery<Query>,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let found = mine.wave(&query)?.ok_or(PageError::NotFound)?;
    // A council reads about the whole score.
    let compared = compare(&desk, &context, &mine, found, query.with_parts(Parts::ALL)).await?;
    let (tr, lang) = (context.tr(), context.lang);
    let with = query.with();
    let today = kernel::dutch_day(desk.now());
    let plan = planned(&desk, &context, &mine).await?;
    let data = data(&context, &mine, found.0, &compared, with, &plan, today);
    let title = tr.t2("letter-council-title", "name", mine.municipality.name, "wave", found.0.title.as_str());
    let chart = standalone(&picture(tr, &mine, found.0, &compared)).into_bytes();
    let notice = notice(tr, found.0.nature);
    let make = move || {
        let images = [("comparison.svg".to_owned(), chart)];
        compile(&Document {
            lang,
            title: &title,
            author: "Zicht",
            date: today,
            notice: notice.as_deref(),
            template: include_str!("../../../templates/letter.typ"),
            data: &data,
            images: &images,
        })
        .map(Bytes::from)
    };
    let bytes = desk.site().made().pdf(make).await?;
    Ok(inline(bytes, &format!("zicht-{}-{}-{}.pdf", mine.code, found.0.wave, lang.code())))
}

/// What is in the plan and not done yet, and what is aimed at, as points.
async fn planned(desk: &Desk, context: &RequestContext, mine: &Mine) -> Result<Vec<String>, PageError> {
    let tr = context.tr();
    let (actions, targets) = load(desk, context, mine).await?;
    let action = |action: &ActionRow| {
        let args = [
            ("title", Arg::from(action.title.as_str())),
            ("owner", Arg::from(action.owner.as_str())),
            ("due", Arg::from(action.due.as_str())),
            (
                "state",
                Arg::from(
                    if action.timing.is_empty() { &action.state } else { &action.timing }.to_lowercase(),
                ),
            ),
        ];
        tr.with("letter-council-action", &args)
    };
    let live = actions.iter().filter(|action| action.is_live).take(MOST).map(action);
    let target = |target: &TargetRow| {
        let args = [
            ("goal", Arg::from(target.goal.as_str())),
            ("words", Arg::from(target.words.as_str())),
            ("now", Arg::from(target.now.as_str())),
        ];
        tr.with("letter-council-target", &args)
    };
    Ok(live.chain(targets.iter().take(MOST / 2).map(target)).collect())
}

fn data(
    context: &RequestContext,
    mine: &Mine,
    answered: &Answered,
    compared: &Compared,
    with: With,
    plan: &[String],
    today: Date,
) -> Value {
    let (tr, report) = (context.tr(), &compared.scope.report);
    let (name, wave) = (mine.municipality.name, answered.title.as_str());
    let questionnaire = &report.analysis.questionnaire;
    let mean = mean_of(&compared.now, Parts::ALL);
    let norm = norm(report, mean).map_or_else(String::new, |norm| tr.t(&format!("norm-{}", norm.name())));
    let mut figures = vec![json!({
        "value": score_words(report, tr, mean), "unit": norm, "label": tr.t("letter-council-mean"),
    })];
    let peers = compared.peers.as_ref();
    if let Some(peers) = peers {
        let value = score_words(report, tr, peers.means.mean());
        figures.push(
            json!({ "value": value, "label": tr.t1("mine-peers-mean", "group", peers.label.as_str()) }),
        );
    }
    let then = compared.before.first();
    let change = mean.zip(then.and_then(|scores| mean_of(scores, Parts::ALL))).map(|(now, then)| now - then);
    if let (Some(change), Some(year)) = (change, compared.years.first()) {
        let label = tr.t1("mine-since", "year", year.to_string());
        figures.push(json!({ "value": tr.signed(&change, 1), "label": label }));
    }
    let place = peers
        .and_then(|peers| place(mean, &peers.means))
        .map(|place| tr.t(&format!("letter-council-place-{place}")));
    let changed = then.map_or_else(Vec::new, |then| {
        let found = changes(tr, questionnaire, Parts::ALL, &compared.now, then);
        found.into_iter().take(MOST).map(|one| format!("{}: {}", one.goal, one.words)).collect()
    });
    let lacking = missing(tr, questionnaire, &answered.response).into_iter().map(|one| {
        let goals: Vec<String> = one.goals.into_iter().map(|(title, _)| title).collect();
        format!("{}: {}.", one.words, goals.join("; "))
    });
    let method = match peers {
        // These agreed, and a council must see whom somebody chose.
        Some(peers) if with == With::Chosen => tr.t1(
            "letter-council-method-chosen",
            "names",
            listed(context.lang, peers.names.iter().map(|name| (*name).to_owned())),
        ),
        _ => tr.t("letter-council-method"),
    };
    let asked = ["reach", "plan", "children"].map(|key| tr.t(&format!("letter-council-ask-{key}")));
    json!({
        "head": [
            [tr.t("letter-council-to"), tr.t1("letter-council-to-whom", "name", name)],
            [tr.t("letter-council-from"), tr.t1("letter-council-from-whom", "name", name)],
            [tr.t("letter-council-date"), day(tr, today)],
            [tr.t("letter-council-about"), wave.to_owned()],
        ],
        "title": tr.t1("letter-council-head", "name", name),
        "intro": tr.with("letter-council-intro", &[("name", Arg::from(name)), ("wave", Arg::from(wave))]),
        "figures": figures,
        "place": place,
        "chart": {
            "image": "comparison.svg",
            "title": tr.t("letter-council-chart"),
            "alt": alt(context, compared),
        },
        "changed-title": compared.years.first().map(|year| tr.t1("mine-changes-title", "year", year.to_string())),
        "changed": changed,
        "missing-title": tr.t("letter-council-missing"),
        "missing": lacking.collect::<Vec<_>>(),
        "missing-none": tr.t("letter-council-missing-none"),
        "steps-title": tr.t("letter-council-steps"),
        "steps-intro": tr.t("letter-council-steps-intro"),
        "steps": steps(context, answered, compared),
        "plan-title": tr.t("letter-council-plan"),
        "plan": plan,
        "plan-none": tr.t("letter-council-plan-none"),
        "signed": tr.t1("letter-council-signed", "name", name),
        "sign-here": tr.t("letter-council-sign-here"),
        "ask-title": tr.t("letter-council-ask"),
        "ask": asked,
        "method": method,
    })
}

/// The comparison for who can't see it.
fn alt(context: &RequestContext, compared: &Compared) -> String {
    let (tr, report) = (context.tr(), &compared.scope.report);
    let goals = report.analysis.questionnaire.goals.iter().zip(compared.now.iter());
    let goal = goals.map(|(goal, score)| {
        let score = score.map(|score| score.total(Parts::ALL));
        format!("{} {}: {}", goal.number, goal.title.get(tr.0), score_words(report, tr, score))
    });
    goal.collect::<Vec<_>>().join("; ")
}

/// For the goals that need it most, the step that adds most.
fn steps(context: &RequestContext, answered: &Answered, compared: &Compared) -> Vec<String> {
    let (tr, analysis) = (context.tr(), &compared.scope.report.analysis);
    let step = |(at, _, advised): (usize, _, Vec<crate::domain::advice::Advised>)| {
        let goal = analysis.questionnaire.goals.get(at)?;
        let counts = size_counts(analysis, answered.response.size_class, at);
        let (best, _) = in_order(advised, counts.as_ref()).into_iter().next()?;
        let adds: Exact = best.adds;
        Some(tr.with(
            "letter-council-step",
            &[
                ("goal", Arg::from(format!("{} {}", goal.number, goal.title.get(tr.0)))),
                ("step", Arg::from(words(tr, goal, best.step))),
                ("points", Arg::from(points(tr, adds))),
            ],
        ))
    };
    ranked(analysis, answered).into_iter().filter_map(step).take(MOST).collect()
}
