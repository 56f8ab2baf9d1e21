//! Who is behind a session cookie: asked once a request, answered in one statement.

use std::sync::Arc;

use kernel::Actor;
use platform::DatabaseError;
use platform::keys::Cell;
use web::{Boxed, Client, Gate, PageError, RouteInfo, SignedIn, Visitor};

use super::events::{By, Happened};
use crate::Site;
use crate::domain::token::Token;
use crate::store::sessions;

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
        Ok(Some(SignedIn { actor, name, session: opened.id, confirmed: opened.times.confirmed(now) }))
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

    fn refused<'a>(&'a self, visitor: &'a Visitor, route: &'a RouteInfo, _: &'a str) -> Boxed<'a, ()> {
        Box::pin(async move {
            if let Err(error) = self.note(visitor, route).await {
                // The visitor was refused all the same.
                tracing::error!(%error, "a refusal could not be recorded");
            }
        })
    }
}
