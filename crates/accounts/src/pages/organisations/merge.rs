//! A merger: described in a form, looked at, and then confirmed. Only a national administrator
//! (`Permission::ManageOrganisations`), who proves to be that at the last step.
//!
//! The description is in the address, so that it can be kept, sent to a colleague and gone back to.

use std::fmt::Write as _;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use geography::Geography;
use jiff::civil::Date;
use kernel::{Finding, OrganisationId, OrganisationKind, Permission, Severity};
use platform::Connection;
use web::{Form, FormView, Frame, Page, PageError, RequestContext, finding_text};

use super::{kind_words, regions};
use crate::Site;
use crate::acts::{ActError, merge as acts};
use crate::domain::mergers::{Plan, Proposal, Successor, proposals};
use crate::domain::organisations::{Organisation, Typed};
use crate::domain::visible::Sight;
use crate::pages::answers::refused;
use crate::pages::parts::{self, encoded};
use crate::pages::people::names;
use crate::store::organisations;

/// The most people that the preview names; it counts all.
const NAMED: usize = 200;

#[derive(Template)]
#[template(path = "organisations/merge.html")]
struct View {
    frame: Frame,
    form: FormView,
    /// The organisations that end: id, name, and the address without this one.
    ending: Vec<(String, String, String)>,
    choices: Vec<(String, String)>,
    regions: Vec<(String, String)>,
    asked: Asked,
    proposals: Vec<(String, String)>,
    preview: Option<Preview>,
}

struct Preview {
    successor: String,
    date: String,
    errors: Vec<String>,
    warnings: Vec<String>,
    /// What happens, in words.
    summary: String,
    when: String,
    /// Who, as what, from where, and what happens.
    rows: Vec<[String; 4]>,
    more: bool,
}

/// What the address or the form says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Asked {
    ending: Vec<String>,
    /// The id of an organisation, or `new`.
    into: String,
    code: String,
    name: String,
    region: String,
    date: String,
}

impl Asked {
    fn read<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut asked = Self::default();
        for (key, value) in pairs {
            let value = value.trim().to_owned();
            match key {
                "ending" if !value.is_empty() && !asked.ending.contains(&value) => asked.ending.push(value),
                "into" => asked.into = value,
                "cbs" => asked.code = value,
                "name" => asked.name = value,
                "region" => asked.region = value,
                "date" => asked.date = value,
                _ => {}
            }
        }
        asked
    }

    /// The address with this description; without one of the ending organisations, if that is given.
    fn address(&self, without: Option<&str>) -> String {
        let mut text = "/organisations/merge?".to_owned();
        let ending = self.ending.iter().filter(|id| Some(id.as_str()) != without);
        let ending = ending.map(|id| ("ending", id));
        let rest = [
            ("into", &self.into),
            ("cbs", &self.code),
            ("name", &self.name),
            ("region", &self.region),
            ("date", &self.date),
        ];
        for (key, value) in ending.chain(rest).filter(|(_, value)| !value.is_empty()) {
            // Writing into a String cannot fail.
            let _ = write!(text, "{key}={}&", encoded(value));
        }
        text.trim_end_matches(['&', '?']).to_owned()
    }
}

