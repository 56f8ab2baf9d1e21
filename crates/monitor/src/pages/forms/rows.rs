//! The row rule of forms: whose form a visitor has before them. Pages, saves and the API all come through here.

use std::collections::BTreeMap;
use std::sync::Arc;

use geography::{Code, Geography};
use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::{Actor, OrganisationId, Permission, PersonId};
use platform::Connection;
use web::{Frame, PageError, RequestContext, Tr};

use super::questions::Part;
use crate::Desk;
use crate::acts::fill::InHand;
use crate::acts::share::{self, Held};
use crate::acts::{Act, ActError};
use crate::desk::answered;
use crate::domain::form::FormState;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::ScoringRule;
use crate::domain::run::{Run, RunState};
use crate::pages::parts::with_trial;
use crate::pages::runs::rows as runs_rows;
use crate::store::forms::StoredForm;
use crate::store::shares::{self, Share};
use crate::store::{cells, forms, runs};

/// How long somebody counts as being at a form after a sign of life.
const HERE: SignedDuration = SignedDuration::from_mins(10);

/// A form that the visitor may have before them.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The wave.
    pub run: Run,
    /// What it asks.
    pub questionnaire: Arc<Questionnaire>,
    /// How it is scored.
    pub rule: &'static ScoringRule,
    /// Whose.
    pub municipality: Code,
    /// The organisation of that municipality.
    pub organisation: Option<OrganisationId>,
    /// The form.
    pub form: StoredForm,
    /// By which link it was opened, if not by somebody of the municipality.
    pub shared: Option<Shared>,
}

/// A link by which one goal of a form was opened.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The link.
    pub share: Share,
    /// What stands in its address.
    pub token: String,
    /// Whoever has it.
    pub actor: Actor,
}

/// The form of the path, if the visitor has `permission` at its municipality. Anything else is for the visitor not
/// there, and recorded as refused.
pub async fn open(
    desk: &Desk,
    db: &mut Connection,
    context: &RequestContext,
    permission: Permission,
    run: &str,
    municipality: &str,
) -> Result<Opened, PageError> {
    let code: Code = municipality.parse().map_err(|_| PageError::NotFound)?;
    if !may(desk, context, permission, code).await? {
        return Err(PageError::not_yours());
    }
    let run =
        runs::find(db, run).await?.filter(|run| run.state != RunState::Draft).ok_or(PageError::NotFound)?;
    let form = forms::find(db, &run.plan.id, code).await?.ok_or(PageError::NotFound)?;
    Ok(Opened {
        questionnaire: runs_rows::questionnaire(desk, db, &run).await?,
        rule: desk.definitions().rule(&run.plan.scoring_rule).ok_or(PageError::NotFound)?,
        municipality: code,
        organisation: answered(desk.directory().organisation(municipality)).await?,
        form,
        run,
        shared: None,
    })
}

/// The form and goal of a link, if it works now. The token is all that is asked.
pub async fn open_shared(desk: &Desk, db: &mut Connection, token: &str) -> Result<(Opened, Part), ActError> {
    let Held { share, run, form } = share::held(db, token, desk.now()).await?;
    let questionnaire = runs_rows::questionnaire(desk, db, &run).await.map_err(|_| ActError::NotThere)?;
    let at = questionnaire.goal_index(share.goal).ok_or(ActError::NotThere)?;
    let code = share.municipality.to_string();
    let opened = Opened {
        rule: desk.definitions().rule(&run.plan.scoring_rule).ok_or(ActError::NotThere)?,
        municipality: share.municipality,
        organisation: answered(desk.directory().organisation(&code)).await.map_err(|_| ActError::NotThere)?,
        shared: Some(Shared { token: token.to_owned(), actor: share::actor(&share), share }),
        questionnaire,
        form,
        run,
    };
    Ok((opened, Part::Goal(at)))
}

