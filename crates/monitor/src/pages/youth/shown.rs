//! The table of young people in words: the same on the page of a municipality and on its public page.

use web::Tr;

use crate::acts::youth::Heard;
use crate::domain::youth::{Share, Table, YouthQuestionnaire};

/// What may be told, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// A sentence on where it stands.
    pub words: String,
    /// Per question: its words, and per option words and share; no options if too few answered it.
    pub questions: Vec<(String, Vec<(String, String)>)>,
}

impl Shown {
    /// In the language of `tr`.
    #[must_use]
    pub fn new(tr: Tr, heard: &Heard<'_>) -> Self {
        let only = |key: &str| Self { words: tr.t(key), questions: Vec::new() };
        match heard {
            Heard::NotAsked => only("youth-not-asked"),
            Heard::Coming { enough: false } => only("youth-coming-few"),
            Heard::Coming { enough: true } => only("youth-coming-enough"),
            Heard::TooFew => only("youth-too-few"),
            Heard::Table(questionnaire, table) => Self {
                words: tr.t1("youth-table-text", "n", table.at_least),
                questions: questions(tr, questionnaire, table),
            },
        }
    }
}

fn questions(
    tr: Tr,
    questionnaire: &YouthQuestionnaire,
    table: &Table,
) -> Vec<(String, Vec<(String, String)>)> {
    let pairs = questionnaire.questions.iter().zip(&table.questions);
    let words = |share: Share| match share {
        Share::AtMost(percent) => tr.t1("youth-at-most", "percent", percent),
        Share::About(percent) => tr.t1("youth-about", "percent", percent),
        Share::AtLeast(percent) => tr.t1("youth-at-least", "percent", percent),
    };
    pairs
        .map(|(question, shares)| {
            let shares = shares.iter().flatten().zip(&question.options);
            let options = shares.map(|(share, option)| (option.label.get(tr.0).to_owned(), words(*share)));
            (question.text.get(tr.0).to_owned(), options.collect())
        })
        .collect()
}
