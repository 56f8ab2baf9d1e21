//! What a researcher does to a draft of a questionnaire. A goal, question or option that is moved or reworded takes
//! along what it was in the version before, so that figures of both can be compared.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Text;

use super::questionnaire::{
    Choice, Condition, ExtraKind, ExtraQuestion, Goal, GoalSet, MeasureQuestion, NONE, Questionnaire,
    measures_column, option_name,
};

/// The most letters of a code that is made from words.
const LONGEST_CODE: usize = 40;

/// A copy to work on: everything in it is what it was in `base`.
#[must_use]
pub fn copied(base: &Questionnaire, version: u32, valid_from: Date) -> Questionnaire {
    let mut copy = base.clone();
    copy.version = version;
    copy.valid_from = valid_from;
    copy.base = Some((base.id.clone(), base.version));
    let keep = |options: &mut Vec<Choice>, column: &str| {
        for option in options {
            option.was = vec![option_name(column, &option.code)];
        }
    };
    for goal in &mut copy.goals {
        goal.was = Some(goal.number);
        for question in &mut goal.questions {
            keep(&mut question.options, &measures_column(goal.number, question.number));
        }
    }
    for question in &mut copy.extra {
        question.was = Some(question.column.clone());
        keep(&mut question.options, &question.column);
    }
    copy
}

/// A page of the editor: a goal, or the extra questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOf {
    /// The goal at this position.
    Goal(usize),
    /// The extra questions.
    Extra,
}

/// A question of the draft, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionOf {
    /// Of a goal.
    Measures(usize, usize),
    /// An extra one.
    Extra(usize),
}

/// The words of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GoalTexts {
    /// Short title.
    pub title: Text,
    /// What the goal asks.
    pub explanation: Text,
    /// Why it matters.
    pub why: Text,
    /// Whom it should reach.
    pub target_group: Text,
    /// Where it comes from.
    pub source: String,
}

impl GoalTexts {
    /// The words of `goal`.
    #[must_use]
    pub fn of(goal: &Goal) -> Self {
        Self {
            title: goal.title.clone(),
            explanation: goal.explanation.clone(),
            why: goal.why.clone(),
            target_group: goal.target_group.clone(),
            source: goal.source.clone(),
        }
    }
}

/// What becomes of something in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The place that it gets; where two want the same, the one that was first stays first.
    pub order: i64,
    /// Whether it goes.
    pub retired: bool,
}

/// A question that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    /// Short heading.
    pub title: Text,
    /// How it is answered, for an extra one.
    pub kind: ExtraKind,
}

/// What is typed on the page of a part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartEdit {
    /// The words of the goal, if it is one.
    pub texts: GoalTexts,
    /// Its questions, in the order in which they were.
    pub lines: Vec<Line>,
    /// A question more.
    pub added: Option<NewQuestion>,
}

/// What is typed of an option.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OptionEdit {
    /// Its place, and whether it stays.
    pub line: Line,
    /// Its words.
    pub label: Text,
}

/// What is typed on the page of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionEdit {
    /// Short heading.
    pub title: Text,
    /// The question itself, of an extra one.
    pub question: Text,
    /// To whom it is put.
    pub shown: Option<Condition>,
    /// Its options, in the order in which they were.
    pub options: Vec<OptionEdit>,
    /// Options more; without words they are left out.
    pub added: Vec<Text>,
}

/// Puts what is typed on the page of a part into the draft.
pub fn edit_part(draft: &mut Questionnaire, part: PartOf, edit: PartEdit) {
    let PartEdit { texts, lines, added } = edit;
    match part {
        PartOf::Goal(at) => {
            let none = none_of(draft);
            let Some(goal) = draft.goals.get_mut(at) else { return };
            let GoalTexts { title, explanation, why, target_group, source } = texts;
            (goal.title, goal.explanation, goal.why) = (title, explanation, why);
            (goal.target_group, goal.source) = (target_group, source);
            goal.questions = put_in_order(std::mem::take(&mut goal.questions), &lines);
            goal.questions.extend(added.map(|added| new_measures(added.title, none)));
            renumber(draft, at);
        }
        PartOf::Extra => {
            draft.extra = put_in_order(std::mem::take(&mut draft.extra), &lines);
            if let Some(added) = added {
                let question = new_extra(draft, added);
                draft.extra.push(question);
            }
        }
    }
}

