//! Advice: per goal what would add most, what municipalities of the same size do that this one does not, and what others
//! tell that it costs. Everybody of the municipality (`Permission::SeeForm`); who fills in puts it in the plan.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Exact, Norm, Permission};
use web::{Arg, Frame, Page, PageError, RequestContext, Tr};

use super::query::Query;
use super::rows::{self, Answered, Mine};
use crate::Desk;
use crate::analysis::Analysis;
use crate::domain::advice::{Advised, Step, advise, nothing};
use crate::domain::plan::{ActionState, TELLERS};
use crate::domain::questionnaire::Goal;
use crate::domain::rule::Parts;
use crate::domain::score::{Score, Scorer};
use crate::domain::statistics::GoalCounts;
use crate::domain::wave::Nature;
use crate::pages::explain::points;
use crate::pages::forms::rows::may;
use crate::pages::peers::size_counts;
use crate::pages::scope::Scope;
use crate::store::{examples, plans};

/// How many steps are shown of a goal at once; the others are a click away.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "mine/advice.html")]
struct View {
    frame: Frame,
    token: String,
    /// Where a step is put in the plan; nothing for who only looks.
    action: Option<String>,
    plan_url: String,
    goals: Vec<GoalView>,
}

/// A goal with what could be done.
struct GoalView {
    number: u32,
    title: String,
    url: String,
    /// The score in words, and the name of its norm.
    score: (String, &'static str),
    first: Vec<StepView>,
    more: Vec<StepView>,
}

/// One step.
struct StepView {
    code: String,
    words: String,
    /// What it adds, in words.
    adds: String,
    /// How many of the same size do it, in words.
    others: String,
    /// What it costs, as others tell; empty until enough did.
    effort: String,
    /// How to begin.
    begin: String,
    /// Where it is in the plan.
    planned: Option<String>,
    /// The good examples with it: words and address.
    examples: Option<(String, String)>,
}

/// Shows the advice.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let tr = context.tr();
    let mut db = desk.read().await?;
    let planned: BTreeMap<(u32, String), String> = plans::actions(&mut db, mine.whose())
        .await?
        .into_iter()
        .filter(|action| action.state != ActionState::Dropped && !action.step.is_empty())
        .map(|action| {
            let url = context.url(&mine.path(&format!("/plan#action-{}", action.number)));
            ((action.goal, action.step), url)
        })
        .collect();
    let efforts = efforts(plans::efforts(&mut db).await?);
    let examples = examples::counts(&mut db).await?;
    drop(db);
    let found = mine.wave(&Query::default())?;
    let goals = match found {
        None => Vec::new(),
        Some((answered, _)) => {
            let scope =
                Scope::load(desk.site(), context.lang, &answered.wave, crate::pages::scope::Query::default())
                    .await?;
            let (context, mine, scope) = (&context, &mine, &scope);
            let (planned, efforts, examples) = (&planned, &efforts, &examples);
            Maker { context, mine, scope, planned, efforts, examples }.goals(answered)
        }
    };
    let title = tr.t("advice-title");
    let may_plan = may(&desk, &context, Permission::FillIn, mine.code).await?;
    let nature = found.map_or(Nature::Real, |(answered, _)| answered.nature);
    Ok(Page(View {
        frame: mine.frame(&context, Some(&title), nature),
        token: context.form_token(),
        action: may_plan.then(|| context.url(&mine.path("/plan"))),
        plan_url: context.url(&mine.path("/plan")),
        goals,
    }))
}

/// The mean effort of a step in tenths, where enough municipalities told it.
pub fn efforts(told: Vec<(i64, String, i64, i64)>) -> BTreeMap<(u32, String), Exact> {
    let enough = |(goal, step, count, sum): (i64, String, i64, i64)| {
        let count = u64::try_from(count).ok().filter(|count| *count >= TELLERS)?;
        Some(((u32::try_from(goal).ok()?, step), Exact::whole(sum).per(count)?))
    };
    told.into_iter().filter_map(enough).collect()
}

/// A step in words.
#[must_use]
pub fn words(tr: Tr, goal: &Goal, step: Step) -> String {
    match step {
        Step::Policy => tr.t("advice-step-policy"),
        Step::Record => tr.t("advice-step-record"),
        Step::Own => tr.t("advice-step-own"),
        Step::Sight => tr.t("advice-step-sight"),
        Step::Share(share) => tr.t1("advice-step-share", "share", tr.t(&format!("share-{}", share.code()))),
        Step::Measure(question, option) => {
            let asked = goal.questions.get(question);
            let option = asked.and_then(|asked| asked.options.get(option));
            let text = |found: Option<&kernel::Text>| found.map_or("", |text| text.get(tr.0)).to_owned();
            tr.with(
                "advice-step-measure",
                &[
                    ("measure", Arg::from(text(option.map(|option| &option.label)))),
                    ("question", Arg::from(text(asked.map(|asked| &asked.title)))),
                ],
            )
        }
    }
}

