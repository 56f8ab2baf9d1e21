//! Invites somebody to an organisation, by name and address.
//!
//! Somebody who has an account already, for another organisation, is offered the roles and accepts them on
//! a page of the own account. The inviter sees the same in both cases: the name and address as they were
//! typed, and "invited", until the person accepts. Only mail tells the two apart, and that goes to the
//! person. Without a mail server the inviter gets the link to hand over; then a link that opens an account
//! is shown only if every role of that account is the inviter's to manage, because whoever has the link can
//! become that person. That a link without a key is shown instead is the one way to learn that an address
//! is known elsewhere, and it cannot be avoided.

use jiff::civil::Date;
use kernel::{Lang, PersonId, Role};
use platform::{Connection, audit, mail};
use serde_json::json;
use web::{Letter, Tr};

use super::{Act, ActError, member, subject};
use crate::domain::links::Purpose;
use crate::domain::organisations::Organisation;
use crate::domain::people::{Address, PersonState, field};
use crate::domain::roles::{self, Refusal, Subject, Within};
use crate::letters;
use crate::store::memberships::{self, NewRole};
use crate::store::people::{self, NewPerson};
use crate::store::{links, organisations};

/// The page where somebody with an account accepts what was offered.
pub const OFFERS: &str = "/account/offers";

/// Whom to invite, and as what.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The name as the inviter typed it.
    pub name: String,
    /// The address.
    pub email: Address,
    /// The language of the mail.
    pub lang: Lang,
    /// The roles to offer.
    pub roles: Vec<Role>,
    /// First day without them.
    pub until: Option<Date>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// Who was invited.
    pub person: PersonId,
    /// What the inviter may hand over if no mail goes: see the top of this file.
    pub link: String,
}

/// Invites somebody; `public_url` is where links lead.
///
/// # Errors
/// The rule that stands in the way, or a finding if the person is a member already.
pub async fn invite(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    invitation: &Invitation,
    public_url: &str,
) -> Result<Invited, ActError> {
    let today = act.today();
    if invitation.roles.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    if organisation.until.is_some_and(|until| until <= today) {
        return Err(ActError::NotThere);
    }
    organisations::lock(db, &[organisation.id]).await?;
    let index = people::index(act.keys, &invitation.email);
    let known = people::by_email_index(db, &index).await?;
    let (person, state) = match &known {
        Some(row) => (row.id, row.state),
        None => (PersonId::new(act.now, act.entropy), PersonState::Invited),
    };
    let subject = subject(db, person, state, today).await?;
    if subject.held.iter().any(|held| held.organisation == organisation.id) {
        let finding = kernel::Finding::error("person-already-here", field("email"));
        return Err(ActError::Findings(vec![finding]));
    }
    let others = memberships::others(db, person, organisation.id, today).await?;
    let within = Within { organisation: organisation.id, kind: organisation.about.kind };
    // Nothing is held here yet, so that whether the account is active elsewhere changes no answer.
    let roles = &invitation.roles;
    let change = roles::change(act.actor, &subject, within, roles, invitation.until, today, others)?;
    if known.is_none() {
        let new = NewPerson {
            name: &invitation.name,
            email: &invitation.email,
            lang: invitation.lang,
            state: PersonState::Invited,
        };
        people::insert_as(db, act.keys, person, new, act.now, act.entropy).await?;
    }
    for role in &change.given {
        let new = NewRole {
            person,
            organisation: organisation.id,
            role: *role,
            since: today,
            until: invitation.until,
            offered_as: Some(&invitation.name),
        };
        memberships::insert(db, act.keys, new, act.now, act.entropy).await?;
    }
    let names: Vec<_> = change.given.iter().map(|role| role.name()).collect();
    let detail = json!({ "roles": names, "until": invitation.until.map(|day| day.to_string()) });
    finish(db, act, organisation, &subject, &invitation.email, invitation.lang, public_url, detail).await
}

/// Sends the invitation again; an older link stops working.
///
/// # Errors
/// `NotThere` if the person was not invited here or has accepted; a refusal if it is not the actor's.
pub async fn again(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    person: PersonId,
    public_url: &str,
) -> Result<Invited, ActError> {
    if !roles::manages(act.actor, organisation.id) {
        return Err(Refusal::NotYours.into());
    }
    let (row, subject) = member(db, organisation.id, person, act.today()).await?;
    let offered = |held: &&roles::Held| held.organisation == organisation.id && !held.accepted;
    if !subject.held.iter().any(|held| offered(&held)) {
        return Err(ActError::NotThere);
    }
    let person = people::open(act.keys, &row)?;
    let detail = json!({ "again": true });
    finish(db, act, organisation, &subject, &person.email, person.lang, public_url, detail).await
}

/// Makes the link, writes the mail and records the event.
#[allow(clippy::too_many_arguments)] // one place for what both ways of inviting end with
async fn finish(
    db: &mut Connection,
    act: &Act<'_>,
    organisation: &Organisation,
    subject: &Subject,
    email: &Address,
    lang: Lang,
    public_url: &str,
    detail: serde_json::Value,
) -> Result<Invited, ActError> {
    let person = subject.person;
    let plain = format!("{public_url}{}", web::localized(lang, OFFERS));
    let (link, kind) = if subject.state == PersonState::Invited {
        let token = links::make(db, Purpose::Invitation, person, act.now, act.entropy).await?;
        let path = format!("{}{}", Purpose::Invitation.path(), token.text());
        (format!("{public_url}{}", web::localized(lang, &path)), "invitation")
    } else {
        (plain.clone(), "offer")
    };
    let letter = letter(lang, kind, &organisation.about.name, &link);
    mail::send_later(db, act.keys, &letters::mail(letter, email.as_str(), lang)?, None, act.now, act.entropy)
        .await?;
    let all_mine = subject.held.iter().all(|held| roles::manages(act.actor, held.organisation));
    let event = act.event("account.invited").organisation(organisation.id).about("person", person);
    audit::record(db, &event.detail(detail)).await?;
    Ok(Invited { person, link: if all_mine { link } else { plain } })
}

fn letter(lang: Lang, kind: &str, organisation: &str, link: &str) -> Letter {
    let tr = Tr(lang);
    let line = |part: &str| tr.t1(&format!("letter-{kind}-{part}"), "organisation", organisation);
    Letter {
        subject: line("subject"),
        lines: vec![line("why"), line("what")],
        link: Some((line("link"), link.to_owned())),
        after: vec![tr.t(&format!("letter-{kind}-after")), tr.t("letter-not-you")],
    }
}
