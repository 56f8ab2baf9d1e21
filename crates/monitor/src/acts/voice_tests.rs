//! How children were heard, from the form to the published count.

use super::fill::save;
use super::trials::{act, answer, checked, in_hand, opened, person};
use super::world::{World, plan};
use super::{publish, run};
use crate::archive;
use crate::domain::rule::Parts;
use crate::report::charts;
use crate::sample::definitions;
use crate::store::cells;

#[tokio::test]
async fn it_is_saved_as_every_answer_and_is_no_part_of_score_or_progress() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let (run, esra, bram) = (opened(&database, true).await, person(1), person(2));
        let mut db = database.write().await.expect("a transaction");
        let said = [answer("d1.gehoord", "ja"), answer("d1.gehoord-hoe", "raad;gesprek;")];
        save(&mut db, &act(&esra), in_hand(&run), 0, &said).await.expect("saved");
        let found = checked(&mut db).await;
        assert_eq!((found.goals[0].filled, found.goals[0].findings[0].code), (0, "form-goal-open"));
        save(&mut db, &act(&esra), in_hand(&run), 1, &[answer("d1.beleid", "ja")]).await.expect("saved");
        let with = checked(&mut db).await;
        assert!(with.goals[0].findings.is_empty() && with.goals[0].filled == 1);
        let theirs = save(&mut db, &act(&bram), in_hand(&run), 0, &[answer("d1.gehoord", "nee")]).await;
        assert_eq!(theirs.expect("saved").conflicts.len(), 1, "never written over unseen");
        let gone = [answer("d1.gehoord", ""), answer("d1.gehoord-hoe", "")];
        save(&mut db, &act(&esra), in_hand(&run), 3, &gone).await.expect("saved");
        let without = checked(&mut db).await;
        let total = |found: &super::check::Checked| found.goals[0].score.clone().map(|(score, _)| score);
        assert_eq!(total(&with), total(&without));
    }
}

#[tokio::test]
async fn a_published_wave_counts_who_heard_children_from_five_that_said_so() {
    let five = ["GM0296", "GM0225", "GM0344", "GM0014", "GM0034"];
    for world in World::each().await {
        for (id, count) in [("2027", 4), ("2028", 5)] {
            let mut held = plan(id, &five);
            held.period.1 = "2029-12-31".parse().expect("a day");
            world.open(&held, &[]).await;
            for (at, code) in five.iter().take(count).enumerate() {
                let wave = world.run(id).await;
                let form =
                    super::fill::InHand { municipality: code.parse().expect("a code"), ..in_hand(&wave) };
                let said = [
                    answer("d1.gehoord", if at == 0 { "nee" } else { "ja" }),
                    answer("d1.gehoord-gevolg", "Een ander loket."),
                ];
                let mut db = world.write().await;
                save(&mut db, &world.act(), form, 0, &said).await.expect("saved");
                db.commit().await.expect("a commit");
                world.fill(id, code, "ja", "nee").await.expect("an approved form");
            }
            let mut db = world.write().await;
            run::close(&mut db, &world.act(), &world.run(id).await).await.expect("closed");
            db.commit().await.expect("a commit");
            let mut db = world.write().await;
            let closed = run::found(&mut db, id).await.expect("a wave");
            publish::publish(&mut db, &world.act(), definitions(), &closed).await.expect("published");
            let kept = cells::find(&mut db, id, "GM0296".parse().expect("a code"), "d1.gehoord-gevolg").await;
            assert!(kept.expect("read").is_some());
            db.commit().await.expect("a commit");
        }
        let mut db = world.database.read().await.expect("a connection");
        for (id, told) in [("2027", false), ("2028", true)] {
            let report =
                archive::report(&mut db, definitions(), id, None, Parts::ALL).await.expect("a report");
            let counts = &report.analysis.statistics.all.goals[0];
            let words = charts::heard(web::Tr(kernel::Lang::En), counts);
            assert_eq!(words.is_some(), told, "{id}");
            assert!(words.is_none_or(|words| {
                words.starts_with("Of the 5 municipalities that filled this in, 4 heard")
            }));
            let json = String::from_utf8(report_json(&report)).expect("text");
            assert_eq!(json.contains("\"heard\""), told);
            assert!(!json.contains("loket"), "own words stay with the municipality");
        }
    }
}

fn report_json(report: &crate::report::model::Report<'_>) -> Vec<u8> {
    crate::report::json::write(report, crate::report::model::Audience::Public)
}
