//! Whom a municipality has in sight, with numbers; what is monitored of its programmes; and whom training reached.
//! Everybody of the municipality reads it (`Permission::SeeForm`); who fills in changes it (`Permission::FillIn`).

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Place};
use web::{Arg, Form, FormView, Frame, Page, PageError, RequestContext, Tr};

use super::plan::{goal_title, of, questionnaire};
use super::rows::{self, Mine};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::sight::{About, Told, tell};
use crate::domain::advice::{self, Step};
use crate::domain::answers::ExtraAnswer;
use crate::domain::questionnaire::{Choice, NONE, Questionnaire};
use crate::domain::sight::{PROFESSIONS, Reached, Watches, count};
use crate::domain::wave::Nature;
use crate::pages::forms::rows::may;
use crate::store::sight::{self, RiskFigure};

#[derive(Template)]
#[template(path = "mine/sight.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    may_change: bool,
    /// How many groups have a number, in words.
    counted: String,
    groups: Vec<GroupRow>,
    /// What is monitored, in words.
    watched: String,
    goals: Vec<GoalRows>,
    /// Whom training did not reach, in words.
    gaps: String,
    professions: Vec<Question>,
    /// Where it says how often professionals of the region walked the meldcode.
    uses: String,
    watches: Vec<(String, String)>,
    reached: Vec<(String, String)>,
}

/// A risk group.
struct GroupRow {
    title: String,
    /// What the questionnaire says of it.
    said: String,
    /// The newest figure with its year, and where it comes from.
    newest: Option<(String, String)>,
    /// Earlier figures, in words.
    earlier: String,
}

/// The measures that a municipality takes for a goal.
struct GoalRows {
    title: String,
    questions: Vec<Question>,
}

/// Something to choose an answer for.
struct Question {
    name: String,
    label: String,
    value: String,
    /// The answer in words.
    words: String,
}

/// Shows the page.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    Ok(Page(view(&desk, &context, &mine, FormView::new(&context)).await?).into_response())
}

