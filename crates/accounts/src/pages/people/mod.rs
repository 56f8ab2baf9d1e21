//! Pages about people: those of an organisation, one of them, inviting, and what was offered to oneself.

pub mod invite;
pub mod list;
pub mod names;
pub mod offers;
pub mod person;

use kernel::Role;
use web::{Form, Tr};

use crate::pages::parts;

/// The roles that were ticked.
fn ticked(form: &Form) -> Vec<Role> {
    form.all("role").filter_map(Role::parse).collect()
}

/// The choice of roles, as pairs of value and words with what the role is for.
fn choice(tr: Tr, roles: &[Role]) -> Vec<(String, String)> {
    let words = |role: &Role| {
        let what = tr.t(&format!("role-{}-what", role.name()));
        (role.name().to_owned(), format!("{}: {what}", parts::role(tr, *role)))
    };
    roles.iter().map(words).collect()
}
