//! Every table that is in force: what it decides, and how large it is. Anyone may see it
//! (`Permission::SeePublished`).

use askama::Template;
use axum::extract::State;
use rules::{Bundle, Certainty};
use web::{Frame, Page, RequestContext, Tr};

use crate::Site;
use crate::pages::law::{day, mark};

#[derive(Template)]
#[template(path = "rules/list.html")]
struct View {
    frame: Frame,
    tables: Vec<Shown>,
    /// Per mark: its code, its words and how many sources have it.
    marks: Vec<(&'static str, String, u64)>,
}

struct Shown {
    url: String,
    title: String,
    about: String,
    since: String,
    version: String,
    /// How many rows, scenarios and cases.
    size: String,
}

/// Shows the page.
pub async fn show(State(site): State<Site>, context: RequestContext) -> Page<impl Template> {
    let tr = context.tr();
    let rules = &site.definitions().rules;
    let shown = |bundle| shown(&context, bundle, tr);
    let kinds =
        [Certainty::Source, Certainty::Found, Certainty::High, Certainty::Middle, Certainty::Low].into_iter();
    let marks = kinds.map(|kind| {
        let count = rules.sources.iter().filter(|source| source.certainty == kind).count();
        (kind.code(), mark(kind, tr), count as u64)
    });
    Page(View {
        frame: context.frame(tr.t("rules-title"), tr.t("rules-intro"), "rules"),
        tables: rules.all_in_force(site.today()).map(shown).collect(),
        marks: marks.collect(),
    })
}

fn shown(context: &RequestContext, bundle: &Bundle, tr: Tr) -> Shown {
    let table = &bundle.table;
    Shown {
        url: context.url(&format!("/rules/{}", table.id)),
        title: table.title.get(tr.0).to_owned(),
        about: table.about.get(tr.0).to_owned(),
        since: day(&table.valid_from.to_string(), tr),
        version: table.version.to_string(),
        size: tr.with(
            "rules-size",
            &[
                ("rows", table.rows.len().into()),
                ("scenarios", bundle.scenarios.len().into()),
                ("cases", table.cases().into()),
            ],
        ),
    }
}
