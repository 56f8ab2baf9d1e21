//! The decision report as PDF/UA. It is made in memory from what the form brings, given, and forgotten.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use documents::pdf::{Document, compile};
use serde_json::{Value, json};
use web::{Form, PageError, RequestContext, Tr};

use super::report::Report;
use super::taken::take;
use super::{answer, start};
use crate::Site;
use crate::domain::point::Work;
use crate::pages::law::{Law, receipt};
use crate::pages::private;

/// Gives the report.
pub async fn give(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let tables = site.tables()?;
    let state = match take(&site, tables, &form) {
        Ok(taken) if taken.findings.is_empty() => taken.state,
        Ok(taken) => return answer(&site, &context, tables, taken, &form).await,
        Err(why) => return Ok(start::refused(&site, &context, tables, why)),
    };
    let (tr, lang, date) = (context.tr(), context.lang, site.today());
    let report = Report::of(&site, tables, tr, &state);
    let (title, data) = (tr.t("walk-pdf-title"), data(tr, site.work(&state), &report));
    let make = move || {
        let template = include_str!("../../../templates/report.typ");
        let document = Document {
            lang,
            title: &title,
            author: "Zicht",
            date,
            notice: None,
            template,
            data: &data,
            images: &[],
        };
        compile(&document)
    };
    let bytes = Bytes::from(site.in_turn(make).await??);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"stappen-{date}.pdf\"")),
    ];
    Ok(private(StatusCode::OK, (headers, bytes).into_response()))
}

fn data(tr: Tr, work: Work, report: &Report) -> Value {
    let (decided, at_least) = (report.outcome.decided.as_ref(), report.outcome.at_least.as_ref());
    let laws = decided.or(at_least).map_or(&[][..], |decided| &decided.laws);
    let law = |law: &Law| {
        let seen = tr.t2("law-date-seen", "date", law.date.clone(), "seen", law.seen.clone());
        json!({ "cite": law.cite, "says": law.says, "mark": law.mark, "seen": seen })
    };
    json!({
        "title": tr.t("walk-pdf-title"),
        "intro": tr.t(if work == Work::Volunteer { "walk-pdf-intro-volunteer" } else { "walk-pdf-intro" }),
        "now_title": tr.t("walk-now-title"),
        "now": if report.now { (1..=4).map(|number| tr.t(&format!("walk-now-{number}"))).collect() } else { Vec::new() },
        "facts": report.facts,
        "outcome_title": tr.t("walk-outcome"),
        "outcome": decided.map(|decided| json!({
            "words": decided.words,
            "urgent": matches!(decided.code.as_str(), "report" | "report-now"),
            "because": decided.because,
            "points": [decided.norm, decided.own_help, decided.again],
        })),
        "at_least": at_least.map(|least| json!({
            "words": tr.t1("walk-at-least", "outcome", least.words.as_str()),
            "because": tr.t("walk-at-least-why"),
        })),
        "open_title": tr.t("walk-open"),
        "open": report.outcome.open,
        "laws_title": tr.t("walk-laws"),
        "laws": laws.iter().map(law).collect::<Vec<_>>(),
        "own_title": tr.t("walk-own"),
        "own": report.own,
        "lists": report.lists,
        "first_title": tr.t("walk-duties-first"),
        "duties_title": tr.t("walk-duties"),
        "duties": report.duties,
        "chapters_title": tr.t("walk-chapters"),
        "chapters": report.chapters,
        "nothing": tr.t("walk-nothing"),
        "unanswered_title": tr.t("walk-unanswered"),
        "unanswered": report.unanswered,
        "receipt": receipt(&report.outcome.receipt, tr),
        "last": tr.t("walk-last"),
    })
}
