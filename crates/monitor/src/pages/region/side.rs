//! The municipalities of a region beside each other, goal by goal. Only of those that agreed to be named in that wave
//! anything is read or shown; of the others it says that they took part. A mean of the region stands there only where
//! the public pages show it too, so that nothing more can be worked out here than anywhere.

use std::collections::BTreeMap;

use geography::{Code, Geography, Municipality, Region};
use kernel::{Exact, Norm};
use web::{PageError, RequestContext, Tr};

use crate::Desk;
use crate::analysis::Participant;
use crate::domain::rule::Parts;
use crate::domain::tally::Distribution;
use crate::domain::wave::Nature;
use crate::pages::own::{mean_of, scores};
use crate::pages::parts::{norm, score_words};
use crate::pages::peers::Peers;
use crate::pages::scope::Choice;
use crate::report::model::Report;

/// The table.
pub struct Side {
    /// Its title, with the wave.
    pub title: String,
    /// The published waves, newest first.
    pub waves: Vec<Choice>,
    /// Whether the answers are real.
    pub nature: Nature,
    /// Number, title and page of each goal.
    pub goals: Vec<(u32, String, String)>,
    /// The municipalities by name.
    pub rows: Vec<Row>,
    /// Region and country, as far as they may be shown.
    pub groups: Vec<Row>,
    /// How many may not be shown by name, in words.
    pub note: String,
    /// Whether the wave says which municipality answered.
    pub is_known: bool,
}

/// A line of the table.
pub struct Row {
    /// Of whom.
    pub name: String,
    /// The page of the municipality in the wave.
    pub url: String,
    /// Mean and goals; empty where nothing may be shown.
    pub cells: Vec<Cell>,
    /// Why nothing is shown.
    pub words: String,
}

/// A score.
#[derive(Clone)]
pub struct Cell {
    /// In words.
    pub score: String,
    /// The name of the norm that it meets, or nothing.
    pub norm: &'static str,
    /// The norm in words.
    pub norm_word: String,
}

/// Makes the table of a wave, or of the newest; nothing while none is published.
pub async fn side(
    desk: &Desk,
    context: &RequestContext,
    region: Region,
    asked: Option<&str>,
) -> Result<Option<Side>, PageError> {
    let tr = context.tr();
    let mut waves = Vec::new();
    for stored in desk.site().waves().await? {
        let read = stored.definition.as_deref();
        let read = read.and_then(|text| crate::definitions::read_wave(&stored.id, text).ok());
        waves.extend(read.map(|wave| (stored.id, wave)));
    }
    let at = match asked {
        None => 0,
        Some(asked) => waves.iter().position(|(id, _)| id == asked).ok_or(PageError::NotFound)?,
    };
    let Some((id, wave)) = waves.get(at) else { return Ok(None) };
    let report = desk.site().report(id, None, Parts::ALL).await?;
    let there = Geography::built_in().in_region(region, wave.reference_date);
    let choices = waves.iter().map(|(other, wave)| Choice {
        label: wave.title.get(tr.0).to_owned(),
        url: format!("{}#side", context.url(&format!("/regions/{}?wave={other}", region.slug()))),
        on: other == id,
    });
    let rows = rows(desk, context, &report, id, there).await?;
    let unnamed = rows.iter().filter(|row| row.cells.is_empty()).count();
    Ok(Some(Side {
        title: tr.t1("region-side-of", "wave", wave.title.get(tr.0)),
        waves: choices.collect(),
        nature: report.analysis.nature,
        goals: report
            .analysis
            .questionnaire
            .goals
            .iter()
            .map(|goal| {
                let page = format!("/monitor/{id}/goals/{}", goal.number);
                (goal.number, goal.title.get(tr.0).to_owned(), context.url(&page))
            })
            .collect(),
        groups: groups(&report, tr, region),
        note: tr.t2("region-side-note", "n", unnamed, "all", rows.len()),
        rows,
        is_known: !report.analysis.participants.is_empty(),
    }))
}

async fn rows(
    desk: &Desk,
    context: &RequestContext,
    report: &Report<'_>,
    wave: &str,
    mut there: Vec<&'static Municipality>,
) -> Result<Vec<Row>, PageError> {
    let (tr, analysis) = (context.tr(), &report.analysis);
    there.sort_by_key(|one| geography::fold(one.name));
    let agreed =
        |one: &&Municipality| matches!(analysis.participants.get(&one.code), Some(Participant::Named(_)));
    let codes: Vec<String> = there.iter().copied().filter(agreed).map(|one| one.code.to_string()).collect();
    let named = desk.site().named_ones(wave, &codes).await?;
    let mut cells: BTreeMap<Code, Vec<Cell>> = BTreeMap::new();
    for response in &named {
        let found = scores(&analysis.questionnaire, analysis, response);
        let goals = found.iter().map(|score| score.map(|score| score.total(Parts::ALL)));
        let all = std::iter::once(mean_of(&found, Parts::ALL)).chain(goals);
        let line = all.map(|score| cell(report, tr, score)).collect();
        cells.extend(response.municipality.map(|code| (code, line)));
    }
    let row = |one: &Municipality| {
        let cells = cells.remove(&one.code).unwrap_or_default();
        Row {
            name: one.name.to_owned(),
            url: context.url(&format!("/monitor/{wave}/municipalities/{}", one.code)),
            words: match analysis.participants.get(&one.code) {
                _ if !cells.is_empty() => String::new(),
                Some(_) => tr.t("region-side-unnamed"),
                None => tr.t("region-side-absent"),
            },
            cells,
        }
    };
    Ok(there.into_iter().map(row).collect())
}

/// The means that the public pages show as well.
fn groups(report: &Report<'_>, tr: Tr, region: Region) -> Vec<Row> {
    let analysis = &report.analysis;
    let goals = analysis.questionnaire.goals.len();
    let row = |peers: Peers| Row {
        name: tr.t1("region-side-mean", "group", peers.label.as_str()),
        url: String::new(),
        cells: std::iter::once(peers.means.mean())
            .chain((0..goals).map(|at| peers.goal(at).and_then(Distribution::mean)))
            .map(|mean| cell(report, tr, mean))
            .collect(),
        words: String::new(),
    };
    [Peers::region(analysis, tr, region), Peers::country(analysis, tr)]
        .into_iter()
        .flatten()
        .map(row)
        .collect()
}

fn cell(report: &Report<'_>, tr: Tr, score: Option<Exact>) -> Cell {
    let norm = norm(report, score);
    Cell {
        score: if score.is_some() { score_words(report, tr, score) } else { tr.t("no-value") },
        norm: norm.map_or("", Norm::name),
        norm_word: norm.map_or_else(String::new, |norm| tr.t(&format!("norm-{}", norm.name()))),
    }
}
