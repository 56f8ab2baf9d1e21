//! The store suite: every statement, on SQLite and on PostgreSQL.

use std::collections::BTreeMap;

use super::boundaries::StoredBoundaries;
use super::responses::{PAGE, StoredResponse};
use super::waves::StoredWave;
use super::{boundaries, responses, waves};
use crate::domain::wave::Nature;

fn wave(id: &str, year: u32) -> StoredWave {
    StoredWave {
        id: id.into(),
        year,
        questionnaire: "preventie-2017".into(),
        questionnaire_version: 1,
        definition: None,
        nature: Nature::Generated,
        content: "abc".into(),
        respondents: 2,
        imported_at: "2026-11-22T10:00:00Z".into(),
        source: "answers.csv".into(),
    }
}

fn response(row: i64, municipality: Option<&str>, named: i64) -> StoredResponse {
    StoredResponse {
        row,
        respondent: format!("r{row:04}"),
        size_class: 2,
        municipality: municipality.map(str::to_owned),
        named,
        answers: "{\"d1.beleid\":\"ja\"}".into(),
    }
}

#[tokio::test]
async fn waves_come_back_newest_first_and_as_they_were() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let mut db = database.write().await.unwrap();
        let with_definition = StoredWave { definition: Some("id = \"2026\"".into()), ..wave("2026", 2026) };
        waves::insert(&mut db, &wave("2022", 2022)).await.unwrap();
        waves::insert(&mut db, &with_definition).await.unwrap();
        assert_eq!(waves::all(&mut db).await.unwrap(), [with_definition.clone(), wave("2022", 2022)]);
        assert_eq!(waves::find(&mut db, "2026").await.unwrap(), Some(with_definition));
        assert_eq!(waves::find(&mut db, "1999").await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_removed_wave_takes_its_responses_along() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let mut db = database.write().await.unwrap();
        waves::insert(&mut db, &wave("2026", 2026)).await.unwrap();
        responses::insert(&mut db, "2026", &response(2, None, 0)).await.unwrap();
        waves::delete(&mut db, "2026").await.unwrap();
        assert_eq!(responses::page(&mut db, "2026", 0).await.unwrap(), []);
    }
}

#[tokio::test]
async fn responses_page_in_the_order_of_the_file() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let mut db = database.write().await.unwrap();
        waves::insert(&mut db, &wave("2026", 2026)).await.unwrap();
        for row in (2..PAGE + 12).rev() {
            responses::insert(&mut db, "2026", &response(row, None, 0)).await.unwrap();
        }
        let first = responses::page(&mut db, "2026", 0).await.unwrap();
        assert_eq!((i64::try_from(first.len()), first[0].row), (Ok(PAGE), 2));
        let rest = responses::page(&mut db, "2026", first[first.len() - 1].row).await.unwrap();
        assert_eq!(
            rest.iter().map(|response| response.row).collect::<Vec<_>>(),
            (PAGE + 2..PAGE + 12).collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn a_municipality_that_did_not_agree_is_never_given_by_name() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let mut db = database.write().await.unwrap();
        waves::insert(&mut db, &wave("2026", 2026)).await.unwrap();
        responses::insert(&mut db, "2026", &response(2, Some("GM0344"), 1)).await.unwrap();
        responses::insert(&mut db, "2026", &response(3, Some("GM0363"), 0)).await.unwrap();
        assert_eq!(
            responses::named(&mut db, "2026", "GM0344").await.unwrap(),
            Some(response(2, Some("GM0344"), 1))
        );
        assert_eq!(responses::named(&mut db, "2026", "GM0363").await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_respondent_and_a_municipality_stand_once_in_a_wave() {
    for test in testkit::databases().await {
        for twice in [
            response(3, Some("GM0344"), 0),
            StoredResponse { respondent: "r0002".into(), ..response(3, None, 0) },
        ] {
            let database = test.open().await;
            let mut db = database.write().await.unwrap();
            waves::insert(&mut db, &wave("2026", 2026)).await.unwrap();
            responses::insert(&mut db, "2026", &response(2, Some("GM0344"), 0)).await.unwrap();
            assert!(responses::insert(&mut db, "2026", &twice).await.is_err());
        }
    }
}

#[tokio::test]
async fn new_boundaries_take_the_place_of_the_old() {
    for test in testkit::databases().await {
        let database = test.open().await;
        let mut db = database.write().await.unwrap();
        assert_eq!(boundaries::load(&mut db).await.unwrap(), None);
        for code in ["GM0014", "GM0034"] {
            let paths: BTreeMap<String, String> = [(code.to_owned(), "M0 0L1 0L1 1Z".to_owned())].into();
            let stored = StoredBoundaries { view_box: "0 0 10 12".into(), source: "CBS".into(), paths };
            boundaries::replace(&mut db, &stored).await.unwrap();
            assert_eq!(boundaries::load(&mut db).await.unwrap(), Some(stored));
        }
    }
}
