//! The conclusions of a wave, each with a link to its figure, and what to keep in mind.
//! Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::{Path, State};
use web::{Frame, Page, PageError, RequestContext};

use super::parts::with_notice;
use super::scope::{Query, Scope};
use super::site::Site;
use crate::report::words::sentence;

#[derive(Template)]
#[template(path = "conclusions.html")]
struct View {
    frame: Frame,
    conclusions: Vec<(String, String)>,
    caveats: Vec<String>,
    method_url: String,
}

/// Shows the conclusions that hold for a wave. They are about the whole score of everybody.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    axum::extract::Query(query): axum::extract::Query<Query>,
) -> Result<Page<impl Template>, PageError> {
    let whole = Query { rule: query.rule, ..Query::default() };
    let scope = Scope::load(&site, context.lang, &wave, whole).await?;
    let tr = context.tr();
    let title = scope.report.wave_title(context.lang);
    let frame = context
        .frame(
            tr.t1("conclusions-page-title", "wave", title.clone()),
            tr.t("conclusions-description"),
            "conclusions",
        )
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(title, Some(&format!("/monitor/{wave}{}", scope.query.address())))
        .crumb(tr.t("nav-conclusions"), None);
    let conclusions = scope.report.conclusions.iter().map(|conclusion| {
        let text = sentence(context.lang, conclusion.text.get(context.lang), &scope.report);
        (text, link(&scope, &context, &conclusion.link))
    });
    Ok(Page(View {
        conclusions: conclusions.collect(),
        caveats: scope.report.caveats.iter().map(|caveat| caveat.text.get(context.lang).to_owned()).collect(),
        method_url: context.url("/method"),
        frame: with_notice(frame, scope.report.analysis.nature),
    }))
}

/// Where the figure behind a conclusion is shown: on the wave's page, or among the published figures of
/// the method page.
#[must_use]
pub fn link(scope: &Scope, context: &RequestContext, anchor: &str) -> String {
    let anchor = anchor.replace('_', "-");
    match anchor.as_str() {
        "reference" => context.url("/method#reference"),
        // Reach, parts and grades stand in the list of goals and in the extra questions.
        "reach" | "parts" | "change" => format!("{}#goals", scope.url(context, "")),
        "youth" => format!("{}#youth-participation", scope.url(context, "")),
        _ => format!("{}#{anchor}", scope.url(context, "")),
    }
}
