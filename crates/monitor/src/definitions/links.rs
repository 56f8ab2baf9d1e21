//! Names that definitions give themselves and use of each other: each is given once, and what is used
//! is there.

use kernel::{Finding, Place};

use super::Source;

/// All names met so far.
#[derive(Default)]
pub struct Links {
    given: Vec<Link>,
    used: Vec<Link>,
}

struct Link {
    folder: &'static str,
    name: String,
    place: Place,
}

impl Links {
    /// Takes note of the name that `source` gives itself, among those of `folder`.
    pub fn give(&mut self, source: &Source, folder: &'static str, name: &str) {
        self.given.push(Link { folder, name: name.to_owned(), place: place(source, "id") });
    }

    /// Takes note of a name out of `folder` that `source` uses at `key`.
    pub fn take(&mut self, source: &Source, key: &str, folder: &'static str, name: &str) {
        self.used.push(Link { folder, name: name.to_owned(), place: place(source, key) });
    }

    /// Names that are given twice or not at all. A name out of a folder with `problems` may be the one
    /// that could not be read: nothing is said about it.
    pub fn check(self, problems: &[Finding]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (at, link) in self.given.iter().enumerate() {
            let same = |other: &Link| other.folder == link.folder && other.name == link.name;
            if self.given[..at].iter().any(same) {
                let finding = Finding::error("definition-twice", link.place.clone());
                findings.push(finding.with("found", &link.name));
            }
        }
        for link in self.used {
            let in_folder = |problem: &Finding| {
                problem.place.file.as_ref().is_some_and(|file| file.starts_with(link.folder))
            };
            let known: Vec<&str> = self
                .given
                .iter()
                .filter(|given| given.folder == link.folder)
                .map(|given| given.name.as_str())
                .collect();
            if !known.contains(&link.name.as_str()) && !problems.iter().any(in_folder) {
                let finding = Finding::error("definition-unknown-name", link.place);
                findings.push(finding.with("found", link.name).with("known", known.join(", ")));
            }
        }
        findings
    }
}

fn place(source: &Source, key: &str) -> Place {
    let is_key = |line: &str| {
        line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    // A key with a value of its own is on a line of its own; the first is the one of the file itself.
    let before = source.text.lines().take_while(|line| !is_key(line)).count() as u64;
    Place::row(&source.path, before + 1).column(key)
}