/// How people are called who worked in a form, those who have a link of it too.
pub async fn names(
    desk: &Desk,
    db: &mut Connection,
    tr: Tr,
    opened: &Opened,
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, String>, PageError> {
    // Whoever has a link does not get to know who works there.
    if opened.shared.is_some() {
        return Ok(BTreeMap::new());
    }
    let mut names = answered(desk.directory().names(people)).await?;
    if people.iter().any(|person| !names.contains_key(person)) {
        for share in shares::of(db, &opened.run.plan.id, opened.municipality).await? {
            if people.contains(&share.id) {
                names.insert(share.id, tr.t1("share-by", "name", share::name_of(desk.keys(), &share)?));
            }
        }
    }
    Ok(names)
}

/// Every form of the visitor's own municipality, newest wave first.
pub async fn own(
    desk: &Desk,
    db: &mut Connection,
    context: &RequestContext,
) -> Result<Vec<Opened>, PageError> {
    let seen = answered(desk.directory().municipalities(context.actor()?, Permission::SeeForm)).await?;
    let mut own = Vec::new();
    for (run, municipality) in forms::of(db, &seen.codes).await? {
        match open(desk, db, context, Permission::SeeForm, &run, &municipality).await {
            Ok(opened) => own.push(opened),
            // A wave that is still a plan.
            Err(PageError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(own)
}

/// Whether the visitor has `permission` at a municipality.
pub async fn may(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
    municipality: Code,
) -> Result<bool, PageError> {
    let seen = answered(desk.directory().municipalities(context.actor()?, permission)).await?;
    let code = municipality.to_string();
    Ok(seen.codes.contains(&code))
}

/// Who else has the form open, and which part.
pub async fn others(
    desk: &Desk,
    db: &mut Connection,
    context: &RequestContext,
    opened: &Opened,
) -> Result<Vec<(String, String)>, PageError> {
    if opened.shared.is_some() {
        return Ok(Vec::new());
    }
    let since = desk.now().saturating_sub(HERE)?;
    let person = context.actor()?.person;
    let found = cells::others(db, &opened.run.plan.id, opened.municipality, person, since).await?;
    let people: Vec<_> = found.iter().map(|(person, _)| *person).collect();
    let names = names(desk, db, context.tr(), opened, &people).await?;
    let part = |path: &str| {
        let part = Part::all(&opened.questionnaire).find(|part| part.path(&opened.questionnaire) == path);
        part.map(|part| part.title(context.tr(), &opened.questionnaire))
    };
    let named = |(person, path): &(_, String)| Some((names.get(person)?.clone(), part(path)?));
    Ok(found.iter().filter_map(named).collect())
}

/// What whoever has the form before them does: somebody with an account, or whoever has the link.
pub fn act<'a>(
    desk: &'a Desk,
    context: &'a RequestContext,
    shared: Option<&'a Shared>,
) -> Result<Act<'a>, PageError> {
    let Some(shared) = shared else { return desk.act(context) };
    let request = &context.client().request_id;
    Ok(Act { actor: &shared.actor, now: desk.now(), request, by_link: true })
}

impl Opened {
    /// The address of the form, without language.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/forms/{}/{}", self.run.plan.id, self.municipality)
    }

    /// The address of a part, without language.
    #[must_use]
    pub fn address(&self, part: Part) -> String {
        match &self.shared {
            Some(shared) => format!("/share/{}", shared.token),
            None => format!("{}{}", self.path(), part.path(&self.questionnaire)),
        }
    }

    /// The address after a part, without language. By a link there is no other part.
    #[must_use]
    pub fn onward(&self, part: Part) -> String {
        if self.shared.is_some() {
            return self.address(part);
        }
        let next = part.next(&self.questionnaire);
        let next = next.map_or_else(|| "/check".to_owned(), |part| part.path(&self.questionnaire));
        format!("{}{next}", self.path())
    }

    /// The name of the municipality.
    #[must_use]
    pub fn name(&self) -> &'static str {
        Geography::built_in().get(self.municipality).map_or("", |found| found.name)
    }

    /// The last day of filling in.
    #[must_use]
    pub fn until(&self) -> Date {
        let last = self.form.last_day.unwrap_or(self.run.plan.period.1);
        self.shared.as_ref().map_or(last, |shared| shared.share.last_day.min(last))
    }

    /// Whether the wave takes answers of this form.
    #[must_use]
    pub fn takes_answers(&self, desk: &Desk) -> bool {
        self.run.takes_answers(self.form.last_day, kernel::dutch_day(desk.now()))
    }

    /// Whether editors can change it.
    #[must_use]
    pub fn is_filled_in(&self, desk: &Desk) -> bool {
        self.form.state == FormState::Filling && self.takes_answers(desk)
    }

    /// The form for an act.
    #[must_use]
    pub fn in_hand(&self) -> InHand<'_> {
        InHand {
            run: &self.run,
            questionnaire: &self.questionnaire,
            municipality: self.municipality,
            organisation: self.organisation,
        }
    }

    /// The title of the form: wave and municipality.
    #[must_use]
    pub fn title(&self, context: &RequestContext) -> String {
        format!("{}: {}", self.run.plan.title.get(context.lang), self.name())
    }

    /// The frame of a page below the form; without a title, of the form itself.
    #[must_use]
    pub fn frame(&self, context: &RequestContext, title: Option<&str>, shown: &str) -> Frame {
        let tr = context.tr();
        let whole = self.title(context);
        if self.shared.is_some() {
            let frame = context.frame(shown, tr.t("share-description"), "").without_visitor();
            return with_trial(frame, self.run.plan.nature);
        }
        let frame = context
            .frame(shown, tr.t("forms-intro"), "forms")
            .crumb(tr.t("crumb-start"), Some("/start"))
            .crumb(tr.t("forms-title"), Some("/forms"));
        let frame = match title {
            None => frame.crumb(whole, None),
            Some(title) => frame.crumb(whole, Some(&self.path())).crumb(title, None),
        };
        with_trial(frame, self.run.plan.nature)
    }
}
