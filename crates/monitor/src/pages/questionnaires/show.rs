//! A version of a questionnaire: what is in it, where it is used, and what can be done with it. Researchers
//! (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use kernel::Finding;
use web::{FormView, Frame, Page, PageError, RequestContext, finding_text};

use super::rows::{self, Named};
use crate::Desk;
use crate::acts::edit::{self, Draft};
use crate::definitions::Spot;
use crate::desk::answered;
use crate::domain::questionnaire::{Goal, Questionnaire};
use crate::pages::words::{day, moment};

#[derive(Template)]
#[template(path = "questionnaires/show.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    state: String,
    /// What comes next, in a sentence, and the button for it.
    next: (String, Option<(String, String)>),
    /// What is wrong with a draft: where, what, and the page.
    problems: Vec<(String, String, String)>,
    facts: Vec<(String, String)>,
    /// Waves that use it: name and page.
    uses: Vec<(String, String)>,
    /// Each set of goals with its goals: what it is called, what is in it, and its page.
    sets: Vec<(String, Vec<Row>)>,
    extra: Row,
    /// Everything else that can be done.
    others: Vec<(String, String)>,
    /// Where a copy is made, unless it is a draft.
    copy: Option<String>,
}

struct Row {
    title: String,
    what: String,
    url: String,
}

/// Shows the version.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(named): Path<Named>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let mut db = desk.read().await?;
    let (questionnaire, draft) = rows::seen(&desk, &mut db, &named).await?;
    let uses =
        edit::uses(&mut db, &questionnaire.id, questionnaire.version).await.map_err(rows::page_error)?;
    drop(db);
    let path = rows::path(&questionnaire);
    let title = rows::title(&context, &questionnaire);
    let is_built_in = desk.definitions().questionnaires.iter().any(|known| **known == *questionnaire);
    let state = match draft {
        Some(_) => "draft",
        None if is_built_in => "built-in",
        None => "published",
    };
    let to = |page: &str, words: &str| (tr.t(words), context.url(&format!("{path}{page}")));
    let first = questionnaire.goals.first().map_or("other".to_owned(), |goal| goal.number.to_string());
    let was = questionnaire
        .goals
        .iter()
        .find_map(|goal| goal.was)
        .map_or("other".to_owned(), |was| was.to_string());
    let mut others = vec![to(&format!("/preview/{first}"), "edited-preview")];
    if draft.is_some() {
        others.extend([
            to("/trial", "edited-trial"),
            to(&format!("/mapping/{was}"), "edited-mapping"),
            to("/change", "edited-change"),
            to("/add-goal", "edited-add-goal"),
            to("/remove", "edited-remove-title"),
        ]);
    }
    Ok(Page(View {
        frame: rows::frame(&context, &questionnaire, &title, &[]),
        form: FormView::new(&context),
        state: tr.t(&format!("edited-state-{state}-long")),
        next: next(&context, &questionnaire, draft.as_ref()),
        problems: draft.iter().flat_map(|draft| problems(&context, draft)).collect(),
        facts: facts(&desk, &context, &questionnaire, draft.as_ref()).await?,
        uses: uses
            .into_iter()
            .map(|used| {
                let page = if used.held { "waves" } else { "monitor" };
                (used.wave.clone(), context.url(&format!("/{page}/{}", used.wave)))
            })
            .collect(),
        sets: sets(&context, &questionnaire, draft.is_some()),
        extra: Row {
            title: tr.t("form-other"),
            what: tr.t1("edited-questions", "n", questionnaire.extra.len()),
            url: context.url(&format!("{path}/{}", if draft.is_some() { "extra" } else { "preview/other" })),
        },
        others,
        copy: draft.is_none().then(|| context.url(&format!("{path}/copy"))),
        title,
    }))
}

