//! Files made from a wave on request. A PDF takes long to make: one is made at a time, and the last few
//! are kept, so that many clicks cost one.

use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use kernel::Lang;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use web::PageError;

use crate::report::model::{Audience, Report};
use crate::report::write::{self, Form};

/// How many PDFs are kept: two waves in both languages, about a megabyte each.
const KEPT: usize = 4;

/// The same snapshot in the same language gives the same bytes.
type Kept = Vec<((String, Lang), Bytes)>;

/// Makes files. Cloning it shares everything.
#[derive(Clone)]
pub struct Made {
    kept: Arc<Mutex<Kept>>,
    /// Whoever makes a PDF holds it.
    turn: Arc<Semaphore>,
}

impl Default for Made {
    fn default() -> Self {
        Self { kept: Arc::default(), turn: Arc::new(Semaphore::new(1)) }
    }
}

impl Made {
    /// The report in one form, for everybody. The work is done beside the pages, never in their way.
    pub async fn report(
        &self,
        report: Arc<Report<'static>>,
        form: Form,
        lang: Lang,
    ) -> Result<Bytes, PageError> {
        let make =
            move |report: &Report<'_>| write::bytes(report, form, Audience::Public, lang).map(Bytes::from);
        if form != Form::Pdf {
            return Ok(spawn_blocking(move || make(&report)).await??);
        }
        let key = (report.snapshot.clone(), lang);
        if let Some(bytes) = self.recall(&key) {
            return Ok(bytes);
        }
        let turn = Arc::clone(&self.turn).acquire_owned().await?;
        // Whoever had the turn before may have made the same.
        if let Some(bytes) = self.recall(&key) {
            return Ok(bytes);
        }
        let made = self.clone();
        // Turn and result stay with the work, so that a visitor who leaves does not let a second one begin.
        let work = spawn_blocking(move || {
            let bytes = make(&report)?;
            made.keep(key, bytes.clone());
            drop(turn);
            Ok::<_, write::ReportError>(bytes)
        });
        Ok(work.await??)
    }

    /// A PDF for one visitor: its turn comes like that of the others, and it is not kept.
    pub async fn pdf<E>(
        &self,
        make: impl FnOnce() -> Result<Bytes, E> + Send + 'static,
    ) -> Result<Bytes, PageError>
    where
        E: Error + Send + Sync + 'static,
    {
        let turn = Arc::clone(&self.turn).acquire_owned().await?;
        // The turn stays with the work, also when the visitor leaves.
        let work = spawn_blocking(move || {
            let made = make();
            drop(turn);
            made
        });
        Ok(work.await??)
    }

    /// The kept file, moved to the front: the last one in the row is the first to go.
    fn recall(&self, key: &(String, Lang)) -> Option<Bytes> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(other, _)| other == key)?;
        let found = kept.remove(at);
        let bytes = found.1.clone();
        kept.insert(0, found);
        Some(bytes)
    }

    fn keep(&self, key: (String, Lang), bytes: Bytes) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, _)| other != &key);
        kept.insert(0, (key, bytes));
        kept.truncate(KEPT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_asked_for_longest_ago_is_the_first_to_go() {
        let made = Made::default();
        let key = |name: &str| (name.to_owned(), Lang::Nl);
        for name in ["a", "b", "c", "d"] {
            made.keep(key(name), Bytes::from_static(b"pdf"));
        }
        assert!(made.recall(&key("a")).is_some());
        made.keep(key("e"), Bytes::from_static(b"pdf"));
        assert!(made.recall(&key("a")).is_some());
        assert!(made.recall(&key("b")).is_none());
        assert!(made.recall(&("a".to_owned(), Lang::En)).is_none());
    }
}
