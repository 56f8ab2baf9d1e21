//! Puts answers into the database and makes statistics of what is there.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use documents::read::Rows;
use kernel::{Clock, Finding};
use platform::{Connection, Database, DatabaseError};
use thiserror::Error;

use crate::analysis::{self, Analysis, Through};
use crate::definitions::{self, Definitions};
use crate::domain::families::Families;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::{Parts, ScoringRule};
use crate::domain::score::Scorer;
use crate::domain::wave::{Nature, Wave};
use crate::import::responses::{Accepted, ResponseReader};
use crate::import::{self, Listener, Outcome};
use crate::report::model::Report;
use crate::store::responses::{self, StoredResponse};
use crate::store::waves::{self, StoredWave};
use crate::versions;

/// Why a wave could not be stored or read.
#[derive(Debug, Error)]
pub enum WaveError {
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A statement failed.
    #[error("the database gave an error: {0}")]
    Statement(#[from] sqlx::Error),
    /// The definitions in the program are not sound; `zicht definitions check` tells what is wrong.
    #[error("the definitions in this program are not sound: run `zicht definitions check`")]
    Definitions,
    /// There is no such wave.
    #[error("there is no wave {0} in the database")]
    Unknown(String),
    /// The wave was answered with a questionnaire that this program does not have.
    #[error("wave {wave} was answered with questionnaire {questionnaire}, which this program does not have")]
    Questionnaire {
        /// Name of the wave.
        wave: String,
        /// Name and version of the questionnaire.
        questionnaire: String,
    },
    /// A stored questionnaire is not what was published.
    #[error("the stored questionnaire {0} can't be read: the database was changed from outside")]
    Edited(String),
    /// There is no such rule.
    #[error("there is no scoring rule {0}")]
    Rule(String),
    /// A stored response does not keep to the rules for answers.
    #[error("a stored response of wave {0} can't be read: the database was changed from outside")]
    Damaged(String),
    /// The file was another one the second time it was read.
    #[error("the file changed while it was read; nothing was stored")]
    Changed,
    /// The wave has other answers already.
    #[error("wave {0} has other answers already")]
    Occupied(String),
}

/// What to import and as what.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// Name of the wave.
    pub wave_id: &'a str,
    /// Its definition, if there is one.
    pub wave: Option<&'a Wave>,
    /// Its questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Where the answers come from, if somebody said so.
    pub nature: Option<Nature>,
    /// Take the place of other answers of the same wave.
    pub replace: bool,
    /// Name of the file, to be kept.
    pub source: &'a str,
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Imported {
    /// The answers are stored.
    Stored {
        /// How many responses.
        respondents: u64,
        /// As what.
        nature: Nature,
    },
    /// The same answers were there already: nothing changed.
    Same,
}

/// Stores the answers that `open` gives, which were read and found good before as `checked`.
///
/// Reading twice keeps memory bounded and lets nothing be written before everything is known to be good.
pub async fn store(
    database: &Database,
    clock: &dyn Clock,
    import: Import<'_>,
    checked: &Outcome,
    rows: Rows,
) -> Result<Imported, WaveError> {
    let mut db = database.write().await?;
    let nature = Analysis::nature(import.wave, import.nature, &checked.content);
    if let Some(stored) = waves::find(&mut db, import.wave_id).await? {
        if stored.content == checked.content && stored.nature == nature {
            return Ok(Imported::Same);
        }
        if !import.replace {
            return Err(WaveError::Occupied(import.wave_id.to_owned()));
        }
        waves::delete(&mut db, import.wave_id).await?;
    }
    let digits: String = import.wave_id.chars().take(4).collect();
    let wave = StoredWave {
        id: import.wave_id.to_owned(),
        year: import.wave.map_or_else(|| digits.parse().unwrap_or(0), |wave| wave.year),
        questionnaire: import.questionnaire.id.clone(),
        questionnaire_version: import.questionnaire.version,
        definition: import.wave.map(|wave| wave.text.clone()),
        nature,
        content: checked.content.clone(),
        respondents: checked.accepted,
        imported_at: clock.now().to_string(),
        source: import.source.to_owned(),
    };
    waves::insert(&mut db, &wave).await?;
    let again = insert_rows(&mut db, import, rows).await?;
    if again != *checked {
        return Err(WaveError::Changed);
    }
    db.commit().await?;
    Ok(Imported::Stored { respondents: checked.accepted, nature })
}

async fn insert_rows(db: &mut Connection, import: Import<'_>, mut rows: Rows) -> Result<Outcome, WaveError> {
    let mut reader = ResponseReader::new(import.questionnaire, import.wave);
    let file = rows.file().to_owned();
    let mut accepted = 0;
    reader.header(&file, rows.header()).map_err(|_| WaveError::Changed)?;
    while let Some(row) = rows.next_row() {
        let row = row.map_err(|_| WaveError::Changed)?;
        let number = i64::try_from(row.number()).map_err(|_| WaveError::Changed)?;
        let read = reader.row(row.number(), row.cells()).map_err(|_| WaveError::Changed)?;
        responses::insert(db, import.wave_id, &stored(number, read)).await?;
        accepted += 1;
    }
    Ok(Outcome { accepted, problems: 0, content: reader.content() })
}

fn stored(row: i64, accepted: Accepted) -> StoredResponse {
    let Accepted { response, cells } = accepted;
    StoredResponse {
        row,
        respondent: response.respondent,
        size_class: i64::from(response.size_class.number()),
        municipality: response.municipality.map(|code| code.to_string()),
        named: i64::from(response.named),
        answers: cells,
    }
}

/// Imports bytes that are known to be good: the data of the demonstration.
pub async fn store_bytes(
    database: &Database,
    clock: &dyn Clock,
    import: Import<'_>,
    bytes: &[u8],
) -> Result<Imported, WaveError> {
    struct Quiet;
    impl Listener for Quiet {
        fn accept(&mut self, _: u64, _: Accepted) {}
        fn problem(&mut self, _: Finding) {}
    }
    let open = || Rows::from_input(import.source, std::io::Cursor::new(bytes.to_vec()), None);
    let rows = open().map_err(|_| WaveError::Changed)?;
    let checked = import::read_rows(rows, import.questionnaire, import.wave, &mut Quiet);
    if checked.problems > 0 {
        return Err(WaveError::Damaged(import.wave_id.to_owned()));
    }
    store(database, clock, import, &checked, open().map_err(|_| WaveError::Changed)?).await
}

/// A stored wave with the questionnaire and definition that it was imported under.
#[derive(Debug, Clone)]
pub struct Opened {
    /// As stored.
    pub stored: StoredWave,
    /// Its definition.
    pub wave: Option<Wave>,
    /// Its questionnaire.
    pub questionnaire: Arc<Questionnaire>,
    /// Through what it is read, if it is compared with a wave under a later questionnaire.
    pub through: Option<Arc<Through>>,
}

impl Opened {
    /// Finds what `stored` was imported under.
    pub async fn new(
        db: &mut Connection,
        definitions: &Definitions,
        stored: StoredWave,
    ) -> Result<Self, WaveError> {
        let asked = (stored.questionnaire.as_str(), stored.questionnaire_version);
        let questionnaire = versions::of_wave(db, definitions, &stored.id, asked).await?;
        let wave = match &stored.definition {
            None => None,
            Some(text) => Some(
                definitions::read_wave(&stored.id, text)
                    .map_err(|_| WaveError::Damaged(stored.id.clone()))?,
            ),
        };
        Ok(Self { stored, wave, questionnaire, through: None })
    }

