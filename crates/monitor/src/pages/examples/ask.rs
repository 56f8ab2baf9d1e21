//! A question about an example, to the municipality that published it. Who fills in for another one
//! (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use geography::Code;
use kernel::{Permission, Role};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::rows;
use crate::Desk;
use crate::acts::thread::{ask as ask_question, notify};
use crate::desk::answered;
use crate::domain::thread::{Audience, Party, Place, Thread};
use crate::pages::refused;
use crate::pages::runs::rows::name;
use crate::pages::thread::{self, About};
use crate::store::examples::StoredExample;

#[derive(Template)]
#[template(path = "examples/ask.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    /// How a question gets there; another way if nobody would get the mail.
    intro: String,
    action: String,
    back: String,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let (example, _) = open(&desk, &context, &id).await?;
    Ok(Page(view(&desk, &context, &example, FormView::new(&context)).await?).into_response())
}

/// Asks it.
pub async fn ask(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let (example, code) = open(&desk, &context, &id).await?;
    let (place, audience) =
        (Place::Example(example.id), Audience::One(Party::Municipality(example.municipality)));
    let (speaker, act) = (rows::speaker(&desk, code).await?, desk.act(&context)?);
    let mut db = desk.write().await?;
    match ask_question(&mut db, &act, speaker, (place, audience), form.text("thread_text")).await {
        Ok(number) => {
            let path = format!("/examples/{}/questions/{number}", example.id);
            let thread = Thread::new(speaker.party, audience);
            let about = About { place, thread, speaker: speaker.party, path: &path };
            let mails = thread::notices(&desk, &context, about).await?;
            notify(&mut db, &act, speaker.post, (place, number, 1), &mails).await?;
            db.commit().await?;
            let done = if mails.is_empty() { "question-nobody" } else { "question-asked" };
            Ok(context.done(&path, done))
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&desk, &context, &example, form).await?))
        }
    }
}

/// The example, and the municipality for which the visitor asks.
async fn open(desk: &Desk, context: &RequestContext, id: &str) -> Result<(StoredExample, Code), PageError> {
    let example = rows::published(desk, id).await?;
    let codes = rows::municipalities(desk, context, Permission::FillIn).await?;
    let code = codes.into_iter().find(|code| *code != example.municipality).ok_or(PageError::NotFound)?;
    Ok((example, code))
}

async fn view(
    desk: &Desk,
    context: &RequestContext,
    example: &StoredExample,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let there =
        answered(desk.directory().contacts(&example.municipality.to_string(), &[Role::Editor])).await?;
    let title = tr.t1("example-ask-title", "name", name(example.municipality));
    let path = format!("/examples/{}", example.id);
    Ok(View {
        intro: if there.is_empty() {
            tr.t1("example-ask-nobody", "contact", example.told.contact.as_str())
        } else {
            tr.t("example-ask-intro")
        },
        frame: context
            .frame(form.title(&title), tr.t("examples-intro"), "examples")
            .crumb(tr.t("crumb-home"), Some("/"))
            .crumb(tr.t("examples-title"), Some("/examples"))
            .crumb(&example.told.title, Some(&path))
            .crumb(tr.t("question-ask"), None),
        action: context.url(&format!("{path}/ask")),
        back: context.url(&path),
        title,
        form,
    })
}