fn next(
    context: &RequestContext,
    questionnaire: &Questionnaire,
    draft: Option<&Draft>,
) -> (String, Option<(String, String)>) {
    let tr = context.tr();
    match draft {
        Some(draft) if !draft.findings.is_empty() => {
            (tr.t1("edited-next-problems", "n", draft.findings.len()), None)
        }
        Some(_) => {
            let url = context.url(&format!("{}/publish", rows::path(questionnaire)));
            (tr.t("edited-next-publish"), Some((tr.t("edited-publish-title"), url)))
        }
        None => {
            let name = format!("{}/{}", questionnaire.id, questionnaire.version);
            let url = context.url(&format!("/waves/new?questionnaire={name}"));
            (tr.t("edited-next-wave"), Some((tr.t("run-new"), url)))
        }
    }
}

fn problems(context: &RequestContext, draft: &Draft) -> Vec<(String, String, String)> {
    let questionnaire = &draft.questionnaire;
    let row = |(spot, finding): &(Spot, Finding)| {
        let place = rows::place(questionnaire, *spot, finding);
        let url = context.url(&format!("{}{place}", rows::path(questionnaire)));
        (place_words(context, questionnaire, *spot), finding_text(context.lang, finding), url)
    };
    draft.findings.iter().map(row).collect()
}

/// What a place is called: goal and question.
fn place_words(context: &RequestContext, questionnaire: &Questionnaire, spot: Spot) -> String {
    let tr = context.tr();
    let goal = |at: usize| questionnaire.goals.get(at).map_or(0, |goal| goal.number);
    match spot {
        Spot::Head => tr.t("edited-change"),
        Spot::Goal(at) => tr.t1("edited-at-goal", "goal", goal(at)),
        Spot::Question(at, question, _) => {
            tr.t2("edited-at-question", "goal", goal(at), "question", (question + 1) as u64)
        }
        Spot::Extra(at, _) => tr.t1("edited-at-extra", "question", (at + 1) as u64),
    }
}

fn sets(context: &RequestContext, questionnaire: &Questionnaire, is_draft: bool) -> Vec<(String, Vec<Row>)> {
    let tr = context.tr();
    let path = rows::path(questionnaire);
    let row = |goal: &Goal| {
        let options: usize = goal.questions.iter().map(|question| question.options.len()).sum();
        Row {
            title: format!("{} {}", goal.number, goal.title.get(context.lang)),
            what: tr.t2("edited-in-goal", "questions", goal.questions.len(), "options", options),
            url: context.url(&format!(
                "{path}/{}/{}",
                if is_draft { "goals" } else { "preview" },
                goal.number
            )),
        }
    };
    let goals_of =
        |at: usize| questionnaire.goals.iter().filter(move |goal| goal.set == at).map(row).collect();
    let sets = questionnaire.sets.iter().enumerate();
    sets.map(|(at, set)| (set.title.get(context.lang).to_owned(), goals_of(at))).collect()
}

async fn facts(
    desk: &Desk,
    context: &RequestContext,
    questionnaire: &Questionnaire,
    draft: Option<&Draft>,
) -> Result<Vec<(String, String)>, PageError> {
    let tr = context.tr();
    let mut facts = vec![
        (tr.t("edited-name"), format!("{}/{}", questionnaire.id, questionnaire.version)),
        (tr.t("edited-valid-from"), day(tr, questionnaire.valid_from)),
        (tr.t("edited-source"), questionnaire.source.clone()),
    ];
    if let Some((id, version)) = &questionnaire.base {
        facts.push((tr.t("edited-base"), format!("{id}/{version}")));
    }
    if let Some(draft) = draft {
        let by = draft.stored.changed_by;
        let names = answered(desk.directory().names(&[by])).await?;
        let name = names.get(&by).cloned().unwrap_or_else(|| tr.t("form-somebody"));
        let at = moment(tr, draft.stored.changed_at);
        facts.push((tr.t("edited-changed"), tr.t2("edited-changed-by", "name", name, "at", at)));
    }
    Ok(facts)
}
