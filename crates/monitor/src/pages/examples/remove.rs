//! A researcher takes an example off, for a reason that its municipality reads (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Contact, Role};
use platform::mail::Mail;
use web::{Form, FormView, Frame, Letter, Page, PageError, RequestContext, Tr};

use super::rows;
use super::show::about;
use crate::Desk;
use crate::acts::examples::{remove as take_off, tell_removed};
use crate::acts::run::Post;
use crate::acts::thread::Notice;
use crate::desk::answered;
use crate::pages::refused;
use crate::store::examples::StoredExample;

#[derive(Template)]
#[template(path = "examples/remove.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    about: String,
    action: String,
    back: String,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let example = rows::published(&desk, &id).await?;
    Ok(Page(view(&context, &example, FormView::new(&context))).into_response())
}

/// Takes it off.
pub async fn remove(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let example = rows::published(&desk, &id).await?;
    // Its municipality reads in its own trail that it was taken off.
    let held = rows::held(&desk, &example, example.changed, Some(example.municipality)).await?;
    let notices = notices(&desk, &context, &example).await?;
    let mut db = desk.write().await?;
    match take_off(&mut db, &desk.act(&context)?, held, form.text("because")).await {
        Ok(()) => {
            let post = Post { keys: desk.keys(), entropy: desk.entropy() };
            tell_removed(&mut db, &desk.act(&context)?, post, example.id, &notices).await?;
            db.commit().await?;
            Ok(context.done("/examples", "example-removed"))
        }
        Err(error) => {
            drop(db);
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&context, &example, form)))
        }
    }
}

/// A mail to each who fills in for its municipality.
async fn notices(
    desk: &Desk,
    context: &RequestContext,
    example: &StoredExample,
) -> Result<Vec<Notice>, PageError> {
    let code = example.municipality.to_string();
    let contacts = answered(desk.directory().contacts(&code, &[Role::Editor])).await?;
    let mail = |contact: Contact| {
        let tr = Tr(contact.lang);
        let page = web::localized(contact.lang, &format!("/own/{code}/examples"));
        let letter = Letter {
            subject: tr.t("letter-example-removed-subject"),
            lines: vec![tr.t1("letter-example-removed-why", "title", example.told.title.as_str())],
            link: Some((tr.t("letter-example-removed-link"), format!("{}{page}", context.public_url()))),
            after: vec![tr.t("letter-example-removed-after")],
        };
        let written = letter.write(contact.lang).map_err(PageError::internal)?;
        let mail = Mail {
            to: contact.email,
            subject: letter.subject,
            text: written.text,
            html: written.html,
            lang: contact.lang,
        };
        Ok(Notice { person: contact.person, mail })
    };
    contacts.into_iter().map(mail).collect()
}

fn view(context: &RequestContext, example: &StoredExample, form: FormView) -> View {
    let tr = context.tr();
    let title = tr.t1("example-remove-title", "title", example.told.title.as_str());
    let path = format!("/examples/{}", example.id);
    View {
        frame: context
            .frame(form.title(&title), tr.t("examples-intro"), "examples")
            .crumb(tr.t("crumb-home"), Some("/"))
            .crumb(tr.t("examples-title"), Some("/examples"))
            .crumb(&example.told.title, Some(&path))
            .crumb(tr.t("example-remove"), None),
        about: about(tr, example),
        action: context.url(&format!("{path}/remove")),
        back: context.url(&path),
        title,
        form,
    }
}
