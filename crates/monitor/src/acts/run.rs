//! What a researcher does with a wave, up to its last day.

use geography::{Code, Geography};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::{Entropy, OrganisationId};
use platform::keys::Keys;
use platform::mail::{self, Mail};
use platform::{Connection, audit};
use serde_json::json;

use super::{Act, ActError};
use crate::domain::form::FormState;
use crate::domain::run::{Plan, Run, RunRefusal, RunState};
use crate::store::forms::StoredForm;
use crate::store::{forms, runs, waves};

/// Between two reminders to one municipality.
pub const BETWEEN_REMINDERS: SignedDuration = SignedDuration::from_hours(3 * 24);

/// The municipalities that a plan invites, in the order of their codes.
#[must_use]
pub fn invited(plan: &Plan) -> Vec<Code> {
    if plan.invited.is_empty() {
        Geography::built_in().codes_at(plan.reference_date).into_iter().collect()
    } else {
        plan.invited.clone()
    }
}

/// Makes a draft.
///
/// # Errors
/// If a wave has that name already.
pub async fn make(db: &mut Connection, act: &Act<'_>, plan: &Plan) -> Result<(), ActError> {
    if runs::find(db, &plan.id).await?.is_some() || waves::find(db, &plan.id).await?.is_some() {
        return Err(ActError::Findings(vec![web::on_field("run-taken", "id").with("id", &plan.id)]));
    }
    runs::insert(db, plan, act.now).await?;
    audit::record(db, &act.about_run("wave.planned", &plan.id)).await?;
    Ok(())
}

/// Changes a draft.
///
/// # Errors
/// If it is no draft any more, or somebody else changed it since `known`.
pub async fn change(db: &mut Connection, act: &Act<'_>, plan: &Plan, known: i64) -> Result<(), ActError> {
    let run = found(db, &plan.id).await?;
    if run.state != RunState::Draft {
        return Err(RunRefusal::State.into());
    }
    if !runs::update(db, plan, known).await? {
        return Err(ActError::Changed);
    }
    audit::record(db, &act.about_run("wave.changed", &plan.id)).await?;
    Ok(())
}

/// Removes a draft.
///
/// # Errors
/// If it is no draft any more.
pub async fn remove(db: &mut Connection, act: &Act<'_>, id: &str) -> Result<(), ActError> {
    if !runs::delete_draft(db, id).await? {
        return Err(RunRefusal::State.into());
    }
    audit::record(db, &act.about_run("wave.removed", id)).await?;
    Ok(())
}

/// A mail to somebody of a municipality, ready to go.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// Whose form it is about.
    pub municipality: Code,
    /// The organisation of that municipality.
    pub organisation: Option<OrganisationId>,
    /// For whom: part of the key, so that nobody gets it twice.
    pub person: String,
    /// The mail.
    pub mail: Mail,
}

/// What is needed to send mail.
#[derive(Clone, Copy)]
pub struct Post<'a> {
    /// What seals it until it is sent.
    pub keys: &'a Keys,
    /// Where chance comes from.
    pub entropy: &'a dyn Entropy,
}

/// Opens a wave: every invited municipality gets a form, and its people a mail.
///
/// # Errors
/// The rule that stands in the way, or `Changed` if somebody else was first.
pub async fn open(
    db: &mut Connection,
    act: &Act<'_>,
    run: &Run,
    post: Post<'_>,
    invitations: &[Outgoing],
) -> Result<(), ActError> {
    let state = run.state.clone().open(&run.plan, act.today())?;
    moved(db, act, run, &state).await?;
    for code in invited(&run.plan) {
        forms::insert(db, &run.plan.id, code).await?;
    }
    for invitation in invitations {
        let key =
            format!("wave.invitation:{}:{}:{}", run.plan.id, invitation.municipality, invitation.person);
        mail::send_later(db, post.keys, &invitation.mail, Some(key), act.now, post.entropy).await?;
        forms::invited(db, &run.plan.id, invitation.municipality, act.now).await?;
    }
    let detail = json!({ "municipalities": invited(&run.plan).len(), "mails": invitations.len() });
    audit::record(db, &act.about_run("wave.opened", &run.plan.id).detail(detail)).await?;
    Ok(())
}

