//! Plans of the demonstration: one with actions and targets in each state, and what others told that a step cost.

use geography::Code;
use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::{Actor, Clock, Directory, Role};
use platform::Database;

use crate::acts::action::{ActionForm, PlanOf, add, change, set_target};
use crate::acts::{Act, ActError};
use crate::domain::plan::{ActionState, Measured, Target, TargetKind, Whose};
use crate::store::plans;

/// The municipality whose plan it is.
const OWN: &str = "GM0296";
/// Others, who told what a measure of their own cost them.
const OTHERS: [&str; 6] = ["GM0202", "GM0209", "GM0225", "GM0252", "GM0268", "GM0344"];

/// Makes the plans, unless they are there already.
pub async fn fill(database: &Database, directory: &dyn Directory, clock: &dyn Clock) -> Result<(), ActError> {
    let contacts = directory.contacts(OWN, &[Role::Editor]).await.unwrap_or_default();
    let organisation = directory.organisation(OWN).await.unwrap_or_default();
    let (Some(editor), Ok(own)) = (contacts.into_iter().next(), OWN.parse::<Code>()) else { return Ok(()) };
    let mut db = database.write().await?;
    if !plans::actions(&mut db, Whose::Municipality(own)).await?.is_empty() {
        return Ok(());
    }
    let actor = Actor { person: editor.person, memberships: Vec::new() };
    let act = Act { actor: &actor, now: clock.now(), request: "demo", by_link: false };
    let of = PlanOf { municipality: own, organisation };
    let today = act.today();
    let actions = [
        (10, "record", "Doel 10 vastleggen in de regiovisie", "Beleid jeugd", 9, ActionState::Busy, None),
        (6, "", "Afspraken maken met de schoolbesturen", "Esra Yildirim", 60, ActionState::Open, None),
        (3, "", "Folder over huilbaby’s bij elke kraamzorg", "JGZ", -3, ActionState::Open, None),
        (1, "", "Aantal bereikte zwangeren opvragen", "GGD", -40, ActionState::Done, Some(2)),
    ];
    for (goal, step, title, owner, days, state, effort) in actions {
        let number = add(&mut db, &act, of, (goal, step), title).await?;
        let due = Some(shifted(today, days));
        let form = ActionForm { title: title.to_owned(), owner: owner.to_owned(), due, state, effort };
        change(&mut db, &act, of, (number, 0), form).await?;
    }
    let year = i64::from(today.year());
    let at = |year, value| Measured { year, value };
    for (goal, kind, first, aim, now) in
        [(1, TargetKind::Reach, 45, 90, 60), (5, TargetKind::Affected, 420, 210, 380)]
    {
        let (first, aim, now) = (at(year - 1, first), at(year + 2, aim), Some(at(year, now)));
        let source = "Verzonnen voor de demonstratie".to_owned();
        set_target(&mut db, &act, of, &Target { goal, kind, first, aim, now, source, changed: 0 }).await?;
    }
    for (code, at) in OTHERS.into_iter().zip(0_u8..) {
        let Ok(municipality) = code.parse() else { continue };
        let of = PlanOf { municipality, organisation: None };
        for goal in 1..=10 {
            let title = "Eigen maatregel";
            let number = add(&mut db, &act, of, (goal, "own"), title).await?;
            let (state, effort) = (ActionState::Done, Some(1 + at % 3));
            let form = ActionForm { title: title.to_owned(), owner: String::new(), due: None, state, effort };
            change(&mut db, &act, of, (number, 0), form).await?;
        }
    }
    db.commit().await?;
    Ok(())
}

fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(SignedDuration::from_hours(days * 24))
}
