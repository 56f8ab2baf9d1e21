use super::*;
use crate::acts::thread::{Speaker, answer, ask, turn};
use crate::acts::world::World;
use crate::domain::thread::{Audience, Party, Turn};
use crate::store::examples::Filter;

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

fn told(title: &str) -> Told {
    let text = |text: &str| text.to_owned();
    Told {
        title: text(title),
        what: text("Een bus rijdt langs de wijken."),
        for_whom: text("Ouders van baby’s"),
        reach: text("De helft"),
        cost: text("Een ton"),
        contact: text("jeugd@gemeente.example"),
    }
}

async fn held(world: &World, id: ExampleId) -> Held {
    let mut db = world.database.read().await.expect("a connection");
    let found = examples::find(&mut db, id).await.expect("an answer").expect("an example");
    Held { id, known: found.changed, organisation: None }
}

async fn state(world: &World, id: ExampleId) -> ExampleState {
    let mut db = world.database.read().await.expect("a connection");
    examples::find(&mut db, id).await.expect("an answer").expect("an example").state
}

/// An example of a municipality that is published.
async fn published(world: &World, municipality: &str, goal: u32, step: &str, title: &str) -> ExampleId {
    let mut db = world.write().await;
    let of = (code(municipality), None);
    let id = make(&mut db, &world.act(), of, (goal, title), world.post()).await.expect("a draft");
    let held = |known| Held { id, known, organisation: None };
    change(&mut db, &world.act(), held(0), step, told(title)).await.expect("changed");
    publish(&mut db, &world.act(), held(1), true).await.expect("published");
    db.commit().await.expect("a commit");
    id
}

#[tokio::test]
async fn an_example_is_published_only_whole_and_with_consent_and_comes_back_after_it_was_withdrawn() {
    for world in World::each().await {
        let mut db = world.write().await;
        let of = (code("GM0296"), None);
        let id = make(&mut db, &world.act(), of, (6, " Vertelbus "), world.post()).await.unwrap();
        let first = Held { id, known: 0, organisation: None };
        let Err(ActError::Findings(found)) = publish(&mut db, &world.act(), first, false).await else {
            panic!("half of it is published");
        };
        assert_eq!(found.len(), 6, "five parts and the consent");
        change(&mut db, &world.act(), first, "own", told("Vertelbus")).await.unwrap();
        let late = change(&mut db, &world.act(), first, "own", told("Anders")).await;
        assert!(matches!(late, Err(ActError::Changed)));
        db.commit().await.unwrap();
        for expected in [ExampleState::Published, ExampleState::Withdrawn, ExampleState::Published] {
            let now = held(&world, id).await;
            let mut db = world.write().await;
            if expected == ExampleState::Published {
                publish(&mut db, &world.act(), now, true).await.unwrap();
            } else {
                withdraw(&mut db, &world.act(), now).await.unwrap();
            }
            db.commit().await.unwrap();
            assert_eq!(state(&world, id).await, expected);
        }
        let mut db = world.write().await;
        let half = Told { cost: String::new(), ..told("Vertelbus") };
        let now = Held { known: 4, ..first };
        assert!(matches!(
            change(&mut db, &world.act(), now, "", half).await,
            Err(ActError::Findings(found)) if found[0].code == "example-missing"
        ));
    }
}

#[tokio::test]
async fn what_a_researcher_took_off_is_nowhere_and_its_municipality_reads_why() {
    for world in World::each().await {
        let id = published(&world, "GM0296", 6, "own", "Vertelbus").await;
        let now = held(&world, id).await;
        let mut db = world.write().await;
        assert!(matches!(remove(&mut db, &world.act(), now, " ").await, Err(ActError::Findings(_))));
        remove(&mut db, &world.act(), now, "Er staat een naam in").await.unwrap();
        db.commit().await.unwrap();
        let because = "Er staat een naam in".to_owned();
        assert_eq!(state(&world, id).await, ExampleState::Removed { because });
        let now = held(&world, id).await;
        let mut db = world.write().await;
        assert!(matches!(publish(&mut db, &world.act(), now, true).await, Err(ActError::Findings(_))));
        assert_eq!(examples::page(&mut db, &Filter::default(), None).await.unwrap(), []);
        drop(db);
        let kinds = world.events().await;
        assert_eq!(kinds, ["example.made", "example.changed", "example.published", "example.removed"]);
    }
}

#[tokio::test]
async fn a_municipality_thanks_once_and_never_itself() {
    for world in World::each().await {
        let id = published(&world, "GM0296", 6, "own", "Vertelbus").await;
        let now = held(&world, id).await;
        let mut db = world.write().await;
        for _ in 0..2 {
            thank(&mut db, &world.act(), now, code("GM0225")).await.unwrap();
        }
        let own = thank(&mut db, &world.act(), now, code("GM0296")).await;
        assert!(matches!(own, Err(ActError::NotThere)));
        assert_eq!(examples::thanks(&mut db, id).await.unwrap(), [code("GM0225")]);
        let all = examples::published(&mut db).await.unwrap();
        assert_eq!(all.iter().map(|(one, count)| (one.id, *count)).collect::<Vec<_>>(), [(id, 1)]);
        for _ in 0..2 {
            unthank(&mut db, &world.act(), now, code("GM0225")).await.unwrap();
        }
        assert_eq!(examples::thanks(&mut db, id).await.unwrap(), []);
        db.commit().await.unwrap();
        assert_eq!(world.events().await[3..], ["example.thanked", "example.unthanked"]);
    }
}

