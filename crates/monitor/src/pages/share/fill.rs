//! What somebody sees who has a link to one goal: that goal, and nothing else of the form. No account is asked
//! (`Permission::FillShared`); the token in the address is the right. The page is not indexed, and not kept by browsers.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use web::{Form, Frame, Page, PageError, RequestContext};

use crate::Desk;
use crate::acts::ActError;
use crate::acts::share;
use crate::domain::form::FormRefusal;
use crate::pages::form_rows as rows;
use crate::pages::forms::{part as form_part, save as form_save};

#[derive(Template)]
#[template(path = "share/over.html")]
struct Over {
    frame: Frame,
}

/// Shows the goal.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let (opened, part) = match rows::open_shared(&desk, &mut db, &token).await {
        Ok(found) => found,
        Err(error) => return over(&context, error),
    };
    drop(db);
    if let Some(shared) = &opened.shared {
        let mut db = desk.write().await?;
        let act = rows::act(&desk, &context, Some(shared))?;
        form_part::here(&mut db, &act, &opened, part).await?;
        share::used(&mut db, &act, opened.in_hand(), &shared.share).await.map_err(PageError::internal)?;
        db.commit().await?;
    }
    let told = context.query_value("problems").is_some();
    Ok(private(form_part::editing(&desk, &context, &opened, part, None, told).await?))
}

/// Saves what was sent of it.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = desk.read().await?;
    let (opened, part) = match rows::open_shared(&desk, &mut db, &token).await {
        Ok(found) => found,
        Err(error) if form_save::is_by_script(&headers) => {
            return form_save::script_refused(&context, error, "share-over");
        }
        Err(error) => return over(&context, error),
    };
    let last = form_save::taken(&desk, &mut db, &opened, &form).await?;
    drop(db);
    Ok(private(form_save::save(&desk, &context, opened, part, &last, &headers, &form).await?))
}

/// What is said of a link that does not work now.
fn over(context: &RequestContext, error: ActError) -> Result<Response, PageError> {
    match error {
        ActError::NotThere => Err(PageError::NotFound),
        ActError::Form(FormRefusal::Closed) => {
            let title = context.tr().t("share-over-title");
            let frame = context.frame(title, String::new(), "").without_visitor();
            Ok(private((StatusCode::GONE, Page(Over { frame })).into_response()))
        }
        error => Err(PageError::internal(error)),
    }
}

/// The address is a secret: nobody keeps it or leads to it.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
