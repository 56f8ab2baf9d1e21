//! What every page works with.

use std::sync::Arc;

use geography::{Geography, Municipality};
use jiff::civil::Date;
use kernel::{Clock, dutch_day};
use platform::Database;
use platform::keys::Keys;
use rules::Table;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use web::PageError;

use crate::definitions::{BUILT_IN, Definitions};
use crate::domain::content::Profession;
use crate::domain::point::Work;
use crate::domain::state::State;
use crate::domain::step::Tables;
use crate::seal::Seal;

/// The state of the pages. Cloning it shares everything.
#[derive(Clone)]
pub struct Site {
    definitions: &'static Definitions,
    /// For the counts only: what is filled in never comes here.
    pub(crate) database: Database,
    pub(crate) seal: Seal,
    clock: Arc<dyn Clock>,
    /// Whether this is the demonstration, whose counts are made up.
    pub(crate) demo: bool,
    /// Whoever makes a PDF or tries a proposal holds it: that takes all of a core.
    turn: Arc<Semaphore>,
}

impl Site {
    /// Pages that count in `database` and sign with a key of `keys`; `demo` for the demonstration.
    ///
    /// # Errors
    /// What is wrong with the definitions in the program.
    pub fn new(
        database: Database,
        keys: &Keys,
        clock: Arc<dyn Clock>,
        demo: bool,
    ) -> Result<Self, &'static [kernel::Finding]> {
        let definitions = BUILT_IN.as_ref().map_err(Vec::as_slice)?;
        Ok(Self {
            definitions,
            database,
            seal: Seal::new(keys.mac_key("meldcode.state")),
            clock,
            demo,
            turn: Arc::new(Semaphore::new(1)),
        })
    }

    /// The tables and texts in the program.
    pub(crate) const fn definitions(&self) -> &'static Definitions {
        self.definitions
    }

    /// Today in the Netherlands: which tables are in force.
    pub(crate) fn today(&self) -> Date {
        dutch_day(self.clock.now())
    }

    /// The table of today.
    ///
    /// # Errors
    /// Never with sound definitions and a clock that is right.
    pub(crate) fn table(&self, id: &str) -> Result<&'static Table, PageError> {
        let bundle = self.definitions.rules.in_force(id, self.today());
        bundle
            .map(|bundle| &bundle.table)
            .ok_or_else(|| PageError::internal(format!("no table {id} is in force")))
    }

    /// The tables of the five steps.
    ///
    /// # Errors
    /// As [`Self::table`].
    pub(crate) fn tables(&self) -> Result<Tables<'static>, PageError> {
        Ok(Tables {
            duties: self.table("duties")?,
            conversation: self.table("conversation")?,
            weighing: self.table("weighing")?,
        })
    }

    /// The profession that was filled in.
    pub(crate) fn profession(&self, state: &State) -> Option<&'static Profession> {
        self.definitions.content.profession(state.get("profession"))
    }

    /// The laws that can bind who asks, as values of `bound` in the table `sharing`.
    pub(crate) fn bound(&self, state: &State) -> Vec<&'static str> {
        let profession = self.profession(state).into_iter();
        profession
            .flat_map(|one| [&one.bound].into_iter().chain(&one.also_bound))
            .map(String::as_str)
            .collect()
    }

    /// Whether a profession or a volunteer asks.
    pub(crate) fn work(&self, state: &State) -> Work {
        let is_volunteer = self.profession(state).is_some_and(|one| one.group == "volunteer");
        if is_volunteer { Work::Volunteer } else { Work::Profession }
    }

    /// The municipality that was filled in.
    pub(crate) fn municipality(&self, state: &State) -> Option<&'static Municipality> {
        let name = state.get("municipality");
        Geography::built_in().at(self.today()).into_iter().find(|one| one.name == name)
    }

    /// Does what takes all of a core beside the pages, one at a time.
    ///
    /// # Errors
    /// When the work panics.
    pub(crate) async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PageError> {
        let turn = Arc::clone(&self.turn).acquire_owned().await?;
        // The turn stays with the work, so that a visitor who leaves does not let a second one begin.
        let done = spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        Ok(done.await?)
    }
}
