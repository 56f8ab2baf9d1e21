//! The trial wave of the demonstration: open now, with forms of its municipalities in each state, so that everybody
//! who signs in has work at once.

use geography::Code;
use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::{Actor, Clock, Directory, Entropy, PersonId, Role, Text};
use platform::audit::{self, Event, Who};
use platform::keys::Keys;
use platform::{Connection, Database};

use crate::acts::fill::{self, Answer, InHand};
use crate::acts::share;
use crate::acts::sign::{Signing, sign};
use crate::acts::{Act, ActError};
use crate::archive::WaveError;
use crate::definitions::Definitions;
use crate::domain::questionnaire::{Choice, NONE, Questionnaire};
use crate::domain::run::{Plan, RunState};
use crate::domain::share::Wanted;
use crate::domain::wave::Nature;
use crate::store::{forms, runs};

const ID: &str = "2027-proef";
/// Half filled in, waiting for approval, and not begun: those whose people the demonstration has.
const HALF: &str = "GM0296";
const WHOLE: &str = "GM0225";
const EMPTY: &str = "GM0344";

/// Makes the wave, unless it is there already. `directory` knows who fills in.
pub async fn fill(
    database: &Database,
    definitions: &Definitions,
    directory: &dyn Directory,
    clock: &dyn Clock,
    sealing: (&Keys, &dyn Entropy),
) -> Result<(), ActError> {
    let mut editors = Vec::new();
    for municipality in [HALF, WHOLE] {
        let found = directory.contacts(municipality, &[Role::Editor]).await;
        editors.push(found.unwrap_or_default().into_iter().next().map(|contact| contact.person));
    }
    let mut db = database.write().await?;
    if runs::find(&mut db, ID).await?.is_some() {
        return Ok(());
    }
    let newest = definitions.demo_waves.last().ok_or(WaveError::Definitions)?;
    let questionnaire = definitions.questionnaire(&newest.questionnaire).ok_or(WaveError::Definitions)?;
    let rule = definitions.rule(&newest.scoring_rule).ok_or(WaveError::Definitions)?;
    let codes: Vec<Code> = [WHOLE, HALF, EMPTY].iter().filter_map(|code| code.parse().ok()).collect();
    let now = clock.now();
    let today = kernel::dutch_day(now);
    let plan = Plan {
        id: ID.to_owned(),
        year: 2027,
        title: Text { nl: "Proefpeiling 2027".to_owned(), en: "Trial wave 2027".to_owned() },
        questionnaire: (questionnaire.id.clone(), questionnaire.version),
        scoring_rule: rule.id.clone(),
        reference_date: newest.reference_date,
        period: (shifted(today, -14), shifted(today, 45)),
        invited: codes.clone(),
        four_eyes: true,
        most_reminders: 3,
        nature: Nature::Generated,
    };
    let begin = now.saturating_sub(SignedDuration::from_hours(14 * 24)).unwrap_or(now);
    runs::insert(&mut db, &plan, begin).await?;
    runs::set_state(&mut db, ID, 0, &RunState::Open, begin).await?;
    for code in &codes {
        forms::insert(&mut db, ID, *code).await?;
        forms::invited(&mut db, ID, *code, begin).await?;
    }
    let event = |kind| Event::new(kind, begin, Who::Operator("demo".to_owned())).about("wave", ID);
    audit::record_all(&mut db, &[event("wave.planned"), event("wave.opened")]).await?;
    let run = runs::find(&mut db, ID).await?.ok_or(ActError::NotThere)?;
    for (municipality, editor) in [HALF, WHOLE].into_iter().zip(editors) {
        let (Some(editor), Ok(code)) = (editor, municipality.parse()) else { continue };
        let organisation = directory.organisation(municipality).await.unwrap_or_default();
        let form = InHand { run: &run, questionnaire, municipality: code, organisation };
        work(&mut db, form, editor, clock, (municipality == WHOLE).then_some(rule)).await?;
        if municipality == HALF {
            shared(&mut db, form, editor, clock, sealing).await?;
        }
    }
    db.commit().await?;
    Ok(())
}

