use jiff::civil::date;

use super::*;
use crate::acts::world::World;
use crate::domain::plan::Measured;

fn of() -> PlanOf {
    PlanOf { municipality: "GM0296".parse().unwrap(), organisation: None }
}

fn form(state: ActionState, effort: Option<u8>) -> ActionForm {
    let due = Some(date(2027, 11, 1));
    ActionForm { title: "Eis bij subsidie".into(), owner: "Jeugd".into(), due, state, effort }
}

async fn kinds(db: &mut Connection) -> Vec<String> {
    sqlx::query_scalar("select kind from audit_events where kind like 'plan.%' order by seq")
        .fetch_all(db)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_step_is_in_the_plan_once_until_it_is_given_up() {
    for world in World::each().await {
        let mut db = world.write().await;
        let act = world.act();
        let step = (2, "measure:1:meldcode");
        let first = add(&mut db, &act, of(), step, "Eis bij subsidie").await.unwrap();
        assert_eq!(add(&mut db, &act, of(), step, "Eis bij subsidie").await.unwrap(), first);
        assert_eq!(plans::actions(&mut db, Holder::from(of()).whose).await.unwrap().len(), 1);
        change(&mut db, &act, of(), (first, 0), form(ActionState::Dropped, None)).await.unwrap();
        assert_ne!(add(&mut db, &act, of(), step, "Eis bij subsidie").await.unwrap(), first);
        // Own actions may be alike.
        let own = add(&mut db, &act, of(), (2, ""), "Overleg").await.unwrap();
        assert_ne!(add(&mut db, &act, of(), (2, ""), "Overleg").await.unwrap(), own);
    }
}

#[tokio::test]
async fn an_action_is_changed_by_one_at_a_time_and_each_change_is_recorded_without_content() {
    for world in World::each().await {
        let mut db = world.write().await;
        let act = world.act();
        let number = add(&mut db, &act, of(), (1, "sight"), "Meten wie wij bereiken").await.unwrap();
        change(&mut db, &act, of(), (number, 0), form(ActionState::Done, Some(2))).await.unwrap();
        let again = change(&mut db, &act, of(), (number, 0), form(ActionState::Busy, None)).await;
        assert!(matches!(again, Err(ActError::Changed)));
        let kept = plans::action(&mut db, Holder::from(of()).whose, number).await.unwrap().unwrap();
        assert_eq!(
            (kept.state, kept.effort, kept.due),
            (ActionState::Done, Some(2), Some(date(2027, 11, 1)))
        );
        let other = change(&mut db, &act, of(), (99, 0), form(ActionState::Open, None)).await;
        assert!(matches!(other, Err(ActError::NotThere)));
        assert_eq!(kinds(&mut db).await, ["plan.action-added", "plan.action-changed"]);
    }
}

#[tokio::test]
async fn an_action_needs_a_title_and_effort_is_told_of_what_is_done() {
    for world in World::each().await {
        let mut db = world.write().await;
        let refused = add(&mut db, &world.act(), of(), (1, ""), "  ").await;
        assert!(matches!(refused, Err(ActError::Findings(found)) if found[0].code == "action-title"));
        let wrong = ActionForm { title: String::new(), ..form(ActionState::Busy, Some(1)) };
        assert_eq!(problems(&wrong).len(), 2);
    }
}

#[tokio::test]
async fn a_target_is_set_by_one_at_a_time_and_its_problems_are_told_together() {
    for world in World::each().await {
        let mut db = world.write().await;
        let act = world.act();
        let target = Target {
            goal: 3,
            kind: TargetKind::Reach,
            first: Measured { year: 2027, value: 40 },
            aim: Measured { year: 2030, value: 80 },
            now: None,
            source: "JGZ".into(),
            changed: 0,
        };
        set_target(&mut db, &act, of(), &target).await.unwrap();
        assert!(matches!(set_target(&mut db, &act, of(), &target).await, Err(ActError::Changed)));
        let next = Target { changed: 1, now: Some(Measured { year: 2028, value: 60 }), ..target.clone() };
        set_target(&mut db, &act, of(), &next).await.unwrap();
        let kept = plans::targets(&mut db, of().municipality).await.unwrap();
        assert_eq!(kept[0].progress().map(|share| share.rounded(0)), Some(50));
        let wrong = Target {
            first: Measured { year: 1, value: -1 },
            aim: Measured { year: 1, value: 101 },
            source: String::new(),
            ..target
        };
        let refused = set_target(&mut db, &act, of(), &wrong).await;
        assert!(matches!(refused, Err(ActError::Findings(found)) if found.len() == 6), "all at once");
    }
}

#[tokio::test]
async fn the_effort_of_a_step_counts_each_municipality_once() {
    for world in World::each().await {
        let mut db = world.write().await;
        let act = world.act();
        for code in ["GM0296", "GM0225", "GM0344"] {
            let of = PlanOf { municipality: code.parse().unwrap(), organisation: None };
            for _ in 0..2 {
                let number = add(&mut db, &act, of, (1, "own"), "Eigen").await.unwrap();
                let known =
                    plans::action(&mut db, Holder::from(of).whose, number).await.unwrap().unwrap().changed;
                change(&mut db, &act, of, (number, known), form(ActionState::Done, Some(2))).await.unwrap();
            }
        }
        assert_eq!(plans::efforts(&mut db).await.unwrap(), [(1, "own".to_owned(), 3, 6)]);
    }
}

#[tokio::test]
async fn people_are_reminded_of_a_day_once() {
    for world in World::each().await {
        let mut db = world.write().await;
        let act = world.act();
        let number = add(&mut db, &act, of(), (1, "own"), "Eigen").await.unwrap();
        change(&mut db, &act, of(), (number, 0), form(ActionState::Open, None)).await.unwrap();
        let until = date(2027, 11, 5);
        assert_eq!(plans::to_remind(&mut db, until).await.unwrap().len(), 1);
        assert!(plans::to_remind(&mut db, date(2027, 10, 1)).await.unwrap().is_empty());
        plans::reminded(&mut db, Holder::from(of()).whose, number).await.unwrap();
        assert!(plans::to_remind(&mut db, until).await.unwrap().is_empty());
        let later = ActionForm { due: Some(date(2027, 11, 3)), ..form(ActionState::Open, None) };
        change(&mut db, &act, of(), (number, 1), later).await.unwrap();
        assert_eq!(plans::to_remind(&mut db, until).await.unwrap().len(), 1, "another day");
    }
}
