//! Carries a merger out: the organisations end, and their people go along.
//!
//! Confirming sets the end and the successor of the organisations at once. The roles go along on the day of
//! the merger: in the same transaction if that day has come, otherwise by a job that waits for it. Until
//! then the old organisations work as before: who is invited or leaves meanwhile is taken as it is on the
//! day. Withdrawing (`organisations::reopen`) before that day leaves nothing behind; the job finds no
//! organisation that ends by the merger then, and does nothing.

use geography::Geography;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::{Entropy, Finding, OrganisationId, PersonId, Role};
use platform::audit::{self, Event, Who};
use platform::jobs::{self, NewJob};
use platform::{Connection, Keys};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Act, ActError};
use crate::domain::mergers::{Carried, Plan, Staff, Successor, carry};
use crate::domain::organisations::Organisation;
use crate::domain::people::field;
use crate::store::{StoreError, memberships, organisations};

/// The kind of job that takes people along on the day of a merger.
pub const KIND: &str = "organisations.merge";

/// What the job is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Order {
    successor: OrganisationId,
    /// A day, `2027-01-01`.
    date: String,
    by: PersonId,
}

/// What a merger would do, without doing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// What stands in the way, and what to look at.
    pub findings: Vec<Finding>,
    /// What happens to the roles, as they are now.
    pub carried: Carried,
}

/// Looks at what a merger would do.
///
/// # Errors
/// Only of the database.
pub async fn preview(db: &mut Connection, plan: &Plan, today: Date) -> Result<Preview, ActError> {
    let there = match &plan.successor {
        Successor::Existing(successor) => staff(db, successor.id, plan.date).await?,
        Successor::New(_) => Vec::new(),
    };
    let mut ending = Vec::new();
    for organisation in &plan.ending {
        ending.extend(staff(db, organisation.id, plan.date).await?);
    }
    let carried = carry(&ending, &there);
    let mut findings = plan.findings(Geography::built_in(), today);
    if !carried.watched.is_empty() {
        let finding = Finding::error("merger-watched", field("ending"));
        findings.push(finding.with("n", carried.watched.len().to_string()));
    }
    Ok(Preview { findings, carried })
}

/// Confirms a merger; the answer is the successor.
///
/// # Errors
/// The findings that stand in the way; `Changed` if somebody changed an organisation since the plan was made.
pub async fn confirm(db: &mut Connection, act: &Act<'_>, plan: &Plan) -> Result<OrganisationId, ActError> {
    super::organisations::allowed(act)?;
    organisations::lock(db, &concerned(plan)).await?;
    let Preview { findings, .. } = preview(db, plan, act.today()).await?;
    if findings.iter().any(|finding| finding.severity == kernel::Severity::Error) {
        return Err(ActError::Findings(findings));
    }
    let successor = match &plan.successor {
        Successor::Existing(organisation) => organisation.id,
        Successor::New(about) => super::organisations::make_from(db, act, about).await?,
    };
    for organisation in &plan.ending {
        let (id, known) = (organisation.id, organisation.changed);
        if !organisations::set_end(db, id, known, Some(plan.date), Some(successor)).await? {
            return Err(ActError::Changed);
        }
    }
    let mut events = events(act, plan, successor);
    if plan.date <= act.today() {
        events.extend(take_along(db, act.keys, act.entropy, act.now, successor, plan.date).await?);
        let events: Vec<_> = events.into_iter().map(|event| by(event, act)).collect();
        audit::record_all(db, &events).await?;
    } else {
        let order = Order { successor, date: plan.date.to_string(), by: act.actor.person };
        let job = NewJob {
            kind: KIND,
            key: Some(format!("{KIND}:{successor}:{}", plan.date)),
            payload: serde_json::to_vec(&order).unwrap_or_default(),
            run_at: start_of(plan.date, act.now),
        };
        jobs::enqueue(db, act.keys, &job, act.now, act.entropy).await?;
        audit::record_all(db, &events).await?;
    }
    Ok(successor)
}

