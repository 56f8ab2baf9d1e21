//! `/demo/sign-in`: signing in with one click as somebody of the demonstration. Only `zicht demo` mounts this;
//! the people of the demonstration are not real.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use crate::Site;
use crate::domain::people::PersonState;
use crate::sign_in::session::{self, Method};
use crate::store::demo::{self, Somebody};
use crate::store::people;

/// The most people on the page.
const MOST: i64 = 60;

#[derive(Template)]
#[template(path = "sign_in/demo.html")]
struct View {
    frame: Frame,
    form: FormView,
    next: String,
    people: Vec<Choice>,
}

/// Somebody to sign in as.
struct Choice {
    id: String,
    name: String,
    /// Each role with its organisation.
    roles: Vec<String>,
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let tr = request.tr();
    let mut db = site.database().read().await?;
    let mut choices: Vec<Choice> = Vec::new();
    for Somebody { person, role, organisation } in demo::everybody(&mut db, MOST).await? {
        let role = format!("{}, {organisation}", tr.t(&format!("role-{role}")));
        let id = person.id.to_string();
        if let Some(choice) = choices.iter_mut().find(|choice| choice.id == id) {
            choice.roles.push(role);
        } else {
            let name = people::open(site.keys(), &person)?.name;
            choices.push(Choice { id, name, roles: vec![role] });
        }
    }
    let frame = request.frame(tr.t("demo-sign-in-title"), "", "");
    let next = request.query_value("next").unwrap_or_default();
    Ok(Page(View { frame, form: FormView::new(&request), next, people: choices }).into_response())
}

/// Signs in.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let person = form.text("person").parse().map_err(|_| PageError::NotFound)?;
    let mut db = site.database().write().await?;
    let row = people::find(&mut db, person).await?.filter(|row| row.state == PersonState::Active);
    let person = people::open(site.keys(), &row.ok_or(PageError::NotFound)?)?;
    let begun = session::begin(&site, &mut db, &person, Method::Demo, &request, None, &[]).await?;
    db.commit().await?;
    Ok(session::welcome(&site, &request, &person, &begun, form.text("next"), ""))
}
