//! What waits for people in the monitor: questions that they can answer, told on the page where they begin.

use std::error::Error;
use std::sync::Arc;

use kernel::{Actor, Answer, Permission, Waiting, Waits};
use web::PageError;

use crate::Desk;
use crate::domain::thread::Party;
use crate::pages::{region_rows, run_rows::name};
use crate::store::threads;

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
            let mut all = Vec::new();
            for region in region_rows::regions(desk, actor, Permission::WorkInRegion).await.map_err(failed)? {
                let here = region_rows::here(desk, actor, region).await.map_err(failed)?;
                let asked = threads::of_place(&mut *desk.read().await.map_err(failed)?, here.place()).await?;
                let waiting = asked.iter().filter(|one| one.waits_for_one_of(&here.speaks_as)).count();
                if waiting > 0 {
                    all.push(Waiting {
                        key: "waiting-region",
                        count: waiting as u64,
                        name: region.name().to_owned(),
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

fn failed(error: PageError) -> Box<dyn Error + Send + Sync> {
    match error {
        PageError::Internal(error) => error,
        other => format!("{other:?}").into(),
    }
}