/// Whether a municipality may be reminded now: not approved yet, not too often, not too soon.
#[must_use]
pub fn may_remind(plan: &Plan, form: &StoredForm, now: Timestamp) -> bool {
    !matches!(form.state, FormState::Approved { .. })
        && form.reminders < i64::from(plan.most_reminders)
        && form
            .reminded_at
            .or(form.invited_at)
            .is_none_or(|last| now.duration_since(last) >= BETWEEN_REMINDERS)
}

/// Sends reminders to whoever may be reminded; the answer is to how many municipalities.
///
/// # Errors
/// Unless the wave is open.
pub async fn remind(
    db: &mut Connection,
    act: &Act<'_>,
    run: &Run,
    post: Post<'_>,
    reminders: &[Outgoing],
) -> Result<usize, ActError> {
    if run.state != RunState::Open {
        return Err(RunRefusal::State.into());
    }
    let mut reached = Vec::new();
    for reminder in reminders {
        let Some(form) = forms::find(db, &run.plan.id, reminder.municipality).await? else { continue };
        if !reached.contains(&reminder.municipality) {
            if !may_remind(&run.plan, &form, act.now) {
                continue;
            }
            forms::reminded(db, &run.plan.id, reminder.municipality, act.now).await?;
            reached.push(reminder.municipality);
        }
        // Whoever was counted above has the new number already.
        let number = form.reminders.max(1);
        let key = format!(
            "wave.reminder:{}:{}:{}:{}:{number}",
            run.plan.id,
            reminder.municipality,
            reminder.person,
            kernel::dutch_day(act.now)
        );
        mail::send_later(db, post.keys, &reminder.mail, Some(key), act.now, post.entropy).await?;
    }
    let detail = json!({ "municipalities": reached.len() });
    audit::record(db, &act.about_run("wave.reminded", &run.plan.id).detail(detail)).await?;
    Ok(reached.len())
}

/// Gives one municipality until `last_day`.
///
/// # Errors
/// Unless the wave is open and the day is after its last one; a reason is asked for.
pub async fn extend(
    db: &mut Connection,
    act: &Act<'_>,
    run: &Run,
    municipality: Code,
    last_day: Date,
    because: &str,
) -> Result<(), ActError> {
    if run.state != RunState::Open {
        return Err(RunRefusal::State.into());
    }
    let mut findings = Vec::new();
    if last_day <= run.plan.period.1 || last_day < act.today() {
        findings.push(web::on_field("run-extension", "last_day"));
    }
    if because.trim().is_empty() || because.chars().count() > 500 {
        findings.push(web::on_field("run-because", "because"));
    }
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    if !forms::extend(db, &run.plan.id, municipality, last_day, because.trim()).await? {
        return Err(ActError::NotThere);
    }
    let detail = json!({ "last_day": last_day.to_string() });
    audit::record(db, &act.about_form("wave.extended", &run.plan.id, municipality, None).detail(detail))
        .await?;
    Ok(())
}

/// Ends filling in.
///
/// # Errors
/// The rule that stands in the way, or `Changed` if somebody else was first.
pub async fn close(db: &mut Connection, act: &Act<'_>, run: &Run) -> Result<(), ActError> {
    let state = run.state.clone().close()?;
    moved(db, act, run, &state).await?;
    audit::record(db, &act.about_run("wave.closed", &run.plan.id)).await?;
    Ok(())
}

/// The wave with this name.
pub async fn found(db: &mut Connection, id: &str) -> Result<Run, ActError> {
    runs::find(db, id).await?.ok_or(ActError::NotThere)
}

/// Moves a wave to another state, unless somebody else was first.
pub async fn moved(db: &mut Connection, act: &Act<'_>, run: &Run, state: &RunState) -> Result<(), ActError> {
    if runs::set_state(db, &run.plan.id, run.changed, state, act.now).await? {
        Ok(())
    } else {
        Err(ActError::Changed)
    }
}
