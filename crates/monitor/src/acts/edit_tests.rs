use super::*;
use crate::acts::world::World;
use crate::definitions::read_questionnaire;
use crate::sample::definitions;

const ID: &str = "preventie-2017";

async fn copied_in(world: &World) -> u32 {
    let mut db = world.write().await;
    let version = copy(&mut db, &world.act(), definitions(), ID, 1).await.expect("a copy");
    db.commit().await.expect("a commit");
    version
}

async fn changed_in(world: &World, version: u32, change: impl FnOnce(&mut Questionnaire)) {
    let mut db = world.write().await;
    let mut found = draft(&mut db, ID, version).await.expect("a draft");
    change(&mut found.questionnaire);
    keep(&mut db, &world.act(), &found.stored, &found.questionnaire).await.expect("kept");
    db.commit().await.expect("a commit");
}

async fn published_in(world: &World, version: u32) -> Result<(), ActError> {
    let mut db = world.write().await;
    let known = draft(&mut db, ID, version).await?.stored.changed;
    publish(&mut db, &world.act(), ID, version, known).await?;
    db.commit().await?;
    Ok(())
}

#[tokio::test]
async fn a_copy_is_a_draft_until_it_is_published_and_then_never_changes() {
    for world in World::each().await {
        let version = copied_in(&world).await;
        assert_eq!(version, 2);
        let mut db = world.write().await;
        assert!(versions::find(&mut db, definitions(), ID, 2).await.expect("an answer").is_none(), "a draft");
        drop(db);
        changed_in(&world, version, |draft| draft.title.nl = "Nieuw".to_owned()).await;
        published_in(&world, version).await.expect("published");

        let mut db = world.write().await;
        let found =
            versions::find(&mut db, definitions(), ID, 2).await.expect("an answer").expect("published");
        assert_eq!(found.title.nl, "Nieuw");
        assert_eq!(versions::all(&mut db, definitions()).await.expect("all").len(), 2);
        let stored = questionnaires::find(&mut db, ID, 2).await.expect("an answer").expect("stored");
        let mut other = Questionnaire::clone(&found);
        other.title.nl = "Anders".to_owned();
        assert!(matches!(keep(&mut db, &world.act(), &stored, &other).await, Err(ActError::Changed)));
        assert!(matches!(remove(&mut db, &world.act(), ID, 2).await, Err(ActError::NotThere)));
        drop(db);
        let kinds = world.events().await;
        assert_eq!(kinds, ["questionnaire.copied", "questionnaire.changed", "questionnaire.published"]);
    }
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_or_remove_what_is_published() {
    for world in World::each().await {
        let version = copied_in(&world).await;
        published_in(&world, version).await.expect("published");
        for statement in [
            "update questionnaires set body = 'x'",
            "update questionnaires set state = 'draft'",
            "delete from questionnaires",
        ] {
            let mut db = world.write().await;
            assert!(sqlx::query(statement).execute(&mut *db).await.is_err(), "{statement}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_keeps_a_draft_from_being_published() {
    for world in World::each().await {
        let version = copied_in(&world).await;
        changed_in(&world, version, |draft| draft.goals[1].title.en.clear()).await;
        let refused = published_in(&world, version).await;
        assert!(matches!(refused, Err(ActError::Findings(_))), "{refused:?}");
        let mut db = world.write().await;
        let found = draft(&mut db, ID, version).await.expect("a draft");
        assert_eq!(found.findings.iter().map(|(spot, _)| *spot).collect::<Vec<_>>(), [Spot::Goal(1)]);
        remove(&mut db, &world.act(), ID, version).await.expect("removed");
        assert!(matches!(draft(&mut db, ID, version).await, Err(ActError::NotThere)));
    }
}

#[tokio::test]
async fn who_changes_what_somebody_else_changed_meanwhile_is_told() {
    for world in World::each().await {
        let version = copied_in(&world).await;
        let mut db = world.write().await;
        let mine = draft(&mut db, ID, version).await.expect("a draft");
        drop(db);
        changed_in(&world, version, |draft| draft.title.nl = "Van de ander".to_owned()).await;
        let mut db = world.write().await;
        let mut ours = mine.questionnaire.clone();
        ours.title.nl = "Van mij".to_owned();
        assert!(matches!(keep(&mut db, &world.act(), &mine.stored, &ours).await, Err(ActError::Changed)));
        let late = publish(&mut db, &world.act(), ID, version, mine.stored.changed).await;
        assert!(matches!(late, Err(ActError::Changed)));
        let kept = questionnaires::body(&mut db, ID, version).await.expect("an answer").expect("a text");
        assert_eq!(read_questionnaire(&kept).expect("sound").title.nl, "Van de ander");
    }
}

#[tokio::test]
async fn a_text_that_was_changed_from_outside_is_not_used() {
    for world in World::each().await {
        let version = copied_in(&world).await;
        let mut db = world.write().await;
        sqlx::query("update questionnaires set state = 'published', hash = 'another'")
            .execute(&mut *db)
            .await
            .expect("changed");
        let found = versions::find(&mut db, definitions(), ID, version).await;
        assert!(matches!(found, Err(crate::archive::WaveError::Edited(_))), "{found:?}");
    }
}
