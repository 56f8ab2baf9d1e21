//! Gives one municipality longer to fill in, with a reason. Researchers only (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use geography::Code;
use jiff::civil::Date;
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::rows;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::run::{Extension, extend as give};
use crate::desk::answered;
use crate::domain::run::Run;
use crate::pages::refused;
use crate::pages::words::day;
use crate::store::forms::{self, StoredForm};

#[derive(Template)]
#[template(path = "runs/extend.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    /// Until when it has now.
    now: String,
    action: String,
    back: String,
}

/// The form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, municipality)): Path<(String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let (run, stored) = found(&mut *desk.read().await?, &context, &id, &municipality).await?;
    Ok(Page(view(&context, &run, &stored, FormView::new(&context))))
}

/// Gives it.
pub async fn extend(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, municipality)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let organisation = answered(desk.directory().organisation(&municipality)).await?;
    let mut db = desk.write().await?;
    let (run, stored) = found(&mut db, &context, &id, &municipality).await?;
    let done = match form.text("last_day").parse::<Date>() {
        Ok(last_day) => {
            let because = form.text("because");
            let extension = Extension { municipality: stored.municipality, organisation, last_day, because };
            give(&mut db, &desk.act(&context)?, &run, extension).await
        }
        Err(_) => Err(ActError::Findings(vec![web::on_field("date", "last_day")])),
    };
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("/waves/{id}/municipalities"), "run-extended"))
        }
        Err(error) => {
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&context, &run, &stored, form)))
        }
    }
}

async fn found(
    db: &mut Connection,
    context: &RequestContext,
    id: &str,
    municipality: &str,
) -> Result<(Run, StoredForm), PageError> {
    let code: Code = municipality.parse().map_err(|_| PageError::NotFound)?;
    let run = rows::run(db, context, id).await?;
    let stored = forms::find(db, id, code).await?.ok_or(PageError::NotFound)?;
    Ok((run, stored))
}

fn view(context: &RequestContext, run: &Run, stored: &StoredForm, form: FormView) -> View {
    let tr = context.tr();
    let name = rows::name(stored.municipality);
    let title = tr.t1("run-extend-title", "name", name);
    let path = format!("/waves/{}/municipalities", run.plan.id);
    View {
        frame: rows::frame(context, run, Some(form.title(&title))),
        now: tr.t2(
            "run-extend-now",
            "name",
            name,
            "day",
            day(tr, stored.last_day.unwrap_or(run.plan.period.1)),
        ),
        action: context.url(&format!("{path}/{}/extend", stored.municipality)),
        back: context.url(&path),
        title,
        form,
    }
}
