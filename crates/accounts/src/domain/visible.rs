//! The row rule: which organisations a person sees for a permission. Every page, list, count, search and
//! export about organisations, people and the audit trail asks here.
//!
//! - the own organisation, of every membership that carries the permission;
//! - a regional coordinator: also the organisations of the region that the own organisation lies in;
//! - a national researcher and a national administrator: every organisation;
//! - a privacy officer of a national body: every organisation.

use kernel::{Actor, Membership, OrganisationId, OrganisationKind, Permission, Role};

/// What a person sees for one permission.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sight {
    /// Every organisation, also those that ended.
    pub all: bool,
    /// These organisations.
    pub organisations: Vec<OrganisationId>,
    /// The organisations that lie in the region of one of these.
    pub region_of: Vec<OrganisationId>,
}

impl Sight {
    /// The row rule.
    #[must_use]
    pub fn of(actor: &Actor, permission: Permission) -> Self {
        let mut sight = Self::default();
        for membership in actor.with(permission) {
            sight.all |= sees_all(membership);
            sight.organisations.push(membership.organisation);
            if membership.role == Role::RegionalCoordinator {
                sight.region_of.push(membership.organisation);
            }
        }
        sight.organisations.sort_unstable();
        sight.organisations.dedup();
        sight
    }

    /// Everything: for work that no person asks for.
    #[must_use]
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    /// Whether nothing can be seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.all && self.organisations.is_empty()
    }
}

fn sees_all(membership: &Membership) -> bool {
    match membership.role {
        Role::NationalResearcher | Role::NationalAdministrator => true,
        Role::PrivacyOfficer => membership.kind == OrganisationKind::National,
        _ => false,
    }
}
