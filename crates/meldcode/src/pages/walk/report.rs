//! The decision report: steps, reasons, outcome, articles, and what to do with it. Made from what was filled in, and
//! not kept. The first time that it shows an outcome, that is counted (`store::uses`).

use askama::Template;
use web::{FormView, Frame, PageError, Tr};

use super::chapter::{Chapter, Line, label};
use super::duties::Duty;
use super::local::Local;
use super::outcome::Outcome;
use super::shell::Shell;
use super::{Page, duties};
use crate::Site;
use crate::domain::state::State;
use crate::domain::step::{Field, Step, Tables};
use crate::pages::counted::count;
use crate::pages::law::{day, receipt};
use crate::pages::words::{self, Points};

/// The whole report, in the words of one language.
pub struct Report {
    /// Who, where and when: pairs of label and words.
    pub facts: Vec<(String, String)>,
    /// What is decided, or what is still open.
    pub outcome: Outcome,
    /// What the user decided.
    pub own: Vec<Line>,
    /// What was filled in, by step.
    pub chapters: Vec<Chapter>,
    /// What follows, what to record, what to tell.
    pub lists: Vec<Points>,
    /// Special duties.
    pub duties: Vec<Duty>,
    /// Questions without an answer.
    pub unanswered: Vec<String>,
    /// Where the municipality has help.
    pub local: Local,
}

#[derive(Template)]
#[template(path = "walk/report.html")]
struct View {
    frame: Frame,
    shell: Shell,
    form: FormView,
    report: Report,
    receipt: String,
}

/// Shows the report, and counts what it says.
pub async fn page(page: Page<'_>) -> Result<web::Page<impl Template>, PageError> {
    let report = Report::of(page.site, page.tables, page.context.tr(), &page.state);
    let mut page = page;
    if let Some(decided) = &report.outcome.decided {
        count(page.site, &mut page.state, &page.tables.weighing.id, &decided.code).await?;
    }
    let (frame, shell) = page.round(Step::Report);
    let receipt = receipt(&report.outcome.receipt, page.context.tr());
    Ok(web::Page(View { frame, shell, form: page.form, report, receipt }))
}

impl Report {
    /// The report of what was filled in.
    pub fn of(site: &Site, tables: Tables<'_>, tr: Tr, state: &State) -> Self {
        let outcome = Outcome::of(site, tables.weighing, tr, state);
        let chapter = |step| Chapter::of(&site.definitions().content, tables, tr, state, step);
        Self {
            facts: facts(site, tr, state),
            own: chapter(Step::Decide).lines,
            chapters: [Step::Signals, Step::Consult, Step::Talk, Step::Weigh].map(chapter).into(),
            lists: lists(site, tr, &outcome),
            duties: duties::follow(site, tables.duties, tr, state),
            unanswered: unanswered(tables, tr, state),
            local: Local::of(site, tr, state),
            outcome,
        }
    }
}

fn facts(site: &Site, tr: Tr, state: &State) -> Vec<(String, String)> {
    let (profession, municipality) = (site.profession(state), site.municipality(state));
    let who = state.get("who");
    let all = [
        ("walk-field-profession", profession.map(|one| one.title.get(tr.0).to_owned())),
        ("walk-field-who", (!who.is_empty()).then(|| tr.t(&format!("walk-who-{who}")))),
        ("walk-field-municipality", municipality.map(|one| one.name.to_owned())),
        ("walk-field-region", municipality.map(|one| format!("Veilig Thuis {}", one.region.name()))),
        ("walk-field-day", Some(day(&site.today().to_string(), tr))),
        ("walk-field-file", profession.map(|one| one.words.file.get(tr.0).to_owned())),
    ];
    all.into_iter().filter_map(|(key, value)| Some((tr.t(key), value?))).collect()
}

/// Lists by outcome: what follows, what to record, what to tell, how to follow, and if you see it differently.
fn lists(site: &Site, tr: Tr, outcome: &Outcome) -> Vec<Points> {
    let content = &site.definitions().content;
    let Some(decided) = &outcome.decided else { return Vec::new() };
    let (after, explain) = (content.after(&decided.code), content.explain(&decided.code));
    let mut lists = Vec::new();
    let mut add = |key: &str, texts: &[kernel::Text]| {
        if !texts.is_empty() {
            lists.push(Points { title: tr.t(key), points: words::texts(tr.0, texts) });
        }
    };
    if let Some(after) = after {
        add("walk-list-follows", &after.follows);
        add("walk-list-record", &after.record);
    }
    if let Some(explain) = explain {
        add("walk-list-parents", &explain.parents);
        add("walk-list-child", &explain.child);
    }
    if let Some(after) = after {
        add("walk-list-follow", &after.follow);
        add("walk-list-below", &after.below);
        add("walk-list-differ", &after.differ);
    }
    lists
}

/// What a report can't do without.
const NEEDED: [&str; 4] = ["fact", "consulted", "parents-talk", "child-talk"];

/// Questions without an answer: of the weighing, and what a report can't do without.
fn unanswered(tables: Tables<'_>, tr: Tr, state: &State) -> Vec<String> {
    let is_needed = |field: &Field<'_>| match field.input {
        Some(_) => !field.free && field.name.starts_with(&tables.weighing.id),
        None => NEEDED.contains(&field.name.as_str()) && !(state.is_adult() && field.name == "child-talk"),
    };
    let fields = Step::FIVE.into_iter().flat_map(|step| step.fields(tables));
    let open = fields.filter(|field| is_needed(field) && state.get(&field.name).is_empty());
    open.map(|field| label(tr, &field)).collect()
}
