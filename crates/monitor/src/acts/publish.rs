//! Publishes a wave: the approved forms become a wave as every other, with answers that never change again.

use std::collections::BTreeMap;

use geography::Geography;
use platform::{Connection, audit};
use serde::Serialize;
use serde_json::json;

use super::run::{invited, moved};
use super::{Act, ActError};
use crate::archive::WaveError;
use crate::definitions::Definitions;
use crate::domain::form::FormState;
use crate::domain::run::{Plan, Run};
use crate::import::columns::columns;
use crate::import::responses::ResponseReader;
use crate::store::responses::StoredResponse;
use crate::store::waves::{self, StoredWave};
use crate::store::{cells, forms, responses};
use crate::versions;

/// Publishes a wave.
///
/// # Errors
/// The rule that stands in the way, `Changed` if somebody else was first, or `Damaged` if an approved form does not
/// keep to the rules.
pub async fn publish(
    db: &mut Connection,
    act: &Act<'_>,
    definitions: &Definitions,
    run: &Run,
) -> Result<u64, ActError> {
    let id = &run.plan.id;
    let approved: Vec<_> = forms::all(db, id)
        .await?
        .into_iter()
        .filter(|form| matches!(form.state, FormState::Approved { .. }))
        .collect();
    let state = run.state.clone().publish(approved.len() as u64)?;
    let (name, version) = &run.plan.questionnaire;
    let questionnaire = versions::of_wave(db, definitions, id, (name, *version)).await?;
    let header: Vec<String> = columns(&questionnaire).into_iter().map(|column| column.name).collect();
    let mut reader = ResponseReader::new(&questionnaire, None);
    let damaged = || WaveError::Damaged(id.clone());
    reader.header(id, &header).map_err(|_| damaged())?;
    let mut rows = Vec::new();
    for (form, number) in approved.iter().zip(2_u32..) {
        let code = form.municipality.to_string();
        let mut kept: BTreeMap<String, String> = cells::all(db, id, form.municipality)
            .await?
            .into_iter()
            .map(|(name, kept)| (name, kept.value))
            .collect();
        kept.insert("respondent".to_owned(), code.clone());
        kept.insert("gemeente".to_owned(), code);
        let row = header.iter().map(|name| kept.get(name).map_or("", String::as_str));
        let accepted = reader.row(u64::from(number), row).map_err(|_| damaged())?;
        rows.push(StoredResponse {
            row: i64::from(number),
            respondent: accepted.response.respondent,
            size_class: i64::from(accepted.response.size_class.number()),
            municipality: accepted.response.municipality.map(|code| code.to_string()),
            named: i64::from(accepted.response.named),
            answers: accepted.cells,
        });
    }
    moved(db, act, run, &state).await?;
    if waves::find(db, id).await?.is_some() {
        // A file of answers was imported under this name meanwhile: nothing of it is written over.
        return Err(ActError::Findings(vec![web::on_field("run-taken", "id").with("id", id)]));
    }
    waves::insert(
        db,
        &StoredWave {
            id: id.clone(),
            year: run.plan.year,
            questionnaire: name.clone(),
            questionnaire_version: *version,
            definition: Some(definition(&run.plan)),
            nature: run.plan.nature,
            content: reader.content(),
            respondents: rows.len() as u64,
            imported_at: act.now.to_string(),
            source: "Zicht".to_owned(),
        },
    )
    .await?;
    for row in &rows {
        responses::insert(db, id, row).await?;
    }
    let detail = json!({ "respondents": rows.len() });
    audit::record(db, &act.about_run("wave.published", id).detail(detail)).await?;
    Ok(rows.len() as u64)
}

/// Takes a published wave back: it is gone from every public page, and its forms stay.
///
/// # Errors
/// Unless it is published, and without a reason.
pub async fn withdraw(db: &mut Connection, act: &Act<'_>, run: &Run, because: &str) -> Result<(), ActError> {
    let state = run.state.clone().withdraw(because)?;
    moved(db, act, run, &state).await?;
    waves::delete(db, &run.plan.id).await?;
    // The reason is for everybody to read, on the page of the wave; the trail says that there is one.
    audit::record(db, &act.about_run("wave.withdrawn", &run.plan.id)).await?;
    Ok(())
}

#[derive(Serialize)]
struct Definition<'a> {
    id: &'a str,
    year: u32,
    questionnaire: &'a str,
    scoring_rule: &'a str,
    reference_date: String,
    invited: u64,
    size_classes: [u64; 5],
    source: &'a str,
    nature: &'a str,
    title: Words<'a>,
    period: Period,
}

#[derive(Serialize)]
struct Words<'a> {
    nl: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct Period {
    from: String,
    to: String,
}

/// The plan as a definition of a wave, the form in which waves are kept with their answers.
#[must_use]
pub fn definition(plan: &Plan) -> String {
    let mut size_classes = [0; 5];
    for code in invited(plan) {
        let class = Geography::built_in().get(code).and_then(geography::Municipality::size_class);
        let counted = class.and_then(|class| size_classes.get_mut(usize::from(class.number()) - 1));
        if let Some(counted) = counted {
            *counted += 1;
        }
    }
    let definition = Definition {
        id: &plan.id,
        year: plan.year,
        questionnaire: &plan.questionnaire.0,
        scoring_rule: &plan.scoring_rule,
        reference_date: plan.reference_date.to_string(),
        invited: size_classes.iter().sum(),
        size_classes,
        source: "Ingevuld in Zicht",
        nature: plan.nature.name(),
        title: Words { nl: &plan.title.nl, en: &plan.title.en },
        period: Period { from: plan.period.0.to_string(), to: plan.period.1.to_string() },
    };
    // Text and numbers only, tables last: this can't fail.
    toml::to_string(&definition).unwrap_or_default()
}