/// Puts what is typed on the page of a question into the draft.
pub fn edit_question(draft: &mut Questionnaire, of: QuestionOf, edit: QuestionEdit) {
    let QuestionEdit { title, question, shown, options, added } = edit;
    match of {
        QuestionOf::Measures(goal, at) => {
            let Some(found) = draft.goals.get_mut(goal).and_then(|goal| goal.questions.get_mut(at)) else {
                return;
            };
            (found.title, found.shown) = (title, shown);
            found.options = edited(std::mem::take(&mut found.options), &options, added);
        }
        QuestionOf::Extra(at) => {
            let Some(found) = draft.extra.get_mut(at) else { return };
            (found.title, found.question, found.shown) = (title, question, shown);
            if found.kind != ExtraKind::Grade {
                found.options = edited(std::mem::take(&mut found.options), &options, added);
            }
        }
    }
}

/// Adds a goal: to the set at a position, or to a new set with a title.
pub fn add_goal(draft: &mut Questionnaire, title: Text, set: Result<usize, Text>) -> u32 {
    let set = match set {
        Ok(at) => at.min(draft.sets.len().saturating_sub(1)),
        Err(title) => {
            let taken: Vec<&str> = draft.sets.iter().map(|set| set.id.as_str()).collect();
            draft.sets.push(GoalSet { id: code_of(&title.nl, &taken), title });
            draft.sets.len() - 1
        }
    };
    let number = draft.goals.iter().map(|goal| goal.number).max().unwrap_or(0).saturating_add(1);
    let mut question =
        new_measures(Text { nl: "Maatregelen".to_owned(), en: "Measures".to_owned() }, none_of(draft));
    question.number = 1;
    let goal = Goal {
        number,
        was: None,
        set,
        title,
        explanation: Text::default(),
        why: Text::default(),
        target_group: Text::default(),
        source: String::new(),
        questions: vec![question],
    };
    // Goals of one set stand together.
    let at = draft.goals.iter().rposition(|goal| goal.set <= set).map_or(0, |last| last + 1);
    draft.goals.insert(at, goal);
    number
}

/// Takes a goal out, and its set with it if that is empty then.
pub fn retire_goal(draft: &mut Questionnaire, at: usize) {
    if at >= draft.goals.len() {
        return;
    }
    let set = draft.goals.remove(at).set;
    if draft.goals.iter().all(|goal| goal.set != set) && set < draft.sets.len() {
        draft.sets.remove(set);
        for goal in draft.goals.iter_mut().filter(|goal| goal.set > set) {
            goal.set -= 1;
        }
    }
}

/// Says what options of the version before have become: `to` names an option of the draft for each of them, or
/// nothing. Options of which nothing is said stay as they are.
pub fn map_options(draft: &mut Questionnaire, said: &BTreeMap<String, Option<String>>) {
    each_option(draft, |name, option| {
        option.was.retain(|was| !said.contains_key(was));
        option
            .was
            .extend(said.iter().filter(|(_, to)| to.as_deref() == Some(name)).map(|(was, _)| was.clone()));
        option.was.sort();
    });
}

/// Does something with every option, which comes with its name.
fn each_option(draft: &mut Questionnaire, mut what: impl FnMut(&str, &mut Choice)) {
    for goal in &mut draft.goals {
        for question in &mut goal.questions {
            let column = measures_column(goal.number, question.number);
            for option in &mut question.options {
                what(&option_name(&column, &option.code), option);
            }
        }
    }
    for question in &mut draft.extra {
        for option in &mut question.options {
            what(&option_name(&question.column, &option.code), option);
        }
    }
}

/// A code for words: small letters, digits and hyphens, and none of `taken`.
#[must_use]
pub fn code_of(words: &str, taken: &[&str]) -> String {
    let mut code = String::new();
    for letter in words.chars().filter_map(plain) {
        if letter != '-' || !(code.is_empty() || code.ends_with('-')) {
            code.push(letter);
        }
        if code.len() >= LONGEST_CODE {
            break;
        }
    }
    let code = code.trim_matches('-');
    let code = if code.is_empty() || code == NONE { "nieuw" } else { code };
    let numbered = (2..).map(|number: u32| format!("{code}-{number}"));
    std::iter::once(code.to_owned())
        .chain(numbered)
        .find(|code| !taken.contains(&code.as_str()))
        .unwrap_or_default()
}

