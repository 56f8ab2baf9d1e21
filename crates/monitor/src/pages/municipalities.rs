//! All municipalities of a wave as a list: what the map shows, in words, with search and filters.
//! Anyone may see it (`Permission::SeePublished`). The score of a municipality is in it only if it agreed.

use askama::Template;
use axum::extract::{Path, Query, State};
use geography::{Code, Geography, SizeClass};
use kernel::Norm;
use serde::Deserialize;
use web::{Arg, Frame, Page, PageError, RequestContext};

use super::map::{self, Place};
use super::parts::{norm, with_notice};
use super::scope::{self, Scope};
use super::site::Site;
use crate::analysis::Participant;
use crate::domain::wave::Nature;
use crate::report::words::size_class;

/// Municipalities on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "municipalities.html")]
struct View {
    frame: Frame,
    title: String,
    /// Where the form sends what was chosen.
    action: String,
    asked: Asked,
    regions: Vec<Choice>,
    provinces: Vec<Choice>,
    sizes: Vec<Choice>,
    rows: Vec<Row>,
    /// Which of how many are shown, in words.
    count: String,
    previous: Option<String>,
    next: Option<String>,
    /// Whether it is known which municipalities took part.
    known: bool,
    /// Why there is no list of places.
    empty: String,
    map_url: String,
    wave_url: String,
}

/// A choice in a form.
struct Choice {
    value: String,
    label: String,
    on: bool,
}

struct Row {
    name: &'static str,
    url: String,
    region: &'static str,
    province: &'static str,
    state: String,
    norm: &'static str,
    norm_word: String,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    parts: Option<String>,
    rule: Option<String>,
    q: String,
    region: String,
    province: String,
    size: String,
    /// The page that follows this code, in the order of names.
    after: Option<String>,
    /// The page that precedes this code.
    before: Option<String>,
}

/// Shows a page of the list.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    // The list itself is about everybody; a filter here shows no figure of a group.
    let query =
        scope::Query { parts: asked.parts.clone(), rule: asked.rule.clone(), ..scope::Query::default() };
    let scope = Scope::load(&site, context.lang, &wave, query).await?;
    let (tr, report) = (context.tr(), &scope.report);
    let wave_title = report.wave_title(context.lang);
    let frame = context
        .frame(tr.t1("list-page-title", "wave", wave_title.clone()), tr.t("list-intro"), "regions")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(wave_title.clone(), Some(&format!("/monitor/{wave}{}", scope.query.address())))
        .crumb(tr.t("nav-municipalities"), None);
    let places = map::places(&scope, &context);
    let found = found(&scope, &asked, &places);
    let from = start(&asked, &places, &found);
    let until = (from + PAGE).min(found.len());
    let code = |at: usize| found.get(at).map(|at| places[*at].municipality.code.to_string());
    let path = format!("/monitor/{wave}/municipalities");
    let link =
        |key: &str, code: Option<String>| code.map(|code| context.url(&asked.address(&path, key, &code)));
    Ok(Page(View {
        title: tr.t1("list-title", "wave", wave_title),
        action: context.url(&path),
        regions: regions(&asked),
        provinces: provinces(&asked),
        sizes: sizes(&context, &asked),
        rows: found[from..until].iter().map(|at| row(&scope, &context, &places[*at])).collect(),
        count: tr.with(
            "list-count",
            &[("from", Arg::from(from + 1)), ("until", Arg::from(until)), ("n", Arg::from(found.len()))],
        ),
        previous: link("before", (from > 0).then(|| code(from)).flatten()),
        next: link("after", (until < found.len()).then(|| code(until - 1)).flatten()),
        known: !places.is_empty(),
        empty: tr.t(if report.analysis.nature == Nature::Reconstruction {
            "places-empty-reconstruction"
        } else {
            "places-empty-other"
        }),
        map_url: scope.url(&context, "/regions"),
        wave_url: scope.url(&context, ""),
        frame: with_notice(frame, report.analysis.nature),
        asked,
    }))
}

/// Positions in `places` of what was asked for, in the order of names.
fn found(scope: &Scope, asked: &Asked, places: &[Place]) -> Vec<usize> {
    let typed = asked.q.trim();
    let date = scope.report.analysis.wave.as_ref().map(|wave| wave.reference_date);
    let named: Option<Vec<Code>> = date.filter(|_| !typed.is_empty()).map(|date| {
        Geography::built_in().search(typed, date).into_iter().map(|municipality| municipality.code).collect()
    });
    let class = |at: &SizeClass| size_in(&asked.size, at.number());
    let fits = |place: &Place| {
        let municipality = place.municipality;
        named.as_ref().is_none_or(|codes| codes.contains(&municipality.code))
            && (asked.region.is_empty() || municipality.region.slug() == asked.region)
            && (asked.province.is_empty() || municipality.province.slug() == asked.province)
            && (asked.size.is_empty() || municipality.size_class().as_ref().is_some_and(class))
    };
    (0..places.len()).filter(|at| fits(&places[*at])).collect()
}

