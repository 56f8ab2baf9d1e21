//! Step 4: the five questions, each with what its words mean, examples of the profession, and room for the reason.

use askama::Template;
use kernel::Text;
use rules::Input;
use web::{FormView, Frame};

use super::Page;
use super::shell::Shell;
use crate::domain::content::Profession;
use crate::domain::state::field;
use crate::domain::step::{Step, why};
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
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, table) = (page.context.tr(), page.tables.weighing);
    let profession = page.site.profession(&page.state);
    let asked = |input: &Input| Asked {
        question: question(tr, input, field(table, &input.name)),
        why: why(table, &input.name),
        examples: texts(tr.0, profession.map_or(&[], |profession| examples(profession, &input.name))),
    };
    let (frame, shell) = page.round(Step::Weigh);
    web::Page(View { frame, shell, asked: table.inputs.iter().map(asked).collect(), form: page.form })
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