/// Fills in half a form, or with a rule all of it, which is then sent in.
async fn work(
    db: &mut Connection,
    form: InHand<'_>,
    editor: PersonId,
    clock: &dyn Clock,
    whole: Option<&crate::domain::rule::ScoringRule>,
) -> Result<(), ActError> {
    let actor = Actor { person: editor, memberships: Vec::new() };
    let act = Act { actor: &actor, now: clock.now(), request: "demo", by_link: false };
    let goals = if whole.is_some() { form.questionnaire.goals.len() } else { 5 };
    fill::save(db, &act, form, 0, &answers(form.questionnaire, goals, whole.is_none())).await?;
    if let Some(rule) = whole {
        sign(db, &act, form, rule, Signing::Submit).await?;
    }
    Ok(())
}

/// Shares a goal with somebody who has begun on it.
async fn shared(
    db: &mut Connection,
    form: InHand<'_>,
    editor: PersonId,
    clock: &dyn Clock,
    sealing: (&Keys, &dyn Entropy),
) -> Result<(), ActError> {
    let Some(goal) = form.questionnaire.goals.get(3).map(|goal| goal.number) else { return Ok(()) };
    let actor = Actor { person: editor, memberships: Vec::new() };
    let act = Act { actor: &actor, now: clock.now(), request: "demo", by_link: false };
    let name = "Noor Visser (jeugdgezondheidszorg)".to_owned();
    let wanted = Wanted { goal, name, last_day: form.run.plan.period.1, email: None };
    let (_, link) = share::make(db, &act, form, &wanted, sealing).await?;
    let whoever = share::actor(&link);
    let by_link = Act { actor: &whoever, by_link: true, ..act };
    share::used(db, &by_link, form, &link).await?;
    let answer = Answer {
        name: format!("d{goal}.gehoord-gevolg"),
        value: "Nog niets: wij beginnen in het voorjaar met een panel.".to_owned(),
    };
    fill::save(db, &by_link, form, 1, &[answer]).await?;
    Ok(())
}

/// Made-up answers on the first goals; with `slip` the last of them has something to mend.
fn answers(questionnaire: &Questionnaire, goals: usize, slip: bool) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut say = |name: String, value: &str| answers.push(Answer { name, value: value.to_owned() });
    for (at, goal) in questionnaire.goals.iter().take(goals).enumerate() {
        let is_slip = slip && at + 1 == goals;
        let d = format!("d{}", goal.number);
        say(format!("{d}.beleid"), if is_slip { "voornemen" } else { "ja" });
        say(format!("{d}.document"), &first(&questionnaire.documents, 1 + at % 2));
        for question in &goal.questions {
            let number = question.number;
            say(
                format!("{d}.maatregelen.{number}"),
                &first(&question.options, 1 + (at + number as usize) % 3),
            );
        }
        say(format!("{d}.eigen-maatregel"), "nee");
        say(format!("{d}.zicht-op-bereik"), if at % 3 == 0 { "nee" } else { "ja" });
        if at % 3 != 0 {
            say(format!("{d}.bereik"), if at % 2 == 0 { "minder-dan-de-helft" } else { "meer-dan-de-helft" });
        }
        if at % 3 == 0 {
            say(format!("{d}.gehoord"), "ja");
            say(format!("{d}.gehoord-hoe"), "gesprek;raad");
            say(format!("{d}.gehoord-gevolg"), "De jongerenraad las mee. De folder is nu een filmpje.");
        } else if at % 3 == 1 {
            say(format!("{d}.gehoord"), "nee");
        }
    }
    answers
}

/// The codes of the first choices that say that something is done.
fn first(choices: &[Choice], count: usize) -> String {
    let codes = choices.iter().map(|choice| choice.code.as_str());
    codes.filter(|code| *code != NONE && *code != "anders").take(count).collect::<Vec<_>>().join(";")
}

fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(SignedDuration::from_hours(days * 24))
}
