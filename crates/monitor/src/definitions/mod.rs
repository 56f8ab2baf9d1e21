//! Definitions: questionnaires, scoring rules, waves, reference figures and conclusions, read from
//! `definitions/`. The ones in the program are built in; a folder can be checked with the same code.

mod links;
mod questionnaire;
mod reader;
mod reference;
mod scoring;
mod wave;
mod write;
mod youth;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};
use kernel::Finding;
use sha2::{Digest, Sha256};

use self::links::Links;
use crate::domain::conclusions::{Caveat, Conclusion};
use crate::domain::questionnaire::Questionnaire;
use crate::domain::reference::Reference;
use crate::domain::rule::ScoringRule;
use crate::domain::wave::Wave;
use crate::domain::youth::YouthQuestionnaire;

pub use write::{Spot, write};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../definitions");

/// What a questionnaire of the editor is called in findings.
const EDITED: &str = "questionnaire";

/// A definition file: its path inside the folder and its text.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path with `/`, such as `scoring/2017-a.toml`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// All definitions that belong to the monitor.
#[derive(Debug, Default)]
pub struct Definitions {
    /// Questionnaires.
    pub questionnaires: Vec<Arc<Questionnaire>>,
    /// Scoring rules.
    pub rules: Vec<ScoringRule>,
    /// Waves.
    pub waves: Vec<Wave>,
    /// Waves of the demonstration.
    pub demo_waves: Vec<Wave>,
    /// Questionnaires for young people, oldest first.
    pub youth: Vec<YouthQuestionnaire>,
    /// Published figures of earlier years.
    pub references: Vec<Reference>,
    /// Conclusions, in order.
    pub conclusions: Vec<Conclusion>,
    /// What to keep in mind beside them.
    pub caveats: Vec<Caveat>,
    /// SHA-256 of each file's text, by path: part of the snapshot id of every report.
    pub hashes: BTreeMap<String, String>,
}

/// The definitions in the program. A test proves that they are sound; should one not be, what is
/// wrong with it is known here too.
pub static BUILT_IN: LazyLock<Result<Definitions, Vec<Finding>>> =
    LazyLock::new(|| load(&built_in_sources()));

/// The files in the program.
#[must_use]
pub fn built_in_sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&FOLDER, &mut sources);
    sources
}

/// The reconstructed answers of 2017 that the demonstration shows.
#[must_use]
pub fn reconstruction_2017() -> &'static [u8] {
    FOLDER.get_file("demo/2017-reconstructie.csv").map_or(&[], include_dir::File::contents)
}

fn collect(folder: &Dir<'_>, sources: &mut Vec<Source>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let is_toml = file.path().extension().is_some_and(|kind| kind == "toml");
        if let (true, Some(text)) = (is_toml, file.contents_utf8()) {
            sources.push(Source { path, text: text.to_owned() });
        }
    }
    folder.dirs().for_each(|inner| collect(inner, sources));
}

/// Reads definitions. The error holds every problem in every file.
pub fn load(sources: &[Source]) -> Result<Definitions, Vec<Finding>> {
    let mut definitions = Definitions::default();
    let (mut findings, mut links) = (Vec::new(), Links::default());
    for source in sources {
        if let Err(mut problems) = definitions.take(source, &mut links) {
            findings.append(&mut problems);
        }
    }
    findings.append(&mut links.check(&findings));
    if findings.is_empty() { Ok(definitions) } else { Err(findings) }
}

impl Definitions {
    fn take(&mut self, source: &Source, links: &mut Links) -> Result<(), Vec<Finding>> {
        let Source { path, text } = source;
        let folder = path.split('/').next().unwrap_or_default();
        match folder {
            "questionnaires" => {
                let questionnaire = questionnaire::read(path, text)?;
                links.give(source, "questionnaires", &questionnaire.id);
                self.questionnaires.push(Arc::new(questionnaire));
            }
            "scoring" => {
                let rule = scoring::read(path, text)?;
                links.give(source, "scoring", &rule.id);
                self.rules.push(rule);
            }
            "waves" | "demo" => {
                let wave = wave::read(path, text)?;
                links.give(source, "waves", &wave.id);
                links.take(source, "questionnaire", "questionnaires", &wave.questionnaire);
                links.take(source, "scoring_rule", "scoring", &wave.scoring_rule);
                let waves = if folder == "waves" { &mut self.waves } else { &mut self.demo_waves };
                waves.push(wave);
            }
            "youth" => self.youth.push(youth::read(path, text)?),
            "reference" => self.references.push(reference::read(path, text)?),
            "conclusions" => {
                let (mut conclusions, mut caveats) = reference::read_conclusions(path, text)?;
                self.conclusions.append(&mut conclusions);
                self.caveats.append(&mut caveats);
            }
            // Other capabilities keep their definitions beside ours.
            _ => return Ok(()),
        }
        self.hashes.insert(path.clone(), hash(text));
        Ok(())
    }

    /// The questionnaire with this name.
    #[must_use]
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|questionnaire| questionnaire.id == id).map(AsRef::as_ref)
    }

    /// The scoring rule with this name.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&ScoringRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The wave with this name.
    #[must_use]
    pub fn wave(&self, id: &str) -> Option<&Wave> {
        self.waves.iter().find(|wave| wave.id == id)
    }
}

/// Reads a questionnaire that was made in the editor. The error holds every problem, with its line.
pub fn read_questionnaire(text: &str) -> Result<Questionnaire, Vec<Finding>> {
    questionnaire::read(EDITED, text)
}

/// Reads a draft of the editor with everything that is wrong with it, each at its line: what is missing is empty.
#[must_use]
pub fn read_draft(text: &str) -> (Questionnaire, Vec<Finding>) {
    questionnaire::read_all(EDITED, text)
}

/// SHA-256 of a definition.
#[must_use]
pub fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Reads the definition of a wave that was stored with its answers.
pub fn read_wave(id: &str, text: &str) -> Result<Wave, Vec<Finding>> {
    wave::read(id, text)
}

/// Bytes as lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests;
