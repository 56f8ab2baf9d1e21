//! What a scoring rule would make of a draft, tried on the answers of the newest wave that it can be compared with.
//! Nothing is stored.

use std::sync::Arc;

use kernel::Exact;
use platform::Connection;

use super::ActError;
use crate::analysis::{Analysis, Through};
use crate::archive::Opened;
use crate::definitions::Definitions;
use crate::domain::mapping::{Break, Mapping};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::{Parts, ScoringRule};
use crate::store::waves;
use crate::versions;

/// A goal of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Its position in the draft.
    pub at: usize,
    /// Mean total in the wave, as it is; nothing for a new goal.
    pub before: Option<Exact>,
    /// The same answers to the draft: what is new in it nobody could answer.
    pub after: Option<Exact>,
    /// The most points that a question earns: then and now.
    pub question: (Option<Exact>, Exact),
    /// What changed that touches its score.
    pub breaks: Vec<Break>,
}

/// The outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DryRun {
    /// The wave.
    pub wave: String,
    /// Municipalities in it.
    pub respondents: u64,
    /// Mean over all goals: as it is, and under the draft.
    pub mean: (Option<Exact>, Option<Exact>),
    /// Each goal of the draft.
    pub goals: Vec<Tried>,
}

/// Tries `rule` on `draft`; nothing if no wave was held with what it was made from.
///
/// # Errors
/// If a wave can't be read.
pub async fn dry_run(
    db: &mut Connection,
    definitions: &Definitions,
    draft: &Arc<Questionnaire>,
    rule: &ScoringRule,
) -> Result<Option<DryRun>, ActError> {
    for stored in waves::all(db).await? {
        let asked = (stored.questionnaire.as_str(), stored.questionnaire_version);
        let Some(Some(through)) = versions::through(db, definitions, draft, asked).await? else { continue };
        let mut opened = Opened::new(db, definitions, stored).await?;
        let before = opened.analyse(db, rule, Parts::ALL).await?;
        // As if everything could be compared: the question here is what the rule makes of it.
        let Through { comparison, mapping, .. } = through.clone();
        opened.through =
            Some(Arc::new(Through { comparison: Mapping::same(draft).compare(draft, draft), ..through }));
        let after = opened.analyse(db, rule, Parts::ALL).await?;
        let goals = draft.goals.iter().enumerate().map(|(at, goal)| {
            let was = mapping.goal(at);
            let old = was.and_then(|was| opened.questionnaire.goals.get(was));
            Tried {
                at,
                before: was.and_then(|was| mean(&before, was)),
                after: was.and_then(|_| mean(&after, at)),
                question: (old.map(|old| cap(rule, old.questions.len())), cap(rule, goal.questions.len())),
                breaks: comparison.total(at, Parts::ALL).to_vec(),
            }
        });
        let whole = |analysis: &Analysis| analysis.statistics.all.means.distribution().mean();
        return Ok(Some(DryRun {
            wave: opened.stored.id.clone(),
            respondents: before.statistics.all.respondents,
            mean: (whole(&before), whole(&after)),
            goals: goals.collect(),
        }));
    }
    Ok(None)
}

fn mean(analysis: &Analysis, at: usize) -> Option<Exact> {
    analysis.statistics.all.goals.get(at)?.total.distribution().mean()
}

fn cap(rule: &ScoringRule, questions: usize) -> Exact {
    rule.measures.pool.per(questions as u64).unwrap_or(Exact::ZERO)
}
