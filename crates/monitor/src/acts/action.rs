//! What a municipality or a region does with its plan: actions and targets.

use geography::Code;
use jiff::civil::Date;
use kernel::{Finding, OrganisationId};
use platform::Connection;
use platform::audit::{self, Event, Who};
use serde_json::json;

use super::{Act, ActError};
use crate::domain::plan::{ActionState, Target, TargetKind, Whose};
use crate::store::plans::{self, StoredAction};

/// The most live and past actions in a plan.
const MOST: i64 = 500;

/// Whose plan, of a municipality.
#[derive(Debug, Clone, Copy)]
pub struct PlanOf {
    /// The municipality.
    pub municipality: Code,
    /// Its organisation.
    pub organisation: Option<OrganisationId>,
}

/// Whose plan, of a municipality or a region.
#[derive(Debug, Clone, Copy)]
pub struct Holder {
    /// Whose.
    pub whose: Whose,
    /// The organisation for which somebody acts.
    pub organisation: Option<OrganisationId>,
}

impl From<PlanOf> for Holder {
    fn from(of: PlanOf) -> Self {
        Self { whose: Whose::Municipality(of.municipality), organisation: of.organisation }
    }
}

impl PlanOf {
    /// An event about the plan, for the privacy officer of its organisation.
    #[must_use]
    pub fn event(self, act: &Act<'_>, kind: &'static str, number: Option<i64>) -> Event {
        Holder::from(self).event(act, kind, number)
    }
}

impl Holder {
    /// An event about the plan, for the privacy officer of the organisation.
    #[must_use]
    pub fn event(self, act: &Act<'_>, kind: &'static str, number: Option<i64>) -> Event {
        let event = Event::new(kind, act.now, Who::Person(act.actor.person)).request(act.request);
        let event = event.about("plan", self.whose.to_string());
        let event = match number {
            Some(number) => event.detail(json!({ "number": number })),
            None => event,
        };
        match self.organisation {
            Some(organisation) => event.organisation(organisation),
            None => event,
        }
    }
}

/// What somebody fills in of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionForm {
    /// What is done.
    pub title: String,
    /// Who sees to it.
    pub owner: String,
    /// When it must be done.
    pub due: Option<Date>,
    /// Where it is.
    pub state: ActionState,
    /// What it cost.
    pub effort: Option<u8>,
}

/// Everything that is wrong with it.
#[must_use]
pub fn problems(form: &ActionForm) -> Vec<Finding> {
    let mut findings = Vec::new();
    let length = form.title.trim().chars().count();
    if length == 0 || length > 200 {
        findings.push(web::on_field("action-title", "title"));
    }
    if form.owner.chars().count() > 100 {
        findings.push(web::on_field("action-owner", "owner"));
    }
    if form.effort.is_some() && form.state != ActionState::Done {
        findings.push(web::on_field("action-effort", "effort"));
    }
    findings
}

/// Adds an action for a goal, with the step of the advice that it comes from. A step that is in the plan already, and
/// not given up, is not added twice: the answer is its number.
///
/// # Errors
/// What is wrong with it, or that the plan is full.
pub async fn add(
    db: &mut Connection,
    act: &Act<'_>,
    of: impl Into<Holder>,
    (goal, step): (u32, &str),
    title: &str,
) -> Result<i64, ActError> {
    let of = of.into();
    let number = plans::next_number(db, of.whose).await?;
    let is_same = |action: &StoredAction| {
        action.goal == goal && action.step == step && !step.is_empty() && action.state != ActionState::Dropped
    };
    if let Some(there) = plans::actions(db, of.whose).await?.into_iter().find(is_same) {
        return Ok(there.number);
    }
    let form = ActionForm {
        title: title.trim().to_owned(),
        owner: String::new(),
        due: None,
        state: ActionState::Open,
        effort: None,
    };
    let mut findings = problems(&form);
    if number > MOST {
        findings.push(web::on_field("plan-full", "title"));
    }
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    let action = StoredAction {
        whose: of.whose,
        number,
        goal,
        step: step.to_owned(),
        title: form.title,
        owner: form.owner,
        due: None,
        state: form.state,
        effort: None,
        changed: 0,
    };
    plans::insert(db, &action, act.actor.person, act.now).await?;
    audit::record(db, &of.event(act, "plan.action-added", Some(number))).await?;
    Ok(number)
}

/// Changes an action that was seen after `known` saves.
///
/// # Errors
/// What is wrong with it, or `Changed` if a colleague changed it meanwhile.
pub async fn change(
    db: &mut Connection,
    act: &Act<'_>,
    of: impl Into<Holder>,
    (number, known): (i64, i64),
    form: ActionForm,
) -> Result<(), ActError> {
    let of = of.into();
    let findings = problems(&form);
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    let action = plans::action(db, of.whose, number).await?.ok_or(ActError::NotThere)?;
    let ActionForm { title, owner, due, state, effort } = form;
    let (title, owner) = (title.trim().to_owned(), owner.trim().to_owned());
    if !plans::update(db, &StoredAction { title, owner, due, state, effort, ..action }, known).await? {
        return Err(ActError::Changed);
    }
    audit::record(db, &of.event(act, "plan.action-changed", Some(number))).await?;
    Ok(())
}

/// Sets a target of a goal.
///
/// # Errors
/// What is wrong with it, or `Changed` if a colleague set it meanwhile.
pub async fn set_target(
    db: &mut Connection,
    act: &Act<'_>,
    of: PlanOf,
    target: &Target,
) -> Result<(), ActError> {
    let findings = target_problems(target);
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    if !plans::set_target(db, of.municipality, target).await? {
        return Err(ActError::Changed);
    }
    audit::record(db, &of.event(act, "plan.target-set", None)).await?;
    Ok(())
}

fn target_problems(target: &Target) -> Vec<Finding> {
    let most = match target.kind {
        TargetKind::Reach => 100,
        TargetKind::Affected => 1_000_000,
    };
    let figure = |value: i64| (0..=most).contains(&value);
    let year = |year: i64| (2000..=2100).contains(&year);
    let mut findings = Vec::new();
    for (name, found) in [("first", Some(target.first)), ("aim", Some(target.aim)), ("now", target.now)] {
        let Some(found) = found else { continue };
        if !figure(found.value) {
            findings
                .push(web::on_field("target-value", &format!("{name}_value")).with("most", most.to_string()));
        }
        if !year(found.year) {
            findings.push(web::on_field("target-year", &format!("{name}_year")));
        }
    }
    if target.aim.year <= target.first.year {
        findings.push(web::on_field("target-later", "aim_year"));
    }
    if target.aim.value == target.first.value {
        findings.push(web::on_field("target-same", "aim_value"));
    }
    if target.source.trim().is_empty() || target.source.chars().count() > 200 {
        findings.push(web::on_field("target-source", "source"));
    }
    findings
}

#[cfg(test)]
#[path = "action_tests.rs"]
mod tests;
