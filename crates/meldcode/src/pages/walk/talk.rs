//! Step 3: whether a talk is possible now, and the talks with the parents and the child, or with the adult.

use askama::Template;
use rules::Table;
use web::{FormView, Frame, Tr};

use super::Page;
use super::shell::Shell;
use crate::domain::content::Part;
use crate::domain::state::{State, field};
use crate::domain::step::{CHILD_TALK, PARENTS_TALK, Step};
use crate::pages::words::{Points, Question, choices, question, texts};

#[derive(Template)]
#[template(path = "walk/talk.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    may: Vec<Question>,
    verdict: Option<Verdict>,
    not_yet: Vec<String>,
    parents: Vec<Points>,
    child: Vec<Points>,
    parents_label: String,
    parents_options: Vec<(String, String)>,
    child_options: Vec<(String, String)>,
    adult: bool,
}

/// Whether a talk is possible now.
pub struct Verdict {
    /// The outcome by code.
    pub code: String,
    /// In words.
    pub words: String,
    /// Why.
    pub why: String,
}

impl Verdict {
    /// Whether a talk is not for now.
    fn is_later(&self) -> bool {
        self.code != "talk"
    }
}

/// The page.
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, state, content) = (page.context.tr(), &page.state, &page.site.definitions().content);
    let table = page.tables.conversation;
    let adult = state.is_adult();
    let parts = |parts: &[Part]| -> Vec<Points> {
        let here = parts.iter().filter(|part| state.fits(&part.ages));
        here.map(|part| Points { title: part.title.get(tr.0).to_owned(), points: texts(tr.0, &part.points) })
            .collect()
    };
    // Who filled in an age at the start is not asked again.
    let asked = table.inputs.iter().filter(|input| input.name != "age" || state.get("age").is_empty());
    let (frame, shell) = page.round(Step::Talk);
    web::Page(View {
        frame,
        shell,
        may: asked.map(|input| question(tr, input, field(table, &input.name))).collect(),
        verdict: verdict(table, tr, state),
        not_yet: texts(tr.0, &content.not_yet),
        parents: parts(if adult { &content.adult } else { &content.parents }),
        child: if adult { Vec::new() } else { parts(&content.child) },
        parents_label: tr.t(if adult { "walk-field-adult-talk" } else { "walk-field-parents-talk" }),
        parents_options: choices(tr, "parents-talk", PARENTS_TALK),
        child_options: choices(tr, "child-talk", CHILD_TALK),
        adult,
        form: page.form,
    })
}

/// Whether a talk is possible now; nothing while that is not known.
pub fn verdict(table: &Table, tr: Tr, state: &State) -> Option<Verdict> {
    let mut facts = state.facts(table);
    if !state.get("age").is_empty() {
        facts.insert("age".to_owned(), state.get("age").to_owned());
    }
    let decision = table.decide(&table.known_case(&facts));
    let row = decision.row(table)?;
    let outcome = table.outcome(row)?;
    Some(Verdict {
        code: outcome.code.clone(),
        words: outcome.get(tr.0).to_owned(),
        why: row.because.get(tr.0).to_owned(),
    })
}
