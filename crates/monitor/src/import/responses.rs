//! Turns the cells of an answers file, or a stored response, into answers; every rule for answers is
//! held here and nowhere else.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use geography::{Code, Geography, SizeClass};
use kernel::{Finding, Place};
use sha2::{Digest, Sha256};

use super::columns::{Column, columns, match_header, shorten, tidy};
use super::draft::Draft;
use crate::domain::answers::Response;
use crate::domain::conditions::hidden;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::wave::Wave;

/// A response that keeps to every rule, with the cells it came from.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The answers.
    pub response: Response,
    /// The filled-in cells by column name, as JSON: what is stored.
    pub cells: String,
}

/// Reads responses of one questionnaire, in order.
pub struct ResponseReader<'a> {
    questionnaire: &'a Questionnaire,
    wave: Option<&'a Wave>,
    columns: Vec<Column>,
    by_name: HashMap<String, usize>,
    /// Per place in the file the position of its column.
    header: Vec<usize>,
    file: String,
    /// Who came by so far, and on which row.
    respondents: HashMap<String, u64>,
    municipalities: HashMap<Code, u64>,
    content: Sha256,
}

impl<'a> ResponseReader<'a> {
    /// A reader of answers to `questionnaire`; with the definition of its wave, municipalities are held
    /// to its reference date.
    #[must_use]
    pub fn new(questionnaire: &'a Questionnaire, wave: Option<&'a Wave>) -> Self {
        let columns = columns(questionnaire);
        Self {
            by_name: columns.iter().enumerate().map(|(at, column)| (column.name.clone(), at)).collect(),
            columns,
            questionnaire,
            wave,
            header: Vec::new(),
            file: String::new(),
            respondents: HashMap::new(),
            municipalities: HashMap::new(),
            content: Sha256::new(),
        }
    }

    /// Takes the header of `file`. The error holds everything wrong with it.
    pub fn header(&mut self, file: &str, header: &[String]) -> Result<(), Vec<Finding>> {
        file.clone_into(&mut self.file);
        self.header = match_header(file, header, &self.columns)?;
        Ok(())
    }

