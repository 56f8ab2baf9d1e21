//! The own account: who one is here, how one signs in, where one is signed in, and who looked at it.

pub mod authenticator;
pub mod keys;
pub mod overview;
pub mod passkeys;
pub mod security;
pub mod seen;
pub mod sessions;

use platform::Connection;
use web::{PageError, RequestContext};

use crate::Site;
use crate::domain::people::Person;
use crate::store::people;

/// Who asks, with the own name and address.
pub async fn own(site: &Site, db: &mut Connection, request: &RequestContext) -> Result<Person, PageError> {
    let row = people::find(db, request.actor()?.person).await?.ok_or(PageError::SignedOut)?;
    Ok(people::open(site.keys(), &row)?)
}
