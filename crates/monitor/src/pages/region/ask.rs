//! A question to the coordinator, to one municipality or to the whole region. Who fills in for a municipality asks, and
//! the coordinator (`Permission::WorkInRegion`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, on_field};

use super::rows::{self, Here};
use crate::Desk;
use crate::acts::run::Post;
use crate::acts::thread::{Speaker, ask as ask_question, notify};
use crate::domain::thread::{Audience, Party, Thread, text};
use crate::domain::wave::Nature;
use crate::pages::refused;
use crate::pages::thread::{self, About};

#[derive(Template)]
#[template(path = "region/ask.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    action: String,
    back: String,
    /// For whom the visitor can ask, if there is a choice.
    speakers: Vec<(String, String)>,
    audiences: Vec<(String, String)>,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::WorkInRegion).await?;
    Ok(Page(view(&context, &here, FormView::new(&context))).into_response())
}

/// Asks it.
pub async fn ask(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let here = rows::open(&desk, &context, &slug, Permission::WorkInRegion).await?;
    let typed = form.text("thread_text");
    let findings = match read(&here, &form) {
        Ok((party, audience)) => {
            let organisation = here.organisation(&desk, &context, party).await?;
            let post = Post { keys: desk.keys(), entropy: desk.entropy() };
            let speaker = Speaker { party, organisation, post };
            let act = desk.act(&context)?;
            let mut db = desk.write().await?;
            match ask_question(&mut db, &act, speaker, (here.place(), audience), typed).await {
                Ok(number) => {
                    let path = here.path(&format!("/questions/{number}"));
                    let thread = Thread::new(party, audience);
                    let about = About { place: here.place(), thread, speaker: party, path: &path };
                    let mails = thread::notices(&desk, &context, about).await?;
                    notify(&mut db, &act, post, (here.place(), number, 1), &mails)
                        .await
                        .map_err(PageError::internal)?;
                    db.commit().await?;
                    // Nobody may be there yet: then the question waits until somebody comes.
                    let done = if mails.is_empty() { "question-nobody" } else { "question-asked" };
                    return Ok(context.done(&path, done));
                }
                Err(error) => refused::findings(error)?,
            }
        }
        Err(mut findings) => {
            findings.extend(text(typed).err().into_iter().flatten());
            findings
        }
    };
    Ok(refused::again(view(&context, &here, FormView::of(&context, &form, findings))))
}

/// Who asks whom.
fn read(here: &Here, form: &Form) -> Result<(Party, Audience), Vec<kernel::Finding>> {
    let typed = form.text("speaker").parse::<Party>().ok();
    let party = match here.speaks_as.as_slice() {
        [only] => Some(*only),
        several => typed.filter(|party| several.contains(party)),
    };
    let audience = form.text("audience").parse::<Audience>().ok();
    let audience = audience.filter(|audience| match audience {
        Audience::One(Party::Municipality(code)) => here.holds(*code),
        _ => true,
    });
    let mut findings = Vec::new();
    if party.is_none() {
        findings.push(on_field("question-speaker", "speaker"));
    }
    let may = |(party, audience): (Party, Audience)| Thread::may_ask(party, audience);
    if audience.is_none() || party.zip(audience).is_some_and(|pair| !may(pair)) {
        findings.push(on_field("question-audience", "audience"));
    }
    party.zip(audience).filter(|_| findings.is_empty()).ok_or(findings)
}

fn view(context: &RequestContext, here: &Here, form: FormView) -> View {
    let tr = context.tr();
    let title = tr.t("question-ask");
    let everybody = [Audience::One(Party::Coordinator), Audience::Everybody].into_iter();
    let each = here.municipalities.iter().map(|one| Audience::One(Party::Municipality(one.code)));
    let may = |to: &Audience| here.speaks_as.iter().any(|party| Thread::may_ask(*party, *to));
    let speakers = here.speaks_as.iter().map(|party| (party.to_string(), thread::party(tr, *party)));
    View {
        frame: here.frame(context, Some((&form.title(&title), &title)), Nature::Real),
        action: context.url(&here.path("/ask")),
        back: context.url(&here.path("")),
        speakers: if here.speaks_as.len() > 1 { speakers.collect() } else { Vec::new() },
        audiences: everybody
            .chain(each)
            .filter(may)
            .map(|to| (to.to_string(), thread::audience(tr, to)))
            .collect(),
        title,
        form,
    }
}
