//! What waits for people in the monitor: forms to fill in or approve and questions that they can answer, told on the page where they begin.

use std::error::Error;
use std::sync::Arc;

use geography::{Code, Geography};
use kernel::{Actor, Answer, Permission, Waiting, Waits};
use web::PageError;

use crate::Desk;
use crate::domain::form::FormState;
use crate::domain::thread::Party;
use crate::pages::{region_rows, run_rows::name};
use crate::store::{forms, runs, threads};

/// What waits for somebody behind this desk.
#[must_use]
pub fn waits(desk: &Desk) -> Arc<dyn Waits> {
    Arc::new(Questions(desk.clone()))
}

struct Questions(Desk);

impl Waits for Questions {
    fn waiting<'a>(&'a self, actor: &'a Actor) -> Answer<'a, Vec<Waiting>> {
        Box::pin(async move {
            let desk = &self.0;
            let mut all = forms_of(desk, actor).await?;
            for region in region_rows::regions(desk, actor, Permission::WorkInRegion).await.map_err(failed)? {
                let here = region_rows::here(desk, actor, region).await.map_err(failed)?;
                let asked = threads::of_place(&mut *desk.read().await.map_err(failed)?, here.place()).await?;
                let waiting = asked.iter().filter(|one| one.waits_for_one_of(&here.speaks_as)).count();
                if waiting > 0 {
                    all.push(Waiting {
                        key: "waiting-region",
                        count: waiting as u64,
                        name: region.name().to_owned(),
                        until: None,
                        path: format!("{}#questions", here.path("")),
                    });
                }
            }
            let seen = desk.directory().municipalities(actor, Permission::FillIn).await?;
            for code in &seen.codes {
                let Ok(party) = code.parse::<Party>() else { continue };
                let asked =
                    threads::open_at_examples(&mut *desk.read().await.map_err(failed)?, party).await?;
                let waiting = asked.iter().filter(|one| one.waits_for_one_of(&[party])).count();
                if waiting > 0 {
                    all.push(Waiting {
                        key: "waiting-examples",
                        count: waiting as u64,
                        name: party_name(party),
                        until: None,
                        path: format!("/own/{code}/examples#questions"),
                    });
                }
            }
            Ok(all)
        })
    }
}

fn party_name(party: Party) -> String {
    match party {
        Party::Municipality(code) => name(code).to_owned(),
        Party::Coordinator => String::new(),
    }
}

/// The forms that somebody can fill in or approve now, with the days that are left.
async fn forms_of(desk: &Desk, actor: &Actor) -> Result<Vec<Waiting>, Box<dyn Error + Send + Sync>> {
    let fills = desk.directory().municipalities(actor, Permission::FillIn).await?;
    let approves = desk.directory().municipalities(actor, Permission::ApproveForm).await?;
    let own: Vec<String> = fills.codes.iter().chain(&approves.codes).cloned().collect();
    let (mut all, today) = (Vec::new(), kernel::dutch_day(desk.now()));
    if own.is_empty() {
        return Ok(all);
    }
    let mut db = desk.read().await.map_err(failed)?;
    for (id, municipality) in forms::of(&mut db, &own).await? {
        let Ok(code) = municipality.parse::<Code>() else { continue };
        let (Some(run), Some(form)) =
            (runs::find(&mut db, &id).await?, forms::find(&mut db, &id, code).await?)
        else {
            continue;
        };
        if !run.takes_answers(form.last_day, today) {
            continue;
        }
        let key = match form.state {
            FormState::Filling if fills.contains(&municipality) => "waiting-form",
            FormState::Submitted(signed) if signed.by != actor.person && approves.contains(&municipality) => {
                "waiting-approval"
            }
            _ => continue,
        };
        let last = form.last_day.unwrap_or(run.plan.period.1);
        all.push(Waiting {
            key,
            count: u64::try_from(today.duration_until(last).as_hours() / 24).unwrap_or(0),
            name: Geography::built_in().get(code).map_or(municipality, |found| found.name.to_owned()),
            until: Some(last),
            path: format!("/forms/{id}/{code}"),
        });
    }
    Ok(all)
}

fn failed(error: PageError) -> Box<dyn Error + Send + Sync> {
    match error {
        PageError::Internal(error) => error,
        other => format!("{other:?}").into(),
    }
}
