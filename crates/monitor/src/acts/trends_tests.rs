//! A wave under a new version of a questionnaire after one under the old: what stands beside what.

use std::sync::Arc;

use kernel::Text;
use serde_json::Value;

use super::edit;
use super::fill::{Answer, InHand, save};
use super::sign::{Signing, sign};
use super::world::{World, plan};
use super::{dry_run, publish, run};
use crate::archive;
use crate::domain::editing::{
    Line, OptionEdit, QuestionEdit, QuestionOf, add_goal, edit_question, map_options,
};
use crate::domain::questionnaire::{Condition, NONE, Questionnaire, measures_column};
use crate::domain::rule::Parts;
use crate::report::json;
use crate::report::model::Audience;
use crate::sample::{definitions, questionnaire};
use crate::versions;

const ID: &str = "preventie-2017";

/// Positions of the measures in a question.
fn measures(questionnaire: &Questionnaire, goal: usize, question: usize) -> Vec<usize> {
    let options = questionnaire.goals[goal].questions[question].options.iter().enumerate();
    options.filter(|(_, option)| option.code != NONE).map(|(at, _)| at).collect()
}

/// Changes the first question of a goal: which options go, and which are added.
fn options(draft: &mut Questionnaire, goal: usize, retired: &[usize], added: &[&str]) {
    let question = draft.goals[goal].questions[0].clone();
    let edits = question.options.iter().zip(0..).map(|(option, at)| OptionEdit {
        line: Line { order: -at, retired: retired.iter().any(|gone| i64::try_from(*gone) == Ok(at)) },
        label: option.label.clone(),
    });
    let edit = QuestionEdit {
        title: question.title.clone(),
        shown: question.shown.clone(),
        options: edits.collect(),
        added: added.iter().map(|text| Text { nl: (*text).to_owned(), en: (*text).to_owned() }).collect(),
        ..QuestionEdit::default()
    };
    edit_question(draft, QuestionOf::Measures(goal, 0), edit);
}

/// Fills in a form: every goal in policy, and these measures.
async fn fill(world: &World, id: &str, asked: &Questionnaire, ticked: &[(String, String)]) {
    let run = world.run(id).await;
    let policy = asked.goals.iter().map(|goal| (format!("d{}.beleid", goal.number), "ja".to_owned()));
    let answers: Vec<Answer> =
        policy.chain(ticked.iter().cloned()).map(|(name, value)| Answer { name, value }).collect();
    let form = InHand {
        run: &run,
        questionnaire: asked,
        municipality: "GM0344".parse().expect("a code"),
        organisation: None,
    };
    let mut db = world.write().await;
    save(&mut db, &world.act(), form, 0, &answers).await.expect("saved");
    let rule = definitions().rule("2017-a").expect("a rule");
    sign(&mut db, &world.act(), form, rule, Signing::Submit).await.expect("submitted");
    db.commit().await.expect("a commit");
}

async fn publish_wave(world: &World, id: &str) {
    let mut db = world.write().await;
    run::close(&mut db, &world.act(), &world.run(id).await).await.expect("closed");
    db.commit().await.expect("a commit");
    let mut db = world.write().await;
    let run = world.run(id).await;
    publish::publish(&mut db, &world.act(), definitions(), &run).await.expect("published");
    db.commit().await.expect("a commit");
}

async fn report(world: &World, id: &str) -> Value {
    let mut db = world.database.read().await.expect("a connection");
    let report = archive::report(&mut db, definitions(), id, None, Parts::ALL).await.expect("a report");
    serde_json::from_slice(&json::write(&report, Audience::Public)).expect("json")
}

/// A new version: goal 1 with its options in another order, of goal 2 two options that became one, goal 3 with an option
/// more, goal 4 with one less, a goal more, and in goal 5 a question that hangs on an answer.
fn changed(draft: &mut Questionnaire) {
    options(draft, 0, &[], &[]);
    let two = measures(draft, 1, 0);
    let was = |at: usize| draft.goals[1].questions[0].options[at].was[0].clone();
    let said = [(was(two[0]), Some(was(two[1])))].into();
    options(draft, 1, &[two[0]], &[]);
    map_options(draft, &said);
    options(draft, 2, &[], &["Iets nieuws"]);
    let gone = measures(draft, 3, 0)[0];
    options(draft, 3, &[gone], &[]);
    draft.goals[4].questions[0].shown = Some(Condition { column: "d5.beleid".into(), code: "ja".into() });
    let number = add_goal(draft, Text { nl: "Nieuw".into(), en: "New".into() }, Ok(0));
    let at = draft.goal_index(number).expect("a goal");
    let goal = &mut draft.goals[at];
    let words = || Text { nl: "Woorden".into(), en: "Words".into() };
    (goal.explanation, goal.why, goal.target_group, goal.source) = (words(), words(), words(), "Bron".into());
    let added = QuestionEdit { title: words(), added: vec![words()], ..QuestionEdit::default() };
    edit_question(draft, QuestionOf::Measures(at, 0), added);
}

