//! The conclusions, each with the place of its figure, and what to keep in mind.

use std::collections::BTreeMap;

use super::{Block, Chapter, Reference, Writer};
use crate::report::words::sentence;

/// Every conclusion that holds, with the caveats.
pub(super) fn chapter(writer: &Writer<'_, '_>, places: &BTreeMap<String, String>) -> Chapter {
    let lang = writer.tr.0;
    let references = writer.report.conclusions.iter().map(|found| {
        let anchor = anchor(&found.link, places);
        Reference {
            text: sentence(lang, found.text.get(lang), writer.report),
            title: places.get(&anchor).cloned().unwrap_or_default(),
            anchor,
        }
    });
    let references: Vec<Reference> = references.collect();
    let mut blocks = vec![if references.is_empty() {
        writer.text("conclusions-none")
    } else {
        writer.intro("report-conclusions-intro")
    }];
    let caveats: Vec<String> =
        writer.report.caveats.iter().map(|caveat| caveat.text.get(lang).to_owned()).collect();
    if !caveats.is_empty() {
        blocks.push(Block::Aside(writer.tr.t("caveats-title"), caveats));
    }
    blocks.push(Block::Conclusions(references));
    writer.chapter("conclusions", blocks)
}

/// The section that shows the figure of a conclusion.
fn anchor(link: &str, places: &BTreeMap<String, String>) -> String {
    let anchor = match link {
        "parts" => "goals".to_owned(),
        "youth" => "youth-participation".to_owned(),
        link => link.replace('_', "-"),
    };
    if places.contains_key(&anchor) { anchor } else { "goals".to_owned() }
}
