//! What a capability may know of organisations and people: the capability that keeps them gives it.

use std::collections::BTreeMap;
use std::error::Error;
use std::future::Future;
use std::pin::Pin;

use crate::{Actor, Lang, OrganisationId, Permission, PersonId, Role};

/// An answer that comes later, or the failure of the database behind it.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// Organisations and people, asked for by those who do not keep them.
pub trait Directory: Send + Sync {
    /// The municipalities that an actor sees for a permission: the row rule of organisations, in the codes of
    /// municipalities.
    fn municipalities<'a>(&'a self, actor: &'a Actor, permission: Permission) -> Answer<'a, Municipalities>;

    /// The organisation of a municipality, if it has joined.
    fn organisation<'a>(&'a self, municipality: &'a str) -> Answer<'a, Option<OrganisationId>>;

    /// Whom to write to: everybody with one of these roles at a municipality, whose account is not off.
    fn contacts<'a>(&'a self, municipality: &'a str, roles: &'a [Role]) -> Answer<'a, Vec<Contact>>;

    /// Whom to write to in a Veilig Thuis region, by its name in addresses: its coordinators, whose account is not off.
    fn coordinators<'a>(&'a self, region: &'a str) -> Answer<'a, Vec<Contact>>;

    /// How people are called. Whoever is not there any more is left out.
    fn names<'a>(&'a self, people: &'a [PersonId]) -> Answer<'a, BTreeMap<PersonId, String>>;
}

/// Which municipalities somebody sees.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Municipalities {
    /// Every municipality.
    pub all: bool,
    /// These, by their CBS code (`GM0344`), in order.
    pub codes: Vec<String>,
}

impl Municipalities {
    /// Whether this one is among them.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.all || self.codes.binary_search_by(|known| known.as_str().cmp(code)).is_ok()
    }
}

/// Somebody to write to. Name and address are personal: never logged, never in an event.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub person: PersonId,
    /// As they call themselves.
    pub name: String,
    /// Address for mail.
    pub email: String,
    /// The language they chose.
    pub lang: Lang,
}
