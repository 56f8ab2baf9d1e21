//! `/account`: the own name, language and roles. Everybody has only the own one.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kernel::Lang;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::own;
use crate::Site;
use crate::domain::people::{self as rules, LONGEST_NAME, Person};
use crate::pages::answers::{about_all, refused};
use crate::sign_in::events::{By, Happened};
use crate::store::{organisations, people};

#[derive(Template)]
#[template(path = "account/overview.html")]
struct View {
    frame: Frame,
    form: FormView,
    email: String,
    /// Role and organisation.
    roles: Vec<(String, String)>,
    langs: Vec<(String, String)>,
}

async fn view(
    site: &Site,
    request: &RequestContext,
    form: FormView,
    person: &Person,
) -> Result<View, PageError> {
    let tr = request.tr();
    let mut db = site.database().read().await?;
    let mut roles = Vec::new();
    for membership in &request.actor()?.memberships {
        let organisation = organisations::find(&mut db, membership.organisation).await?;
        let role = tr.t(&format!("role-{}", membership.role.name()));
        roles.push((role, organisation.map(|found| found.about.name).unwrap_or_default()));
    }
    let langs =
        Lang::ALL.iter().map(|lang| (lang.code().to_owned(), tr.t(&format!("account-lang-{}", lang.code()))));
    let frame = request.frame(form.title(&tr.t("account-title")), "", "account");
    Ok(View { frame, form, email: person.email.as_str().to_owned(), roles, langs: langs.collect() })
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let person = own(&site, &mut *site.database().read().await?, &request).await?;
    let form = FormView::new(&request)
        .value("name", person.name.as_str())
        .value("lang", person.lang.code())
        .value("changed", person.changed.to_string());
    Ok(Page(view(&site, &request, form, &person).await?).into_response())
}

/// Sets name and language.
pub async fn send(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    let mut findings = Vec::new();
    let name = rules::name(form.text("name")).unwrap_or_else(|| {
        findings.push(web::on_field("person-name", "name").with("n", LONGEST_NAME.to_string()));
        String::new()
    });
    let lang = Lang::parse(form.text("lang")).unwrap_or_else(|| {
        findings.push(web::on_field("field-required", "lang"));
        person.lang
    });
    if findings.is_empty() {
        let known = form.text("changed").parse().unwrap_or(-1);
        let done =
            people::update(&mut db, site.keys(), person.id, known, &name, lang, site.entropy()).await?;
        if done {
            let by = By::person(person.id, request.client(), site.now());
            by.record(&mut db, Some(person.id), Happened::Changed { fields: "name, lang" }).await?;
            db.commit().await?;
            return Ok(request.done("/account", "saved"));
        }
        findings.push(about_all("account-changed-meanwhile"));
    }
    drop(db);
    let form = FormView::of(&request, &form, findings);
    Ok(refused(view(&site, &request, form, &person).await?))
}
