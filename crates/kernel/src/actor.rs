//! Who does something: a person with roles.

use crate::permission::Audience;
use crate::{OrganisationId, OrganisationKind, Permission, PersonId, Role};

/// A role of a person in one organisation, valid now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Membership {
    /// Where.
    pub organisation: OrganisationId,
    /// What that organisation is.
    pub kind: OrganisationKind,
    /// As what.
    pub role: Role,
}

/// A signed-in person with the roles that are valid at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// Every role in every organisation.
    pub memberships: Vec<Membership>,
}

impl Actor {
    /// Whether any of the roles carries the permission. Where it holds is up to the row rule.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        match permission.audience() {
            Audience::Anyone | Audience::SignedIn => true,
            Audience::Roles => self.with(permission).next().is_some(),
        }
    }

    /// The memberships that carry the permission: what a row rule looks at.
    pub fn with(&self, permission: Permission) -> impl Iterator<Item = &Membership> {
        self.memberships.iter().filter(move |membership| membership.role.permissions().contains(&permission))
    }

    /// Whether the person has the role anywhere.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.memberships.iter().any(|membership| membership.role == role)
    }
}
