//! The people and organisations of the demonstration. Names are made up and addresses lead nowhere
//! (example.org and example.nl are kept free for that, RFC 2606).
//!
//! One person for each role, and a neighbour in the same role where that shows what a row rule does: Wijchen
//! and Druten lie in one Veilig Thuis region, Utrecht in another.

use geography::Geography;
use jiff::{SignedDuration, Timestamp};
use kernel::{Actor, Clock, Entropy, Lang, OrganisationId, PersonId, Role};
use platform::audit::{self, Event, Who};
use platform::{Connection, Database, Keys};
use serde_json::json;

use crate::acts::invite::{self, Invitation};
use crate::acts::{Act, ActError, switch};
use crate::domain::organisations::{Organisation, Typed};
use crate::domain::people::{Address, PersonState};
use crate::store::memberships::NewRole;
use crate::store::people::NewPerson;
use crate::store::{day, memberships, organisations, people};

/// Kind, code or region, name.
const ORGANISATIONS: [(&str, &str, &str); 7] = [
    ("national", "", "Landelijk Kennispunt Kind en Veiligheid"),
    ("municipality", "GM0296", ""),
    ("municipality", "GM0225", ""),
    ("municipality", "GM0344", ""),
    ("region", "gelderland-zuid", ""),
    ("veilig-thuis", "gelderland-zuid", "Veilig Thuis Gelderland-Zuid (demonstratie)"),
    ("professional", "gelderland-zuid", "Basisschool De Waaijer"),
];

/// Name, local part of the address, organisation, roles. The first are those that show most.
const PEOPLE: [(&str, &str, usize, &[Role]); 18] = [
    ("Esra Yildirim", "esra", 1, &[Role::Editor]),
    ("Pieter de Groot", "pieter", 1, &[Role::Approver]),
    ("Noor van Dam", "noor", 1, &[Role::Reader]),
    ("Anna Verhoeven", "anna", 1, &[Role::Administrator]),
    ("Wim Kersten", "wim", 1, &[Role::PrivacyOfficer]),
    ("Rosa Janssen", "rosa", 4, &[Role::RegionalCoordinator]),
    ("Jeroen Bakker", "jeroen", 0, &[Role::NationalResearcher]),
    ("Marloes Visser", "marloes", 0, &[Role::NationalAdministrator]),
    ("Sanne Mulder", "sanne", 0, &[Role::PrivacyOfficer]),
    ("Bram Hendriks", "bram", 2, &[Role::Administrator, Role::Editor]),
    ("Carla Peters", "carla", 2, &[Role::Approver]),
    ("Yusuf Kaya", "yusuf", 3, &[Role::Editor]),
    ("Linda Smit", "linda", 3, &[Role::Administrator]),
    ("Tom Willems", "tom", 3, &[Role::PrivacyOfficer]),
    ("Hanneke Bos", "hanneke", 5, &[Role::Administrator]),
    ("Fatima El Idrissi", "fatima", 5, &[Role::RegionalCoordinator, Role::Reader]),
    ("Kees Timmermans", "kees", 6, &[Role::Administrator]),
    ("Mirjam Postma", "mirjam", 1, &[Role::Editor]),
];

/// Puts the demonstration's people into a database, unless somebody is there already. Links in their mail lead
/// to `public_url`.
///
/// # Errors
/// If the database or the keys fail.
pub async fn fill(
    database: &Database,
    keys: &Keys,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
    public_url: &str,
) -> Result<(), ActError> {
    let now = clock.now();
    let mut db = database.write().await?;
    let there: i64 = sqlx::query_scalar("select count(*) from organisations").fetch_one(&mut *db).await?;
    if there > 0 {
        return Ok(());
    }
    // Work of some days ago, so that the trail has a past.
    let begin = now.saturating_sub(SignedDuration::from_hours(20 * 24)).unwrap_or(now);
    let mut demo = Demo { keys, entropy, organisations: Vec::new(), people: Vec::new() };
    demo.organisations(&mut db, begin).await?;
    demo.people(&mut db, begin).await?;
    demo.history(&mut db, begin).await?;
    demo.acts(&mut db, now, public_url).await?;
    db.commit().await?;
    Ok(())
}

struct Demo<'a> {
    keys: &'a Keys,
    entropy: &'a dyn Entropy,
    organisations: Vec<Organisation>,
    people: Vec<PersonId>,
}

