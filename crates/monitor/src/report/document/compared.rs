//! The goals beside each other.

use kernel::Exact;
use web::charts::Swatch;

use super::{BarRow, Bars, Block, Chapter, Picture, Writer};
use crate::report::charts::{bar, goal_signs, norm, percent, reach, score_words, spread, spread_text};

/// Scores, their spread, embedding and reach of every goal.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Chapter {
    let (report, tr) = (writer.report, writer.tr);
    let mut blocks = vec![writer.intro("report-goals-intro")];
    blocks.extend(writer.said("goals"));
    blocks.extend(writer.said("parts"));
    blocks.push(Block::Bars(scores(writer)));
    blocks.extend(writer.table("goals"));
    blocks.push(writer.section("distribution"));
    blocks.extend(writer.said("distribution"));
    let means = report.analysis.statistics.all.means.distribution();
    blocks.push(Block::Picture(Picture {
        title: spread_text(report, tr, &means),
        chart: spread(report, tr, &means).0,
        width: 800.0,
        percent: 100,
        signs: Vec::new(),
        note: Some(tr.t("report-distribution-note")),
        behind: writer.printed("distribution").map(|printed| printed.table),
    }));
    blocks.extend(writer.table("spread"));
    blocks.push(writer.section_on_new_page("reach"));
    blocks.push(writer.text("report-reach-text"));
    blocks.extend(writer.said("reach"));
    blocks.extend(reaches(writer).map(Block::Bars));
    blocks.extend(writer.table("reach"));
    blocks.extend([writer.section("embedding"), writer.text("report-embedding-text")]);
    blocks.extend(writer.table("embedding"));
    blocks.extend(writer.table("documents"));
    writer.chapter("goals", blocks)
}

/// Positions of the goals from strong to weak; goals that nobody answered come last.
fn strongest_first(writer: &Writer<'_, '_>) -> Vec<usize> {
    let goals = &writer.report.analysis.statistics.all.goals;
    let mut order: Vec<(Option<Exact>, usize)> =
        goals.iter().enumerate().map(|(at, goal)| (goal.total.distribution().mean(), at)).collect();
    order.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    order.into_iter().map(|(_, at)| at).collect()
}

fn label(writer: &Writer<'_, '_>, at: usize, marked: bool) -> String {
    let goal = &writer.report.analysis.questionnaire.goals[at];
    let mark = if marked { " †" } else { "" };
    format!("{}. {}{mark}", goal.number, goal.title.get(writer.tr.0))
}

fn scores(writer: &Writer<'_, '_>) -> Bars {
    let (report, tr) = (writer.report, writer.tr);
    let row = |at: usize| {
        let counts = &report.analysis.statistics.all.goals[at];
        let mean = counts.total.distribution().mean();
        let before = report.previous.as_ref();
        let before =
            before.and_then(|previous| previous.statistics.all.goals.get(at)?.total.distribution().mean());
        let title = report.analysis.questionnaire.goals[at].title.get(tr.0);
        BarRow {
            label: label(writer, at, writer.unknown_goals.contains(&at)),
            chart: Some(bar(report, tr, title, counts, before)),
            value: score_words(report, tr, mean),
            norm: norm(report, mean),
        }
    };
    let before = report.previous.as_ref().map(crate::analysis::Analysis::year);
    Bars {
        title: tr.t("report-goals-figure"),
        rows: strongest_first(writer).into_iter().map(row).collect(),
        signs: goal_signs(report, tr, before),
        note: (!writer.unknown_goals.is_empty()).then(|| tr.t("report-goals-unpublished")),
    }
}

fn reaches(writer: &Writer<'_, '_>) -> Option<Bars> {
    let tr = writer.tr;
    let goals = &writer.report.analysis.statistics.all.goals;
    let mut order: Vec<(Option<Exact>, usize)> = goals
        .iter()
        .enumerate()
        .map(|(at, goal)| (Exact::percent(goal.sight[0], goal.respondents), at))
        .collect();
    order.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    let mut signs: Vec<(Swatch, String)> = Vec::new();
    let rows = order.into_iter().filter_map(|(share, at)| {
        let id = format!("reach-of-{}", writer.report.analysis.questionnaire.goals[at].number);
        let view = reach(tr, &goals[at], &id)?;
        signs = view.signs;
        Some(BarRow {
            label: label(writer, at, false),
            chart: Some(view.chart),
            value: percent(tr, share),
            norm: None,
        })
    });
    let rows: Vec<BarRow> = rows.collect();
    let note = writer.unpublished().or_else(|| Some(tr.t("report-reach-note")));
    (!rows.is_empty()).then(|| Bars { title: tr.t("report-reach-figure"), rows, signs, note })
}