    /// The rule with this name, or the one that the wave is scored by.
    pub fn rule<'d>(
        &self,
        definitions: &'d Definitions,
        asked: Option<&str>,
    ) -> Result<&'d ScoringRule, WaveError> {
        rule(definitions, self.wave.as_ref(), asked)
    }

    /// Makes the statistics of the wave.
    pub async fn analyse(
        &self,
        db: &mut Connection,
        rule: &ScoringRule,
        parts: Parts,
    ) -> Result<Analysis, WaveError> {
        let asked = self.through.as_ref().map_or(&self.questionnaire, |through| &through.now);
        let mut accumulator = analysis::accumulator(asked, rule, parts);
        let mut reader = ResponseReader::new(&self.questionnaire, None);
        let mut participants = BTreeMap::new();
        // At most as many as there are municipalities.
        let mut placed = BTreeMap::new();
        let mut after = 0;
        loop {
            let page = responses::page(db, &self.stored.id, after).await?;
            let Some(last) = page.last() else { break };
            after = last.row;
            for stored in &page {
                let response = reader
                    .stored(&stored.respondent, &stored.answers)
                    .map_err(|_| WaveError::Damaged(self.stored.id.clone()))?;
                let response = match &self.through {
                    Some(through) => through.mapping.convert(&response),
                    None => response,
                };
                let mean = analysis::add(&mut accumulator, &response);
                let is_comparable =
                    self.through.as_ref().is_none_or(|through| through.comparison.mean(parts));
                analysis::note(&mut participants, &response, mean.filter(|_| is_comparable));
                placed.extend(response.municipality.map(|code| (code, response)));
            }
        }
        let mut statistics = accumulator.finish();
        let families = Families::new(&Scorer::new(rule, asked), parts, &statistics, &placed);
        if let Some(through) = &self.through {
            statistics.forget(&through.comparison);
        }
        Ok(Analysis {
            wave_id: self.stored.id.clone(),
            wave: self.wave.clone(),
            questionnaire: Questionnaire::clone(asked),
            rule: rule.clone(),
            nature: self.stored.nature,
            content: self.stored.content.clone(),
            statistics,
            participants,
            families,
            through: self.through.clone(),
        })
    }
}

