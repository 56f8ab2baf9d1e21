//! How often the five steps and the guide led to which outcome, by region and by sector: tens only, from ten on. Anyone may
//! see it (`Permission::SeePublished`). It gives goal 7, professionals who act on signals, a figure that was counted.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use geography::Geography;
use jiff::ToSpan;
use web::charts::{Markup, frequency_bar};
use web::{Frame, Page, PageError, RequestContext, Tr};

use crate::Site;
use crate::domain::shown::shown;
use crate::store::uses::{self, Counted};

#[derive(Template)]
#[template(path = "reach.html")]
struct View {
    frame: Frame,
    period: String,
    /// Pairs of region in addresses and its name.
    regions: Vec<(String, String)>,
    /// The region that was chosen, or nothing.
    chosen: String,
    /// Of the region, once one is chosen, and by sector.
    sections: Vec<Section>,
}

struct Section {
    title: String,
    groups: Vec<Group>,
}

/// The outcomes of one region or one sector.
struct Group {
    title: String,
    rows: Vec<Row>,
}

struct Row {
    outcome: String,
    subject: String,
    /// Against the largest count of the section.
    bar: Markup,
    count: String,
}

/// Shows the twelve months before this one: a month that runs can tell of a single use.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let this = site.today().first_of_month();
    let month = |months: i64| {
        let day = this.saturating_sub(months.months());
        (uses::month(day), format!("{} {}", tr.t(&format!("month-{}", day.month())), day.year()))
    };
    let ((first, first_words), (last, last_words)) = (month(12), month(1));
    let mut db = site.database.read().await?;
    let chosen = context.query_value("region").unwrap_or_default();
    let counted = uses::counted(&mut db, &first, &last).await?;
    let region = |slug: &str| match Geography::built_in().region(slug) {
        Some(region) => region.name().to_owned(),
        None => tr.t("uses-nowhere"),
    };
    let sector =
        |code: &str| if code.is_empty() { tr.t("uses-nowhere") } else { tr.t(&format!("sector-{code}")) };
    let title = tr.t("uses-title");
    let mut frame = context
        .frame(title.clone(), tr.t("uses-intro"), "meldcode")
        .crumb(tr.t("nav-meldcode"), Some("/meldcode"))
        .crumb(title, None);
    if site.demo {
        frame = frame.notice(tr.t("notice-generated"), tr.t("uses-demo"));
    }
    let regions = Geography::built_in().regions();
    let mut sections = Vec::new();
    if !chosen.is_empty() {
        let here = counted.iter().filter(|one| one.region == chosen).map(|one| (region(&one.region), one));
        sections.push(section(&site, tr, "uses-by-region", here));
    }
    let by_sector = counted.iter().map(|one| (sector(&one.sector), one));
    sections.push(section(&site, tr, "uses-by-sector", by_sector));
    Ok(Page(View {
        frame,
        regions: regions.iter().map(|region| (region.slug(), region.name().to_owned())).collect(),
        period: tr.t2("uses-period", "first", first_words, "last", last_words),
        sections,
        chosen,
    }))
}

/// Counts under the name of their region or sector, the strongest outcome of a table first. What is under ten together
/// is left out.
fn section<'a>(
    site: &Site,
    tr: Tr,
    title: &str,
    counted: impl Iterator<Item = (String, &'a Counted)>,
) -> Section {
    let mut sums = BTreeMap::new();
    for (name, one) in counted {
        let Ok(table) = site.table(&one.subject) else { continue };
        let options = table.outputs.first().map_or(&[][..], |output| &output.options);
        if let Some(place) = options.iter().position(|option| option.code == one.outcome) {
            let rank = Reverse(options[place].rank);
            *sums.entry((name, &table.id, rank, place)).or_insert(0) += one.count;
        }
    }
    let shown: Vec<_> = sums.into_iter().filter_map(|(key, count)| Some((key, shown(count)?))).collect();
    let most = shown.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let mut groups: Vec<Group> = Vec::new();
    for ((name, table, _, place), count) in shown {
        let Ok(table) = site.table(table) else { continue };
        let row = Row {
            outcome: table.outputs[0].options[place].get(tr.0).to_owned(),
            subject: table.title.get(tr.0).to_owned(),
            bar: frequency_bar(count as f64 / most as f64 * 100.0),
            count: tr.t1("uses-count", "count", count),
        };
        match groups.last_mut() {
            Some(group) if group.title == name => group.rows.push(row),
            _ => groups.push(Group { title: name, rows: vec![row] }),
        }
    }
    Section { title: tr.t(title), groups }
}
