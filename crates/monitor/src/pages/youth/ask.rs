//! What a young person sees: a few questions, and thanks. Anyone who has the link (`Permission::AnswerYouth`).
//! No name is asked, nothing can be typed, nothing can be filtered; only how often something was chosen is kept.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use geography::Geography;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use crate::Desk;
use crate::acts::youth::{self, Asked};
use crate::acts::{ActError, youth as acts};
use crate::domain::form::FormRefusal;

#[derive(Template)]
#[template(path = "youth/ask.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    municipality: String,
    questions: Vec<Question>,
}

struct Question {
    name: String,
    words: String,
    /// Pairs of value and words.
    options: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "youth/word.html")]
struct Word {
    frame: Frame,
    title: String,
    text: String,
}

/// The questions.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    match acts::asked(&mut db, desk.definitions(), &token, desk.now()).await {
        Ok(asked) => Ok(Page(view(&context, &asked, FormView::new(&context))).into_response()),
        Err(error) => closed(&context, error),
    }
}

/// Counts what was chosen.
pub async fn answer(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let asked = match youth::asked(&mut db, desk.definitions(), &token, desk.now()).await {
        Ok(asked) => asked,
        Err(error) => return closed(&context, error),
    };
    let names = asked.questionnaire.questions.iter().map(|question| question.code.clone());
    let chosen: Vec<_> = names.map(|name| (form.text(&name).to_owned(), name)).collect();
    let chosen: Vec<_> = chosen.into_iter().map(|(value, name)| (name, value)).collect();
    match acts::answer(&mut db, desk.definitions(), &token, &chosen, desk.now()).await {
        Ok(true) => {
            db.commit().await?;
            Ok(context.see_other(&format!("/youth/{token}/thanks")))
        }
        Ok(false) => {
            let first = asked.questionnaire.questions.first().map_or("", |question| question.code.as_str());
            let nothing = vec![web::on_field("youth-nothing", first)];
            let view = view(&context, &asked, FormView::of(&context, &form, nothing));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
        }
        Err(error) => closed(&context, error),
    }
}

/// Thanks, and where to get help. Says the same whoever asks.
pub async fn thanks(context: RequestContext) -> Page<impl Template> {
    word(&context, "thanks")
}

fn word(context: &RequestContext, key: &str) -> Page<Word> {
    let tr = context.tr();
    let title = tr.t(&format!("youth-{key}-title"));
    let frame = context.frame(tr.t("youth-neutral-title"), String::new(), "").without_visitor();
    Page(Word { frame, title, text: tr.t(&format!("youth-{key}-text")) })
}

/// What is said of a link that does not work now.
fn closed(context: &RequestContext, error: ActError) -> Result<Response, PageError> {
    match error {
        ActError::NotThere => Err(PageError::NotFound),
        ActError::Form(FormRefusal::Closed) => {
            Ok((StatusCode::GONE, word(context, "closed")).into_response())
        }
        ActError::Changed => Ok((StatusCode::TOO_MANY_REQUESTS, word(context, "busy")).into_response()),
        error => Err(PageError::internal(error)),
    }
}

fn view(context: &RequestContext, asked: &Asked<'_>, form: FormView) -> View {
    let tr = context.tr();
    let municipality = Geography::built_in().get(asked.link.municipality);
    let questions = asked.questionnaire.questions.iter().map(|question| {
        let options = question.options.iter();
        let options = options.map(|option| (option.code.clone(), option.label.get(tr.0).to_owned()));
        Question {
            name: question.code.clone(),
            words: question.text.get(tr.0).to_owned(),
            options: options.collect(),
        }
    });
    View {
        frame: context.frame(form.title(&tr.t("youth-neutral-title")), String::new(), "").without_visitor(),
        title: asked.questionnaire.title.get(tr.0).to_owned(),
        municipality: municipality.map_or("", |found| found.name).to_owned(),
        questions: questions.collect(),
        form,
    }
}
