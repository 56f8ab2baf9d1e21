//! The decision report: steps, reasons, outcome, articles, and what to do with it. Made from what was filled in, and
//! not kept. The first time that it shows an outcome, that is counted (`store::uses`).

use askama::Template;
use web::{FormView, Frame, Tr};

use super::chapter::{Chapter, Line, label};
use super::duties::Duty;
use super::facts::shown;
use super::local::Local;
use super::outcome::Outcome;
use super::shell::{Shell, asks_for_today};
use super::talk::{Verdict, situation, verdict};
use super::{Page, duties};
use crate::Site;
use crate::domain::point::{Point, Situation, Work};
use crate::domain::state::State;
use crate::domain::step::{Field, Step, Tables};
use crate::pages::counted::count;
use crate::pages::law::{day, receipt};
use crate::pages::words::Points;

/// The whole report, in the words of one language.
pub struct Report {
    /// Whether a signal asks to look today whether it is safe.
    pub now: bool,
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
    intro: String,
    report: Report,
    receipt: String,
}

/// Shows the report, and counts what it says.
pub async fn page(page: Page<'_>) -> web::Page<impl Template> {
    let report = Report::of(page.site, page.tables, page.context.tr(), &page.state);
    let mut page = page;
    if let Some(decided) = &report.outcome.decided {
        count(page.site, &mut page.state, &page.tables.weighing.id, &decided.code).await;
    }
    let volunteer = page.site.work(&page.state) == Work::Volunteer;
    let intro = if volunteer { "walk-report-intro-volunteer" } else { "walk-report-intro" };
    let intro = page.context.tr().t(intro);
    let (frame, shell) = page.round(Step::Report);
    let receipt = receipt(&report.outcome.receipt, page.context.tr());
    web::Page(View { frame, shell, form: page.form, intro, report, receipt })
}

impl Report {
    /// Whether there are duties that an answer asks for, or that hold for everybody with this work.
    fn has_duties(&self, special: bool) -> bool {
        self.duties.iter().any(|duty| duty.special == special)
    }

    /// The report of what was filled in.
    pub fn of(site: &Site, tables: Tables<'_>, tr: Tr, state: &State) -> Self {
        let outcome = Outcome::of(site, tables.weighing, tr, state);
        let verdict = verdict(site, tables.conversation, tr, state);
        let here = situation(site, state, verdict.as_ref());
        let shown: Vec<_> =
            Step::FIVE.into_iter().flat_map(|step| shown(site, tables, state, step)).collect();
        let chapter = |step| Chapter::of(site, tables, tr, state, step);
        Self {
            now: asks_for_today(site, state),
            facts: facts(site, tr, state),
            own: chapter(Step::Decide).lines,
            chapters: [Step::Signals, Step::Consult, Step::Talk, Step::Weigh].map(chapter).into(),
            lists: lists(site, tr, here, &outcome),
            duties: duties::follow(site, tables.duties, tr, state),
            unanswered: unanswered(tr, state, &shown, &outcome, verdict.as_ref()),
            local: Local::of(site, tr, state),
            outcome,
        }
    }
}

fn facts(site: &Site, tr: Tr, state: &State) -> Vec<(String, String)> {
    let (profession, municipality) = (site.profession(state), site.municipality(state));
    let who = state.get("who");
    // That an adult is an adult was said already.
    let ages = &site.definitions().content.ages;
    let age = ages.iter().find(|age| age.code == state.age() && age.code != "adult");
    let age = age.map(|age| age.title.get(tr.0).to_owned());
    let all = [
        ("walk-field-profession", profession.map(|one| one.title.get(tr.0).to_owned())),
        ("walk-field-who", (!who.is_empty()).then(|| tr.t(&format!("walk-who-{who}")))),
        ("walk-field-age", age),
        ("walk-field-municipality", municipality.map(|one| one.name.to_owned())),
        ("walk-field-region", municipality.map(|one| format!("Veilig Thuis {}", one.region.name()))),
        ("walk-field-day", Some(day(&site.today().to_string(), tr))),
        ("walk-field-file", profession.map(|one| one.words.file.get(tr.0).to_owned())),
    ];
    all.into_iter().filter_map(|(key, value)| Some((tr.t(key), value?))).collect()
}

/// Lists by outcome, as far as they hold here: what follows, what to record, what to tell, how to follow, and if you see
/// it differently.
fn lists(site: &Site, tr: Tr, here: Situation<'_>, outcome: &Outcome) -> Vec<Points> {
    let content = &site.definitions().content;
    let Some(decided) = &outcome.decided else { return Vec::new() };
    let mut lists = Vec::new();
    let mut add = |key: &str, points: &[Point]| {
        let points = here.points(points, tr.0);
        if !points.is_empty() {
            lists.push(Points { title: tr.t(key), points });
        }
    };
    let (after, explain) = (content.after(&decided.code), content.explain(&decided.code));
    if let Some(after) = after {
        add("walk-list-follows", &after.follows);
        add("walk-list-record", &after.record);
    }
    if let Some(explain) = explain {
        let adult = here.state.is_adult();
        add(if adult { "walk-list-adult" } else { "walk-list-parents" }, &explain.parents);
        add("walk-list-child", &explain.child);
    }
    if let Some(after) = after {
        add("walk-list-follow", &after.follow);
        add("walk-list-below", &after.below);
        add("walk-list-differ", &after.differ);
    }
    lists
}

/// What a report can't do without; a talk is not asked for while it is not for now.
const NEEDED: [&str; 4] = ["fact", "consulted", "parents-talk", "child-talk"];

/// Questions without an answer: what a report can't do without, and what can still change what is advised.
fn unanswered(
    tr: Tr,
    state: &State,
    shown: &[Field<'_>],
    outcome: &Outcome,
    verdict: Option<&Verdict>,
) -> Vec<String> {
    let held = verdict.is_some_and(Verdict::is_held);
    let is_needed = |field: &&Field<'_>| {
        NEEDED.contains(&field.name.as_str())
            && state.get(&field.name).is_empty()
            && !(held && field.name == "parents-talk")
    };
    let open = shown.iter().filter(is_needed).map(|field| label(tr, state, field));
    let of_talk = match verdict {
        Some(verdict) => verdict.open.clone(),
        None => vec![tr.t("walk-talk-verdict")],
    };
    open.chain(of_talk).chain(outcome.open.iter().cloned()).collect()
}
