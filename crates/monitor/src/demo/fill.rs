//! Puts the demonstration into a database: the reconstruction of 2017 and two generated waves.

use kernel::Clock;
use platform::Database;

use super::{SEED, answers};
use crate::archive::{self, Import, WaveError};
use crate::definitions::{Definitions, reconstruction_2017};
use crate::domain::wave::{Nature, Wave};
use crate::store::waves;

/// Fills `database` with the waves of the demonstration; waves that are there already stay as they are.
pub async fn fill(
    database: &Database,
    definitions: &Definitions,
    clock: &dyn Clock,
) -> Result<(), WaveError> {
    for wave in definitions.wave("2017").into_iter().chain(&definitions.demo_waves) {
        let mut db = database.read().await?;
        let there = waves::find(&mut db, &wave.id).await?.is_some();
        drop(db);
        if there {
            continue;
        }
        let questionnaire = definitions.questionnaire(&wave.questionnaire).ok_or_else(|| {
            WaveError::Questionnaire { wave: wave.id.clone(), questionnaire: wave.questionnaire.clone() }
        })?;
        let (nature, bytes) = bytes(definitions, wave)?;
        let import = Import {
            wave_id: &wave.id,
            wave: Some(wave),
            questionnaire,
            nature: Some(nature),
            replace: false,
            source: "demonstration",
        };
        archive::store_bytes(database, clock, import, &bytes).await?;
    }
    Ok(())
}

fn bytes(definitions: &Definitions, wave: &Wave) -> Result<(Nature, Vec<u8>), WaveError> {
    if wave.nature != Nature::Generated {
        return Ok((Nature::Reconstruction, reconstruction_2017().to_vec()));
    }
    let questionnaire = definitions.questionnaire(&wave.questionnaire);
    let questionnaire = questionnaire.ok_or_else(|| WaveError::Unknown(wave.questionnaire.clone()))?;
    Ok((Nature::Generated, answers(questionnaire, wave, SEED)))
}