/// Whether a size class is in `3` or `4-5`.
fn size_in(asked: &str, class: u8) -> bool {
    let (first, last) = asked.split_once('-').unwrap_or((asked, asked));
    let number = |text: &str| text.parse::<u8>().ok();
    number(first).zip(number(last)).is_some_and(|(first, last)| (first..=last).contains(&class))
}

/// Where in `found` the page begins. A code that the filter leaves out still has its place in the order;
/// one that does not exist begins at the start.
fn start(asked: &Asked, places: &[Place], found: &[usize]) -> usize {
    let place = |code: &Option<String>| {
        let code: Code = code.as_deref()?.parse().ok()?;
        places.iter().position(|place| place.municipality.code == code)
    };
    if let Some(after) = place(&asked.after) {
        let from = found.partition_point(|at| *at <= after);
        return if from < found.len() { from } else { 0 };
    }
    match place(&asked.before) {
        Some(before) => found.partition_point(|at| *at < before).saturating_sub(PAGE),
        None => 0,
    }
}

fn row(scope: &Scope, context: &RequestContext, place: &Place) -> Row {
    let (report, tr) = (&scope.report, context.tr());
    let score = match report.analysis.participants.get(&place.municipality.code) {
        Some(Participant::Named(score)) => *score,
        _ => None,
    };
    let norm = norm(report, score);
    Row {
        name: place.municipality.name,
        url: place.url.clone(),
        region: place.municipality.region.name(),
        province: place.municipality.province.name(),
        state: place.state.clone(),
        norm: norm.map_or("", Norm::name),
        norm_word: norm.map_or_else(String::new, |norm| tr.t(&format!("norm-{}", norm.name()))),
    }
}

fn regions(asked: &Asked) -> Vec<Choice> {
    let regions = Geography::built_in().regions().into_iter().map(|region| (region.slug(), region.name()));
    let choice =
        |(value, label): (String, &str)| Choice { on: value == asked.region, label: label.into(), value };
    regions.map(choice).collect()
}

fn provinces(asked: &Asked) -> Vec<Choice> {
    let provinces =
        Geography::built_in().provinces().into_iter().map(|province| (province.slug(), province.name()));
    let choice =
        |(value, label): (String, &str)| Choice { on: value == asked.province, label: label.into(), value };
    provinces.map(choice).collect()
}

fn sizes(context: &RequestContext, asked: &Asked) -> Vec<Choice> {
    let mut choices: Vec<Choice> = SizeClass::ALL
        .into_iter()
        .map(|class| {
            let value = class.to_string();
            let label = size_class(context.lang, class.number(), class.number());
            Choice { on: value == asked.size, label, value }
        })
        .collect();
    // Classes that other pages join, such as 4-5, stay chosen when they lead here.
    if let Some((first, last)) = asked.size.split_once('-')
        && let (Ok(first), Ok(last)) = (first.parse(), last.parse())
        && first < last
        && SizeClass::new(first).is_some()
        && SizeClass::new(last).is_some()
    {
        let label = size_class(context.lang, first, last);
        choices.push(Choice { value: format!("{first}-{last}"), label, on: true });
    }
    choices
}

impl Asked {
    /// The address of another page of the same list.
    fn address(&self, path: &str, key: &str, code: &str) -> String {
        let pairs = [
            ("parts", self.parts.as_deref().unwrap_or_default()),
            ("rule", self.rule.as_deref().unwrap_or_default()),
            ("q", self.q.trim()),
            ("region", &self.region),
            ("province", &self.province),
            ("size", &self.size),
            (key, code),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("{path}?{}", said.join("&"))
    }
}

/// A value as it may stand in an address.
fn encoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b',') {
            text.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
            text.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_whole_in_the_address() {
        let asked = Asked { q: " 's & ë ".into(), size: "4-5".into(), ..Asked::default() };
        assert_eq!(asked.address("/x", "after", "GM0344"), "/x?q=%27s%20%26%20%C3%AB&size=4-5&after=GM0344");
    }

    #[test]
    fn classes_can_be_asked_for_together() {
        assert!(size_in("4-5", 5) && size_in("4-5", 4) && size_in("3", 3));
        assert!(!size_in("4-5", 3) && !size_in("groot", 3) && !size_in("", 1));
    }
}
