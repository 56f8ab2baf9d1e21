//! Step 4: the five questions, each with what its words mean, examples of the profession, and room for the reason.

use askama::Template;
use kernel::Text;
use web::{FormView, Frame, Page, PageError, RequestContext};

use super::outcome::all;
use super::shell::{self, Shell};
use crate::Site;
use crate::domain::content::Profession;
use crate::domain::state::State;
use crate::domain::step::{self, Step};
use crate::pages::words::{Question, question, texts};

#[derive(Template)]
#[template(path = "walk/weigh.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    asked: Vec<Asked>,
}

struct Asked {
    question: Question,
    why: String,
    /// How the profession meets it.
    examples: Vec<String>,
}

/// The page.
pub fn page(
    site: &Site,
    context: &RequestContext,
    state: &State,
    form: FormView,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let table = all(site)?.weighing;
    let profession = site.definitions().content.profession(state.get("profession"));
    let asked = table.inputs.iter().map(|input| Asked {
        question: question(tr, input, step::field(table, &input.name)),
        why: step::why(table, &input.name),
        examples: texts(tr.0, profession.map_or(&[], |profession| examples(profession, &input.name))),
    });
    Ok(Page(View {
        frame: shell::frame(context, &form),
        shell: Shell::new(site, context, state, Step::Weigh),
        form,
        asked: asked.collect(),
    }))
}

/// The examples of a profession that belong to a question.
fn examples<'a>(profession: &'a Profession, input: &str) -> &'a [Text] {
    match input {
        "acute" => &profession.acute,
        "structural" => &profession.structural,
        "disclosure" => &profession.disclosure,
        "able" => &profession.help,
        _ => &[],
    }
}