/// The rule that was asked for, that of the wave, or the first one there is.
pub fn rule<'d>(
    definitions: &'d Definitions,
    wave: Option<&Wave>,
    asked: Option<&str>,
) -> Result<&'d ScoringRule, WaveError> {
    let name = asked.or(wave.map(|wave| wave.scoring_rule.as_str()));
    let found = name.map_or(definitions.rules.first(), |name| definitions.rule(name));
    found.ok_or_else(|| WaveError::Rule(name.unwrap_or_default().to_owned()))
}

/// The stored wave with this name.
pub async fn open(db: &mut Connection, definitions: &Definitions, id: &str) -> Result<Opened, WaveError> {
    let stored = waves::find(db, id).await?.ok_or_else(|| WaveError::Unknown(id.to_owned()))?;
    Opened::new(db, definitions, stored).await
}

/// The wave that `wave` is compared with: the newest earlier one with the same questionnaire, or with one from which
/// that was made. A real wave is never compared with generated answers, nor the other way round.
pub async fn previous(
    db: &mut Connection,
    definitions: &Definitions,
    wave: &Opened,
) -> Result<Option<Opened>, WaveError> {
    let generated = |wave: &StoredWave| wave.nature == Nature::Generated;
    let own = &wave.stored;
    for other in waves::all(db).await? {
        if (other.year, &other.id) >= (own.year, &own.id) || generated(&other) != generated(own) {
            continue;
        }
        let asked = (other.questionnaire.as_str(), other.questionnaire_version);
        let Some(seen) = versions::through(db, definitions, &wave.questionnaire, asked).await? else {
            continue;
        };
        let mut opened = Opened::new(db, definitions, other).await?;
        opened.through = seen.map(Arc::new);
        return Ok(Some(opened));
    }
    Ok(None)
}

/// Reads the file once to the end; nothing is stored.
pub fn check(path: &Path, import: Import<'_>, listener: &mut impl Listener) -> Outcome {
    import::read(path, import.questionnaire, import.wave, listener)
}

/// The report of a stored wave, with the wave before it under the same rule.
pub async fn report<'d>(
    db: &mut Connection,
    definitions: &'d Definitions,
    id: &str,
    rule: Option<&str>,
    parts: Parts,
) -> Result<Report<'d>, WaveError> {
    let opened = open(db, definitions, id).await?;
    let rule = opened.rule(definitions, rule)?;
    let analysis = opened.analyse(db, rule, parts).await?;
    let previous = match previous(db, definitions, &opened).await? {
        Some(earlier) => Some(earlier.analyse(db, rule, parts).await?),
        None => None,
    };
    Ok(Report::new(definitions, analysis, previous))
}
