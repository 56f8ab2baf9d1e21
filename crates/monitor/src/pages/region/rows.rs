//! The row rule of regions: a coordinator sees the own region, the people of a municipality that in which it lies. What
//! they see of a municipality is what everybody sees of it.

use std::collections::BTreeSet;

use geography::{Code, Geography, Municipality, Region};
use kernel::{Actor, OrganisationId, Permission};
use web::{Frame, PageError, RequestContext};

use crate::Desk;
use crate::desk::answered;
use crate::domain::thread::{Party, Place};
use crate::domain::wave::Nature;
use crate::pages::parts::with_notice;

/// A region, with what its visitor is there.
#[derive(Debug, Clone)]
pub struct Here {
    /// The region.
    pub region: Region,
    /// Its municipalities today, by name.
    pub municipalities: Vec<&'static Municipality>,
    /// For whom the visitor looks along.
    pub sees_as: Vec<Party>,
    /// For whom the visitor speaks.
    pub speaks_as: Vec<Party>,
}

/// The regions in which an actor has a permission.
pub async fn regions(
    desk: &Desk,
    actor: &Actor,
    permission: Permission,
) -> Result<BTreeSet<Region>, PageError> {
    let seen = answered(desk.directory().municipalities(actor, permission)).await?;
    Ok(codes(&seen.codes).filter_map(|code| Some(Geography::built_in().get(code)?.region)).collect())
}

/// The region of the path, if the visitor has `permission` there. Anything else is for the visitor not there, and
/// recorded as refused.
pub async fn open(
    desk: &Desk,
    context: &RequestContext,
    slug: &str,
    permission: Permission,
) -> Result<Here, PageError> {
    let region = Geography::built_in().region(slug).ok_or(PageError::NotFound)?;
    let actor = context.actor()?;
    if !regions(desk, actor, permission).await?.contains(&region) {
        return Err(PageError::not_yours());
    }
    here(desk, actor, region).await
}

/// What an actor is in a region.
pub async fn here(desk: &Desk, actor: &Actor, region: Region) -> Result<Here, PageError> {
    let mut municipalities = Geography::built_in().in_region(region, kernel::dutch_day(desk.now()));
    municipalities.sort_by_key(|one| geography::fold(one.name));
    let leads = regions(desk, actor, Permission::LeadRegion).await?.contains(&region);
    let coordinator = leads.then_some(Party::Coordinator);
    let mut parties = [Vec::from_iter(coordinator), Vec::from_iter(coordinator)];
    // Seeing and filling in are of municipalities only, so that a coordinator does not speak for them.
    for (permission, found) in [Permission::SeeForm, Permission::FillIn].into_iter().zip(&mut parties) {
        let seen = answered(desk.directory().municipalities(actor, permission)).await?;
        let inside = |code: &Code| Geography::built_in().get(*code).is_some_and(|one| one.region == region);
        found.extend(codes(&seen.codes).filter(inside).map(Party::Municipality));
    }
    let [sees_as, speaks_as] = parties;
    Ok(Here { region, municipalities, sees_as, speaks_as })
}

fn codes(found: &[String]) -> impl Iterator<Item = Code> + '_ {
    found.iter().filter_map(|code| code.parse().ok())
}

impl Here {
    /// Whether the visitor coordinates the region.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.speaks_as.contains(&Party::Coordinator)
    }

    /// Whether a municipality lies here today.
    #[must_use]
    pub fn holds(&self, code: Code) -> bool {
        self.municipalities.iter().any(|one| one.code == code)
    }

    /// Where questions are asked.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::Region(self.region)
    }

    /// The address of a page, without language.
    #[must_use]
    pub fn path(&self, page: &str) -> String {
        format!("/regions/{}{page}", self.region.slug())
    }

    /// The organisation for which the visitor speaks as a party.
    pub async fn organisation(
        &self,
        desk: &Desk,
        context: &RequestContext,
        party: Party,
    ) -> Result<Option<OrganisationId>, PageError> {
        match party {
            Party::Coordinator => {
                let mut leading = context.actor()?.with(Permission::LeadRegion);
                Ok(leading.next().map(|membership| membership.organisation))
            }
            Party::Municipality(code) => answered(desk.directory().organisation(&code.to_string())).await,
        }
    }

    /// The organisation for which the visitor works here.
    pub async fn own_organisation(
        &self,
        desk: &Desk,
        context: &RequestContext,
    ) -> Result<Option<OrganisationId>, PageError> {
        match self.speaks_as.first() {
            Some(party) => self.organisation(desk, context, *party).await,
            None => Ok(None),
        }
    }

    /// The frame of a page; without a title, of the region itself.
    #[must_use]
    pub fn frame(&self, context: &RequestContext, title: Option<(&str, &str)>, nature: Nature) -> Frame {
        let tr = context.tr();
        let whole = tr.t1("region-title", "name", self.region.name());
        let shown = title.map_or(whole.as_str(), |(shown, _)| shown);
        let frame =
            context.frame(shown, tr.t("region-intro"), "region").crumb(tr.t("crumb-start"), Some("/start"));
        let frame = match title {
            None => frame.crumb(whole, None),
            Some((_, name)) => frame.crumb(whole, Some(&self.path(""))).crumb(name, None),
        };
        with_notice(frame, nature)
    }
}
