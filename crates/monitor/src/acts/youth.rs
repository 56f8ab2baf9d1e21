//! The questionnaire for young people: a link, answers that are only counted, and the one table.

use jiff::{SignedDuration, Timestamp};
use kernel::Entropy;
use platform::limits::{self, Allowed};
use platform::{Connection, audit};

use super::fill::InHand;
use super::{Act, ActError};
use crate::definitions::Definitions;
use crate::domain::form::FormRefusal;
use crate::domain::run::{Run, RunState};
use crate::domain::youth::{FEWEST, Table, YouthQuestionnaire, table};
use crate::store::youth::{self, Link};
use crate::store::{forms, runs};

/// The most forms under one link in an hour: a few schools at once, and no machine.
const MOST_IN_AN_HOUR: u32 = 3000;

/// Makes a link for the young people of a municipality, with the newest questionnaire. One at a time is open; a
/// second one in the same wave asks the same.
///
/// # Errors
/// If the wave does not take answers now, or there is an open link already.
pub async fn make_link(
    db: &mut Connection,
    act: &Act<'_>,
    form: InHand<'_>,
    definitions: &Definitions,
    entropy: &dyn Entropy,
) -> Result<Link, ActError> {
    let (run, municipality) = (&form.run.plan.id, form.municipality);
    forms::lock(db, run, municipality).await?;
    let stored = forms::find(db, run, municipality).await?.ok_or(ActError::NotThere)?;
    if !form.run.takes_answers(stored.last_day, act.today()) {
        return Err(FormRefusal::Closed.into());
    }
    let before = youth::of(db, run, municipality).await?;
    if before.as_ref().is_some_and(|link| link.ended_at.is_none()) {
        return Err(ActError::Changed);
    }
    let newest = definitions.youth.last().map(|newest| (newest.id.clone(), newest.version));
    let questionnaire = before.map(|link| link.questionnaire).or(newest).ok_or(ActError::NotThere)?;
    let mut random = [0; 10];
    entropy.fill(&mut random);
    let link = Link {
        token: word(&random),
        run: run.clone(),
        municipality,
        questionnaire,
        made_at: act.now,
        ended_at: None,
    };
    youth::insert(db, &link, act.actor.person).await?;
    audit::record(db, &act.about_form("youth.link-made", run, municipality, form.organisation)).await?;
    Ok(link)
}

/// Ends the link; what was answered stays counted.
///
/// # Errors
/// If there is no open link.
pub async fn end_link(db: &mut Connection, act: &Act<'_>, form: InHand<'_>) -> Result<(), ActError> {
    if !youth::end(db, &form.run.plan.id, form.municipality, act.now).await? {
        return Err(ActError::NotThere);
    }
    let event = act.about_form("youth.link-ended", &form.run.plan.id, form.municipality, form.organisation);
    audit::record(db, &event).await?;
    Ok(())
}

/// A link that works, with what it asks.
#[derive(Debug, Clone)]
pub struct Asked<'d> {
    /// The link.
    pub link: Link,
    /// The questions.
    pub questionnaire: &'d YouthQuestionnaire,
}

/// What a link asks, if it works now.
///
/// # Errors
/// `NotThere` for no link of ours, `Form(Closed)` for one that has ended or whose wave takes no answers now.
pub async fn asked<'d>(
    db: &mut Connection,
    definitions: &'d Definitions,
    token: &str,
    now: Timestamp,
) -> Result<Asked<'d>, ActError> {
    let link = youth::by_token(db, token).await?.ok_or(ActError::NotThere)?;
    let run = runs::find(db, &link.run).await?.ok_or(ActError::NotThere)?;
    let stored = forms::find(db, &link.run, link.municipality).await?.ok_or(ActError::NotThere)?;
    let questionnaire = questionnaire(definitions, &link).ok_or(ActError::NotThere)?;
    if link.ended_at.is_some() || !run.takes_answers(stored.last_day, kernel::dutch_day(now)) {
        return Err(FormRefusal::Closed.into());
    }
    Ok(Asked { link, questionnaire })
}

fn questionnaire<'d>(definitions: &'d Definitions, link: &Link) -> Option<&'d YouthQuestionnaire> {
    let (id, version) = &link.questionnaire;
    definitions.youth.iter().find(|known| known.id == *id && known.version == *version)
}

/// Counts what one young person chose: pairs of question and option. What is no option of ours is passed over. Nobody
/// is asked to answer everything, but a form with nothing in it is not counted: the answer is false.
///
/// # Errors
/// As [`asked`]; `Changed` if more forms come in than people can send.
pub async fn answer(
    db: &mut Connection,
    definitions: &Definitions,
    token: &str,
    chosen: &[(String, String)],
    now: Timestamp,
) -> Result<bool, ActError> {
    let asked = asked(db, definitions, token, now).await?;
    let (run, municipality) = (&asked.link.run, asked.link.municipality);
    let key = format!("youth/{run}/{municipality}");
    if let Allowed::No { .. } =
        limits::take(db, &key, MOST_IN_AN_HOUR, SignedDuration::from_hours(1), now).await?
    {
        return Err(ActError::Changed);
    }
    let mut any = false;
    for question in &asked.questionnaire.questions {
        let said = chosen.iter().find(|(name, _)| *name == question.code).map(|(_, value)| value);
        let option = question.options.iter().find(|option| said == Some(&option.code));
        if let Some(option) = option {
            youth::count(db, run, municipality, &question.code, &option.code).await?;
            any = true;
        }
    }
    if any {
        youth::count(db, run, municipality, "", "").await?;
    }
    Ok(any)
}

/// What may be told about the young people of a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard<'d> {
    /// Nobody was asked.
    NotAsked,
    /// Answers can still come in: only whether there are enough already.
    Coming {
        /// Whether the table will be there.
        enough: bool,
    },
    /// Fewer than ten answered; how many is not told.
    TooFew,
    /// The table, which never changes any more.
    Table(&'d YouthQuestionnaire, Table),
}

/// What may be told now. Every page, export and answer of the API about young people comes through here.
///
/// # Errors
/// If the database fails.
pub async fn heard<'d>(
    db: &mut Connection,
    definitions: &'d Definitions,
    run: &Run,
    municipality: geography::Code,
) -> Result<Heard<'d>, ActError> {
    let Some(link) = youth::of(db, &run.plan.id, municipality).await? else { return Ok(Heard::NotAsked) };
    let questionnaire = questionnaire(definitions, &link).ok_or(ActError::NotThere)?;
    let tally = youth::tally(db, &run.plan.id, municipality).await?;
    if matches!(run.state, RunState::Draft | RunState::Open) {
        return Ok(Heard::Coming { enough: tally.people >= FEWEST });
    }
    Ok(table(questionnaire, &tally).map_or(Heard::TooFew, |table| Heard::Table(questionnaire, table)))
}

/// A token that can be read aloud and typed: sixteen letters and digits that do not look alike.
fn word(random: &[u8; 10]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bits = random.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    let mut text = String::new();
    for at in 0..16 {
        if at > 0 && at % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(LETTERS[(bits & 31) as usize]));
        bits >>= 5;
    }
    text
}

#[cfg(test)]
#[path = "youth_tests.rs"]
mod tests;
