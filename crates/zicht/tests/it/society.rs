//! Two municipalities, a national body and their people, each with a name and an address that stand out, so that
//! a page which shows them to a stranger is caught.

use std::sync::atomic::{AtomicUsize, Ordering};

use accounts::domain::token::Token;
use geography::Municipality;
use jiff::SignedDuration;
use kernel::{Clock as _, Entropy as _, OrganisationId, OrganisationKind, PersonId, Role, SessionId};
use platform::keys::{Cell, Keys};
use platform::{Connection, Database, write_moment};
use testkit::{FixedClock, SeededEntropy};

/// The moment at which everything here happens.
pub const NOW: &str = "2026-11-22T12:00:00Z";

/// An organisation of the tests.
#[derive(Debug, Clone)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
}

/// Somebody with one role in one organisation.
#[derive(Debug, Clone)]
pub struct Member {
    pub person: PersonId,
    pub organisation: OrganisationId,
    pub role: Role,
    pub name: String,
    pub email: String,
}

/// Everybody.
#[derive(Debug)]
pub struct Society {
    pub home: Organisation,
    pub neighbour: Organisation,
    pub national: Organisation,
    pub members: Vec<Member>,
    added: AtomicUsize,
    clock: FixedClock,
    entropy: SeededEntropy,
}

impl Society {
    /// Fills an empty database: in each organisation one person for each role that fits it.
    pub async fn found(database: &Database, keys: &Keys, seed: u64) -> Self {
        Self::found_at(database, keys, seed, FixedClock::at(NOW)).await
    }

    /// The same at the moment that it really is.
    pub async fn found_now(database: &Database, keys: &Keys, seed: u64) -> Self {
        let now = zicht::SystemClock.now().to_string();
        Self::found_at(database, keys, seed, FixedClock::at(&now)).await
    }

    async fn found_at(database: &Database, keys: &Keys, seed: u64, clock: FixedClock) -> Self {
        let entropy = SeededEntropy::new(seed);
        let mut db = database.write().await.unwrap();
        let mut organisation = async |kind, name: &str, code: Option<&str>, region: Option<&str>| {
            let id = OrganisationId::new(clock.now(), &entropy);
            insert_organisation(&mut db, id, kind, name, code, region).await;
            Organisation { id, kind }
        };
        let municipality = OrganisationKind::Municipality;
        let home = organisation(municipality, "Utrecht", Some("GM0344"), Some("utrecht")).await;
        let neighbour = organisation(municipality, "Groningen", Some("GM0014"), Some("groningen")).await;
        let national = organisation(OrganisationKind::National, "Ombudsbureau", None, None).await;
        let mut society = Self {
            home,
            neighbour,
            national,
            members: Vec::new(),
            added: AtomicUsize::new(0),
            clock,
            entropy,
        };
        for (place, organisation) in [
            ("thuis", society.home.clone()),
            ("buur", society.neighbour.clone()),
            ("rijk", society.national.clone()),
        ] {
            for role in Role::ALL.into_iter().filter(|role| role.fits(organisation.kind)) {
                let member = society.add(&mut db, keys, &organisation, role, place).await;
                society.members.push(member);
            }
        }
        db.commit().await.unwrap();
        society
    }

    /// Who has the role in the organisation.
    pub fn member(&self, organisation: &Organisation, role: Role) -> &Member {
        self.members
            .iter()
            .find(|member| member.organisation == organisation.id && member.role == role)
            .unwrap()
    }

    /// Everybody of an organisation.
    pub fn of(&self, organisation: &Organisation) -> Vec<&Member> {
        self.members.iter().filter(|member| member.organisation == organisation.id).collect()
    }

    /// One more reader at home, to whom something may be done.
    pub async fn newcomer(&self, database: &Database, keys: &Keys) -> PersonId {
        let mut db = database.write().await.unwrap();
        let number = self.added.fetch_add(1, Ordering::Relaxed);
        let member = self.add(&mut db, keys, &self.home, Role::Reader, &format!("nieuw-{number}")).await;
        db.commit().await.unwrap();
        member.person
    }

    /// An editor at each of these municipalities, who is already here where there is one.
    pub async fn editors(
        &self,
        database: &Database,
        keys: &Keys,
        municipalities: &[&Municipality],
    ) -> Vec<Member> {
        let (kind, mut editors) = (OrganisationKind::Municipality, Vec::new());
        let mut db = database.write().await.unwrap();
        for municipality in municipalities {
            let code = municipality.code.to_string();
            let here = [("GM0344", &self.home), ("GM0014", &self.neighbour)];
            if let Some((_, here)) = here.into_iter().find(|(here, _)| *here == code) {
                editors.push(self.member(here, Role::Editor).clone());
                continue;
            }
            let id = OrganisationId::new(self.clock.now(), &self.entropy);
            let region = municipality.region.slug();
            insert_organisation(&mut db, id, kind, municipality.name, Some(&code), Some(&region)).await;
            let at = Organisation { id, kind };
            editors.push(self.add(&mut db, keys, &at, Role::Editor, &code.to_lowercase()).await);
        }
        db.commit().await.unwrap();
        editors
    }

