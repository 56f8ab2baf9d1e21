//! The row rule of waves that are held: drafts are for researchers only, and of the municipalities everybody sees
//! their own: a coordinator those of the region, a researcher all.

use std::sync::Arc;

use geography::Code;
use kernel::{Municipalities, Permission};
use platform::Connection;
use web::{Form, Frame, PageError, RequestContext};

use crate::Desk;
use crate::acts::ActError;
use crate::desk::answered;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::run::{Run, RunState};
use crate::pages::parts::with_trial;
use crate::store::forms::{self, StoredForm};
use crate::store::runs;
use crate::versions;

/// The wave of the path, as far as the visitor may know of it.
pub async fn run(db: &mut Connection, context: &RequestContext, id: &str) -> Result<Run, PageError> {
    let may_run = context.actor()?.may(Permission::RunWaves);
    let found = runs::find(db, id).await?.filter(|run| may_run || run.state != RunState::Draft);
    found.ok_or(PageError::NotFound)
}

/// The municipalities whose response the visitor may see.
pub async fn sight(desk: &Desk, context: &RequestContext) -> Result<Municipalities, PageError> {
    answered(desk.directory().municipalities(context.actor()?, Permission::SeeResponse)).await
}

/// The forms of a wave that the visitor may know of, by municipality.
pub async fn forms(
    db: &mut Connection,
    sight: &Municipalities,
    run: &Run,
) -> Result<Vec<StoredForm>, PageError> {
    let mut found = forms::all(db, &run.plan.id).await?;
    found.retain(|form| sight.contains(&form.municipality.to_string()));
    Ok(found)
}

/// What the wave asks.
pub async fn questionnaire(
    desk: &Desk,
    db: &mut Connection,
    run: &Run,
) -> Result<Arc<Questionnaire>, PageError> {
    let (name, version) = &run.plan.questionnaire;
    let found = versions::of_wave(db, desk.definitions(), &run.plan.id, (name, *version)).await;
    found.map_err(PageError::internal)
}

/// Refuses a form that was printed before somebody else changed the wave.
pub fn unchanged(run: &Run, form: &Form) -> Result<(), ActError> {
    if form.text("changed") == run.changed.to_string() { Ok(()) } else { Err(ActError::Changed) }
}

/// The frame of a page about a wave; `title` is of the page itself, if it is not the page of the wave.
pub fn frame(context: &RequestContext, run: &Run, title: Option<String>) -> Frame {
    let (tr, name) = (context.tr(), run.plan.title.get(context.lang).to_owned());
    let whole = match &title {
        Some(title) => format!("{title}: {name}"),
        None => name.clone(),
    };
    let frame = context
        .frame(whole, tr.t("runs-intro"), "waves")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("runs-title"), Some("/waves"));
    let path = format!("/waves/{}", run.plan.id);
    let frame = match title {
        Some(title) => frame.crumb(name, Some(&path)).crumb(title, None),
        None => frame.crumb(name, None),
    };
    with_trial(frame, run.plan.nature)
}

/// The name of a municipality.
pub fn name(code: Code) -> &'static str {
    geography::Geography::built_in().get(code).map_or("", |found| found.name)
}
