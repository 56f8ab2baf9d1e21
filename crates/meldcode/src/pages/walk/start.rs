//! The first page: what this is, who you are, and going on with a file of before.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use geography::Geography;
use kernel::{Finding, Text};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::Page as Asked;
use super::shell::{self, Shell};
use crate::Site;
use crate::domain::state::{State as Filled, Unusable, Walk};
use crate::domain::step::{Step, Tables, WHO};
use crate::pages::private;
use crate::pages::words::choices;

#[derive(Template)]
#[template(path = "walk/start.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    /// What is wrong with a file or a form of before.
    refused: Option<String>,
    professions: Vec<(String, String)>,
    municipalities: Vec<&'static str>,
    who: Vec<(String, String)>,
    ages: Vec<(String, String)>,
    resume: String,
}

/// Shows the page.
pub async fn show(State(site): State<Site>, context: RequestContext) -> Result<Response, PageError> {
    Ok(private(StatusCode::OK, page(empty(&site, &context, site.tables()?, None), None).into_response()))
}

/// The page in place of one for which something can't be used, and why.
pub fn refused(site: &Site, context: &RequestContext, tables: Tables<'static>, why: Unusable) -> Response {
    let key = match why {
        Unusable::Changed => "walk-refused-changed",
        Unusable::Newer => "walk-refused-newer",
        Unusable::Other => "walk-refused-other",
    };
    let page = page(empty(site, context, tables, None), Some(context.tr().t(key)));
    private(StatusCode::UNPROCESSABLE_ENTITY, page.into_response())
}

/// The page with a problem at the file.
pub fn with_file_problem(
    site: &Site,
    context: &RequestContext,
    tables: Tables<'static>,
    finding: Finding,
) -> Response {
    let page = page(empty(site, context, tables, Some(finding)), None);
    private(StatusCode::UNPROCESSABLE_ENTITY, page.into_response())
}

fn empty<'a>(
    site: &'a Site,
    context: &'a RequestContext,
    tables: Tables<'static>,
    finding: Option<Finding>,
) -> Asked<'a> {
    let state = Filled::new(Walk::Meldcode);
    let form = shell::form_of(context, &state, &Form::default(), finding.into_iter().collect());
    Asked { site, context, tables, state, form }
}

/// The page with what is filled in, and what is wrong with a file or a form of before.
pub fn page(page: Asked<'_>, refused: Option<String>) -> Page<impl Template> {
    let (tr, content) = (page.context.tr(), &page.site.definitions().content);
    let titles = |titles: &mut dyn Iterator<Item = (&String, &Text)>| -> Vec<(String, String)> {
        titles.map(|(code, title)| (code.clone(), title.get(tr.0).to_owned())).collect()
    };
    let (mut frame, shell) = page.round(Step::Start);
    if page.state.get("profession").is_empty() {
        frame = shell::first_frame(page.context, &page.form);
    }
    let ages = content.ages.iter().filter(|age| age.code != "adult");
    let municipalities = Geography::built_in().at(page.site.today()).into_iter();
    Page(View {
        frame,
        shell,
        refused,
        professions: titles(&mut content.professions.iter().map(|one| (&one.code, &one.title))),
        municipalities: municipalities.map(|one| one.name).collect(),
        who: choices(tr, "who", WHO),
        ages: titles(&mut ages.map(|age| (&age.code, &age.title))),
        resume: page.context.url("/meldcode/resume"),
        form: page.form,
    })
}
