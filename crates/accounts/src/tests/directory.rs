//! What others may know of organisations and people.

use kernel::{Actor, Membership, OrganisationKind, Permission, Role};

use super::world::World;
use crate::directory;

const GOUDA: &str = "GM0513";
const ARNHEM: &str = "GM0202";

#[tokio::test]
async fn a_municipality_is_known_by_its_code_and_its_people_by_their_role() {
    for world in World::each().await {
        let editor = world.somebody("Esra").await;
        let gouda = world.role(editor.id, "municipality", Role::Editor).await;
        let directory = directory(world.site.clone());
        assert_eq!(directory.organisation(GOUDA).await.expect("an answer"), Some(gouda));
        assert_eq!(directory.organisation(ARNHEM).await.expect("an answer"), None);

        let found = directory.contacts(GOUDA, &[Role::Editor, Role::Approver]).await.expect("people");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].person, &found[0].email), (editor.id, &editor.email));
        assert!(directory.contacts(GOUDA, &[Role::Approver]).await.expect("people").is_empty());
        assert!(directory.contacts(ARNHEM, &[Role::Editor]).await.expect("people").is_empty());
        assert_eq!(directory.names(&[editor.id]).await.expect("names")[&editor.id], "Esra");
    }
}

#[tokio::test]
async fn an_editor_sees_the_own_municipality_and_a_researcher_all() {
    for world in World::each().await {
        let editor = world.somebody("Esra").await;
        let organisation = world.role(editor.id, "municipality", Role::Editor).await;
        let directory = directory(world.site.clone());
        let as_a = |kind, role| Actor {
            person: editor.id,
            memberships: vec![Membership { organisation, kind, role }],
        };
        let own = as_a(OrganisationKind::Municipality, Role::Editor);
        let seen = directory.municipalities(&own, Permission::FillIn).await.expect("an answer");
        assert!(seen.contains(GOUDA) && !seen.contains(ARNHEM) && !seen.all);
        let none = directory.municipalities(&own, Permission::RunWaves).await.expect("an answer");
        assert!(!none.contains(GOUDA));
        let researcher = as_a(OrganisationKind::National, Role::NationalResearcher);
        let all = directory.municipalities(&researcher, Permission::SeeResponse).await.expect("an answer");
        assert!(all.contains(ARNHEM));
    }
}

#[tokio::test]
async fn a_coordinator_sees_the_whole_region_also_who_has_not_joined() {
    for world in World::each().await {
        let rosa = world.somebody("Rosa").await;
        let organisation = world.role(rosa.id, "region", Role::RegionalCoordinator).await;
        let mut db = world.site.database().write().await.expect("a transaction");
        sqlx::query("update organisations set region = 'gelderland-zuid' where id = $1")
            .bind(organisation.to_string())
            .execute(&mut *db)
            .await
            .expect("a region");
        db.commit().await.expect("kept");
        let membership =
            Membership { organisation, kind: OrganisationKind::Region, role: Role::RegionalCoordinator };
        let actor = Actor { person: rosa.id, memberships: vec![membership] };
        let directory = directory(world.site.clone());
        let seen = directory.municipalities(&actor, Permission::SeeResponse).await.expect("an answer");
        assert!(!seen.all);
        let geography = geography::Geography::built_in();
        let region = geography.region("gelderland-zuid").expect("a region");
        let there = geography.in_region(region, jiff::civil::date(2026, 1, 1)).into_iter();
        assert_eq!(seen.codes, there.map(|one| one.code.to_string()).collect::<Vec<_>>());
        let found = directory.coordinators("gelderland-zuid").await.expect("an answer");
        assert_eq!(found.iter().map(|one| one.person).collect::<Vec<_>>(), [rosa.id]);
        assert!(directory.coordinators("utrecht").await.expect("an answer").is_empty());
    }
}
