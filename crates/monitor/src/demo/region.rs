//! What the region of the demonstration does together: a vision, joint actions, and questions in each state.

use geography::{Code, Geography, Region};
use jiff::SignedDuration;
use kernel::{Actor, Clock, Directory, Entropy, PersonId, Role};
use platform::keys::Keys;
use platform::{Connection, Database};

use crate::acts::action::{ActionForm, add};
use crate::acts::region::{change_action, plan_of, set_vision};
use crate::acts::run::Post;
use crate::acts::thread::{Speaker, answer, ask, turn};
use crate::acts::{Act, ActError};
use crate::domain::plan::ActionState;
use crate::domain::region::{Vision, VisionState};
use crate::domain::thread::{Audience, Party, Place, Turn};
use crate::store::region;

const REGION: &str = "gelderland-zuid";
const EVERYBODY: Audience = Audience::Everybody;

/// Goal, title, owner, day from now, state, and who takes part.
type Joint = (u32, &'static str, &'static str, i64, ActionState, &'static [&'static str]);
/// Who asks whom what, the answers, and whether it is closed.
type Asked<'a> = (Party, Audience, &'a str, &'a [Said<'a>], bool);
type Said<'a> = (Party, &'a str);

/// Fills the region, unless it is filled already.
pub async fn fill(
    database: &Database,
    directory: &dyn Directory,
    clock: &dyn Clock,
    (keys, entropy): (&Keys, &dyn Entropy),
) -> Result<(), ActError> {
    let Some(here) = Geography::built_in().region(REGION) else { return Ok(()) };
    let first = |found: Vec<kernel::Contact>| found.into_iter().next().map(|contact| contact.person);
    let lead = first(directory.coordinators(REGION).await.unwrap_or_default());
    let editor = first(directory.contacts("GM0296", &[Role::Editor]).await.unwrap_or_default());
    let (Some(lead), Some(editor)) = (lead, editor) else { return Ok(()) };
    let mut db = database.write().await?;
    if region::vision(&mut db, here).await?.is_some() {
        return Ok(());
    }
    let made = Made { here, clock, lead, editor, post: Post { keys, entropy } };
    made.vision(&mut db).await?;
    made.actions(&mut db).await?;
    made.questions(&mut db).await?;
    db.commit().await?;
    Ok(())
}

struct Made<'a> {
    here: Region,
    clock: &'a dyn Clock,
    lead: PersonId,
    editor: PersonId,
    post: Post<'a>,
}

impl Made<'_> {
    /// Somebody who acts some days ago.
    fn actor(&self, party: Party) -> Actor {
        let person = if party == Party::Coordinator { self.lead } else { self.editor };
        Actor { person, memberships: Vec::new() }
    }

    fn act<'a>(&self, actor: &'a Actor, days_ago: i64) -> Act<'a> {
        let now = self.clock.now();
        let then = now.saturating_sub(SignedDuration::from_hours(24 * days_ago)).unwrap_or(now);
        Act { actor, now: then, request: "demo", by_link: false }
    }

    async fn vision(&self, db: &mut Connection) -> Result<(), ActError> {
        let year = i64::from(kernel::dutch_day(self.clock.now()).year());
        let vision = Vision {
            state: VisionState::Adopted,
            year: Some(year - 2),
            period: Some((year - 1, year + 2)),
            url: "https://example.org/regiovisie".to_owned(),
            note: "Verzonnen voor de demonstratie. In het voorjaar bespreken de wethouders de tussenstand."
                .to_owned(),
        };
        let actor = self.actor(Party::Coordinator);
        set_vision(db, &self.act(&actor, 20), (self.here, None), &vision, 0).await
    }

    async fn actions(&self, db: &mut Connection) -> Result<(), ActError> {
        let actor = self.actor(Party::Coordinator);
        let (act, of) = (self.act(&actor, 15), plan_of(self.here, None));
        let actions: [Joint; 3] = [
            (
                2,
                "Eén training voor alle huisartsen in de regio",
                "GGD",
                30,
                ActionState::Busy,
                &["GM0296", "GM0225", "GM0268"],
            ),
            (
                8,
                "Aanbod voor ouders die scheiden samen inkopen",
                "Regiocoördinator",
                90,
                ActionState::Open,
                &["GM0296", "GM0209", "GM0252"],
            ),
            (
                10,
                "Tussenstand van de regiovisie naar de raden",
                "Regiocoördinator",
                -20,
                ActionState::Done,
                &["GM0225", "GM0268"],
            ),
        ];
        for (goal, title, owner, days, state, members) in actions {
            let number = add(db, &act, of, (goal, ""), title).await?;
            let day = SignedDuration::from_hours(24 * days);
            let due = Some(kernel::dutch_day(self.clock.now()).saturating_add(day));
            let form =
                ActionForm { title: title.to_owned(), owner: owner.to_owned(), due, state, effort: None };
            let members: Vec<Code> = members.iter().filter_map(|code| code.parse().ok()).collect();
            change_action(db, &act, of, (number, 0), form, &members).await?;
        }
        Ok(())
    }

    async fn questions(&self, db: &mut Connection) -> Result<(), ActError> {
        let of = |code: &str| code.parse().map_or(Party::Coordinator, Party::Municipality);
        let (wijchen, druten, beuningen) = (of("GM0296"), of("GM0225"), of("GM0209"));
        let (to_lead, lead) = (Audience::One(Party::Coordinator), Party::Coordinator);
        let asked: [Asked<'_>; 5] = [
            (
                wijchen,
                to_lead,
                "Wanneer bespreken de wethouders de tussenstand van de regiovisie?",
                &[(lead, "In de tweede week van maart. De uitnodiging komt in januari.")],
                true,
            ),
            (
                druten,
                EVERYBODY,
                "Wie heeft een werkwijze om huisartsen bij de training te krijgen? Bij ons komt bijna niemand.",
                &[
                    (
                        beuningen,
                        "Wij geven de training in de praktijk zelf, tussen de middag. Dat werkt beter.",
                    ),
                    (lead, "Ik zet dit op de agenda van het regio-overleg."),
                ],
                false,
            ),
            (
                lead,
                EVERYBODY,
                "Stuurt u mij voor het regio-overleg hoeveel ouders u vorig jaar met opvoedsteun bereikte?",
                &[],
                false,
            ),
            (lead, Audience::One(wijchen), "Kan Wijchen de notulen van het overleg maken?", &[], false),
            (druten, to_lead, "Mag de leerplichtambtenaar ook naar de training?", &[], false),
        ];
        let place = Place::Region(self.here);
        for (days, (by, to, text, answers, done)) in (0_i64..).zip(asked) {
            let actor = self.actor(by);
            let speaker = |party| Speaker { party, organisation: None, post: self.post };
            let number = ask(db, &self.act(&actor, 12 - days), speaker(by), (place, to), text).await?;
            for (from, text) in answers {
                let actor = self.actor(*from);
                answer(db, &self.act(&actor, 8 - days), speaker(*from), (place, number), text).await?;
            }
            if done {
                turn(db, &self.act(&actor, 7), speaker(by), (place, number), Turn::Close).await?;
            }
        }
        Ok(())
    }
}
