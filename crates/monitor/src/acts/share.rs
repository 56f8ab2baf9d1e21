//! A goal of a form, shared by link with somebody without an account: made, ended, and used.

use jiff::{SignedDuration, Timestamp};
use kernel::{Actor, Entropy, Finding, PersonId, Place};
use platform::keys::{Cell, Keys};
use platform::limits::{self, Allowed};
use platform::{Connection, audit};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::fill::InHand;
use super::{Act, ActError};
use crate::definitions::hex;
use crate::domain::form::{FormRefusal, FormState};
use crate::domain::run::Run;
use crate::domain::share::{MOST, ShareState, Wanted};
use crate::store::forms::{self, StoredForm};
use crate::store::runs;
use crate::store::shares::{self, Share};

/// The most saves by one link in an hour: somebody who types all the time, and no machine.
const MOST_IN_AN_HOUR: u32 = 2000;

/// The cell of the name of whom a link is for, for sealing.
#[must_use]
pub fn name_cell(row: &str) -> Cell<'_> {
    Cell { table: "form_shares", column: "name", row }
}

/// For whom a link is.
///
/// # Errors
/// If it was sealed with a key that is not there.
pub fn name_of(keys: &Keys, share: &Share) -> Result<String, platform::keys::KeysError> {
    Ok(keys.open_text(name_cell(&share.id.to_string()), &share.name)?.to_string())
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Makes a link: its token, which is given once and kept nowhere, and the link.
///
/// # Errors
/// If the form is not filled in now, or has too many links already.
pub async fn make(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    wanted: &Wanted,
    (keys, entropy): (&Keys, &dyn Entropy),
) -> Result<(String, Share), ActError> {
    let (run, municipality) = (&form.run.plan.id, form.municipality);
    forms::lock(db, run, municipality).await?;
    let stored = forms::find(db, run, municipality).await?.ok_or(ActError::NotThere)?;
    if !form.run.takes_answers(stored.last_day, act.today()) {
        return Err(FormRefusal::Closed.into());
    }
    if stored.state != FormState::Filling {
        return Err(FormRefusal::State.into());
    }
    let all = shares::of(db, run, municipality).await?;
    if all.iter().filter(|share| state(share, form.run, &stored, act.now) == ShareState::Open).count() >= MOST
    {
        let many = Finding::error("share-many", Place::default()).with("most", MOST.to_string());
        return Err(ActError::Findings(vec![many]));
    }
    let mut random = [0; 32];
    entropy.fill(&mut random);
    let token = hex(&random);
    let id = PersonId::new(act.now, entropy);
    let share = Share {
        id,
        run: run.clone(),
        municipality,
        goal: wanted.goal,
        name: keys.seal(name_cell(&id.to_string()), wanted.name.as_bytes(), entropy),
        last_day: wanted.last_day,
        made_by: act.actor.person,
        made_at: act.now,
        ended_at: None,
        used_at: None,
        ready_at: None,
    };
    shares::insert(db, &share, &hash(&token)).await?;
    let event = act.about_form("form.shared", run, municipality, form.organisation);
    let detail =
        json!({ "link": id.to_string(), "goal": wanted.goal, "last_day": wanted.last_day.to_string() });
    audit::record(db, &event.detail(detail)).await?;
    Ok((token, share))
}

/// Ends a link; what was filled in by it stays.
///
/// # Errors
/// If there is no such link of this form that works.
pub async fn end(db: &mut Connection, act: &Act<'_>, form: InHand<'_>, id: PersonId) -> Result<(), ActError> {
    let (run, municipality) = (&form.run.plan.id, form.municipality);
    if !shares::end(db, run, municipality, id, act.now).await? {
        return Err(ActError::NotThere);
    }
    let event = act.about_form("form.share-ended", run, municipality, form.organisation);
    audit::record(db, &event.detail(json!({ "link": id.to_string() }))).await?;
    Ok(())
}

/// How a link stands now.
#[must_use]
pub fn state(share: &Share, run: &Run, form: &StoredForm, now: Timestamp) -> ShareState {
    let today = kernel::dutch_day(now);
    let filled_in = form.state == FormState::Filling && run.takes_answers(form.last_day, today);
    ShareState::of(share.ended_at.is_some(), share.last_day, today, filled_in)
}

/// What a link that works leads to.
#[derive(Debug, Clone)]
pub struct Held {
    /// The link.
    pub share: Share,
    /// The wave.
    pub run: Run,
    /// The form.
    pub form: StoredForm,
}

/// What a token leads to, if it works now.
///
/// # Errors
/// `NotThere` for no token of ours, `Form(Closed)` for one that has ended.
pub async fn held(db: &mut Connection, token: &str, now: Timestamp) -> Result<Held, ActError> {
    let share = shares::by_hash(db, &hash(token)).await?.ok_or(ActError::NotThere)?;
    let run = runs::find(db, &share.run).await?.ok_or(ActError::NotThere)?;
    let form = forms::find(db, &share.run, share.municipality).await?.ok_or(ActError::NotThere)?;
    if state(&share, &run, &form, now) != ShareState::Open {
        return Err(FormRefusal::Closed.into());
    }
    Ok(Held { share, run, form })
}

/// Whoever has the link, as an actor: of nothing, with a name of its own in the form.
#[must_use]
pub fn actor(share: &Share) -> Actor {
    Actor { person: share.id, memberships: Vec::new() }
}

/// Notes that a link is used, the first time also in the audit trail.
///
/// # Errors
/// If the database fails.
pub async fn used(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    share: &Share,
) -> Result<(), ActError> {
    shares::used(db, share.id, act.now).await?;
    if share.used_at.is_none() {
        let event =
            act.about_form("form.share-used", &form.run.plan.id, form.municipality, form.organisation);
        audit::record(db, &event.detail(json!({ "link": share.id.to_string() }))).await?;
    }
    Ok(())
}

/// Notes that whoever has a link is done; they may go on afterwards, and say it again.
///
/// # Errors
/// If the database fails.
pub async fn ready(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    share: &Share,
) -> Result<(), ActError> {
    shares::ready(db, share.id, act.now).await?;
    let event = act.about_form("form.share-ready", &form.run.plan.id, form.municipality, form.organisation);
    audit::record(db, &event.detail(json!({ "link": share.id.to_string() }))).await?;
    Ok(())
}

/// Whether a link may save once more: it is looked at again in the transaction of the save, and counted.
///
/// # Errors
/// `Form(Closed)` if it has ended meanwhile, a finding if more comes in than people type.
pub async fn may_save(db: &mut Connection, token: &str, now: Timestamp) -> Result<(), ActError> {
    let held = held(db, token, now).await?;
    let key = format!("share/{}", held.share.id);
    let allowed = limits::take(db, &key, MOST_IN_AN_HOUR, SignedDuration::from_hours(1), now).await?;
    match allowed {
        Allowed::Yes => Ok(()),
        Allowed::No { .. } => Err(ActError::Findings(vec![Finding::error("share-busy", Place::default())])),
    }
}

#[cfg(test)]
#[path = "share_tests.rs"]
mod tests;
