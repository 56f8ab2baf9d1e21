//! Step 5: what the answers lead to, and the two decisions.

use askama::Template;
use web::{FormView, Frame};

use super::Page;
use super::outcome::Outcome;
use super::shell::Shell;
use crate::domain::step::{AGREE, OWN_HELP, Step, TOLD};
use crate::pages::words::{choices, texts};

#[derive(Template)]
#[template(path = "walk/decide.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    outcome: Outcome,
    differ: Vec<String>,
    below: Vec<String>,
    help: Vec<String>,
    agree: Vec<(String, String)>,
    own_help: Vec<(String, String)>,
    told: Vec<(String, String)>,
}

/// The page.
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, site, state) = (page.context.tr(), page.site, &page.state);
    let outcome = Outcome::of(site, page.tables.weighing, tr, state);
    let content = &site.definitions().content;
    let after = outcome.decided.as_ref().and_then(|decided| content.after(&decided.code));
    let (frame, shell) = page.round(Step::Decide);
    web::Page(View {
        frame,
        shell,
        differ: texts(tr.0, after.map_or(&[], |after| &after.differ)),
        below: texts(tr.0, after.map_or(&[], |after| &after.below)),
        help: texts(tr.0, site.profession(state).map_or(&[], |profession| &profession.help)),
        agree: choices(tr, "agree", AGREE),
        own_help: choices(tr, "own-help", OWN_HELP),
        told: choices(tr, "told", TOLD),
        outcome,
        form: page.form,
    })
}