/// The job: takes everybody along, as they are on the day.
///
/// # Errors
/// If the payload is none (the job is stuck then), or the database failed.
pub async fn on_the_day(
    db: &mut Connection,
    keys: &Keys,
    entropy: &dyn Entropy,
    payload: &[u8],
    now: Timestamp,
) -> Result<(), jobs::Failure> {
    let unreadable = || jobs::Failure::Never(jobs::Reason::new("payload"));
    let order: Order = serde_json::from_slice(payload).map_err(|_| unreadable())?;
    let date: Date = order.date.parse().map_err(|_| unreadable())?;
    let events = take_along(db, keys, entropy, now, order.successor, date).await.map_err(|error| {
        tracing::warn!(%error, "a merger could not be carried out");
        jobs::Failure::Later(jobs::Reason::new("database"))
    })?;
    let events: Vec<_> = events.into_iter().map(|event| event.on_behalf_of(order.by)).collect();
    audit::record_all(db, &events).await?;
    Ok(())
}

/// Ends the roles in the organisations that end by the merger and begins them in the successor. Who would be
/// administrator and privacy officer there at once stays administrator; the watch ends.
async fn take_along(
    db: &mut Connection,
    keys: &Keys,
    entropy: &dyn Entropy,
    now: Timestamp,
    successor: OrganisationId,
    date: Date,
) -> Result<Vec<Event>, StoreError> {
    let ending = organisations::ending_in(db, successor, date).await?;
    let concerned: Vec<_> = ending.iter().map(|organisation| organisation.id).chain([successor]).collect();
    organisations::lock(db, &concerned).await?;
    let mut rows = Vec::new();
    // Again, now that nobody can take the merger back.
    for organisation in organisations::ending_in(db, successor, date).await? {
        rows.extend(memberships::staff(db, organisation.id, date).await?);
    }
    let there = staff(db, successor, date).await?;
    let ending: Vec<Staff> = rows.iter().map(Staff::from).collect();
    let carried = carry(&ending, &there);
    let mut events = Vec::new();
    let event = |kind, staff: &Staff, place: OrganisationId| {
        let event = Event::new(kind, now, Who::Job(KIND)).organisation(place).about("person", staff.person);
        event.detail(json!({ "role": staff.role.name(), "merger": date.to_string() }))
    };
    let lapses =
        |staff: &Staff| staff.role == Role::PrivacyOfficer && carried.watched.contains(&staff.person);
    for (row, staff) in rows.iter().zip(&ending) {
        memberships::end(db, staff.person, staff.organisation, staff.role, date).await?;
        events.push(event("account.role-taken", staff, staff.organisation));
        if carried.moved.contains(staff) && !lapses(staff) {
            memberships::carry(db, keys, row, successor, date, now, entropy).await?;
            events.push(event("account.role-given", staff, successor));
        }
    }
    for staff in there.iter().filter(|staff| lapses(staff)) {
        memberships::end(db, staff.person, successor, staff.role, date).await?;
        events.push(event("account.role-taken", staff, successor));
    }
    Ok(events)
}

/// The organisations that end, and the one they go on in if it is there already.
fn concerned(plan: &Plan) -> Vec<OrganisationId> {
    let successor = match &plan.successor {
        Successor::Existing(organisation) => Some(organisation.id),
        Successor::New(_) => None,
    };
    plan.ending.iter().map(|organisation| organisation.id).chain(successor).collect()
}

async fn staff(db: &mut Connection, organisation: OrganisationId, date: Date) -> sqlx::Result<Vec<Staff>> {
    let rows = memberships::staff(db, organisation, date).await?;
    Ok(rows.iter().map(Staff::from).collect())
}

fn events(act: &Act<'_>, plan: &Plan, successor: OrganisationId) -> Vec<Event> {
    let event = |organisation: &Organisation| {
        let detail = json!({ "successor": successor.to_string(), "date": plan.date.to_string() });
        let event = act.event("organisation.merged").organisation(organisation.id);
        event.about("organisation", organisation.id).detail(detail)
    };
    plan.ending.iter().map(event).collect()
}

/// What happens in the request itself is done by the person, not by a job.
fn by(event: Event, act: &Act<'_>) -> Event {
    Event { who: Who::Person(act.actor.person), request: Some(act.request.to_owned()), ..event }
}

/// The first moment of a day.
fn start_of(date: Date, otherwise: Timestamp) -> Timestamp {
    kernel::start_of_dutch_day(date).unwrap_or(otherwise)
}
