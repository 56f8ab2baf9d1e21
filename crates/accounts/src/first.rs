//! The first of all: a national organisation and its administrator, who lets everybody else in.

use geography::Geography;
use jiff::Timestamp;
use kernel::{Entropy, Lang, OrganisationId, PersonId, Role};
use platform::audit::{self, Event, Who};
use platform::{Connection, Keys};
use serde_json::json;

use crate::acts::ActError;
use crate::domain::links::Purpose;
use crate::domain::organisations::Typed;
use crate::domain::people::{Address, PersonState};
use crate::store::memberships::NewRole;
use crate::store::people::NewPerson;
use crate::store::{day, links, memberships, organisations, people};

/// Who begins.
#[derive(Debug, Clone)]
pub struct First {
    /// The name of the national organisation.
    pub organisation: String,
    /// The name of its first administrator.
    pub name: String,
    /// That person's mail address, with which to sign in.
    pub email: String,
    /// The language of the link.
    pub lang: Lang,
}

/// Makes the national organisation and its first administrator, and gives the link with which that person
/// chooses how to sign in. Done again before the link was used, it gives a new link for the same person.
/// `None`: there are people already, and this is no way in.
///
/// # Errors
/// Findings if a name or the address can't be taken; otherwise if the database or the keys fail.
pub async fn first_administrator(
    db: &mut Connection,
    keys: &Keys,
    first: &First,
    public_url: &str,
    who: Who,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<Option<String>, ActError> {
    let (name, email) = crate::domain::people::read(&first.name, &first.email).map_err(ActError::Findings)?;
    let there: i64 = sqlx::query_scalar("select count(*) from people").fetch_one(&mut *db).await?;
    let person = if there == 0 {
        let organisation = organisation(db, first, now, entropy).await?;
        let new = NewPerson { name: &name, email: &email, lang: first.lang, state: PersonState::Invited };
        let person = people::insert(db, keys, new, now, entropy).await?;
        let role = Role::NationalAdministrator;
        let since = day(now);
        let given = NewRole { person, organisation, role, since, until: None, offered_as: None };
        memberships::insert(db, keys, given, now, entropy).await?;
        let about = |kind| Event::new(kind, now, who.clone()).organisation(organisation);
        let events = [
            about("organisation.made").about("organisation", organisation),
            about("account.invited").about("person", person).detail(json!({ "roles": [role.name()] })),
        ];
        audit::record_all(db, &events).await?;
        person
    } else {
        match again(db, keys, &email, now).await? {
            Some((person, organisation)) => {
                let event = Event::new("account.invited", now, who).organisation(organisation);
                audit::record(db, &event.about("person", person).detail(json!({ "again": true }))).await?;
                person
            }
            None => return Ok(None),
        }
    };
    let token = links::make(db, Purpose::Invitation, person, now, entropy).await?;
    let path = format!("{}{}", Purpose::Invitation.path(), token.text());
    Ok(Some(format!("{public_url}{}", web::localized(first.lang, &path))))
}

async fn organisation(
    db: &mut Connection,
    first: &First,
    now: Timestamp,
    entropy: &dyn Entropy,
) -> Result<OrganisationId, ActError> {
    let typed = Typed {
        kind: "national".to_owned(),
        name: first.organisation.clone(),
        code: String::new(),
        region: String::new(),
        from: day(now).to_string(),
    };
    let about = typed.read(Geography::built_in()).map_err(ActError::Findings)?;
    let id = OrganisationId::new(now, entropy);
    organisations::insert(db, id, &about).await?;
    Ok(id)
}

/// The first administrator, if this is the address and the link was not used yet.
async fn again(
    db: &mut Connection,
    keys: &Keys,
    email: &Address,
    now: Timestamp,
) -> Result<Option<(PersonId, OrganisationId)>, ActError> {
    let known = people::by_email_index(db, &people::index(keys, email)).await?;
    let Some(row) = known.filter(|row| row.state == PersonState::Invited) else { return Ok(None) };
    let active: i64 = sqlx::query_scalar("select count(*) from people where state <> 'invited'")
        .fetch_one(&mut *db)
        .await?;
    if active > 0 {
        return Ok(None);
    }
    let roles = memberships::rows_of(db, row.id, day(now)).await?;
    let held = roles.into_iter().find(|role| role.held.role == Role::NationalAdministrator);
    Ok(held.map(|role| (row.id, role.held.organisation)))
}

#[cfg(test)]
mod tests {
    use kernel::Clock as _;
    use testkit::{FixedClock, SeededEntropy};

    use super::*;

    async fn ask(
        database: &platform::Database,
        keys: &Keys,
        email: &str,
    ) -> Result<Option<String>, ActError> {
        let first = First {
            organisation: "Landelijk".to_owned(),
            name: "Ada".to_owned(),
            email: email.to_owned(),
            lang: Lang::En,
        };
        let (now, entropy) =
            (FixedClock::at("2026-11-22T12:00:00Z").now(), SeededEntropy::new(email.len() as u64));
        let mut db = database.write().await.expect("a transaction");
        let who = Who::Operator("ops".to_owned());
        let link =
            first_administrator(&mut db, keys, &first, "https://z.example", who, now, &entropy).await?;
        db.commit().await.expect("a commit");
        Ok(link)
    }

    #[tokio::test]
    async fn the_first_administrator_gets_a_link_until_somebody_is_there() {
        for test in testkit::databases().await {
            let (database, keys) = (test.open().await, Keys::generate(&SeededEntropy::new(9)));
            let wrong = ask(&database, &keys, "no address").await;
            assert!(matches!(wrong, Err(ActError::Findings(_))), "{wrong:?}");
            let link = ask(&database, &keys, "ada@example.org").await.expect("a link").expect("the first");
            assert!(link.starts_with("https://z.example/en/invitation/"), "{link}");
            assert!(ask(&database, &keys, "ada@example.org").await.expect("a link").is_some());
            assert_eq!(ask(&database, &keys, "bob@example.org").await.expect("no link"), None);
            let mut db = database.write().await.expect("a transaction");
            let (people, organisations): (i64, i64) =
                sqlx::query_as("select (select count(*) from people), (select count(*) from organisations)")
                    .fetch_one(&mut *db)
                    .await
                    .expect("counts");
            assert_eq!((people, organisations), (1, 1));
            sqlx::query("update people set state = 'active'").execute(&mut *db).await.expect("an update");
            db.commit().await.expect("a commit");
            assert_eq!(ask(&database, &keys, "ada@example.org").await.expect("no link"), None);
        }
    }
}
