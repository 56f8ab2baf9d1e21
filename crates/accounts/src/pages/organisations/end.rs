//! Ends an organisation on a day, or takes that back. Only a national administrator, after proving who that
//! is (`Permission::ManageOrganisations`, confirmed).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;
use kernel::Permission;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use crate::Site;
use crate::acts::organisations as acts;
use crate::domain::organisations::Organisation;
use crate::pages::answers::refused;
use crate::pages::parts;
use crate::store::memberships;

#[derive(Template)]
#[template(path = "organisations/end.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    organisation: Organisation,
    /// How many people lose their roles here, in words.
    people: String,
}

impl View {
    /// The address of a page under this one.
    fn at(&self, tail: &str) -> String {
        self.frame.url(&format!("{}{tail}", self.path))
    }
}

/// The form.
pub async fn form(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mut db = site.database().read().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManageOrganisations, &id).await?;
    let form = FormView::new(&context);
    Ok(Page(view(&site, &context, organisation, form).await?))
}

/// Ends it.
pub async fn end(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManageOrganisations, &id).await?;
    let known: i64 = form.text("changed").parse().unwrap_or(-1);
    let findings = match form.text("until").parse::<Date>() {
        Ok(until) => {
            match acts::end(&mut db, &parts::act(&site, &context)?, &organisation, known, until).await {
                Ok(()) => {
                    db.commit().await?;
                    return Ok(context.done(&format!("/organisations/{id}"), "organisation-ended"));
                }
                Err(error) => parts::findings(error)?,
            }
        }
        Err(_) => super::change::no_day("until"),
    };
    drop(db);
    let form = FormView::of(&context, &form, findings);
    Ok(refused(view(&site, &context, organisation, form).await?))
}

/// Takes the end back.
pub async fn reopen(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManageOrganisations, &id).await?;
    let known: i64 = form.text("changed").parse().unwrap_or(-1);
    let path = format!("/organisations/{id}");
    match acts::reopen(&mut db, &parts::act(&site, &context)?, &organisation, known).await {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&path, "organisation-reopened"))
        }
        Err(error) => {
            let findings = parts::findings(error)?;
            let words: Vec<String> =
                findings.iter().map(|finding| web::finding_text(context.lang, finding)).collect();
            Err(PageError::BadRequest(words.join(" ")))
        }
    }
}

async fn view(
    site: &Site,
    context: &RequestContext,
    organisation: Organisation,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let mut db = site.database().read().await?;
    let count = memberships::count(&mut db, organisation.id, crate::store::day(site.now())).await?;
    let path = format!("/organisations/{}", organisation.id);
    let title = tr.t1("organisation-end-title", "name", &organisation.about.name);
    let frame = context
        .frame(form.title(&title), tr.t("organisation-end-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(organisation.about.name.clone(), Some(&path))
        .crumb(tr.t("organisation-end"), None);
    Ok(View { frame, form, path, organisation, people: tr.t1("organisation-end-people", "n", count) })
}
