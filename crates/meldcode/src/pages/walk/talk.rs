//! Step 3: whether a talk is possible now, and the talks with the parents and the child, or with the adult.

use askama::Template;
use rules::Table;
use web::{FormView, Frame, Tr};

use super::Page;
use super::facts::{self, shown};
use super::outcome::{at_least, open_questions};
use super::shell::Shell;
use crate::Site;
use crate::domain::content::Part;
use crate::domain::point::{Situation, Talk};
use crate::domain::state::{State, TALK_AGE};
use crate::domain::step::{CHILD_TALK, PARENTS_TALK, Step};
use crate::pages::law::Law;
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
    /// Whether there is a child with whom to talk.
    with_child: bool,
}

/// Whether a talk is possible now.
pub struct Verdict {
    /// The outcome by code.
    pub code: String,
    /// In words.
    pub words: String,
    /// Why.
    pub why: String,
    /// How to talk with the child, or with the adult whom it is about; empty if nothing is to be said.
    pub child: String,
    /// On what ground.
    pub laws: Vec<Law>,
    /// What is not answered and matters: until then this is the least that holds.
    pub open: Vec<String>,
}

impl Verdict {
    /// Whether a talk is not for now.
    pub fn is_held(&self) -> bool {
        self.code != "talk"
    }
}

/// What points are chosen by, after the answers of this page.
pub fn situation<'a>(site: &Site, state: &'a State, verdict: Option<&Verdict>) -> Situation<'a> {
    let held = verdict.is_some_and(Verdict::is_held);
    Situation { state, work: site.work(state), talk: if held { Talk::Held } else { Talk::Open } }
}

/// The page.
pub fn page(page: Page<'_>) -> web::Page<impl Template> {
    let (tr, state, content) = (page.context.tr(), &page.state, &page.site.definitions().content);
    let (adult, with_child) = (state.is_adult(), state.has_child_to_talk_with());
    let is_big = matches!(state.age(), "4-12" | "12-18");
    let parts = |parts: &[Part]| -> Vec<Points> {
        let here = parts.iter().filter(|part| state.fits(&part.ages));
        here.map(|part| Points { title: part.title.get(tr.0).to_owned(), points: texts(tr.0, &part.points) })
            .collect()
    };
    let asked = shown(page.site, page.tables, state, Step::Talk).into_iter();
    let (frame, shell) = page.round(Step::Talk);
    web::Page(View {
        frame,
        shell,
        may: asked.filter_map(|field| Some(fitting(state, question(tr, field.input?, field.name)))).collect(),
        verdict: verdict(page.site, page.tables.conversation, tr, state),
        not_yet: texts(tr.0, &content.not_yet),
        parents: parts(if adult { &content.adult } else { &content.parents }),
        child: if with_child { parts(&content.child) } else { Vec::new() },
        parents_label: tr.t(if adult { "walk-field-adult-talk" } else { "walk-field-parents-talk" }),
        parents_options: choices(tr, "parents-talk", PARENTS_TALK),
        child_options: choices(tr, "child-talk", if is_big { &["spoken", "not"] } else { CHILD_TALK }),
        adult,
        with_child,
        form: page.form,
    })
}

/// The question about the age only offers whom the start tells of.
fn fitting(state: &State, mut question: Question) -> Question {
    if question.name == TALK_AGE && !state.get("who").is_empty() {
        question.options.retain(|(age, _)| (age == "adult") == state.is_adult());
    }
    question
}

/// Whether a talk is possible now; while that is not known: what holds in any case, if that is not just a talk.
pub fn verdict(site: &Site, table: &Table, tr: Tr, state: &State) -> Option<Verdict> {
    let decision = table.decide(&table.known_case(&facts::conversation(table, state)));
    let decided = decision.row(table);
    let row = decided.or_else(|| at_least(table, &decision, "advice-first"))?;
    let outcome = table.outcome(row)?;
    let child = table.gives(row, "child");
    let (words, why) = (outcome.get(tr.0), row.because.get(tr.0));
    Some(Verdict {
        code: outcome.code.clone(),
        words: if decided.is_some() { words.to_owned() } else { tr.t1("walk-at-least", "outcome", words) },
        why: if decided.is_some() { why.to_owned() } else { tr.t("walk-talk-least-why") },
        child: child.map_or("", |child| child.get(tr.0)).to_owned(),
        laws: Law::binding(&site.definitions().rules, &row.law, &site.bound(state), tr),
        open: open_questions(table, &decision, tr),
    })
}
