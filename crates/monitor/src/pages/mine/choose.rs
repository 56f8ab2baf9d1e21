//! Choosing a group to compare with, among the municipalities that agreed to be shown by name in the wave. Everybody
//! of the municipality (`Permission::SeeForm`). What was chosen stands in the address of the dashboard.

use askama::Template;
use axum::extract::{Path, Query as FromQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use geography::{Code, Geography};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::query::{MOST, Query, With};
use super::rows::{self, Mine};
use crate::Desk;
use crate::analysis::Participant;
use crate::pages::scope::Scope;

#[derive(Template)]
#[template(path = "mine/choose.html")]
struct View {
    frame: Frame,
    form: FormView,
    action: String,
    back: String,
    /// The own region first.
    regions: Vec<Region>,
    chosen: Vec<String>,
}

/// Municipalities of a region that can be chosen.
struct Region {
    name: &'static str,
    /// Code and name.
    members: Vec<(String, String)>,
    /// Whether the list stands open: of the own region, and where something is chosen.
    is_open: bool,
}

/// Shows the choice.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    FromQuery(query): FromQuery<Query>,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let chosen = query.codes().iter().map(ToString::to_string).collect();
    let form = FormView::new(&context);
    Ok(Page(view(&desk, &context, &mine, &query, form, chosen).await?).into_response())
}

/// Leads to the dashboard beside what was chosen.
pub async fn choose(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(municipality): Path<String>,
    FromQuery(query): FromQuery<Query>,
    form: Form,
) -> Result<Response, PageError> {
    let mine = rows::open(&desk, &context, &municipality).await?;
    let chosen: Vec<String> = form.all("member").map(str::to_owned).collect();
    let asked = Query { of: Some(chosen.join(",")), ..query.clone() }.with_group(With::Chosen);
    if chosen.len() >= 2 && chosen.len() <= MOST && asked.codes().len() == chosen.len() {
        return Ok(context.see_other(&format!("{}{}", mine.path(""), asked.address())));
    }
    let findings = vec![web::on_field("mine-chosen", "member").with("most", MOST.to_string())];
    let form = FormView::of(&context, &form, findings);
    let view = view(&desk, &context, &mine, &query, form, chosen).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(view)).into_response())
}

async fn view(
    desk: &Desk,
    context: &RequestContext,
    mine: &Mine,
    query: &Query,
    form: FormView,
    chosen: Vec<String>,
) -> Result<View, PageError> {
    let tr = context.tr();
    let found = mine.wave(query)?;
    let mut regions: Vec<Region> = Vec::new();
    if let Some((answered, _)) = found {
        let scope =
            Scope::load(desk.site(), context.lang, &answered.wave, crate::pages::scope::Query::default())
                .await?;
        let own: Code = answered.code;
        let home = Geography::built_in().get(own).map(|found| found.region.name());
        let named = scope.report.analysis.participants.iter().filter(|(code, participant)| {
            **code != own && matches!(participant, Participant::Named(Some(_)))
        });
        let mut rows: Vec<(bool, &'static str, &'static str, String)> = named
            .filter_map(|(code, _)| {
                let found = Geography::built_in().get(*code)?;
                let region = found.region.name();
                Some((home != Some(region), region, found.name, code.to_string()))
            })
            .collect();
        rows.sort_unstable();
        for (is_away, region, name, code) in rows {
            let is_chosen = chosen.contains(&code);
            let member = (code, name.to_owned());
            match regions.last_mut().filter(|last| last.name == region) {
                Some(last) => {
                    last.members.push(member);
                    last.is_open |= is_chosen;
                }
                None => regions.push(Region {
                    name: region,
                    members: vec![member],
                    is_open: is_chosen || !is_away,
                }),
            }
        }
    }
    let title = tr.t("mine-choose-title");
    let nature = found.map_or(crate::domain::wave::Nature::Real, |(answered, _)| answered.nature);
    Ok(View {
        frame: mine.frame(context, Some(&form.title(&title)), nature),
        action: context.url(&format!("{}{}", mine.path("/group"), query.address())),
        back: context.url(&format!("{}{}", mine.path(""), query.address())),
        regions,
        chosen,
        form,
    })
}