/// Sets what is told of programmes and training.
pub async fn programmes(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mine = rows::open_for(&desk, &context, &municipality, Permission::FillIn).await?;
    let told = |(name, about): (String, About)| Told {
        was: form.text(&format!("was-{name}")).to_owned(),
        now: form.text(&name).to_owned(),
        about,
    };
    let told: Vec<Told> = asked(&desk, &mine)?.into_iter().map(told).collect();
    let mut db = desk.write().await?;
    let findings = match tell(&mut db, &desk.act(&context)?, of(&desk, &mine).await?, &told).await {
        Ok(_) => {
            db.commit().await?;
            return Ok(context.done(&mine.path("/sight"), "sight-saved"));
        }
        Err(ActError::Findings(found)) => found,
        Err(ActError::Changed) => vec![Finding::error("plan-changed", Place::default())],
        Err(error) => return Err(PageError::internal(error)),
    };
    drop(db);
    let view = view(&desk, &context, &mine, FormView::of(&context, &form, findings)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
}

/// The risk groups of a questionnaire.
pub fn groups(questionnaire: &Questionnaire) -> Vec<&Choice> {
    let asked = questionnaire.extra_index("risk_groups").map(|at| &questionnaire.extra[at]);
    asked.into_iter().flat_map(|asked| &asked.options).filter(|choice| choice.code != NONE).collect()
}

/// What can be told: measures that were ticked in the newest wave, and every profession. By name of the field.
fn asked(desk: &Desk, mine: &Mine) -> Result<Vec<(String, About)>, PageError> {
    let questionnaire = questionnaire(desk, mine)?;
    let mut asked = Vec::new();
    for (at, goal) in questionnaire.goals.iter().enumerate() {
        for step in taken(mine, at) {
            let code = step.code(goal);
            asked.push((format!("{}.{code}", goal.number), About::Programme(goal.number, code)));
        }
    }
    let profession = |name: &str| (format!("trained.{name}"), About::Profession(name.to_owned()));
    asked.extend(PROFESSIONS.map(profession));
    Ok(asked)
}

/// The measures that the municipality takes for a goal, as it answered in the newest wave.
fn taken(mine: &Mine, at: usize) -> Vec<Step> {
    let Some(answered) = mine.answered.first() else { return Vec::new() };
    let Some(Some(answers)) = answered.response.goals.get(at) else { return Vec::new() };
    advice::measures(&answered.questionnaire.goals[at], answers)
}

async fn view(desk: &Desk, context: &RequestContext, mine: &Mine, form: FormView) -> Result<View, PageError> {
    let tr = context.tr();
    let questionnaire = questionnaire(desk, mine)?;
    let mut db = desk.read().await?;
    let figures = sight::figures(&mut db, mine.code).await?;
    let mut kept: BTreeMap<String, String> = BTreeMap::new();
    for (goal, step, watches) in sight::programmes(&mut db, mine.code).await? {
        kept.insert(format!("{goal}.{step}"), watches);
    }
    for (profession, reached) in sight::training(&mut db, mine.code).await? {
        kept.insert(format!("trained.{profession}"), reached);
    }
    drop(db);
    let rows: Vec<GroupRow> =
        groups(&questionnaire).into_iter().map(|choice| group_row(tr, mine, choice, &figures)).collect();
    let counted = rows.iter().filter(|row| row.newest.is_some()).count();
    let mut told = Vec::new();
    let mut goals = Vec::new();
    for (at, goal) in questionnaire.goals.iter().enumerate() {
        let questions: Vec<Question> = taken(mine, at)
            .into_iter()
            .map(|step| {
                let name = format!("{}.{}", goal.number, step.code(goal));
                question(tr, &kept, name, super::advice::words(tr, goal, step), "watches")
            })
            .collect();
        told.extend(questions.iter().map(|one| Watches::parse(&one.value)));
        if !questions.is_empty() {
            goals.push(GoalRows { title: goal_title(tr, &questionnaire, goal.number), questions });
        }
    }
    let profession = |name: &str| {
        question(tr, &kept, format!("trained.{name}"), tr.t(&format!("profession-{name}")), "trained")
    };
    let professions: Vec<Question> = PROFESSIONS.into_iter().map(profession).collect();
    let is_gap = |one: &&Question| Reached::parse(&one.value).is_some_and(Reached::is_gap);
    let gaps: Vec<String> = professions.iter().filter(is_gap).map(|one| one.label.to_lowercase()).collect();
    let (counts, open) = count(told);
    let title = tr.t("sight-title");
    let options = |names: [&str; 4], prefix: &str| -> Vec<(String, String)> {
        names.into_iter().map(|name| (name.to_owned(), tr.t(&format!("{prefix}-{name}")))).collect()
    };
    Ok(View {
        frame: mine.frame(
            context,
            Some(&form.title(&title)),
            mine.answered.first().map_or(Nature::Real, |answered| answered.nature),
        ),
        path: context.url(&mine.path("")),
        may_change: may(desk, context, Permission::FillIn, mine.code).await?,
        counted: tr.t2("sight-counted", "n", counted, "all", rows.len()),
        groups: rows,
        watched: tr.with(
            "sight-watched",
            &[
                ("both", Arg::from(counts[3])),
                ("use", Arg::from(counts[1])),
                ("effect", Arg::from(counts[2])),
                ("nothing", Arg::from(counts[0])),
                ("open", Arg::from(open)),
            ],
        ),
        gaps: if professions.iter().all(|one| one.value.is_empty()) {
            tr.t("sight-gaps-open")
        } else if gaps.is_empty() {
            tr.t("sight-gaps-none")
        } else {
            tr.t1("sight-gaps", "list", gaps.join(", "))
        },
        goals,
        professions,
        uses: context.url(&format!("/meldcode/reach?region={}", mine.municipality.region.slug())),
        watches: options(Watches::ALL.map(Watches::name), "watches"),
        reached: options(Reached::ALL.map(Reached::name), "trained"),
        form,
    })
}

fn question(tr: Tr, kept: &BTreeMap<String, String>, name: String, label: String, prefix: &str) -> Question {
    let value = kept.get(&name).cloned().unwrap_or_default();
    let words = if value.is_empty() { tr.t("sight-open") } else { tr.t(&format!("{prefix}-{value}")) };
    Question { name, label, value, words }
}

fn group_row(tr: Tr, mine: &Mine, choice: &Choice, figures: &[RiskFigure]) -> GroupRow {
    let mut own = figures.iter().filter(|figure| figure.risk == choice.code);
    let words = |figure: &RiskFigure| {
        tr.t2(
            "sight-figure",
            "children",
            tr.count(&u64::try_from(figure.children).unwrap_or(0)),
            "year",
            figure.year.to_string(),
        )
    };
    let newest = own.next().map(|figure| (words(figure), figure.source.clone()));
    let said = mine.answered.first().and_then(|answered| {
        let at = answered.questionnaire.extra_index("risk_groups")?;
        let option =
            answered.questionnaire.extra[at].options.iter().position(|option| option.code == choice.code)?;
        match answered.response.extra.get(at)? {
            ExtraAnswer::Chosen(chosen) => Some(chosen.contains(option)),
            _ => None,
        }
    });
    let key = match said {
        Some(true) => "sight-said-yes",
        Some(false) => "sight-said-no",
        None => "sight-said-nothing",
    };
    GroupRow {
        title: choice.label.get(tr.0).to_owned(),
        said: tr.t(key),
        newest,
        earlier: own.map(words).collect::<Vec<_>>().join("; "),
    }
}