#[tokio::test]
async fn examples_are_found_by_goal_measure_size_and_words_and_page_by_page() {
    for world in World::each().await {
        let bus = published(&world, "GM0296", 6, "own", "Vertelbus Sterrenbos").await;
        world.days_later(1);
        let class = published(&world, "GM0344", 6, "policy", "Théâtre op school").await;
        world.days_later(1);
        let other = published(&world, "GM0225", 3, "own", "Huilbaby’s").await;
        let mut db = world.write().await;
        let mut find = async |filter: Filter| -> Vec<ExampleId> {
            let found = examples::page(&mut db, &filter, None).await.unwrap();
            found.into_iter().map(|one| one.id).collect()
        };
        assert_eq!(find(Filter::default()).await, [other, class, bus]);
        assert_eq!(find(Filter { goal: 6, ..Filter::default() }).await, [class, bus]);
        assert_eq!(find(Filter { goal: 6, step: "own".into(), ..Filter::default() }).await, [bus]);
        let class_of = |code: &str| {
            let found = Geography::built_in().get(code.parse().unwrap()).unwrap();
            i64::from(found.size_class().unwrap().number())
        };
        assert_eq!(find(Filter { size: class_of("GM0344"), ..Filter::default() }).await, [class]);
        let rest = examples::page(&mut db, &Filter::default(), Some(class)).await.unwrap();
        assert_eq!(rest.iter().map(|one| one.id).collect::<Vec<_>>(), [bus]);
        let searched = examples::searched(&mut db, &Filter { goal: 6, ..Filter::default() }).await.unwrap();
        assert_eq!(crate::domain::find::find("THEATRE", &searched).0, [&class.to_string()]);
        assert_eq!(crate::domain::find::find("wijchen", &searched).0, [&bus.to_string()]);
        let counts = examples::counts(&mut db).await.unwrap();
        assert_eq!(counts[&(6, "own".to_owned())], 1);
    }
}

#[tokio::test]
async fn a_document_takes_the_place_of_the_one_before() {
    for world in World::each().await {
        let id = published(&world, "GM0296", 6, "own", "Vertelbus").await;
        let now = held(&world, id).await;
        let mut db = world.write().await;
        let file = Attachment::file("Draaiboek", Some(("draaiboek.pdf", b"%PDF-1.7\n%%EOF"))).unwrap();
        set_document(&mut db, &world.act(), now, Some(file)).await.unwrap();
        assert!(examples::content(&mut db, id).await.unwrap().is_some());
        let link = Attachment::link("Draaiboek", "https://gemeente.example/draaiboek").unwrap();
        set_document(&mut db, &world.act(), now, Some(link)).await.unwrap();
        assert_eq!(examples::content(&mut db, id).await.unwrap(), None);
        let kept = examples::find(&mut db, id).await.unwrap().unwrap().document.expect("a document");
        assert_eq!(kept.url.as_deref(), Some("https://gemeente.example/draaiboek"));
        set_document(&mut db, &world.act(), now, None).await.unwrap();
        assert_eq!(examples::find(&mut db, id).await.unwrap().unwrap().document, None);
    }
}

#[tokio::test]
async fn questions_about_an_example_that_is_taken_off_are_closed_and_stay() {
    for world in World::each().await {
        let id = published(&world, "GM0296", 6, "own", "Vertelbus").await;
        let place = Place::Example(id);
        let druten = Party::Municipality(code("GM0225"));
        let speaker = Speaker { party: druten, organisation: None, post: world.post() };
        let at = (place, Audience::One(Party::Municipality(code("GM0296"))));
        let mut db = world.write().await;
        let number = ask(&mut db, &world.act(), speaker, at, "Wie rijdt de bus?").await.unwrap();
        db.commit().await.unwrap();
        let now = held(&world, id).await;
        let mut db = world.write().await;
        remove(&mut db, &world.act(), now, "Er staat een naam in").await.unwrap();
        let kept = threads::find(&mut db, place, number).await.unwrap().unwrap();
        assert!(!kept.thread.is_open() && kept.messages.len() == 1);
        let late = answer(&mut db, &world.act(), speaker, (place, number), "En wanneer?").await;
        assert!(matches!(late, Err(ActError::Findings(found)) if found[0].code == "thread-closed"));
        let new = ask(&mut db, &world.act(), speaker, at, "En wanneer?").await;
        assert!(matches!(new, Err(ActError::NotThere)));
        let again = turn(&mut db, &world.act(), speaker, (place, number), Turn::Reopen).await;
        assert!(matches!(again, Err(ActError::NotThere)));
        assert_eq!(threads::open_at_examples(&mut db, druten).await.unwrap(), []);
    }
}
