//! Roles that organisations offer to the visitor: accept them or not. Everybody who is signed in, for
//! oneself (`Permission::OwnAccount`).

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::OrganisationId;
use platform::{Connection, audit};
use serde_json::json;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use crate::Site;
use crate::pages::parts;
use crate::store::memberships::{self, RoleRow};
use crate::store::organisations;

#[derive(Template)]
#[template(path = "people/offers.html")]
struct View {
    frame: Frame,
    form: FormView,
    offers: Vec<Offer>,
}

struct Offer {
    organisation: String,
    name: String,
    roles: Vec<String>,
}

/// Shows what was offered.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let mut db = site.database().read().await?;
    let rows = offered(&mut db, &site, &context).await?;
    let mut offers: Vec<Offer> = Vec::new();
    for row in &rows {
        let id = row.held.organisation;
        let words = super::list::role_words(tr, row);
        if let Some(known) = offers.iter_mut().find(|offer| offer.organisation == id.to_string()) {
            known.roles.push(words);
        } else if let Some(organisation) = organisations::find(&mut db, id).await? {
            let (organisation, name) = (id.to_string(), organisation.about.name);
            offers.push(Offer { organisation, name, roles: vec![words] });
        }
    }
    let frame = context
        .frame(tr.t("offers-title"), tr.t("offers-intro"), "account")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("offers-title"), None);
    Ok(Page(View { frame, form: FormView::new(&context), offers }))
}

/// Accepts or declines what one organisation offers.
pub async fn answer(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let act = parts::act(&site, &context)?;
    let organisation: OrganisationId = form.text("organisation").parse().map_err(|_| PageError::NotFound)?;
    let rows = offered(&mut db, &site, &context).await?;
    let rows: Vec<_> = rows.iter().filter(|row| row.held.organisation == organisation).collect();
    if rows.is_empty() {
        return Err(PageError::not_yours());
    }
    let (me, yes) = (act.actor.person, form.text("answer") == "yes");
    if yes {
        memberships::accept(&mut db, me, Some(organisation), act.now).await?;
    } else {
        for row in &rows {
            memberships::end(&mut db, me, organisation, row.held.role, act.today()).await?;
        }
    }
    let roles: Vec<_> = rows.iter().map(|row| row.held.role.name()).collect();
    let kind = if yes { "account.offer-accepted" } else { "account.offer-declined" };
    let event = act.event(kind).organisation(organisation).about("person", me);
    audit::record(&mut db, &event.detail(json!({ "roles": roles }))).await?;
    db.commit().await?;
    Ok(context.done("/start", if yes { "offer-accepted" } else { "offer-declined" }))
}

/// Every role that waits for the visitor's answer.
async fn offered(
    db: &mut Connection,
    site: &Site,
    context: &RequestContext,
) -> Result<Vec<RoleRow>, PageError> {
    let today = crate::store::day(site.now());
    let rows = memberships::rows_of(db, context.actor()?.person, today).await?;
    Ok(rows.into_iter().filter(|row| !row.held.accepted).collect())
}
