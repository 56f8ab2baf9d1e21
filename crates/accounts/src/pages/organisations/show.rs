//! One organisation: what it is, since when, and what the visitor can do with it.
//! Whoever sees it (`Permission::SeeOrganisations`, `domain::visible`).

use askama::Template;
use axum::extract::{Path, State};
use kernel::{Permission, Role};
use web::{FormView, Frame, Page, PageError, RequestContext};

use super::list::state;
use super::{kind_words, region_name};
use crate::Site;
use crate::domain::organisations::Organisation;
use crate::domain::roles::manages;
use crate::domain::visible::Sight;
use crate::pages::parts;
use crate::store::{memberships, organisations};

#[derive(Template)]
#[template(path = "organisations/show.html")]
struct View {
    frame: Frame,
    form: FormView,
    organisation: Organisation,
    path: String,
    kind: String,
    region: String,
    from: String,
    state: String,
    /// Name and address of the one it goes on in, if there is one.
    successor: Option<(String, Option<String>)>,
    /// How many people it has, in words, if the visitor may see them.
    people: Option<String>,
    may_manage: bool,
}

impl View {
    /// The address of a page under this one.
    fn at(&self, tail: &str) -> String {
        self.frame.url(&format!("{}{tail}", self.path))
    }

    /// The address of the form of a merger in which this organisation ends.
    fn merge(&self) -> String {
        self.frame.url(&format!("/organisations/merge?ending={}", self.organisation.id))
    }
}

/// Shows an organisation.
pub async fn show(
    State(site): State<Site>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Page<impl Template>, PageError> {
    let (tr, today, actor) = (context.tr(), crate::store::day(site.now()), context.actor()?);
    let mut db = site.database().read().await?;
    let organisation = parts::organisation(&mut db, &context, Permission::SeeOrganisations, &id).await?;
    let people = if manages(actor, organisation.id) {
        let count = memberships::count(&mut db, organisation.id, today).await?;
        Some(tr.t1("people-count", "n", count))
    } else {
        None
    };
    let successor = match organisation.successor {
        // Its name is public; whether the visitor may go there is another matter.
        Some(id) => organisations::find(&mut db, id).await?,
        None => None,
    };
    let sight = Sight::of(actor, Permission::SeeOrganisations);
    let successor = match successor {
        Some(next) => {
            let seen = organisations::seen(&mut db, &sight, next.id).await?;
            let url = seen.map(|seen| context.url(&format!("/organisations/{}", seen.id)));
            Some((next.about.name, url))
        }
        None => None,
    };
    let name = organisation.about.name.clone();
    let frame = context
        .frame(name.clone(), tr.t("organisation-intro"), "organisations")
        .crumb(tr.t("organisations-title"), Some("/organisations"))
        .crumb(name, None);
    Ok(Page(View {
        form: FormView::new(&context),
        path: format!("/organisations/{}", organisation.id),
        kind: kind_words(tr, organisation.about.kind),
        region: organisation.about.region.as_deref().map(region_name).unwrap_or_default(),
        from: parts::day(tr, organisation.about.from),
        state: state(tr, &organisation, today),
        successor,
        people,
        may_manage: actor.is(Role::NationalAdministrator),
        organisation,
        frame,
    }))
}
