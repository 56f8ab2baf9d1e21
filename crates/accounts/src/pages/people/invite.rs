//! Invites somebody to an organisation. Who manages people there (`Permission::ManagePeople`, confirmed).
//! The answer is the same whether or not the address has an account already: see `acts::invite`.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Finding, Lang, Permission};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::{choice, person, ticked};
use crate::Site;
use crate::acts::invite::{self, Invitation};
use crate::domain::organisations::Organisation;
use crate::domain::people;
use crate::domain::roles::{Within, may_give};
use crate::pages::answers::refused;
use crate::pages::parts;

#[derive(Template)]
#[template(path = "people/invite.html")]
struct View {
    frame: Frame,
    form: FormView,
    path: String,
    roles: Vec<(String, String)>,
    langs: Vec<(String, String)>,
    /// Whether the link goes by mail.
    has_mail: bool,
}

impl View {
    /// The address of a page under this one.
    fn at(&self, tail: &str) -> String {
        self.frame.url(&format!("{}{tail}", self.path))
    }
}

/// The form.
pub async fn form(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let mut db = site.database().read().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let form = FormView::new(&context).value("lang", Lang::Nl.code());
    Ok(Page(view(&site, &context, &organisation, form)?))
}

/// Invites.
pub async fn invite(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, PageError> {
    let mut db = site.database().write().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::ManagePeople, &id).await?;
    let findings = match read(&form) {
        Ok(invitation) => {
            let (act, url) = (parts::act(&site, &context)?, &site.settings().public_url);
            match invite::invite(&mut db, &act, &organisation, &invitation, url).await {
                Ok(invited) => {
                    db.commit().await?;
                    let path = format!("/organisations/{id}/people/{}", invited.person);
                    return if site.settings().has_mail {
                        Ok(context.done(&path, "invited"))
                    } else {
                        let who = invited.person.to_string();
                        person::page(&site, &context, &id, &who, None, Some(invited.link)).await
                    };
                }
                Err(error) => parts::findings(error)?,
            }
        }
        Err(findings) => findings,
    };
    let form = FormView::of(&context, &form, findings);
    Ok(refused(view(&site, &context, &organisation, form)?))
}

/// Reads the form: every problem at once.
fn read(form: &Form) -> Result<Invitation, Vec<Finding>> {
    let mut findings = Vec::new();
    let who =
        people::read(form.text("name"), form.text("email")).map_err(|found| findings.extend(found)).ok();
    let lang = Lang::parse(form.text("lang"));
    if lang.is_none() {
        findings.push(web::on_field("field-required", "lang"));
    }
    let until = parts::until(form.text("until"), "until").map_err(|finding| findings.push(finding)).ok();
    let roles = ticked(form);
    if roles.is_empty() {
        findings.push(web::on_field("refused-nothing", "role"));
    }
    match (who, lang, until) {
        (Some((name, email)), Some(lang), Some(until)) if findings.is_empty() => {
            Ok(Invitation { name, email, lang, roles, until })
        }
        _ => Err(findings),
    }
}

fn view(
    site: &Site,
    context: &RequestContext,
    organisation: &Organisation,
    form: FormView,
) -> Result<View, PageError> {
    let tr = context.tr();
    let within = Within { organisation: organisation.id, kind: organisation.about.kind };
    let here = format!("/organisations/{}", organisation.id);
    let title = tr.t1("invite-title-for", "name", &organisation.about.name);
    let frame = context
        .frame(form.title(&title), tr.t("invite-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(organisation.about.name.clone(), Some(&here))
        .crumb(tr.t("people-title"), Some(&format!("{here}/people")))
        .crumb(tr.t("invite-title"), None);
    Ok(View {
        path: format!("{here}/people"),
        roles: choice(tr, &may_give(context.actor()?, within)),
        langs: Lang::ALL
            .map(|lang| (lang.code().to_owned(), tr.t(&format!("lang-{}", lang.code()))))
            .to_vec(),
        has_mail: site.settings().has_mail,
        form,
        frame,
    })
}
