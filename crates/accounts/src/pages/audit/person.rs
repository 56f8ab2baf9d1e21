//! Finds a person for the filter by the exact address. The address goes in a form, never in the address of a
//! page. The privacy officer (`Permission::SeeAudit`); only people of the own organisation are found.

use axum::extract::State;
use axum::response::Response;
use kernel::{Permission, PersonId};
use platform::Connection;
use web::{Form, PageError, RequestContext};

use crate::Site;
use crate::domain::people::Address;
use crate::domain::visible::Sight;
use crate::store::{memberships, organisations, people};

/// Leads to the events of, or about, the person with an address.
pub async fn find(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().read().await?;
    let key = if form.text("as") == "about" { "about" } else { "actor" };
    Ok(match person(&mut db, &site, &context, form.text("email")).await? {
        Some(person) => context.see_other(&format!("/audit?{key}={person}")),
        None => context.done("/audit", "audit-person-unknown"),
    })
}

async fn person(
    db: &mut Connection,
    site: &Site,
    context: &RequestContext,
    typed: &str,
) -> Result<Option<PersonId>, PageError> {
    let Some(address) = Address::parse(typed) else { return Ok(None) };
    let index = people::index(site.keys(), &address);
    let Some(row) = people::by_email_index(db, &index).await? else { return Ok(None) };
    let sight = Sight::of(context.actor()?, Permission::SeeAudit);
    let today = crate::store::day(site.now());
    let places = organisations::with_predecessors(db, &sight.organisations, today).await?;
    let seen = sight.all || memberships::ever_in(db, row.id, &places).await?;
    Ok(seen.then_some(row.id))
}
