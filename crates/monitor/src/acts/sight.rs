//! What a municipality tells of its risk groups, programmes and training.

use std::collections::BTreeMap;

use kernel::Finding;
use platform::{Connection, audit};
use serde_json::json;

use super::action::PlanOf;
use super::{Act, ActError};
use crate::domain::plan::Whose;
use crate::domain::sight::{PROFESSIONS, Reached, Watches};
use crate::store::plans;
use crate::store::sight::{self, RiskFigure};

/// Sets the number of children of a risk group in a year; `known` are the codes of the groups.
///
/// # Errors
/// What is wrong with it.
pub async fn set_figure(
    db: &mut Connection,
    act: &Act<'_>,
    of: PlanOf,
    figure: &RiskFigure,
    known: &[&str],
) -> Result<(), ActError> {
    let findings = problems(figure, known, i64::from(act.today().year()));
    if !findings.is_empty() {
        return Err(ActError::Findings(findings));
    }
    sight::set_figure(db, of.municipality, figure).await?;
    audit::record(db, &of.event(act, "sight.figure-set", None)).await?;
    Ok(())
}

fn problems(figure: &RiskFigure, known: &[&str], today: i64) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !known.contains(&figure.risk.as_str()) {
        findings.push(web::on_field("sight-risk", "risk"));
    }
    if !(2000..=today).contains(&figure.year) {
        findings.push(web::on_field("sight-year", "year"));
    }
    if !(0..=1_000_000).contains(&figure.children) {
        findings.push(web::on_field("sight-children", "children"));
    }
    if figure.source.trim().is_empty() || figure.source.chars().count() > 200 {
        findings.push(web::on_field("target-source", "source"));
    }
    findings
}

/// An answer about programmes or training: what the editor saw, and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What about.
    pub about: About,
    /// The answer that the page showed.
    pub was: String,
    /// The answer now; empty to take it away.
    pub now: String,
}

/// What an answer is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A measure: the number of its goal, and its step.
    Programme(u32, String),
    /// A profession.
    Profession(String),
}

/// Sets what is told of programmes and training. Only what the editor changed is written, so that two editors do not
/// undo each other's work. The answer is how many were changed.
///
/// # Errors
/// `Changed` if a colleague gave another answer to the same question meanwhile.
pub async fn tell(db: &mut Connection, act: &Act<'_>, of: PlanOf, told: &[Told]) -> Result<usize, ActError> {
    // Holds the municipality until the end of the transaction, so that what is read next stays so.
    plans::hold(db, Whose::Municipality(of.municipality)).await?;
    let mut kept: BTreeMap<About, String> = BTreeMap::new();
    for (goal, step, watches) in sight::programmes(db, of.municipality).await? {
        kept.insert(About::Programme(u32::try_from(goal).unwrap_or(0), step), watches);
    }
    for (profession, reached) in sight::training(db, of.municipality).await? {
        kept.insert(About::Profession(profession), reached);
    }
    let mut changed = 0;
    for one in told.iter().filter(|one| one.was != one.now && is_known(one)) {
        let there = kept.get(&one.about).map_or("", String::as_str);
        if there == one.now {
            continue;
        }
        if there != one.was {
            return Err(ActError::Changed);
        }
        match &one.about {
            About::Programme(goal, step) => {
                sight::set_programme(db, of.municipality, (*goal, step), &one.now).await?;
            }
            About::Profession(profession) => {
                sight::set_training(db, of.municipality, profession, &one.now).await?;
            }
        }
        changed += 1;
    }
    if changed > 0 {
        let event = of.event(act, "sight.programmes-set", None).detail(json!({ "answers": changed }));
        audit::record(db, &event).await?;
    }
    Ok(changed)
}

/// Whether a page of ours could send it.
fn is_known(told: &Told) -> bool {
    told.now.is_empty()
        || match &told.about {
            About::Programme(..) => Watches::parse(&told.now).is_some(),
            About::Profession(name) => {
                PROFESSIONS.contains(&name.as_str()) && Reached::parse(&told.now).is_some()
            }
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::world::World;

    fn of() -> PlanOf {
        PlanOf { municipality: "GM0296".parse().unwrap(), organisation: None }
    }

    fn figure(children: i64) -> RiskFigure {
        RiskFigure { risk: "gezinscrises".into(), year: 2026, children, source: "Wijkteams".into() }
    }

    #[tokio::test]
    async fn a_figure_is_there_once_a_year_and_its_problems_are_told_together() {
        for world in World::each().await {
            let mut db = world.write().await;
            let act = world.act();
            for children in [40, 55] {
                set_figure(&mut db, &act, of(), &figure(children), &["gezinscrises"]).await.unwrap();
            }
            assert_eq!(sight::figures(&mut db, of().municipality).await.unwrap(), [figure(55)]);
            let wrong = RiskFigure { year: 2999, source: String::new(), ..figure(-1) };
            let refused = set_figure(&mut db, &act, of(), &wrong, &[]).await;
            assert!(matches!(refused, Err(ActError::Findings(found)) if found.len() == 4));
        }
    }

    #[tokio::test]
    async fn two_editors_keep_each_others_answers_and_see_a_clash() {
        for world in World::each().await {
            let mut db = world.write().await;
            let act = world.act();
            let doctors = About::Profession("general-practice".into());
            let one =
                |was: &str, now: &str| Told { about: doctors.clone(), was: was.into(), now: now.into() };
            let other = Told {
                about: About::Programme(1, "measure:1:x".into()),
                was: String::new(),
                now: "both".into(),
            };
            assert_eq!(tell(&mut db, &act, of(), &[one("", "nobody"), one("", "")]).await.unwrap(), 1);
            // A colleague who saw the page earlier and changes something else undoes nothing.
            assert_eq!(tell(&mut db, &act, of(), &[one("", ""), other]).await.unwrap(), 1);
            assert!(matches!(tell(&mut db, &act, of(), &[one("", "most")]).await, Err(ActError::Changed)));
            let strange = one("nobody", "sometimes");
            assert_eq!(tell(&mut db, &act, of(), &[strange]).await.unwrap(), 0);
            assert_eq!(tell(&mut db, &act, of(), &[one("nobody", "")]).await.unwrap(), 1);
            assert!(sight::training(&mut db, of().municipality).await.unwrap().is_empty());
            assert_eq!(sight::programmes(&mut db, of().municipality).await.unwrap().len(), 1);
        }
    }
}
