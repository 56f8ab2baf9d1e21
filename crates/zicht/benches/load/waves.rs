//! Five waves in which every municipality answered, and forms that are half filled in. The answers are those of the
//! demonstration, dealt out again.

use std::collections::BTreeMap;

use geography::Geography;
use jiff::civil::date;
use kernel::Clock as _;
use platform::{Connection, Database};

/// The years of the waves.
pub const YEARS: std::ops::RangeInclusive<i64> = 2021..=2025;

/// The wave of a year.
pub fn wave(year: i64) -> String {
    format!("{year}-land")
}

/// Fills an empty database.
pub async fn fill(database: &Database) {
    monitor::fill_demo(database, &zicht::SystemClock).await.unwrap();
    let mut db = database.write().await.unwrap();
    let answers = dealt(&mut db).await;
    let (definition,): (String,) =
        sqlx::query_as("select definition from waves where id = '2026'").fetch_one(&mut *db).await.unwrap();
    sqlx::query("delete from waves").execute(&mut *db).await.unwrap();
    let municipalities = Geography::built_in().at(date(2023, 1, 1));
    for year in YEARS {
        let id = wave(year);
        let text = definition
            .replace("id = \"2026\"", &format!("id = \"{id}\""))
            .replace("year = 2026", &format!("year = {year}"));
        sqlx::query(
            "insert into waves (id, year, questionnaire, questionnaire_version, definition, nature, answers_hash,
                                respondents, imported_at, source)
             values ($1, $2, 'preventie-2017', 1, $3, 'generated', $4, 342, $5, 'load')",
        )
        .bind(id.clone())
        .bind(year)
        .bind(text)
        .bind(format!("{year:064}"))
        .bind(zicht::SystemClock.now().to_string())
        .execute(&mut *db)
        .await
        .unwrap();
        for (row, municipality) in municipalities.iter().enumerate() {
            let code = municipality.code.to_string();
            let mut cells = answers[(row * 7 + year as usize * 13) % answers.len()].clone();
            cells.insert("respondent".to_owned(), code.clone());
            cells.insert("gemeente".to_owned(), code.clone());
            cells.insert("openbaar".to_owned(), "ja".to_owned());
            let class = municipality.size_class().unwrap().number();
            cells.insert("grootteklasse".to_owned(), class.to_string());
            sqlx::query(
                "insert into responses (wave, row, respondent, size_class, municipality, named, answers)
                 values ($1, $2, $3, $4, $3, 1, $5)",
            )
            .bind(id.clone())
            .bind(row as i64 + 2)
            .bind(code)
            .bind(i64::from(class))
            .bind(serde_json::to_string(&cells).unwrap())
            .execute(&mut *db)
            .await
            .unwrap();
        }
    }
    db.commit().await.unwrap();
}

/// The answers of the demonstration.
async fn dealt(db: &mut Connection) -> Vec<BTreeMap<String, String>> {
    let answers: Vec<(String,)> =
        sqlx::query_as("select answers from responses where wave = '2026' order by row")
            .fetch_all(db)
            .await
            .unwrap();
    answers.iter().map(|(text,)| serde_json::from_str(text).unwrap()).collect()
}

/// Puts the last answers of every municipality into its form, but for the own measures: those are saved.
pub async fn begin_forms(database: &Database, run: &str) {
    let mut db = database.write().await.unwrap();
    let answers: Vec<(String, String)> =
        sqlx::query_as("select municipality, answers from responses where wave = $1")
            .bind(wave(*YEARS.end()))
            .fetch_all(&mut *db)
            .await
            .unwrap();
    for (municipality, text) in answers {
        let cells: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        for (name, value) in cells {
            if !name.contains('.') || name.ends_with("tekst") {
                continue;
            }
            sqlx::query(
                "insert into form_cells (run, municipality, name, value, revision, changed_by, changed_at)
                 values ($1, $2, $3, $4, 0, $5, '2026-11-22T12:00:00Z')",
            )
            .bind(run.to_owned())
            .bind(municipality.clone())
            .bind(name)
            .bind(value)
            .bind("00000000-0000-7000-8000-000000000000")
            .execute(&mut *db)
            .await
            .unwrap();
        }
    }
    db.commit().await.unwrap();
}
