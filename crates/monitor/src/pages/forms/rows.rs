//! The row rule of forms: whose form a visitor has before them. Pages, saves and the API all come through here.

use std::sync::Arc;

use geography::{Code, Geography};
use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::{OrganisationId, Permission};
use platform::Connection;
use web::{Frame, PageError, RequestContext};

use super::questions::Part;
use crate::Desk;
use crate::acts::fill::InHand;
use crate::desk::answered;
use crate::domain::form::FormState;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::ScoringRule;
use crate::domain::run::{Run, RunState};
use crate::pages::parts::with_notice;
use crate::pages::runs::rows as runs_rows;
use crate::store::forms::StoredForm;
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
    })
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
    let since = desk.now().saturating_sub(HERE)?;
    let person = context.actor()?.person;
    let found = cells::others(db, &opened.run.plan.id, opened.municipality, person, since).await?;
    let people: Vec<_> = found.iter().map(|(person, _)| *person).collect();
    let names = answered(desk.directory().names(&people)).await?;
    let part = |path: &str| {
        let part = Part::all(&opened.questionnaire).find(|part| part.path(&opened.questionnaire) == path);
        part.map(|part| part.title(context.tr(), &opened.questionnaire))
    };
    let named = |(person, path): &(_, String)| Some((names.get(person)?.clone(), part(path)?));
    Ok(found.iter().filter_map(named).collect())
}

impl Opened {
    /// The address of the form, without language.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/forms/{}/{}", self.run.plan.id, self.municipality)
    }

    /// The name of the municipality.
    #[must_use]
    pub fn name(&self) -> &'static str {
        Geography::built_in().get(self.municipality).map_or("", |found| found.name)
    }

    /// The last day of filling in.
    #[must_use]
    pub fn until(&self) -> Date {
        self.form.last_day.unwrap_or(self.run.plan.period.1)
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
        let frame = context
            .frame(shown, tr.t("forms-intro"), "forms")
            .crumb(tr.t("crumb-start"), Some("/start"))
            .crumb(tr.t("forms-title"), Some("/forms"));
        let frame = match title {
            None => frame.crumb(whole, None),
            Some(title) => frame.crumb(whole, Some(&self.path())).crumb(title, None),
        };
        with_notice(frame, self.run.plan.nature)
    }
}
