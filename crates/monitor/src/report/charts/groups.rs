//! Groups beside the country: their means and their part in the answers.

use kernel::Exact;
use web::charts::{Markup, Range, ResponseBar, range_dots, response_bar};
use web::{Arg, Tr};

use super::{decimal, norm, percent, score_words};
use crate::domain::tally::Distribution;
use crate::report::model::Report;
use crate::report::words::size_class;

/// The mean of a group, its middle half, and the mean of the country.
#[must_use]
pub fn range(
    report: &Report<'_>,
    tr: Tr,
    group: &str,
    total: &Distribution,
    country: Option<Exact>,
) -> Markup {
    let (mean, quartiles) = (total.mean(), total.quartiles());
    let text = tr.with(
        "range-label",
        &[
            ("group", Arg::from(group)),
            ("score", Arg::from(score_words(report, tr, mean))),
            ("low", Arg::from(decimal(tr, quartiles.map(|found| found.first), 0))),
            ("high", Arg::from(decimal(tr, quartiles.map(|found| found.third), 0))),
        ],
    );
    range_dots(&Range {
        label: &text,
        value: mean.map(Exact::to_f64),
        norm: norm(report, mean),
        band: quartiles.map(|found| (found.first.to_f64(), found.third.to_f64())),
        reference: country.map(Exact::to_f64),
        before: &[],
        scale: report.analysis.rule.maximum(report.analysis.statistics.parts).to_f64(),
    })
}

/// A size class in the answers.
#[derive(Debug, Clone)]
pub struct ResponseRow {
    /// The size class.
    pub label: String,
    /// Its share among the participants, against that among all municipalities.
    pub chart: Markup,
    /// How many took part, in words.
    pub text: String,
}

/// Who took part by size class; empty for a wave without definition.
#[must_use]
pub fn response(report: &Report<'_>, tr: Tr) -> Vec<ResponseRow> {
    let Some(wave) = &report.analysis.wave else { return Vec::new() };
    let respondents = report.analysis.statistics.all.respondents;
    let classes = report.analysis.statistics.by_size.iter().zip(wave.size_classes).zip(1..);
    classes
        .map(|((group, all), class)| {
            let label = size_class(tr.0, class, class);
            let share = Exact::percent(group.respondents, respondents);
            let country = Exact::percent(all, wave.invited);
            let text = tr.with(
                "response-row",
                &[
                    ("n", Arg::from(group.respondents)),
                    ("all", Arg::from(all)),
                    ("share", Arg::from(percent(tr, Exact::percent(group.respondents, all)))),
                ],
            );
            let bar = ResponseBar {
                label: &format!("{label}: {text}"),
                percent: share.map_or(0.0, Exact::to_f64),
                country: country.map(Exact::to_f64),
            };
            ResponseRow { chart: response_bar(&bar), label, text }
        })
        .collect()
}
