//! Who may give and take which role, and what may never happen.
//!
//! - An administrator manages the people of the own organisation; a national administrator those of all.
//! - Nobody changes the own roles, and nobody gives a role that lies above what they may give: only a
//!   national administrator gives the national roles.
//! - The last administrator of an organisation, and the last national administrator, stays: not removed,
//!   not switched off, not with an end date.
//! - Nobody is administrator and privacy officer of one organisation: the one who is watched does not watch.

use jiff::civil::Date;
use kernel::{Actor, OrganisationId, OrganisationKind, PersonId, Role};

use super::people::PersonState;

/// Why an act is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// The organisation or the account is not the actor's to manage.
    #[error("not yours to manage")]
    NotYours,
    /// The actor is the person.
    #[error("nobody changes the own roles")]
    Own,
    /// The role is not the actor's to give or take.
    #[error("not yours to give")]
    Above,
    /// An organisation of this kind does not have the role.
    #[error("the role does not fit the organisation")]
    DoesNotFit,
    /// The organisation would have no administrator.
    #[error("the last administrator stays")]
    LastAdministrator,
    /// There would be no national administrator.
    #[error("the last national administrator stays")]
    LastNationalAdministrator,
    /// Administrator and privacy officer together.
    #[error("the one who is watched does not watch")]
    Watched,
    /// An end date that is not after today.
    #[error("the end lies before tomorrow")]
    EndsTooSoon,
    /// Nothing was chosen.
    #[error("no role was chosen")]
    Nothing,
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Self; 9] = [
        Self::NotYours,
        Self::Own,
        Self::Above,
        Self::DoesNotFit,
        Self::LastAdministrator,
        Self::LastNationalAdministrator,
        Self::Watched,
        Self::EndsTooSoon,
        Self::Nothing,
    ];

    /// The code of the finding that says so in a form; its words are `finding-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotYours => "refused-not-yours",
            Self::Own => "refused-own",
            Self::Above => "refused-above",
            Self::DoesNotFit => "refused-does-not-fit",
            Self::LastAdministrator => "refused-last-administrator",
            Self::LastNationalAdministrator => "refused-last-national-administrator",
            Self::Watched => "refused-watched",
            Self::EndsTooSoon => "refused-ends-too-soon",
            Self::Nothing => "refused-nothing",
        }
    }
}

/// A role that a person has, or was offered, in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Held {
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
    /// First day without it.
    pub until: Option<Date>,
    /// Whether the person accepted it; before that it gives no right.
    pub accepted: bool,
}

/// Whom an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Who.
    pub person: PersonId,
    /// Whether the person can sign in.
    pub state: PersonState,
    /// Whether the account was never in use, switched off or not: then it is of who invited it.
    pub unused: bool,
    /// Every role that has not ended, in every organisation.
    pub held: Vec<Held>,
}

/// Where an act takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Within {
    /// The organisation.
    pub organisation: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
}

/// How many stay without the subject: accounts that can sign in, roles that were accepted and have no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Others {
    /// Other administrators of the organisation, its national administrators included.
    pub administrators: u64,
    /// Other national administrators, of any body.
    pub national_administrators: u64,
}

/// What changes for a person in an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Roles to give.
    pub given: Vec<Role>,
    /// Roles to end today.
    pub taken: Vec<Role>,
}

/// Whether a role manages the people of its organisation.
#[must_use]
pub const fn administers(role: Role) -> bool {
    matches!(role, Role::Administrator | Role::NationalAdministrator)
}

/// Whether a role is of the whole country: only a national administrator gives and takes it.
#[must_use]
pub const fn is_national(role: Role) -> bool {
    matches!(role, Role::NationalAdministrator | Role::NationalResearcher)
}

/// Whether `actor` manages the people of an organisation.
#[must_use]
pub fn manages(actor: &Actor, organisation: OrganisationId) -> bool {
    let own = |membership: &kernel::Membership| {
        membership.organisation == organisation && membership.role == Role::Administrator
    };
    actor.is(Role::NationalAdministrator) || actor.memberships.iter().any(own)
}

/// The roles that `actor` may give and take there, in the order of the matrix.
#[must_use]
pub fn may_give(actor: &Actor, within: Within) -> Vec<Role> {
    if !manages(actor, within.organisation) {
        return Vec::new();
    }
    let national = actor.is(Role::NationalAdministrator);
    // The privacy officer of a national body sees what happens everywhere: a national role too.
    let watches_all = |role| role == Role::PrivacyOfficer && within.kind == OrganisationKind::National;
    let fits =
        |role: &Role| role.fits(within.kind) && (national || !(is_national(*role) || watches_all(*role)));
    Role::ALL.into_iter().filter(fits).collect()
}

