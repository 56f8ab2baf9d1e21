//! The first page: what this is, who you are, and going on with a file of before.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use geography::Geography;
use kernel::Finding;
use web::{FormView, Frame, Page, RequestContext};

use super::shell;
use crate::Site;
use crate::domain::state::{State as Filled, Unusable, Walk};
use crate::domain::step::Step;
use crate::pages::private;
use crate::pages::walk::shell::Shell;

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
pub async fn show(State(site): State<Site>, context: RequestContext) -> Response {
    let state = Filled::new(Walk::Meldcode);
    let form = shell::form(&context, &state);
    private(StatusCode::OK, page(&site, &context, &state, form).into_response())
}

/// The page with what is filled in.
pub fn page(site: &Site, context: &RequestContext, state: &Filled, form: FormView) -> Page<impl Template> {
    Page(view(site, context, state, form, None))
}

/// The page in place of one for which something can't be used, and why.
pub fn refused(site: &Site, context: &RequestContext, why: Unusable) -> Response {
    let key = match why {
        Unusable::Changed => "walk-refused-changed",
        Unusable::Newer => "walk-refused-newer",
        Unusable::Other => "walk-refused-other",
    };
    let state = Filled::new(Walk::Meldcode);
    let form = shell::form(context, &state);
    let view = view(site, context, &state, form, Some(context.tr().t(key)));
    private(StatusCode::UNPROCESSABLE_ENTITY, Page(view).into_response())
}

/// The page with a problem at the file.
pub fn with_file_problem(site: &Site, context: &RequestContext, finding: Finding) -> Response {
    let state = Filled::new(Walk::Meldcode);
    let form = shell::form_of(context, &state, &web::Form::default(), vec![finding]);
    private(StatusCode::UNPROCESSABLE_ENTITY, Page(view(site, context, &state, form, None)).into_response())
}

fn view(
    site: &Site,
    context: &RequestContext,
    state: &Filled,
    form: FormView,
    refused: Option<String>,
) -> View {
    let tr = context.tr();
    let professions = site.definitions().content.professions.iter();
    let professions = professions.map(|one| (one.code.clone(), one.title.get(tr.0).to_owned())).collect();
    let municipalities = Geography::built_in().at(site.today()).into_iter().map(|one| one.name).collect();
    let ages = site.definitions().content.ages.iter().filter(|age| age.code != "adult");
    let ages = ages.map(|age| (age.code.clone(), age.title.get(tr.0).to_owned())).collect();
    let who = ["child", "adult"].map(|code| (code.to_owned(), tr.t(&format!("walk-who-{code}")))).into();
    View {
        frame: if state.get("profession").is_empty() {
            shell::first_frame(context, &form)
        } else {
            shell::frame(context, &form)
        },
        shell: Shell::new(site, context, state, Step::Start),
        form,
        refused,
        professions,
        municipalities,
        who,
        ages,
        resume: context.url("/meldcode/resume"),
    }
}