/// Which of the fixed first steps goes with it.
fn kind(step: Step) -> &'static str {
    match step {
        Step::Policy => "policy",
        Step::Record => "record",
        Step::Measure(..) => "measure",
        Step::Own => "own",
        Step::Sight => "sight",
        Step::Share(_) => "share",
    }
}

/// The goals of a municipality as advice ranks them: lowest score first, then lowest reach.
#[must_use]
pub fn ranked(analysis: &Analysis, answered: &Answered) -> Vec<(usize, Option<Score>, Vec<Advised>)> {
    let scorer = Scorer::new(&analysis.rule, &analysis.questionnaire);
    let goal = |(at, goal): (usize, &Goal)| {
        let answers = answered.response.goals.get(at).and_then(Option::as_ref);
        let score = answers.and_then(|answers| scorer.score(at, answers));
        let advised = advise(&scorer, at, goal, &answers.cloned().unwrap_or_else(|| nothing(goal)));
        (at, score, advised)
    };
    let mut goals: Vec<_> = analysis.questionnaire.goals.iter().enumerate().map(goal).collect();
    goals.sort_by_key(|(at, score, _)| (score.map(|score| (score.total(Parts::ALL), score.reach)), *at));
    goals
}

/// Steps with the share of the same size that takes them: what adds most first, then what most do.
pub fn in_order(advised: Vec<Advised>, counts: Option<&GoalCounts>) -> Vec<(Advised, Option<Exact>)> {
    let mut steps: Vec<(Advised, Option<Exact>)> =
        advised.into_iter().map(|one| (one, share(counts, one.step))).collect();
    steps.sort_by(|(a, x), (b, y)| b.adds.cmp(&a.adds).then(y.cmp(x)).then(a.step.cmp(&b.step)));
    steps
}

struct Maker<'a> {
    context: &'a RequestContext,
    mine: &'a Mine,
    scope: &'a Scope,
    planned: &'a BTreeMap<(u32, String), String>,
    efforts: &'a BTreeMap<(u32, String), Exact>,
    examples: &'a BTreeMap<(u32, String), u64>,
}

impl Maker<'_> {
    fn goals(&self, answered: &Answered) -> Vec<GoalView> {
        let analysis = &self.scope.report.analysis;
        let goal = |(at, score, advised): (usize, Option<Score>, Vec<Advised>)| {
            let goal = &analysis.questionnaire.goals[at];
            let counts = size_counts(analysis, answered.response.size_class, at);
            let steps = in_order(advised, counts.as_ref());
            let mut first: Vec<StepView> =
                steps.into_iter().map(|(one, share)| self.step(goal, one, share)).collect();
            let more = first.split_off(first.len().min(SHOWN));
            GoalView {
                number: goal.number,
                title: goal.title.get(self.context.lang).to_owned(),
                url: format!("{}#goal-{}", self.context.url(&self.mine.path("")), goal.number),
                score: self.score(score),
                first,
                more,
            }
        };
        ranked(analysis, answered).into_iter().map(goal).collect()
    }

    fn score(&self, score: Option<Score>) -> (String, &'static str) {
        let (tr, norms) = (self.context.tr(), &self.scope.report.analysis.rule.norms);
        let Some(total) = score.map(|score| score.total(Parts::ALL)) else {
            return (tr.t("advice-unanswered"), Norm::Low.name());
        };
        (tr.t1("advice-now", "score", tr.score(&total, norms)), norms.of(total).name())
    }

    fn step(&self, goal: &Goal, advised: Advised, share: Option<Exact>) -> StepView {
        let tr = self.context.tr();
        let code = advised.step.code(goal);
        let key = (goal.number, code.clone());
        let effort = self.efforts.get(&key).map(|effort| {
            let name = match effort.rounded(0) {
                ..=1 => "small",
                2 => "middle",
                _ => "large",
            };
            tr.t(&format!("advice-effort-{name}"))
        });
        StepView {
            words: words(tr, goal, advised.step),
            adds: tr.t1("advice-adds", "points", points(tr, advised.adds)),
            others: share
                .map_or_else(String::new, |share| tr.t1("advice-others", "share", tr.percent(&share, 0))),
            effort: effort.unwrap_or_default(),
            begin: tr.t(&format!("advice-begin-{}", kind(advised.step))),
            planned: self.planned.get(&key).cloned(),
            examples: self.examples.get(&key).map(|count| {
                let url = self.context.url(&format!("/examples?goal={}&step={code}", goal.number));
                (tr.t1("advice-examples", "n", *count), url)
            }),
            code,
        }
    }
}

/// The share of a group that does it already.
fn share(counts: Option<&GoalCounts>, step: Step) -> Option<Exact> {
    let counts = counts?;
    let count = match step {
        Step::Policy => counts.policy[0],
        Step::Record => counts.recorded,
        Step::Measure(question, option) => *counts.questions.get(question)?.get(option)?,
        Step::Own => counts.own_measure,
        Step::Sight => counts.sight[0],
        Step::Share(share) => counts.share[share as usize..].iter().sum(),
    };
    Exact::percent(count, counts.respondents)
}
