//! What a researcher does with a wave, up to its last day.

use std::collections::BTreeMap;

use geography::{Code, Geography};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::{Entropy, OrganisationId, PersonId};
use platform::keys::Keys;
use platform::mail::{self, Mail};
use platform::{Connection, audit};
use serde_json::json;

use super::{Act, ActError};
use crate::domain::form::FormState;
use crate::domain::mail_text::MailTexts;
use crate::domain::run::{Plan, Run, RunRefusal, RunState};
use crate::store::forms::StoredForm;
use crate::store::{forms, mails, runs, waves};

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
    /// For whom: part of the key, so that nobody gets it twice.
    pub person: PersonId,
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
    for (municipality, letters) in by_municipality(invitations) {
        for one in letters {
            let key = format!("wave.invitation:{}:{municipality}:{}", run.plan.id, one.person);
            mail::send_later(db, post.keys, &one.mail, Some(key), act.now, post.entropy).await?;
            mails::wrote(db, &run.plan.id, municipality, one.person).await?;
        }
        forms::invited(db, &run.plan.id, municipality, act.now).await?;
    }
    let detail = json!({ "municipalities": invited(&run.plan).len(), "mails": invitations.len() });
    audit::record(db, &act.about_run("wave.opened", &run.plan.id).detail(detail)).await?;
    Ok(())
}

fn by_municipality(mails: &[Outgoing]) -> BTreeMap<Code, Vec<&Outgoing>> {
    let mut all: BTreeMap<Code, Vec<&Outgoing>> = BTreeMap::new();
    for one in mails {
        all.entry(one.municipality).or_default().push(one);
    }
    all
}

/// Why a municipality gets no reminder now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoReminder {
    /// It is done.
    Approved,
    /// It can't fill in now: too early, or its last day is over.
    NotNow,
    /// It had as many as were planned.
    Enough,
    /// Its last mail is too short ago.
    TooSoon,
}

impl NoReminder {
    /// Name in locale keys (`run-no-reminder-<name>`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::NotNow => "not-now",
            Self::Enough => "enough",
            Self::TooSoon => "too-soon",
        }
    }
}

/// Whether a municipality may be reminded now.
///
/// # Errors
/// Why it may not.
pub fn may_remind(run: &Run, form: &StoredForm, now: Timestamp) -> Result<(), NoReminder> {
    let last = form.reminded_at.or(form.invited_at);
    if matches!(form.state, FormState::Approved { .. }) {
        Err(NoReminder::Approved)
    } else if !run.takes_answers(form.last_day, kernel::dutch_day(now)) {
        Err(NoReminder::NotNow)
    } else if form.reminders >= i64::from(run.plan.most_reminders) {
        Err(NoReminder::Enough)
    } else if last.is_some_and(|last| now.duration_since(last) < BETWEEN_REMINDERS) {
        Err(NoReminder::TooSoon)
    } else {
        Ok(())
    }
}

/// Sends reminders to whoever may be reminded; the answer is to how many municipalities. The people of one
/// municipality get the same reminder, with the same number.
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
    let mut reached = 0;
    for (municipality, letters) in by_municipality(reminders) {
        let Some(form) = forms::find(db, &run.plan.id, municipality).await? else { continue };
        // The second of two researchers at once finds the number taken.
        if may_remind(run, &form, act.now).is_err()
            || !forms::reminded(db, &run.plan.id, municipality, form.reminders, act.now).await?
        {
            continue;
        }
        let number = form.reminders + 1;
        for one in letters {
            let key = format!("wave.reminder:{}:{municipality}:{number}:{}", run.plan.id, one.person);
            mail::send_later(db, post.keys, &one.mail, Some(key), act.now, post.entropy).await?;
            mails::wrote(db, &run.plan.id, municipality, one.person).await?;
        }
        reached += 1;
    }
    let detail = json!({ "municipalities": reached });
    audit::record(db, &act.about_run("wave.reminded", &run.plan.id).detail(detail)).await?;
    Ok(reached)
}

/// Changes the words of a mail, or goes back to those of Zicht. What went out already stays as it went.
///
/// # Errors
/// Once the wave is closed; `Changed` if somebody else changed them since they were saved `known` times.
pub async fn write_mail(
    db: &mut Connection,
    act: &Act<'_>,
    run: &Run,
    occasion: &str,
    texts: Option<&MailTexts>,
    known: i64,
) -> Result<(), ActError> {
    if !matches!(run.state, RunState::Draft | RunState::Open) {
        return Err(RunRefusal::State.into());
    }
    let id = &run.plan.id;
    let done = match texts {
        Some(texts) => mails::set(db, id, occasion, texts, known).await?,
        None => known == 0 || mails::remove(db, id, occasion, known).await?,
    };
    if !done {
        return Err(ActError::Changed);
    }
    let detail = json!({ "mail": occasion, "own_words": texts.is_some() });
    audit::record(db, &act.about_run("wave.mail-changed", id).detail(detail)).await?;
    Ok(())
}

/// More time for one municipality.
#[derive(Debug, Clone, Copy)]
pub struct Extension<'a> {
    /// Which one.
    pub municipality: Code,
    /// The organisation of that municipality.
    pub organisation: Option<OrganisationId>,
    /// Its new last day.
    pub last_day: Date,
    /// Why.
    pub because: &'a str,
}

/// Gives one municipality longer than the others.
///
/// # Errors
/// Unless the wave is open and the day is after its last one; a reason is asked for.
pub async fn extend(
    db: &mut Connection,
    act: &Act<'_>,
    run: &Run,
    extension: Extension<'_>,
) -> Result<(), ActError> {
    let Extension { municipality, organisation, last_day, because } = extension;
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
    let event = act.about_form("wave.extended", &run.plan.id, municipality, organisation);
    audit::record(db, &event.detail(json!({ "last_day": last_day.to_string() }))).await?;
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

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
