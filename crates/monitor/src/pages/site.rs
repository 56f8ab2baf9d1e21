//! What every page works with: the database, and the waves that were computed lately.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use geography::Code;
use platform::Database;
use web::{PageError, RequestContext, Tr};

use super::made::Made;
use super::youth::Shown;
use crate::acts::youth::{self, Heard};
use crate::archive::{self, Opened, WaveError};
use crate::definitions::{BUILT_IN, Definitions};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::Parts;
use crate::domain::run::Run;
use crate::report::model::Report;
use crate::store::boundaries::{self, StoredBoundaries};
use crate::store::examples::{self, StoredExample};
use crate::store::runs;
use crate::store::waves::{self, StoredWave};
use crate::versions;

/// How many computed waves are kept: a wave under one rule, with one choice of parts, is about 3 MB.
const KEPT: usize = 6;

/// What a computed wave depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    wave: StoredWave,
    previous: Option<StoredWave>,
    rule: String,
    parts: Parts,
}

type Kept = Vec<(Key, Arc<Report<'static>>)>;

/// The state of the pages. Cloning it shares everything.
#[derive(Clone)]
pub struct Site {
    database: Database,
    definitions: &'static Definitions,
    kept: Arc<Mutex<Kept>>,
    made: Made,
}

impl Site {
    /// Pages over `database`. The error says that the definitions in the program are not sound.
    pub fn new(database: Database) -> Result<Self, &'static [kernel::Finding]> {
        let definitions = BUILT_IN.as_ref().map_err(Vec::as_slice)?;
        Ok(Self { database, definitions, kept: Arc::default(), made: Made::default() })
    }

    /// The definitions in the program.
    pub fn definitions(&self) -> &'static Definitions {
        self.definitions
    }

    /// Makes files, and keeps those that take long.
    pub fn made(&self) -> &Made {
        &self.made
    }

    /// Every stored wave, newest first.
    pub async fn waves(&self) -> Result<Vec<StoredWave>, PageError> {
        let mut db = self.database.read().await?;
        Ok(waves::all(&mut db).await?)
    }

    /// Every questionnaire that a wave can be held with.
    pub async fn questionnaires(&self) -> Result<Vec<Arc<Questionnaire>>, PageError> {
        let mut db = self.database.read().await?;
        versions::all(&mut db, self.definitions).await.map_err(page_error)
    }

    /// The wave with this name, if it was held here.
    pub async fn run(&self, id: &str) -> Result<Option<Run>, PageError> {
        Ok(runs::find(&mut *self.database.read().await?, id).await?)
    }

    /// How many good examples are published at a goal.
    pub async fn examples(&self, goal: u32) -> Result<u64, PageError> {
        let counts = examples::counts(&mut *self.database.read().await?).await?;
        Ok(counts.into_iter().filter(|((at, _), _)| *at == goal).map(|(_, count)| count).sum())
    }

    /// Every published example with how often it was thanked for, in the order of their ids.
    pub async fn published_examples(&self) -> Result<Vec<(StoredExample, u64)>, PageError> {
        Ok(examples::published(&mut *self.database.read().await?).await?)
    }

    /// The boundaries of municipalities, if somebody loaded them.
    pub async fn boundaries(&self) -> Result<Option<StoredBoundaries>, PageError> {
        let mut db = self.database.read().await?;
        Ok(boundaries::load(&mut db).await?)
    }

    /// The response of a municipality that agreed to be shown by name, with what it was imported under.
    pub async fn named(
        &self,
        wave: &str,
        municipality: &str,
    ) -> Result<Option<crate::domain::answers::Response>, PageError> {
        Ok(self.named_ones(wave, &[municipality.to_owned()]).await?.pop())
    }

    /// The same of several municipalities; those that did not agree, or did not answer, are left out.
    pub async fn named_ones(
        &self,
        wave: &str,
        municipalities: &[String],
    ) -> Result<Vec<crate::domain::answers::Response>, PageError> {
        let mut db = self.database.read().await?;
        let opened = self.open(&mut db, wave).await?;
        let mut reader = crate::import::responses::ResponseReader::new(&opened.questionnaire, None);
        let mut found = Vec::new();
        for municipality in municipalities {
            let stored = crate::store::responses::named(&mut db, wave, municipality).await?;
            let Some(stored) = stored else { continue };
            let response = reader.stored(&stored.respondent, &stored.answers);
            found.push(response.map_err(|_| PageError::internal(WaveError::Damaged(wave.to_owned())))?);
        }
        Ok(found)
    }

    /// What young people of a municipality think, for a wave that was held here and in which they were asked.
    pub async fn heard(&self, tr: Tr, wave: &str, code: Code) -> Result<Option<Shown>, PageError> {
        self.young(wave, code, |heard| Shown::new(tr, heard)).await
    }

    /// The same, in another form.
    pub async fn young<T>(
        &self,
        wave: &str,
        code: Code,
        make: impl FnOnce(&Heard<'_>) -> T,
    ) -> Result<Option<T>, PageError> {
        let mut db = self.database.read().await?;
        let Some(run) = runs::find(&mut db, wave).await? else { return Ok(None) };
        let heard = youth::heard(&mut db, self.definitions, &run, code).await.map_err(PageError::internal)?;
        Ok((heard != Heard::NotAsked).then(|| make(&heard)))
    }

    async fn open(&self, db: &mut platform::Connection, wave: &str) -> Result<Opened, PageError> {
        archive::open(db, self.definitions, wave).await.map_err(page_error)
    }

    /// A wave as a report, computed once and kept until its answers change.
    pub async fn report(
        &self,
        wave: &str,
        rule: Option<&str>,
        parts: Parts,
    ) -> Result<Arc<Report<'static>>, PageError> {
        let mut db = self.database.read().await?;
        let opened = self.open(&mut db, wave).await?;
        let rule = opened.rule(self.definitions, rule).map_err(page_error)?;
        let previous = archive::previous(&mut db, self.definitions, &opened).await.map_err(page_error)?;
        let key = Key {
            wave: opened.stored.clone(),
            previous: previous.as_ref().map(|previous| previous.stored.clone()),
            rule: rule.id.clone(),
            parts,
        };
        if let Some(report) = self.recall(&key) {
            return Ok(report);
        }
        let analysis = opened.analyse(&mut db, rule, parts).await.map_err(page_error)?;
        let before = match previous {
            Some(previous) => Some(previous.analyse(&mut db, rule, parts).await.map_err(page_error)?),
            None => None,
        };
        let report = Arc::new(Report::new(self.definitions, analysis, before));
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != &key);
        kept.insert(0, (key, Arc::clone(&report)));
        kept.truncate(KEPT);
        Ok(report)
    }

    /// The kept report, moved to the front: the last one in the row is the first to go.
    fn recall(&self, key: &Key) -> Option<Arc<Report<'static>>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(other, _)| other == key)?;
        let found = kept.remove(at);
        let report = Arc::clone(&found.1);
        kept.insert(0, found);
        Some(report)
    }
}

fn page_error(error: WaveError) -> PageError {
    match error {
        WaveError::Unknown(_) | WaveError::Rule(_) => PageError::NotFound,
        error => PageError::internal(error),
    }
}

/// `/regions` and the like lead to that page of the newest wave: the menu can't know which one that is.
pub async fn newest(State(site): State<Site>, context: RequestContext) -> Result<Response, PageError> {
    let waves = site.waves().await?;
    let newest = waves.first().ok_or(PageError::NotFound)?;
    let url = context.url(&format!("/monitor/{}{}", newest.id, context.path));
    Ok(Redirect::temporary(&url).into_response())
}
