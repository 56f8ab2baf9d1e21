//! The cover, the report in short, and who answered.

use jiff::civil::Date;
use kernel::Lang;
use web::charts::Swatch;
use web::{Arg, Tr};

use super::{BarRow, Bars, Block, Chapter, Writer};
use crate::domain::wave::Nature;
use crate::report::charts::{self, KeyFigure, key_figures};
use crate::report::model::Report;
use crate::report::words::{notice, sentence};

/// How many conclusions stand in short.
const MOST_TELLING: usize = 7;

/// What stands on the cover.
#[derive(Debug, Clone)]
pub struct Cover {
    /// What kind of document it is.
    pub kicker: String,
    /// Its title.
    pub title: String,
    /// Title of the wave.
    pub subtitle: String,
    /// Words and their values.
    pub facts: Vec<(String, String)>,
    /// What whoever sees the answers must know of them.
    pub notice: Option<String>,
}

/// The cover of a report. It carries no day of making: the same answers give the same report.
#[must_use]
pub fn cover(report: &Report<'_>, lang: Lang) -> Cover {
    let (tr, analysis) = (Tr(lang), &report.analysis);
    let mut facts = vec![(tr.t("report-fact-wave"), report.wave_title(lang))];
    facts.extend(analysis.wave.as_ref().map(|wave| (tr.t("report-fact-period"), period(tr, wave.period))));
    let answers = match &analysis.wave {
        Some(wave) => {
            tr.t2("report-fact-of", "n", analysis.statistics.all.respondents, "invited", wave.invited)
        }
        None => tr.t1("report-fact-n", "n", analysis.statistics.all.respondents),
    };
    facts.push((tr.t("report-fact-answers"), answers));
    let rule = format!("{} ({} v{})", analysis.rule.title.get(lang), analysis.rule.id, analysis.rule.version);
    facts.push((tr.t("report-fact-rule"), rule));
    facts.push((tr.t("report-fact-snapshot"), report.snapshot.clone()));
    Cover {
        kicker: tr.t("report-kicker"),
        title: tr.t("report-cover-title"),
        subtitle: report.wave_title(lang),
        facts,
        notice: full_notice(report, lang),
    }
}

/// What the answers are, with what of a reconstruction was published.
fn full_notice(report: &Report<'_>, lang: Lang) -> Option<String> {
    let short = notice(lang, report.analysis.nature)?;
    let strong = Tr(lang).t(&format!("notice-{}", report.analysis.nature.name()));
    let known = report.analysis.wave.as_ref().and_then(|wave| wave.reconstruction.as_ref());
    Some(match known.filter(|_| report.analysis.nature == Nature::Reconstruction) {
        Some(known) => format!("{strong} {}", known.note.get(lang)),
        None => format!("{strong} {short}"),
    })
}

fn period(tr: Tr, (from, to): (Date, Date)) -> String {
    let until = day(tr, to, true);
    let from = day(tr, from, from.year() != to.year());
    tr.t2("report-period", "from", from, "to", until)
}

fn day(tr: Tr, date: Date, with_year: bool) -> String {
    let month = tr.t(&format!("month-{}", date.month()));
    let year = if with_year { format!(" {}", date.year()) } else { String::new() };
    format!("{} {month}{year}", date.day())
}

/// One page for who has a minute.
pub(super) fn in_short(writer: &Writer<'_, '_>) -> Chapter {
    let (report, tr) = (writer.report, writer.tr);
    let mut blocks = vec![writer.intro("report-in-short-intro"), Block::KeyFigures(figures(writer))];
    let mut links = Vec::new();
    let telling = report.conclusions.iter().filter(|conclusion| {
        // One sentence for each subject tells most in little room.
        let new = !links.contains(&&conclusion.link);
        links.push(&conclusion.link);
        new
    });
    let points: Vec<String> =
        telling.take(MOST_TELLING).map(|found| sentence(tr.0, found.text.get(tr.0), report)).collect();
    if !points.is_empty() {
        blocks.extend([writer.section("telling"), Block::Points(points)]);
    }
    let reading =
        ["report-reading-score", "report-reading-norms", "report-reading-self", "report-reading-groups"];
    blocks.push(Block::Aside(tr.t("report-reading"), reading.map(|key| tr.t(key)).to_vec()));
    writer.chapter("in-short", blocks)
}

fn figures(writer: &Writer<'_, '_>) -> Vec<KeyFigure> {
    let report = writer.report;
    let invited = report.analysis.wave.as_ref().map(|wave| wave.invited);
    let before = report.previous.as_ref().map(|previous| &previous.statistics.all);
    let mut figures = key_figures(report, writer.tr, &report.analysis.statistics.all, before, invited);
    if let (false, Some(sight)) = (writer.parts_known, figures.get_mut(2)) {
        sight.label.push_str(&writer.tr.t("report-not-published"));
    }
    figures
}

/// Who answered, against all municipalities; nothing for a wave without definition.
pub(super) fn response(writer: &Writer<'_, '_>) -> Option<Chapter> {
    let tr = writer.tr;
    let table = writer.table("response")?;
    let rows = charts::response(writer.report, tr).into_iter().map(|row| BarRow {
        label: row.label,
        chart: Some(row.chart),
        value: row.text,
        norm: None,
    });
    let bars = Bars {
        title: tr.t("report-response-figure"),
        rows: rows.collect(),
        signs: vec![
            (Swatch::Bar, tr.t("report-response-participants")),
            (Swatch::Country, tr.t("report-response-all")),
        ],
        note: None,
    };
    let mut blocks = vec![writer.intro("report-response-intro")];
    blocks.extend(writer.said("response"));
    blocks.extend([Block::Bars(bars), table, writer.text("report-response-reading")]);
    let asked = tr.with(
        "report-response-questions",
        &[("goals", Arg::from(writer.report.analysis.questionnaire.goals.len()))],
    );
    blocks.push(Block::Aside(tr.t("report-response-asked"), vec![asked, tr.t("report-response-score")]));
    Some(writer.chapter("response", blocks))
}
