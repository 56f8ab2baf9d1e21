//! Reads the definition of a wave.

use kernel::Finding;

use super::reader::{File, Section};
use crate::domain::wave::{Nature, Published, Reconstruction, Wave};

/// Reads the wave in `text`.
pub fn read(path: &str, text: &str) -> Result<Wave, Vec<Finding>> {
    File::read(path, text, |root| {
        let period = root.section("period").map(|section| {
            let before = section.problems();
            let period = (section.date("from"), section.date("to"));
            if section.problems() == before && period.0 > period.1 {
                section.problem("definition-period", Some("from"));
            }
            section.finish();
            period
        });
        let before = root.problems();
        let invited = root.number("invited");
        let numbers = root.numbers("size_classes");
        let size_classes = <[u64; 5]>::try_from(numbers).unwrap_or_else(|_| {
            if root.problems() == before {
                root.problem("definition-size-classes", Some("size_classes"));
            }
            [0; 5]
        });
        let sum = size_classes.iter().fold(0_u64, |sum, &class| sum.saturating_add(class));
        if root.problems() == before && sum != invited {
            root.problem("definition-invited", Some("size_classes"))
                .with("found", &sum.to_string())
                .with("invited", &invited.to_string());
        }
        Wave {
            text: text.to_owned(),
            id: root.text("id"),
            year: root.small("year"),
            title: root.both("title"),
            questionnaire: root.text("questionnaire"),
            scoring_rule: root.text("scoring_rule"),
            period: period.unwrap_or_default(),
            reference_date: root.date("reference_date"),
            invited,
            size_classes,
            source: root.text("source"),
            nature: if root.has("nature") { nature(root) } else { Nature::Real },
            reconstruction: root
                .optional_section("reconstruction")
                .map(|section| read_reconstruction(&section)),
            published: root.sections("published").iter().map(read_published).collect(),
            known: root.sections("known").iter().map(read_known).collect(),
        }
    })
}

fn nature(section: &Section<'_>) -> Nature {
    section.one_of("nature", &Nature::ALL.map(|nature| (nature.name(), nature)), Nature::Real)
}

fn read_reconstruction(section: &Section<'_>) -> Reconstruction {
    let goals = section.numbers("goals").into_iter().filter_map(|number| u32::try_from(number).ok());
    let reconstruction =
        Reconstruction { goals: goals.collect(), parts: section.flag("parts"), note: section.both("note") };
    section.finish();
    reconstruction
}

fn read_published(section: &Section<'_>) -> Published {
    let published = Published {
        figure: section.text("figure"),
        printed: section.text("printed"),
        ours: section.text("ours"),
        note: section.both("note"),
    };
    section.finish();
    published
}

fn read_known(section: &Section<'_>) -> (String, Nature) {
    let known = (section.text("sha256"), nature(section));
    section.finish();
    known
}
