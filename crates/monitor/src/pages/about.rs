//! What Zicht is and for whom, how accessible it is, what it keeps of visitors (nothing), and its sources.
//! Anyone may see it (`Permission::SeePublished`).

use askama::Template;
use web::{Frame, Page, RequestContext};

#[derive(Template)]
#[template(path = "about.html")]
struct View {
    frame: Frame,
    version: String,
    contact: Option<String>,
    method_url: String,
    method_shown_url: String,
}

/// Shows it; nothing in it depends on the answers.
pub async fn show(context: RequestContext) -> Page<impl Template> {
    let tr = context.tr();
    let frame = context
        .frame(tr.t("about-title"), tr.t("about-intro"), "about")
        .crumb(tr.t("crumb-home"), Some("/"))
        .crumb(tr.t("about-title"), None);
    Page(View {
        frame,
        contact: context.contact().map(str::to_owned),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        method_url: context.url("/method"),
        method_shown_url: context.url("/method#shown"),
    })
}
