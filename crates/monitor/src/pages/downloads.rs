//! The report of a wave to take away, and each of its tables.
//! Anyone may see it (`Permission::SeePublished`): groups that are too small are withheld in every file.

use std::sync::Arc;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::csv;
use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;
use web::{Frame, Page, PageError, RequestContext};

use super::parts::with_notice;
use super::scope::{self, Scope};
use super::site::Site;
use crate::definitions::hex;
use crate::report::model::Report;
use crate::report::tables::tables;
use crate::report::write::Form;

/// End of the names of tables for Dutch Excel.
const EXCEL: &str = ".excel.csv";

#[derive(Template)]
#[template(path = "downloads.html")]
struct View {
    frame: Frame,
    title: String,
    kind: String,
    kind_text: String,
    snapshot: String,
    rule: String,
    forms: Vec<FormView>,
    tables: Vec<TableView>,
    method_url: String,
}

/// The report in one form.
struct FormView {
    name: String,
    text: String,
    url: String,
}

/// A table in two forms.
struct TableView {
    title: String,
    machine: String,
    excel: String,
}

/// Lists what there is. Files are about the whole score of everybody, whatever the address narrows.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    Query(query): Query<scope::Query>,
) -> Result<Page<impl Template>, PageError> {
    let whole = scope::Query { rule: query.rule, ..scope::Query::default() };
    let scope = Scope::load(&site, context.lang, &wave, whole).await?;
    let (tr, report) = (context.tr(), &scope.report);
    let wave_title = report.wave_title(context.lang);
    let frame = context
        .frame(tr.t1("downloads-title", "wave", wave_title.clone()), tr.t("downloads-intro"), "downloads")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(wave_title.clone(), Some(&format!("/monitor/{wave}{}", scope.query.address())))
        .crumb(tr.t("nav-downloads"), None);
    let nature = report.analysis.nature;
    let file = |name: &str| scope.url(&context, &format!("/downloads/{name}"));
    let forms = [(Form::Pdf, "pdf"), (Form::Html, "html"), (Form::Xlsx, "xlsx"), (Form::Json, "json")];
    let tables = tables(report, context.lang).into_iter().map(|table| TableView {
        machine: file(&format!("tables/{}.csv", table.id)),
        excel: file(&format!("tables/{}{EXCEL}", table.id)),
        title: table.title,
    });
    Ok(Page(View {
        title: tr.t1("downloads-title", "wave", wave_title),
        kind: tr.t(&format!("notice-{}", nature.name())).trim_end_matches('.').to_lowercase(),
        kind_text: tr.t(&format!("notice-{}-text", nature.name())),
        snapshot: report.snapshot.clone(),
        rule: report.analysis.rule.title.get(context.lang).to_owned(),
        forms: forms
            .into_iter()
            .map(|(form, key)| FormView {
                name: tr.t(&format!("downloads-{key}")),
                text: tr.t(&format!("downloads-{key}-text")),
                url: file(form.file_name()),
            })
            .collect(),
        tables: tables.collect(),
        method_url: context.url("/method"),
        frame: with_notice(frame, nature),
    }))
}

/// Gives the report in one form.
pub async fn report(
    State(site): State<Site>,
    context: RequestContext,
    Path((wave, file)): Path<(String, String)>,
    Query(query): Query<scope::Query>,
) -> Result<Response, PageError> {
    let forms = [Form::Pdf, Form::Html, Form::Xlsx, Form::Json];
    let form = forms.into_iter().find(|form| form.file_name() == file).ok_or(PageError::NotFound)?;
    let whole = scope::Query { rule: query.rule, ..scope::Query::default() };
    let report = Scope::load(&site, context.lang, &wave, whole).await?.report;
    let end = file.trim_start_matches("report");
    let name = format!("{}{end}", name(&report, &context));
    let bytes = site.made().report(report, form, context.lang).await?;
    Ok(attachment(bytes, form.media_type(), &name))
}

/// Gives a table as CSV, for programs or for Dutch Excel.
pub async fn table(
    State(site): State<Site>,
    context: RequestContext,
    Path((wave, file)): Path<(String, String)>,
    Query(query): Query<scope::Query>,
) -> Result<Response, PageError> {
    let excel = file.strip_suffix(EXCEL).map(|id| (id, csv::Form::DutchExcel));
    let machine = file.strip_suffix(".csv").map(|id| (id, csv::Form::Machine));
    let (id, form) = excel.or(machine).ok_or(PageError::NotFound)?;
    let whole = scope::Query { rule: query.rule, ..scope::Query::default() };
    let report = Scope::load(&site, context.lang, &wave, whole).await?.report;
    let end = if form == csv::Form::DutchExcel { "-excel" } else { "" };
    let name = format!("{}-{id}{end}.csv", name(&report, &context));
    let (id, lang) = (id.to_owned(), context.lang);
    let made = spawn_blocking(move || written(&report, lang, &id, form)).await?;
    Ok(attachment(made.ok_or(PageError::NotFound)?, Form::Csv.media_type(), &name))
}

fn written(report: &Arc<Report<'static>>, lang: kernel::Lang, id: &str, form: csv::Form) -> Option<Bytes> {
    let table = tables(report, lang).into_iter().find(|table| table.id == id)?;
    Some(Bytes::from(csv::write(&table, form)))
}

/// The start of a file's name: `zicht-monitor-2026-nl`, with the rule if it is not that of the wave.
fn name(report: &Report<'_>, context: &RequestContext) -> String {
    let analysis = &report.analysis;
    let own = analysis.wave.as_ref().is_none_or(|wave| wave.scoring_rule == analysis.rule.id);
    let rule = if own { String::new() } else { format!("-{}", analysis.rule.id) };
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let wave: String = analysis.wave_id.chars().map(plain).collect();
    format!("zicht-monitor-{wave}{rule}-{}", context.lang.code())
}

/// A file to be kept, not shown. Its tag is made from its bytes.
pub fn attachment(bytes: Bytes, media_type: &'static str, name: &str) -> Response {
    // Weak, because compression may change the bytes.
    let tag = format!("W/\"{}\"", &hex(&Sha256::digest(&bytes))[..32]);
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::ETAG, tag),
    ];
    (headers, bytes).into_response()
}
