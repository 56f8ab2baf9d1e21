//! What the forms of the editor hold, by field: to fill them in, to read them, and to see where two people differ.

use kernel::Text;
use web::{Form, FormView, Tr};

use crate::domain::editing::{GoalTexts, Line, OptionEdit};
use crate::domain::questionnaire::{Choice, Condition, Questionnaire};

/// Names and values, in the order of the page.
pub type Fields = Vec<(String, String)>;

/// A text in both languages.
pub fn both(name: &str, text: &Text) -> Fields {
    vec![(format!("{name}_nl"), text.nl.clone()), (format!("{name}_en"), text.en.clone())]
}

/// The words of the questionnaire as a whole.
pub fn of_head(questionnaire: &Questionnaire) -> Fields {
    let mut fields = both("title", &questionnaire.title);
    fields.push(("source".to_owned(), questionnaire.source.clone()));
    fields
}

/// The words of a goal.
pub fn of_goal(texts: &GoalTexts) -> Fields {
    let mut fields = both("title", &texts.title);
    fields.extend(both("explanation", &texts.explanation));
    fields.extend(both("why", &texts.why));
    fields.extend(both("target_group", &texts.target_group));
    fields.push(("source".to_owned(), texts.source.clone()));
    fields
}

/// The places in a list of so many.
pub fn of_lines(count: usize) -> Fields {
    (0..count).map(|at| (format!("order.{at}"), (at + 1).to_string())).collect()
}

/// The options of a question.
pub fn of_options(options: &[Choice]) -> Fields {
    let of_option = |(at, option): (usize, &Choice)| {
        [(format!("nl.{at}"), option.label.nl.clone()), (format!("en.{at}"), option.label.en.clone())]
    };
    let mut fields: Fields = options.iter().enumerate().flat_map(of_option).collect();
    fields.extend(of_lines(options.len()));
    fields
}

/// To whom a question is put.
pub fn of_shown(shown: Option<&Condition>) -> (String, String) {
    let value = shown.map(|condition| format!("{}/{}", condition.column, condition.code));
    ("shown".to_owned(), value.unwrap_or_default())
}

/// A form with these values in it.
pub fn filled(form: FormView, fields: &Fields) -> FormView {
    fields.iter().fold(form, |form, (name, value)| form.value(name, value.as_str()))
}

/// A text in both languages, as it was typed.
pub fn text(form: &Form, name: &str) -> Text {
    let typed = |lang: &str| form.text(&format!("{name}_{lang}")).to_owned();
    Text { nl: typed("nl"), en: typed("en") }
}

/// The words of a goal, as they were typed.
pub fn texts(form: &Form) -> GoalTexts {
    GoalTexts {
        title: text(form, "title"),
        explanation: text(form, "explanation"),
        why: text(form, "why"),
        target_group: text(form, "target_group"),
        source: form.text("source").to_owned(),
    }
}

/// What becomes of each of so many. A place that is no number leaves it where it is. Halves let something that moves
/// go before what has that place, also when it comes from above.
pub fn lines(form: &Form, count: usize) -> Vec<Line> {
    let line = |at: usize| {
        let was = i64::try_from(at + 1).unwrap_or(i64::MAX / 4);
        let to: i64 = form.text(&format!("order.{at}")).parse().unwrap_or(was);
        let to = to.clamp(-10_000, 10_000);
        let order = match to.cmp(&was) {
            std::cmp::Ordering::Less => to * 2 - 1,
            std::cmp::Ordering::Equal => to * 2,
            std::cmp::Ordering::Greater => to * 2 + 1,
        };
        Line { order, retired: form.checked(&format!("retire.{at}")) }
    };
    (0..count).map(line).collect()
}

/// What is typed of each of so many options.
pub fn options(form: &Form, count: usize) -> Vec<OptionEdit> {
    let label = |at: usize| Text {
        nl: form.text(&format!("nl.{at}")).to_owned(),
        en: form.text(&format!("en.{at}")).to_owned(),
    };
    lines(form, count)
        .into_iter()
        .enumerate()
        .map(|(at, line)| OptionEdit { line, label: label(at) })
        .collect()
}

/// To whom a question is put, as it was chosen.
pub fn shown(form: &Form) -> Option<Condition> {
    let (column, code) = form.text("shown").split_once('/')?;
    Some(Condition { column: column.to_owned(), code: code.to_owned() })
}

/// Where what was typed differs from what is there now: field, theirs, ours.
pub fn clashes(tr: Tr, theirs: &Fields, form: &Form) -> Vec<(String, String, String)> {
    let words = |value: &str| if value.is_empty() { tr.t("field-empty") } else { value.to_owned() };
    theirs
        .iter()
        .filter(|(name, value)| form.text(name) != value.trim())
        .map(|(name, value)| (label(tr, name), words(value), words(form.text(name))))
        .collect()
}

/// What a field is called.
pub fn label(tr: Tr, name: &str) -> String {
    match name.split_once('.') {
        Some((field, at)) => {
            let number = at.parse::<u64>().map_or(0, |at| at + 1);
            tr.t1(&format!("edited-field-{field}"), "n", number)
        }
        None => tr.t(&format!("edited-field-{}", name.replace('_', "-"))),
    }
}
