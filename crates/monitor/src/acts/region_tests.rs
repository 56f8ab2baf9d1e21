use geography::Geography;

use super::*;
use crate::acts::action::add;
use crate::acts::world::World;
use crate::domain::plan::ActionState;
use crate::domain::region::{Typed, VisionState};

fn here() -> Region {
    Geography::built_in().region("gelderland-zuid").expect("a region")
}

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

#[tokio::test]
async fn the_vision_is_kept_with_who_said_so_and_never_written_over_unseen() {
    for world in World::each().await {
        let writing = Vision::read(Typed { state: "writing", year: "2028", ..Typed::default() }).unwrap();
        let typed = Typed {
            state: "adopted",
            year: "2027",
            first_year: "2028",
            last_year: "2031",
            url: "https://regio.example/visie",
            note: "Vastgesteld door vijf raden.",
        };
        let adopted = Vision::read(typed).unwrap();
        for (vision, known) in [(&writing, 0), (&adopted, 1)] {
            let mut db = world.write().await;
            set_vision(&mut db, &world.act(), (here(), None), vision, known).await.unwrap();
            db.commit().await.unwrap();
        }
        let mut db = world.write().await;
        let late = set_vision(&mut db, &world.act(), (here(), None), &writing, 1).await;
        assert!(matches!(late, Err(ActError::Changed)), "somebody saw an older one");
        let kept = region::vision(&mut db, here()).await.unwrap().expect("a vision");
        assert_eq!((kept.vision, kept.changed), (adopted.clone(), 2));
        assert_eq!((kept.by, kept.at), (world.act().actor.person, world.now()));
        assert_eq!(adopted.state, VisionState::Adopted);
        drop(db);
        assert_eq!(world.events().await, ["region.vision-changed", "region.vision-changed"]);
    }
}

#[tokio::test]
async fn a_joint_action_has_its_own_number_and_who_takes_part() {
    for world in World::each().await {
        let of = plan_of(here(), None);
        let mut db = world.write().await;
        let number = add(&mut db, &world.act(), of, (3, ""), "Samen scholen").await.unwrap();
        let form = ActionForm {
            title: "Samen scholen".into(),
            owner: "GGD".into(),
            due: None,
            state: ActionState::Busy,
            effort: None,
        };
        let (wijchen, druten) = (code("GM0296"), code("GM0225"));
        let both = [druten, wijchen];
        change_action(&mut db, &world.act(), of, (number, 0), form.clone(), &both).await.unwrap();
        change_action(&mut db, &world.act(), of, (number, 1), form.clone(), &[wijchen]).await.unwrap();
        let late = change_action(&mut db, &world.act(), of, (number, 1), form, &both).await;
        assert!(matches!(late, Err(ActError::Changed)));
        assert_eq!(plans::members(&mut db, of.whose).await.unwrap(), [(number, wijchen)]);
        let kept = plans::action(&mut db, of.whose, number).await.unwrap().expect("an action");
        assert_eq!((kept.whose, kept.owner.as_str()), (Whose::Region(here()), "GGD"));
        assert_eq!(plans::actions(&mut db, Whose::Municipality(wijchen)).await.unwrap(), []);
    }
}
