//! Two administrators at one moment, each in a transaction of its own.

use kernel::{OrganisationId, PersonId, Role};
use platform::Database;

use super::{ActError, Country, start, switch};

/// How often: which of the two comes first, and where the rows lie, differs each time.
const ROUNDS: usize = 12;

#[tokio::test(flavor = "multi_thread")]
async fn two_that_switch_members_of_the_same_organisations_off_do_not_wait_for_each_other_forever() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (mut db, country) = start(&database).await;
        let carla = country.person(&mut db, "carla", country.wijchen.id, Role::Reader).await;
        let daan = country.person(&mut db, "daan", country.druten.id, Role::Reader).await;
        country.give(&mut db, carla, country.druten.id, Role::Reader).await;
        country.give(&mut db, daan, country.wijchen.id, Role::Reader).await;
        db.commit().await.unwrap();
        for _ in 0..ROUNDS {
            let (one, two) = tokio::join!(
                switch_twice(&database, &country, country.wijchen.id, carla),
                switch_twice(&database, &country, country.druten.id, daan),
            );
            one.unwrap();
            two.unwrap();
        }
    }
}

/// Off, and on again.
async fn switch_twice(
    database: &Database,
    country: &Country,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), ActError> {
    let mut db = database.write().await?;
    let chief = country.actor(&mut db, country.chief).await;
    switch::off(&mut db, &country.act(&chief), organisation, person).await?;
    db.commit().await?;
    let mut db = database.write().await?;
    switch::on(&mut db, &country.act(&chief), organisation, person).await?;
    db.commit().await?;
    Ok(())
}
