//! The questionnaire on paper: empty, to think about or to walk round with, or with the answers. Everybody of the
//! municipality with `Permission::SeeForm`.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::pdf::{Document, compile};
use kernel::Permission;
use serde_json::{Value, json};
use web::{PageError, RequestContext};

use super::questions::{Kind, Part, Question, only_if, questions};
use super::rows::{self, Opened};
use super::score::score;
use crate::Desk;
use crate::acts::check::{Checked, check};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::wave::Nature;
use crate::pages::words::day;
use crate::store::cells::{self, Cells};

/// Sends the PDF; with `?empty` in the address without the answers.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let opened = rows::open(&desk, &mut db, &context, Permission::SeeForm, &run, &municipality).await?;
    let kept = cells::all(&mut db, &run, opened.municipality).await?;
    drop(db);
    let is_empty = context.query_value("empty").is_some();
    let (tr, nature) = (context.tr(), opened.run.plan.nature);
    let data = data(&context, &opened, (!is_empty).then_some(&kept));
    let title = opened.title(&context);
    let notice = (nature != Nature::Real).then(|| {
        let name = nature.name();
        format!("{} {}", tr.t(&format!("notice-{name}")), tr.t(&format!("notice-{name}-text")))
    });
    let (lang, date) = (context.lang, opened.run.plan.period.0);
    let make = move || {
        let document = Document {
            lang,
            title: &title,
            author: "Zicht",
            date,
            notice: notice.as_deref(),
            template: include_str!("../../../templates/questionnaire.typ"),
            data: &data,
            images: &[],
        };
        compile(&document).map(Bytes::from)
    };
    let bytes = desk.site().made().pdf(make).await?;
    let name = format!("{run}-{}.pdf", opened.municipality);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

fn data(context: &RequestContext, opened: &Opened, kept: Option<&Cells>) -> Value {
    let (tr, questionnaire) = (context.tr(), &*opened.questionnaire);
    let checked = kept.map(|kept| check(questionnaire, opened.rule, opened.municipality, kept));
    let parts: Vec<Value> = Part::all(questionnaire)
        .map(|part| {
            let asked = questions(tr, questionnaire, part);
            let is_put = |question: &&Question| {
                checked.as_ref().is_none_or(|checked| !checked.hidden.contains(&question.name))
            };
            let asked = asked.iter().filter(is_put).filter(|question| is_printed(question, kept));
            let asked: Vec<Value> =
                asked.map(|question| asked_of(context, questionnaire, question, kept)).collect();
            let goal = part.goal(questionnaire);
            let intro =
                goal.map_or_else(|| tr.t("form-other-intro"), |goal| goal.explanation.get(tr.0).to_owned());
            json!({
                "title": part.title(tr, questionnaire),
                "intro": intro,
                "questions": asked,
                "score-title": tr.t("form-score"),
                "score": scored(context, opened, checked.as_ref(), part),
            })
        })
        .collect();
    json!({
        "kicker": opened.run.plan.title.get(tr.0),
        "subtitle": tr.t(if kept.is_some() { "form-print-filled" } else { "form-print-empty" }),
        "facts": [
            [tr.t("form-municipality"), opened.name()],
            [tr.t("form-until"), day(tr, opened.until())],
        ],
        "parts": parts,
    })
}

/// With answers, room for own words that nobody used is left out.
fn is_printed(question: &Question, kept: Option<&Cells>) -> bool {
    let is_used = |kept: &Cells| kept.get(&question.name).is_some_and(|kept| !kept.value.is_empty());
    question.kind != Kind::Words || kept.is_none_or(is_used)
}

fn asked_of(
    context: &RequestContext,
    questionnaire: &Questionnaire,
    question: &Question,
    kept: Option<&Cells>,
) -> Value {
    let tr = context.tr();
    // On paper everybody has every question before them.
    let only_if = only_if(tr, questionnaire, &question.name).filter(|_| kept.is_none());
    let hint = if kept.is_none() { question.hint.as_str() } else { "" };
    let hint = only_if.map_or_else(|| hint.to_owned(), |only| format!("{only}. {hint}"));
    let value = |kept: &Cells| kept.get(&question.name).map_or(String::new(), |kept| kept.value.clone());
    let words = |(_, words): &(String, String)| words.clone();
    let options: Vec<String> = match question.kind {
        // Ten squares in a column say less than the line to write on.
        Kind::Grade | Kind::Words => Vec::new(),
        Kind::One | Kind::Many => question.options.iter().map(words).collect(),
    };
    json!({
        "label": question.label,
        "hint": hint,
        "options": options,
        "answer": kept.map(|kept| question.words(tr, &value(kept))),
    })
}

fn scored(
    context: &RequestContext,
    opened: &Opened,
    checked: Option<&Checked>,
    part: Part,
) -> Option<String> {
    let (Part::Goal(at), Some(checked)) = (part, checked) else { return None };
    let score = score(context, opened, checked, at);
    let word = Some(score.norm_word).filter(|word| !word.is_empty());
    Some(word.map_or(score.words.clone(), |word| format!("{} ({word})", score.words)))
}
