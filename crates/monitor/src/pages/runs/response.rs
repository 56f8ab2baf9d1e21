//! The response of a wave in words and bars: key figures, groups, and how well who is done stands for who was asked.

use kernel::Exact;
use web::charts::{Markup, ResponseBar, response_bar};
use web::{Arg, RequestContext, Tr};

use crate::domain::response::{Count, Progress, Response};
use crate::pages::parts::KeyFigure;
use crate::report::words::size_class;
use crate::store::forms::StoredForm;

/// The response, as a page shows it.
pub struct ResponseView {
    /// How many are how far.
    pub figures: Vec<KeyFigure>,
    /// By size class, province and region.
    pub groups: Vec<GroupView>,
    /// Whether who is done looks like who was asked.
    pub representative: Option<String>,
    /// Where the list of municipalities is.
    pub list: String,
    /// Whether there is anything to see.
    pub is_empty: bool,
    /// Whether these are all municipalities, and not those of the visitor's region only.
    pub is_all: bool,
}

/// One division of the municipalities.
pub struct GroupView {
    /// Its title.
    pub title: String,
    /// The name of its first column.
    pub first: String,
    /// Its groups.
    pub rows: Vec<RowView>,
}

/// One group.
pub struct RowView {
    /// What it is called.
    pub label: String,
    /// The share that is done, with that of everybody as a stroke.
    pub chart: Markup,
    /// The same in words.
    pub text: String,
    /// How many were invited, and how many are how far.
    pub counts: [String; 5],
}

/// Makes the view. How well they stand for all is told of all municipalities only.
pub fn response(context: &RequestContext, id: &str, forms: &[StoredForm], is_all: bool) -> ResponseView {
    let tr = context.tr();
    let response = Response::count(
        forms.iter().map(|form| (form.municipality, Progress::of(&form.state, form.revision))),
    );
    let class = |class: &Option<geography::SizeClass>| match class {
        Some(class) => size_class(tr.0, class.number(), class.number()),
        None => tr.t("run-size-unknown"),
    };
    let total = &response.total;
    let by_class = response.by_class.iter().map(|(key, count)| row(tr, class(key), count, total));
    let by_province =
        response.by_province.iter().map(|(key, count)| row(tr, key.name().to_owned(), count, total));
    let by_region =
        response.by_region.iter().map(|(key, count)| row(tr, key.name().to_owned(), count, total));
    let group = |name: &str, first: &str, rows: Vec<RowView>| GroupView {
        title: tr.t(&format!("run-by-{name}")),
        first: tr.t(first),
        rows,
    };
    let groups = [
        group("class", "column-size-class", by_class.collect()),
        group("province", "column-province", by_province.collect()),
        group("region", "column-region", by_region.collect()),
    ];
    ResponseView {
        figures: figures(tr, total),
        // A single group says what the whole says already.
        groups: groups.into_iter().filter(|group| group.rows.len() > 1).collect(),
        representative: if is_all { representative(tr, &response) } else { None },
        list: context.url(&format!("/waves/{id}/municipalities")),
        is_empty: forms.is_empty(),
        is_all,
    }
}

fn figures(tr: Tr, total: &Count) -> Vec<KeyFigure> {
    let mut figures = vec![KeyFigure {
        value: tr.count(&total.approved()),
        beside: tr.t1("key-of", "n", tr.count(&total.invited())),
        label: tr.t("progress-approved"),
    }];
    for (progress, count) in Progress::ALL.into_iter().zip(total.by_progress).rev().skip(1) {
        figures.push(KeyFigure {
            value: tr.count(&count),
            beside: String::new(),
            label: tr.t(&format!("progress-{}", progress.name())),
        });
    }
    figures
}

fn row(tr: Tr, label: String, count: &Count, total: &Count) -> RowView {
    let share = |count: &Count| count.share().map_or(0.0, Exact::to_f64);
    let percent = count.share().map_or_else(|| tr.t("no-value"), |share| tr.percent(&share, 0));
    let args = [
        ("n", Arg::from(count.approved())),
        ("all", Arg::from(count.invited())),
        ("share", Arg::from(percent)),
    ];
    let text = tr.with("response-row", &args);
    let words = format!("{label}: {text}");
    let [not_begun, busy, submitted, approved] = count.by_progress;
    RowView {
        chart: response_bar(&ResponseBar {
            label: &words,
            percent: share(count),
            country: Some(share(total)),
        }),
        counts: [count.invited(), not_begun, busy, submitted, approved].map(|count| tr.count(&count)),
        label,
        text,
    }
}

fn representative(tr: Tr, response: &Response) -> Option<String> {
    let found = response.deviation()?;
    let points = found.points();
    let size = if points < Exact::whole(0) { Exact::whole(0) - points } else { points };
    if size.rounded(0) == 0 {
        return Some(tr.t("run-representative-even"));
    }
    let (invited, approved) = (tr.percent(&found.invited, 0), tr.percent(&found.approved, 0));
    Some(tr.with(
        "run-representative",
        &[
            ("points", Arg::from(tr.decimal(&size, 0))),
            ("class", Arg::from(size_class(tr.0, found.class.number(), found.class.number()))),
            ("invited", Arg::from(invited)),
            ("approved", Arg::from(approved)),
        ],
    ))
}
