//! The texts of the five steps, as they stand in `definitions/meldcode`: one common base, and what each profession adds.

use kernel::{Finding, Text};
use rules::{Files, parse};
use serde::Deserialize;

use super::point::Point;

/// A title with points under it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is called in addresses of the page.
    pub code: String,
    /// For whom, by the codes of [`Content::ages`]; empty for everybody.
    #[serde(default)]
    pub ages: Vec<String>,
    /// Its title.
    pub title: Text,
    /// What is said.
    pub points: Vec<Text>,
}

/// Something with a code and a title.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titled {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Text,
}

/// A signal, by kind and age. None of them proves anything.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// Its code.
    pub code: String,
    /// A code of [`Content::kinds`].
    pub kind: String,
    /// Codes of [`Content::ages`].
    pub ages: Vec<String>,
    /// Whether it asks to look today whether it is safe.
    #[serde(default)]
    pub now: bool,
    /// What is seen or heard.
    pub title: Text,
}

/// Whom to consult, and what for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consult {
    /// Whom.
    pub who: Text,
    /// What for.
    pub why: Text,
}

/// What a profession calls things.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The child or adult it works with: pupil, patient.
    pub client: Text,
    /// Parents, or who cares for the client.
    pub parents: Text,
    /// Where it records.
    pub file: Text,
}

/// What is different for a profession.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profession {
    /// Its code.
    pub code: String,
    /// Its place in the list.
    pub order: u32,
    /// Its name.
    pub title: Text,
    /// The sector that it is counted under.
    pub group: String,
    /// The law that binds it: a value of `bound` in the table `sharing`.
    pub bound: String,
    /// Laws that bind it too, with some of those who do this work: other values of `bound`. They decide nothing.
    #[serde(default)]
    pub also_bound: Vec<String>,
    /// Whether it works with a `child`, an `adult` or `both`.
    pub clients: String,
    /// The source of its framework for weighing.
    pub framework: String,
    /// What it calls things.
    pub words: Words,
    /// Whom to consult, best first.
    pub consult: Vec<Consult>,
    /// Examples of acute unsafety.
    pub acute: Vec<Text>,
    /// Examples of structural unsafety.
    pub structural: Vec<Text>,
    /// Examples of disclosure.
    pub disclosure: Vec<Text>,
    /// Examples of help that works.
    pub help: Vec<Text>,
    /// What it must mind.
    pub points: Vec<Text>,
}

/// What follows an outcome of the table `weighing`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// The outcome.
    pub outcome: String,
    /// What happens next.
    pub follows: Vec<Point>,
    /// What to put in the file.
    pub record: Vec<Point>,
    /// How to follow.
    pub follow: Vec<Point>,
    /// What does help below the threshold.
    pub below: Vec<Point>,
    /// What to do if you see it differently.
    pub differ: Vec<Point>,
}

/// How an outcome is explained to parents and child.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explain {
    /// The outcome.
    pub outcome: String,
    /// To the parents.
    pub parents: Vec<Point>,
    /// To the child.
    pub child: Vec<Point>,
}

/// A team of a municipality, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalTeam {
    /// CBS code of the municipality.
    pub municipality: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Its number.
    pub telephone: String,
    /// Who says so.
    pub source: String,
    /// When that was seen.
    pub date: String,
}

/// All texts of the five steps.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// By their order.
    pub professions: Vec<Profession>,
    /// Kinds of signals.
    pub kinds: Vec<Titled>,
    /// Ages.
    pub ages: Vec<Titled>,
    /// That a signal is no proof.
    pub signals_note: Text,
    /// Signals.
    pub signals: Vec<Signal>,
    /// What is good and protects a child.
    pub protective: Vec<Titled>,
    /// About talking with parents.
    pub parents: Vec<Part>,
    /// About talking with a child.
    pub child: Vec<Part>,
    /// About talking with an adult client.
    pub adult: Vec<Part>,
    /// When not to talk, or not yet.
    pub not_yet: Vec<Text>,
    /// How to explain outcomes.
    pub explain: Vec<Explain>,
    /// What follows outcomes.
    pub after: Vec<After>,
    /// Local teams that are known.
    pub teams: Vec<LocalTeam>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignalsFile {
    note: Text,
    kinds: Vec<Titled>,
    ages: Vec<Titled>,
    signals: Vec<Signal>,
    protective: Vec<Titled>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConversationFile {
    parents: Vec<Part>,
    child: Vec<Part>,
    #[serde(default)]
    adult: Vec<Part>,
    not_yet: Vec<Text>,
    explain: Vec<Explain>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AfterFile {
    after: Vec<After>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamsFile {
    #[serde(default)]
    teams: Vec<LocalTeam>,
}

impl Content {
    /// Reads the folder.
    ///
    /// # Errors
    /// `rules-toml` for each file that can't be read, with its line.
    pub fn read(files: &Files) -> Result<Self, Vec<Finding>> {
        let mut content = Self::default();
        let mut findings = Vec::new();
        for (path, text) in files {
            if let Err(mut problems) = content.take(path, text) {
                findings.append(&mut problems);
            }
        }
        content.professions.sort_by_key(|profession| profession.order);
        if findings.is_empty() { Ok(content) } else { Err(findings) }
    }

    fn take(&mut self, path: &str, text: &str) -> Result<(), Vec<Finding>> {
        match path {
            "signals.toml" => {
                let SignalsFile { note, kinds, ages, signals, protective } = parse(path, text)?;
                (self.signals_note, self.kinds, self.ages) = (note, kinds, ages);
                (self.signals, self.protective) = (signals, protective);
            }
            "conversation.toml" => {
                let ConversationFile { parents, child, adult, not_yet, explain } = parse(path, text)?;
                (self.parents, self.child, self.adult) = (parents, child, adult);
                (self.not_yet, self.explain) = (not_yet, explain);
            }
            "after.toml" => self.after = parse::<AfterFile>(path, text)?.after,
            "local-teams.toml" => self.teams = parse::<TeamsFile>(path, text)?.teams,
            _ if path.starts_with("professions/") => self.professions.push(parse(path, text)?),
            // The list of hard words is for the readability test.
            _ => {}
        }
        Ok(())
    }

    /// A profession by its code.
    #[must_use]
    pub fn profession(&self, code: &str) -> Option<&Profession> {
        self.professions.iter().find(|profession| profession.code == code)
    }

    /// What follows an outcome.
    #[must_use]
    pub fn after(&self, outcome: &str) -> Option<&After> {
        self.after.iter().find(|after| after.outcome == outcome)
    }

    /// How an outcome is explained.
    #[must_use]
    pub fn explain(&self, outcome: &str) -> Option<&Explain> {
        self.explain.iter().find(|explain| explain.outcome == outcome)
    }
}
