//! What waits for people in the monitor: questions that they can answer, told on the page where they begin.

use std::error::Error;
use std::sync::Arc;

use kernel::{Actor, Answer, Permission, Waiting, Waits};
use web::PageError;

use crate::Desk;
use crate::pages::region_rows;
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
            Ok(all)
        })
    }
}

fn failed(error: PageError) -> Box<dyn Error + Send + Sync> {
    match error {
        PageError::Internal(error) => error,
        other => format!("{other:?}").into(),
    }
}
