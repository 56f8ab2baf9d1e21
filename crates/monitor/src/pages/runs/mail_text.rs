//! Changes the words of the invitation or the reminder of a wave. Researchers only (`Permission::RunWaves`).

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Finding, Lang};
use web::{Form, FormView, Frame, Page, PageError, RequestContext};

use super::letters::{Occasion, words};
use super::rows;
use crate::Desk;
use crate::acts::ActError;
use crate::acts::run::write_mail;
use crate::domain::mail_text::{MailText, MailTexts, Name};
use crate::domain::run::Run;
use crate::pages::refused;
use crate::store::mails::{self, Written};

#[derive(Template)]
#[template(path = "runs/mail_text.html")]
struct View {
    frame: Frame,
    form: FormView,
    title: String,
    /// What Zicht fills in, by language.
    hint_nl: String,
    hint_en: String,
    known: i64,
    action: String,
    back: String,
}

/// The form.
pub async fn form(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, occasion)): Path<(String, String)>,
) -> Result<Page<impl Template>, PageError> {
    let occasion = read(&occasion)?;
    let mut db = desk.read().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let written = mails::of(&mut db, &id).await?.remove(occasion.name());
    let known = written.as_ref().map_or(0, |written| written.revision);
    let form = filled(FormView::new(&context), occasion, written.as_ref());
    Ok(Page(view(&context, &run, occasion, known, form)))
}

/// Keeps what was typed, or goes back to the words of Zicht.
pub async fn save(
    State(desk): State<Desk>,
    context: RequestContext,
    Path((id, occasion)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    let occasion = read(&occasion)?;
    let known = form.text("known").parse().unwrap_or(0);
    let typed = |lang: Lang| {
        let code = lang.code();
        MailText {
            subject: form.text(&format!("subject_{code}")).to_owned(),
            text: form.text(&format!("text_{code}")).replace('\r', ""),
        }
    };
    let texts = MailTexts { nl: typed(Lang::Nl), en: typed(Lang::En) };
    let is_default = form.text("words") == "default";
    let mut db = desk.write().await?;
    let run = rows::run(&mut db, &context, &id).await?;
    let findings = if is_default { Vec::new() } else { problems(&texts) };
    let done = if findings.is_empty() {
        let texts = (!is_default).then_some(&texts);
        write_mail(&mut db, &desk.act(&context)?, &run, occasion.name(), texts, known).await
    } else {
        Err(ActError::Findings(findings))
    };
    match done {
        Ok(()) => {
            db.commit().await?;
            Ok(context.done(&format!("/waves/{id}/mail"), "mail-changed"))
        }
        Err(error) => {
            let form = FormView::of(&context, &form, refused::findings(error)?);
            Ok(refused::again(view(&context, &run, occasion, known, form)))
        }
    }
}

/// The mail of the path; that to who approves always has the words of Zicht.
fn read(occasion: &str) -> Result<Occasion, PageError> {
    let known = [Occasion::Invitation, Occasion::Reminder];
    known.into_iter().find(|known| known.name() == occasion).ok_or(PageError::NotFound)
}

fn problems(texts: &MailTexts) -> Vec<Finding> {
    let of = |lang: Lang| {
        let fields = ["subject", "text"].map(|field| format!("{field}_{}", lang.code()));
        texts.get(lang).problems((&fields[0], &fields[1]))
    };
    Lang::ALL.into_iter().flat_map(of).collect()
}

fn filled(form: FormView, occasion: Occasion, written: Option<&Written>) -> FormView {
    Lang::ALL.into_iter().fold(form, |form, lang| {
        let own = written.map(|written| written.texts.get(lang).clone());
        let MailText { subject, text } = own.unwrap_or_else(|| words(occasion, lang));
        let code = lang.code();
        form.value(&format!("subject_{code}"), subject).value(&format!("text_{code}"), text)
    })
}

fn view(context: &RequestContext, run: &Run, occasion: Occasion, known: i64, form: FormView) -> View {
    let tr = context.tr();
    let title = tr.t(&format!("mail-title-{}", occasion.name()));
    let path = format!("/waves/{}/mail", run.plan.id);
    let hint =
        |lang: Lang| tr.t1("mail-text-hint", "names", Name::ALL.map(|name| name.written(lang)).join(", "));
    View {
        frame: rows::frame(context, run, Some(form.title(&title))),
        hint_nl: hint(Lang::Nl),
        hint_en: hint(Lang::En),
        action: context.url(&format!("{path}/{}", occasion.name())),
        back: context.url(&path),
        known,
        title,
        form,
    }
}
