//! A new organisation, or other words about one that is there. Only a national administrator
//! (`Permission::ManageOrganisations`). What somebody else saved meanwhile is shown beside what was typed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Finding, Permission};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::{filled, kinds, municipalities, regions};
use crate::Site;
use crate::acts::{ActError, organisations as acts};
use crate::domain::organisations::{Organisation, Typed, clashes};
use crate::pages::answers::refused;
use crate::pages::parts;
use crate::store::organisations;

#[derive(Template)]
#[template(path = "organisations/change.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    back: String,
    /// The state that the form was filled in from; none for a new one.
    known: Option<i64>,
    /// Whether the kind is still open.
    is_new: bool,
    kinds: Vec<(String, String)>,
    regions: Vec<(String, String)>,
    municipalities: Vec<(String, String)>,
    /// What somebody else saved meanwhile: label, theirs, ours.
    clashes: Vec<(String, String, String)>,
}

/// The form for a new organisation.
pub async fn new(
    State(site): State<Site>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let today = crate::store::day(site.now());
    let form = FormView::new(&context).value("from", today.to_string());
    Ok(Page(view(&site, &context, None, form, &[])))
}

/// Makes a new organisation.
pub async fn make(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    match acts::make(&mut db, &parts::act(&site, &context)?, &typed(&form)).await {
        Ok(id) => {
            db.commit().await?;
            Ok(context.done(&format!("/organisations/{id}"), "organisation-made"))
        }
        Err(error) => {
            let form = FormView::of(&context, &form, parts::findings(error)?);
            Ok(refused(view(&site, &context, None, form, &[])))
        }
    }
}

/// The form of an organisation that is there.
pub async fn edit(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mut db = site.database().read().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManageOrganisations, &id).await?;
    let form = filled(FormView::new(&context), &Typed::of(&organisation.about));
    Ok(Page(view(&site, &context, Some(&organisation), form, &[])))
}

/// Changes an organisation.
pub async fn change(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManageOrganisations, &id).await?;
    let known: i64 = form.text("changed").parse().unwrap_or(-1);
    let ours = Typed { kind: organisation.about.kind.name().to_owned(), ..typed(&form) };
    let done = acts::change(&mut db, &parts::act(&site, &context)?, &organisation, known, &ours).await;
    let error = match done {
        Ok(()) => {
            db.commit().await?;
            return Ok(context.done(&format!("/organisations/{id}"), "organisation-changed"));
        }
        Err(error) => error,
    };
    let is_late = matches!(error, ActError::Changed);
    let findings = parts::findings(error)?;
    drop(db);
    let mut db = site.database().read().await?;
    let now = organisations::find(&mut db, organisation.id).await?.ok_or(PageError::NotFound)?;
    let theirs = Typed::of(&now.about);
    let clashes = if is_late { clashes(&theirs, &ours) } else { Vec::new() };
    let form = FormView::of(&context, &form, findings);
    // The next time it is saved knowingly, over what is shown beside it.
    let shown = if is_late { now } else { Organisation { changed: known, ..now } };
    Ok(refused(view(&site, &context, Some(&shown), form, &clashes)))
}

fn typed(form: &Form) -> Typed {
    let text = |name: &str| form.text(name).to_owned();
    Typed {
        kind: text("kind"),
        name: text("name"),
        code: text("cbs"),
        region: text("region"),
        from: text("from"),
    }
}

fn view(
    site: &Site,
    context: &RequestContext,
    organisation: Option<&Organisation>,
    form: FormView,
    clashes: &[crate::domain::organisations::Clash],
) -> View {
    let tr = context.tr();
    let (title, back) = match organisation {
        Some(organisation) => (
            tr.t1("organisation-change-title", "name", &organisation.about.name),
            format!("/organisations/{}", organisation.id),
        ),
        None => (tr.t("organisation-new"), "/organisations".to_owned()),
    };
    let label = |field: &str| tr.t(&format!("organisation-{field}"));
    let empty = |text: &str| if text.is_empty() { tr.t("field-empty") } else { text.to_owned() };
    let frame = context
        .frame(form.title(&title), tr.t("organisations-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(title, None);
    View {
        action: match organisation {
            Some(_) => context.url(&format!("{back}/change")),
            None => context.url("/organisations/new"),
        },
        back: context.url(&back),
        known: organisation.map(|organisation| organisation.changed),
        is_new: organisation.is_none(),
        kinds: kinds(tr),
        regions: regions(),
        municipalities: municipalities(crate::store::day(site.now())),
        clashes: clashes
            .iter()
            .map(|clash| (label(clash.field), empty(&clash.theirs), empty(&clash.ours)))
            .collect(),
        form,
        frame,
    }
}

/// A finding of a day that is none, for the forms of this folder.
pub(super) fn no_day(name: &'static str) -> Vec<Finding> {
    vec![web::on_field("date", name)]
}
