//! Whom a wave writes to: the people who fill in or approve at each municipality.

use geography::Code;
use kernel::{PersonId, Role};
use web::{PageError, RequestContext};

use super::letters::{About, Occasion, mail};
use crate::Desk;
use crate::acts::run::{Outgoing, invited, may_remind};
use crate::desk::answered;
use crate::domain::form::FormState;
use crate::domain::run::Run;
use crate::store::forms::StoredForm;
use crate::store::mails::{self, Mails};

/// Mail that is ready to go, and who can't be reached.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The mails, by municipality.
    pub mails: Vec<Outgoing>,
    /// The municipalities that get one or more of them.
    pub reached: Vec<Code>,
    /// Municipalities where nobody has a role to fill in or approve.
    pub nobody: Vec<Code>,
}

/// The invitations of a wave.
pub async fn invitations(desk: &Desk, context: &RequestContext, run: &Run) -> Result<Batch, PageError> {
    let mut batch = Batch::default();
    let mails = mails::of(&mut *desk.read().await?, &run.plan.id).await?;
    for municipality in invited(&run.plan) {
        let about = about(context, run, &mails, (municipality, None));
        add(desk, &mut batch, about, |_| Occasion::Invitation, FILLING).await?;
    }
    Ok(batch)
}

/// Reminders for everybody who may be reminded now.
pub async fn reminders(
    desk: &Desk,
    context: &RequestContext,
    run: &Run,
    forms: &[StoredForm],
) -> Result<Batch, PageError> {
    let mut batch = Batch::default();
    let now = desk.now();
    let mut db = desk.read().await?;
    let mails = mails::of(&mut db, &run.plan.id).await?;
    let known = mails::written_to(&mut db, &run.plan.id).await?;
    drop(db);
    for form in forms.iter().filter(|form| may_remind(run, form, now).is_ok()) {
        let about = about(context, run, &mails, (form.municipality, form.last_day));
        if let FormState::Submitted(_) = form.state {
            // What waits for approval is of no more use to who filled it in.
            add(desk, &mut batch, about, |_| Occasion::Approval, &[Role::Approver]).await?;
            continue;
        }
        // Who got the role after the wave opened never heard of it.
        let occasion = |person| {
            let knows = known.contains(&(form.municipality, person));
            if knows { Occasion::Reminder } else { Occasion::Invitation }
        };
        add(desk, &mut batch, about, occasion, FILLING).await?;
    }
    Ok(batch)
}

fn about<'a>(
    context: &'a RequestContext,
    run: &'a Run,
    mails: &'a Mails,
    (municipality, last_day): (Code, Option<jiff::civil::Date>),
) -> About<'a> {
    let last_day = last_day.unwrap_or(run.plan.period.1);
    About { plan: &run.plan, municipality, last_day, public_url: context.public_url(), mails }
}

/// Who hears of a form that is filled in.
const FILLING: &[Role] = &[Role::Editor, Role::Approver];

async fn add(
    desk: &Desk,
    batch: &mut Batch,
    about: About<'_>,
    occasion: impl Fn(PersonId) -> Occasion,
    roles: &[Role],
) -> Result<(), PageError> {
    let contacts = answered(desk.directory().contacts(&about.municipality.to_string(), roles)).await?;
    if contacts.is_empty() {
        batch.nobody.push(about.municipality);
        return Ok(());
    }
    for contact in contacts {
        let occasion = occasion(contact.person);
        let mail = mail(occasion, about, &contact.email, contact.lang).map_err(PageError::internal)?;
        batch.mails.push(Outgoing { municipality: about.municipality, person: contact.person, mail });
    }
    batch.reached.push(about.municipality);
    Ok(())
}
