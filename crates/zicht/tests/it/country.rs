//! The whole country in one open wave: a form for each municipality, and an editor who is signed in.

use geography::Geography;
use jiff::civil::date;
use platform::Database;
use platform::keys::Keys;

use crate::society::Society;

/// The wave that is open.
pub const WAVE: &str = "2027-land";

/// A municipality with its editor.
#[derive(Debug)]
pub struct Editor {
    /// Its code.
    pub municipality: String,
    /// What the cookie of the editor holds.
    pub session: String,
}

/// Opens the wave for every municipality of 2023, which are 342.
pub async fn open(database: &Database, keys: &Keys, society: &Society) -> Vec<Editor> {
    let municipalities = Geography::built_in().at(date(2023, 1, 1));
    let members = society.editors(database, keys, &municipalities).await;
    let mut db = database.write().await.unwrap();
    sqlx::query(
        "insert into runs (id, year, title_nl, title_en, questionnaire, questionnaire_version, scoring_rule,
                           reference_date, opens_on, closes_on, invited, four_eyes, most_reminders, nature,
                           state, state_since)
         values ($1, 2027, 'Land', 'Country', 'preventie-2017', 1, '2017-a', '2023-01-01', '2020-01-01', '2999-12-31',
                 '', 1, 1, 'generated', 'open', '2020-01-01T00:00:00Z')",
    )
    .bind(WAVE)
    .execute(&mut *db)
    .await
    .unwrap();
    for municipality in &municipalities {
        sqlx::query("insert into forms (run, municipality, state) values ($1, $2, 'filling')")
            .bind(WAVE)
            .bind(municipality.code.to_string())
            .execute(&mut *db)
            .await
            .unwrap();
    }
    db.commit().await.unwrap();
    let mut editors = Vec::new();
    for (municipality, member) in municipalities.into_iter().zip(members) {
        let session = society.session(database, member.person).await;
        editors.push(Editor { municipality: municipality.code.to_string(), session });
    }
    editors
}
