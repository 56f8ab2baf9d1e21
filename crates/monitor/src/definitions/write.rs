//! Writes a questionnaire in the form in which it is read, and says of each line what it is about: what the reader
//! finds at a line can be shown at its place in the editor.

use std::fmt::Write as _;

use kernel::Text;

use crate::domain::questionnaire::{Choice, Condition, ExtraKind, ExtraQuestion, Goal, Questionnaire};

/// What a line is about, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The questionnaire as a whole.
    Head,
    /// A goal.
    Goal(usize),
    /// A question of a goal, and which of its options.
    Question(usize, usize, Option<usize>),
    /// An extra question, and which of its options.
    Extra(usize, Option<usize>),
}

/// The text, and per line what it is about.
#[must_use]
pub fn write(questionnaire: &Questionnaire) -> (String, Vec<Spot>) {
    let mut out = Writer { text: String::new(), spots: Vec::new(), spot: Spot::Head };
    out.pair("id", &questionnaire.id);
    out.line(&format!("version = {}", questionnaire.version));
    out.pair("valid_from", &questionnaire.valid_from.to_string());
    out.pair("source", &questionnaire.source);
    out.both("title", &questionnaire.title);
    if let Some((id, version)) = &questionnaire.base {
        out.line("");
        out.line("[base]");
        out.pair("questionnaire", id);
        out.line(&format!("version = {version}"));
    }
    for choice in &questionnaire.documents {
        out.choice("documents", choice);
    }
    for (at, set) in questionnaire.sets.iter().enumerate() {
        out.spot = Spot::Head;
        out.header("sets");
        out.pair("id", &set.id);
        out.both("title", &set.title);
        for (position, goal) in questionnaire.goals.iter().enumerate().filter(|(_, goal)| goal.set == at) {
            out.goal(position, goal);
        }
    }
    for (at, question) in questionnaire.extra.iter().enumerate() {
        out.extra(at, question);
    }
    (out.text, out.spots)
}

struct Writer {
    text: String,
    spots: Vec<Spot>,
    spot: Spot,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.spots.push(self.spot);
    }

    fn header(&mut self, name: &str) {
        self.line("");
        self.line(&format!("[[{name}]]"));
    }

    fn pair(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {}", quoted(value)));
    }

    fn both(&mut self, key: &str, text: &Text) {
        self.pair(&format!("{key}.nl"), &text.nl);
        self.pair(&format!("{key}.en"), &text.en);
    }

    fn choice(&mut self, name: &str, choice: &Choice) {
        self.header(name);
        self.pair("code", &choice.code);
        self.pair("nl", &choice.label.nl);
        self.pair("en", &choice.label.en);
        if !choice.was.is_empty() {
            let was: Vec<String> = choice.was.iter().map(|was| quoted(was)).collect();
            self.line(&format!("was = [{}]", was.join(", ")));
        }
    }

    fn shown(&mut self, shown: Option<&Condition>) {
        if let Some(Condition { column, code }) = shown {
            self.line(&format!("shown = {{ column = {}, code = {} }}", quoted(column), quoted(code)));
        }
    }

    fn goal(&mut self, at: usize, goal: &Goal) {
        self.spot = Spot::Goal(at);
        self.header("sets.goals");
        self.line(&format!("number = {}", goal.number));
        if let Some(was) = goal.was {
            self.line(&format!("was = {was}"));
        }
        self.both("title", &goal.title);
        self.both("explanation", &goal.explanation);
        self.both("why", &goal.why);
        self.both("target_group", &goal.target_group);
        self.pair("source", &goal.source);
        for (position, question) in goal.questions.iter().enumerate() {
            self.spot = Spot::Question(at, position, None);
            self.header("sets.goals.questions");
            self.line(&format!("number = {}", question.number));
            self.both("title", &question.title);
            self.shown(question.shown.as_ref());
            for (option, choice) in question.options.iter().enumerate() {
                self.spot = Spot::Question(at, position, Some(option));
                self.choice("sets.goals.questions.options", choice);
            }
        }
    }

    fn extra(&mut self, at: usize, question: &ExtraQuestion) {
        self.spot = Spot::Extra(at, None);
        self.header("extra");
        self.line(&format!("number = {}", question.number));
        self.pair("column", &question.column);
        if let Some(was) = &question.was {
            self.pair("was", was);
        }
        self.pair("key", &question.key);
        let kind = match question.kind {
            ExtraKind::Many => "many",
            ExtraKind::One => "one",
            ExtraKind::Grade => "grade",
        };
        self.pair("kind", kind);
        self.both("title", &question.title);
        self.both("question", &question.question);
        if let Some(column) = &question.text_column {
            self.pair("text_column", column);
        }
        self.shown(question.shown.as_ref());
        for (option, choice) in question.options.iter().enumerate() {
            self.spot = Spot::Extra(at, Some(option));
            self.choice("extra.options", choice);
        }
    }
}

/// A text on one line between quotes, as TOML has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {
                // Writing to a text can't fail.
                let _ = write!(out, "\\u{:04X}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
