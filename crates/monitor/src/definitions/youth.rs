//! Reads the questionnaire for young people.

use kernel::Finding;

use super::questionnaire::choices;
use super::reader::File;
use crate::domain::youth::{YouthQuestion, YouthQuestionnaire};

/// Reads the questionnaire in `text`.
pub fn read(path: &str, text: &str) -> Result<YouthQuestionnaire, Vec<Finding>> {
    File::read(path, text, |root| {
        let _valid_from = root.date("valid_from");
        let questions = root.sections("questions").into_iter().map(|section| {
            let options = choices(&section, "options");
            let question = YouthQuestion { code: section.text("code"), text: section.both("text"), options };
            section.finish();
            question
        });
        let questions: Vec<_> = questions.collect();
        if questions.is_empty() {
            root.problem("definition-missing", None).with("key", "questions");
        }
        YouthQuestionnaire {
            id: root.text("id"),
            version: root.small("version"),
            title: root.both("title"),
            source: root.text("source"),
            questions,
        }
    })
}
