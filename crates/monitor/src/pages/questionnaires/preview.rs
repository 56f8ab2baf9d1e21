//! A version as municipalities will see it, part by part; nothing can be sent. Researchers (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use web::{FormView, Frame, Page, PageError, RequestContext};

use super::rows;
use crate::Desk;
use crate::pages::forms::questions::{Kind, Part, Question, only_if, questions};

#[derive(Template)]
#[template(path = "questionnaires/preview.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    intro: Vec<String>,
    /// Questions, and to whom they are put if that is not everybody.
    asked: Vec<(Question, Option<String>)>,
    next: Option<(String, String)>,
    back: String,
}

/// Shows a goal by its number, or the other questions.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, version, part)): Path<(String, String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let (questionnaire, _) = rows::seen(&desk, &mut *desk.read().await?, &(id, version)).await?;
    let part = match part.as_str() {
        "other" => Part::Other,
        number => {
            let at = number.parse().ok().and_then(|number| questionnaire.goal_index(number));
            Part::Goal(at.ok_or(PageError::NotFound)?)
        }
    };
    let path = rows::path(&questionnaire);
    let name = |part: Part| {
        part.goal(&questionnaire).map_or_else(|| "other".to_owned(), |goal| goal.number.to_string())
    };
    let title = tr.t1("edited-preview-of", "part", part.title(tr, &questionnaire));
    let intro = match part.goal(&questionnaire) {
        Some(goal) => vec![goal.explanation.get(tr.0).to_owned(), goal.why.get(tr.0).to_owned()],
        None => vec![tr.t("form-other-intro")],
    };
    Ok(Page(View {
        frame: rows::frame(&context, &questionnaire, &title, &[(title.clone(), None)]),
        form: FormView::new(&context),
        intro,
        asked: questions(tr, &questionnaire, part)
            .into_iter()
            .map(|asked| {
                let when = only_if(tr, &questionnaire, &asked.name);
                (asked, when)
            })
            .collect(),
        next: part.next(&questionnaire).map(|next| {
            (next.title(tr, &questionnaire), context.url(&format!("{path}/preview/{}", name(next))))
        }),
        back: context.url(&path),
        title,
    }))
}
