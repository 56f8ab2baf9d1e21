//! Home: what this is, how the country stands on ten goals, and where.
//! Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use axum::extract::{Query, State};
use web::charts::{Markup, legend};
use web::{Frame, Page, PageError, RequestContext};

use super::map;
use super::parts::{GoalRow, KeyFigure, Switch, goal_rows, key_figures, switches, with_notice};
use super::scope::{self, Scope};
use super::site::Site;
use crate::analysis::Analysis;
use crate::report::charts::goal_signs;

#[derive(Template)]
#[template(path = "home.html")]
struct View {
    frame: Frame,
    /// Nothing yet: no wave is stored.
    wave: Option<WaveView>,
}

struct WaveView {
    title: String,
    url: String,
    figures: Vec<KeyFigure>,
    goals: GoalsView,
    map: Option<Markup>,
    map_key: Markup,
    list_url: String,
}

/// The list of goals with its switches, legend and table; the wave page shows it too.
pub struct GoalsView {
    /// The switches of the three parts.
    pub switches: Vec<Switch>,
    /// From strong to weak.
    pub rows: Vec<GoalRow>,
    /// What the signs mean.
    pub legend: Markup,
    /// Title of the wave before, if there is one to compare with.
    pub before: Option<String>,
    /// Whether some scores were only reconstructed.
    pub reconstructed: bool,
}

/// The goals of a scope, ready to show on the page at `path` of its wave.
#[must_use]
pub fn goals_view(scope: &Scope, context: &RequestContext, path: &str) -> GoalsView {
    let tr = context.tr();
    let rows = goal_rows(scope, context);
    let before = scope.before().and_then(|_| scope.report.previous.as_ref());
    let signs = goal_signs(&scope.report, tr, before.map(Analysis::year));
    GoalsView {
        switches: switches(scope, context, path),
        reconstructed: rows.iter().any(|row| row.reconstructed),
        rows,
        legend: legend(&signs),
        before: before.map(|previous| previous.year().to_string()),
    }
}

/// Shows the newest wave.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Query(query): Query<scope::Query>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let frame = context.frame("", tr.t("site-description"), "monitor");
    let Some(newest) = site.waves().await?.into_iter().next() else {
        return Ok(Page(View { frame, wave: None }));
    };
    let scope = Scope::load(&site, context.lang, &newest.id, query).await?;
    let boundaries = site.boundaries().await?;
    let places = map::places(&scope, &context);
    let map = (!places.is_empty()).then(|| map::draw(&places, boundaries.as_ref(), &tr.t("map-label")));
    // The switches lead back here, which is not a page under the wave.
    let mut goals = goals_view(&scope, &context, "");
    for switch in &mut goals.switches {
        let query = switch.choice.url.split_once('?').map(|(_, query)| format!("?{query}"));
        switch.choice.url = format!("{}{}", context.url("/"), query.unwrap_or_default());
    }
    let wave = WaveView {
        title: scope.report.wave_title(context.lang),
        url: scope.url(&context, ""),
        figures: key_figures(&scope, tr),
        goals,
        map,
        map_key: map::key(tr),
        list_url: scope.url(&context, "/municipalities"),
    };
    let frame = with_notice(frame, scope.report.analysis.nature);
    Ok(Page(View { frame, wave: Some(wave) }))
}
