//! What the national report says, once: chapters of blocks that the PDF and the page both print.

mod change;
mod compared;
mod conclusions;
mod extra;
mod goal;
mod groups;
mod method;
mod opening;

use std::collections::{BTreeMap, BTreeSet};

use documents::table::{Cell, Table};
use kernel::{Lang, Norm};
use web::Tr;
use web::charts::{Markup, Swatch};

use super::charts::KeyFigure;
use super::model::Report;
use super::tables::tables;
use super::words::sentence;

pub use opening::{Cover, cover};

/// A chapter of the report.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its anchor: lower-case letters, digits and hyphens.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is in it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter.
#[derive(Debug, Clone)]
pub enum Block {
    /// An opening sentence.
    Intro(String),
    /// A paragraph.
    Text(String),
    /// A section begins.
    Section(Section),
    /// Sentences that stand alone.
    Points(Vec<String>),
    /// What must not be missed: title and text.
    Notice(String, String),
    /// An explanation set apart: title and sentences.
    Aside(String, Vec<String>),
    /// The figures that matter most.
    KeyFigures(Vec<KeyFigure>),
    /// A chart.
    Picture(Picture),
    /// A chart of one row for each of several things.
    Bars(Bars),
    /// The score of a goal with its parts.
    Score(Score),
    /// Two columns.
    Halves(Vec<Block>, Vec<Block>),
    /// A table.
    Table(Printed),
    /// Sentences, each with the section where its figure stands.
    Conclusions(Vec<Reference>),
}

/// The heading of a section.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Whether it begins on a page of its own.
    pub new_page: bool,
}

/// A chart with its words.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What is seen.
    pub title: String,
    /// The chart; it carries its own text alternative.
    pub chart: Markup,
    /// Its width on paper in pixels, for charts that have none of their own.
    pub width: f64,
    /// Percent of the width of its column on paper.
    pub percent: u8,
    /// What its signs mean.
    pub signs: Vec<(Swatch, String)>,
    /// What to keep in mind.
    pub note: Option<String>,
    /// The same figures as a table, where no table of the report holds them.
    pub behind: Option<Table>,
}

/// A chart in rows.
#[derive(Debug, Clone)]
pub struct Bars {
    /// What is seen.
    pub title: String,
    /// The rows.
    pub rows: Vec<BarRow>,
    /// What the signs mean.
    pub signs: Vec<(Swatch, String)>,
    /// What to keep in mind.
    pub note: Option<String>,
}

/// A row of a chart.
#[derive(Debug, Clone)]
pub struct BarRow {
    /// What it is about.
    pub label: String,
    /// Its chart; nothing if it may not be shown.
    pub chart: Option<Markup>,
    /// The figure at its end.
    pub value: String,
    /// The norm that colours the figure.
    pub norm: Option<Norm>,
}

/// A score with its parts.
#[derive(Debug, Clone)]
pub struct Score {
    /// The mean total as people read it.
    pub total: String,
    /// Its norm.
    pub norm: Option<Norm>,
    /// What that norm means.
    pub norm_text: String,
    /// "of 100".
    pub maximum: String,
    /// The score in the wave before, in words.
    pub before: Option<String>,
    /// The parts.
    pub parts: Vec<ScorePart>,
    /// How many answered, and what was not published.
    pub notes: Vec<String>,
}

/// A part of a score.
#[derive(Debug, Clone)]
pub struct ScorePart {
    /// Its name.
    pub label: String,
    /// Mean points.
    pub points: f64,
    /// Points it can earn.
    pub maximum: f64,
    /// Mean points as people read them: "7,1".
    pub words: String,
    /// "of 25".
    pub of: String,
}

/// A table as it is printed.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The table.
    pub table: Table,
    /// Whether its first column groups the rows.
    pub grouped: bool,
    /// The column whose numbers, 0 to 100, are drawn as bars too.
    pub bar: Option<usize>,
    /// Whether its title stands above it; otherwise the heading of its section says it.
    pub caption: bool,
}

/// A sentence with the place of its figure.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The sentence.
    pub text: String,
    /// Anchor of its section.
    pub anchor: String,
    /// Title of that section.
    pub title: String,
}

