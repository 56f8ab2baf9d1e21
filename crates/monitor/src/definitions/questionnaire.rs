//! Reads a questionnaire.

use std::collections::HashSet;

use kernel::Finding;

use super::reader::{File, Section};
use crate::domain::answers::Chosen;
use crate::domain::conditions;
use crate::domain::questionnaire::{
    Choice, Condition, ExtraKind, ExtraQuestion, Goal, GoalSet, MeasureQuestion, Questionnaire,
    measures_column,
};

/// Reads the questionnaire in `text`.
pub fn read(path: &str, text: &str) -> Result<Questionnaire, Vec<Finding>> {
    let (questionnaire, findings) = read_all(path, text);
    if findings.is_empty() { Ok(questionnaire) } else { Err(findings) }
}

/// The same, with what could be read whatever is wrong.
pub fn read_all(path: &str, text: &str) -> (Questionnaire, Vec<Finding>) {
    File::read_all(path, text, |root| {
        let documents = choices(root, "documents");
        let mut sets = Vec::new();
        let mut goals = Vec::new();
        let mut numbers = HashSet::new();
        for (at, section) in root.sections("sets").iter().enumerate() {
            sets.push(GoalSet { id: section.text("id"), title: section.both("title") });
            for goal in section.sections("goals") {
                let read = read_goal(&goal, at);
                if goal.has("number") && !numbers.insert(read.number) {
                    goal.problem("definition-twice", Some("number")).with("found", &read.number.to_string());
                }
                goals.push(read);
                goal.finish();
            }
            section.finish();
        }
        if goals.is_empty() {
            root.problem("definition-missing", None).with("key", "sets.goals");
        }
        let mut columns = HashSet::new();
        let extra = root.sections("extra").iter().map(|section| read_extra(section, &mut columns)).collect();
        let questionnaire = Questionnaire {
            id: root.text("id"),
            version: root.small("version"),
            title: root.both("title"),
            valid_from: root.date("valid_from"),
            base: root.optional_section("base").map(|section| {
                let base = (section.text("questionnaire"), section.small("version"));
                section.finish();
                base
            }),
            source: root.text("source"),
            documents,
            sets,
            goals,
            extra,
        };
        check_conditions(root, &questionnaire);
        questionnaire
    })
}

/// A condition asks for an answer that can be given, on a question that comes before.
fn check_conditions(root: &Section<'_>, questionnaire: &Questionnaire) {
    let check = |section: &Section<'_>, column: &str, shown: Option<&Condition>| {
        let Some(shown) = shown else { return };
        if !conditions::can_hang_on(questionnaire, column, shown) {
            section
                .problem("definition-shown", Some("shown"))
                .with("found", &shown.column)
                .with("code", &shown.code);
        }
    };
    let sets = root.sections("sets");
    let sections = sets.iter().flat_map(|set| set.sections("goals"));
    for (section, goal) in sections.zip(&questionnaire.goals) {
        for (section, question) in section.sections("questions").iter().zip(&goal.questions) {
            check(section, &measures_column(goal.number, question.number), question.shown.as_ref());
        }
    }
    for (section, question) in root.sections("extra").iter().zip(&questionnaire.extra) {
        check(section, &question.column, question.shown.as_ref());
    }
}

fn read_shown(section: &Section<'_>) -> Option<Condition> {
    let shown = section.optional_section("shown")?;
    let condition = Condition { column: shown.text("column"), code: shown.text("code") };
    shown.finish();
    Some(condition)
}

fn read_goal(section: &Section<'_>, set: usize) -> Goal {
    let questions: Vec<MeasureQuestion> = section
        .sections("questions")
        .iter()
        .map(|question| {
            let options = choices(question, "options");
            let read = MeasureQuestion {
                number: question.small("number"),
                title: question.both("title"),
                shown: read_shown(question),
                options,
            };
            question.finish();
            read
        })
        .collect();
    if questions.is_empty() {
        section.problem("definition-missing", None).with("key", "questions");
    }
    for pair in questions.windows(2).filter(|pair| pair[0].number.checked_add(1) != Some(pair[1].number)) {
        section.problem("definition-order", Some("questions")).with("found", &pair[1].number.to_string());
    }
    Goal {
        number: section.small("number"),
        was: section.has("was").then(|| section.small("was")),
        set,
        title: section.both("title"),
        explanation: section.both("explanation"),
        why: section.both("why"),
        target_group: section.both("target_group"),
        source: section.text("source"),
        questions,
    }
}

fn read_extra(section: &Section<'_>, columns: &mut HashSet<String>) -> ExtraQuestion {
    let kinds = [("many", ExtraKind::Many), ("one", ExtraKind::One), ("grade", ExtraKind::Grade)];
    let kind = section.one_of("kind", &kinds, ExtraKind::Grade);
    let column = section.text("column");
    if !column.is_empty() && !columns.insert(column.clone()) {
        section.problem("definition-twice", Some("column")).with("found", &column);
    }
    let options = if kind == ExtraKind::Grade { Vec::new() } else { choices(section, "options") };
    let question = ExtraQuestion {
        number: section.small("number"),
        column,
        was: section.optional_text("was"),
        shown: read_shown(section),
        key: section.text("key"),
        kind,
        title: section.both("title"),
        question: section.both("question"),
        text_column: section.optional_text("text_column"),
        options,
    };
    section.finish();
    question
}

/// A list of codes with words: not empty, no code twice, no separator in a code.
pub(super) fn choices(section: &Section<'_>, key: &str) -> Vec<Choice> {
    let sections = section.sections(key);
    if sections.is_empty() {
        section.problem("definition-missing", None).with("key", key);
    }
    if sections.len() > Chosen::LIMIT {
        section.problem("definition-too-many", Some(key)).with("limit", &Chosen::LIMIT.to_string());
    }
    let mut codes = HashSet::new();
    let choices = sections.iter().map(|section| {
        let choice = Choice { code: section.text("code"), label: section.words(), was: section.texts("was") };
        let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if !choice.code.chars().all(plain) {
            section.problem("definition-code", Some("code")).with("found", &choice.code);
        }
        if !choice.code.is_empty() && !codes.insert(choice.code.clone()) {
            section.problem("definition-twice", Some("code")).with("found", &choice.code);
        }
        section.finish();
        choice
    });
    choices.collect()
}
