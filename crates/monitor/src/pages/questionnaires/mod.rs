//! The editor of questionnaires: every version, drafts that are changed, and what becomes of a draft. Researchers
//! only.

mod fields;
mod goal;
mod list;
mod mapping;
mod part;
mod preview;
mod publish;
mod question;
mod remove;
mod rows;
mod show;
mod trial;

use kernel::Permission;
use web::{Access, Routes};

use crate::Desk;

/// Every page, each with what it asks of its visitor.
pub fn routes() -> Routes<Desk> {
    let run = Access::to(Permission::RunWaves);
    Routes::new()
        .get("/questionnaires", run, list::show)
        .get("/questionnaires/{questionnaire}/{version}", run, show::show)
        .post("/questionnaires/{questionnaire}/{version}/copy", run, list::copy)
        .get("/questionnaires/{questionnaire}/{version}/preview/{part}", run, preview::show)
        .get("/questionnaires/{questionnaire}/{version}/mapping/{part}", run, mapping::show)
        .post("/questionnaires/{questionnaire}/{version}/mapping/{part}", run, mapping::save)
        // All answers of a wave are scored twice.
        .get("/questionnaires/{questionnaire}/{version}/trial", run.slow(), trial::show)
        .get("/questionnaires/{questionnaire}/{version}/change", run, part::head)
        .post("/questionnaires/{questionnaire}/{version}/change", run, part::save_head)
        .get("/questionnaires/{questionnaire}/{version}/add-goal", run, goal::form)
        .post("/questionnaires/{questionnaire}/{version}/add-goal", run, goal::add)
        .get("/questionnaires/{questionnaire}/{version}/goals/{goal}", run, part::goal)
        .post("/questionnaires/{questionnaire}/{version}/goals/{goal}", run, part::save_goal)
        .get(
            "/questionnaires/{questionnaire}/{version}/goals/{goal}/questions/{question}",
            run,
            question::measures,
        )
        .post(
            "/questionnaires/{questionnaire}/{version}/goals/{goal}/questions/{question}",
            run,
            question::save_measures,
        )
        .get("/questionnaires/{questionnaire}/{version}/extra", run, part::extra)
        .post("/questionnaires/{questionnaire}/{version}/extra", run, part::save_extra)
        .get("/questionnaires/{questionnaire}/{version}/extra/{question}", run, question::extra)
        .post("/questionnaires/{questionnaire}/{version}/extra/{question}", run, question::save_extra)
        .get("/questionnaires/{questionnaire}/{version}/remove", run, remove::look)
        .post("/questionnaires/{questionnaire}/{version}/remove", run, remove::remove)
        .get("/questionnaires/{questionnaire}/{version}/publish", run.confirmed(), publish::look)
        .post("/questionnaires/{questionnaire}/{version}/publish", run.confirmed(), publish::publish)
}