/// Every chapter of the report, in order.
#[must_use]
pub fn chapters(report: &Report<'_>, lang: Lang) -> Vec<Chapter> {
    let writer = Writer::new(report, lang);
    let mut chapters = vec![opening::in_short(&writer)];
    chapters.extend(opening::response(&writer));
    chapters.extend([compared::chapter(&writer), goal::chapter(&writer)]);
    chapters.extend(groups::chapter(&writer));
    chapters.extend(extra::chapter(&writer));
    chapters.extend(change::chapter(&writer));
    let places = places(&chapters);
    chapters.push(conclusions::chapter(&writer, &places));
    chapters.push(method::chapter(&writer));
    chapters
}

/// Every anchor with its heading.
fn places(chapters: &[Chapter]) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    for chapter in chapters {
        places.insert(chapter.id.clone(), chapter.title.clone());
        for block in &chapter.blocks {
            if let Block::Section(section) = block {
                places.insert(section.id.clone(), section.title.clone());
            }
        }
    }
    places
}

/// What every chapter is written from.
struct Writer<'r, 'd> {
    report: &'r Report<'d>,
    tr: Tr,
    tables: Vec<Table>,
    parts_known: bool,
    unknown_goals: BTreeSet<usize>,
}

impl<'r, 'd> Writer<'r, 'd> {
    fn new(report: &'r Report<'d>, lang: Lang) -> Self {
        let basis = report.basis();
        let goals = 0..report.analysis.questionnaire.goals.len();
        Self {
            tr: Tr(lang),
            tables: tables(report, lang),
            parts_known: basis.parts_are_known(),
            unknown_goals: goals.filter(|at| !basis.goal_is_known(*at)).collect(),
            report,
        }
    }

    fn chapter(&self, id: &str, blocks: Vec<Block>) -> Chapter {
        Chapter { id: id.to_owned(), title: self.tr.t(&format!("report-{id}")), blocks }
    }

    fn text(&self, key: &str) -> Block {
        Block::Text(self.tr.t(key))
    }

    fn intro(&self, key: &str) -> Block {
        Block::Intro(self.tr.t(key))
    }

    /// A section titled `report-<id>`.
    fn section(&self, id: &str) -> Block {
        Block::Section(Section {
            id: id.to_owned(),
            title: self.tr.t(&format!("report-{id}")),
            new_page: false,
        })
    }

    /// The same, on a page of its own.
    fn section_on_new_page(&self, id: &str) -> Block {
        let title = self.tr.t(&format!("report-{id}"));
        Block::Section(Section { id: id.to_owned(), title, new_page: true })
    }

    /// The conclusions about a subject.
    fn said(&self, link: &str) -> Option<Block> {
        let lang = self.tr.0;
        let found = self.report.conclusions.iter().filter(|conclusion| conclusion.link == link);
        let mut texts: Vec<String> =
            found.map(|found| sentence(lang, found.text.get(lang), self.report)).collect();
        match texts.len() {
            0 => None,
            1 => texts.pop().map(Block::Text),
            _ => Some(Block::Points(texts)),
        }
    }

    /// The table with this name, if it has rows.
    fn table(&self, id: &str) -> Option<Block> {
        self.printed(id).map(Block::Table)
    }

    fn printed(&self, id: &str) -> Option<Printed> {
        let table = self.tables.iter().find(|table| table.id == id)?.clone();
        Some(Printed { table, grouped: false, bar: None, caption: true })
    }

    /// The note under figures of a reconstruction that were never published.
    fn unpublished(&self) -> Option<String> {
        (!self.parts_known).then(|| self.tr.t("report-unpublished"))
    }
}

impl Printed {
    /// Without the column at a position: codes are for programs.
    fn without(mut self, column: usize) -> Self {
        if column < self.table.columns.len() {
            self.table.columns.remove(column);
            for row in self.table.rows.iter_mut().filter(|row| column < row.len()) {
                row.remove(column);
            }
        }
        self
    }

    fn with_bar(mut self, column: usize) -> Self {
        self.bar = Some(column);
        self
    }

    fn grouped(mut self) -> Self {
        self.grouped = true;
        self
    }

    /// Under a heading that says what it is.
    fn under_heading(mut self) -> Self {
        self.caption = false;
        self
    }

    /// The lengths of the bars, 0 to 100, a row each.
    #[must_use]
    pub fn bars(&self) -> Vec<Option<f64>> {
        let Some(column) = self.bar else { return vec![None; self.table.rows.len()] };
        let length = |row: &Vec<Cell>| match row.get(column) {
            Some(Cell::Percent(value, _) | Cell::Number(value, _)) => Some(value.clamp(0.0, 100.0)),
            _ => None,
        };
        self.table.rows.iter().map(length).collect()
    }
}
