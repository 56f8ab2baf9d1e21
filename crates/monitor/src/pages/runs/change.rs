//! The plan of a wave: a new one, or a draft that is changed. Researchers only (`Permission::RunWaves`). What a
//! colleague saved meanwhile is shown beside what was typed.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::rows;
use crate::Desk;
use crate::acts::plan::{Typed, clashes};
use crate::acts::{ActError, run as acts};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::run::{Run, RunRefusal, RunState};
use crate::pages::refused;
use crate::store::{runs, waves};
use crate::versions;

#[derive(Template)]
#[template(path = "runs/change.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    /// The state that the form was filled in from; none for a new wave.
    known: Option<i64>,
    questionnaires: Vec<(String, String)>,
    rules: Vec<(String, String)>,
    invited: Vec<(String, String)>,
    /// What somebody else saved meanwhile: label, theirs, ours.
    clashes: Vec<(String, String, String)>,
}

/// The form for a new wave.
pub async fn new(
    State(desk): State<Desk>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let known = known(&desk).await?;
    let asked = context.query_value("questionnaire");
    let typed = proposed(&desk, &mut *desk.read().await?, &known, asked).await?;
    Ok(Page(view(&desk, &context, &known, None, filled(FormView::new(&context), &typed), Vec::new())))
}

/// Makes a draft.
pub async fn make(
    State(desk): State<Desk>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let (typed, known) = (typed(&form), known(&desk).await?);
    let done = match typed.read(desk.definitions(), &known) {
        Ok(plan) => {
            let mut db = desk.write().await?;
            match acts::make(&mut db, &desk.act(&context)?, &plan).await {
                Ok(()) => {
                    db.commit().await?;
                    Ok(plan.id)
                }
                Err(error) => Err(refused::findings(error)?),
            }
        }
        Err(findings) => Err(findings),
    };
    Ok(match done {
        Ok(id) => context.done(&format!("/waves/{id}"), "run-made"),
        Err(findings) => {
            let form = FormView::of(&context, &form, findings);
            refused::again(view(&desk, &context, &known, None, form, Vec::new()))
        }
    })
}

/// The form of a draft.
pub async fn edit(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let run = rows::run(&mut *desk.read().await?, &context, &id).await?;
    let form = filled(FormView::new(&context), &Typed::of(&run.plan));
    if run.state != RunState::Draft {
        // A plan that is being carried out does not change; its page says what is possible.
        return Ok(context.done(&format!("/waves/{id}"), "run-not-draft"));
    }
    Ok(axum::response::IntoResponse::into_response(Page(view(
        &desk,
        &context,
        &known(&desk).await?,
        Some(&run),
        form,
        Vec::new(),
    ))))
}

/// Changes a draft.
pub async fn change(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let ours = Typed { id: id.clone(), ..typed(&form) };
    let seen: i64 = form.text("changed").parse().unwrap_or(-1);
    let known = known(&desk).await?;
    let mut db = desk.write().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let done = match ours.read(desk.definitions(), &known) {
        _ if run.state != RunState::Draft => Err(RunRefusal::State.into()),
        Ok(plan) => acts::change(&mut db, &desk.act(&context)?, &plan, seen).await,
        Err(findings) => Err(ActError::Findings(findings)),
    };
    let error = match done {
        Ok(()) => {
            db.commit().await?;
            return Ok(context.done(&format!("/waves/{id}"), "run-changed"));
        }
        Err(error) => error,
    };
    drop(db);
    let is_late = matches!(error, ActError::Changed);
    let form = FormView::of(&context, &form, refused::findings(error)?);
    let both = if is_late { clashes(&Typed::of(&run.plan), &ours) } else { Vec::new() };
    let both = both.into_iter().map(|(field, theirs, ours)| in_words(context.tr(), field, &theirs, &ours));
    // The next time it is saved knowingly, over what is shown beside it.
    let shown = if is_late { run } else { Run { changed: seen, ..run } };
    Ok(refused::again(view(&desk, &context, &known, Some(&shown), form, both.collect())))
}

fn in_words(tr: Tr, field: &str, theirs: &str, ours: &str) -> (String, String, String) {
    let words = |text: &str| match (field, text) {
        (_, "") => tr.t("field-empty"),
        ("four_eyes" | "trial", "true") => tr.t("yes"),
        ("four_eyes" | "trial", _) => tr.t("no"),
        ("invited", "all" | "chosen") => tr.t(&format!("run-invited-{text}")),
        _ => text.to_owned(),
    };
    (tr.t(&format!("run-field-{}", field.replace('_', "-"))), words(theirs), words(ours))
}

