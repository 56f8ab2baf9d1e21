//! The own scores of a wave beside a group, as the page, its files and the letter show them.

use std::collections::BTreeSet;

use geography::Code;
use kernel::Exact;
use web::{PageError, RequestContext};

use super::query::{Query, With};
use super::rows::{Answered, Mine};
use crate::Desk;
use crate::analysis;
use crate::domain::tally::Distribution;
use crate::pages::own::{Scores, scores, scores_through};
use crate::pages::peers::Peers;
use crate::pages::scope::Scope;
use crate::versions;

/// A wave of a municipality, and whom it is compared with.
pub struct Compared {
    /// The wave.
    pub scope: Scope,
    /// What the address asks for.
    pub query: Query,
    /// The group; nothing if it may not be shown.
    pub peers: Option<Peers>,
    /// The own scores now, by position of the goal.
    pub now: Scores,
    /// The own scores of earlier waves, newest first, by position of the goal now.
    pub before: Vec<Scores>,
    /// The years of those waves.
    pub years: Vec<u32>,
}

/// Looks up a wave of a municipality with the group that the address asks for.
pub async fn compare(
    desk: &Desk,
    context: &RequestContext,
    mine: &Mine,
    (answered, earlier): (&Answered, &[Answered]),
    query: Query,
) -> Result<Compared, PageError> {
    let scope = Scope::load(desk.site(), context.lang, &answered.wave, query.of_wave()).await?;
    let analysis = &scope.report.analysis;
    let (tr, class) = (context.tr(), answered.response.size_class);
    let place = mine.municipality;
    let peers = match query.with() {
        With::Country => Peers::country(analysis, tr),
        With::Size => Peers::by_size(analysis, tr, class),
        With::Province => Peers::province(analysis, tr, place.province),
        With::Region => Peers::region(analysis, tr, place.region),
        With::Similar => Peers::similar(analysis, tr, answered.code, class),
        With::Chosen => chosen(desk, context, &scope, &query.codes()).await?,
    };
    let mut db = desk.read().await?;
    let (mut before, mut years) = (Vec::new(), Vec::new());
    for one in earlier {
        let asked = (one.questionnaire.id.as_str(), one.questionnaire.version);
        let through = versions::through(&mut db, desk.definitions(), &answered.questionnaire, asked).await;
        before.push(match through.map_err(PageError::internal)? {
            // Another questionnaire altogether.
            None => continue,
            Some(None) => scores(&one.questionnaire, analysis, &one.response),
            Some(Some(through)) => scores_through(&through, analysis, &one.response),
        });
        years.push(one.year);
    }
    drop(db);
    Ok(Compared {
        now: scores(&analysis.questionnaire, analysis, &answered.response),
        before,
        years,
        peers,
        query,
        scope,
    })
}

/// A chosen group, of those who agreed in this wave: nobody else is read at all.
async fn chosen(
    desk: &Desk,
    context: &RequestContext,
    scope: &Scope,
    codes: &[Code],
) -> Result<Option<Peers>, PageError> {
    let analysis = &scope.report.analysis;
    let parts = analysis.statistics.parts;
    let mut accumulator = analysis::accumulator(&analysis.questionnaire, &analysis.rule, parts);
    let mut found = BTreeSet::new();
    for code in codes {
        if let Some(response) = desk.site().named(&analysis.wave_id, &code.to_string()).await? {
            accumulator.add(&response, None);
            found.insert(*code);
        }
    }
    Ok(Peers::chosen(context.tr(), &accumulator.finish().all, &found))
}

/// Where an own score stands among others: name in locale keys (`mine-place-<name>`).
#[must_use]
pub fn place(own: Option<Exact>, peers: &Distribution) -> Option<&'static str> {
    // A quarter of a few municipalities says nothing.
    if peers.count() < crate::domain::groups::SMALLEST {
        return None;
    }
    let (own, quartiles) = (own?, peers.quartiles()?);
    Some(match () {
        () if own < quartiles.first => "low",
        () if own > quartiles.third => "high",
        () => "middle",
    })
}
