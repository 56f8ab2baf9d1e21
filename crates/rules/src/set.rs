//! All tables with their scenarios and sources, as they stand in one folder.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{Finding, Place};
use serde::Deserialize;

use crate::cells::Cell;
use crate::check::check;
use crate::read::parse;
use crate::scenario::Scenario;
use crate::source::{BOUND, Source};
use crate::table::Table;

/// The file with the sources.
const SOURCES: &str = "sources.toml";

/// The texts of a folder by their path in it, with `/`.
pub type Files = BTreeMap<String, String>;

/// A table with the scenarios beside it.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// The table.
    pub table: Table,
    /// Its scenarios, in the order of their file.
    pub scenarios: Vec<Scenario>,
    /// The file of the scenarios.
    pub scenarios_path: String,
}

/// Every version of every table.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// The tables by id, the versions of one oldest first.
    pub bundles: Vec<Bundle>,
    /// The sources that rows name.
    pub sources: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSources {
    sources: Vec<Source>,
}

impl Rules {
    /// Reads a folder: `sources.toml`, and `ID/DAY.toml` with `ID/DAY.scenarios.toml` beside it.
    ///
    /// # Errors
    /// Everything that can't be read, each at its line. What can be read but is not sound is for [`Self::check`].
    pub fn read(files: &Files) -> Result<Self, Vec<Finding>> {
        let mut rules = Self::default();
        let mut findings = Vec::new();
        for (path, text) in files {
            if path == SOURCES {
                match parse::<RawSources>(path, text) {
                    Ok(raw) => rules.sources = raw.sources,
                    Err(mut problems) => findings.append(&mut problems),
                }
                continue;
            }
            let Some(stem) = path.strip_suffix(".toml").filter(|stem| !stem.ends_with(".scenarios")) else {
                continue;
            };
            let scenarios_path = format!("{stem}.scenarios.toml");
            let scenarios = files.get(&scenarios_path).map_or("", String::as_str);
            match (Table::read(path, text), Scenario::read(&scenarios_path, scenarios)) {
                (Ok(table), Ok(scenarios)) => {
                    let named = format!("{}/{}", table.id, table.valid_from);
                    if *stem != *named {
                        findings
                            .push(Finding::error("rules-file-name", Place::file(path)).with("value", named));
                    }
                    rules.bundles.push(Bundle { table, scenarios, scenarios_path });
                }
                (table, scenarios) => {
                    findings.extend(table.err().into_iter().flatten());
                    findings.extend(scenarios.err().into_iter().flatten());
                }
            }
        }
        rules
            .bundles
            .sort_by(|a, b| (&a.table.id, a.table.valid_from).cmp(&(&b.table.id, b.table.valid_from)));
        if findings.is_empty() { Ok(rules) } else { Err(findings) }
    }

    /// Proves every table, and that each source that is named is there, and each that is there is named once.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for bundle in &self.bundles {
            findings.extend(check(&bundle.table, &bundle.scenarios, &bundle.scenarios_path));
            findings.extend(self.check_sources(&bundle.table));
        }
        for (place, source) in self.sources.iter().enumerate() {
            if self.sources.iter().take(place).any(|other| other.id == source.id) {
                let place = Place::file(SOURCES).column("sources");
                findings.push(Finding::error("rules-twice", place).with("value", source.id.clone()));
            }
        }
        findings.extend(self.check_binds());
        for pair in self.bundles.windows(2) {
            let (older, newer) = (&pair[0].table, &pair[1].table);
            if older.id == newer.id && older.version >= newer.version {
                let place = Place::file(newer.path.clone()).column("version");
                findings
                    .push(Finding::error("rules-version", place).with("value", newer.version.to_string()));
            }
        }
        findings
    }

    /// The sources that bind somebody of whom no table knows: nobody would read them.
    fn check_binds(&self) -> impl Iterator<Item = Finding> {
        let known = |code: &String| {
            let inputs =
                self.bundles.iter().filter_map(|bundle| bundle.table.inputs.get(bundle.table.input(BOUND)?));
            inputs.into_iter().any(|input| input.cells.contains(&Cell::Value(code.clone())))
        };
        let all = self.sources.iter().flat_map(|source| source.binds.iter().map(move |code| (source, code)));
        all.filter(move |(_, code)| !known(code)).map(|(source, code)| {
            let place = Place::file(SOURCES).column(source.id.clone());
            Finding::error("rules-no-value", place).with("value", code.clone())
        })
    }

    /// The sources that the rows of a table name and that are not there, and for whom a row keeps no ground because
    /// none of its sources binds them.
    #[must_use]
    pub fn check_sources(&self, table: &Table) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (row, decides_for) in table.rows.iter().zip(bound_of(table)) {
            let mut tell = |code, value: &str| {
                let place = Place::row(table.path.clone(), row.line).column(row.id.clone());
                findings.push(Finding::error(code, place).with("value", value.to_owned()));
            };
            let named = row.law.iter().map(|law| (law, self.source(law)));
            let (known, unknown): (Vec<_>, Vec<_>) = named.partition(|(_, source)| source.is_some());
            for (law, _) in unknown {
                tell("rules-no-source", law);
            }
            let grounds: Vec<&Source> = known.into_iter().filter_map(|(_, source)| source).collect();
            // A row without any source that is there has been told of.
            let bare = |bound: &&str| !grounds.is_empty() && !grounds.iter().any(|law| law.holds_for(bound));
            for bound in decides_for.into_iter().filter(bare) {
                tell("rules-no-ground", bound);
            }
        }
        findings
    }

    /// The table that decides on a day: its newest version of that day or before.
    #[must_use]
    pub fn in_force(&self, id: &str, day: Date) -> Option<&Bundle> {
        self.bundles.iter().rfind(|bundle| bundle.table.id == id && bundle.table.valid_from <= day)
    }

    /// Every table that decides on a day, by id.
    pub fn all_in_force(&self, day: Date) -> impl Iterator<Item = &Bundle> {
        let mut ids: Vec<&str> = self.bundles.iter().map(|bundle| bundle.table.id.as_str()).collect();
        ids.dedup();
        ids.into_iter().filter_map(move |id| self.in_force(id, day))
    }

    /// A source by its id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// Per row for whom it decides, if its table asks which law binds somebody.
fn bound_of(table: &Table) -> Vec<Vec<&str>> {
    let mut decides = vec![0; table.rows.len()];
    let Some(place) = table.input(BOUND) else { return vec![Vec::new(); table.rows.len()] };
    match table.parts() {
        Some(parts) => {
            for (region, row) in parts.iter().filter_map(|(region, row)| Some((region, (*row)?))) {
                decides[row] |= region.0[place];
            }
        }
        // Each row decides for itself.
        None => decides = table.rows.iter().map(|row| row.fits[place]).collect(),
    }
    let codes = |bits: u64| {
        let cells = table.inputs[place].cells.iter().enumerate();
        cells.filter_map(move |(at, cell)| match cell {
            Cell::Value(code) if bits >> at & 1 == 1 => Some(code.as_str()),
            _ => None,
        })
    };
    decides.into_iter().map(|bits| codes(bits).collect()).collect()
}
