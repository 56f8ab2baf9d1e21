//! What changed, as far as it is known.

use web::Arg;

use super::{Block, Chapter, Writer};
use crate::report::twice::twice;
use crate::report::words::sentence;

/// The wave before and figures published earlier; nothing if there are none.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Option<Chapter> {
    let (report, tr, lang) = (writer.report, writer.tr, writer.tr.0);
    let said = |link: &str| {
        let found = report.conclusions.iter().filter(|conclusion| conclusion.link == link);
        found.map(|found| sentence(lang, found.text.get(lang), report)).collect::<Vec<_>>()
    };
    let mut blocks = vec![writer.intro("report-change-intro")];
    if let (Some(previous), Some(table)) = (&report.previous, writer.table("change")) {
        blocks.push(writer.section("since"));
        let points = said("change");
        blocks.extend((!points.is_empty()).then_some(Block::Points(points)));
        blocks.push(table);
        if let Some(found) = twice(&report.analysis, previous) {
            blocks.push(writer.section("twice"));
            let args = [
                ("year", Arg::from(previous.year().to_string())),
                ("n", Arg::from(found.both)),
                ("comparable", Arg::from(found.comparable)),
            ];
            blocks.extend([Block::Text(tr.with("wave-twice", &args)), writer.text("report-twice-text")]);
        }
    }
    if let Some(table) = writer.table("reference") {
        blocks.push(writer.section("reference"));
        let points = said("reference");
        blocks.extend((!points.is_empty()).then_some(Block::Points(points)));
        blocks.push(table);
    }
    (blocks.len() > 1).then(|| writer.chapter("change", blocks))
}
