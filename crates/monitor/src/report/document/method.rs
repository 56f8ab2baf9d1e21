//! How the figures came about, and from what.

use documents::table::{Cell, Column, Table};
use kernel::Points;

use super::{Block, Chapter, Printed, Writer};
use crate::domain::answers::Share;
use crate::domain::rule::Counting;

/// The rule in points, norms, rounding, groups, differences with the source, sources.
pub(super) fn chapter(writer: &Writer<'_, '_>) -> Chapter {
    let (report, tr) = (writer.report, writer.tr);
    let rule = &report.analysis.rule;
    let norms = tr.t2(
        "report-norms-text",
        "low",
        tr.decimal(&rule.norms.low_below, 0),
        "high",
        tr.decimal(&rule.norms.high_above, 0),
    );
    let mut blocks = vec![
        writer.intro("report-method-intro"),
        writer.section("rule"),
        Block::Text(rule.explanation.get(tr.0).to_owned()),
        Block::Table(Printed { table: points(writer), grouped: true, bar: None, caption: true }),
        writer.section("norms"),
        Block::Text(norms),
        writer.section("counting"),
        Block::Points(
            [
                "report-counting-means",
                "report-counting-rounding",
                "report-counting-quartiles",
                "report-counting-r",
            ]
            .map(|key| tr.t(key))
            .to_vec(),
        ),
        writer.section("privacy"),
        writer.text("report-privacy-text"),
    ];
    if let Some(table) = writer.table("published") {
        blocks.extend([writer.section("differences"), writer.text("report-differences-text"), table]);
        // After a long table the sources would be torn apart.
        blocks.push(writer.section_on_new_page("sources"));
    } else {
        blocks.push(writer.section("sources"));
    }
    blocks.push(Block::Points(sources(writer)));
    let reuse = ["report-reuse-tables", "report-reuse-json", "report-reuse-same"].map(|key| tr.t(key));
    blocks.extend([writer.section("reuse"), Block::Points(reuse.to_vec())]);
    blocks.push(Block::Aside(tr.t("home-turn-title"), turn(writer)));
    writer.chapter("method", blocks)
}

/// Where to turn, for whoever reads this with a child in mind.
fn turn(writer: &Writer<'_, '_>) -> Vec<String> {
    ["report-turn-veilig-thuis", "report-turn-danger", "report-turn-children"]
        .map(|key| writer.tr.t(key))
        .to_vec()
}

fn sources(writer: &Writer<'_, '_>) -> Vec<String> {
    let (report, tr) = (writer.report, writer.tr);
    let questionnaire = &report.analysis.questionnaire;
    let mut sources = vec![
        tr.t2(
            "report-source-questionnaire",
            "name",
            questionnaire.title.get(tr.0),
            "source",
            questionnaire.source.clone(),
        ),
        tr.t2(
            "report-source-rule",
            "name",
            report.analysis.rule.id.clone(),
            "source",
            report.analysis.rule.source.clone(),
        ),
    ];
    if let Some(wave) = &report.analysis.wave {
        sources.push(tr.t2(
            "report-source-wave",
            "name",
            wave.title.get(tr.0),
            "source",
            wave.source.clone(),
        ));
    }
    if let Some(reference) = report.reference {
        let name = reference.title.get(tr.0);
        sources.push(tr.t2("report-source-reference", "name", name, "source", reference.source.clone()));
    }
    sources.push(tr.t1("report-snapshot", "snapshot", report.snapshot.clone()));
    sources
}

/// What every answer earns under the rule of this report.
fn points(writer: &Writer<'_, '_>) -> Table {
    let (tr, rule) = (writer.tr, &writer.report.analysis.rule);
    let value = |points: Points| {
        let decimals = if points.parts().1 == 1 { 0 } else { 2 };
        Cell::Number(points.to_f64(), decimals)
    };
    let mut rows = Vec::new();
    let mut add = |part: &str, answer: String, points: Points| {
        rows.push(vec![Cell::Text(tr.t(part)), Cell::Text(answer), value(points)]);
    };
    let [embedding, measures, reach] = rule.maxima();
    add("part-embedding", tr.t("report-points-policy"), rule.embedding.in_policy);
    add("part-embedding", tr.t("report-points-intended"), rule.embedding.intended);
    add("part-embedding", tr.t("report-points-recorded"), rule.embedding.recorded);
    add("part-embedding", tr.t("report-points-most"), embedding);
    match rule.measures.counting {
        Counting::Each(points) => add("part-measures", tr.t("report-points-each"), points),
        Counting::Any => add("part-measures", tr.t("report-points-any"), rule.measures.pool),
    }
    add("part-measures", tr.t("report-points-pool"), rule.measures.pool);
    add("part-measures", tr.t("report-points-own"), rule.measures.own);
    add("part-measures", tr.t("report-points-most"), measures);
    add("part-reach", tr.t("report-points-sight"), rule.reach.sight);
    for (share, points) in Share::ALL.into_iter().zip(rule.reach.share) {
        let share = tr.t(&format!("share-{}", share.code()));
        add("part-reach", tr.t1("report-points-share", "share", share), points);
    }
    add("part-reach", tr.t("report-points-most"), reach);
    Table {
        id: "points".to_owned(),
        title: tr.t("report-points-title"),
        columns: vec![
            Column::text(tr.t("report-points-part")),
            Column::text(tr.t("column-answer")),
            Column::number(tr.t("report-points-points")),
        ],
        rows,
        note: None,
        source: Some(rule.source.clone()),
    }
}
