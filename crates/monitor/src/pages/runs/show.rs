//! A wave that is held: where it is, what comes next, who answered so far, and its plan. Researchers see all of it;
//! coordinators (`Permission::SeeResponse`) the response of their own region, and no buttons.

use askama::Template;
use axum::extract::{Path, State};
use geography::Geography;
use jiff::civil::Date;
use kernel::Permission;
use platform::Connection;
use web::{Frame, Page, PageError, RequestContext, Tr};

use super::response::{ResponseView, response};
use super::rows;
use crate::Desk;
use crate::acts::run::{invited, may_remind};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::response::Progress;
use crate::domain::run::{Run, RunState};
use crate::domain::wave::Nature;
use crate::pages::words::{day, moment, period};
use crate::store::forms::StoredForm;
use crate::store::{runs, waves};

#[derive(Template)]
#[template(path = "runs/show.html")]
struct View {
    frame: Frame,
    title: String,
    /// Where it is, in a sentence.
    state: String,
    /// Why it was withdrawn.
    because: Option<String>,
    /// What comes next, in a sentence, and the button for it.
    next: Option<(String, Option<(String, String)>)>,
    /// Everything else that can be done.
    others: Vec<(String, String)>,
    response: Option<ResponseView>,
    facts: Vec<(String, String)>,
    changed: Option<Changed>,
}

/// Municipalities that are not what they were at an earlier wave.
struct Changed {
    /// Compared with what.
    since: String,
    /// Each with its explanation.
    rows: Vec<(&'static str, String)>,
}

/// Shows the wave.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let may_run = context.actor()?.may(Permission::RunWaves);
    let sight = rows::sight(&desk, &context).await?;
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let forms = rows::forms(&mut db, &sight, &run).await?;
    let is_draft = run.state == RunState::Draft;
    let changed = if is_draft { changed(&mut db, context.tr(), &run).await? } else { None };
    let tr = context.tr();
    let asked = rows::questionnaire(&desk, &mut db, &run).await?;
    let response = (!is_draft).then(|| response(&context, &id, &forms, sight.all));
    let (next, others) = if may_run { steps(&desk, &context, &run, &forms) } else { (None, Vec::new()) };
    Ok(Page(View {
        frame: rows::frame(&context, &run, None),
        title: run.plan.title.get(context.lang).to_owned(),
        state: tr.t2(
            "run-since",
            "state",
            tr.t(&format!("run-state-{}", run.state.name())),
            "moment",
            moment(tr, run.since),
        ),
        because: match &run.state {
            RunState::Withdrawn { because } => Some(because.clone()),
            _ => None,
        },
        next,
        others,
        response,
        facts: facts(&desk, &context, &run, &asked),
        changed,
    }))
}

type Steps = (Option<(String, Option<(String, String)>)>, Vec<(String, String)>);

/// The one step that comes next, and the others that are possible.
fn steps(desk: &Desk, context: &RequestContext, run: &Run, forms: &[StoredForm]) -> Steps {
    let (tr, now) = (context.tr(), desk.now());
    let today = kernel::dutch_day(now);
    let to = |name: &str, words: &str| (tr.t(words), context.url(&format!("/waves/{}/{name}", run.plan.id)));
    let next = |key: &str, button| Some((tr.t(&format!("run-next-{key}")), button));
    let mail = to("mail", "run-mail-title");
    match &run.state {
        RunState::Draft if run.clone().state.open(&run.plan, today).is_err() => {
            (next("over", Some(to("change", "run-change"))), vec![to("remove", "run-remove-title")])
        }
        RunState::Draft => (
            next("open", Some(to("open", "run-open-title"))),
            vec![to("change", "run-change"), mail, to("remove", "run-remove-title")],
        ),
        RunState::Open => {
            let done =
                forms.iter().all(|form| Progress::of(&form.state, form.revision) == Progress::Approved);
            let is_over = forms.iter().all(|form| today > form.last_day.unwrap_or(run.plan.period.1));
            // Where nobody ever had a mail, there is probably still nobody.
            let had_mail = |form: &&StoredForm| form.invited_at.or(form.reminded_at).is_some();
            let can_remind = forms.iter().filter(had_mail).any(|form| may_remind(run, form, now).is_ok());
            let close = to("close", "run-close-title");
            let remind = to("remind", "run-remind-title");
            match () {
                () if done => (next("all-done", Some(close)), vec![mail]),
                () if is_over => (next("close", Some(close)), vec![mail]),
                () if today < run.plan.period.0 => {
                    let wait = tr.t1("run-next-wait", "day", day(tr, run.plan.period.0));
                    (Some((wait, None)), vec![mail, close])
                }
                () if can_remind => (next("remind", Some(remind)), vec![mail, close]),
                () => (next("follow", None), vec![mail, remind, close]),
            }
        }
        RunState::Closed => (next("publish", Some(to("publish", "run-publish-title"))), Vec::new()),
        RunState::Published => {
            let public = (tr.t("run-public"), context.url(&format!("/monitor/{}", run.plan.id)));
            (next("published", Some(public)), vec![to("withdraw", "run-withdraw-title")])
        }
        RunState::Withdrawn { .. } => (next("again", Some(to("publish", "run-publish-title"))), Vec::new()),
    }
}

