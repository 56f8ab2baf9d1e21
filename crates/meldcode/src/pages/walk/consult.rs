//! Step 2: with whom to consult, and how to prepare the call for advice.

use askama::Template;
use web::{FormView, Frame};

use super::duties::Duty;
use super::local::Local;
use super::shell::Shell;
use super::{Page, duties};
use crate::domain::step::{CONSULTED, Step};
use crate::pages::words::choices;

#[derive(Template)]
#[template(path = "walk/consult.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    duties: Vec<Duty>,
    /// Pairs of whom and what for.
    people: Vec<(String, String)>,
    /// How to prepare the call for advice.
    prepare: Vec<String>,
    options: Vec<(String, String)>,
    local: Local,
}

/// The page.
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, site, state) = (page.context.tr(), page.site, &page.state);
    let people = site.profession(state).map_or(&[][..], |profession| &profession.consult).iter();
    let (frame, shell) = page.round(Step::Consult);
    web::Page(View {
        frame,
        shell,
        duties: duties::follow(site, page.tables.duties, tr, state),
        people: people.map(|one| (one.who.get(tr.0).to_owned(), one.why.get(tr.0).to_owned())).collect(),
        prepare: (1..=6).map(|number| tr.t(&format!("walk-prepare-{number}"))).collect(),
        options: choices(tr, "consulted", CONSULTED),
        local: Local::of(site, tr, state),
        form: page.form,
    })
}
