//! The questions about the municipality as a whole.

use web::Arg;

use super::{Block, Chapter, Picture, Section, Writer};
use crate::domain::questionnaire::ExtraKind;
use crate::report::charts::scatter;
use crate::report::words::{p_value, statistic};

/// The extra questions that were answered; nothing if none was.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Option<Chapter> {
    let mut blocks = vec![writer.intro("report-extra-intro")];
    if let Some(grades) = writer.table("grades") {
        blocks.push(writer.section("grades"));
        blocks.extend(writer.said("grades"));
        blocks.push(grades);
        blocks.extend(picture(writer).map(Block::Picture));
        blocks.extend(writer.table("correlation"));
    }
    let questions = &writer.report.analysis.questionnaire.extra;
    for question in questions.iter().filter(|question| question.kind != ExtraKind::Grade) {
        let id = question.key.replace('_', "-");
        let Some(printed) = writer.printed(&id) else { continue };
        let title = printed.table.title.clone();
        blocks.push(Block::Section(Section { id, title, new_page: false }));
        // The name of a subject in conclusions is the key or its first word.
        blocks.extend(writer.said(&question.key));
        blocks.extend(
            question
                .key
                .split('_')
                .next()
                .filter(|short| *short != question.key)
                .and_then(|short| writer.said(short)),
        );
        blocks.push(Block::Table(printed.without(1).with_bar(2).under_heading()));
    }
    (blocks.len() > 1).then(|| writer.chapter("extra", blocks))
}

/// Own grade against score, titled with how strongly they go together.
fn picture(writer: &Writer<'_, '_>) -> Option<Picture> {
    let (tr, all) = (writer.tr, &writer.report.analysis.statistics.all);
    let found = all.correlation()?;
    let lang = tr.0;
    let interval = found.interval.map_or_else(
        || tr.t("no-value"),
        |(low, high)| tr.t2("interval", "low", statistic(lang, low, 2), "high", statistic(lang, high, 2)),
    );
    let title = tr.with(
        "report-grades-figure",
        &[
            ("r", Arg::from(statistic(lang, found.r, 2))),
            ("n", Arg::from(found.n)),
            ("interval", Arg::from(interval)),
            ("p", Arg::from(found.p.map_or_else(|| tr.t("no-value"), |p| p_value(lang, p)))),
        ],
    );
    Some(Picture {
        title,
        chart: scatter(writer.report, tr, all)?,
        width: 640.0,
        percent: 100,
        signs: Vec::new(),
        note: Some(tr.t("report-grades-note")),
        behind: None,
    })
}
