//! The organisations that the visitor sees, by name, with search and a filter by kind.
//! Anyone with a role that sees organisations (`Permission::SeeOrganisations`); which ones: `domain::visible`.

use askama::Template;
use axum::extract::{Query, State};
use kernel::{OrganisationId, OrganisationKind, Permission, Role};
use serde::Deserialize;
use web::{Frame, Page, PageError, Pager, RequestContext, Tr};

use super::{kind_words, kinds, region_name};
use crate::Site;
use crate::domain::organisations::Organisation;
use crate::domain::visible::Sight;
use crate::pages::parts::{self, ROWS, encoded};
use crate::store::organisations::{self, Wanted};

#[derive(Template)]
#[template(path = "organisations/list.html")]
struct View {
    frame: Frame,
    asked: Asked,
    kinds: Vec<(String, String)>,
    rows: Vec<Row>,
    /// How many there are, in words.
    count: String,
    pager: Pager,
    /// Whether anything was asked for.
    filtered: bool,
    may_manage: bool,
}

struct Row {
    name: String,
    url: String,
    kind: String,
    region: String,
    state: String,
}

/// What the address can ask for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    kind: String,
    ended: String,
    /// The page that follows this organisation.
    after: String,
}

/// Shows a page of the list.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let sight = Sight::of(context.actor()?, Permission::SeeOrganisations);
    let wanted = Wanted {
        kind: OrganisationKind::parse(&asked.kind),
        name: &asked.q,
        ended: !asked.ended.is_empty(),
        today,
    };
    let mut db = site.database().read().await?;
    let after = match asked.after.parse::<OrganisationId>() {
        Ok(id) => organisations::seen(&mut db, &sight, id).await?,
        Err(_) => None,
    };
    let limit = i64::try_from(ROWS + 1).unwrap_or(i64::MAX);
    let mut found = organisations::page(&mut db, &sight, wanted, after.as_ref(), limit).await?;
    let count = organisations::count(&mut db, &sight, wanted).await?;
    let more = found.len() > ROWS;
    found.truncate(ROWS);
    let next = found.last().filter(|_| more).map(|last| asked.address(Some(last.id)));
    let title = tr.t("organisations-title");
    let frame = context
        .frame(title, tr.t("organisations-intro"), "organisations")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("organisations-title"), None);
    Ok(Page(View {
        kinds: kinds(tr),
        rows: found.iter().map(|organisation| row(tr, &context, organisation, today)).collect(),
        count: tr.t1("organisations-count", "n", count),
        pager: Pager {
            first: after.map(|_| context.url(&asked.address(None))),
            next: next.map(|path| context.url(&path)),
        },
        filtered: !asked.q.trim().is_empty() || wanted.kind.is_some(),
        may_manage: context.actor()?.is(Role::NationalAdministrator),
        frame,
        asked,
    }))
}

fn row(tr: Tr, context: &RequestContext, organisation: &Organisation, today: jiff::civil::Date) -> Row {
    Row {
        name: organisation.about.name.clone(),
        url: context.url(&format!("/organisations/{}", organisation.id)),
        kind: kind_words(tr, organisation.about.kind),
        region: organisation.about.region.as_deref().map(region_name).unwrap_or_default(),
        state: state(tr, organisation, today),
    }
}

/// From when or until when an organisation is there, if that is not simply now.
pub(super) fn state(tr: Tr, organisation: &Organisation, today: jiff::civil::Date) -> String {
    let on = |key, day| tr.t1(key, "day", parts::day(tr, day));
    match organisation.until {
        Some(until) if until <= today => on("organisation-ended", until),
        Some(until) => on("organisation-ends", until),
        None if organisation.about.from > today => on("organisation-begins", organisation.about.from),
        None => tr.t("organisation-is"),
    }
}

impl Asked {
    /// The address of another page of the same list.
    fn address(&self, after: Option<OrganisationId>) -> String {
        let after = after.map(|id| id.to_string()).unwrap_or_default();
        let pairs = [("q", self.q.trim()), ("kind", &self.kind), ("ended", &self.ended), ("after", &after)];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if said.is_empty() {
            "/organisations".to_owned()
        } else {
            format!("/organisations?{}", said.join("&"))
        }
    }
}
