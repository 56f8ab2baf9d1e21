//! Reads published figures of earlier years, and conclusions.

use kernel::{Finding, Text};

use super::reader::{File, Section};
use crate::domain::conclusions::{Caveat, Comparison, Conclusion, Condition, placeholders};
use crate::domain::reference::{Reference, ReferenceFigure, Unit};

/// Reads the reference figures in `text`.
pub fn read(path: &str, text: &str) -> Result<Reference, Vec<Finding>> {
    File::read(path, text, |root| {
        let units = [("count", Unit::Count), ("percent", Unit::Percent), ("grade", Unit::Grade)];
        let figures = root.sections("figures").into_iter().map(|section| {
            let figure = ReferenceFigure {
                key: section.text("key"),
                value: section.exact("value"),
                also: section.optional_exact("also"),
                unit: section.one_of("unit", &units, Unit::Count),
                title: section.both("title"),
                note: section.optional_section("note").map(|section| {
                    let note = section.words();
                    section.finish();
                    note
                }),
                source: section.text("source"),
            };
            section.finish();
            figure
        });
        Reference {
            figures: figures.collect(),
            id: root.text("id"),
            year: root.small("year"),
            title: root.both("title"),
            note: root.both("note"),
            source: root.text("source"),
        }
    })
}

/// Reads the conclusions and caveats in `text`.
pub fn read_conclusions(path: &str, text: &str) -> Result<(Vec<Conclusion>, Vec<Caveat>), Vec<Finding>> {
    File::read(path, text, |root| {
        let conclusions = root.sections("conclusions").into_iter().map(|section| {
            let conclusion = Conclusion {
                id: section.text("id"),
                link: section.text("link"),
                when: section.sections("when").iter().map(read_condition).collect(),
                text: section.words(),
            };
            same_figures(&section, &conclusion.text);
            section.finish();
            conclusion
        });
        let caveats = root.sections("caveats").into_iter().map(|section| {
            let caveat = Caveat { id: section.text("id"), text: section.words() };
            section.finish();
            caveat
        });
        (conclusions.collect(), caveats.collect())
    })
}

fn read_condition(section: &Section<'_>) -> Condition {
    let comparisons = [
        ("above", Comparison::Above),
        ("below", Comparison::Below),
        ("at_least", Comparison::AtLeast),
        ("at_most", Comparison::AtMost),
    ];
    let before = section.problems();
    let found =
        comparisons.iter().find_map(|&(key, comparison)| Some((comparison, section.optional_number(key)?)));
    if found.is_none() && section.problems() == before {
        section.problem("definition-condition", Some("figure"));
    }
    let (comparison, with) = found.unwrap_or((Comparison::Above, kernel::Exact::ZERO));
    let condition = Condition { figure: section.text("figure"), comparison, with };
    section.finish();
    condition
}

/// Both languages must tell the same figures.
fn same_figures(section: &Section<'_>, text: &Text) {
    let names = |text: &str| {
        let mut names: Vec<String> = placeholders(text).map(str::to_owned).collect();
        names.sort();
        names.dedup();
        names
    };
    if names(&text.nl) != names(&text.en) {
        section.problem("definition-languages", Some("en"));
    }
}
