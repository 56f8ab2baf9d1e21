//! What stands round every page of the walk: the way out, the steps, and what was filled in, to send along.

use kernel::Finding;
use web::{Form, FormView, Frame, RequestContext, Tr};

use super::facts::shown;
use crate::Site;
use crate::domain::personal;
use crate::domain::state::State;
use crate::domain::step::{Step, Tables};

/// A step in the list of steps.
pub struct Stop {
    /// What the button sends.
    pub name: &'static str,
    /// Its number.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Whether this is its page.
    pub current: bool,
}

/// What stands round a page.
pub struct Shell {
    /// The title of the page itself.
    pub title: String,
    /// Where the form goes.
    pub action: String,
    /// Everything that was filled in, signed.
    pub state: String,
    /// The page, as the form calls it.
    pub step: &'static str,
    /// The page after it.
    pub next: &'static str,
    /// The words of the button to it.
    pub next_words: String,
    /// Whether there is a page before it.
    pub has_back: bool,
    /// The five steps.
    pub steps: Vec<Stop>,
    /// Whether a signal asks to look today whether it is safe: said on every step after it.
    pub now: bool,
    /// What in the texts so far perhaps tells who somebody is: after the page on which it was typed, and in the report.
    pub hints: Vec<Hinted>,
}

/// What on a page perhaps tells who somebody is.
pub struct Hinted {
    /// The parts, in words.
    pub words: String,
    /// The page, as its button calls it.
    pub step: &'static str,
    /// Its number.
    pub number: usize,
}

impl Shell {
    /// What stands round the page of a step.
    pub fn new(site: &Site, context: &RequestContext, tables: Tables<'_>, state: &State, step: Step) -> Self {
        let tr = context.tr();
        let stop = |(place, one): (usize, &Step)| Stop {
            name: one.name(),
            number: place + 1,
            title: tr.t(&format!("walk-{}", one.name())),
            current: *one == step,
        };
        let next = step.next();
        let next_words = match next.number() {
            Some(number) => {
                tr.t2("walk-next", "number", number, "title", tr.t(&format!("walk-{}", next.name())))
            }
            None => tr.t("walk-to-report"),
        };
        Self {
            title: title(tr, state, step),
            action: context.url("/meldcode"),
            state: site.seal.close(state),
            step: step.name(),
            next: next.name(),
            next_words,
            has_back: step != Step::Start,
            steps: Step::FIVE.iter().enumerate().map(stop).collect(),
            now: step > Step::Signals && asks_for_today(site, state),
            hints: hints(site, tables, tr, state, step),
        }
    }
}

/// Whether one of the chosen signals asks to look today.
pub fn asks_for_today(site: &Site, state: &State) -> bool {
    let signals = &site.definitions().content.signals;
    signals.iter().any(|signal| signal.now && state.has("signals", &signal.code))
}

/// The heading of a page: `Stap 1 van 5: wat ziet u?`.
fn title(tr: Tr, state: &State, step: Step) -> String {
    if step == Step::Talk && state.is_adult() {
        return tr.t2("walk-title", "number", 3, "title", tr.t("walk-talk-title-adult"));
    }
    match step.number() {
        Some(number) => {
            tr.t2("walk-title", "number", number, "title", tr.t(&format!("walk-{}-title", step.name())))
        }
        None => tr.t(&format!("walk-{}-title", step.name())),
    }
}

/// The frame: a title that tells a bystander nothing, nobody greeted, no way to lose what was filled in by the link to
/// the other language.
pub fn frame(context: &RequestContext, form: &FormView) -> Frame {
    let mut frame = first_frame(context, form);
    frame.alternate_form = Some("walk".to_owned());
    frame
}

/// The frame while nothing is filled in yet: with the menu.
pub fn first_frame(context: &RequestContext, form: &FormView) -> Frame {
    context
        .frame(form.title(&context.tr().t("walk-neutral")), "", "meldcode")
        .without_visitor()
        .script("leave")
}

/// The form of a page with everything that was filled in.
pub fn form(context: &RequestContext, state: &State) -> FormView {
    filled(FormView::new(context).quiet(), state)
}

/// The form as it was sent, with what is wrong, and everything of the other pages.
pub fn form_of(context: &RequestContext, state: &State, form: &Form, findings: Vec<Finding>) -> FormView {
    filled(FormView::of(context, form, findings).quiet(), state)
}

fn filled(form: FormView, state: &State) -> FormView {
    state.fields().fold(form, |form, (name, values)| {
        values.iter().fold(
            form,
            |form, value| {
                if form.has(name, value) { form } else { form.value(name, value.clone()) }
            },
        )
    })
}

/// Each step with something that looks personal: the one just left, and all of them before the report is taken along.
fn hints(site: &Site, tables: Tables<'_>, tr: Tr, state: &State, here: Step) -> Vec<Hinted> {
    let of = |step: Step| {
        let free = shown(site, tables, state, step).into_iter().filter(|field| field.free);
        let parts: Vec<String> = free
            .flat_map(|field| personal::hints(state.get(&field.name)))
            .map(|hint| tr.t1(&format!("walk-hint-{}", hint.kind.code()), "part", hint.part))
            .collect();
        let number = step.number()?;
        (!parts.is_empty()).then(|| Hinted { words: parts.join(", "), step: step.name(), number })
    };
    Step::FIVE.into_iter().filter(|step| here == Step::Report || step.next() == here).filter_map(of).collect()
}
