//! Every goal on its own.

use documents::table::{Cell, Column, Table};
use kernel::Exact;

use super::{BarRow, Bars, Block, Chapter, Picture, Score, ScorePart, Section, Writer};
use crate::domain::groups::shown;
use crate::domain::size_groups::size_groups;
use crate::domain::statistics::GoalCounts;
use crate::report::charts::{
    ReachView, decimal, heard, norm, part_means, range, reach, score_words, spread, spread_text,
};
use crate::report::comparable;
use crate::report::words::{PARTS, size_class};

/// Pixels across a chart in half a page.
const HALF: f64 = 330.0;

/// A section for each goal, each on a page of its own.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Chapter {
    let goals = 0..writer.report.analysis.questionnaire.goals.len();
    writer.chapter("one-by-one", goals.flat_map(|at| goal(writer, at)).collect())
}

fn goal(writer: &Writer<'_, '_>, at: usize) -> Vec<Block> {
    let (report, tr) = (writer.report, writer.tr);
    let goal = &report.analysis.questionnaire.goals[at];
    let counts = &report.analysis.statistics.all.goals[at];
    let title = format!("{}. {}", goal.number, goal.title.get(tr.0));
    let mut blocks = vec![
        Block::Section(Section { id: format!("goal-{}", goal.number), title, new_page: at > 0 }),
        Block::Intro(goal.explanation.get(tr.0).to_owned()),
        Block::Text(goal.why.get(tr.0).to_owned()),
        Block::Text(tr.t1("goal-target", "group", goal.target_group.get(tr.0))),
    ];
    if counts.respondents == 0 {
        blocks.push(writer.text("goal-nobody"));
        return blocks;
    }
    if writer.unknown_goals.contains(&at) {
        blocks.push(Block::Notice(tr.t("report-goal-unknown"), tr.t("goal-reconstructed")));
    }
    let means = counts.total.distribution();
    let (chart, classes) = spread(report, tr, &means);
    let spread = Picture {
        title: spread_text(report, tr, &means),
        chart,
        width: HALF,
        percent: 100,
        signs: Vec::new(),
        note: None,
        behind: Some(spread_table(writer, goal.number, &classes)),
    };
    blocks.push(Block::Halves(vec![Block::Score(score(writer, at, counts))], vec![Block::Picture(spread)]));
    let view = reach(tr, counts, &format!("reach-bar-{}", goal.number));
    blocks.extend(view.map(|view| Block::Picture(reached(writer, view))));
    blocks.extend(heard(tr, counts).map(Block::Text));
    blocks.extend(by_size(writer, at).map(Block::Bars));
    let table = writer.printed(&format!("measures-{}", goal.number));
    blocks.extend(table.map(|printed| Block::Table(printed.without(2).grouped().with_bar(3))));
    blocks
}

fn score(writer: &Writer<'_, '_>, at: usize, counts: &GoalCounts) -> Score {
    let (report, tr) = (writer.report, writer.tr);
    let mean = counts.total.distribution().mean();
    let met = norm(report, mean);
    let before = report.previous.as_ref().and_then(|previous| {
        let mean = previous.statistics.all.goals.get(at)?.total.distribution().mean()?;
        let score = score_words(report, tr, Some(mean));
        Some(tr.t2("goal-before", "year", previous.year().to_string(), "score", score))
    });
    let before = before.or_else(|| comparable::goal(report, tr.0, at));
    let parts = part_means(counts).into_iter().zip(report.analysis.rule.maxima()).zip(PARTS);
    let mut notes = vec![tr.t1("goal-respondents", "n", counts.respondents)];
    notes.extend((!writer.parts_known).then(|| tr.t("report-parts-unpublished")));
    Score {
        total: score_words(report, tr, mean),
        norm: met,
        norm_text: met.map_or_else(String::new, |norm| tr.t(&format!("norm-{}-explained", norm.name()))),
        maximum: of(writer, report.analysis.rule.maximum(report.analysis.statistics.parts)),
        before,
        parts: parts
            .map(|((mean, maximum), key)| ScorePart {
                label: tr.t(key),
                points: mean.map_or(0.0, Exact::to_f64),
                maximum: maximum.to_f64(),
                words: decimal(tr, mean, 1),
                of: of(writer, maximum),
            })
            .collect(),
        notes,
    }
}

fn of(writer: &Writer<'_, '_>, maximum: Exact) -> String {
    writer.tr.t1("goal-of", "maximum", writer.tr.decimal(&maximum, 0))
}

fn spread_table(writer: &Writer<'_, '_>, number: u32, classes: &[(String, u64)]) -> Table {
    let tr = writer.tr;
    Table {
        id: format!("spread-{number}"),
        title: tr.t("spread-title"),
        columns: vec![Column::text(tr.t("column-score-class")), Column::count(tr.t("column-municipalities"))],
        rows: classes
            .iter()
            .map(|(class, count)| vec![Cell::Text(class.clone()), Cell::Count(*count)])
            .collect(),
        note: None,
        source: None,
    }
}

fn reached(writer: &Writer<'_, '_>, view: ReachView) -> Picture {
    let tr = writer.tr;
    let row = |(label, count, share): &(String, u64, String)| {
        vec![Cell::Text(label.clone()), Cell::Count(*count), Cell::Text(share.clone())]
    };
    let behind = Table {
        id: "reached".to_owned(),
        title: tr.t("reach-title"),
        columns: vec![
            Column::text(tr.t("column-reached")),
            Column::count(tr.t("column-municipalities")),
            Column::text(tr.t("column-share")),
        ],
        rows: view.rows.iter().map(row).collect(),
        note: None,
        source: None,
    };
    Picture {
        title: view.text,
        chart: view.chart,
        width: 640.0,
        percent: 100,
        signs: view.signs,
        note: writer.unpublished(),
        behind: Some(behind),
    }
}

fn by_size(writer: &Writer<'_, '_>, at: usize) -> Option<Bars> {
    let (report, tr) = (writer.report, writer.tr);
    let country = report.analysis.statistics.all.goals[at].total.distribution().mean();
    let groups = size_groups(&report.analysis.statistics);
    let show = shown(&groups.iter().map(|group| group.group.goal_size(at)).collect::<Vec<_>>());
    let rows = groups.iter().zip(show).filter(|(group, _)| group.group.goals[at].respondents > 0);
    let rows: Vec<BarRow> = rows
        .map(|(group, show)| {
            let label = size_class(tr.0, group.first, group.last);
            let total = group.group.goals[at].total.distribution();
            let mean = total.mean().filter(|_| show);
            BarRow {
                chart: show.then(|| range(report, tr, &label, &total, country)),
                value: if show { score_words(report, tr, mean) } else { tr.t("withheld") },
                norm: norm(report, mean),
                label,
            }
        })
        .collect();
    let signs = super::groups::signs(tr);
    (rows.len() > 1).then(|| Bars { title: tr.t("report-goal-size"), rows, signs, note: None })
}
