//! `/account/keys`: own keys of the API. Making one asks first who one is; it is shown once.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::{Finding, SessionId};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::own;
use super::sessions::{day, moment};
use crate::Site;
use crate::domain::api_keys::{PREFIX, Scope, Typed, Wanted, usable};
use crate::domain::token::Token;
use crate::pages::answers::refused;
use crate::pages::parts;
use crate::sign_in::events::{By, Happened};
use crate::sign_in::notices::{self, Notice};
use crate::store::{api_keys, organisations};

#[derive(Template)]
#[template(path = "account/keys.html")]
struct View {
    frame: Frame,
    form: FormView,
    keys: Vec<Key>,
    /// Where a new key can be for: id and name.
    organisations: Vec<(String, String)>,
    scopes: Vec<(String, String)>,
}

/// A key in the list.
struct Key {
    id: String,
    name: String,
    about: String,
    ends: String,
    used: Option<String>,
}

#[derive(Template)]
#[template(path = "account/key_made.html")]
struct Made {
    frame: Frame,
    name: String,
    key: String,
}

async fn view(site: &Site, request: &RequestContext, form: FormView) -> Result<View, PageError> {
    let (tr, actor) = (request.tr(), request.actor()?);
    let mut db = site.database().read().await?;
    let name = |found: Option<crate::domain::organisations::Organisation>| {
        found.map(|found| found.about.name).unwrap_or_default()
    };
    let mut places = Vec::new();
    for membership in usable(actor) {
        let id = membership.organisation.to_string();
        if !places.iter().any(|(known, _)| *known == id) {
            places.push((id, name(organisations::find(&mut db, membership.organisation).await?)));
        }
    }
    let mut keys = Vec::new();
    for key in api_keys::of_person(&mut db, actor.person, site.now()).await? {
        let organisation = name(organisations::find(&mut db, key.organisation).await?);
        keys.push(Key {
            about: format!("{organisation}: {}", tr.t(&format!("api-scope-{}", key.scope.name()))),
            ends: last_day(request, &key),
            used: key.used_at.map(|at| moment(request, at)),
            id: key.id,
            name: key.name,
        });
    }
    let frame = request
        .frame(form.title(&tr.t("api-keys-title")), "", "account")
        .crumb(tr.t("account-title"), Some("/account"))
        .crumb(tr.t("api-keys-title"), None);
    let scopes = Scope::ALL
        .iter()
        .map(|scope| (scope.name().to_owned(), tr.t(&format!("api-scope-{}", scope.name()))));
    Ok(View { frame, form, keys, organisations: places, scopes: scopes.collect() })
}

/// The last day on which a key works.
pub fn last_day(request: &RequestContext, key: &api_keys::Listed) -> String {
    // A key ends when its last day does.
    let last = key.ends_at.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(key.ends_at);
    day(request, last)
}

/// The page.
pub async fn show(State(site): State<Site>, request: RequestContext) -> Result<Response, PageError> {
    let form = FormView::new(&request).value("scope", Scope::Read.name());
    Ok(Page(view(&site, &request, form).await?).into_response())
}

/// A finding with its day in words.
fn in_words(request: &RequestContext, mut finding: Finding) -> Finding {
    for (_, value) in finding.params.iter_mut().filter(|(name, _)| name == "last") {
        if let Ok(day) = value.parse() {
            *value = parts::day(request.tr(), day);
        }
    }
    finding
}

/// Makes a key, and shows it once.
pub async fn make(
    State(site): State<Site>,
    request: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let (now, actor) = (site.now(), request.actor()?);
    let typed = Typed {
        name: form.text("name"),
        organisation: form.text("organisation"),
        scope: form.text("scope"),
        until: form.text("until"),
    };
    let wanted = match Wanted::read(typed, actor, crate::store::day(now)) {
        Ok(wanted) => wanted,
        Err(findings) => {
            let findings = findings.into_iter().map(|finding| in_words(&request, finding)).collect();
            let form = FormView::of(&request, &form, findings);
            return Ok(refused(view(&site, &request, form).await?));
        }
    };
    let ends_at = wanted.ends_at().ok_or_else(|| PageError::internal("a day without an end"))?;
    // The same kind of id as a session: the key stands in its place for a program.
    let id = SessionId::new(now, site.entropy()).to_string();
    let token = Token::new(site.entropy());
    let mut db = site.database().write().await?;
    let person = own(&site, &mut db, &request).await?;
    api_keys::add(&mut db, &id, &token, person.id, &wanted, (now, ends_at)).await?;
    notices::tell(&site, &mut db, &person, &Notice::ApiKeyMade).await?;
    let happened = Happened::ApiKeyMade { key: &id, scope: wanted.scope.name() };
    let by = By::person(person.id, request.client(), now);
    by.record_at(&mut db, Some(person.id), Some(wanted.organisation), happened).await?;
    db.commit().await?;
    let tr = request.tr();
    let frame = request
        .frame(tr.t("api-key-made-title"), "", "account")
        .crumb(tr.t("account-title"), Some("/account"))
        .crumb(tr.t("api-keys-title"), Some("/account/keys"))
        .crumb(tr.t("api-key-made-title"), None);
    let key = format!("{PREFIX}{}", token.text());
    Ok(Page(Made { frame, name: wanted.name, key }).into_response())
}

/// Ends one of the own keys.
pub async fn end(
    State(site): State<Site>,
    Path(key): Path<String>,
    request: RequestContext,
    _: Form,
) -> Result<Response, PageError> {
    let (now, person) = (site.now(), request.actor()?.person);
    let mut db = site.database().write().await?;
    let own = api_keys::of_person(&mut db, person, now).await?.into_iter().find(|own| own.id == key);
    let own = own.ok_or(PageError::NotFound)?;
    api_keys::end(&mut db, &key, own.organisation).await?;
    let by = By::person(person, request.client(), now);
    let happened = Happened::ApiKeyEnded { key: &key };
    by.record_at(&mut db, Some(person), Some(own.organisation), happened).await?;
    db.commit().await?;
    Ok(request.done("/account/keys", "api-key-ended"))
}