    /// Somebody at home.
    pub fn home_reader(&self) -> PersonId {
        self.member(&self.home, Role::Reader).person
    }

    /// Id, name and address of the people of an organisation, except those of `but`, who may see the own.
    pub fn people_canaries(&self, organisation: &Organisation, but: Option<&Member>) -> Vec<String> {
        let own = but.map(|member| member.person);
        self.members
            .iter()
            .filter(|member| member.organisation == organisation.id && Some(member.person) != own)
            .flat_map(|member| [member.person.to_string(), member.name.clone(), member.email.clone()])
            .collect()
    }

    /// The id of something that does not exist.
    pub fn nothing(&self) -> String {
        SessionId::new(self.clock.now(), &SeededEntropy::new(99)).to_string()
    }

    /// Signs somebody in without the pages, and gives what the cookie holds.
    pub async fn session(&self, database: &Database, person: PersonId) -> String {
        let token = Token::new(&self.entropy);
        let mut db = database.write().await.unwrap();
        let now = self.clock.now();
        sqlx::query(
            "insert into sessions (id, token_hash, person, method, device, created_at, seen_at, confirmed_at, ends_at)
             values ($1, $2, $3, 'password', 'test', $4, $4, $4, $5)",
        )
        .bind(SessionId::new(now, &self.entropy).to_string())
        .bind(token.hash())
        .bind(person.to_string())
        .bind(write_moment(now))
        .bind(write_moment(now + SignedDuration::from_hours(12)))
        .execute(&mut *db)
        .await
        .unwrap();
        db.commit().await.unwrap();
        token.text().to_owned()
    }

    /// A key of the API with which somebody reads and writes for an organisation.
    pub async fn key(&self, database: &Database, person: PersonId, organisation: OrganisationId) -> String {
        let token = Token::new(&self.entropy);
        let mut db = database.write().await.unwrap();
        let now = self.clock.now();
        sqlx::query(
            "insert into api_keys (id, token_hash, person, organisation, name, scope, created_at, ends_at)
             values ($1, $2, $3, $4, 'test', 'write', $5, $6)",
        )
        .bind(SessionId::new(now, &self.entropy).to_string())
        .bind(token.hash())
        .bind(person.to_string())
        .bind(organisation.to_string())
        .bind(write_moment(now))
        .bind(write_moment(now + SignedDuration::from_hours(12)))
        .execute(&mut *db)
        .await
        .unwrap();
        db.commit().await.unwrap();
        format!("zicht_{}", token.text())
    }

    async fn add(
        &self,
        db: &mut Connection,
        keys: &Keys,
        at: &Organisation,
        role: Role,
        place: &str,
    ) -> Member {
        let person = PersonId::new(self.clock.now(), &self.entropy);
        let row = person.to_string();
        let (name, email) =
            (format!("Kanarie {place} {}", role.name()), format!("{}.{place}@kanarie.example", role.name()));
        let seal = |column, text: &str| {
            keys.seal(Cell { table: "people", column, row: &row }, text.as_bytes(), &self.entropy)
        };
        sqlx::query(
            "insert into people (id, name, email, email_index, lang, state, created_at)
             values ($1, $2, $3, $4, 'nl', 'active', $5)",
        )
        .bind(row.clone())
        .bind(seal("name", &name))
        .bind(seal("email", &email))
        .bind(keys.index("people.email", &email))
        .bind(write_moment(self.clock.now()))
        .execute(&mut *db)
        .await
        .unwrap();
        let mut id = [0; 8];
        self.entropy.fill(&mut id);
        sqlx::query(
            "insert into memberships (id, person, organisation, role, since, accepted_at)
             values ($1, $2, $3, $4, '2026-01-01', $5)",
        )
        .bind(format!("{:016x}", u64::from_be_bytes(id)))
        .bind(row)
        .bind(at.id.to_string())
        .bind(role.name())
        .bind(write_moment(self.clock.now()))
        .execute(&mut *db)
        .await
        .unwrap();
        Member { person, organisation: at.id, role, name, email }
    }
}

async fn insert_organisation(
    db: &mut Connection,
    id: OrganisationId,
    kind: OrganisationKind,
    name: &str,
    code: Option<&str>,
    region: Option<&str>,
) {
    sqlx::query(
        "insert into organisations (id, kind, name, search, code, region, valid_from)
         values ($1, $2, $3, $4, $5, $6, '2020-01-01')",
    )
    .bind(id.to_string())
    .bind(kind.name())
    .bind(name.to_owned())
    .bind(name.to_lowercase())
    .bind(code.map(str::to_owned))
    .bind(region.map(str::to_owned))
    .execute(db)
    .await
    .unwrap();
}
