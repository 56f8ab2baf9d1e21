//! What changed, as far as it is known.

use web::Arg;

use super::{Block, Chapter, Writer};
use crate::report::comparable;
use crate::report::twice::twice;

/// The wave before and figures published earlier; nothing if there are none.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Option<Chapter> {
    let (report, tr) = (writer.report, writer.tr);
    let mut blocks = vec![writer.intro("report-change-intro")];
    if let (Some(previous), Some(table)) = (&report.previous, writer.table("change")) {
        blocks.push(writer.section("since"));
        blocks.extend(writer.said("change"));
        blocks.push(table);
        let broken = comparable::sentences(report, tr.0);
        if !broken.is_empty() {
            let year = previous.year().to_string();
            blocks.push(Block::Notice(tr.t("comparable-title"), tr.t1("comparable-intro", "year", year)));
            blocks.push(Block::Points(broken));
        }
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
        blocks.extend(writer.said("reference"));
        blocks.push(table);
    }
    (blocks.len() > 1).then(|| writer.chapter("change", blocks))
}
