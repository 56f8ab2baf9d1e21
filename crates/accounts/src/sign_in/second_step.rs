//! The second step: a code of the authenticator app, or a recovery code.

use jiff::Timestamp;
use kernel::PersonId;
use platform::Connection;
use platform::keys::Cell;
use web::PageError;

use super::session::Method;
use crate::Site;
use crate::domain::codes::RecoveryCode;
use crate::domain::totp::Authenticator;
use crate::store::{recovery, totp};

/// A code that was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Of the authenticator app.
    Totp,
    /// A recovery code; so many are left.
    Recovery {
        /// How many.
        left: i64,
    },
}

impl Right {
    /// How the person signs in by it.
    #[must_use]
    pub const fn method(self) -> Method {
        match self {
            Self::Totp => Method::Password,
            Self::Recovery { .. } => Method::Recovery,
        }
    }
}

/// Takes a code, in the caller's write transaction; `None` if it is wrong or was used before. Two requests with
/// one code are never both right.
pub async fn take(
    site: &Site,
    db: &mut Connection,
    person: PersonId,
    typed: &str,
    now: Timestamp,
) -> Result<Option<Right>, PageError> {
    if let Some(code) = RecoveryCode::parse(typed) {
        let used = recovery::use_up(db, person, &recovery_hash(site, person, &code), now).await?;
        return Ok(if used {
            Some(Right::Recovery { left: recovery::left(db, person).await? })
        } else {
            None
        });
    }
    let Some((sealed, last_step)) = totp::find(db, person).await? else { return Ok(None) };
    let secret = site.keys().open(cell(&person.to_string()), &sealed)?;
    let Some(step) = Authenticator::new(&secret, "").and_then(|app| app.check(typed, last_step, now)) else {
        return Ok(None);
    };
    Ok(totp::take(db, person, last_step, step).await?.then_some(Right::Totp))
}

/// Keeps the secret of an authenticator app that its first code confirmed.
pub async fn set_totp(
    site: &Site,
    db: &mut Connection,
    person: PersonId,
    secret: &[u8],
    step: i64,
    now: Timestamp,
) -> Result<(), PageError> {
    let sealed = site.keys().seal(cell(&person.to_string()), secret, site.entropy());
    Ok(totp::set(db, person, &sealed, step, now).await?)
}

/// Replaces the recovery codes of a person; gives the new ones, to be shown once.
pub async fn new_recovery_codes(
    site: &Site,
    db: &mut Connection,
    person: PersonId,
) -> Result<Vec<RecoveryCode>, PageError> {
    let codes = RecoveryCode::ten(site.entropy());
    let hashes: Vec<String> = codes.iter().map(|code| recovery_hash(site, person, code)).collect();
    recovery::replace(db, person, &hashes).await?;
    Ok(codes)
}

/// A keyed hash: whoever has the database but not the keys cannot try all codes. The person is in it, so that
/// a row that is moved to somebody else is worth nothing.
fn recovery_hash(site: &Site, person: PersonId, code: &RecoveryCode) -> String {
    site.keys().index("recovery-code", &format!("{person} {}", code.plain()))
}

fn cell(row: &str) -> Cell<'_> {
    Cell { table: "totp", column: "secret", row }
}
