//! Roles from a claim of a provider.

use std::collections::BTreeSet;

use kernel::{OrganisationId, OrganisationKind, PersonId, Role};
use platform::Connection;
use platform::config::{Oidc, OidcRole};
use serde_json::{Map, Value};
use web::PageError;

use crate::Site;
use crate::domain::organisations::Organisation;
use crate::sign_in::events::{Entry, Happened};
use crate::store::memberships::{self, NewRole};
use crate::store::{day, organisations};

/// The values of a claim: a text, or a list of them. A name with dots also finds what is nested, such as
/// `realm_access.roles`. Anything else has no values.
#[must_use]
pub fn values<'a>(claims: &'a Map<String, Value>, name: &str) -> BTreeSet<&'a str> {
    let nested = || {
        let mut steps = name.split('.');
        let first = claims.get(steps.next()?)?;
        steps.try_fold(first, |value, step| value.get(step))
    };
    match claims.get(name).or_else(nested) {
        Some(Value::String(text)) => BTreeSet::from([text.as_str()]),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => BTreeSet::new(),
    }
}

/// Gives and takes roles, and says what happened: what the claim says counts for every role that the entry lists,
/// and for no other. Without a claim in the entry the provider decides on no roles.
pub async fn apply<'a>(
    site: &Site,
    db: &mut Connection,
    entry: &'a Oidc,
    claims: &Map<String, Value>,
    person: PersonId,
) -> Result<Vec<Entry<'a>>, PageError> {
    let mut happened = Vec::new();
    let Some(claim) = &entry.claim else { return Ok(happened) };
    let said = values(claims, claim);
    let mut wanted: BTreeSet<(OrganisationId, Role)> = BTreeSet::new();
    let mut listed = wanted.clone();
    for line in &entry.roles {
        let Some(organisation) = organisation(site, db, line).await? else {
            tracing::warn!(provider = %entry.id, "a role of this provider is for an organisation that is not there");
            continue;
        };
        if line.role.fits(organisation.about.kind) {
            listed.insert((organisation.id, line.role));
            if said.contains(line.value.as_str()) {
                wanted.insert((organisation.id, line.role));
            }
        }
    }
    let today = day(site.now());
    let held: BTreeSet<(OrganisationId, Role)> = memberships::of(db, person, today)
        .await?
        .into_iter()
        .map(|membership| (membership.organisation, membership.role))
        .collect();
    for &(organisation, role) in wanted.difference(&held) {
        // An offer of the same role is replaced: the provider answers for it.
        memberships::end(db, person, organisation, role, today).await?;
        let new = NewRole { person, organisation, role, since: today, until: None, offered_as: None };
        memberships::insert(db, site.keys(), new, site.now(), site.entropy()).await?;
        happened.push((Some(organisation), Happened::RoleGiven { provider: &entry.id, role: role.name() }));
    }
    for &(organisation, role) in listed.intersection(&held).filter(|pair| !wanted.contains(pair)) {
        if is_last(db, person, organisation, role, today).await? {
            tracing::warn!(provider = %entry.id, "the last administrator keeps the role that the provider took");
            continue;
        }
        memberships::end(db, person, organisation, role, today).await?;
        happened.push((Some(organisation), Happened::RoleTaken { provider: &entry.id, role: role.name() }));
    }
    Ok(happened)
}

/// Whether nobody would be left to manage the organisation, or the whole.
async fn is_last(
    db: &mut Connection,
    person: PersonId,
    organisation: OrganisationId,
    role: Role,
    today: jiff::civil::Date,
) -> Result<bool, PageError> {
    let others = memberships::others(db, person, organisation, today).await?;
    Ok(match role {
        Role::Administrator => others.administrators == 0,
        Role::NationalAdministrator => others.national_administrators == 0,
        _ => false,
    })
}

async fn organisation(
    site: &Site,
    db: &mut Connection,
    line: &OidcRole,
) -> Result<Option<Organisation>, PageError> {
    if let Ok(id) = line.organisation.parse() {
        return Ok(organisations::find(db, id).await?);
    }
    let today = day(site.now());
    for kind in OrganisationKind::ALL {
        if let Some(found) = organisations::by_code(db, kind, &line.organisation, today).await? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn of(claims: &Value, name: &str) -> Vec<String> {
        let map = claims.as_object().cloned().unwrap_or_default();
        values(&map, name).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_claim_is_a_text_or_a_list_also_nested() {
        assert_eq!(of(&json!({ "groups": "a" }), "groups"), ["a"]);
        assert_eq!(of(&json!({ "groups": ["b", "a", 1] }), "groups"), ["a", "b"]);
        assert_eq!(of(&json!({ "realm_access": { "roles": ["a"] } }), "realm_access.roles"), ["a"]);
        assert_eq!(of(&json!({ "https://a.nl/roles": ["a"] }), "https://a.nl/roles"), ["a"]);
        assert_eq!(of(&json!({ "groups": { "a": true } }), "groups"), Vec::<String>::new());
        assert_eq!(of(&json!({}), "groups"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_claim_stops_the_program(text in "\\PC{0,60}", name in "[a-z.]{0,12}") {
            let value: Value = serde_json::from_str(&text).unwrap_or(json!({ "a": { "b": text } }));
            let _ = of(&value, &name);
        }
    }
}
