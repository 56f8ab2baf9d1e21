//! One municipality in a wave: its scores and why, if it agreed to be shown; otherwise only that it took
//! part. And what it is: place, size, mergers. Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::{Path, Query, State};
use geography::{Code, Geography, Municipality, SizeClass};
use jiff::civil::date;
use web::{Arg, Frame, Page, PageError, RequestContext};

use super::history::{self, Event};
use super::own::{self, Own};
use super::parts::{Switch, switches, with_notice};
use super::peers::Peers;
use super::scope::{self, Scope, size_key};
use super::site::Site;
use super::youth::Shown;
use crate::analysis::Participant;
use crate::domain::size_groups::size_groups;
use crate::report::words::size_class;

#[derive(Template)]
#[template(path = "municipality.html")]
struct View {
    frame: Frame,
    name: &'static str,
    /// How it took part, in a sentence.
    state: String,
    switches: Vec<Switch>,
    /// Its scores; only if it agreed.
    own: Option<Own>,
    /// What its young people think; only if it agreed, and they were asked.
    young: Option<Shown>,
    facts: Vec<Fact>,
    events: Vec<Event>,
    comparability: Option<String>,
    /// Where it went on, if it did not exist for this wave.
    successors: Vec<(&'static str, String)>,
    /// The group of its size.
    group: Option<(String, String)>,
    list_url: String,
    before: Option<String>,
}

/// A line of what is known about it, with a page about the group it belongs to.
struct Fact {
    label: String,
    value: String,
    url: Option<String>,
}

/// Shows a municipality.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path((wave, code)): Path<(String, String)>,
    Query(query): Query<scope::Query>,
) -> Result<Page<impl Template>, PageError> {
    let code: Code = code.parse().map_err(|_| PageError::NotFound)?;
    let municipality = Geography::built_in().get(code).ok_or(PageError::NotFound)?;
    let whole = scope::Query { parts: query.parts, rule: query.rule, ..scope::Query::default() };
    let scope = Scope::load(&site, context.lang, &wave, whole).await?;
    let tr = context.tr();
    let wave_title = scope.report.wave_title(context.lang);
    let title = format!("{} ({wave_title})", municipality.name);
    let description = tr.t1("own-description", "name", municipality.name);
    let address = scope.query.address();
    let frame = context
        .frame(title, description, "regions")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(wave_title, Some(&format!("/monitor/{wave}{address}")))
        .crumb(tr.t("nav-municipalities"), Some(&format!("/monitor/{wave}/municipalities{address}")))
        .crumb(municipality.name, None);
    // Only of a municipality that agreed are the answers read at all.
    let response = match scope.report.analysis.participants.get(&code) {
        Some(Participant::Named(_)) => site.named(&wave, &code.to_string()).await?,
        _ => None,
    };
    let before = match &response {
        Some(_) => own::before(&site, &scope, code).await?,
        None => None,
    };
    let scores = response.as_ref().map(|response| {
        let peers = Peers::by_size(&scope.report.analysis, tr, response.size_class);
        own::own(&scope, &context, response, peers.as_ref(), before.as_slice())
    });
    let young = match &response {
        Some(_) => site.heard(tr, &wave, code).await?,
        None => None,
    };
    let class = response.as_ref().map(|response| response.size_class).or(municipality.size_class());
    Ok(Page(View {
        name: municipality.name,
        state: state(&scope, &context, municipality),
        switches: switches(&scope, &context, &format!("/municipalities/{code}")),
        facts: facts(&scope, &context, municipality, class),
        events: history::events(&scope, &context, municipality),
        comparability: history::comparability(&scope, &context, code),
        successors: successors(&scope, &context, municipality),
        group: class.and_then(|class| group(&scope, &context, class)),
        list_url: scope.url(&context, "/municipalities"),
        before: before.and(scope.report.previous.as_ref()).map(|previous| previous.year().to_string()),
        frame: with_notice(frame, scope.report.analysis.nature),
        own: scores,
        young,
    }))
}

/// Whether it existed for this wave; a wave without definition does not say when it was.
fn existed(scope: &Scope, municipality: &Municipality) -> bool {
    let wave = scope.report.analysis.wave.as_ref();
    wave.is_none_or(|wave| municipality.exists_on(wave.reference_date))
}

fn state(scope: &Scope, context: &RequestContext, municipality: &Municipality) -> String {
    let analysis = &scope.report.analysis;
    let key = match analysis.participants.get(&municipality.code) {
        Some(Participant::Named(Some(_))) => "own-state-named",
        Some(Participant::Named(None)) => "own-state-no-goals",
        Some(Participant::Unnamed) => "own-state-hidden",
        None if analysis.participants.is_empty() => "own-state-unknown",
        None if !existed(scope, municipality) => "own-state-no-municipality",
        None => "own-state-absent",
    };
    let wave = Arg::from(scope.report.wave_title(context.lang));
    context.tr().with(key, &[("wave", wave), ("name", Arg::from(municipality.name))])
}

fn facts(
    scope: &Scope,
    context: &RequestContext,
    municipality: &Municipality,
    class: Option<SizeClass>,
) -> Vec<Fact> {
    let tr = context.tr();
    let statistics = &scope.report.analysis.statistics;
    let unknown = || tr.t("own-unknown");
    let link = |kind: &str, slug: String, there: bool| {
        there.then(|| scope.url_with(context, "", &scope.query.with_group(Some((kind, slug)))))
    };
    let fact = |key: &str, value: String, url: Option<String>| Fact { label: tr.t(key), value, url };
    let region = municipality.region;
    let province = municipality.province;
    let region_shown = statistics.by_region.get(&region).is_some_and(|group| group.shown);
    let province_shown = statistics.by_province.get(&province).is_some_and(|group| group.shown);
    let inhabitants = municipality.population.map(|population| tr.count(&u64::from(population)));
    let size = class.map(|class| size_class(context.lang, class.number(), class.number()));
    let mut facts = vec![
        fact("column-code", municipality.code.to_string(), None),
        fact("column-region", region.name().to_owned(), link("region", region.slug(), region_shown)),
        fact(
            "column-province",
            province.name().to_owned(),
            link("province", province.slug(), province_shown),
        ),
        fact("own-inhabitants", inhabitants.unwrap_or_else(unknown), None),
        fact("column-size-class", size.unwrap_or_else(unknown), None),
    ];
    let days = [("own-from", municipality.from), ("own-until", municipality.until)];
    let known = days.into_iter().filter_map(|(key, day)| Some(fact(key, history::day(day?), None)));
    facts.extend(known);
    facts
}

fn successors(
    scope: &Scope,
    context: &RequestContext,
    municipality: &Municipality,
) -> Vec<(&'static str, String)> {
    let Some(wave) = &scope.report.analysis.wave else { return Vec::new() };
    if existed(scope, municipality) {
        return Vec::new();
    }
    let codes = Geography::built_in().successors(municipality.code, date(2013, 12, 31), wave.reference_date);
    history::links(scope, context, codes.into_iter())
}

fn group(scope: &Scope, context: &RequestContext, class: SizeClass) -> Option<(String, String)> {
    let groups = size_groups(&scope.report.analysis.statistics);
    let holds = |first: u8, last: u8| (first..=last).contains(&class.number());
    let found = groups.iter().find(|group| holds(group.first, group.last) && group.group.respondents > 0)?;
    let key = size_key(found.first, found.last).into_owned();
    let url = scope.url_with(context, "", &scope.query.with_group(Some(("size", key))));
    let label = context.tr().t1("own-group", "size", size_class(context.lang, found.first, found.last));
    Some((label, url))
}
