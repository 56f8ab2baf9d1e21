//! The mails of a wave as they go out, in both languages, with a municipality for example. Researchers only
//! (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use kernel::Lang;
use web::{Frame, Page, PageError, RequestContext};

use super::letters::{About, Occasion, letter};
use super::rows;
use crate::Desk;
use crate::acts::run::invited;
use crate::domain::run::RunState;
use crate::store::mails;

#[derive(Template)]
#[template(path = "runs/mail.html")]
struct View {
    frame: Frame,
    title: String,
    intro: String,
    mails: Vec<Shown>,
    back: String,
}

/// A mail in both languages.
struct Shown {
    title: String,
    /// Whether a researcher wrote it.
    own: bool,
    /// Where to change it.
    change: Option<String>,
    /// Language code, its name, subject and text.
    languages: Vec<(&'static str, String, String, String)>,
}

/// Shows them.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let written = mails::of(&mut db, &id).await?;
    drop(db);
    let tr = context.tr();
    let changes = matches!(run.state, RunState::Draft | RunState::Open);
    let municipality = invited(&run.plan).into_iter().next().ok_or(PageError::NotFound)?;
    let public_url = context.public_url();
    let last_day = run.plan.period.1;
    let about = About { plan: &run.plan, municipality, last_day, public_url, mails: &written };
    let mut mails = Vec::new();
    for occasion in Occasion::ALL {
        let mut languages = Vec::new();
        for lang in Lang::ALL {
            let letter = letter(occasion, about, lang);
            let text = letter.write(lang).map_err(PageError::internal)?.text;
            languages.push((lang.code(), tr.t(&format!("lang-{}", lang.code())), letter.subject, text));
        }
        let name = occasion.name();
        mails.push(Shown {
            title: tr.t(&format!("run-mail-{name}")),
            own: written.contains_key(name),
            change: (changes && occasion != Occasion::Approval)
                .then(|| context.url(&format!("/waves/{id}/mail/{name}"))),
            languages,
        });
    }
    let title = tr.t("run-mail-title");
    Ok(Page(View {
        frame: rows::frame(&context, &run, Some(title.clone())),
        title,
        intro: tr.t1("run-mail-intro", "municipality", rows::name(municipality)),
        mails,
        back: context.url(&format!("/waves/{id}")),
    }))
}
