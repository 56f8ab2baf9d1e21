//! What the pages work with on which a wave is run and filled in.

use std::sync::Arc;

use jiff::Timestamp;
use kernel::{Actor, Answer, Clock, Directory, Entropy};
use platform::keys::Keys;
use platform::{Database, Reader, Writer};
use web::{PageError, RequestContext};

use crate::acts::Act;
use crate::definitions::Definitions;
use crate::domain::questionnaire::Questionnaire;
use crate::pages::Site;

/// The state of those pages. Cloning it shares everything.
#[derive(Clone)]
pub struct Desk {
    site: Site,
    database: Database,
    keys: Keys,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    directory: Arc<dyn Directory>,
}

impl Desk {
    /// Pages over `database`; `directory` knows who is of which municipality.
    #[must_use]
    pub fn new(
        site: Site,
        database: Database,
        keys: Keys,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        directory: Arc<dyn Directory>,
    ) -> Self {
        Self { site, database, keys, clock, entropy, directory }
    }

    /// The public pages: what is published already.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The definitions in the program.
    pub fn definitions(&self) -> &'static Definitions {
        self.site.definitions()
    }

    /// The newest of them that is a questionnaire: its goals and measures are those of plans and examples.
    pub fn newest_questionnaire(&self) -> Result<&'static Arc<Questionnaire>, PageError> {
        self.definitions().questionnaires.last().ok_or(PageError::NotFound)
    }

    /// A connection to read from.
    pub async fn read(&self) -> Result<Reader, PageError> {
        Ok(self.database.read().await?)
    }

    /// A transaction to write in.
    pub async fn write(&self) -> Result<Writer, PageError> {
        Ok(self.database.write().await?)
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// What seals mail.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Where chance comes from.
    pub fn entropy(&self) -> &dyn Entropy {
        &*self.entropy
    }

    /// Who is of which municipality.
    pub fn directory(&self) -> &dyn Directory {
        &*self.directory
    }

    /// The actor of a request, ready to act.
    pub fn act<'a>(&'a self, context: &'a RequestContext) -> Result<Act<'a>, PageError> {
        let actor: &Actor = context.actor()?;
        Ok(Act { actor, now: self.now(), request: &context.client().request_id, by_link: false })
    }
}

/// An answer of the directory, or an error of the page.
pub async fn answered<T>(answer: Answer<'_, T>) -> Result<T, PageError> {
    answer.await.map_err(PageError::internal)
}