#[tokio::test]
async fn figures_compare_where_answers_mean_the_same_and_nowhere_else() {
    for world in World::each().await {
        let old = questionnaire();
        let tick = |goal: usize, at: usize| {
            let question = &old.goals[goal].questions[0];
            (measures_column(old.goals[goal].number, question.number), question.options[at].code.clone())
        };
        world.open(&plan("2027", &["GM0344"]), &[]).await;
        let ticked: Vec<_> = (0..4).map(|goal| tick(goal, measures(old, goal, 0)[0])).collect();
        fill(&world, "2027", old, &ticked).await;
        publish_wave(&world, "2027").await;

        let mut db = world.write().await;
        let version = edit::copy(&mut db, &world.act(), definitions(), ID, 1).await.expect("a copy");
        let mut draft = edit::draft(&mut db, ID, version).await.expect("a draft");
        changed(&mut draft.questionnaire);
        assert_eq!(edit::check(&draft.questionnaire), []);
        edit::keep(&mut db, &world.act(), &draft.stored, &draft.questionnaire).await.expect("kept");
        let rule = definitions().rule("2017-a").expect("a rule");
        let tried = dry_run::dry_run(&mut db, definitions(), &Arc::new(draft.questionnaire), rule).await;
        let tried = tried.expect("tried").expect("a wave to try it on");
        assert_eq!((tried.wave.as_str(), tried.respondents), ("2027", 1));
        assert_eq!((tried.goals[0].before, tried.goals[0].breaks.len()), (tried.goals[0].after, 0));
        assert!(tried.goals[3].before > tried.goals[3].after, "its only measure is not there any more");
        let known = edit::draft(&mut db, ID, version).await.expect("a draft").stored.changed;
        edit::publish(&mut db, &world.act(), ID, version, known).await.expect("published");
        let new = versions::find(&mut db, definitions(), ID, version).await.expect("found").expect("there");
        db.commit().await.expect("a commit");

        let mut next = plan("2028", &["GM0344"]);
        next.questionnaire = (ID.to_owned(), version);
        world.open(&next, &[]).await;
        // The same measure in goal 1 as then, and two.
        let code = tick(0, measures(old, 0, 0)[1]).1;
        let ticked = vec![(tick(0, 0).0, format!("{};{code}", tick(0, measures(old, 0, 0)[0]).1))];
        fill(&world, "2028", &new, &ticked).await;
        publish_wave(&world, "2028").await;

        let found = report(&world, "2028").await;
        let change = &found["change"];
        assert_eq!((&change["since"], &change["mean_total"]), (&Value::from("2027"), &Value::Null));
        assert_eq!(change["goals"]["1"].as_f64(), Some(5.0), "a measure more: {change}");
        assert_eq!(change["goals"]["2"].as_f64(), Some(-5.0), "two that became one is one: {change}");
        for goal in ["3", "4", "5", "11"] {
            assert_eq!(change["goals"][goal], Value::Null, "{goal}");
        }
        assert_eq!(change["goals"]["6"].as_f64(), Some(0.0));
        let broken: Vec<u64> = change["not_comparable"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|one| one["goal"].as_u64())
            .collect();
        assert_eq!(broken, [3, 4, 5, 11]);
        let reasons = change["not_comparable"][0]["reasons"][0]["nl"].as_str();
        assert_eq!(reasons, Some("het antwoord ‘Iets nieuws’ is nieuw"));
        let share = |column: &str, code: &str| change["shares"][format!("{column}/{code}")].as_f64();
        let (column, first) = tick(0, measures(old, 0, 0)[0]);
        assert_eq!((share(&column, &first), share(&column, &code)), (Some(0.0), Some(100.0)));
        let (column, _) = tick(2, 0);
        assert_eq!(change["shares"][format!("{column}/iets-nieuws")], Value::Null);
        // The wave before is not touched by any of this.
        assert_eq!(report(&world, "2027").await["change"], Value::Null);
    }
}

#[tokio::test]
async fn an_answer_on_a_question_that_is_not_put_is_kept_and_does_not_count() {
    for world in World::each().await {
        let mut asked = questionnaire().clone();
        asked.goals[0].questions[0].shown =
            Some(Condition { column: "d1.beleid".into(), code: "nee".into() });
        let question = &asked.goals[0].questions[0];
        let column = measures_column(1, question.number);
        let code = question.options[measures(&asked, 0, 0)[0]].code.clone();
        world.open(&plan("2027", &["GM0344"]), &[]).await;
        let run = world.run("2027").await;
        let municipality = "GM0344".parse().expect("a code");
        let form = InHand { run: &run, questionnaire: &asked, municipality, organisation: None };
        let mut db = world.write().await;
        let rule = definitions().rule("2017-a").expect("a rule");
        let mut scores = Vec::new();
        for policy in ["nee", "ja"] {
            let answers = [("d1.beleid", policy), (&column, &code)];
            let answers =
                answers.map(|(name, value)| Answer { name: name.to_owned(), value: value.to_owned() });
            save(&mut db, &world.act(), form, 0, &answers).await.expect("saved");
            let kept = crate::store::cells::all(&mut db, "2027", municipality).await.expect("read");
            assert_eq!(kept.get(&column).map(|kept| kept.value.as_str()), Some(code.as_str()), "kept");
            let checked = super::check::check(&asked, rule, municipality, &kept);
            assert_eq!(checked.hidden.contains(&column), policy == "ja");
            assert_eq!(checked.goals[0].findings, []);
            scores.push(checked.goals[0].score.as_ref().map(|(score, _)| score.measures));
        }
        assert_eq!(scores, [Some(kernel::Exact::whole(5)), Some(kernel::Exact::ZERO)]);
    }
}