impl Demo<'_> {
    async fn organisations(&mut self, db: &mut Connection, at: Timestamp) -> Result<(), ActError> {
        let mut events = Vec::new();
        for (kind, code, name) in ORGANISATIONS {
            let municipality = kind == "municipality";
            let typed = Typed {
                kind: kind.to_owned(),
                name: name.to_owned(),
                code: if municipality { code.to_owned() } else { String::new() },
                region: if municipality { String::new() } else { code.to_owned() },
                from: "2024-01-01".to_owned(),
            };
            let about = typed.read(Geography::built_in()).map_err(ActError::Findings)?;
            let id = OrganisationId::new(at, self.entropy);
            organisations::insert(db, id, &about).await?;
            events.push(operator("organisation.made", at).organisation(id).about("organisation", id));
            self.organisations.extend(organisations::find(db, id).await?);
        }
        audit::record_all(db, &events).await?;
        Ok(())
    }

    async fn people(&mut self, db: &mut Connection, at: Timestamp) -> Result<(), ActError> {
        let mut events = Vec::new();
        for (index, (name, local, place, roles)) in PEOPLE.into_iter().enumerate() {
            // A second apart, so that lists keep this order.
            let later = SignedDuration::from_secs(i64::try_from(index).unwrap_or(0));
            let at = at.saturating_add(later).unwrap_or(at);
            let Some(organisation) = self.organisations.get(place).map(|organisation| organisation.id) else {
                continue;
            };
            let person = self.person(db, name, local, at).await?;
            for role in roles {
                self.give(db, person, organisation, *role, at).await?;
                let event = operator("account.role-given", at).organisation(organisation);
                events.push(event.about("person", person).detail(json!({ "role": role.name() })));
            }
            self.people.push(person);
        }
        audit::record_all(db, &events).await?;
        Ok(())
    }

    async fn person(
        &self,
        db: &mut Connection,
        name: &str,
        local: &str,
        at: Timestamp,
    ) -> Result<PersonId, ActError> {
        let email = Address::parse(&format!("{local}@example.org")).ok_or(ActError::NotThere)?;
        let new = NewPerson { name, email: &email, lang: Lang::Nl, state: PersonState::Active };
        Ok(people::insert(db, self.keys, new, at, self.entropy).await?)
    }

    async fn give(
        &self,
        db: &mut Connection,
        person: PersonId,
        organisation: OrganisationId,
        role: Role,
        at: Timestamp,
    ) -> Result<(), ActError> {
        let new = NewRole { person, organisation, role, since: day(at), until: None, offered_as: None };
        memberships::insert(db, self.keys, new, at, self.entropy).await?;
        Ok(())
    }

    /// Sign-ins and refusals of the days before.
    async fn history(&self, db: &mut Connection, begin: Timestamp) -> Result<(), ActError> {
        let mut events = Vec::new();
        for number in 0..60_i64 {
            // Strides that share no factor with the number of people, so that everybody comes by.
            let at = begin.saturating_add(SignedDuration::from_mins(number * 431)).unwrap_or(begin);
            let index = usize::try_from(number * 5).unwrap_or(0) % PEOPLE.len();
            let (Some(person), Some((_, _, place, _))) = (self.people.get(index), PEOPLE.get(index)) else {
                continue;
            };
            let Some(organisation) = self.organisations.get(*place).map(|organisation| organisation.id)
            else {
                continue;
            };
            let (kind, who, detail) = match number % 15 {
                7 => ("account.sign-in-failed", Who::Nobody, json!({ "step": "password" })),
                11 => (
                    "account.refused",
                    Who::Person(*person),
                    json!({ "method": "GET", "route": "/audit", "permission": "see-audit" }),
                ),
                _ => ("account.signed-in", Who::Person(*person), json!({ "method": "passkey" })),
            };
            let event = Event::new(kind, at, who).organisation(organisation).about("person", *person);
            events.push(event.detail(detail));
        }
        audit::record_all(db, &events).await?;
        Ok(())
    }

    /// Somebody invited, somebody switched off, and an offer to somebody with an account elsewhere.
    async fn acts(&self, db: &mut Connection, now: Timestamp, public_url: &str) -> Result<(), ActError> {
        let (Some(wijchen), Some(anna)) = (self.organisations.get(1), self.people.get(3)) else {
            return Ok(());
        };
        let actor = Actor { person: *anna, memberships: memberships::of(db, *anna, day(now)).await? };
        let act = Act { actor: &actor, now, request: "demo", keys: self.keys, entropy: self.entropy };
        for (name, email) in [("Daan Maas", "daan@example.nl"), ("Y. Kaya", "yusuf@example.org")] {
            let invitation = Invitation {
                name: name.to_owned(),
                email: Address::parse(email).ok_or(ActError::NotThere)?,
                lang: Lang::Nl,
                roles: vec![Role::Reader],
                until: None,
            };
            invite::invite(db, &act, wijchen, &invitation, public_url).await?;
        }
        let gone = self.person(db, "Guus Linders", "guus", now).await?;
        self.give(db, gone, wijchen.id, Role::Editor, now).await?;
        switch::off(db, &act, wijchen.id, gone).await
    }
}

fn operator(kind: &'static str, at: Timestamp) -> Event {
    Event::new(kind, at, Who::Operator("demo".to_owned()))
}

#[cfg(test)]
mod tests {
    use testkit::{FixedClock, SeededEntropy};

    use super::*;

    #[tokio::test]
    async fn the_demonstration_has_everybody_once() {
        for test in testkit::databases().await {
            let database = test.open().await;
            let (clock, entropy) = (FixedClock::at("2026-11-22T12:00:00Z"), SeededEntropy::new(1));
            let keys = Keys::generate(&entropy);
            for _ in 0..2 {
                fill(&database, &keys, &clock, &entropy, "https://zicht.example")
                    .await
                    .expect("the demonstration");
            }
            let mut db = database.read().await.expect("a connection");
            let people: i64 = sqlx::query_scalar("select count(*) from people")
                .fetch_one(&mut *db)
                .await
                .expect("a number");
            assert_eq!(people, 20, "eighteen in a role, one invited and one switched off");
            for role in Role::ALL {
                let shown = PEOPLE.iter().any(|(_, _, _, roles)| roles.contains(&role));
                assert!(shown, "somebody is {}", role.name());
            }
            let report = audit::verify(&database, &keys.all_verifying(), &[]).await.expect("a report");
            assert_eq!(report.problems, []);
        }
    }
}
