//! What the server remembers between two requests of somebody who is not signed in yet: sealed in the
//! database, found by a token that only this browser has.

use jiff::{SignedDuration, Timestamp};
use kernel::PersonId;
use platform::keys::Cell;
use platform::{Connection, read_moment};
use serde::Serialize;
use serde::de::DeserializeOwned;
use web::PageError;

use crate::Site;
use crate::domain::token::Token;
use crate::store::ceremonies;

/// How long somebody may take for the next step.
const LIFETIME: SignedDuration = SignedDuration::from_mins(10);
/// How far the clocks of two instances may differ.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// A kind of ceremony, with what is remembered.
pub trait Ceremony: Serialize + DeserializeOwned {
    /// Its name in the database. One kind can never be finished as another.
    const KIND: &'static str;
}

/// A ceremony that was found.
#[derive(Debug)]
pub struct Found<T> {
    /// Whose, where that is known.
    pub person: Option<PersonId>,
    /// What was remembered.
    pub state: T,
    /// The token.
    pub token: Token,
}

/// Begins one; gives the token for the browser.
pub async fn begin<T: Ceremony>(
    site: &Site,
    db: &mut Connection,
    person: Option<PersonId>,
    state: &T,
    now: Timestamp,
) -> Result<Token, PageError> {
    let token = Token::new(site.entropy());
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(state).map_err(PageError::internal)?);
    let hash = token.hash();
    let sealed = site.keys().seal(cell(&hash), &plain, site.entropy());
    let expires_at = now.saturating_add(LIFETIME).unwrap_or(now);
    ceremonies::keep(db, &hash, T::KIND, person, &sealed, expires_at).await?;
    Ok(token)
}

/// Finds one that has not run out. It stays, so that a wrong code can be followed by a right one.
pub async fn find<T: Ceremony>(
    site: &Site,
    db: &mut Connection,
    token: Option<&str>,
    now: Timestamp,
) -> Result<Option<Found<T>>, PageError> {
    let Some(token) = token.and_then(Token::parse) else { return Ok(None) };
    let hash = token.hash();
    let Some(kept) = ceremonies::find(db, &hash, T::KIND).await? else { return Ok(None) };
    let left = read_moment(&kept.expires_at).map(|end| end.duration_since(now));
    if !left.is_some_and(|left| left > SignedDuration::ZERO && left <= LIFETIME + TOLERANCE) {
        return Ok(None);
    }
    // Sealed with keys that are gone, or by an older program: as if it had run out.
    let Ok(plain) = site.keys().open(cell(&hash), &kept.state) else { return Ok(None) };
    let state = serde_json::from_slice(&plain).ok();
    Ok(state.map(|state| Found { person: kept.person, state, token }))
}

/// Ends one; `false` if another request did so first.
pub async fn end(db: &mut Connection, token: &Token) -> Result<bool, PageError> {
    Ok(ceremonies::end(db, &token.hash()).await?)
}

fn cell(hash: &str) -> Cell<'_> {
    Cell { table: "ceremonies", column: "state", row: hash }
}
