//! A form of 10,000 questions, all answered: what opening it takes, and saving an answer of it beside saving one of a
//! form as they are.

use std::time::Instant;

use monitor::definitions::{BUILT_IN, hash, write};
use platform::Database;

use crate::client::Client;
use crate::country::WAVE;
use crate::pace::Figures;
use crate::process::hidden;
use crate::save::Editor;

const LARGE: &str = "2027-groot";
const QUESTIONS: usize = 10_000;
const TIMES: usize = 50;

/// Opens and saves, as one editor, one request after the other.
pub async fn measure(client: &Client, editor: &Editor, database: &Database) {
    settle(database, &editor.municipality).await;
    let form = format!("/forms/{LARGE}/{}", editor.municipality);
    for (what, path) in [
        ("its overview opens", form.clone()),
        ("a goal of it opens, 1,000 questions", format!("{form}/goals/1")),
    ] {
        let mut figures = Figures::default();
        let begin = Instant::now();
        for _ in 0..TIMES / 5 {
            let asked = Instant::now();
            let page = client.get(&path, &editor.session, "").await.unwrap();
            figures.add(asked.elapsed(), page.status == 200);
        }
        figures.whole = begin.elapsed();
        figures.tell(what, "most < 1000");
    }
    for (what, run) in [("an answer of it is saved", LARGE), ("an answer of a form as it is, likewise", WAVE)]
    {
        saves(client, editor, what, run).await;
    }
}

/// Saves one answer after the other.
async fn saves(client: &Client, editor: &Editor, what: &str, run: &str) {
    let path = format!("/forms/{run}/{}/goals/1", editor.municipality);
    let page = client.get(&path, &editor.session, "").await.unwrap();
    let token = hidden(&page.text(), "form_token").unwrap();
    let (mut figures, begin) = (Figures::default(), Instant::now());
    for time in 0..TIMES {
        let column = "d1.eigen-maatregel-tekst";
        let form = format!("form_token={token}&seen=0&field={column}&{column}=groot-{time}");
        let asked = Instant::now();
        let answer = client.save(&path, &editor.session, &form).await.unwrap();
        figures.add(asked.elapsed(), answer.status == 200);
    }
    figures.whole = begin.elapsed();
    figures.tell(what, "as small");
}

/// Publishes the questionnaire, and opens a wave with it in which the municipality answered everything.
async fn settle(database: &Database, municipality: &str) {
    let mut questionnaire = (*BUILT_IN.as_ref().unwrap().questionnaires[0]).clone();
    "groot".clone_into(&mut questionnaire.id);
    let goals = questionnaire.goals.len();
    for goal in &mut questionnaire.goals {
        let first = goal.questions[0].clone();
        goal.questions = (1..=u32::try_from(QUESTIONS / goals).unwrap())
            .map(|number| monitor::domain::questionnaire::MeasureQuestion { number, ..first.clone() })
            .collect();
    }
    let body = write(&questionnaire).0;
    let nobody = "00000000-0000-7000-8000-000000000000";
    let mut db = database.write().await.unwrap();
    sqlx::query(
        "insert into questionnaires (id, version, state, body, hash, changed_by, changed_at)
         values ('groot', 1, 'published', $1, $2, $3, '2026-11-22T12:00:00Z')",
    )
    .bind(body.clone())
    .bind(hash(&body))
    .bind(nobody)
    .execute(&mut *db)
    .await
    .unwrap();
    sqlx::query(
        "insert into runs (id, year, title_nl, title_en, questionnaire, questionnaire_version, scoring_rule,
                           reference_date, opens_on, closes_on, invited, four_eyes, most_reminders, nature,
                           state, state_since)
         values ($1, 2027, 'Groot', 'Large', 'groot', 1, '2017-a', '2023-01-01', '2020-01-01', '2999-12-31',
                 '', 1, 1, 'generated', 'open', '2020-01-01T00:00:00Z')",
    )
    .bind(LARGE)
    .execute(&mut *db)
    .await
    .unwrap();
    sqlx::query("insert into forms (run, municipality, state) values ($1, $2, 'filling')")
        .bind(LARGE)
        .bind(municipality.to_owned())
        .execute(&mut *db)
        .await
        .unwrap();
    for goal in &questionnaire.goals {
        let policy = (format!("d{}.beleid", goal.number), "ja".to_owned());
        let answers = goal.questions.iter().map(|question| {
            let column = monitor::domain::questionnaire::measures_column(goal.number, question.number);
            (column, question.options[1].code.clone())
        });
        for (name, value) in std::iter::once(policy).chain(answers) {
            sqlx::query(
                "insert into form_cells (run, municipality, name, value, revision, changed_by, changed_at)
                 values ($1, $2, $3, $4, 0, $5, '2026-11-22T12:00:00Z')",
            )
            .bind(LARGE)
            .bind(municipality.to_owned())
            .bind(name)
            .bind(value)
            .bind(nobody)
            .execute(&mut *db)
            .await
            .unwrap();
        }
    }
    db.commit().await.unwrap();
}
