//! What a report is made of: a wave, what it is compared with, and what is concluded from it.

use kernel::{Exact, Lang};
use sha2::{Digest, Sha256};

use crate::analysis::Analysis;
use crate::definitions::{Definitions, hex};
use crate::domain::conclusions::{Caveat, Conclusion};
use crate::domain::figures::{Basis, Figures, figures};
use crate::domain::reference::Reference;
use crate::domain::wave::Nature;

/// For whom a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever holds the answers: figures of every group, however small.
    Researcher,
    /// Everybody: groups that tell about single municipalities are withheld.
    Public,
}

/// A wave ready to be written down.
#[derive(Debug, Clone)]
pub struct Report<'d> {
    /// The wave.
    pub analysis: Analysis,
    /// The wave before it, under the same rule.
    pub previous: Option<Analysis>,
    /// Published figures of the measurement before it, where that has no answers.
    pub reference: Option<&'d Reference>,
    /// Its figures by name.
    pub figures: Figures,
    /// The conclusions that hold.
    pub conclusions: Vec<&'d Conclusion>,
    /// What to keep in mind.
    pub caveats: &'d [Caveat],
    /// Made from the hashes of answers and definitions: the same id means the same figures.
    pub snapshot: String,
}

impl<'d> Report<'d> {
    /// Draws up the report of a wave, compared with the wave before it if there is one.
    #[must_use]
    pub fn new(definitions: &'d Definitions, analysis: Analysis, previous: Option<Analysis>) -> Self {
        let reference = reference(definitions, &analysis);
        let basis = basis(&analysis, previous.as_ref(), reference);
        let figures = figures(&basis);
        let conclusions =
            definitions.conclusions.iter().filter(|conclusion| conclusion.holds(&figures)).collect();
        let snapshot = snapshot(definitions, &analysis, previous.as_ref());
        Self { previous, reference, figures, conclusions, caveats: &definitions.caveats, snapshot, analysis }
    }

    /// What the figures are computed from.
    #[must_use]
    pub fn basis(&self) -> Basis<'_> {
        basis(&self.analysis, self.previous.as_ref(), self.reference)
    }

    /// Title of the wave.
    #[must_use]
    pub fn wave_title(&self, lang: Lang) -> String {
        match &self.analysis.wave {
            Some(wave) => wave.title.get(lang).to_owned(),
            None => self.analysis.wave_id.clone(),
        }
    }

    /// Mean total over all respondents.
    #[must_use]
    pub fn mean(&self) -> Option<Exact> {
        self.analysis.statistics.all.means.distribution().mean()
    }
}

fn basis<'a>(
    analysis: &'a Analysis,
    previous: Option<&'a Analysis>,
    reference: Option<&'a Reference>,
) -> Basis<'a> {
    Basis {
        questionnaire: &analysis.questionnaire,
        rule: &analysis.rule,
        statistics: &analysis.statistics,
        wave: analysis.wave.as_ref(),
        nature: analysis.nature,
        previous: previous.map(|previous| (&previous.statistics, previous.year())),
        reference,
    }
}

/// Published figures are of real municipalities: they stand beside the wave that followed them, never
/// beside generated answers.
fn reference<'d>(definitions: &'d Definitions, analysis: &Analysis) -> Option<&'d Reference> {
    let year = analysis.wave.as_ref()?.year;
    let earlier = definitions.references.iter().filter(|reference| reference.year < year);
    let reference = earlier.max_by_key(|reference| reference.year)?;
    let between = definitions.waves.iter().any(|wave| reference.year < wave.year && wave.year < year);
    (analysis.nature != Nature::Generated && !between).then_some(reference)
}

/// A name for exactly these answers under exactly these definitions, by this version of the program.
fn snapshot(definitions: &Definitions, analysis: &Analysis, previous: Option<&Analysis>) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update(part.as_bytes());
        hash.update([0]);
    };
    add(env!("CARGO_PKG_VERSION"));
    for analysis in std::iter::once(analysis).chain(previous) {
        add(&analysis.wave_id);
        add(&analysis.content);
        add(analysis.nature.name());
        add(&format!("{} {}", analysis.questionnaire.id, analysis.questionnaire.version));
        add(&format!("{} {}", analysis.rule.id, analysis.rule.version));
        add(analysis.wave.as_ref().map_or("", |wave| wave.text.as_str()));
        add(&format!("{:?}", analysis.statistics.parts));
    }
    // What was made in the editor is in no file.
    let built_in = definitions.questionnaires.iter().any(|known| **known == analysis.questionnaire);
    if !built_in {
        add(&crate::definitions::write(&analysis.questionnaire).0);
    }
    for (path, digest) in &definitions.hashes {
        add(path);
        add(digest);
    }
    hex(&hash.finalize())[..16].to_owned()
}

impl Analysis {
    /// Year of the wave, from its definition or its name; 0 if neither says.
    #[must_use]
    pub fn year(&self) -> u32 {
        let digits = || self.wave_id.chars().take(4).collect::<String>().parse().unwrap_or(0);
        self.wave.as_ref().map_or_else(digits, |wave| wave.year)
    }
}