    /// Reads one row. The error holds every problem in it.
    pub fn row<'c>(
        &mut self,
        number: u64,
        cells: impl Iterator<Item = &'c str>,
    ) -> Result<Accepted, Vec<Finding>> {
        let header = std::mem::take(&mut self.header);
        let mut filled: Vec<(usize, &str)> = header
            .iter()
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(&column, cell)| (column, tidy(self.questionnaire, self.columns[column].field, cell)))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        self.header = header;
        // The canonical order makes the same answers the same content, whatever the order of columns.
        filled.sort_unstable_by_key(|&(column, _)| column);
        let place = Place::row(&self.file, number);
        let response = self.response(&place, &self.put(&filled))?;
        for (column, cell) in &filled {
            self.content.update(self.columns[*column].name.as_bytes());
            self.content.update([0x1f]);
            self.content.update(cell.as_bytes());
            self.content.update([0x1e]);
        }
        self.content.update([0x1d]);
        let cells: BTreeMap<&str, &str> =
            filled.iter().map(|&(column, cell)| (self.columns[column].name.as_str(), cell)).collect();
        let cells = serde_json::to_string(&cells).unwrap_or_default();
        Ok(Accepted { response, cells })
    }

    /// Reads a stored response back. An error means that it was stored under other rules, or damaged.
    pub fn stored(&mut self, respondent: &str, cells: &str) -> Result<Response, Vec<Finding>> {
        let place = Place::file(respondent);
        let damaged = || vec![Finding::error("stored-damaged", place.clone())];
        let cells: BTreeMap<String, String> = serde_json::from_str(cells).map_err(|_| damaged())?;
        let filled: Option<Vec<(usize, &str)>> =
            cells.iter().map(|(name, cell)| Some((*self.by_name.get(name)?, cell.as_str()))).collect();
        let filled = filled.ok_or_else(damaged)?;
        self.response(&place, &self.put(&filled))
    }

    /// Reads some of the cells of a response, all of which count.
    pub fn part(&mut self, respondent: &str, cells: &BTreeMap<&str, &str>) -> Result<Response, Vec<Finding>> {
        let place = Place::file(respondent);
        let filled: Option<Vec<(usize, &str)>> =
            cells.iter().map(|(name, cell)| Some((*self.by_name.get(*name)?, *cell))).collect();
        let filled = filled.ok_or_else(|| vec![Finding::error("stored-damaged", place.clone())])?;
        self.response(&place, &filled)
    }

    /// The cells of questions that are put, given the other answers: the rest is kept, but does not count.
    fn put<'c>(&self, filled: &[(usize, &'c str)]) -> Vec<(usize, &'c str)> {
        let answer = |name: &str| {
            let at = self.by_name.get(name)?;
            filled.iter().find(|(column, _)| column == at).map(|(_, cell)| *cell)
        };
        let hidden = hidden(self.questionnaire, answer);
        let is_put = |(column, _): &&(usize, &str)| !hidden.contains(&self.columns[*column].name);
        filled.iter().filter(is_put).copied().collect()
    }

    /// Forgets who came by, so that the same respondent may come again.
    pub fn forget(&mut self) {
        self.respondents.clear();
        self.municipalities.clear();
    }

    /// SHA-256 over all cells read: the same answers in another file format have the same content.
    #[must_use]
    pub fn content(&self) -> String {
        crate::definitions::hex(&self.content.clone().finalize())
    }

    fn response(&mut self, place: &Place, filled: &[(usize, &str)]) -> Result<Response, Vec<Finding>> {
        let mut draft = Draft::new(self.questionnaire, place);
        for &(column, cell) in filled {
            let Column { name, field, .. } = &self.columns[column];
            draft.cell(*field, name, cell);
        }
        let (respondent, size_class, municipality) =
            (draft.respondent.take(), draft.size_class, draft.municipality);
        let at = |column: &str| place.clone().column(column);
        match &respondent {
            None => draft.findings.push(Finding::error("respondent-missing", at("respondent"))),
            Some(name) => {
                if let Some(first) = before(&mut self.respondents, name.clone(), place) {
                    let finding = Finding::error("respondent-twice", at("respondent"));
                    draft.findings.push(finding.with("found", shorten(name)).with("first", first));
                }
            }
        }
        if let Some(code) = municipality {
            self.check_municipality(code, place, &mut draft.findings);
        }
        let own_class = municipality.and_then(|code| Geography::built_in().get(code)?.size_class());
        let size_class = own_class.or(size_class);
        if size_class.is_none() && !draft.has_problem_at("grootteklasse") && !draft.has_problem_at("gemeente")
        {
            draft.findings.push(no_size_class(municipality, at("grootteklasse")));
        }
        let (response, mut findings) =
            draft.finish(respondent.unwrap_or_default(), size_class.unwrap_or(SizeClass::ALL[0]));
        if findings.is_empty() {
            return Ok(response);
        }
        // From left to right, as somebody walks through the row to mend it.
        findings.sort_by_key(|finding| finding.place.column.as_ref().map(|name| self.by_name.get(name)));
        Err(findings)
    }

    fn check_municipality(&mut self, code: Code, row: &Place, findings: &mut Vec<Finding>) {
        let place = row.clone().column("gemeente");
        let geography = Geography::built_in();
        let Some(municipality) = geography.get(code) else {
            findings.push(Finding::error("municipality-unknown", place).with("found", code.to_string()));
            return;
        };
        if let Some(wave) = self.wave.filter(|wave| !geography.exists(code, wave.reference_date)) {
            let finding = Finding::error("municipality-not-then", place.clone());
            let finding = finding.with("found", code.to_string()).with("name", municipality.name);
            let date = wave.reference_date;
            let finding = finding.with("year", date.year().to_string());
            findings.push(
                finding
                    .with("month", format!("{:02}", date.month()))
                    .with("day", format!("{:02}", date.day())),
            );
        }
        if let Some(first) = before(&mut self.municipalities, code, row) {
            let finding = Finding::error("municipality-twice", place).with("found", code.to_string());
            findings.push(finding.with("name", municipality.name).with("first", first));
        }
    }
}

/// The row where `key` came by before, if it did; otherwise it is remembered as being at `place`.
fn before<K: Hash + Eq>(seen: &mut HashMap<K, u64>, key: K, place: &Place) -> Option<String> {
    match seen.entry(key) {
        Entry::Occupied(entry) => Some(entry.get().to_string()),
        Entry::Vacant(entry) => {
            entry.insert(place.row.unwrap_or_default());
            None
        }
    }
}

fn no_size_class(municipality: Option<Code>, place: Place) -> Finding {
    match municipality.and_then(|code| Geography::built_in().get(code)) {
        None => Finding::error("size-class-missing", place),
        // A municipality that has ceased: how many people lived there is not known.
        Some(municipality) => Finding::error("size-class-unknown", place).with("name", municipality.name),
    }
}
