//! Step 1: what is seen and heard, what protects, and what the profession must not forget to ask.

use askama::Template;
use web::{FormView, Frame};

use super::Page;
use super::facts::shown;
use super::shell::Shell;
use crate::domain::content::Titled;
use crate::domain::step::Step;
use crate::pages::words::{Question, question, texts};

#[derive(Template)]
#[template(path = "walk/signals.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    note: String,
    kinds: Vec<Kind>,
    /// Pairs of code and words.
    protective: Vec<(String, String)>,
    /// Whether something that protects was chosen.
    protects: bool,
    duties: Vec<Question>,
    points: Vec<String>,
}

/// The signals of a kind.
struct Kind {
    title: String,
    /// Pairs of code and words.
    signals: Vec<(String, String)>,
    chosen: usize,
}

/// The page.
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, state, content) = (page.context.tr(), &page.state, &page.site.definitions().content);
    let kind = |kind: &Titled| {
        // What was chosen stays in sight, also when the age is changed.
        let here = content.signals.iter().filter(|one| {
            one.kind == kind.code && (state.fits(&one.ages) || state.has("signals", &one.code))
        });
        let chosen = here.clone().filter(|one| state.has("signals", &one.code)).count();
        let pairs = here.map(|one| (one.code.clone(), one.title.get(tr.0).to_owned())).collect();
        Kind { title: kind.title.get(tr.0).to_owned(), signals: pairs, chosen }
    };
    let protective = content.protective.iter();
    let asked = shown(page.site, page.tables, state, Step::Signals).into_iter();
    let (frame, shell) = page.round(Step::Signals);
    web::Page(View {
        frame,
        shell,
        note: content.signals_note.get(tr.0).to_owned(),
        kinds: content.kinds.iter().map(kind).collect(),
        protective: protective.map(|one| (one.code.clone(), one.title.get(tr.0).to_owned())).collect(),
        protects: !state.all("protective").is_empty(),
        duties: asked.filter_map(|field| Some(question(tr, field.input?, field.name))).collect(),
        points: texts(tr.0, page.site.profession(state).map_or(&[], |profession| &profession.points)),
        form: page.form,
    })
}