fn plain(letter: char) -> Option<char> {
    match letter.to_lowercase().next()? {
        letter @ ('a'..='z' | '0'..='9') => Some(letter),
        'à'..='å' => Some('a'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ò'..='ö' => Some('o'),
        'ù'..='ü' => Some('u'),
        'ç' => Some('c'),
        _ => Some('-'),
    }
}

fn edited(options: Vec<Choice>, edits: &[OptionEdit], added: Vec<Text>) -> Vec<Choice> {
    let lines: Vec<Line> = edits.iter().map(|edit| edit.line.clone()).collect();
    let worded = options.into_iter().enumerate().map(|(at, mut option)| {
        if let Some(edit) = edits.get(at) {
            option.label = edit.label.clone();
        }
        option
    });
    let mut options = put_in_order(worded.collect(), &lines);
    for label in added.into_iter().filter(|label| !label.nl.is_empty() || !label.en.is_empty()) {
        let taken: Vec<&str> = options.iter().map(|option| option.code.as_str()).collect();
        let code = code_of(&label.nl, &taken);
        // "No part of policy" and "other" stay at the end.
        let last = options.iter().rposition(|option| option.code != NONE && option.code != "anders");
        options.insert(last.map_or(0, |last| last + 1), Choice { code, label, was: Vec::new() });
    }
    options
}

/// What stays, in its new order. What has no line stays behind the rest.
fn put_in_order<T>(items: Vec<T>, lines: &[Line]) -> Vec<T> {
    let line = |at: usize| lines.get(at).cloned().unwrap_or(Line { order: i64::MAX, retired: false });
    let mut kept: Vec<(i64, T)> = items
        .into_iter()
        .enumerate()
        .map(|(at, item)| (line(at), item))
        .filter(|(line, _)| !line.retired)
        .map(|(line, item)| (line.order, item))
        .collect();
    kept.sort_by_key(|(order, _)| *order);
    kept.into_iter().map(|(_, item)| item).collect()
}

/// Numbers the questions of a goal from 1, and lets conditions follow.
fn renumber(draft: &mut Questionnaire, at: usize) {
    let Some(goal) = draft.goals.get_mut(at) else { return };
    let mut moved: BTreeMap<String, String> = BTreeMap::new();
    for (question, number) in goal.questions.iter_mut().zip(1_u32..) {
        // A new question has no number yet, so that nothing can hang on it.
        let before = std::mem::replace(&mut question.number, number);
        moved.insert(measures_column(goal.number, before), measures_column(goal.number, number));
    }
    // What is numbered 0 is new, and on a question that goes hangs what no column is any more.
    let gone = measures_column(goal.number, 0);
    let prefix = format!("d{}.maatregelen.", goal.number);
    let follow = |shown: &mut Option<Condition>| {
        if let Some(condition) = shown.as_mut().filter(|condition| condition.column.starts_with(&prefix)) {
            condition.column = moved.get(&condition.column).unwrap_or(&gone).clone();
        }
    };
    let measures = draft.goals.iter_mut().flat_map(|goal| &mut goal.questions).map(|one| &mut one.shown);
    measures.for_each(&follow);
    draft.extra.iter_mut().map(|one| &mut one.shown).for_each(&follow);
}

fn none_of(draft: &Questionnaire) -> Choice {
    let mut all = draft.goals.iter().flat_map(|goal| &goal.questions).flat_map(|question| &question.options);
    let words = || Text { nl: "Geen onderdeel van beleid".to_owned(), en: "No part of policy".to_owned() };
    let label = all.find(|option| option.code == NONE).map_or_else(words, |none| none.label.clone());
    Choice { code: NONE.to_owned(), label, was: Vec::new() }
}

fn new_measures(title: Text, none: Choice) -> MeasureQuestion {
    MeasureQuestion { number: 0, title, shown: None, options: vec![none] }
}

fn new_extra(draft: &Questionnaire, added: NewQuestion) -> ExtraQuestion {
    let number = draft.extra.iter().map(|question| question.number).max().unwrap_or(0).saturating_add(1);
    let keys: Vec<String> = draft.extra.iter().map(|question| question.key.replace('_', "-")).collect();
    let taken: Vec<&str> = keys.iter().map(String::as_str).collect();
    let code = code_of(&added.title.nl, &taken);
    ExtraQuestion {
        number,
        column: format!("x{number}.{code}"),
        was: None,
        shown: None,
        key: code.replace('-', "_"),
        kind: added.kind,
        title: added.title,
        question: Text::default(),
        text_column: None,
        options: Vec::new(),
    }
}

#[cfg(test)]
#[path = "editing_tests.rs"]
mod tests;
