//! What the pages of the editor have before them. There is one rule for all rows: whoever may hold waves sees every
//! version, and changes drafts.

use std::sync::Arc;

use kernel::Finding;
use platform::Connection;
use web::{Frame, PageError, RequestContext};

use crate::Desk;
use crate::acts::ActError;
use crate::acts::edit::{self, Draft};
use crate::definitions::Spot;
use crate::domain::questionnaire::Questionnaire;

/// Name and version in an address.
pub type Named = (String, String);

/// The version of the path, with its draft if it is one.
pub async fn seen(
    desk: &Desk,
    db: &mut Connection,
    (id, version): &Named,
) -> Result<(Arc<Questionnaire>, Option<Draft>), PageError> {
    let version = version.parse().map_err(|_| PageError::NotFound)?;
    edit::seen(db, desk.definitions(), id, version).await.map_err(page_error)
}

/// What a page says of an act that could not be done.
pub fn page_error(error: ActError) -> PageError {
    match error {
        ActError::NotThere => PageError::NotFound,
        ActError::Database(error) => PageError::internal(error),
        ActError::Wave(error) => PageError::internal(error),
        error => PageError::internal(error),
    }
}

/// The address of a version, without language.
pub fn path(questionnaire: &Questionnaire) -> String {
    format!("/questionnaires/{}/{}", questionnaire.id, questionnaire.version)
}

/// Where on which page of the editor a finding is, below the address of the version, with the field.
pub fn place(questionnaire: &Questionnaire, spot: Spot, finding: &Finding) -> String {
    let goal = |at: usize| questionnaire.goals.get(at).map_or(0, |goal| goal.number);
    let page = match spot {
        Spot::Head => "/change".to_owned(),
        Spot::Goal(at) => format!("/goals/{}", goal(at)),
        Spot::Question(at, question, _) => format!("/goals/{}/questions/{}", goal(at), question + 1),
        Spot::Extra(at, _) => format!("/extra/{}", at + 1),
    };
    match &finding.place.column {
        Some(field) => format!("{page}#field-{field}"),
        None => page,
    }
}

/// The name of a version for people.
pub fn title(context: &RequestContext, questionnaire: &Questionnaire) -> String {
    let title = questionnaire.title.get(context.lang);
    context.tr().t2("run-version", "title", title, "n", questionnaire.version)
}

/// The frame of a page about a version; `below` are title and address of what lies between.
pub fn frame(
    context: &RequestContext,
    questionnaire: &Questionnaire,
    shown: &str,
    below: &[(String, Option<String>)],
) -> Frame {
    let tr = context.tr();
    let own = title(context, questionnaire);
    let frame = context
        .frame(shown, tr.t("edited-intro"), "waves")
        .crumb(tr.t("crumb-start"), Some("/start"))
        .crumb(tr.t("edited-title"), Some("/questionnaires"));
    let frame = match below {
        [] => frame.crumb(own, None),
        _ => frame.crumb(own, Some(&path(questionnaire))),
    };
    below.iter().fold(frame, |frame, (title, path)| frame.crumb(title.clone(), path.as_deref()))
}