fn facts(desk: &Desk, context: &RequestContext, run: &Run, asked: &Questionnaire) -> Vec<(String, String)> {
    let (tr, lang, plan) = (context.tr(), context.lang, &run.plan);
    let definitions = desk.definitions();
    let asked = format!("{} ({}/{})", asked.title.get(lang), asked.id, asked.version);
    let rule = definitions.rule(&plan.scoring_rule).map_or("", |rule| rule.title.get(lang));
    let whom = if plan.invited.is_empty() { "all" } else { "chosen" };
    let yes = |on: bool| tr.t(if on { "yes" } else { "no" });
    let label = |field: &str| tr.t(&format!("run-field-{field}"));
    vec![
        (label("questionnaire"), tr.t2("run-version", "title", asked, "n", plan.questionnaire.1)),
        (label("rule"), rule.to_owned()),
        (tr.t("run-period"), period(tr, plan.period)),
        (label("reference"), day(tr, plan.reference_date)),
        (
            tr.t("run-invited"),
            tr.t2("run-invited-count", "n", invited(plan).len(), "whom", tr.t(&format!("run-whom-{whom}"))),
        ),
        (label("four-eyes"), yes(plan.four_eyes)),
        (label("reminders"), plan.most_reminders.to_string()),
        (label("trial"), yes(plan.nature != Nature::Real)),
        (label("id"), plan.id.clone()),
    ]
}

/// What became of municipalities since the newest earlier wave with a reference date.
async fn changed(db: &mut Connection, tr: Tr, run: &Run) -> Result<Option<Changed>, PageError> {
    let mut earlier: Vec<(u32, String, Date)> = Vec::new();
    for stored in waves::all(db).await? {
        let definition = stored.definition.as_deref();
        let read = definition.and_then(|text| crate::definitions::read_wave(&stored.id, text).ok());
        earlier.extend(read.map(|wave| (wave.year, wave.title.get(tr.0).to_owned(), wave.reference_date)));
    }
    let held = runs::all(db).await?.into_iter().filter(|held| held.state != RunState::Draft);
    earlier.extend(
        held.map(|held| (held.plan.year, held.plan.title.get(tr.0).to_owned(), held.plan.reference_date)),
    );
    let before = earlier.into_iter().filter(|(year, ..)| *year < run.plan.year).max();
    let Some((_, title, reference)) = before else { return Ok(None) };
    let geography = Geography::built_in();
    let mut rows = Vec::new();
    for code in invited(&run.plan) {
        let found = geography.comparable(code, reference, run.plan.reference_date);
        if found.is_direct() {
            continue;
        }
        let names: Vec<String> = found.others().into_iter().map(|code| rows::name(code).to_owned()).collect();
        let names = crate::report::words::listed(tr.0, names.into_iter());
        let words = tr.t1(&format!("comparability-{}", found.reason()), "names", names);
        rows.push((rows::name(code), words));
    }
    let since = if rows.is_empty() {
        tr.t2("run-changed-none", "wave", title, "day", day(tr, reference))
    } else {
        tr.with(
            "run-changed-since",
            &[("wave", title.into()), ("day", day(tr, reference).into()), ("n", rows.len().into())],
        )
    };
    Ok(Some(Changed { since, rows }))
}
