//! What happened to a municipality in mergers, and whether two waves may be compared for it.

use std::collections::BTreeMap;

use geography::{Code, Comparability, Geography, Kind, Municipality};
use jiff::civil::Date;
use web::{Arg, RequestContext};

use super::scope::Scope;
use crate::report::words::listed;

/// An event with the municipalities that it is about.
#[derive(Debug, Clone)]
pub struct Event {
    /// What happened, without the names.
    pub text: String,
    /// Name and page of the others.
    pub others: Vec<(&'static str, String)>,
}

/// A day in figures, which reads the same in both languages.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

/// Names and pages of municipalities.
#[must_use]
pub fn links(
    scope: &Scope,
    context: &RequestContext,
    codes: impl Iterator<Item = Code>,
) -> Vec<(&'static str, String)> {
    codes
        .filter_map(|code| Geography::built_in().get(code))
        .map(|found| (found.name, scope.url(context, &format!("/municipalities/{}", found.code))))
        .collect()
}

/// Every merger that a municipality was part of, oldest first; the parties of one day stand together.
#[must_use]
pub fn events(scope: &Scope, context: &RequestContext, municipality: &Municipality) -> Vec<Event> {
    let mut days: BTreeMap<(Date, &str), Vec<Code>> = BTreeMap::new();
    for merger in Geography::built_in().mergers() {
        if merger.old == municipality.code {
            days.entry((merger.date, away(merger.kind))).or_default().push(merger.new);
        } else if merger.new == municipality.code {
            days.entry((merger.date, towards(merger.kind))).or_default().push(merger.old);
        }
    }
    let event = |((date, key), codes): ((Date, &str), Vec<Code>)| Event {
        text: context.tr().t1(key, "date", day(date)),
        others: links(scope, context, codes.into_iter()),
    };
    days.into_iter().map(event).collect()
}

/// What a merger was for the one that changed.
fn away(kind: Kind) -> &'static str {
    match kind {
        Kind::Merger => "history-merged",
        Kind::Absorption => "history-absorbed",
        Kind::Split => "history-split",
        Kind::Renumbering => "history-renumbered",
        Kind::BorderChange => "history-border-away",
    }
}

/// What it was for the one that came out of it.
fn towards(kind: Kind) -> &'static str {
    match kind {
        Kind::Merger => "history-formed",
        Kind::Absorption => "history-took-in",
        Kind::Split => "history-got-part",
        Kind::Renumbering => "history-was",
        Kind::BorderChange => "history-border-towards",
    }
}

/// Whether this wave and the one before may be compared for a municipality, in words; nothing if there
/// is none before with known municipalities, or nothing to compare.
#[must_use]
pub fn comparability(scope: &Scope, context: &RequestContext, code: Code) -> Option<String> {
    let previous = scope.report.previous.as_ref().filter(|previous| !previous.participants.is_empty())?;
    let then = previous.wave.as_ref()?.reference_date;
    let now = scope.report.analysis.wave.as_ref()?.reference_date;
    let geography = Geography::built_in();
    let found = geography.comparable(code, then, now);
    if found == Comparability::Absent {
        return None;
    }
    let names = found.others().into_iter().filter_map(|code| Some(geography.get(code)?.name.to_owned()));
    let names = listed(context.lang, names);
    let key = format!("comparability-{}", found.reason());
    let text = context.tr().with(&key, &[("names", Arg::from(names))]);
    Some(context.tr().t2("history-comparable", "year", previous.year().to_string(), "text", text))
}
