//! What was filled in on a page, in words, for the report.

use serde::Serialize;
use web::Tr;

use super::facts::shown;
use super::talk::verdict;
use crate::Site;
use crate::domain::content::Content;
use crate::domain::state::State;
use crate::domain::step::{Field, Step, Tables};
use crate::pages::law::day;
use crate::pages::words;

/// One step of the report.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// What was filled in; empty if nothing was.
    pub lines: Vec<Line>,
}

/// What was filled in at a question.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The question.
    pub label: String,
    /// What was answered, one paragraph each.
    pub values: Vec<String>,
}

impl Chapter {
    /// What was filled in on the page of a step.
    pub fn of(site: &Site, tables: Tables<'_>, tr: Tr, state: &State, step: Step) -> Self {
        let content = &site.definitions().content;
        let mut lines = Vec::new();
        if step == Step::Talk
            && let Some(verdict) = verdict(site, tables.conversation, tr, state)
        {
            let grounds =
                verdict.laws.iter().map(|law| format!("{} ({})", law.cite, law.mark)).collect::<Vec<_>>();
            let values = [verdict.words, verdict.why, verdict.child, grounds.join("; ")];
            let values = values.into_iter().filter(|value| !value.is_empty()).collect();
            lines.push(Line { label: tr.t("walk-talk-verdict"), values });
        }
        for field in shown(site, tables, state, step) {
            let values = state.all(&field.name).iter().map(|value| spoken(content, tr, &field, value));
            let values: Vec<String> = values.collect();
            if !values.is_empty() {
                lines.push(Line { label: label(tr, state, &field), values });
            }
        }
        Self { title: tr.t(&format!("walk-{}", step.name())), lines }
    }
}

/// The words of a field: of an input of a table its question.
pub fn label(tr: Tr, state: &State, field: &Field<'_>) -> String {
    match field.input.map(|input| input.question.get(tr.0)) {
        None if field.name == "parents-talk" && state.is_adult() => tr.t("walk-field-adult-talk"),
        Some(question) if field.free => format!("{question} {}", tr.t("walk-why")),
        Some(question) => question.to_owned(),
        None => tr.t(&format!("walk-field-{}", field.name)),
    }
}

/// A value in words.
fn spoken(content: &Content, tr: Tr, field: &Field<'_>, value: &str) -> String {
    let title = match field.name.as_str() {
        "signals" => content.signals.iter().find(|one| one.code == value).map(|one| &one.title),
        "protective" => content.protective.iter().find(|one| one.code == value).map(|one| &one.title),
        _ => None,
    };
    match (title, field.input) {
        (Some(title), _) => title.get(tr.0).to_owned(),
        (None, Some(input)) if !field.free => words::value(tr, input, value),
        _ if field.name == "again-day" => day(value, tr),
        _ if field.codes.contains(&value) => tr.t(&format!("walk-{}-{value}", field.name)),
        _ => value.to_owned(),
    }
}
