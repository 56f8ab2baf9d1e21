//! What a municipality of the demonstration tells of its risk groups, its training and its programmes: enough to show
//! the page, with something left to do.

use geography::Code;
use kernel::{Actor, Clock, Directory, Role};
use platform::{Connection, Database};

use crate::acts::action::PlanOf;
use crate::acts::sight::{About, Told, set_figure, tell};
use crate::acts::{Act, ActError};
use crate::archive;
use crate::definitions::Definitions;
use crate::domain::advice;
use crate::domain::sight::{Reached, Watches};
use crate::import::responses::ResponseReader;
use crate::store::responses;
use crate::store::sight::{self, RiskFigure};

/// The municipality whose figures they are.
const OWN: &str = "GM0296";
const SOURCE: &str = "Verzonnen voor de demonstratie";

/// Per risk group how many children two years ago, if they were counted, and last year. Not every group has a figure.
const CHILDREN: [(&str, Option<i64>, i64); 4] = [
    ("multiprobleemgezinnen", Some(68), 74),
    ("ondertoezichtstellingen", Some(31), 27),
    ("ouders-ggz-verslaving", None, 112),
    ("lvb-kinderen-ouders", Some(45), 52),
];

/// How far training came; of the others the municipality does not say it.
const TRAINED: [(&str, Reached); 7] = [
    ("general-practice", Reached::Nobody),
    ("adult-mental-health", Reached::Some),
    ("maternity", Reached::Some),
    ("school", Reached::Most),
    ("childcare", Reached::Everybody),
    ("neighbourhood-team", Reached::Everybody),
    ("youth-health", Reached::Most),
];

/// What is monitored of the measures, in turn; of some the municipality does not say it.
const WATCHED: [Option<Watches>; 6] = [
    Some(Watches::Use),
    Some(Watches::Nothing),
    Some(Watches::Both),
    None,
    Some(Watches::Use),
    Some(Watches::Effect),
];

/// Fills them in, unless there are figures already.
pub async fn fill(
    database: &Database,
    definitions: &Definitions,
    directory: &dyn Directory,
    clock: &dyn Clock,
) -> Result<(), ActError> {
    let contacts = directory.contacts(OWN, &[Role::Editor]).await.unwrap_or_default();
    let organisation = directory.organisation(OWN).await.unwrap_or_default();
    let (Some(editor), Ok(municipality)) = (contacts.into_iter().next(), OWN.parse::<Code>()) else {
        return Ok(());
    };
    let mut db = database.write().await?;
    if !sight::figures(&mut db, municipality).await?.is_empty() {
        return Ok(());
    }
    let actor = Actor { person: editor.person, memberships: Vec::new() };
    let act = Act { actor: &actor, now: clock.now(), request: "demo", by_link: false };
    let of = PlanOf { municipality, organisation };
    let last = i64::from(act.today().year()) - 1;
    for (risk, before, now) in CHILDREN {
        for (year, children) in [(last - 1, before), (last, Some(now))] {
            let Some(children) = children else { continue };
            let figure = RiskFigure { risk: risk.to_owned(), year, children, source: SOURCE.to_owned() };
            set_figure(&mut db, &act, of, &figure, &[risk]).await?;
        }
    }
    let say = |about, now: &str| Told { about, was: String::new(), now: now.to_owned() };
    let trained = |(profession, reached): (&str, Reached)| {
        say(About::Profession(profession.to_owned()), reached.name())
    };
    let mut told: Vec<Told> = TRAINED.map(trained).into();
    let measures = measures(&mut db, definitions, municipality).await?;
    for (about, watches) in measures.into_iter().zip(WATCHED.into_iter().cycle()) {
        told.extend(watches.map(|watches| say(about, watches.name())));
    }
    tell(&mut db, &act, of, &told).await?;
    db.commit().await?;
    Ok(())
}

/// The measures that the municipality takes, as it answered in the newest wave of the demonstration.
async fn measures(
    db: &mut Connection,
    definitions: &Definitions,
    municipality: Code,
) -> Result<Vec<About>, ActError> {
    let Some(wave) = definitions.demo_waves.last() else { return Ok(Vec::new()) };
    let questionnaire = archive::open(db, definitions, &wave.id).await?.questionnaire;
    let Some(stored) = responses::own(db, &wave.id, &municipality.to_string()).await? else {
        return Ok(Vec::new());
    };
    // What the demonstration itself put there can be read.
    let mut reader = ResponseReader::new(&questionnaire, None);
    let Ok(response) = reader.stored(&stored.respondent, &stored.answers) else { return Ok(Vec::new()) };
    let mut measures = Vec::new();
    for (goal, answers) in questionnaire.goals.iter().zip(&response.goals) {
        let taken = answers.iter().flat_map(|answers| advice::measures(goal, answers));
        measures.extend(taken.map(|step| About::Programme(goal.number, step.code(goal))));
    }
    Ok(measures)
}
