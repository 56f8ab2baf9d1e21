//! Keys of the API: what a program may do, for how long.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kernel::{Actor, Finding, Membership, OrganisationId, Permission, Place};

/// The most characters of a name.
pub const LONGEST_NAME: usize = 60;
/// The longest life of a key, in days. What is forgotten ends by itself.
pub const LONGEST_LIFE: i64 = 366;
/// What every key begins with, so that programs that look for lost secrets know it.
pub const PREFIX: &str = "zicht_";

/// What a key allows, within the rights that its person has at that moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Reading.
    Read,
    /// Reading, and filling in.
    Write,
}

impl Scope {
    /// Every scope, the narrowest first.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// The name in the database, in forms and in locale keys (`api-scope-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// Where somebody can use the API: a role there sees forms or the response.
pub fn usable(actor: &Actor) -> impl Iterator<Item = &Membership> {
    let sees = |membership: &&Membership| {
        let permissions = membership.role.permissions();
        permissions.contains(&Permission::SeeForm) || permissions.contains(&Permission::SeeResponse)
    };
    actor.memberships.iter().filter(sees)
}

/// A key that somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What its owner calls it.
    pub name: String,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// What it allows.
    pub scope: Scope,
    /// Its last day.
    pub until: Date,
}

/// What was typed about a key.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// The name.
    pub name: &'a str,
    /// The id of the organisation.
    pub organisation: &'a str,
    /// The name of the scope.
    pub scope: &'a str,
    /// The last day.
    pub until: &'a str,
}

impl Wanted {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every problem, at its field.
    pub fn read(typed: Typed<'_>, actor: &Actor, today: Date) -> Result<Self, Vec<Finding>> {
        let on = |code, field: &str| Finding::error(code, Place::default().column(field));
        let mut findings = Vec::new();
        let name: String = typed.name.chars().filter(|letter| !letter.is_control()).collect();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            findings.push(on("api-key-name", "name").with("n", LONGEST_NAME.to_string()));
        }
        let organisation = typed.organisation.parse().ok();
        let organisation = organisation.filter(|id| usable(actor).any(|one| one.organisation == *id));
        let scope = Scope::parse(typed.scope);
        let last = today.checked_add(LONGEST_LIFE.days()).unwrap_or(today);
        let until: Option<Date> = typed.until.parse().ok().filter(|day| (today..=last).contains(day));
        for (is_missing, code, field) in [
            (organisation.is_none(), "field-required", "organisation"),
            (scope.is_none(), "field-required", "scope"),
        ] {
            if is_missing {
                findings.push(on(code, field));
            }
        }
        if until.is_none() {
            findings.push(on("api-key-until", "until").with("last", last.to_string()));
        }
        match (organisation, scope, until) {
            (Some(organisation), Some(scope), Some(until)) if findings.is_empty() => {
                Ok(Self { name, organisation, scope, until })
            }
            _ => Err(findings),
        }
    }

    /// The moment at which it ends: that of the day after its last one.
    #[must_use]
    pub fn ends_at(&self) -> Option<Timestamp> {
        kernel::start_of_dutch_day(self.until.tomorrow().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{OrganisationKind, PersonId, Role};
    use testkit::SeededEntropy;

    use super::*;

    fn actor(role: Role) -> Actor {
        let (entropy, now) = (SeededEntropy::new(1), Timestamp::UNIX_EPOCH);
        let organisation = OrganisationId::new(now, &entropy);
        let membership = Membership { organisation, kind: OrganisationKind::Municipality, role };
        Actor { person: PersonId::new(now, &entropy), memberships: vec![membership] }
    }

    fn read(actor: &Actor, name: &str, until: &str) -> Result<Wanted, Vec<&'static str>> {
        let organisation = actor.memberships[0].organisation.to_string();
        let typed = Typed { name, organisation: &organisation, scope: "read", until };
        let read = Wanted::read(typed, actor, date(2026, 11, 22));
        read.map_err(|findings| findings.into_iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn a_key_lives_a_year_at_most_and_its_last_day_counts() {
        let editor = actor(Role::Editor);
        let wanted = read(&editor, "Zaaksysteem", "2026-11-22").expect("a key for a day");
        assert_eq!(wanted.ends_at().map(|at| at.to_string()).as_deref(), Some("2026-11-22T23:00:00Z"));
        assert!(read(&editor, "Zaaksysteem", "2027-11-23").is_ok());
        assert_eq!(read(&editor, "Zaaksysteem", "2027-11-24"), Err(vec!["api-key-until"]));
        assert_eq!(read(&editor, "Zaaksysteem", "2026-11-21"), Err(vec!["api-key-until"]));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let editor = actor(Role::Editor);
        assert_eq!(read(&editor, "", "never"), Err(vec!["api-key-name", "api-key-until"]));
    }

    #[test]
    fn who_sees_no_forms_and_no_response_gets_no_key() {
        let administrator = actor(Role::Administrator);
        assert_eq!(read(&administrator, "Zaaksysteem", "2026-12-01"), Err(vec!["field-required"]));
    }
}
