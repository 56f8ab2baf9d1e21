//! Who is behind a session cookie: asked once a request, answered in one statement.

use std::sync::Arc;

use jiff::SignedDuration;
use kernel::Actor;
use platform::DatabaseError;
use platform::keys::Cell;
use web::{Boxed, Client, Gate, KeyScope, PageError, RouteInfo, SignedIn, Visitor};

use super::events::{By, Happened};
use crate::Site;
use crate::domain::api_keys::{PREFIX, Scope};
use crate::domain::token::Token;
use crate::store::{api_keys, sessions};

/// How often it is noted that a key is used.
const NOTED_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// The gate of the site.
#[must_use]
pub fn gate(site: Site) -> Arc<dyn Gate> {
    Arc::new(Sessions(site))
}

struct Sessions(Site);

impl Sessions {
    async fn who(&self, token: &str) -> Result<Option<SignedIn>, PageError> {
        let (Self(site), Some(token)) = (self, Token::parse(token)) else { return Ok(None) };
        let now = site.now();
        let mut db = site.database().read().await?;
        let Some(opened) = sessions::open(&mut db, &token, now).await? else { return Ok(None) };
        drop(db);
        if !opened.times.lives(site.settings().sessions, now) {
            return Ok(None);
        }
        if opened.times.must_note(now) {
            let mut db = site.database().write().await?;
            sessions::seen(&mut db, opened.id, now).await?;
            db.commit().await?;
        }
        let row = opened.person.to_string();
        let cell = Cell { table: "people", column: "name", row: &row };
        let name = site.keys().open_text(cell, &opened.name)?.to_string();
        let actor = Actor { person: opened.person, memberships: opened.memberships };
        Ok(Some(SignedIn {
            actor,
            name,
            session: opened.id,
            confirmed: opened.times.confirmed(now),
            key: None,
        }))
    }

    async fn by_key(&self, key: &str) -> Result<Option<SignedIn>, PageError> {
        let token = key.strip_prefix(PREFIX).and_then(Token::parse);
        let (Self(site), Some(token)) = (self, token) else { return Ok(None) };
        let now = site.now();
        let mut db = site.database().read().await?;
        let Some(holder) = api_keys::holder(&mut db, &token, now).await? else { return Ok(None) };
        drop(db);
        if holder.used_at.is_none_or(|used| now.duration_since(used) >= NOTED_EVERY) {
            let mut db = site.database().write().await?;
            api_keys::used(&mut db, &holder.id, now).await?;
            db.commit().await?;
        }
        let row = holder.actor.person.to_string();
        let cell = Cell { table: "people", column: "name", row: &row };
        let name = site.keys().open_text(cell, &holder.name)?.to_string();
        let session = holder.id.parse().map_err(|_| PageError::internal("a key with a damaged id"))?;
        let key = Some(match holder.scope {
            Scope::Read => KeyScope::Read,
            Scope::Write => KeyScope::Write,
        });
        Ok(Some(SignedIn { actor: holder.actor, name, session, confirmed: false, key }))
    }

    async fn note(&self, visitor: &Visitor, route: &RouteInfo) -> Result<(), DatabaseError> {
        let Some(person) = visitor.signed_in.as_ref().map(|signed_in| signed_in.actor.person) else {
            // A stranger at a closed door is no event: anybody could fill the trail with those.
            return Ok(());
        };
        let by = By::person(person, &visitor.client, self.0.now());
        let happened = Happened::Refused {
            method: route.method.as_str(),
            route: route.path,
            permission: route.permission.name(),
        };
        let mut db = self.0.database().write().await?;
        by.record(&mut db, Some(person), happened).await?;
        db.commit().await?;
        Ok(())
    }
}

impl Gate for Sessions {
    fn signed_in<'a>(
        &'a self,
        token: &'a str,
        _: &'a Client,
    ) -> Boxed<'a, Result<Option<SignedIn>, PageError>> {
        Box::pin(self.who(token))
    }

    fn by_key<'a>(&'a self, key: &'a str) -> Boxed<'a, Result<Option<SignedIn>, PageError>> {
        Box::pin(self.by_key(key))
    }

    fn refused<'a>(&'a self, visitor: &'a Visitor, route: &'a RouteInfo, _: &'a str) -> Boxed<'a, ()> {
        Box::pin(async move {
            if let Err(error) = self.note(visitor, route).await {
                // The visitor was refused all the same.
                tracing::error!(%error, "a refusal could not be recorded");
            }
        })
    }
}
