//! How often the five steps and the guide led to which outcome, by region and by sector: tens only, from ten on. Anyone may
//! see it (`Permission::SeePublished`). It gives goal 7, professionals who act on signals, a figure that was counted.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use geography::Geography;
use jiff::ToSpan;
use web::{Frame, Page, PageError, RequestContext, Tr};

use crate::Site;
use crate::domain::shown::shown;
use crate::pages::conditions;
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
    /// Of the region and by sector.
    tables: Vec<Table>,
}

struct Table {
    caption: String,
    of: String,
    rows: Vec<Row>,
}

struct Row {
    of: String,
    subject: String,
    outcome: String,
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
        (
            format!("{:04}-{:02}", day.year(), day.month()),
            format!("{} {}", tr.t(&format!("month-{}", day.month())), day.year()),
        )
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
    let here = counted.iter().filter(|one| one.region == chosen).map(|one| (region(&one.region), one));
    let tables = vec![
        table(&site, tr, "region", here),
        table(&site, tr, "sector", counted.iter().map(|one| (sector(&one.sector), one))),
    ];
    Ok(Page(View {
        frame,
        regions: regions.iter().map(|region| (region.slug(), region.name().to_owned())).collect(),
        period: tr.t2("uses-period", "first", first_words, "last", last_words),
        tables,
        chosen,
    }))
}

/// One table, of counts under the name of their region or sector; what is under ten together is not in it.
fn table<'a>(site: &Site, tr: Tr, of: &str, counted: impl Iterator<Item = (String, &'a Counted)>) -> Table {
    let mut sums = BTreeMap::new();
    for (name, one) in counted {
        *sums.entry((name, &one.subject, &one.outcome)).or_insert(0) += one.count;
    }
    let row = |((name, subject, outcome), count): ((String, &String, &String), i64)| {
        let table = site.table(subject).ok()?;
        Some(Row {
            of: name,
            subject: table.title.get(tr.0).to_owned(),
            outcome: conditions::outcome(table, outcome, tr).to_owned(),
            count: tr.t1("uses-count", "count", shown(count)?),
        })
    };
    Table {
        caption: tr.t(&format!("uses-by-{of}")),
        of: tr.t(&format!("uses-{of}")),
        rows: sums.into_iter().filter_map(row).collect(),
    }
}
