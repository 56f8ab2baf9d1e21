//! Where in the country: the map of a wave, its Veilig Thuis regions and its provinces.
//! Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::{Path, Query, State};
use geography::Geography;
use kernel::{Exact, Norm};
use serde::Deserialize;
use web::charts::Markup;
use web::{Frame, Page, PageError, RequestContext};

use super::map;
use super::parts::{Switch, norm, percent, score_words, switches, with_notice};
use super::scope::{self, Choice, Scope};
use super::site::Site;
use crate::domain::figures::sight;
use crate::domain::statistics::Group;
use crate::domain::wave::Nature;

#[derive(Template)]
#[template(path = "places.html")]
struct View {
    frame: Frame,
    title: String,
    switches: Vec<Switch>,
    sorts: [Choice; 2],
    /// The map and its key; nothing when it is not known which municipalities took part.
    map: Option<(Markup, Markup)>,
    list_url: String,
    wave_url: String,
    groups: Vec<AreasView>,
    /// Why there is no list of places.
    empty: String,
}

/// A division of the country, ready to print as a table.
struct AreasView {
    id: &'static str,
    title: String,
    first: String,
    rows: Vec<AreaRow>,
}

struct AreaRow {
    name: String,
    /// The wave's page about this area; nothing if it may not be shown.
    url: Option<String>,
    list_url: String,
    participants: String,
    response: String,
    /// Nothing if they may not be shown.
    figures: Option<AreaFigures>,
    /// Why there are none.
    withheld: String,
    /// For the order.
    mean: Option<Exact>,
}

struct AreaFigures {
    score: String,
    norm: &'static str,
    sight: String,
    low: String,
}

/// An area as the geography and the statistics know it.
struct Area<'a> {
    name: &'static str,
    slug: String,
    municipalities: Option<usize>,
    group: Option<&'a Group>,
}

/// What the address can ask for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    parts: Option<String>,
    rule: Option<String>,
    /// `score` for high to low; by name without it.
    sort: Option<String>,
}

/// Shows the regions and provinces of a wave.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(wave): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let by_score = asked.sort.as_deref() == Some("score");
    let query = scope::Query { parts: asked.parts, rule: asked.rule, ..scope::Query::default() };
    let scope = Scope::load(&site, context.lang, &wave, query).await?;
    let boundaries = site.boundaries().await?;
    let (tr, report) = (context.tr(), &scope.report);
    let wave_title = report.wave_title(context.lang);
    let frame = context
        .frame(tr.t1("places-page-title", "wave", wave_title.clone()), tr.t("places-intro"), "regions")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(wave_title.clone(), Some(&format!("/monitor/{wave}{}", scope.query.address())))
        .crumb(tr.t("nav-regions"), None);
    let places = map::places(&scope, &context);
    let map = (!places.is_empty())
        .then(|| (map::draw(&places, boundaries.as_ref(), &tr.t("map-label")), map::key(tr)));
    let path = scope.url(&context, "/regions");
    let mut switches = switches(&scope, &context, "/regions");
    if by_score {
        for switch in &mut switches {
            switch.choice.url = sorted(&switch.choice.url);
        }
    }
    Ok(Page(View {
        title: tr.t1("places-title", "wave", wave_title),
        switches,
        sorts: [
            Choice { label: tr.t("places-by-name"), url: path.clone(), on: !by_score },
            Choice { label: tr.t("places-by-score"), url: sorted(&path), on: by_score },
        ],
        map,
        list_url: scope.url(&context, "/municipalities"),
        wave_url: scope.url(&context, ""),
        groups: divisions(&scope, &context, by_score),
        empty: tr.t(if report.analysis.nature == Nature::Reconstruction {
            "places-empty-reconstruction"
        } else {
            "places-empty-other"
        }),
        frame: with_notice(frame, report.analysis.nature),
    }))
}

/// The address with the order by score in it.
fn sorted(url: &str) -> String {
    format!("{url}{}sort=score", if url.contains('?') { '&' } else { '?' })
}

fn divisions(scope: &Scope, context: &RequestContext, by_score: bool) -> Vec<AreasView> {
    let (geography, statistics) = (Geography::built_in(), &scope.report.analysis.statistics);
    if statistics.by_region.is_empty() {
        return Vec::new();
    }
    let date = scope.report.analysis.wave.as_ref().map(|wave| wave.reference_date);
    let regions = geography.regions().into_iter().map(|region| Area {
        name: region.name(),
        slug: region.slug(),
        municipalities: date.map(|date| geography.in_region(region, date).len()),
        group: statistics.by_region.get(&region),
    });
    let provinces = geography.provinces().into_iter().map(|province| Area {
        name: province.name(),
        slug: province.slug(),
        municipalities: date.map(|date| geography.in_province(province, date).len()),
        group: statistics.by_province.get(&province),
    });
    let view = |id: &'static str, areas: Vec<Area<'_>>| AreasView {
        id,
        title: context.tr().t(&format!("places-{id}s")),
        first: context.tr().t(&format!("column-{id}")),
        rows: rows(scope, context, id, &areas, by_score),
    };
    vec![view("region", regions.collect()), view("province", provinces.collect())]
}

fn rows(
    scope: &Scope,
    context: &RequestContext,
    kind: &'static str,
    areas: &[Area<'_>],
    by_score: bool,
) -> Vec<AreaRow> {
    let mut rows: Vec<AreaRow> = areas
        .iter()
        .map(|area| {
            let group = area.group.filter(|group| group.shown && group.respondents > 0);
            row(scope, context, kind, area, group)
        })
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    if by_score {
        rows.sort_by_key(|row| std::cmp::Reverse(row.mean));
    }
    rows
}

/// `group` is there only if it may be shown.
fn row(
    scope: &Scope,
    context: &RequestContext,
    kind: &'static str,
    area: &Area<'_>,
    group: Option<&Group>,
) -> AreaRow {
    let (tr, report) = (context.tr(), &scope.report);
    let count = area.group.map_or(0, |group| group.respondents);
    let all = area.municipalities.map(|all| all as u64);
    let query = scope.query.with_group(Some((kind, area.slug.clone())));
    AreaRow {
        name: area.name.to_owned(),
        url: group.map(|_| scope.url_with(context, "", &query)),
        list_url: scope.url_with(context, "/municipalities", &query),
        participants: match all {
            Some(all) => tr.t2("places-of", "n", count, "all", all),
            None => tr.count(&count),
        },
        response: percent(tr, all.and_then(|all| Exact::percent(count, all))),
        mean: group.and_then(mean),
        withheld: tr.t(if count == 0 { "places-nobody" } else { "places-withheld" }),
        figures: group.map(|group| {
            let mean = mean(group);
            let low = group.means.distribution().colours(&report.analysis.rule.norms)[0];
            AreaFigures {
                score: score_words(report, tr, mean),
                norm: norm(report, mean).map_or("", Norm::name),
                sight: percent(tr, sight(group)),
                low: if scope.query.parts().is_all() { tr.count(&low) } else { tr.t("no-value") },
            }
        }),
    }
}

/// Mean total of a group.
fn mean(group: &Group) -> Option<Exact> {
    group.means.distribution().mean()
}
