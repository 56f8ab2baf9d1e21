//! What is behind a mean: a histogram, and own grades against scores.

use std::collections::BTreeMap;

use kernel::{Exact, Norm};
use web::charts::{Axis, Histogram, HistogramClass, Mark, Markup, Point, Scatter, histogram};
use web::{Arg, Tr};

use super::{norm, score_words};
use crate::domain::statistics::Group;
use crate::domain::tally::{Distribution, class_limit, class_of};
use crate::report::model::Report;

/// The histogram of means and its table.
#[must_use]
pub fn spread(report: &Report<'_>, tr: Tr, means: &Distribution) -> (Markup, Vec<(String, u64)>) {
    let maximum = report.analysis.rule.maximum(report.analysis.statistics.parts);
    let counts = means.histogram(maximum);
    let limit = |class| class_limit(class, maximum);
    // A class takes the colour of its middle: 75 itself is orange, nearly all of 75 to 80 is green.
    let middle = |class| (limit(class) + limit(class + 1)) * Exact::new(1, 2);
    let rows: Vec<(String, u64)> = counts
        .iter()
        .enumerate()
        .map(|(class, count)| {
            let label = format!("{} – {}", tr.decimal(&limit(class), 0), tr.decimal(&limit(class + 1), 0));
            (label, *count)
        })
        .collect();
    let titles: Vec<String> = rows
        .iter()
        .map(|(label, count)| {
            tr.with("spread-class", &[("class", Arg::from(label.clone())), ("n", Arg::from(*count))])
        })
        .collect();
    let classes: Vec<HistogramClass<'_>> = counts
        .iter()
        .enumerate()
        .zip(&titles)
        .map(|((class, count), title)| HistogramClass {
            count: *count,
            norm: norm(report, Some(middle(class))).unwrap_or(Norm::Middle),
            title,
        })
        .collect();
    let text = spread_text(report, tr, means);
    let mean = means.mean().map(|mean| {
        let label = tr.t1("spread-mean", "score", score_words(report, tr, Some(mean)));
        (scale(mean, maximum), label)
    });
    let marks: Vec<(f64, String)> = (0..=4)
        .map(|quarter| {
            (25.0 * f64::from(quarter), tr.decimal(&(maximum * Exact::new(i64::from(quarter), 4)), 0))
        })
        .collect();
    let axis: Vec<Mark<'_>> = marks.iter().map(|(at, label)| Mark { at: *at, label }).collect();
    let drawn = histogram(&Histogram {
        label: &text,
        classes: &classes,
        mean: mean.as_ref().map(|(at, label)| Mark { at: *at, label }),
        axis: &axis,
    });
    (drawn, rows)
}

/// A score on a scale of 100.
fn scale(score: Exact, maximum: Exact) -> f64 {
    score.to_f64() / maximum.to_f64() * 100.0
}

/// How many stay low, in a sentence.
#[must_use]
pub fn spread_text(report: &Report<'_>, tr: Tr, means: &Distribution) -> String {
    let count = ("n", Arg::from(means.count()));
    if !report.analysis.statistics.parts.is_all() {
        return tr.with("spread-text-parts", &[count]);
    }
    let [low, _, high] = means.colours(&report.analysis.rule.norms);
    tr.with("spread-text", &[count, ("low", Arg::from(low)), ("high", Arg::from(high))])
}

/// Own grade against score, in classes of five points so that no dot is one municipality's exact score.
#[must_use]
pub fn scatter(report: &Report<'_>, tr: Tr, group: &Group) -> Option<Markup> {
    let maximum = report.analysis.rule.maximum(report.analysis.statistics.parts);
    let mut dots: BTreeMap<(u8, usize), u64> = BTreeMap::new();
    for (score, grade, count) in group.pairs() {
        *dots.entry((grade, class_of(score, maximum))).or_default() += count;
    }
    let titles: Vec<_> = dots
        .iter()
        .map(|((grade, class), count)| {
            let (from, to) = (class_limit(*class, maximum), class_limit(class + 1, maximum));
            let text = tr.with(
                "grades-dot",
                &[
                    ("grade", Arg::from(u64::from(*grade))),
                    ("from", Arg::from(tr.decimal(&from, 0))),
                    ("to", Arg::from(tr.decimal(&to, 0))),
                    ("n", Arg::from(*count)),
                ],
            );
            (*grade, f64::midpoint(from.to_f64(), to.to_f64()), *count, text)
        })
        .collect();
    let points: Vec<Point<'_>> = titles
        .iter()
        .map(|(grade, score, count, title)| Point { x: f64::from(*grade), y: *score, count: *count, title })
        .collect();
    let maximum = maximum.to_f64();
    let (x, y) = (tr.t("grades-axis"), tr.t("column-score"));
    let grades: Vec<String> = (1..=10).map(|grade: u8| grade.to_string()).collect();
    let x_marks: Vec<Mark<'_>> =
        grades.iter().zip(1..).map(|(label, at)| Mark { at: f64::from(at), label }).collect();
    let scores: Vec<String> =
        (0..=4).map(|quarter| format!("{:.0}", maximum * f64::from(quarter) / 4.0)).collect();
    let y_marks: Vec<Mark<'_>> = scores
        .iter()
        .zip(0..)
        .map(|(label, quarter)| Mark { at: maximum * f64::from(quarter) / 4.0, label })
        .collect();
    let drawn = web::charts::scatter(&Scatter {
        label: &tr.t1("grades-label", "n", points.iter().map(|point| point.count).sum::<u64>()),
        x: Axis { label: &x, from: 0.0, to: 10.5, marks: &x_marks },
        y: Axis { label: &y, from: 0.0, to: maximum, marks: &y_marks },
        points: &points,
    });
    (!points.is_empty()).then_some(drawn)
}
