//! Questionnaires wherever they come from: built into the program, or made in the editor and published.
//!
//! A published version never changes, so one that was read is kept by the hash of its text, for every database.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use platform::Connection;

use crate::analysis::Through;
use crate::archive::WaveError;
use crate::definitions::{self, Definitions};
use crate::domain::mapping::Mapping;
use crate::domain::questionnaire::Questionnaire;
use crate::store::questionnaires;

/// Published versions that were read, by the hash of their text. There are a few in a decade.
static READ: Mutex<BTreeMap<String, Arc<Questionnaire>>> = Mutex::new(BTreeMap::new());

/// The questionnaire that a wave can be held with under this name and version.
///
/// # Errors
/// If the database fails, or what is stored is not what was published.
pub async fn find(
    db: &mut Connection,
    definitions: &Definitions,
    id: &str,
    version: u32,
) -> Result<Option<Arc<Questionnaire>>, WaveError> {
    let is_it = |known: &&Arc<Questionnaire>| known.id == id && known.version == version;
    if let Some(found) = definitions.questionnaires.iter().find(is_it) {
        return Ok(Some(Arc::clone(found)));
    }
    match questionnaires::find(db, id, version).await? {
        Some(stored) if stored.published => Ok(Some(published(db, id, version, &stored.hash).await?)),
        _ => Ok(None),
    }
}

/// The same, for what must be there: a wave names it.
///
/// # Errors
/// As [`find`], and if it is not there.
pub async fn of_wave(
    db: &mut Connection,
    definitions: &Definitions,
    wave: &str,
    (id, version): (&str, u32),
) -> Result<Arc<Questionnaire>, WaveError> {
    find(db, definitions, id, version).await?.ok_or_else(|| WaveError::Questionnaire {
        wave: wave.to_owned(),
        questionnaire: format!("{id} (version {version})"),
    })
}

/// Every questionnaire that a wave can be held with, those of the program first.
///
/// # Errors
/// As [`find`].
pub async fn all(
    db: &mut Connection,
    definitions: &Definitions,
) -> Result<Vec<Arc<Questionnaire>>, WaveError> {
    let mut found = definitions.questionnaires.clone();
    for stored in questionnaires::all(db).await?.into_iter().filter(|stored| stored.published) {
        found.push(published(db, &stored.id, stored.version, &stored.hash).await?);
    }
    Ok(found)
}

/// How many copies of copies are followed back.
const LONGEST: usize = 100;

/// How a questionnaire is read through `now`, which was made from it: `None` inside if it is the same one, and nothing
/// if it is not one that `now` comes from.
///
/// # Errors
/// As [`find`].
pub async fn through(
    db: &mut Connection,
    definitions: &Definitions,
    now: &Arc<Questionnaire>,
    (id, version): (&str, u32),
) -> Result<Option<Option<Through>>, WaveError> {
    if now.id == id && now.version == version {
        return Ok(Some(None));
    }
    let (mut mapping, mut from) = (Mapping::same(now), Arc::clone(now));
    for _ in 0..LONGEST {
        let Some((base_id, base_version)) = &from.base else { return Ok(None) };
        let Some(base) = find(db, definitions, base_id, *base_version).await? else { return Ok(None) };
        mapping = mapping.then(&Mapping::to_base(&from, &base));
        from = base;
        if from.id == id && from.version == version {
            let comparison = mapping.compare(now, &from);
            return Ok(Some(Some(Through { then: from, now: Arc::clone(now), mapping, comparison })));
        }
    }
    Ok(None)
}

async fn published(
    db: &mut Connection,
    id: &str,
    version: u32,
    hash: &str,
) -> Result<Arc<Questionnaire>, WaveError> {
    let kept = || READ.lock().unwrap_or_else(PoisonError::into_inner);
    let known = kept().get(hash).map(Arc::clone);
    if let Some(known) = known {
        return Ok(known);
    }
    let damaged = || WaveError::Edited(format!("{id} (version {version})"));
    let body = questionnaires::body(db, id, version).await?.ok_or_else(damaged)?;
    if definitions::hash(&body) != hash {
        return Err(damaged());
    }
    let read = Arc::new(definitions::read_questionnaire(&body).map_err(|_| damaged())?);
    kept().insert(hash.to_owned(), Arc::clone(&read));
    Ok(read)
}
