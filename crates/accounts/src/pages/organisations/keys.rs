//! The keys of the API for an organisation: who has them and what they allow, and ending one.
//! For its administrators (`Permission::ManagePeople`); the keys themselves nobody sees.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::Permission;
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use crate::Site;
use crate::pages::account::keys::last_day;
use crate::pages::account::sessions::moment;
use crate::pages::parts;
use crate::pages::people::names;
use crate::sign_in::events::{By, Happened};
use crate::store::api_keys;

#[derive(Template)]
#[template(path = "organisations/keys.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    keys: Vec<Key>,
}

/// A key in the list.
struct Key {
    id: String,
    name: String,
    owner: String,
    scope: String,
    ends: String,
    used: String,
}

/// Lists the keys.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let tr = context.tr();
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let keys = api_keys::of_organisation(&mut db, organisation.id, site.now()).await?;
    let owners: Vec<_> = keys.iter().map(|key| key.person).collect();
    let act = parts::act(&site, &context)?;
    let names = names::seen(&mut db, &act, Some(organisation.id), &owners).await?;
    db.commit().await?;
    let keys = keys.into_iter().map(|key| Key {
        owner: names.get(&key.person).cloned().unwrap_or_default(),
        scope: tr.t(&format!("api-scope-{}", key.scope.name())),
        ends: last_day(&context, &key),
        used: key.used_at.map_or_else(|| tr.t("api-key-never"), |at| moment(&context, at)),
        id: key.id,
        name: key.name,
    });
    let path = format!("/organisations/{}", organisation.id);
    let frame = context
        .frame(tr.t("api-keys-of"), tr.t("api-keys-of-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(organisation.about.name, Some(&path))
        .crumb(tr.t("api-keys-of"), None);
    let view = View { path: context.url(&path), form: FormView::new(&context), keys: keys.collect(), frame };
    Ok(Page(view).into_response())
}

/// Ends one.
pub async fn end(
    State(site): State<Site>,
    context: RequestContext,
    Path((id, key)): Path<(String, String)>,
    _: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    // One that has just ended by itself is as well ended.
    if let Some(owner) = api_keys::end(&mut db, &key, organisation.id).await? {
        let by = By::person(context.actor()?.person, context.client(), site.now());
        let happened = Happened::ApiKeyEnded { key: &key };
        by.record_at(&mut db, Some(owner), Some(organisation.id), happened).await?;
    }
    db.commit().await?;
    Ok(context.done(&format!("/organisations/{id}/keys"), "api-key-ended"))
}
