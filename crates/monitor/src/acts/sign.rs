//! Submits, approves and sends back a form; each time the answers are kept as they are then.

use kernel::{Finding, Severity};
use platform::{Connection, audit};

use super::check::check;
use super::fill::InHand;
use super::{Act, ActError};
use crate::domain::form::{FormRefusal, FormState, Signed};
use crate::domain::rule::ScoringRule;
use crate::store::cells::{self, Version};
use crate::store::forms::{self, StoredForm};
use crate::store::shares;

/// What somebody does to a whole form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing<'a> {
    /// It is ready.
    Submit,
    /// It counts.
    Approve,
    /// It goes back to the editors, because of this.
    Reopen(&'a str),
}

/// Signs a form, or sends it back.
///
/// # Errors
/// The rule that stands in the way; the findings, if it can't be submitted because something is wrong.
pub async fn sign(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    rule: &ScoringRule,
    signing: Signing<'_>,
) -> Result<FormState, ActError> {
    let InHand { run, municipality, .. } = form;
    forms::lock(db, &run.plan.id, municipality).await?;
    let stored: StoredForm = forms::find(db, &run.plan.id, municipality).await?.ok_or(ActError::NotThere)?;
    if !run.takes_answers(stored.last_day, act.today()) {
        return Err(FormRefusal::Closed.into());
    }
    let kept = cells::all(db, &run.plan.id, municipality).await?;
    let signed = Signed { by: act.actor.person, at: act.now };
    let (state, kind, reason) = match signing {
        Signing::Submit => {
            let checked = check(form.questionnaire, rule, municipality, &kept);
            let problems: Vec<Finding> =
                checked.problems().filter(|finding| finding.severity == Severity::Error).cloned().collect();
            if stored.state == FormState::Filling && !problems.is_empty() {
                return Err(ActError::Findings(problems));
            }
            let state = stored.state.submit(signed, problems.len(), run.plan.four_eyes)?;
            // What was sent in is not changed by others any more, not even when it comes back.
            shares::end_all(db, &run.plan.id, municipality, act.now).await?;
            (state, "submitted", None)
        }
        Signing::Approve => (stored.state.approve(signed)?, "approved", None),
        Signing::Reopen(because) => {
            (stored.state.reopen(because)?, "reopened", Some(because.trim().to_owned()))
        }
    };
    forms::set_state(db, &run.plan.id, municipality, state).await?;
    let version = Version {
        number: 0,
        kind: kind.to_owned(),
        cells: cells::written(&kept),
        by: signed.by,
        at: signed.at,
        reason,
    };
    cells::keep_version(db, &run.plan.id, municipality, &version).await?;
    let kind = match (signing, state) {
        (Signing::Reopen(_), _) => "form.reopened",
        (_, FormState::Approved { .. }) => "form.approved",
        _ => "form.submitted",
    };
    audit::record(db, &act.about_form(kind, &run.plan.id, municipality, form.organisation)).await?;
    Ok(state)
}

#[cfg(test)]
#[path = "sign_tests.rs"]
mod tests;