/// The form, with what it would do under it once it is filled in.
pub async fn form(
    State(site): State<Site>,
    context: RequestContext,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let asked = Asked::read(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    Ok(Page(view(&site, &context, asked, Vec::new()).await?).into_response())
}

/// Carries the merger out, or plans it for its day.
pub async fn confirm(
    State(site): State<Site>,
    context: RequestContext,
    form: Form,
) -> Result<Response, PageError> {
    let fields = ["ending", "into", "cbs", "name", "region", "date"];
    let asked = Asked::read(fields.iter().flat_map(|name| form.all(name).map(move |value| (*name, value))));
    let mut db = site.database().write().await?;
    let findings = match plan(&mut db, &context, &asked).await? {
        Ok(plan) => match acts::confirm(&mut db, &parts::act(&site, &context)?, &plan).await {
            Ok(successor) => {
                db.commit().await?;
                return Ok(context.done(&format!("/organisations/{successor}"), "organisations-merged"));
            }
            // The errors are shown with the preview again.
            Err(ActError::Findings(_)) => Vec::new(),
            Err(error) => parts::findings(error)?,
        },
        Err(findings) => findings,
    };
    drop(db);
    Ok(refused(view(&site, &context, asked, findings).await?))
}

/// The merger that was described, or what is missing.
async fn plan(
    db: &mut Connection,
    context: &RequestContext,
    asked: &Asked,
) -> Result<Result<Plan, Vec<Finding>>, PageError> {
    let sight = Sight::of(context.actor()?, Permission::ManageOrganisations);
    let mut ending = Vec::new();
    for id in &asked.ending {
        ending.extend(seen(db, &sight, id).await?);
    }
    let Ok(date) = asked.date.parse::<Date>() else {
        return Ok(Err(vec![web::on_field("date", "date")]));
    };
    let successor = match asked.into.as_str() {
        "" => return Ok(Err(vec![web::on_field("merger-successor", "into")])),
        "new" => {
            let kind = ending.first().map_or(OrganisationKind::Municipality, |first| first.about.kind);
            let typed = Typed {
                kind: kind.name().to_owned(),
                name: asked.name.clone(),
                code: asked.code.clone(),
                region: asked.region.clone(),
                from: date.to_string(),
            };
            match typed.read(Geography::built_in()) {
                Ok(about) => Successor::New(about),
                Err(findings) => return Ok(Err(findings)),
            }
        }
        id => Successor::Existing(seen(db, &sight, id).await?.ok_or_else(PageError::not_yours)?),
    };
    Ok(Ok(Plan { ending, successor, date }))
}

async fn seen(db: &mut Connection, sight: &Sight, id: &str) -> Result<Option<Organisation>, PageError> {
    let Ok(id) = id.parse::<OrganisationId>() else { return Ok(None) };
    Ok(organisations::seen(db, sight, id).await?)
}

async fn view(
    site: &Site,
    context: &RequestContext,
    asked: Asked,
    mut findings: Vec<Finding>,
) -> Result<View, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let sight = Sight::of(context.actor()?, Permission::ManageOrganisations);
    // Naming people is an event, so this is a write.
    let mut db = site.database().write().await?;
    let all = organisations::choices(&mut db, &sight, today).await?;
    let mut ending = Vec::new();
    for id in &asked.ending {
        if let Some(organisation) = seen(&mut db, &sight, id).await? {
            let without = context.url(&asked.address(Some(id)));
            ending.push((id.clone(), organisation.about.name, without));
        }
    }
    let mut preview = None;
    if !asked.into.is_empty() || !asked.date.is_empty() {
        match plan(&mut db, context, &asked).await? {
            Ok(plan) => preview = Some(look(&mut db, site, context, &plan).await?),
            Err(found) if findings.is_empty() => findings = found,
            Err(_) => {}
        }
    }
    db.commit().await?;
    let found = proposals(Geography::built_in(), &all);
    let words = |organisation: &Organisation| {
        let kind = kind_words(tr, organisation.about.kind);
        (organisation.id.to_string(), format!("{} ({kind})", organisation.about.name))
    };
    let frame = context
        .frame(tr.t("merge-title"), tr.t("merge-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(tr.t("merge-title"), None);
    let form = FormView::of(context, &Form::default(), findings)
        .value("into", &*asked.into)
        .value("cbs", &*asked.code)
        .value("name", &*asked.name)
        .value("region", &*asked.region)
        .value("date", &*asked.date);
    Ok(View {
        proposals: found.iter().map(|proposal| proposed(context, proposal, &all)).collect(),
        choices: all.iter().map(words).collect(),
        regions: regions(),
        frame,
        form,
        ending,
        asked,
        preview,
    })
}

/// A proposal in words, and the address of its preview.
fn proposed(context: &RequestContext, proposal: &Proposal, all: &[Organisation]) -> (String, String) {
    let tr = context.tr();
    let code = proposal.successor.to_string();
    let there = all.iter().find(|organisation| organisation.about.code.as_deref() == Some(&code));
    let asked = Asked {
        ending: proposal.ending.iter().map(ToString::to_string).collect(),
        into: there.map_or_else(|| "new".to_owned(), |organisation| organisation.id.to_string()),
        code: if there.is_some() { String::new() } else { code },
        date: proposal.date.to_string(),
        ..Asked::default()
    };
    let words = tr.with(
        "merge-proposal",
        &[
            ("names", proposal.names.join(", ").into()),
            ("to", proposal.successor_name.into()),
            ("day", parts::day(tr, proposal.date).into()),
        ],
    );
    (words, context.url(&asked.address(None)))
}

/// What the merger would do.
async fn look(
    db: &mut Connection,
    site: &Site,
    context: &RequestContext,
    plan: &Plan,
) -> Result<Preview, PageError> {
    let (tr, today) = (context.tr(), crate::store::day(site.now()));
    let looked = acts::preview(db, plan, today).await.map_err(PageError::internal)?;
    let carried = &looked.carried;
    let moved = carried.moved.iter().map(|staff| (staff, "merge-moves"));
    let coincide = carried.coincide.iter().map(|staff| (staff, "merge-coincides"));
    let shown: Vec<_> = moved.chain(coincide).take(NAMED).collect();
    let people: Vec<_> = shown.iter().map(|(staff, _)| staff.person).collect();
    let names = names::seen(db, &parts::act(site, context)?, None, &people).await?;
    let from = |id: OrganisationId| {
        let found = plan.ending.iter().find(|organisation| organisation.id == id);
        found.map_or_else(String::new, |organisation| organisation.about.name.clone())
    };
    let rows = shown.iter().map(|(staff, what)| {
        let name = names.get(&staff.person).cloned().unwrap_or_default();
        [name, parts::role(tr, staff.role), from(staff.organisation), tr.t(what)]
    });
    let rows = rows.collect();
    let words = |wanted: Severity| -> Vec<String> {
        let of = looked.findings.iter().filter(|finding| finding.severity == wanted);
        of.map(|finding| {
            finding_text(context.lang, &Finding { place: kernel::Place::default(), ..finding.clone() })
        })
        .collect()
    };
    let mut everybody: Vec<_> =
        carried.moved.iter().chain(&carried.coincide).map(|staff| staff.person).collect();
    everybody.sort_unstable();
    everybody.dedup();
    Ok(Preview {
        successor: plan.successor.about().name.clone(),
        date: parts::day(tr, plan.date),
        errors: words(Severity::Error),
        warnings: words(Severity::Warning),
        summary: tr.with(
            "merge-summary",
            &[
                ("people", everybody.len().into()),
                ("moved", carried.moved.len().into()),
                ("coincide", carried.coincide.len().into()),
            ],
        ),
        when: tr.t(if plan.date <= today { "merge-now" } else { "merge-later" }),
        more: carried.moved.len() + carried.coincide.len() > NAMED,
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_stays_whole_in_the_address() {
        let pairs = [
            ("ending", "a"),
            ("ending", "b"),
            ("ending", "a"),
            ("into", "new"),
            ("name", "X & Y"),
            ("date", ""),
        ];
        let asked = Asked::read(pairs.into_iter());
        assert_eq!(asked.address(None), "/organisations/merge?ending=a&ending=b&into=new&name=X%20%26%20Y");
        assert_eq!(asked.address(Some("a")), "/organisations/merge?ending=b&into=new&name=X%20%26%20Y");
        assert_eq!(Asked::default().address(None), "/organisations/merge");
    }
}
