//! Where the vision of the region is. Its coordinator changes it (`Permission::LeadRegion`); everybody of the region
//! reads it on the page of the region, with who changed it and when.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, Permission, Place};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::rows::{self, Here};
use crate::Desk;
use crate::acts::ActError;
use crate::acts::region::set_vision;
use crate::desk::answered;
use crate::domain::region::{Typed, Vision, VisionState};
use crate::domain::thread::Party;
use crate::domain::wave::Nature;
use crate::pages::refused;
use crate::pages::words::moment;
use crate::store::region;

#[derive(Template)]
#[template(path = "region/vision.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    changed: String,
    states: Vec<(String, String)>,
}

/// The vision on the page of the region.
pub struct Shown {
    /// Where it is, in a sentence.
    pub state: String,
    /// Whether its years are over.
    pub over: bool,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// Where to read it.
    pub url: Option<String>,
    /// What else there is to say.
    pub note: String,
    /// Who said so, and when.
    pub changed: String,
}

/// What is known of the vision, in words.
pub async fn shown(
    desk: &Desk,
    context: &RequestContext,
    db: &mut Connection,
    here: &Here,
) -> Result<Option<Shown>, PageError> {
    let tr = context.tr();
    let Some(stored) = region::vision(db, here.region).await? else { return Ok(None) };
    let names = answered(desk.directory().names(&[stored.by])).await?;
    let who = names.into_values().next().unwrap_or_else(|| tr.t("party-coordinator"));
    let vision = stored.vision;
    let label = if vision.state.name() == "adopted" { "vision-year" } else { "vision-expected" };
    let year = vision.year.map(|year| (tr.t(label), year.to_string()));
    let period = vision.period.map(|(first, last)| (tr.t("vision-period"), format!("{first} – {last}")));
    Ok(Some(Shown {
        state: tr.t(&format!("vision-state-{}", vision.state.name())),
        over: vision.is_over(i64::from(kernel::dutch_day(desk.now()).year())),
        facts: year.into_iter().chain(period).collect(),
        url: (!vision.url.is_empty()).then_some(vision.url),
        note: vision.note,
        changed: tr.t2("vision-changed", "who", who, "when", moment(tr, stored.at)),
    }))
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::LeadRegion).await?;
    let stored = region::vision(&mut *desk.read().await?, here.region).await?;
    let mut form = FormView::new(&context);
    let known = stored.as_ref().map_or(0, |stored| stored.changed);
    if let Some(vision) = stored.map(|stored| stored.vision) {
        let text = |year: Option<i64>| year.map_or_else(String::new, |year| year.to_string());
        form = form
            .value("vision_state", vision.state.name())
            .value("vision_year", text(vision.year))
            .value("vision_first", text(vision.period.map(|(first, _)| first)))
            .value("vision_last", text(vision.period.map(|(_, last)| last)))
            .value("vision_url", vision.url)
            .value("vision_note", vision.note);
    }
    Ok(Page(view(&context, &here, form, known.to_string())).into_response())
}

/// Saves it.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::LeadRegion).await?;
    let read = Vision::read(Typed {
        state: form.text("vision_state"),
        year: form.text("vision_year"),
        first_year: form.text("vision_first"),
        last_year: form.text("vision_last"),
        url: form.text("vision_url"),
        note: form.text("vision_note"),
    });
    let findings = match read {
        Err(findings) => findings,
        Ok(vision) => {
            let organisation = here.organisation(&desk, &context, Party::Coordinator).await?;
            let known = form.text("changed").parse().unwrap_or(-1);
            let mut db = desk.write().await?;
            let of = (here.region, organisation);
            match set_vision(&mut db, &desk.act(&context)?, of, &vision, known).await {
                Ok(()) => {
                    db.commit().await?;
                    return Ok(context.done(&here.path(""), "vision-saved"));
                }
                Err(ActError::Changed) => vec![Finding::error("vision-changed", Place::default())],
                Err(error) => refused::findings(error)?,
            }
        }
    };
    let changed = form.text("changed").to_owned();
    Ok(refused::again(view(&context, &here, FormView::of(&context, &form, findings), changed)))
}

fn view(context: &RequestContext, here: &Here, form: FormView, changed: String) -> View {
    let tr = context.tr();
    let title = tr.t("vision-edit");
    View {
        frame: here.frame(context, Some((&form.title(&title), &title)), Nature::Real),
        action: context.url(&here.path("/vision")),
        back: context.url(&here.path("")),
        states: VisionState::ALL
            .map(|state| (state.name().to_owned(), tr.t(&format!("vision-state-{}", state.name()))))
            .to_vec(),
        changed,
        title,
        form,
    }
}
