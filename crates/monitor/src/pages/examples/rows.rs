//! The row rule of examples: everybody sees what is published, the people of a municipality all of their own.

use geography::Code;
use kernel::{ExampleId, Permission};
use web::{PageError, RequestContext, Tr};

use crate::Desk;
use crate::acts::examples::Held;
use crate::acts::run::Post;
use crate::acts::thread::Speaker;
use crate::desk::answered;
use crate::domain::advice::Step;
use crate::domain::example::ExampleState;
use crate::domain::questionnaire::{Goal, NONE, Questionnaire};
use crate::domain::thread::Party;
use crate::pages::mine::advice::words;
use crate::pages::mine::rows::{Mine, open_for};
use crate::store::examples::{self, StoredExample};

/// The example of the path, if it is published.
pub async fn published(desk: &Desk, id: &str) -> Result<StoredExample, PageError> {
    let found = any(desk, id).await?;
    if found.state == ExampleState::Published { Ok(found) } else { Err(PageError::NotFound) }
}

/// The example of the path, in whatever state: for a page that looks itself who may see it.
pub async fn any(desk: &Desk, id: &str) -> Result<StoredExample, PageError> {
    let id: ExampleId = id.parse().map_err(|_| PageError::NotFound)?;
    examples::find(&mut *desk.read().await?, id).await?.ok_or(PageError::NotFound)
}

/// The example of the path with its municipality, if it is of that one and the visitor fills in there.
pub async fn own(
    desk: &Desk,
    context: &RequestContext,
    municipality: &str,
    id: &str,
) -> Result<(Mine, StoredExample), PageError> {
    let mine = open_for(desk, context, municipality, Permission::FillIn).await?;
    let found = any(desk, id).await?;
    if found.municipality == mine.code { Ok((mine, found)) } else { Err(PageError::not_yours()) }
}

/// The municipalities at which the visitor has a permission; none for who is not signed in.
pub async fn municipalities(
    desk: &Desk,
    context: &RequestContext,
    permission: Permission,
) -> Result<Vec<Code>, PageError> {
    let Some(person) = context.signed_in() else { return Ok(Vec::new()) };
    let seen = answered(desk.directory().municipalities(&person.actor, permission)).await?;
    Ok(seen.codes.iter().filter_map(|code| code.parse().ok()).collect())
}

/// An example as it was seen after `known` saves, for somebody of a municipality.
pub async fn held(
    desk: &Desk,
    example: &StoredExample,
    known: i64,
    of: Option<Code>,
) -> Result<Held, PageError> {
    let organisation = match of {
        Some(code) => answered(desk.directory().organisation(&code.to_string())).await?,
        None => None,
    };
    Ok(Held { id: example.id, known, organisation })
}

/// Somebody who speaks for a municipality.
pub async fn speaker(desk: &Desk, code: Code) -> Result<Speaker<'_>, PageError> {
    let organisation = answered(desk.directory().organisation(&code.to_string())).await?;
    let post = Post { keys: desk.keys(), entropy: desk.entropy() };
    Ok(Speaker { party: Party::Municipality(code), organisation, post })
}

/// The measure of an example in words; empty if it is with none.
#[must_use]
pub fn measure(tr: Tr, questionnaire: &Questionnaire, goal: u32, step: &str) -> String {
    let goal = questionnaire.goals.iter().find(|one| one.number == goal);
    let step = goal.and_then(|goal| Some((goal, Step::parse(goal, step)?)));
    step.map_or_else(String::new, |(goal, step)| with(tr, goal, step))
}

/// What an example can be with, in words: not as something that is still to be done.
#[must_use]
pub fn with(tr: Tr, goal: &Goal, step: Step) -> String {
    match step {
        Step::Own => tr.t("example-with-own"),
        Step::Policy => tr.t("example-with-policy"),
        Step::Record => tr.t("example-with-record"),
        Step::Sight => tr.t("example-with-sight"),
        other => words(tr, goal, other),
    }
}

/// What an example can be with: the measures of the goal, and the other steps of the advice.
#[must_use]
pub fn steps(goal: &Goal) -> Vec<Step> {
    let measures = goal.questions.iter().enumerate().flat_map(|(question, asked)| {
        let named = asked.options.iter().enumerate().filter(|(_, option)| option.code != NONE);
        named.map(move |(option, _)| Step::Measure(question, option))
    });
    measures.chain([Step::Own, Step::Policy, Step::Record, Step::Sight]).collect()
}
