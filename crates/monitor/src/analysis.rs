//! From answers to statistics, wherever the answers come from.

use std::collections::BTreeMap;
use std::sync::Arc;

use geography::{Code, Geography};
use kernel::Exact;

use crate::domain::answers::Response;
use crate::domain::families::Families;
use crate::domain::mapping::{Comparison, Mapping};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::{Parts, ScoringRule};
use crate::domain::score::Scorer;
use crate::domain::statistics::{Accumulator, Statistics};
use crate::domain::wave::{Nature, Wave};

/// A wave with everything that its figures depend on.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// Name of the wave.
    pub wave_id: String,
    /// Its definition, if there is one.
    pub wave: Option<Wave>,
    /// Its questionnaire.
    pub questionnaire: Questionnaire,
    /// The rule that it is scored by here.
    pub rule: ScoringRule,
    /// Whether the answers are real.
    pub nature: Nature,
    /// SHA-256 over the answers.
    pub content: String,
    /// All counts and scores.
    pub statistics: Statistics,
    /// Which municipalities took part, where they are known.
    pub participants: BTreeMap<Code, Participant>,
    /// Participants that are like each other; none in what was read from a file.
    pub families: Families,
    /// Through what it is seen, if it was held with an earlier questionnaire than this one.
    pub through: Option<Arc<Through>>,
}

/// An earlier questionnaire seen through a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    /// The earlier one, under which answers were given.
    pub then: Arc<Questionnaire>,
    /// The later one, as which they are read.
    pub now: Arc<Questionnaire>,
    /// What everything in it was.
    pub mapping: Mapping,
    /// What can be compared.
    pub comparison: Comparison,
}

/// How a municipality took part, as far as anybody may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participant {
    /// It agreed to be shown by name: its mean total, if it answered any goal.
    Named(Option<Exact>),
    /// It took part; its score is not kept here, so that no page can show it.
    Unnamed,
}

/// Adds `response` to `accumulator`, with the place of its municipality. Gives its mean total.
pub fn add(accumulator: &mut Accumulator, response: &Response) -> Option<Exact> {
    let municipality = response.municipality.and_then(|code| Geography::built_in().get(code));
    accumulator.add(response, municipality.map(|found| (found.province, found.region)))
}

/// Notes how a municipality took part; this is the one place that decides who is shown by name.
pub fn note(participants: &mut BTreeMap<Code, Participant>, response: &Response, mean: Option<Exact>) {
    if let Some(code) = response.municipality {
        let participant = if response.named { Participant::Named(mean) } else { Participant::Unnamed };
        participants.insert(code, participant);
    }
}

/// An empty accumulator for a questionnaire under a rule.
#[must_use]
pub fn accumulator(questionnaire: &Questionnaire, rule: &ScoringRule, parts: Parts) -> Accumulator {
    Accumulator::new(questionnaire, Scorer::new(rule, questionnaire), parts)
}

impl Analysis {
    /// Where answers with this content come from: as stated, or as the definition knows them to be.
    #[must_use]
    pub fn nature(wave: Option<&Wave>, stated: Option<Nature>, content: &str) -> Nature {
        let known = wave.and_then(|wave| wave.known.iter().find(|(hash, _)| hash == content));
        // A file that is known not to be real stays so, whatever is stated.
        match (known, stated) {
            (Some((_, nature)), _) => *nature,
            (None, Some(nature)) => nature,
            (None, None) => wave.map_or(Nature::Real, |wave| wave.nature),
        }
    }
}
