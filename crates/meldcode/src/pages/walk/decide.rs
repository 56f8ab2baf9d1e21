//! Step 5: what the answers lead to, and the two decisions.

use askama::Template;
use web::{FormView, Frame};

use super::duties::Duty;
use super::outcome::Outcome;
use super::shell::Shell;
use super::talk::{situation, verdict};
use super::{Page, duties};
use crate::domain::point::Talk;
use crate::domain::step::{AGREE, OWN_HELP, Step, TOLD};
use crate::pages::words::{choices, texts};

#[derive(Template)]
#[template(path = "walk/decide.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    outcome: Outcome,
    /// What an answer of step 1 asks for: it goes first.
    duties: Vec<Duty>,
    differ: Vec<String>,
    below: Vec<String>,
    help: Vec<String>,
    agree: Vec<(String, String)>,
    own_help: Vec<(String, String)>,
    told: Vec<(String, String)>,
    told_hint: String,
}

/// The page.
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, site, state) = (page.context.tr(), page.site, &page.state);
    let outcome = Outcome::of(site, page.tables.weighing, tr, state);
    let content = &site.definitions().content;
    let after = outcome.decided.as_ref().and_then(|decided| content.after(&decided.code));
    let verdict = verdict(site, page.tables.conversation, tr, state);
    let here = situation(site, state, verdict.as_ref());
    let mut duties = duties::follow(site, page.tables.duties, tr, state);
    duties.retain(|duty| duty.special);
    let (frame, shell) = page.round(Step::Decide);
    web::Page(View {
        frame,
        shell,
        differ: here.points(after.map_or(&[], |after| &after.differ), tr.0),
        below: here.points(after.map_or(&[], |after| &after.below), tr.0),
        help: texts(tr.0, site.profession(state).map_or(&[], |profession| &profession.help)),
        agree: choices(tr, "agree", AGREE),
        own_help: choices(tr, "own-help", OWN_HELP),
        told: choices(tr, "told", TOLD),
        told_hint: tr.t(if here.talk == Talk::Held { "walk-told-held" } else { "walk-told-hint" }),
        duties,
        outcome,
        form: page.form,
    })
}
