//! What a municipality sees of its young people: the link to spread, with a QR code, and the table when it is there.
//! Editors, approvers and readers (`Permission::SeeForm`); the link is made by editors (`Permission::FillIn`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use geography::Geography;
use kernel::{Permission, Role};
use web::{Frame, Page, PageError, QrCode, RequestContext};

use super::shown::Shown;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::fill::InHand;
use crate::acts::youth::{self, Heard};
use crate::pages::forms::rows::{self, Opened};
use crate::store::youth as store;

#[derive(Template)]
#[template(path = "youth/own.html")]
struct View {
    frame: Frame,
    token: String,
    action: String,
    back: String,
    /// The address to spread, and its picture.
    link: Option<(String, Option<QrCode>)>,
    /// What may be told.
    shown: Shown,
    takes_answers: bool,
    may_fill_in: bool,
}

/// Shows the page.
pub async fn show(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let tr = context.tr();
    let mut db = desk.read().await?;
    let opened = rows::open(&desk, &mut db, &context, Permission::SeeForm, &run, &municipality).await?;
    let link = store::of(&mut db, &run, opened.municipality).await?;
    let heard = youth::heard(&mut db, desk.definitions(), &opened.run, opened.municipality).await;
    let heard: Heard<'_> = heard.map_err(PageError::internal)?;
    let url = link.filter(|link| link.ended_at.is_none()).map(|link| {
        let url = format!("{}{}", context.public_url(), context.url(&format!("/youth/{}", link.token)));
        let picture = QrCode::of(&url);
        (url, picture)
    });
    let name = Geography::built_in().get(opened.municipality).map_or("", |found| found.name);
    let back = format!("/forms/{run}/{municipality}");
    let frame = context
        .frame(tr.t1("youth-own-title", "name", name), tr.t("youth-own-intro"), "forms")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("forms-title"), Some("/forms"))
        .crumb(tr.t("youth-own-crumb"), None);
    let today = kernel::dutch_day(desk.now());
    Ok(Page(View {
        token: context.form_token(),
        action: context.url(&format!("{back}/youth")),
        back: context.url("/forms"),
        link: url,
        shown: Shown::new(tr, &heard),
        takes_answers: opened.run.takes_answers(opened.form.last_day, today),
        may_fill_in: context.actor()?.is(Role::Editor),
        frame,
    }))
}

/// Makes the link.
pub async fn make(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
    _form: web::Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let opened = rows::open(&desk, &mut db, &context, Permission::FillIn, &run, &municipality).await?;
    let act = desk.act(&context)?;
    let made = youth::make_link(&mut db, &act, in_hand(&opened), desk.definitions(), desk.entropy()).await;
    done(&context, &run, &municipality, made.map(drop), db, "youth-link-made").await
}

/// Ends the link.
pub async fn end(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((run, municipality)): Path<(String, String)>,
    _form: web::Form,
) -> Result<Response, PageError> {
    let mut db = desk.write().await?;
    let opened = rows::open(&desk, &mut db, &context, Permission::FillIn, &run, &municipality).await?;
    let ended = youth::end_link(&mut db, &desk.act(&context)?, in_hand(&opened)).await;
    done(&context, &run, &municipality, ended, db, "youth-link-ended").await
}

fn in_hand(opened: &Opened) -> InHand<'_> {
    InHand {
        run: &opened.run,
        questionnaire: &opened.questionnaire,
        municipality: opened.municipality,
        organisation: opened.organisation,
    }
}

/// Back to the page. Who was too late (a colleague did it, the wave has closed) sees there how it is now.
async fn done(
    context: &RequestContext,
    run: &str,
    municipality: &str,
    result: Result<(), ActError>,
    db: platform::Writer,
    key: &str,
) -> Result<Response, PageError> {
    let page = format!("/forms/{run}/{municipality}/youth");
    match result {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&page, key))
        }
        Err(ActError::NotThere | ActError::Changed | ActError::Form(_)) => Ok(context.see_other(&page)),
        Err(error) => Err(PageError::internal(error)),
    }
}
