//! A new way to sign in, for somebody who lost the old ones: a link like that of an invitation. What is there
//! still works until the link is used, so that one that was sent by mistake locks nobody out; sessions end at
//! once, because whoever has the lost device has them.

use jiff::Timestamp;
use kernel::{Entropy, Lang, OrganisationId, PersonId};
use platform::{Connection, DatabaseError, audit, mail};
use web::{Letter, Tr};

use super::switch::{events, lock, places};
use super::{Act, ActError, member};
use crate::domain::links::Purpose;
use crate::domain::people::PersonState;
use crate::domain::roles;
use crate::letters;
use crate::store::{ceremonies, links, people, sessions};

/// Sends a member of `organisation` the link; gives it too, for a site without a mail server. Who may switch the
/// account off may do this: whoever has the link can become that person.
///
/// # Errors
/// The rule that stands in the way; `NotThere` if the person is no member, has not accepted yet, or is off.
pub async fn renew(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: OrganisationId,
    person: PersonId,
    public_url: &str,
) -> Result<String, ActError> {
    let locked = lock(db, act, organisation, person).await?;
    let (row, subject) = member(db, organisation, person, act.today()).await?;
    if locked != places(&subject) {
        return Err(ActError::Changed);
    }
    roles::may_switch(act.actor, &subject)?;
    let accepted = subject.held.iter().any(|held| held.organisation == organisation && held.accepted);
    if row.state == PersonState::Off || !accepted {
        return Err(ActError::NotThere);
    }
    let person = people::open(act.keys, &row)?;
    let link = link(db, person.id, person.lang, public_url, act.now, act.entropy).await?;
    let letter = letter(person.lang, Some(&link));
    let mail = letters::mail(letter, person.email.as_str(), person.lang)?;
    mail::send_later(db, act.keys, &mail, None, act.now, act.entropy).await?;
    audit::record_all(db, &events(act, "account.renewal-sent", person.id, &locked)).await?;
    Ok(link)
}

/// Makes the link. Sessions, half-done sign-ins and older links end with it.
///
/// # Errors
/// If the database fails.
pub async fn link(
    db: &mut Connection,
    person: PersonId,
    lang: Lang,
    public_url: &str,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<String, DatabaseError> {
    sessions::end_all(db, person, None).await?;
    ceremonies::end_all(db, person).await?;
    links::end(db, Purpose::Reset, person).await?;
    let token = links::make(db, Purpose::Invitation, person, now, entropy).await?;
    let path = format!("{}{}", Purpose::Invitation.path(), token.text());
    Ok(format!("{public_url}{}", web::localized(lang, &path)))
}

/// What the person hears: with the link, or that somebody was given it to hand over.
#[must_use]
pub fn letter(lang: Lang, link: Option<&str>) -> Letter {
    let tr = Tr(lang);
    let what = if link.is_some() { "letter-renewal-what" } else { "letter-renewal-by-hand" };
    Letter {
        subject: tr.t("letter-renewal-subject"),
        lines: vec![tr.t("letter-renewal-why"), tr.t(what), tr.t("letter-renewal-ends")],
        link: link.map(|link| (tr.t("letter-renewal-link"), link.to_owned())),
        after: vec![tr.t("letter-renewal-after"), tr.t("letter-renewal-not-you")],
    }
}