/// What a new wave begins with: the first year that has none, and what waves usually have.
/// With `asked` (`id/version`) it is about that questionnaire.
async fn proposed(
    desk: &Desk,
    db: &mut Connection,
    known: &[Arc<Questionnaire>],
    asked: Option<String>,
) -> Result<Typed, PageError> {
    let mut taken: Vec<String> = runs::all(db).await?.into_iter().map(|run| run.plan.id).collect();
    taken.extend(waves::all(db).await?.into_iter().map(|wave| wave.id));
    let this_year = kernel::dutch_day(desk.now()).year();
    let year = (this_year..i16::MAX).find(|year| !taken.contains(&year.to_string())).unwrap_or(this_year);
    let definitions = desk.definitions();
    let name = |known: &Arc<Questionnaire>| format!("{}/{}", known.id, known.version);
    let newest = asked.or_else(|| known.last().map(name));
    Ok(Typed {
        id: year.to_string(),
        title_nl: format!("Peiling {year}"),
        title_en: format!("Wave of {year}"),
        questionnaire: newest.unwrap_or_default(),
        rule: definitions.rules.first().map_or_else(String::new, |rule| rule.id.clone()),
        reference: format!("{year}-01-01"),
        invited: "all".to_owned(),
        four_eyes: true,
        reminders: "2".to_owned(),
        ..Typed::default()
    })
}

async fn known(desk: &Desk) -> Result<Vec<Arc<Questionnaire>>, PageError> {
    let mut db = desk.read().await?;
    versions::all(&mut db, desk.definitions()).await.map_err(PageError::internal)
}

fn typed(form: &Form) -> Typed {
    let text = |name: &str| form.text(name).to_owned();
    Typed {
        id: text("id"),
        title_nl: text("title_nl"),
        title_en: text("title_en"),
        questionnaire: text("questionnaire"),
        rule: text("rule"),
        reference: text("reference"),
        opens: text("opens"),
        closes: text("closes"),
        invited: text("invited"),
        chosen: text("chosen"),
        four_eyes: form.checked("four_eyes"),
        reminders: text("reminders"),
        trial: form.checked("trial"),
    }
}

fn filled(form: FormView, typed: &Typed) -> FormView {
    let on = |on: bool| if on { "on" } else { "" };
    form.value("id", &*typed.id)
        .value("title_nl", &*typed.title_nl)
        .value("title_en", &*typed.title_en)
        .value("questionnaire", &*typed.questionnaire)
        .value("rule", &*typed.rule)
        .value("reference", &*typed.reference)
        .value("opens", &*typed.opens)
        .value("closes", &*typed.closes)
        .value("invited", &*typed.invited)
        .value("chosen", &*typed.chosen)
        .value("four_eyes", on(typed.four_eyes))
        .value("reminders", &*typed.reminders)
        .value("trial", on(typed.trial))
}

fn view(
    desk: &Desk,
    context: &RequestContext,
    known: &[Arc<Questionnaire>],
    run: Option<&Run>,
    form: FormView,
    clashes: Vec<(String, String, String)>,
) -> View {
    let (tr, lang, definitions) = (context.tr(), context.lang, desk.definitions());
    let title = tr.t(if run.is_some() { "run-change" } else { "run-new" });
    let back = run.map_or_else(|| "/waves".to_owned(), |run| format!("/waves/{}", run.plan.id));
    let frame = match run {
        Some(run) => rows::frame(context, run, Some(form.title(&title))),
        None => context
            .frame(form.title(&title), tr.t("run-plan-intro"), "waves")
            .crumb(tr.t("crumb-start"), Some("/start"))
            .crumb(tr.t("runs-title"), Some("/waves"))
            .crumb(title.clone(), None),
    };
    let newest_first = known.iter().rev();
    let questionnaires = newest_first.map(|known| {
        let version = tr.t2("run-version", "title", known.title.get(lang), "n", known.version);
        (format!("{}/{}", known.id, known.version), version)
    });
    View {
        action: match run {
            Some(_) => context.url(&format!("{back}/change")),
            None => context.url("/waves/new"),
        },
        back: context.url(&back),
        known: run.map(|run| run.changed),
        questionnaires: questionnaires.collect(),
        rules: definitions
            .rules
            .iter()
            .map(|rule| (rule.id.clone(), rule.title.get(lang).to_owned()))
            .collect(),
        invited: ["all", "chosen"]
            .map(|value| (value.to_owned(), tr.t(&format!("run-invited-{value}"))))
            .into(),
        title,
        clashes,
        form,
        frame,
    }
}
