//! What the pages about organisations and people share.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{Finding, OrganisationId, Permission, PersonId, Place, Role};
use platform::Connection;
use web::{PageError, RequestContext, Tr};

use crate::Site;
use crate::acts::{Act, ActError};
use crate::domain::organisations::Organisation;
use crate::domain::roles::Refusal;
use crate::domain::visible::Sight;
use crate::store::organisations;

/// How many rows a page of a list has.
pub const ROWS: usize = 25;

/// The actor of a request, ready to act.
pub fn act<'a>(site: &'a Site, context: &'a RequestContext) -> Result<Act<'a>, PageError> {
    Ok(Act {
        actor: context.actor()?,
        now: site.now(),
        request: &context.client().request_id,
        keys: site.keys(),
        entropy: site.entropy(),
    })
}

/// The organisation of the path, if the visitor sees it for this permission. Anything else is for the
/// visitor not there, and recorded as refused.
pub async fn organisation(
    db: &mut Connection,
    context: &RequestContext,
    permission: Permission,
    id: &str,
) -> Result<Organisation, PageError> {
    let id: OrganisationId = id.parse().map_err(|_| PageError::NotFound)?;
    let sight = Sight::of(context.actor()?, permission);
    organisations::seen(db, &sight, id).await?.ok_or_else(PageError::not_yours)
}

/// The person of the path.
pub fn person(id: &str) -> Result<PersonId, PageError> {
    id.parse().map_err(|_| PageError::NotFound)
}

/// What a form shows when an act was not done; an error of the page if it cannot show it.
pub fn findings(error: ActError) -> Result<Vec<Finding>, PageError> {
    match error {
        ActError::Findings(findings) => Ok(findings),
        ActError::Refused(Refusal::NotYours) | ActError::NotThere => Err(PageError::not_yours()),
        ActError::Refused(refusal) => Ok(vec![Finding::error(refusal.code(), refused_at(refusal))]),
        ActError::Changed => Ok(vec![Finding::error("changed-meanwhile", Place::default())]),
        ActError::Store(error) => Err(PageError::internal(error)),
        ActError::Letter(error) => Err(PageError::internal(error)),
    }
}

/// The field that a refusal is about.
fn refused_at(refusal: Refusal) -> Place {
    match refusal {
        Refusal::EndsTooSoon => Place::default().column("until"),
        Refusal::Nothing | Refusal::Watched | Refusal::Above | Refusal::DoesNotFit => {
            Place::default().column("role")
        }
        _ => Place::default(),
    }
}

/// The words of a role.
#[must_use]
pub fn role(tr: Tr, role: Role) -> String {
    tr.t(&format!("role-{}", role.name()))
}

/// A day in words: `22 november 2026`.
#[must_use]
pub fn day(tr: Tr, day: Date) -> String {
    format!("{} {} {}", day.day(), tr.t(&format!("month-{}", day.month())), day.year())
}

/// A moment in words, on the clock of the Netherlands: `22 november 2026, 13:05`.
#[must_use]
pub fn moment(tr: Tr, moment: Timestamp) -> String {
    let at = kernel::dutch_time(moment);
    format!("{}, {:02}:{:02}", day(tr, at.date()), at.hour(), at.minute())
}

/// A date that may stay empty in a form; a finding at `name` if it is none.
pub fn until(typed: &str, name: &'static str) -> Result<Option<Date>, Finding> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| web::on_field("date", name))
}

/// A value as it may stand in an address.
#[must_use]
pub fn encoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            text.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
            text.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    text
}
