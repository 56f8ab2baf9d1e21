//! The row rule of forms: whose form a visitor has before them. Pages, saves and the API all come through here.

use geography::Code;
use kernel::{OrganisationId, Permission};
use platform::Connection;
use web::{PageError, RequestContext};

use crate::Desk;
use crate::desk::answered;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::rule::ScoringRule;
use crate::domain::run::{Run, RunState};
use crate::store::forms::StoredForm;
use crate::store::{forms, runs};

/// A form that the visitor may have before them.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The wave.
    pub run: Run,
    /// What it asks.
    pub questionnaire: &'static Questionnaire,
    /// How it is scored.
    pub rule: &'static ScoringRule,
    /// Whose.
    pub municipality: Code,
    /// The organisation of that municipality.
    pub organisation: Option<OrganisationId>,
    /// The form.
    pub form: StoredForm,
}

/// The form of the path, if the visitor has `permission` at its municipality. Anything else is for the visitor not
/// there, and recorded as refused.
pub async fn open(
    desk: &Desk,
    db: &mut Connection,
    context: &RequestContext,
    permission: Permission,
    run: &str,
    municipality: &str,
) -> Result<Opened, PageError> {
    let code: Code = municipality.parse().map_err(|_| PageError::NotFound)?;
    let seen = answered(desk.directory().municipalities(context.actor()?, permission)).await?;
    if !seen.codes.iter().any(|own| own == municipality) {
        return Err(PageError::not_yours());
    }
    let run =
        runs::find(db, run).await?.filter(|run| run.state != RunState::Draft).ok_or(PageError::NotFound)?;
    let form = forms::find(db, &run.plan.id, code).await?.ok_or(PageError::NotFound)?;
    let definitions = desk.definitions();
    let (name, version) = &run.plan.questionnaire;
    let mut known = definitions.questionnaires.iter();
    let questionnaire = known.find(|known| known.id == *name && known.version == *version);
    Ok(Opened {
        questionnaire: questionnaire
            .ok_or_else(|| PageError::internal("a questionnaire is not in this program"))?,
        rule: definitions.rule(&run.plan.scoring_rule).ok_or(PageError::NotFound)?,
        municipality: code,
        organisation: answered(desk.directory().organisation(municipality)).await?,
        form,
        run,
    })
}
