//! What other capabilities may know of organisations and people; see `kernel::Directory`.

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use geography::Geography;
use kernel::{
    Actor, Answer, Contact, Directory, Municipalities, OrganisationId, OrganisationKind, Permission,
};
use kernel::{PersonId, Role};

use crate::Site;
use crate::domain::people::PersonState;
use crate::domain::visible::Sight;
use crate::store::{memberships, organisations, people};

/// The directory of the site.
#[must_use]
pub fn directory(site: Site) -> Arc<dyn Directory> {
    Arc::new(Kept(site))
}

struct Kept(Site);

impl Kept {
    /// Those whose account is not off, to write to.
    fn reachable(&self, rows: &[people::PersonRow]) -> Result<Vec<Contact>, Box<dyn Error + Send + Sync>> {
        let open = |row: &people::PersonRow| {
            let person = people::open(self.0.keys(), row)?;
            let email = person.email.as_str().to_owned();
            Ok(Contact { person: person.id, name: person.name, email, lang: person.lang })
        };
        rows.iter().filter(|row| row.state != PersonState::Off).map(open).collect()
    }
}

impl Directory for Kept {
    fn municipalities<'a>(&'a self, actor: &'a Actor, permission: Permission) -> Answer<'a, Municipalities> {
        Box::pin(async move {
            let sight = Sight::of(actor, permission);
            if sight.all || sight.is_empty() {
                return Ok(Municipalities { all: sight.all, codes: Vec::new() });
            }
            let (mut db, today) = (self.0.database().read().await?, crate::store::day(self.0.now()));
            let mut codes = organisations::municipality_codes(&mut db, &sight, today).await?;
            // Who sees a region sees also the municipalities of it that have not joined.
            for slug in organisations::regions(&mut db, &sight).await? {
                let region = Geography::built_in().region(&slug);
                let there = region.map(|region| Geography::built_in().in_region(region, today));
                codes.extend(there.into_iter().flatten().map(|one| one.code.to_string()));
            }
            codes.sort_unstable();
            codes.dedup();
            Ok(Municipalities { all: false, codes })
        })
    }

    fn organisation<'a>(&'a self, municipality: &'a str) -> Answer<'a, Option<OrganisationId>> {
        Box::pin(async move {
            let mut db = self.0.database().read().await?;
            let (kind, today) = (OrganisationKind::Municipality, crate::store::day(self.0.now()));
            let found = organisations::by_code(&mut db, kind, municipality, today).await?;
            Ok(found.map(|organisation| organisation.id))
        })
    }

    fn contacts<'a>(&'a self, municipality: &'a str, roles: &'a [Role]) -> Answer<'a, Vec<Contact>> {
        Box::pin(async move {
            let mut db = self.0.database().read().await?;
            let today = crate::store::day(self.0.now());
            let rows = memberships::people_with(&mut db, municipality, roles, today).await?;
            drop(db);
            self.reachable(&rows)
        })
    }

    fn coordinators<'a>(&'a self, region: &'a str) -> Answer<'a, Vec<Contact>> {
        Box::pin(async move {
            let mut db = self.0.database().read().await?;
            let today = crate::store::day(self.0.now());
            let rows = memberships::coordinators(&mut db, region, today).await?;
            drop(db);
            self.reachable(&rows)
        })
    }

    fn names<'a>(&'a self, wanted: &'a [PersonId]) -> Answer<'a, BTreeMap<PersonId, String>> {
        Box::pin(async move {
            let mut names = BTreeMap::new();
            if wanted.is_empty() {
                return Ok(names);
            }
            let mut db = self.0.database().read().await?;
            for id in wanted {
                if let Some(row) = people::find(&mut db, *id).await? {
                    names.insert(*id, people::open(self.0.keys(), &row)?.name);
                }
            }
            Ok(names)
        })
    }
}
