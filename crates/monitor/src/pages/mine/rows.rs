//! The row rule of what comes back: only people of a municipality see its scores, whether it agreed to be shown or not.
//! A coordinator sees of a municipality what everybody sees of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use geography::{Code, Geography, Municipality};
use kernel::Permission;
use web::{Frame, PageError, RequestContext};

use super::query::Query;
use crate::Desk;
use crate::archive;
use crate::domain::answers::Response;
use crate::domain::plan::Whose;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::voice::is_voice;
use crate::domain::wave::Nature;
use crate::import::responses::ResponseReader;
use crate::pages::forms::last::code_then;
use crate::pages::forms::rows::may;
use crate::pages::parts::with_notice;
use crate::store::{responses, waves};

/// A municipality, looked at by its own people.
#[derive(Debug, Clone)]
pub struct Mine {
    /// Its code.
    pub code: Code,
    /// What is known of it.
    pub municipality: &'static Municipality,
    /// The published waves that it answered, newest first.
    pub answered: Vec<Answered>,
}

/// A published wave that a municipality answered.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The name of the wave.
    pub wave: String,
    /// Its year.
    pub year: u32,
    /// Its title in the language of the visitor.
    pub title: String,
    /// Whether its answers are real.
    pub nature: Nature,
    /// What was asked.
    pub questionnaire: Arc<Questionnaire>,
    /// The code under which it answered.
    pub code: Code,
    /// What it answered.
    pub response: Response,
    /// How it says that children were heard, by column.
    pub voices: BTreeMap<String, String>,
}

/// The municipality of the path, if the visitor is of it. Anything else is for the visitor not there, and recorded as
/// refused.
pub async fn open(desk: &Desk, context: &RequestContext, municipality: &str) -> Result<Mine, PageError> {
    open_for(desk, context, municipality, Permission::SeeForm).await
}

/// The same for somebody with another permission there.
pub async fn open_for(
    desk: &Desk,
    context: &RequestContext,
    municipality: &str,
    permission: Permission,
) -> Result<Mine, PageError> {
    let code: Code = municipality.parse().map_err(|_| PageError::NotFound)?;
    if !may(desk, context, permission, code).await? {
        return Err(PageError::not_yours());
    }
    let found = Geography::built_in().get(code).ok_or(PageError::NotFound)?;
    Ok(Mine { code, municipality: found, answered: answered(desk, context, code).await? })
}

async fn answered(desk: &Desk, context: &RequestContext, code: Code) -> Result<Vec<Answered>, PageError> {
    let mut db = desk.read().await?;
    let mut found: Vec<Answered> = Vec::new();
    for stored in waves::all(&mut db).await? {
        let (wave, year, nature) = (stored.id.clone(), stored.year, stored.nature);
        // Generated answers never stand beside real ones.
        let other = found
            .first()
            .is_some_and(|one| (one.nature == Nature::Generated) != (nature == Nature::Generated));
        // A wave under a questionnaire of another program can't be read.
        let Ok(opened) = archive::Opened::new(&mut db, desk.definitions(), stored).await else { continue };
        let now = opened.wave.as_ref().map(|wave| wave.reference_date);
        let newest = kernel::dutch_day(desk.now());
        let Some(code) = code_then(code, now, newest).filter(|_| !other) else { continue };
        let Some(stored) = responses::own(&mut db, &wave, &code.to_string()).await? else { continue };
        let mut reader = ResponseReader::new(&opened.questionnaire, None);
        let response = reader.stored(&stored.respondent, &stored.answers);
        let response =
            response.map_err(|_| PageError::internal(archive::WaveError::Damaged(wave.clone())))?;
        let title = opened.wave.as_ref().map_or(wave.clone(), |wave| wave.title.get(context.lang).to_owned());
        found.push(Answered {
            wave,
            year,
            title,
            nature,
            questionnaire: opened.questionnaire,
            code,
            response,
            voices: voices(&stored.answers).map_err(PageError::internal)?,
        });
    }
    Ok(found)
}

/// Of stored answers those that tell how children were heard.
fn voices(answers: &str) -> serde_json::Result<BTreeMap<String, String>> {
    let mut cells: BTreeMap<String, String> = serde_json::from_str(answers)?;
    cells.retain(|name, _| is_voice(name));
    Ok(cells)
}

impl Mine {
    /// The wave that is looked at, and those before it. A wave that it did not answer is not there.
    pub fn wave(&self, query: &Query) -> Result<Option<(&Answered, &[Answered])>, PageError> {
        let at = match &query.wave {
            None => 0,
            Some(asked) => {
                self.answered.iter().position(|one| one.wave == *asked).ok_or(PageError::NotFound)?
            }
        };
        Ok(self.answered.get(at).map(|one| (one, &self.answered[at + 1..])))
    }

    /// Whose plan is theirs.
    #[must_use]
    pub fn whose(&self) -> Whose {
        Whose::Municipality(self.code)
    }

    /// The address of a page, without language.
    #[must_use]
    pub fn path(&self, page: &str) -> String {
        format!("/own/{}{page}", self.code)
    }

    /// The frame of a page; without a title, of the first one.
    #[must_use]
    pub fn frame(&self, context: &RequestContext, title: Option<&str>, nature: Nature) -> Frame {
        let tr = context.tr();
        let whole = tr.t1("mine-title", "name", self.municipality.name);
        let frame = context
            .frame(title.unwrap_or(&whole), tr.t("mine-intro"), "own")
            .crumb(tr.t("crumb-start"), Some("/start"));
        let frame = match title {
            None => frame.crumb(whole, None),
            Some(title) => {
                // That something is wrong is read aloud first; in the path it would be a name.
                let refused = tr.t1("form-title-refused", "title", "");
                let name = title.strip_prefix(refused.trim_end()).unwrap_or(title).trim_start().to_owned();
                frame.crumb(whole, Some(&self.path(""))).crumb(name, None)
            }
        };
        with_notice(frame, nature)
    }
}
