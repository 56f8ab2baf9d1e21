//! The good examples that are published, newest first, by goal, measure, size and words. Anyone
//! (`Permission::SeePublished`).

use std::fmt::Write as _;

use askama::Template;
use axum::extract::{Query, State};
use geography::SizeClass;
use kernel::ExampleId;
use serde::Deserialize;
use web::{Frame, Page, PageError, Pager, RequestContext};

use super::rows::measure;
use crate::Desk;
use crate::pages::mine::plan::goal_title;
use crate::pages::runs::rows::name;
use crate::report::words::size_class;
use crate::store::examples::{self, Filter, PAGE};

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
    /// The measure that is asked for, in words.
    measure: String,
    rows: Vec<Row>,
    pager: Pager,
    is_filtered: bool,
}

struct Row {
    title: String,
    url: String,
    about: String,
    begin: String,
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
    fn filter(&self) -> Filter {
        Filter {
            goal: self.goal.parse().unwrap_or(0),
            step: if self.goal.is_empty() { String::new() } else { self.step.clone() },
            size: self.size.parse().unwrap_or(0),
            words: geography::fold(&self.q.chars().take(100).collect::<String>()),
        }
    }
}

/// Shows the list.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let questionnaire = desk.newest_questionnaire()?;
    let filter = asked.filter();
    let after: Option<ExampleId> = asked.after.parse().ok();
    let mut found = examples::page(&mut *desk.read().await?, &filter, after).await?;
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
        measure: measure(tr, questionnaire, u32::try_from(filter.goal).unwrap_or(0), &filter.step),
        rows: rows.collect(),
        pager: Pager { first: after.map(|_| context.with_query("after", None)), next },
        is_filtered: filter != Filter::default(),
        asked,
    }))
}
