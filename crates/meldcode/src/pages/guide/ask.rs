//! The pages of the guide that ask.

use askama::Template;
use rules::{Kind, Table};
use web::{FormView, Frame, Tr};

use super::taken::PROFESSION;
use super::{Page, frame};
use crate::domain::content::Content;
use crate::domain::guide::{self, Step};
use crate::domain::state::{Unusable, field};
use crate::pages::words::{self, Question};

#[derive(Template)]
#[template(path = "guide/ask.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    state: String,
    step: &'static str,
    title: String,
    intro: String,
    /// What is wrong with what was filled in before.
    refused: Option<String>,
    /// Who you are, on the first page.
    profession: Option<Question>,
    questions: Vec<Question>,
    is_first: bool,
    /// Where a file of before goes.
    resume: String,
}

/// A page that asks.
pub fn page(page: Page<'_>, why: Option<Unusable>) -> web::Page<impl Template> {
    let Page { site, context, table, state, step, form } = page;
    let tr = context.tr();
    let facts = state.facts(table);
    let inputs = guide::inputs(step, table, &facts);
    let inputs = inputs.iter().filter_map(|name| table.inputs.get(table.input(name)?));
    let refused = why.map(|why| match why {
        Unusable::Changed => tr.t("guide-refused-changed"),
        Unusable::Newer => tr.t("walk-refused-newer"),
        Unusable::Other => tr.t("guide-refused-other"),
    });
    let is_first = step == Step::Who;
    web::Page(View {
        frame: frame(context, &form),
        form,
        action: context.url("/guide"),
        state: site.seal.close(&state),
        step: step.name(),
        title: tr.t(&format!("guide-{}-title", step.name())),
        intro: tr.t(&format!("guide-{}-intro", step.name())),
        refused,
        profession: is_first.then(|| profession(&site.definitions().content, table, tr)),
        questions: inputs.map(|input| words::question(tr, input, field(table, &input.name))).collect(),
        is_first,
        resume: context.url("/guide/resume"),
    })
}

/// The professions, and for who is not among them the laws that can bind.
fn profession(content: &Content, table: &Table, tr: Tr) -> Question {
    let known = content.professions.iter().map(|one| (one.code.clone(), one.title.get(tr.0).to_owned()));
    let bound = table.input("bound").and_then(|place| table.inputs.get(place));
    let laws = match bound.map(|input| &input.kind) {
        Some(Kind::Choice(options)) => options.as_slice(),
        _ => &[],
    };
    let others = laws
        .iter()
        .map(|option| (format!("other-{}", option.code), tr.t1("guide-other-work", "law", option.get(tr.0))));
    Question {
        name: PROFESSION.to_owned(),
        label: tr.t("guide-profession"),
        hint: tr.t("guide-profession-hint"),
        options: known.chain(others).collect(),
    }
}
