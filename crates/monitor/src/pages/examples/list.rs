//! The good examples that are published, newest first, by goal, measure, size and words. Anyone
//! (`Permission::SeePublished`).

use std::fmt::Write as _;

use askama::Template;
use axum::extract::{Query, State};
use geography::SizeClass;
use kernel::ExampleId;
use platform::Connection;
use serde::Deserialize;
use web::{Frame, Page, PageError, Pager, RequestContext};

use super::rows::{measure, steps, with};
use crate::Desk;
use crate::domain::advice::Step;
use crate::domain::find::{Like, find};
use crate::domain::questionnaire::Goal;
use crate::pages::mine::plan::goal_title;
use crate::pages::runs::rows::name;
use crate::report::words::size_class;
use crate::store::examples::{self, Filter, PAGE, StoredExample};

/// The most characters of what is shown of one.
const SHOWN: usize = 220;

#[derive(Template)]
#[template(path = "examples/list.html")]
struct View {
    frame: Frame,
    asked: Asked,
    /// Number, title and whether it is chosen.
    goals: Vec<(String, String, bool)>,
    sizes: Vec<(String, String, bool)>,
    /// Those of the goal that is chosen: code, words and whether it is chosen.
    measures: Vec<(String, String, bool)>,
    /// The measure that is asked for, in words.
    measure: String,
    rows: Vec<Row>,
    /// Nothing has the words themselves; what is shown is like them.
    is_near: bool,
    pager: Pager,
    is_filtered: bool,
}

struct Row {
    title: String,
    url: String,
    about: String,
    begin: String,
    /// How many thanked, where somebody did.
    thanks: String,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    goal: String,
    step: String,
    size: String,
    q: String,
    after: String,
}

impl Asked {
    /// What is asked for; a measure counts only with a goal that has it.
    fn filter(&self, goal: Option<&Goal>) -> Filter {
        let step = goal.and_then(|goal| Some(Step::parse(goal, &self.step)?.code(goal)));
        Filter {
            goal: goal.map_or(0, |goal| i64::from(goal.number)),
            step: step.unwrap_or_default(),
            size: self.size.parse().unwrap_or(0),
        }
    }

    fn words(&self) -> String {
        self.q.chars().take(100).collect()
    }
}

/// One page and one more, which says that there are, and how much they are like the words.
async fn found(
    db: &mut Connection,
    filter: &Filter,
    words: &str,
    after: Option<ExampleId>,
) -> Result<(Vec<StoredExample>, Like), PageError> {
    if geography::fold(words).is_empty() {
        return Ok((examples::page(db, filter, after).await?, Like::Same));
    }
    let all = examples::searched(db, filter).await?;
    let (found, like) = find(words, &all);
    let after = after.map(|id| id.to_string());
    let mut rows = Vec::new();
    let rest = found.into_iter().filter(|id| after.as_ref().is_none_or(|after| *id < after));
    for id in rest.take(usize::try_from(PAGE + 1).unwrap_or(usize::MAX)) {
        let Ok(id) = id.parse() else { continue };
        rows.extend(examples::find(db, id).await?);
    }
    Ok((rows, like))
}

/// Shows the list.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let questionnaire = desk.newest_questionnaire()?;
    let goal = questionnaire.goals.iter().find(|goal| goal.number.to_string() == asked.goal);
    let (filter, words) = (asked.filter(goal), asked.words());
    let after: Option<ExampleId> = asked.after.parse().ok();
    let mut db = desk.read().await?;
    let (mut found, like) = found(&mut db, &filter, &words, after).await?;
    let thanks = examples::thank_counts(&mut db).await?;
    drop(db);
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = found.len() > page;
    found.truncate(page);
    let next =
        found.last().filter(|_| more).map(|last| context.with_query("after", Some(&last.id.to_string())));
    let rows = found.iter().map(|one| {
        let mut begin: String = one.told.what.chars().take(SHOWN).collect();
        if begin.len() < one.told.what.len() {
            begin.push('…');
        }
        let mut about = format!("{}. {}", name(one.municipality), goal_title(tr, questionnaire, one.goal));
        let measure = measure(tr, questionnaire, one.goal, &one.step);
        if !measure.is_empty() {
            // Writing to a String can't fail.
            let _ = write!(about, ": {measure}");
        }
        Row {
            title: one.told.title.clone(),
            url: context.url(&format!("/examples/{}", one.id)),
            about,
            begin,
            thanks: thanks
                .get(&one.id.to_string())
                .map_or_else(String::new, |count| tr.t1("example-thanks", "n", *count)),
        }
    });
    let class = |class: SizeClass| {
        let number = class.number();
        (number.to_string(), size_class(tr.0, number, number), asked.size == number.to_string())
    };
    Ok(Page(View {
        frame: context
            .frame(tr.t("examples-title"), tr.t("examples-intro"), "examples")
            .crumb(tr.t("crumb-home"), Some("/"))
            .crumb(tr.t("examples-title"), None),
        goals: questionnaire
            .goals
            .iter()
            .map(|goal| {
                let number = goal.number.to_string();
                let on = asked.goal == number;
                (number, goal_title(tr, questionnaire, goal.number), on)
            })
            .collect(),
        sizes: SizeClass::ALL.into_iter().map(class).collect(),
        measures: goal.map_or_else(Vec::new, |goal| {
            let one = |step: Step| {
                let code = step.code(goal);
                let on = code == filter.step;
                (code, with(tr, goal, step), on)
            };
            steps(goal).into_iter().map(one).collect()
        }),
        measure: measure(tr, questionnaire, goal.map_or(0, |goal| goal.number), &filter.step),
        rows: rows.collect(),
        is_near: like == Like::Near,
        pager: Pager { first: after.map(|_| context.with_query("after", None)), next },
        is_filtered: filter != Filter::default() || !words.is_empty(),
        asked,
    }))
}
