//! How many children of a risk group a municipality has in sight in a year. Who fills in for it
//! (`Permission::FillIn`). A page of its own, so that a mistake here takes nothing from the other forms.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::plan::{of, questionnaire};
use super::rows::{self, Mine};
use super::sight::groups;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::sight::set_figure;
use crate::domain::wave::Nature;
use crate::store::sight::RiskFigure;

#[derive(Template)]
#[template(path = "mine/figure.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    back: String,
    /// Code and words of each group.
    risks: Vec<(String, String)>,
}

/// Shows the form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mine = rows::open_for(&desk, &context, &municipality, Permission::FillIn).await?;
    Ok(Page(view(&desk, &context, &mine, FormView::new(&context))?))
}

/// Keeps the number; one of the same group and year is replaced.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mine = rows::open_for(&desk, &context, &municipality, Permission::FillIn).await?;
    let questionnaire = questionnaire(&desk, &mine)?;
    let known: Vec<&str> = groups(&questionnaire).iter().map(|choice| choice.code.as_str()).collect();
    let figure = RiskFigure {
        risk: form.text("risk").to_owned(),
        year: form.text("year").parse().unwrap_or(-1),
        // As people write it: 1.250 or 1 250.
        children: form.text("children").replace(['.', ' ', '\u{a0}'], "").parse().unwrap_or(-1),
        source: form.text("source").to_owned(),
    };
    let mut db = desk.write().await?;
    match set_figure(&mut db, &desk.act(&context)?, of(&desk, &mine).await?, &figure, &known).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&mine.path("/sight"), "sight-saved"))
        }
        Err(ActError::Findings(findings)) => {
            drop(db);
            let view = view(&desk, &context, &mine, FormView::of(&context, &form, findings))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
        }
        Err(error) => Err(PageError::internal(error)),
    }
}

fn view(desk: &Desk, context: &RequestContext, mine: &Mine, form: FormView) -> Result<View, PageError> {
    let tr = context.tr();
    let questionnaire = questionnaire(desk, mine)?;
    let nature = mine.answered.first().map_or(Nature::Real, |answered| answered.nature);
    let risks = groups(&questionnaire).into_iter();
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&tr.t("sight-add-title"))), nature),
        action: context.url(&mine.path("/sight/figures")),
        back: context.url(&mine.path("/sight")),
        risks: risks.map(|choice| (choice.code.clone(), choice.label.get(tr.0).to_owned())).collect(),
        form,
    })
}