/// Gives the subject exactly the roles `wanted` in an organisation; roles that get an end have it from
/// `until`. Roles that the subject has already keep their end.
///
/// # Errors
/// The first rule that stands in the way.
pub fn change(
    actor: &Actor,
    subject: &Subject,
    within: Within,
    wanted: &[Role],
    until: Option<Date>,
    today: Date,
    others: Others,
) -> Result<Change, Refusal> {
    if !manages(actor, within.organisation) {
        return Err(Refusal::NotYours);
    }
    if actor.person == subject.person {
        return Err(Refusal::Own);
    }
    let here: Vec<&Held> =
        subject.held.iter().filter(|held| held.organisation == within.organisation).collect();
    let has = |role: &Role| here.iter().any(|held| held.role == *role);
    let is_wanted = |role: &Role| wanted.contains(role);
    let change = Change {
        given: Role::ALL.into_iter().filter(|role| is_wanted(role) && !has(role)).collect(),
        taken: Role::ALL.into_iter().filter(|role| has(role) && !is_wanted(role)).collect(),
    };
    if change.given.iter().any(|role| !role.fits(within.kind)) {
        return Err(Refusal::DoesNotFit);
    }
    let mine = may_give(actor, within);
    if change.given.iter().chain(&change.taken).any(|role| !mine.contains(role)) {
        return Err(Refusal::Above);
    }
    if wanted.contains(&Role::PrivacyOfficer) && wanted.iter().any(|role| administers(*role)) {
        return Err(Refusal::Watched);
    }
    if !change.given.is_empty() && until.is_some_and(|until| until <= today) {
        return Err(Refusal::EndsTooSoon);
    }
    // An end date would be the end of the last one.
    if until.is_some() && others.administrators == 0 && change.given.iter().any(|role| administers(*role)) {
        return Err(Refusal::LastAdministrator);
    }
    if subject.state == PersonState::Active {
        let kept = |held: &&&Held| is_wanted(&held.role);
        stays(&here, &here.iter().filter(kept).copied().collect::<Vec<_>>(), others)?;
    }
    Ok(change)
}

/// Switches an account off, in every organisation.
///
/// # Errors
/// The first rule that stands in the way. `others` is asked for each organisation where the subject is.
pub fn switch_off(
    actor: &Actor,
    subject: &Subject,
    mut others: impl FnMut(OrganisationId) -> Others,
) -> Result<(), Refusal> {
    may_switch(actor, subject)?;
    if subject.state != PersonState::Active {
        return Ok(());
    }
    for organisation in organisations(subject) {
        let here: Vec<&Held> = subject.held.iter().filter(|held| held.organisation == organisation).collect();
        stays(&here, &[], others(organisation))?;
    }
    Ok(())
}

/// Switches an account on or off: a national administrator anybody's, an administrator that of somebody who
/// is nowhere else.
///
/// # Errors
/// `NotYours` or `Own`.
pub fn may_switch(actor: &Actor, subject: &Subject) -> Result<(), Refusal> {
    if actor.person == subject.person {
        return Err(Refusal::Own);
    }
    let places = organisations(subject);
    // An offer that was not accepted makes somebody's account nobody else's.
    let bound = subject.unused || subject.held.iter().any(|held| held.accepted);
    let all_mine =
        bound && !places.is_empty() && places.iter().all(|organisation| manages(actor, *organisation));
    // A national role lies above an administrator, also when both are of the same body.
    let above = subject.held.iter().any(|held| held.accepted && is_national(held.role));
    let allowed = actor.is(Role::NationalAdministrator) || (all_mine && !above);
    if allowed { Ok(()) } else { Err(Refusal::NotYours) }
}

/// The organisations where somebody has a role that has not ended.
fn organisations(subject: &Subject) -> Vec<OrganisationId> {
    let mut places: Vec<_> = subject.held.iter().map(|held| held.organisation).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// That what `before` guaranteed is still guaranteed by `after` or by others.
fn stays(before: &[&Held], after: &[&Held], others: Others) -> Result<(), Refusal> {
    let lasting = |held: &&&Held| held.accepted && held.until.is_none();
    let nationally = |held: &&&Held| held.role == Role::NationalAdministrator;
    let here = |held: &&&Held| administers(held.role);
    let lost = |of: &dyn Fn(&&&Held) -> bool| {
        let any = |list: &[&Held]| list.iter().any(|held| lasting(&held) && of(&held));
        any(before) && !any(after)
    };
    if lost(&nationally) && others.national_administrators == 0 {
        return Err(Refusal::LastNationalAdministrator);
    }
    if lost(&here) && others.administrators == 0 {
        return Err(Refusal::LastAdministrator);
    }
    Ok(())
}

#[cfg(test)]
#[path = "roles_tests.rs"]
mod tests;
